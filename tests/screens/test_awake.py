"""The machine is kept awake, or is not and says so, and no child of ours stays behind however we end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.screens.awake import Child, ExecutionState, KeepAwake

ROOT = Path(__file__).parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="these are Linux's means of staying awake")

INHIBIT = """#!/bin/sh
while [ "${1#--}" != "$1" ]; do shift; done
echo $$ > "$0.pid"
exec "$@"
"""
"""Stands in for systemd-inhibit on a machine without systemd: holds nothing, runs what it is given."""

SHOWING = """
from PySide6.QtCore import QCoreApplication, QTimer
from desktop.screens.awake import KeepAwake
application = QCoreApplication([])
awake = KeepAwake()
awake.changed.connect(lambda: print("held" if awake.held else "free", flush=True))
awake.start()
application.exec()
"""


def runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def waits_until(true: Callable[[], bool], seconds: float = 5) -> bool:
    end = time.monotonic() + seconds
    while not (now := true()) and time.monotonic() < end:
        time.sleep(0.02)
    return now


@pytest.fixture
def inhibit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A systemd-inhibit that works, and no desktop session."""
    program = tmp_path / "systemd-inhibit"
    program.write_text(INHIBIT)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    return program


def child_of(program: Path) -> int:
    file = Path(f"{program}.pid")
    assert waits_until(lambda: file.is_file() and file.read_text().endswith("\n"))
    return int(file.read_text())


@LINUX
def test_it_holds_from_the_childs_word_until_it_is_stopped(inhibit: Path, qtbot: QtBot) -> None:
    awake = KeepAwake()
    assert not awake.held
    awake.start()
    assert not awake.held, "asked for is not yet given"
    qtbot.waitUntil(lambda: awake.held)
    child = child_of(inhibit)
    awake.start()
    assert child_of(inhibit) == child
    awake.stop()
    assert not awake.held
    assert not runs(child)
    awake.start()
    qtbot.waitUntil(lambda: awake.held)
    awake.stop()


@LINUX
def test_a_child_that_gives_up_is_noticed(inhibit: Path, qtbot: QtBot) -> None:
    awake = KeepAwake()
    awake.start()
    qtbot.waitUntil(lambda: awake.held)
    os.kill(child_of(inhibit), signal.SIGKILL)
    qtbot.waitUntil(lambda: not awake.held)
    awake.stop()


@LINUX
def test_where_it_is_not_possible_it_fails_quietly(inhibit: Path, qtbot: QtBot) -> None:
    inhibit.write_text("#!/bin/sh\necho 'Failed to inhibit' >&2\nexit 1\n")
    refused = KeepAwake()
    refused.start()
    qtbot.wait(200)
    assert not refused.held
    refused.stop()

    inhibit.write_text("#!/bin/sh\nexec cat >/dev/null\n")
    waiting = KeepAwake()
    waiting.start()
    qtbot.wait(200)
    assert not waiting.held, "it runs, but it has not said that it holds"
    waiting.stop()

    missing = KeepAwake(ways=[Child(refused, "no-such-program", [], speaks=False)])
    missing.start()
    qtbot.wait(50)
    assert not missing.held
    missing.stop()


@LINUX
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV])
def test_no_child_outlives_the_application(inhibit: Path, end: signal.Signals) -> None:
    around = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", SHOWING], stdout=subprocess.PIPE, text=True, env=around) as ours:
        assert ours.stdout is not None
        assert "held\n" in iter(ours.stdout.readline, "")
        child = child_of(inhibit)
        assert runs(child)
        ours.send_signal(end)
        ours.wait(5)
    assert waits_until(lambda: not runs(child)), "still there, and the laptop would never sleep again"


@LINUX
@pytest.mark.skipif(which("dbus-run-session") is None, reason="dbus-run-session is not installed (package dbus)")
def test_the_desktops_own_screen_saver_is_asked() -> None:
    around = {**os.environ, "PYTHONPATH": str(ROOT)}
    desktop = Path(__file__).with_name("screen_saver_desktop.py")
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, str(desktop)],
        env=around,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "asked by Clearway\nheld\nlet go\n"), done.stderr


def test_a_program_that_says_nothing_holds_from_its_start(qtbot: QtBot) -> None:
    owner = KeepAwake(ways=[])
    child = Child(owner, sys.executable, ["-c", "import sys; sys.stdin.read()"], speaks=False)
    awake = KeepAwake(ways=[child])
    awake.start()
    qtbot.waitUntil(lambda: awake.held)
    awake.stop()
    assert not awake.held


def test_windows_is_told_and_told_back(qapp: QApplication) -> None:
    told: list[int] = []

    def accepts(state: int) -> int:
        told.append(state)
        return 0x80000000

    awake = KeepAwake(ways=[ExecutionState(accepts)])
    awake.start()
    assert awake.held
    awake.stop()
    assert not awake.held
    assert told == [0x80000003, 0x80000000]

    refused = KeepAwake(ways=[ExecutionState(lambda state: 0)])
    refused.start()
    assert not refused.held
