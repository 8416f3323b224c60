"""What came back, dropped anywhere on the window: one PDF, several, or a folder of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.console.steps import Step

if TYPE_CHECKING:
    from desktop.console.window import ConsoleWindow
    from desktop.view_models.workshop.receiving import Receiving


class ReplyDrop(QObject):
    """Files are copied, never moved. Answers are taken in; replies are shown beside the plan, one after another."""

    def __init__(self, window: ConsoleWindow) -> None:
        super().__init__(window)
        self._window = window
        self._receiving: Receiving | None = None
        window.setAcceptDrops(True)

    def look_at(self, event: QDragEnterEvent | QDropEvent) -> None:
        """Of what is dragged over the window, or dropped."""
        paths = _paths(event.mimeData())
        if not paths or self._window.session is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.take(paths)

    def take(self, paths: list[Path]) -> None:
        """Reads what came back in files and folders."""
        from desktop.view_models.workshop.receiving import Receiving

        if self._window.session is None:
            return
        if self._receiving is None:
            self._receiving = Receiving(self._window.session)
            self._receiving.told.connect(self._window.banner.notice)
            self._receiving.replies.connect(self._show)
        self._receiving.take(paths)

    def leave(self) -> None:
        """The engagement is left: what is still read comes to nothing."""
        if self._receiving is not None:
            self._receiving.finish()
            self._receiving = None

    def _show(self, replies: tuple[Path, ...]) -> None:
        if replies:
            self._window.go_to(Step.REPORT)
            self._window.pages[Step.REPORT].take_files(replies)


def _paths(dropped: QMimeData) -> list[Path]:
    """The files of this computer that were dropped; empty where there is anything else among them."""
    urls = dropped.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    taken = [path for path in paths if path.suffix.lower() == ".pdf" or path.is_dir()]
    return taken if len(taken) == len(urls) else []
