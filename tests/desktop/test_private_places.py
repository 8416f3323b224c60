"""Log, files on their way and what could not be saved are readable for their person alone."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.system.log import PrivateLog
from desktop.system.outgoing import OutgoingFolder
from desktop.system.rescued import Rescue
from models.engagement.edit import Edit
from models.values.sentence import act_called

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes are a matter of Unix")


@pytest.fixture(autouse=True)
def _open_to_all() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    found = list(folder.rglob("*"))
    assert any(path.is_file() for path in found)
    return [str(path) for path in found if stat.S_IMODE(path.stat().st_mode) & 0o077]


def test_the_log(tmp_path: Path) -> None:
    log = PrivateLog(tmp_path / "logs" / "clearway.log")
    log.maxBytes = 100
    for _ in range(5):
        log.emit(logging.LogRecord("clearway", logging.WARNING, "", 0, "x" * 60, (), None))
    log.close()

    assert len(list((tmp_path / "logs").iterdir())) == 3, "it has turned over"
    assert open_to_others(tmp_path) == []


def test_files_on_their_way_to_another_program(tmp_path: Path) -> None:
    OutgoingFolder(tmp_path / "cache" / "outgoing").put({"plan.pdf": b"%PDF"})

    assert open_to_others(tmp_path) == []


def test_what_could_not_be_saved(tmp_path: Path) -> None:
    Rescue(tmp_path / "own" / "library.clearway").keep(Edit(act_called("Rename"), "engagement"))

    assert open_to_others(tmp_path) == []
