"""A field for one person's name or address, which hands on what is more than that."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)

from desktop.widgets.fields import LineField
from models.attending.reading import is_several


class PeopleLine(LineField):
    """`several` carries what was pasted or dropped here and holds more than one person."""

    several = Signal(QMimeData)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.matches(QKeySequence.StandardKey.Paste) and self._hands_on(QClipboard.Mode.Clipboard)):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pastes = event.button() is Qt.MouseButton.MiddleButton and QGuiApplication.clipboard().supportsSelection()
        if not (pastes and self._hands_on(QClipboard.Mode.Selection)):
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.popup(event.globalPos())

    def dropEvent(self, event: QDropEvent) -> None:
        if is_several(event.mimeData().text()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.several.emit(event.mimeData())
        else:
            super().dropEvent(event)

    def _paste(self) -> None:
        if not self._hands_on(QClipboard.Mode.Clipboard):
            self.paste()

    def _hands_on(self, mode: QClipboard.Mode) -> bool:
        """Whether it was more than one person."""
        copied = QGuiApplication.clipboard().mimeData(mode)
        if copied is None or not (copied.hasUrls() or is_several(copied.text())):
            return False
        self.several.emit(copied)
        return True
