"""What each system is asked to do with a file: real programs that write down how they were called."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.system.programs import SystemPrograms

PROGRAMS = ("xdg-open", "open", "osascript", "explorer")


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the programs write their arguments, one call a line, the arguments between bars."""
    folder, log = tmp_path / "programs", tmp_path / "calls"
    folder.mkdir()
    for name in PROGRAMS:
        line = f'printf "%s" "{name}" >> "{log}"; for a in "$@"; do printf "|%s" "$a" >> "{log}"; done; echo >> "{log}"'
        (folder / name).write_text(f"#!/bin/sh\n{line}\nsleep ${{LASTS:-0}}\nexit ${{STATUS:-0}}\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return log


def called(qtbot: QtBot, calls: Path) -> str:
    qtbot.waitUntil(lambda: calls.exists() and calls.read_text().endswith("\n"), timeout=10_000)
    return calls.read_text().rstrip("\n")


HOSTILE = Path("/tmp/a folder/$(touch x) & 'plan'.eml")


def test_linux_opens_a_message_as_a_file(qtbot: QtBot, calls: Path) -> None:
    SystemPrograms("linux").write_message(HOSTILE, "Subject", "Text", Path("/tmp/plan.pdf"), ["a@example.org"])

    assert called(qtbot, calls) == f"xdg-open|{HOSTILE}"


def test_linux_shows_the_folder(qtbot: QtBot, calls: Path) -> None:
    SystemPrograms("linux").show(HOSTILE)

    assert called(qtbot, calls) == f"xdg-open|{HOSTILE.parent}"


def test_a_program_that_outlives_who_asked_for_it_destroys_nothing_on_its_own_thread(
    qtbot: QtBot, calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LASTS", "0.5")
    destroyed_on: list[threading.Thread] = []
    programs = SystemPrograms("linux")
    programs.destroyed.connect(
        lambda: destroyed_on.append(threading.current_thread()), Qt.ConnectionType.DirectConnection
    )
    programs.show(HOSTILE)
    started = [thread for thread in threading.enumerate() if thread.name == "xdg-open"]
    del programs
    called(qtbot, calls)
    for thread in started:
        thread.join()

    assert started
    assert [thread for thread in destroyed_on if thread is not threading.main_thread()] == []


def test_macos_has_mail_write_the_message_with_nothing_of_it_in_the_script(qtbot: QtBot, calls: Path) -> None:
    subject, text = '"; do shell script "touch x', 'Dear all,\n"quoted" \\ and more'
    people = ["a@example.org", "b@example.org"]
    SystemPrograms("darwin").write_message(HOSTILE, subject, text, Path("/tmp/plan.pdf"), people)
    program, flag, script, *given = called(qtbot, calls).split("|")

    assert (program, flag) == ("osascript", "-e")
    assert "touch x" not in script
    assert "make new outgoing message" in script
    assert given == [subject, text, "/tmp/plan.pdf", *people]


def test_macos_shows_the_file_itself(qtbot: QtBot, calls: Path) -> None:
    SystemPrograms("darwin").show(HOSTILE)

    assert called(qtbot, calls) == f"open|-R|{HOSTILE}"


def test_windows_marks_the_file_and_no_answer_is_expected(
    qtbot: QtBot, calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATUS", "1")  # as the real one ends, whatever happens
    programs, failed = SystemPrograms("win32"), []
    programs.failed.connect(failed.append)
    programs.show(HOSTILE)

    assert called(qtbot, calls) == f"explorer|/select,|{HOSTILE}"
    qtbot.wait(200)
    assert failed == []


def test_a_program_that_refuses_is_told(qtbot: QtBot, calls: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATUS", "3")
    programs = SystemPrograms("linux")
    with qtbot.waitSignal(programs.failed, timeout=10_000) as failed:
        programs.open(HOSTILE)

    assert failed.args == [str(HOSTILE)]


def test_a_program_that_is_not_there_is_told(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    programs = SystemPrograms("linux")
    with qtbot.waitSignal(programs.failed, timeout=10_000) as failed:
        programs.open(HOSTILE)

    assert failed.args == [str(HOSTILE)]
