"""The workshop's clock in the rail: which box it is in, how long is left, and whether the end will be late. Private."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.long_text import shortened
from desktop.view_models.pacing import Pacing
from desktop.widgets.labels import button, label, restyle
from models.agenda import MINUTE, WORTH_A_WORD, Pace
from models.workshop import AgendaBox

TICK = 1_000
"""Milliseconds between two looks at the clock."""
MOST_LETTERS = 24
"""Of a box's title, in one line of the rail."""


class PaceStrip(QWidget):
    """Hidden while there is no agenda. Nothing is saved as time passes, only when somebody acts."""

    def __init__(self) -> None:
        super().__init__()
        self._model: Pacing | None = None
        self._box, self._time = label("", "label"), label("", "caption")
        self._next = button("", "quiet", tip="Alt+N")
        self._more = button(self.tr("+5 min"), "quiet", tip="Alt+M")
        self._pause = button("", "quiet", tip="Alt+P")
        self._shorten = button("", "quiet")
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self.refresh)
        self._lay_out()
        self.hide()

    def show_model(self, model: Pacing | None) -> None:
        """Follows the agenda of another engagement, or of none."""
        self._model = model
        self.refresh()

    def refresh(self) -> None:
        """Looks at the clock."""
        model = self._model
        shown = model is not None and bool(model.agenda)
        self.setVisible(shown)
        if model is None or not shown:
            self._tick.stop()
            return
        now = model.pace()
        if now.running != self._tick.isActive():
            (self._tick.start if now.running else self._tick.stop)()
        self._show(now)
        self._show_advice(now, model.to_shorten())

    def _show(self, now: Pace) -> None:
        begun = now.box is not None
        if now.box is None:
            self._box.setText(self.tr("The agenda has not begun"))
            self._time.setText("")
        else:
            self._box.setText(shortened(now.box.title, MOST_LETTERS))
            self._time.setText(f"{self._left(now)}  ·  {self._pace(now)}")
        self._time.setVisible(begun)
        self._next.setText(self._next_act(now))
        self._pause.setText(self.tr("Pause") if now.running else self.tr("Go on"))
        self._more.setVisible(begun)
        self._pause.setVisible(begun and now.running)
        late = now.minutes_behind >= WORTH_A_WORD
        restyle(self._time, "role", "danger" if late else "caption")

    def _next_act(self, now: Pace) -> str:
        if now.box is None:
            return self.tr("Begin")
        if not now.running:
            return self.tr("Go on")
        return self.tr("Next") if now.following else self.tr("Finish")

    def _left(self, now: Pace) -> str:
        if not now.running:
            return self.tr("paused")
        minutes, seconds = divmod(abs(now.left), MINUTE)
        text = f"{minutes}:{seconds:02}"
        return self.tr("{0} left").format(text) if now.left >= 0 else self.tr("{0} over").format(text)

    def _pace(self, now: Pace) -> str:
        minutes = now.minutes_behind
        if minutes > 0:
            return self.tr("%n min behind", "", minutes)
        return self.tr("%n min ahead", "", -minutes) if minutes < 0 else self.tr("on time")

    def _show_advice(self, now: Pace, cuts: tuple[tuple[AgendaBox, int], ...]) -> None:
        """Which boxes to shorten, in the tip whole; the button has room for the sum."""
        minutes = sum(taken for _, taken in cuts)
        named = "\n".join(f"{box.title}: −{taken}" for box, taken in cuts)
        missing = max(now.minutes_behind - minutes, 0)
        still = self.tr("Still %n min late after that.", "", missing) if missing else ""
        self._shorten.setToolTip("\n".join(part for part in (named, still, "Alt+S") if part))
        first = shortened(cuts[0][0].title, 16) if cuts else ""
        text = self.tr("Shorten {0} −{1}").format(first, minutes)
        if len(cuts) > 1:
            text = self.tr("Shorten %n boxes −{0}", "", len(cuts)).format(minutes)
        self._shorten.setText(text)
        self._shorten.setAccessibleName(f"{text}. {named}. {still}")
        self._shorten.setVisible(bool(cuts))

    def act(self, act: Callable[[Pacing], None]) -> None:
        """Does something to the clock, where there is one."""
        if self._model is not None and self._model.agenda:
            act(self._model)
            self.refresh()

    def take_keys(self, window: QWidget) -> None:
        """From now on the clock's keys work in all of the window, in any field."""
        acts = {"Alt+N": Pacing.go_on, "Alt+M": Pacing.add_five, "Alt+P": Pacing.pause, "Alt+S": Pacing.shorten}
        for keys, act in acts.items():
            QShortcut(QKeySequence(keys), window).activated.connect(lambda a=act: self.act(a))

    def _lay_out(self) -> None:
        for made, act in (
            (self._next, Pacing.go_on),
            (self._more, Pacing.add_five),
            (self._pause, Pacing.pause),
            (self._shorten, Pacing.shorten),
        ):
            made.clicked.connect(lambda _=False, a=act: self.act(a))
        line = QHBoxLayout()
        line.setSpacing(4)
        for made in (self._next, self._more, self._pause):
            line.addWidget(made)
        line.addStretch(1)
        advice = QHBoxLayout()
        advice.addWidget(self._shorten)
        advice.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 0, 16, 8)
        column.setSpacing(1)
        for text in (self._box, self._time):
            text.setContentsMargins(5, 0, 0, 0)
        column.addWidget(self._box)
        column.addWidget(self._time)
        column.addLayout(line)
        column.addLayout(advice)
