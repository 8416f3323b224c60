"""A child process on two screens: prints how long the room takes to follow a key, and how large two windows are.

`python -m tests.bench.room_paint bare`: megabytes with two bare windows. `… clearway LIBRARY`, of a library with an
engagement: megabytes with console and room, then milliseconds from a rating key to the painted room, from a step to
it, and for one repaint.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

if sys.argv[1:2] != ["bare"]:  # as the program does, before anything else loads Qt
    from desktop.system.qt_loading import load_qt

    load_qt()

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

KEYS = 40


def megabytes() -> float:
    """The resident size of this process."""
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def bare() -> None:
    application = QApplication([])
    windows = [QLabel("bare"), QLabel("bare")]
    for window, screen in zip(windows, application.screens(), strict=True):
        window.setGeometry(screen.geometry())
        window.show()
    for _ in range(20):
        application.processEvents()
    print(megabytes())


def clearway(library: str) -> None:
    from desktop.application import Clearway, prepare_qt
    from desktop.console.steps import Step
    from desktop.room.window import RoomWindow

    painted: list[float] = []

    class Timed(RoomWindow):
        """Notes when each of its paintings was done."""

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            painted.append(time.perf_counter())

    from desktop.console.presenting import control

    control.RoomWindow = Timed  # type: ignore[attr-defined]
    application = QApplication([])
    prepare_qt(application)
    settings = QSettings(library + ".ini", QSettings.Format.IniFormat)
    settings.setValue("theme", "light")
    settings.setValue("motion", "none")  # while pages fade, a repaint is but a picture: no floor for anything
    running = Clearway(Path(library), settings)
    console = running.window
    running.start()
    console.setGeometry(application.screens()[0].geometry())
    _until(application, lambda: running.browsing.known)
    running.browsing.open(running.browsing.entries[0].id)
    _until(application, lambda: console.session is not None and not console.session.unsaved)
    console.go_to(Step.DIAGNOSE)
    console.rail.room.live_wanted.emit()
    _until(application, lambda: bool(painted))
    for _ in range(20):
        application.processEvents()
    size = megabytes()
    page = console.pages[Step.DIAGNOSE]
    if console.session is not None:
        page.show_place(console.session.method.signs[0].id)  # else the way may lead beyond the last sign
    opened = console.door.control
    if opened is None:
        raise RuntimeError("the room was not opened")
    room = opened.room

    def follows(key: Qt.Key) -> float:
        painted.clear()
        begun = time.perf_counter()
        QTest.keyClick(page, key)
        _until(application, lambda: bool(painted))
        took = painted[-1] - begun
        _until(application, lambda: console.session is not None and not console.session.unsaved)
        for _ in range(5):
            application.processEvents()
        return took * 1000

    def repaints() -> float:
        begun = time.perf_counter()
        room.repaint()
        return (time.perf_counter() - begun) * 1000

    rates, steps, floor = [], [], []
    for number in range(KEYS):
        rates.append(follows((Qt.Key.Key_1, Qt.Key.Key_2)[number % 2]))
        steps.append(follows(Qt.Key.Key_Right if number < KEYS / 2 else Qt.Key.Key_Left))
        floor.append(repaints())
    print(size, *(statistics.median(times) for times in (rates, steps, floor)))
    running.stop()


def _until(application: QApplication, ready: Callable[[], bool]) -> None:
    while not ready():
        application.processEvents()


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else clearway(sys.argv[2])
