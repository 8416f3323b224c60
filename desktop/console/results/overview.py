"""The one page of what was found: the chart, below it the votes that do not agree and what was captured."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from desktop.console.results.captured_counts import CapturedCounts
from desktop.console.results.chart import Chart
from desktop.console.results.open_votes import OpenVotes
from desktop.console.results.painted import PaintedRow
from desktop.theme import Theme
from desktop.view_models.session import EngagementSession
from desktop.widgets.gliding.rows import GlidingRows
from models.statements.votes import how_it_came

LEFT_WIDEST, RIGHT_WIDEST, BESIDE = 792, 592, 12
"""Pixels: of the two parts below the chart, and between them besides what their rows go out by."""
STACKED = 800
"""Width in pixels below which one stands under the other."""


class Overview(GlidingRows):
    """`sign_wanted` carries the sign to go to, `kind_wanted` the entries to list."""

    sign_wanted = Signal(str)
    kind_wanted = Signal(object)
    agreement_wanted = Signal()

    def __init__(self, session: EngagementSession) -> None:
        super().__init__(lambda: session.still())
        self._session = session
        self.chart, self._votes, self._captured = Chart(session), OpenVotes(session), CapturedCounts(session)
        self._votes.setMaximumWidth(LEFT_WIDEST)
        self._captured.setMaximumWidth(RIGHT_WIDEST)
        self.chart.sign_wanted.connect(self.sign_wanted)
        self._votes.sign_wanted.connect(self.sign_wanted)
        self._votes.all_wanted.connect(self.agreement_wanted)
        self._captured.wanted.connect(self.kind_wanted)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(BESIDE)
        self._below.addWidget(self._votes, 300)
        self._below.addStretch(1)
        self._below.addWidget(self._captured, 200)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.chart)
        column.addLayout(self._below)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= STACKED
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._below.direction() != way:
            self._below.setDirection(way)
            self._captured.setMaximumWidth(RIGHT_WIDEST if beside else LEFT_WIDEST)

    def refresh(self, theme: Theme) -> None:
        """Draws all of it as it stands."""
        self.chart.refresh(theme)
        self._votes.refresh(how_it_came(self._session.method, self._session.current), theme)
        self.count(theme)

    def count(self, theme: Theme) -> None:
        """Only what was captured has changed."""
        self._captured.refresh(theme)

    def choose(self, steps: int) -> None:
        """The keyboard goes to the next row, or the one before; to the first where it is in none."""
        rows = self._rows()
        at = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        place = 0 if at is None else min(max(at + steps, 0), len(rows) - 1)
        rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        self.follow(rows[place], rows[place].theme)

    def press(self) -> None:
        """Opens what has the keyboard; the worst mode where nothing has."""
        here = next((row for row in self._rows() if row.hasFocus()), None)
        if here is None:
            self.chart.open_worst()
        else:
            here.click()

    def _rows(self) -> list[PaintedRow]:
        return [*self.chart.rows(), *self._votes.rows(), *self._captured.rows()]
