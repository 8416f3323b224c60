"""Shows the pages of a PDF, one below the other, drawn from the very bytes that will be saved."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.words import gettext

GAP = 24
WIDEST_PAGE = 820
"""Pixels at which a page reads well on a laptop."""


class PageView(QWidget):
    """One page, drawn when it comes into view."""

    def __init__(self, document: pypdfium2.PdfDocument, number: int, count: int) -> None:
        super().__init__()
        self._document, self._number = document, number
        size = document.get_page_size(number)
        self._points = QSize(round(size[0]), round(size[1]))
        self._image: QImage | None = None
        self.setAccessibleName(gettext("Page {0} of {1}").format(number + 1, count))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fit(self, width: int) -> None:
        """Takes the width in pixels, and the height that goes with it."""
        size = QSize(width, round(width * self._points.height() / self._points.width()))
        if size != self.size():
            self._image = None
            self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            self._image = self._drawn()
        with QPainter(self) as painter:
            painter.drawImage(QRect(QPoint(0, 0), self.size()), self._image)
            painter.setPen(QColor("#C9D0D9"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _drawn(self) -> QImage:
        scale = self.width() * self.devicePixelRatioF() / self._points.width()
        bitmap = self._document[self._number].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        return QImage(bytes(bitmap.buffer), width, height, stride, QImage.Format.Format_RGBX8888).copy()


class PagePreview(QScrollArea):
    """The whole document, scrolled with the usual keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(gettext("Preview"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages: list[PageView] = []
        self._document: pypdfium2.PdfDocument | None = None

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def show_pdf(self, data: bytes) -> None:
        """Shows another document, from the same place in it where that still exists."""
        place = self.verticalScrollBar().value()
        document = pypdfium2.PdfDocument(data)
        document.init_forms()  # else the fields to be filled in are not drawn
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, GAP)
        column.setSpacing(GAP)
        count = len(document)
        self._pages = [PageView(document, number, count) for number in range(count)]
        for page in self._pages:
            column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._fit()
        self.setWidget(content)
        if self._document is not None:
            self._document.close()
        self._document = document
        self.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for page in self._pages:
            page.fit(max(min(self.viewport().width() - 24, WIDEST_PAGE), 200))
