"""What will stand in the library, before anything does: its columns, and in them the sample as it would stand."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.console.library.standing_columns import StandingColumns, heads_need
from desktop.theme import Theme
from desktop.view_models.library.standings import Standings
from desktop.widgets.parts.rows import paint_line
from desktop.widgets.parts.scale import sized
from desktop.words import gettext

MODES = 6
"""Failure modes of the method that comes with the program."""
HEAD, ROW = 1.6, 3.6
"""Lines of type."""
AFTER = 300
"""Milliseconds on the page after which the sample is worked out: who presses at once does not wait for it."""


class FirstRow(QWidget):
    """Nothing in it can be pressed: it is no engagement. The sample's figures come once the page stands."""

    def __init__(self, standings: Standings, theme: Theme) -> None:
        super().__init__()
        self._standings, self._theme = standings, theme
        standings.sampled.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, round(QFontMetrics(self.font()).height() * (HEAD + ROW)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(AFTER, self, self._ask)

    def _ask(self) -> None:
        if self.isVisible():
            self._standings.ask_sample()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, line, small = self._theme, QFontMetrics(self.font()).height(), sized(self.font(), "key")
        sample = self._standings.sample
        names = [mode.short for mode in sample[1].modes] if sample else [""] * MODES
        heads = heads_need(names, self.font()) if sample else float(self.width())
        columns, head = StandingColumns(self.width(), line, MODES, heads), round(line * HEAD)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            columns.paint_head(painter, QRect(0, 0, self.width(), head), names, theme, small)
            for place, colour in ((head, theme.rule), (self.height() - 1, theme.hair)):
                painter.setPen(QColor(colour))
                painter.drawLine(0, place, self.width(), place)
            row = QRect(0, head + round(line * 0.6), self.width(), round(line * 2.7))
            wide = round(self.width() - columns.width - line * 0.7)
            if sample:
                pilot, pack = sample
                findings = {mode.id: mode.finding for mode in pack.modes}
                client = gettext("Sample: {client}").format(client=pilot.counted.client)
                self._paint_name(painter, row, wide, pilot.counted.pilot, client, theme.ink)
                columns.paint(painter, row, pilot, findings, theme, self.font())
            else:
                self._paint_name(painter, row, wide, gettext("Your first pilot"), gettext("its client"), theme.muted)
                texts = gettext("what holds it back"), gettext("go or no-go"), gettext("what is due")
                columns.paint_empty(painter, row, texts, theme, self.font())

    def _paint_name(self, painter: QPainter, row: QRect, wide: int, pilot: str, client: str, ink: str) -> None:
        line = QFontMetrics(self.font()).height()
        name = QRect(0, row.top(), wide, round(line * 1.4))
        paint_line(painter, name, sized(self.font(), "lead", bold=True, serif=True), ink, pilot)
        below = name.translated(0, round(line * 1.25))
        paint_line(painter, below, self.font(), self._theme.muted, client)
