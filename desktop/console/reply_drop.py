"""A returned PDF dropped anywhere on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class ReplyDrop(QObject):
    """Takes one PDF at a time; it is copied, never moved."""

    def __init__(self, window: QWidget, may_take: Callable[[], bool], take: Callable[[Path], None]) -> None:
        """`may_take` says whether a reply is welcome just now, `take` is given its path."""
        super().__init__(window)
        self._may_take, self._take = may_take, take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDropEvent):
            path = _pdf(event.mimeData())
            if path is None or not self._may_take():
                event.ignore()
                return True
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if event.type() is QEvent.Type.Drop:
                self._take(path)
            return True
        return super().eventFilter(watched, event)


def _pdf(dropped: QMimeData) -> Path | None:
    urls = dropped.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == ".pdf" else None
