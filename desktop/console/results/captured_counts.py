"""How much was captured on the way: what will be printed and what stays here; a row opens its list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.console.results.painted import LEFT, OUT, RIGHT, PaintedRow
from desktop.theme import Theme
from desktop.view_models.results.captured import CapturedCount, CapturedKind, captured_counts
from desktop.view_models.session import EngagementSession
from desktop.widgets.parts.icons import paint_icon
from desktop.widgets.parts.scale import scaled, sized
from desktop.words import gettext

HIGH, ROW, SHARED, INTERNAL, ICON, TEXT = 30, 26, 104, 72, 16, 26


class _Head(QWidget):
    """The names of both columns."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, scaled(self, HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        width, high = self.width() - 2 * OUT, self.height()
        with QPainter(self) as painter:
            painter.translate(OUT, 0)
            painter.setFont(sized(self.font(), "body", bold=True))
            painter.setPen(QColor(theme.ink))
            painter.drawText(QRect(0, 0, width, high - 1), LEFT, gettext("Captured"))
            painter.setFont(sized(self.font(), "caption"))
            painter.setPen(QColor(theme.muted))
            inner = width - scaled(self, INTERNAL)
            painter.drawText(QRect(0, 0, inner, high), RIGHT, gettext("for the client"))
            painter.drawText(QRect(inner, 0, width - inner, high), RIGHT, gettext("internal"))
            painter.setPen(QColor(theme.rule))
            painter.drawLine(0, high - 1, width, high - 1)


class _Row(PaintedRow):
    """Entries of one kind, counted."""

    def __init__(self, count: CapturedCount, theme: Theme) -> None:
        super().__init__(theme, ROW)
        self._count = count
        self.show_count(count, theme)

    def show_count(self, count: CapturedCount, theme: Theme) -> None:
        """Says it anew."""
        self._count, self.theme = count, theme
        self.setAccessibleName(count.sentence())
        self.update()

    def told(self, room: int) -> tuple[tuple[str, int, str], ...]:
        return ((self._count.kind.name, room - self.px(TEXT + SHARED + INTERNAL), "body"),)

    def paintEvent(self, event: QPaintEvent) -> None:
        count, theme, high, width = self._count, self.theme, self.height(), self.room()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_ground(painter)
            painter.translate(self.out, 0)
            side = self.px(ICON)
            place = QRectF(0, (high - side) / 2, side, side)
            paint_icon(painter, count.kind.icon, place, theme.ink, theme.background)
            left = self.px(TEXT)
            inner = width - self.px(INTERNAL)
            name = QRect(left, 0, inner - self.px(SHARED) - left, high)
            self.write(painter, name, count.kind.name, self.type(), theme.ink)
            for end, number, ink in ((inner, count.for_client, theme.ink), (width, count.internal, theme.muted)):
                figure = str(number) if number else "–"
                self.write(painter, QRect(0, 0, end, high), figure, self.type(), ink, RIGHT)


class CapturedCounts(QWidget):
    """`wanted` carries the `CapturedKind` to list."""

    wanted = Signal(object)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self._session, self._rows = session, dict[CapturedKind, _Row]()
        self._head, self._lines = _Head(), QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._lines)
        column.addStretch(1)

    def refresh(self, theme: Theme) -> None:
        """Counts anew."""
        self._head.show_theme(theme)
        for count in captured_counts(self._session):
            if count.kind in self._rows:
                self._rows[count.kind].show_count(count, theme)
            else:
                self._add(count, theme)

    def rows(self) -> list[PaintedRow]:
        """All that can be chosen in it, from above."""
        return list(self._rows.values())

    def _add(self, count: CapturedCount, theme: Theme) -> None:
        row = _Row(count, theme)
        row.clicked.connect(lambda: self.wanted.emit(count.kind))
        self._rows[count.kind] = row
        self._lines.addWidget(row)
