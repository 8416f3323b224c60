"""Clearway as a program among others: opened by a file, and giving other programs their own surroundings."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.command_line import dispatch
from desktop.command_line.main import main
from desktop.system.programs import _environment_of_others
from models.storage.shared.sealed import Seal, sealed


def test_a_library_alone_on_the_command_line_is_the_library_to_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(dispatch, "_window", lambda options: opened.append(options.library) or 0)
    file = tmp_path / "of a client.clearway"
    assert main([str(file)]) == 0
    assert opened == [file]


def test_a_hand_over_alone_on_the_command_line_is_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Path | None, Path | None]] = []
    monkeypatch.setattr(dispatch, "_window", lambda o: opened.append((o.library, o.look_into)) or 0)
    file = tmp_path / "of a colleague.clearway"
    file.write_bytes(sealed(b"anything", Seal("kiln ferry harbour salt")))
    assert main([str(file)]) == 0
    assert opened == [(None, file)]


def test_another_program_is_not_given_the_libraries_of_a_frozen_clearway(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/clearway/_internal")
    assert _environment_of_others()["LD_LIBRARY_PATH"] == "/opt/clearway/_internal"
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/clearway/_internal", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "LD_LIBRARY_PATH" not in _environment_of_others()
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/local/own")
    assert _environment_of_others()["LD_LIBRARY_PATH"] == "/usr/local/own"
