"""Shows the pages of a PDF, one below the other, drawn from the very bytes that will be saved."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.widgets.parts.inks import inks
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

    def width_for(self, height: int) -> int:
        """The width in pixels at which the page is so high."""
        return round(height * self._points.width() / self._points.height())

    def fit(self, width: int) -> None:
        """Takes the width in pixels, and the height that goes with it."""
        size = QSize(width, round(width * self._points.height() / self._points.width()))
        if size != self.size():
            self._image = None
            self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            self._image = self._drawn(self.width() * self.devicePixelRatioF() / self._points.width())
        with QPainter(self) as painter:
            painter.drawImage(QRect(QPoint(0, 0), self.size()), self._image)
            painter.setPen(inks(self).color(QPalette.ColorRole.Mid))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def thumb(self, height: int) -> QImage:
        """The page in small, so many pixels high."""
        return self._drawn(height / self._points.height())

    def _drawn(self, scale: float) -> QImage:
        bitmap = self._document[self._number].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        return QImage(bytes(bitmap.buffer), width, height, stride, QImage.Format.Format_RGBX8888).copy()


class PagePreview(QScrollArea):
    """The whole document, scrolled with the usual keys: a page at a time, or as wide as reads well.

    `turned` carries the number of the page in sight, from 0.
    """

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(gettext("Preview"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages: list[PageView] = []
        self._document: pypdfium2.PdfDocument | None = None
        self.whole = True
        """A page at a time, rather than as wide as reads well."""
        self.titles: tuple[str, ...] = ()
        """Of the pages, as the document calls them."""
        self.verticalScrollBar().valueChanged.connect(self._tell)

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
        self.titles = _titles(document, count)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing lies beside a page: sideways keys are for what the page stands on."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        room = self.viewport().size()
        for page in self._pages:
            widest = min(room.width() - 24, WIDEST_PAGE)
            page.fit(max(min(page.width_for(room.height() - 4), widest) if self.whole else widest, 200))

    def show_whole(self, whole: bool) -> None:
        """A page at a time, or as wide as reads well."""
        at = self.page_in_sight()
        self.whole = whole
        self._fit()
        QTimer.singleShot(0, self, lambda: self.show_page(at))

    def show_page(self, number: int) -> None:
        """Scrolls to a page."""
        if 0 <= number < len(self._pages):
            self.verticalScrollBar().setValue(self._pages[number].y())

    def thumb(self, number: int, height: int) -> QImage | None:
        """A page in small, so many pixels high; None where there is no such page."""
        return self._pages[number].thumb(height) if 0 <= number < len(self._pages) else None

    def page_in_sight(self) -> int:
        """The number of the page that fills most of what is seen."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max((n for n, page in enumerate(self._pages) if page.y() <= middle), default=0)

    def _tell(self) -> None:
        self.turned.emit(self.page_in_sight())


def _titles(document: pypdfium2.PdfDocument, count: int) -> tuple[str, ...]:
    found: dict[int, str] = {}
    for mark in document.get_toc(max_depth=3):
        destination = mark.get_dest()
        if destination is not None and (number := destination.get_index()) is not None:
            found.setdefault(number, mark.get_title())
    if count > 2:
        found.setdefault(0, gettext("Cover"))
    titles: list[str] = []
    before = ""
    for number in range(count):
        before = found.get(number, before)
        going_on = gettext("{title}, continued").format(title=before) if before else ""
        titles.append(found.get(number) or going_on or gettext("Page {0}").format(number + 1))
    return tuple(titles)
