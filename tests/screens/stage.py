"""A console, a room view and a projector in a child process, on screens that the scenario plugs in and out."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from hotplug import plug, screens_in
from PySide6.QtCore import QEvent, QMessageLogContext, QRect, QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.screens.awake import KeepAwake
from desktop.screens.choices import ScreenChoice
from desktop.screens.projector import QUIET, Projector

HARMLESS = ("This plugin does not support propagateSizeHints", "This plugin does not support raise")


class Wakefulness:
    """Counts what would keep the machine awake."""

    held = False

    def start(self) -> None:
        self.held = True

    def stop(self) -> None:
        self.held = False


class Stage:
    """What every scenario begins with; the settings last from one process to the next."""

    def __init__(self, folder: Path) -> None:
        self.settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.console, self.room = QWidget(), QWidget()
        self.field = QLineEdit()
        QVBoxLayout(self.console).addWidget(self.field)
        self.console.setGeometry(40, 40, 900, 600)
        self.console.show()
        self.console.activateWindow()
        self.wakefulness = Wakefulness()
        self.projector = Projector(self.room, self.console, self.settings, KeepAwake(ways=[self.wakefulness]))
        self.said: list[str] = []
        self.projector.lost.connect(lambda name: self.said.append(f"lost {name}"))
        self.projector.returned.connect(lambda name: self.said.append(f"returned {name}"))
        self.rest(60)

    def rest(self, milliseconds: int = 60) -> None:
        """Lets events arrive; well short of what the projector waits for unless told."""
        QTest.qWait(milliseconds)

    def settle(self) -> None:
        """Longer than the projector waits for quiet."""
        self.rest(QUIET + 150)

    def choice(self, name: str) -> ScreenChoice:
        return next(choice for choice in self.projector.screens() if choice.name == name)

    def fills(self, rectangle: tuple[int, int, int, int]) -> bool:
        """Whether the room view is seen, full screen, exactly there and on the screen that is there."""
        place = QRect(*rectangle)
        room = self.room
        return (
            room.isVisible()
            and room.isFullScreen()
            and room.geometry() == place
            and room.screen().geometry() == place
            and room.windowHandle().screen() == room.screen()
        )

    def ends(self) -> None:
        """Leaves nothing that would hear of the next one's screens."""
        self.projector.hide_room()
        self.settings.sync()
        self.console.close()
        for window in (self.room, self.console):
            window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def play(scenarios: dict[str, Callable[[Stage], None]]) -> None:
    """Runs those named on the command line, each on the screens of the start; any word from Qt, any error fails it."""
    words: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(HARMLESS):
            words.append(text)

    sys.excepthook = lambda kind, error, trace: words.append("".join(traceback.format_exception(kind, error, trace)))
    qInstallMessageHandler(hear)
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    application = QApplication([])
    for number, name in enumerate(names):
        if number:
            plug(*screens_in(folder))
        stage = Stage(folder / str(number))
        try:
            scenarios[name](stage)
        except AssertionError:
            words.append(traceback.format_exc())
        stage.ends()
        if words:
            sys.exit("\n".join((name, *words)))
        print(f"played {name}", flush=True)
    application.processEvents()
