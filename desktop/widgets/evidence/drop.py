"""Files dropped on a page, or pasted: what of them can be kept as evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget

_DROPS = (QDragEnterEvent, QDropEvent)
Take = Callable[[list[Path]], None]


class FileDrop(QObject):
    """Takes files that are dropped on a widget; they are copied, never moved."""

    def __init__(self, widget: QWidget, take: Take, *, lone_pdf: bool) -> None:
        """Without `lone_pdf`, a single PDF is left to the window, which looks whether it is a reply."""
        super().__init__(widget)
        self._take, self._lone_pdf = take, lone_pdf
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, _DROPS):  # asked with each event of the page, its paintings among them
            return False
        paths = files_in(event.mimeData())
        lone = len(paths) == 1 and paths[0].suffix.lower() == ".pdf"
        if not paths or (lone and not self._lone_pdf):
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self._take(paths)
        return True


def files_in(given: QMimeData | None) -> list[Path]:
    """The files of this computer that are named."""
    return [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()] if given else []


def picture_in(given: QMimeData | None) -> QImage | None:
    """The picture that was copied, if one was; text beside it is meant to be read rather than seen."""
    if given is None or not given.hasImage() or given.hasText():
        return None
    image = QImage(given.imageData())
    return None if image.isNull() else image
