"""The pages of a document by their titles: where one is in it, and the way to another."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.theme import Theme
from desktop.widgets.parts.rows import paint_row
from desktop.widgets.parts.scale import scaled, sized
from desktop.words import gettext

WIDTH, HIGH, NUMBER, LINES = 208, 44, 32, 2


class PageList(QWidget):
    """`chosen` carries the number of the page that was pressed, from 0."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._titles: tuple[str, ...] = ()
        self._here = 0
        self._theme: Theme | None = None
        self.setAccessibleName(gettext("Pages"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_titles(self, titles: tuple[str, ...]) -> None:
        """Of another document."""
        self._titles, self._here = titles, 0
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
                here = place == self._here
                paint_row(painter, row, theme, chosen=here)
                painter.setFont(sized(self.font(), "caption"))
                painter.setPen(QColor(theme.muted))
                number = QRect(row.left() + scaled(self, 10), row.top(), scaled(self, NUMBER), row.height())
                painter.drawText(
                    number, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), str(place + 1)
                )
                painter.setFont(sized(self.font(), "caption", bold=here))
                painter.setPen(QColor(theme.ink))
                words = row.adjusted(scaled(self, NUMBER), 2, -6, -2)
                flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                room = words.width() * LINES - scaled(self, 24)
                text = painter.fontMetrics().elidedText(self._titles[place], Qt.TextElideMode.ElideRight, room)
                painter.drawText(words, int(flags) | int(Qt.TextFlag.TextWordWrap), text)

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
