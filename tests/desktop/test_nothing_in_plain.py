"""Of a locked library nothing can be read anywhere on the disk once Clearway is closed, or was killed."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSettings

from desktop.application import Clearway
from desktop.console.steps import Step
from desktop.own_library import open_library, relock
from desktop.system.outgoing import OutgoingFolder
from desktop.view_models.kept_acts import KeptActs
from models.engagement.edit import Edit
from models.values.sentence import act_called
from resources import resource_text

PASSPHRASE = "kiln ferry harbour salt"
WORD = "Quagmirewort"
ENCODINGS = ("utf-8", "utf-16-le")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer of one's own: its home, temporary and runtime folders; a mail program that reads what it is given."""
    root = tmp_path / "machine"
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "xdg-open").write_text(f'#!/bin/sh\ncat "$1" > /dev/null\necho "$1" >> "{tmp_path}/opened"\n')
    (programs / "xdg-open").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    for name, below in (
        ("HOME", "home"),
        ("TMPDIR", "tmp"),
        ("XDG_RUNTIME_DIR", "run"),
        ("XDG_CACHE_HOME", "home/.cache"),
        ("XDG_DATA_HOME", "home/.local/share"),
        ("XDG_STATE_HOME", "home/.local/state"),
        ("XDG_CONFIG_HOME", "home/.config"),
    ):
        (root / below).mkdir(parents=True, exist_ok=True, mode=0o700)
        monkeypatch.setenv(name, str(root / below))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return root


@pytest.fixture
def library_file(machine: Path) -> Path:
    return machine / "home" / "library.clearway"


@pytest.fixture
def settings(machine: Path) -> QSettings:
    return QSettings(str(machine / "home" / ".config" / "settings.ini"), QSettings.Format.IniFormat)


def planted(value: object, key: str = "") -> object:
    """The sample's JSON with the word in every text that a person may have typed."""
    if isinstance(value, dict):
        return {name: planted(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [planted(part, key) for part in value]
    free = isinstance(value, str) and " " in value and "\n" not in value
    return f"{value} {WORD}" if free else value


def readable_in(root: Path) -> list[str]:
    """The files in which the word stands, and documents, whose words are packed."""
    words = [text.encode(encoding) for text in (WORD, WORD.lower()) for encoding in ENCODINGS]
    files = [file for file in root.rglob("*") if file.is_file() and not file.is_symlink()]
    return [
        str(file.relative_to(root))
        for file in files
        if any(word in file.read_bytes() for word in words) or file.suffix in (".pdf", ".eml", ".json", ".ics")
    ]


def open_to_others(root: Path) -> list[str]:
    return [str(file) for file in root.rglob("*") if file.lstat().st_mode & 0o077]


@pytest.fixture
def worked(start: Callable[[], Facilitator], library_file: Path, tmp_path: Path) -> Facilitator:
    """An engagement full of that word; more of it is typed, shown, and on its way to a mail program."""
    brought = tmp_path / "engagement.json"
    brought.write_text(json.dumps(planted(json.loads(resource_text("sample/engagement.json")))))
    open_library(library_file, PASSPHRASE).close()
    facilitator = start()
    facilitator.waits_until(lambda: facilitator.window.lock.closed)
    facilitator.clearway.locking.give(PASSPHRASE)
    facilitator.waits_until(lambda: facilitator.clearway.browsing.known)
    facilitator.clearway.browsing.bring_in(brought)
    facilitator.waits_until(lambda: facilitator.window.session is not None)
    assert WORD in facilitator.engagement.pilot.purpose or WORD in facilitator.engagement.pilot.name
    facilitator.goes_to(Step.PREPARE)
    facilitator.types_into("Pilot", f"Leak Watch {WORD}")
    facilitator.goes_to(Step.REPORT)
    page = facilitator.window.pages[Step.REPORT]
    facilitator.waits_until(lambda: page.send.sending.document is not None)  # type: ignore[attr-defined]
    facilitator.presses("Send by e-mail")
    facilitator.presses("Open in the mail program")
    facilitator.waits_until(lambda: (tmp_path / "opened").exists())
    facilitator.waits_until_saved()
    return facilitator


def test_after_closing_no_file_on_the_machine_can_be_read(worked: Facilitator, machine: Path) -> None:
    assert readable_in(machine / "home" / ".cache"), "what is on its way can be seen by this test"
    worked.window.close()
    worked.clearway.stop()
    assert readable_in(machine) == []
    assert open_to_others(machine / "home" / ".cache") == []
    assert oct((machine / "home" / "library.clearway").stat().st_mode)[-3:] == "600"


def test_after_a_kill_nothing_can_be_read_but_what_a_mail_program_has_and_that_goes_at_the_next_start(
    worked: Facilitator, machine: Path, library_file: Path
) -> None:
    left = readable_in(machine)
    assert left
    assert all("outgoing" in name for name in left)
    worked.clearway.thread.without_library(lambda: "", lambda _: None, lambda _: None)  # as killed: nothing is cleared
    again = Clearway(library_file, worked.clearway.settings, PASSPHRASE)
    again.start()
    worked.waits_until(lambda: again.browsing.known and not readable_in(machine))
    again.window.close()
    again.stop()


def test_what_could_not_be_saved_is_kept_in_no_file(worked: Facilitator, machine: Path) -> None:
    kept = worked.clearway.rescue.keep(Edit(act_called(f"Rename {WORD}"), "engagement"))
    assert WORD in kept
    assert not worked.clearway.rescue.kept()
    assert isinstance(worked.clearway.kept, KeptActs)


def test_files_on_their_way_are_overwritten(tmp_path: Path) -> None:
    outgoing = OutgoingFolder(tmp_path / "out")
    (path,) = outgoing.put({"plan.pdf": b"%PDF"})
    with path.open("rb") as file:
        outgoing.clear()
        assert file.read() == bytes(4)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_plain_library_that_is_locked_leaves_nothing_of_before(machine: Path, library_file: Path) -> None:
    with open_library(library_file) as library:
        from desktop.library_acts import LibraryActs

        text = json.dumps(planted(json.loads(resource_text("sample/engagement.json"))))
        LibraryActs(library).bring_in(text.encode())
    assert readable_in(machine) == ["home/library.clearway"]
    relock(library_file, None, PASSPHRASE)
    assert readable_in(machine) == []
