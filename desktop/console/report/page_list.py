"""The pages of a document by their titles, each in small: where one is in it, and the way to another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.theme import Theme
from desktop.widgets.parts.by_width import width_without_lone_word
from desktop.widgets.parts.rows import paint_row
from desktop.widgets.parts.scale import scaled, sized
from desktop.words import gettext

WIDTH, HIGH, NUMBER = 208, 58, 20
"""Pixels across, of a row, and of a number."""
THUMB, HELD = 42, 30
"""Pixels of a page in small: how high, and the width that is held for it."""


class PageList(QWidget):
    """`chosen` carries the number of the page that was pressed, from 0."""

    chosen = Signal(int)

    def __init__(self, thumb: Callable[[int, int], QImage | None]) -> None:
        """`thumb` draws a page in small, so many pixels high."""
        super().__init__()
        self._thumb = thumb
        self._thumbs: dict[int, QImage | None] = {}
        self._drawing = QTimer(self, singleShot=True, interval=0)
        self._drawing.timeout.connect(self._draw_next)
        self._titles: tuple[str, ...] = ()
        self._here = 0
        self._theme: Theme | None = None
        self.setAccessibleName(gettext("Pages"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_titles(self, titles: tuple[str, ...]) -> None:
        """Of another document."""
        self._titles, self._here, self._thumbs = titles, 0, {}
        self.setAccessibleDescription("; ".join(titles))
        self.update()

    def show_page(self, number: int) -> None:
        """Marks the page that is in sight."""
        if number != self._here:
            self._here = number
            self.update()

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self, WIDTH), scaled(self, HIGH) * 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        with QPainter(self) as painter:
            for place, row in self._rows():
                self._paint(painter, row, place, theme)
        if any(place not in self._thumbs for place, _ in self._rows()):
            self._drawing.start()

    def _paint(self, painter: QPainter, row: QRect, place: int, theme: Theme) -> None:
        here, flags = place == self._here, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        paint_row(painter, row, theme, chosen=here)
        sheet = QRect(row.left() + scaled(self, 12), 0, scaled(self, HELD), scaled(self, THUMB))
        sheet.moveTop(row.top() + (row.height() - sheet.height()) // 2)
        if image := self._thumbs.get(place):
            size = image.deviceIndependentSize().toSize().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
            sheet.setSize(size)
            sheet.moveTop(row.top() + (row.height() - size.height()) // 2)
            painter.drawImage(sheet, image)
        painter.setPen(QColor(theme.accent if here else theme.rule))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        words = row.adjusted(scaled(self, 12 + HELD + 10), 2, -scaled(self, 6), -2)
        painter.setFont(sized(self.font(), "caption"))
        painter.setPen(QColor(theme.muted))
        painter.drawText(words, flags, str(place + 1))
        painter.setFont(sized(self.font(), "caption", bold=here))
        painter.setPen(QColor(theme.ink))
        words.setLeft(words.left() + scaled(self, NUMBER))
        words.setWidth(width_without_lone_word(self._titles[place], painter.font(), words.width()))
        flags |= int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words, flags, _as_much(self._titles[place], painter.fontMetrics(), words, flags))

    def _draw_next(self) -> None:
        """One at a time, so that nobody waits for them."""
        place = next((place for place, _ in self._rows() if place not in self._thumbs), None)
        if place is not None:
            ratio = self.devicePixelRatioF()
            image = self._thumb(place, round(scaled(self, THUMB) * ratio))
            if image is not None:
                image.setDevicePixelRatio(ratio)
            self._thumbs[place] = image
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event)
        QToolTip.showText(event.globalPosition().toPoint(), self._titles[place] if place >= 0 else "", self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (place := self._place_at(event)) >= 0:
            self.chosen.emit(place)

    def _place_at(self, event: QMouseEvent) -> int:
        point = event.position().toPoint()
        return next((place for place, row in self._rows() if row.contains(point)), -1)

    def _rows(self) -> list[tuple[int, QRect]]:
        """Of so many pages that they have no room, those around the one in sight."""
        high = scaled(self, HIGH)
        most = max(self.height() // high, 1)
        first = min(max(self._here - most // 2, 0), max(len(self._titles) - most, 0))
        shown = range(first, min(first + most, len(self._titles)))
        return [(place, QRect(0, n * high, self.width(), high)) for n, place in enumerate(shown)]


def _as_much(title: str, metrics: QFontMetrics, place: QRect, flags: int) -> str:
    """The title, or as many of its words as stand in the place."""
    shown, words = title, title.split(" ")
    while len(words) > 1 and metrics.boundingRect(place, flags, shown).height() > place.height():
        words.pop()
        shown = " ".join(words).rstrip(",;:") + "…"
    return shown
