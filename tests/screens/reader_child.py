"""A child process: Clearway with the sample open, which goes to each page that is named on its standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from desktop.application import Clearway, prepare_qt
from desktop.console.steps import Step


def main() -> int:
    application = QApplication([])
    prepare_qt(application)
    folder = Path(sys.argv[1])
    clearway = Clearway(folder / "library.clearway", QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
    clearway.start()
    clearway.browsing.opened.connect(lambda *_: print("ready", flush=True))
    QTimer.singleShot(0, clearway.browsing.open_sample)
    wanted = QSocketNotifier(0, QSocketNotifier.Type.Read)

    def go() -> None:
        name = sys.stdin.readline().strip()
        if not name:
            application.exit(0)
        elif name == "settings":
            clearway.window.settings.open()
        else:
            clearway.window.go_to(Step(name))
        QTimer.singleShot(100, lambda: print("ready", flush=True))  # what comes by post is there

    wanted.activated.connect(go)
    status = application.exec()
    clearway.stop()
    return status


if __name__ == "__main__":
    sys.exit(main())
