"""Clearway as a program among others: opened by a file, and giving other programs their own surroundings."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

import pytest

from desktop.command_line import dispatch, engagements
from desktop.command_line.main import RARELY, main
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


@pytest.mark.parametrize("held", [False, True])
def test_garbage_is_looked_for_rarely_in_a_command_and_by_the_window_s_own_collector_in_a_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: bool
) -> None:
    seen: list[tuple[bool, bool]] = []

    def look(options: argparse.Namespace) -> int:
        seen.append((gc.isenabled(), gc.get_threshold()[0] == RARELY))
        return 0

    monkeypatch.setattr(dispatch, "_window", look)
    monkeypatch.setattr(engagements, "listing", lambda options: look(options))
    before, was = gc.get_threshold(), gc.isenabled()
    (gc.disable if held else gc.enable)()
    try:
        assert main(["list"]) == main(["--library", str(tmp_path / "any.clearway")]) == 0
        assert (gc.isenabled(), gc.get_threshold()) == (not held, before)
    finally:
        (gc.enable if was else gc.disable)()
    assert seen == [(True, True), (False, False)]


def test_another_program_is_not_given_the_libraries_of_a_frozen_clearway(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/clearway/_internal")
    assert _environment_of_others()["LD_LIBRARY_PATH"] == "/opt/clearway/_internal"
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/clearway/_internal", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "LD_LIBRARY_PATH" not in _environment_of_others()
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/local/own")
    assert _environment_of_others()["LD_LIBRARY_PATH"] == "/usr/local/own"
