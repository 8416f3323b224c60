"""A child process: shows a bare window or Clearway, and prints when its first frame stood and how large it was."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

if sys.argv[1:2] != ["bare"]:  # as the program does, before anything else loads Qt
    gc.disable()  # until the window's own collector begins
    from desktop.system.qt_loading import load_qt

    load_qt()

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

WAITING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
"""As the program itself waits: asking again and again would take turns from the library's thread, and count as work."""


class FirstFrame(QObject):
    """Notes the first paint of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.at = 0.0
        self.megabytes = 0.0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest and not self.at:
            self.at = -1.0
            QApplication.postEvent(self, QEvent(QEvent.Type.User))
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self.at = time.monotonic()
            status = Path("/proc/self/status").read_text().splitlines()
            self.megabytes = next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
        return super().event(event)


def bare() -> None:
    application = QApplication([])
    window = QLabel("bare")
    frame = FirstFrame(window)
    window.resize(1280, 800)
    window.show()
    while frame.at <= 0:
        application.processEvents(WAITING)
    print(frame.at, frame.megabytes, frame.at)


def clearway(library: str, passphrase: str | None = None) -> None:
    from PySide6.QtCore import QSettings

    from desktop.application import Clearway, prepare_qt

    application = QApplication([])
    prepare_qt(application)
    settings = QSettings(library + ".ini", QSettings.Format.IniFormat)
    settings.setValue("theme", "light")
    running = Clearway(Path(library), settings, passphrase)
    frame = FirstFrame(running.window)
    running.start()
    while frame.at <= 0 or not running.browsing.known:
        application.processEvents(WAITING)
    listed = time.monotonic()
    print(frame.at, frame.megabytes, listed)
    running.stop()


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else clearway(*sys.argv[2:])
