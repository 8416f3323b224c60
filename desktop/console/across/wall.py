"""The practice's own wall: all pilots on the projector, while no client's room is shown anything."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.room.window import RoomWindow
from desktop.screens.projector import Projector
from desktop.system.choosing import Choosing
from desktop.view_models.room.pages import RoomView


class Wall(QObject):
    """Escape takes it off, with the keyboard on the wall too. `ended` says that it is off."""

    ended = Signal()

    def __init__(self, console: QWidget, choosing: Choosing) -> None:
        super().__init__(console)
        self._room = RoomWindow(still=choosing.still())
        self._projector = Projector(self._room, console, choosing.kept)
        self._room.key_pressed.connect(self._heed)
        self._room.closed.connect(self.take_off)

    @property
    def on(self) -> bool:
        """Whether it is shown."""
        return self._projector.live

    def show(self, view: RoomView) -> None:
        """On the projector, or over the console where there is none."""
        self._room.show_view(view)
        if not self.on:
            self._projector.show_room(cover_console=True)

    def take_off(self) -> None:
        """Shows nothing any more."""
        if self.on:
            self._projector.bring_back_console()
            self._projector.hide_room()
            self.ended.emit()

    def close(self) -> None:
        """For good."""
        self.take_off()
        self._projector.deleteLater()
        self._room.deleteLater()
        self.deleteLater()

    def _heed(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.take_off()
