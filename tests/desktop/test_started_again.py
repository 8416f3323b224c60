"""A second start on a library that is open: its window comes to the front and takes what was to be opened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop.console.library.taking_overlay import TakingOverlay
from desktop.console.steps import Step
from desktop.own_library import open_library
from desktop.program import Program
from desktop.running import Reach, reach_file, taken_by_running
from desktop.system.one_window import OneWindow
from models.storage.shared.sealed import Seal, sealed
from models.values import places

PASSPHRASE = "kiln ferry harbour salt"
ROOT = Path(__file__).parents[2]
AGE = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


@pytest.fixture
def hand_over(tmp_path: Path) -> Path:
    path = tmp_path / "de Zoë \udce9.clearway" if os.name == "posix" else tmp_path / "de Zoë.clearway"
    path.write_bytes(sealed(b"anything", Seal("", (AGE,))))
    return path


@pytest.fixture
def listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library_file: Path) -> Iterator[Callable[..., OneWindow]]:
    monkeypatch.setattr(places, "_whole", lambda place: tmp_path / "config")
    made: list[OneWindow] = []

    def begin(asked: Callable[[Path | None], None]) -> OneWindow:
        made.append(OneWindow(library_file, asked))
        made[-1].listen()
        return made[-1]

    yield begin
    for one in made:
        one.stop()


def looked_into(facilitator: Facilitator) -> list[TakingOverlay]:
    return [one for one in facilitator.window.findChildren(TakingOverlay) if one.isVisible()]


def test_the_window_takes_the_hand_over_and_another_library_has_a_window_of_its_own(
    facilitator: Facilitator, listens: Callable[..., OneWindow], library_file: Path, hand_over: Path
) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PLAN)
    facilitator.window.showMinimized()
    listens(facilitator.clearway.started_again)

    assert not taken_by_running(library_file.with_name("another.clearway"), hand_over)
    assert taken_by_running(library_file, None)
    facilitator.waits_until(lambda: not facilitator.window.isMinimized() and facilitator.window.isActiveWindow())
    assert facilitator.window.step is Step.PLAN
    link = library_file.with_name("the same.clearway")
    link.symlink_to(library_file)
    assert taken_by_running(link, hand_over)
    facilitator.waits_until(lambda: bool(looked_into(facilitator)))


def test_a_locked_window_takes_it_and_shows_it_once_it_is_opened(
    start: Callable[[], Facilitator], listens: Callable[..., OneWindow], library_file: Path, hand_over: Path
) -> None:
    open_library(library_file, PASSPHRASE).close()
    facilitator = start()
    facilitator.waits_until(lambda: facilitator.window.lock.closed)
    came: list[Path | None] = []

    def hears(path: Path | None) -> None:
        came.append(path)
        facilitator.clearway.started_again(path)

    listens(hears)
    assert taken_by_running(library_file, hand_over)
    facilitator.waits_until(lambda: came == [hand_over])
    assert looked_into(facilitator) == []
    facilitator.types_into("Passphrase", PASSPHRASE)
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.waits_until(lambda: bool(looked_into(facilitator)))


def test_what_finder_asks_for_is_opened_here_or_in_a_window_of_its_own(
    facilitator: Facilitator,
    dressed_app: QApplication,
    library_file: Path,
    hand_over: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert isinstance(dressed_app, Program)
    dressed_app.asked.connect(facilitator.clearway.take_file)

    def finder_opens(path: Path) -> None:
        dressed_app.sendEvent(dressed_app, QFileOpenEvent(str(path)))

    try:
        finder_opens(tmp_path / "gone.clearway")
        assert "cannot be read" in facilitator.window.banner.text()
        facilitator.window.showMinimized()
        finder_opens(library_file)
        assert not facilitator.window.isMinimized()
        sound = hand_over.rename(tmp_path / "de Zoë.clearway")
        finder_opens(sound)
        facilitator.waits_until(lambda: bool(looked_into(facilitator)))
        program, told = tmp_path / "clearway", tmp_path / "told"
        program.write_text(f'#!/bin/sh\necho "$@" > "{told}.part"; mv "{told}.part" "{told}"\n')
        program.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(program))
        other = tmp_path / "another one.clearway"
        other.touch()
        finder_opens(other)
        facilitator.waits_until(told.exists)
        assert told.read_text().strip().endswith(str(other))
    finally:
        dressed_app.asked.disconnect()


@pytest.mark.skipif(os.name == "nt", reason="Windows gives a person's folders to nobody else by itself")
def test_who_does_not_know_its_key_is_refused_and_it_listens_on(
    facilitator: Facilitator, listens: Callable[..., OneWindow], library_file: Path
) -> None:
    came: list[Path | None] = []
    listens(came.append)
    file = reach_file(library_file)
    reach = Reach.read(file.read_bytes())
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert Path(reach.address).parent.stat().st_mode & 0o777 == 0o700

    with pytest.raises(AuthenticationError):
        Client(reach.address, authkey=b"guessed")
    for nonsense in (b"\xff", b"[1]", b'["' + b"x" * 70_000 + b'", ""]'):
        with suppress(BrokenPipeError, ConnectionResetError):  # it may hang up before all of it is sent
            Client(reach.address, authkey=reach.key).send_bytes(nonsense)
    assert taken_by_running(library_file, None)
    facilitator.waits_until(lambda: came == [None])


def test_it_listens_no_longer_once_it_is_closed(listens: Callable[..., OneWindow], library_file: Path) -> None:
    one = listens(lambda _: None)
    (serving,) = [thread for thread in threading.enumerate() if thread.name == "second starts"]
    one.stop()
    serving.join(timeout=30)
    assert not serving.is_alive()
    assert not reach_file(library_file).exists()
    assert not taken_by_running(library_file, None)


@pytest.mark.skipif(os.name == "nt", reason="signals are a matter of Unix")
def test_a_second_process_ends_at_once_and_after_a_kill_the_next_one_takes_the_place(tmp_path: Path) -> None:
    own = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "TMPDIR": str(tmp_path)}
    around = {**os.environ, **own, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "desktop.command_line", "--library", str(tmp_path / "library.clearway")]
    for _ in range(2):
        with subprocess.Popen(command, env=around, cwd=ROOT) as first:
            try:
                waits_for_its_reach(first, tmp_path)
                second = subprocess.run(command, env=around, cwd=ROOT, timeout=60, check=False)
                assert (second.returncode, first.poll()) == (0, None)
            finally:
                first.send_signal(signal.SIGKILL)


def waits_for_its_reach(process: subprocess.Popen[bytes], home: Path) -> None:
    """Until the file tells of this process, which is asked for nothing else."""
    before = {path: path.read_bytes() for path in (home / "config").rglob("running/*")}
    for _ in range(600):
        assert process.poll() is None
        now = {path: path.read_bytes() for path in (home / "config").rglob("running/*") if len(path.name) == 24}
        if now and now != before:
            return
        threading.Event().wait(0.05)
    raise AssertionError("it does not listen")
