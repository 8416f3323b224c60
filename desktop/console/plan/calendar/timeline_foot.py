"""Below the timeline: what can be done with the chosen action, what was done, and what the bars mean."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.flow import Flow, TurningLine
from desktop.widgets.labels import button, label, rule
from desktop.widgets.parts.scale import scaled
from desktop.words import gettext

BESIDE = 480
"""Pixels, at a scale of 1, from which the key to the bars stands beside what can be done."""
BAR = QSize(24, 8)
"""Pixels at a scale of 1."""


class BarKey(QWidget):
    """A bar as it stands in the timeline, for the key to it."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_colour(self, colour: str) -> None:
        """Paints it in that."""
        self._colour = QColor(colour)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self, BAR.width()), scaled(self, BAR.height() * 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        high = scaled(self, BAR.height())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour)
            painter.drawRoundedRect(QRectF(0, (self.height() - high) / 2, self.width(), high), high / 2, high / 2)


class TimelineFoot(QWidget):
    """`move_wanted` carries by how many weeks, later or earlier."""

    move_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._number, self._told = label("", "strong"), label("", "muted", wrap=True)
        self._there_is, self._it_takes = BarKey(), BarKey()
        acts = Flow(8)
        acts.addWidget(self._number)
        for text, key, weeks in (
            (gettext("A week earlier"), "Alt+Left", -1),
            (gettext("A week later"), "Alt+Right", 1),
        ):
            made = button(text, "quiet", key=key)
            made.clicked.connect(partial(self.move_wanted.emit, weeks))
            acts.addWidget(made)
        acts.addWidget(label(gettext("Shift: with what waits for it"), "caption"))
        self._acts, meaning = QWidget(), QWidget()
        self._acts.setLayout(acts)
        meaning.setLayout(self._key())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(rule())
        column.addWidget(self._told)
        column.addWidget(TurningLine(self._acts, meaning, beside=BESIDE, spacing=16, shares=(1, 0)))
        self._told.hide()

    def show_action(self, number: str, theme: Theme) -> None:
        """Which one is chosen; empty for none."""
        self._number.setText(gettext("Action {number}").format(number=number))
        self._acts.setVisible(bool(number))
        self._there_is.show_colour(theme.tint)
        self._it_takes.show_colour(theme.accent)

    def tell(self, text: str) -> None:
        """What a move did; empty once that is past."""
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def _key(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for bar, text in (
            (self._there_is, gettext("time there is")),
            (self._it_takes, gettext("time it takes")),
        ):
            line.addWidget(bar)
            line.addWidget(label(text, "caption"))
        line.addStretch(1)
        return line
