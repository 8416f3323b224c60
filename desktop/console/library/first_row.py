"""What will stand in the library, before anything does: its columns, and a row that says what each will hold."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.console.library.standing_columns import StandingColumns
from desktop.theme import Theme
from desktop.widgets.parts.rows import paint_line
from desktop.widgets.parts.scale import sized
from desktop.words import gettext

MODES = 6
"""Failure modes of the method that comes with the program."""
HEAD, ROW = 1.6, 3.6
"""Lines of type."""


class FirstRow(QWidget):
    """Nothing in it can be pressed: it is no engagement."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, round(QFontMetrics(self.font()).height() * (HEAD + ROW)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, line, small = self._theme, QFontMetrics(self.font()).height(), sized(self.font(), "caption")
        columns, head = StandingColumns(self.width(), line, MODES), round(line * HEAD)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            columns.paint_head(painter, QRect(0, 0, self.width(), head), [""] * MODES, theme, small)
            modes = QRect(round(self.width() - columns.width), 0, round(columns.modes), head)
            paint_line(
                painter, modes, sized(self.font(), "caption", bold=True), theme.ink, gettext("Six failure modes")
            )
            for place, colour in ((head, theme.rule), (self.height() - 1, theme.hair)):
                painter.setPen(QColor(colour))
                painter.drawLine(0, place, self.width(), place)
            name = QRect(0, head + round(line * 0.6), line * 10, round(line * 1.4))
            pilot = sized(self.font(), "lead", bold=True, serif=True)
            paint_line(painter, name, pilot, theme.muted, gettext("Your first pilot"))
            below = name.translated(0, round(line * 1.25))
            paint_line(painter, below, self.font(), theme.muted, gettext("its client"))
            texts = gettext("what holds it back"), gettext("go or no-go"), gettext("what is due")
            row = QRect(0, name.top(), self.width(), round(line * 2.7))
            columns.paint_empty(painter, row, texts, theme, self.font())
