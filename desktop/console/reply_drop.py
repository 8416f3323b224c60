"""A returned PDF dropped anywhere on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.console.rail import Step

if TYPE_CHECKING:
    from desktop.console.window import ConsoleWindow


class ReplyDrop(QObject):
    """Takes one PDF at a time, and only while an engagement is open; it is copied, never moved."""

    def __init__(self, window: ConsoleWindow) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDropEvent):
            path = _pdf(event.mimeData())
            if path is None or self._window.session is None:
                event.ignore()
                return True
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if event.type() is QEvent.Type.Drop:
                self._read(path)
            return True
        return super().eventFilter(watched, event)

    def _read(self, path: Path) -> None:
        from desktop.console.report.page import ReportPage

        self._window.go_to(Step.REPORT)
        page = self._window.pages[Step.REPORT]
        if isinstance(page, ReportPage):
            page.send.read_reply(path)


def _pdf(dropped: QMimeData) -> Path | None:
    urls = dropped.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == ".pdf" else None
