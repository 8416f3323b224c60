"""The workshop's clock in the rail: which box it is in, how long is left, and whether the end will be late. Private."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.system.long_text import as_tip, shortened
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import button, label, restyle
from desktop.widgets.parts.bars import ProgressBar
from desktop.widgets.parts.hints import Cap
from desktop.words import gettext
from resources.words import marked

if TYPE_CHECKING:  # loaded with the first engagement: what the agenda brings along would delay the first frame
    from desktop.view_models.workshop.pacing import Pacing
    from models.diagnosis.agenda import Pace
    from models.engagement.workshop import AgendaBox

TICK = 1_000
"""Milliseconds between two looks at the clock."""
MOST_LETTERS = 24
"""Of a box's title, in one line of the rail."""
FEW_LETTERS = 14
"""Of a box's title within a sentence."""
LOW, PLENTY = 640, 840
"""Heights of the rail, in pixels at a scale of 1: below which a proposal leaves to its tip what it does not mend, and
from which nothing has to make way for one.
"""


_ACTS: tuple[Callable[[Pacing], None], ...] = (
    lambda clock: clock.go_on(),
    lambda clock: clock.add_five(),
    lambda clock: clock.pause(),
    lambda clock: clock.shorten(),
)


class PaceStrip(QWidget):
    """Hidden while there is no agenda. Nothing is saved as time passes, only when somebody acts."""

    pressing = Signal(bool)
    """A proposal is there, in a rail that has no room to spare; or no more."""

    keys = (
        KeyAct(
            "Alt+N Alt+M Alt+P Alt+S",
            marked("Agenda: next, five minutes more, pause, shorten"),
            lambda strip, n: strip.do(n),
            anywhere=True,
        ),
    )

    def __init__(self) -> None:
        super().__init__()
        self._model: Pacing | None = None
        self._roomy, self._low, self._pressing = True, False, False
        self._box, self._following = label("", "box"), label("", "caption")
        self._time = label("", "caption", wrap=True)
        self._of, self._bar = label("", "caption"), ProgressBar()
        self._next = button("", "small", tip="Alt+N")
        self._more = button(gettext("+5 min"), "small", tip="Alt+M")
        self._pause = button(gettext("Pause"), "small", tip="Alt+P")
        self._keys = {self._next: Cap("Alt+N"), self._more: Cap("Alt+M"), self._pause: Cap("Alt+P")}
        self._advice = label("", "caption", wrap=True)
        self._shorten = button(gettext("Accept"), "small", key="Alt+S")
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self.refresh)
        self._lay_out()
        self._advice.hide()
        self.hide()

    def show_model(self, model: Pacing | None) -> None:
        """Follows the agenda of another engagement, or of none."""
        self._model = model
        self.refresh()

    def stop(self) -> None:
        """The clock stands, if it ran."""
        if self._model is not None and self._model.pace().running:
            self._model.pause()

    def refresh(self) -> None:
        """Looks at the clock."""
        model = self._model
        shown = model is not None and bool(model.agenda)
        self.setVisible(shown)
        if model is None or not shown:
            self._tick.stop()
            self._press(False)
            return
        now, cuts = model.pace(), model.to_shorten()
        if now.running != self._tick.isActive():
            (self._tick.start if now.running else self._tick.stop)()
        self._show(now)
        self._show_advice(now, cuts)
        self._show_aids(now, self._roomy)
        self._press(bool(cuts) and not self._roomy)

    def make_room(self, height: float) -> None:
        """Takes less of a rail that is only so many pixels high, at a scale of 1."""
        self._roomy, self._low = height >= PLENTY, height < LOW
        self.refresh()

    def _press(self, pressing: bool) -> None:
        if pressing != self._pressing:
            self._pressing = pressing
            self.pressing.emit(pressing)

    def _show(self, now: Pace) -> None:
        from models.diagnosis.agenda import WORTH_A_WORD

        begun = now.box is not None
        if now.box is None:
            self._box.setText(gettext("The agenda has not begun"))
            self._time.setText("")
        elif now.over:
            self._box.setText(gettext("The agenda is done"))
            self._time.setText(self._pace(now))
        else:
            self._box.setText(shortened(now.box.title, MOST_LETTERS))
            self._time.setText(f"{self._left(now)}  ·  {self._pace(now)}")
        self._time.setVisible(begun)
        self._show_bar(now)
        self._next.setText(self._next_act(now))
        self._next.setAccessibleName(self._next.text())
        self._more.setVisible(begun and not now.over)
        self._pause.setVisible(begun and now.running)
        late = now.minutes_behind >= WORTH_A_WORD and not now.over
        restyle(self._time, "role", "danger" if late else "caption")

    def _show_bar(self, now: Pace) -> None:
        """How much of the box is left."""
        from models.diagnosis.agenda import MINUTE

        box = now.box
        shown = box is not None and not now.over
        self._of.setVisible(shown and now.left >= 0)
        self._bar.setVisible(shown)
        if box is not None and shown:
            minutes = box.minutes + box.added
            self._of.setText(gettext("of {n}").format(n=minutes))
            self._bar.show_share(1 - now.left / (minutes * MINUTE) if minutes else 1.0)

    def _next_act(self, now: Pace) -> str:
        if now.box is None:
            return gettext("Begin")
        if not now.running:
            return gettext("Go on")
        return gettext("Next") if now.following else gettext("Finish")

    def _left(self, now: Pace) -> str:
        from models.diagnosis.agenda import MINUTE

        if not now.running:
            return gettext("paused")
        minutes, seconds = divmod(abs(now.left), MINUTE)
        text = f"{minutes}:{seconds:02}"
        return gettext("{0} left").format(text) if now.left >= 0 else gettext("{0} over").format(text)

    def _pace(self, now: Pace) -> str:
        minutes = now.minutes_behind
        if minutes > 0:
            return gettext("{n} min behind").format(n=minutes)
        return gettext("{n} min ahead").format(n=-minutes) if minutes < 0 else gettext("on time")

    def _show_advice(self, now: Pace, cuts: tuple[tuple[AgendaBox, int], ...]) -> None:
        """What to shorten, and what that leaves; the tip names every box."""
        named = [gettext("{0} by {1} min").format(box.title, minutes) for box, minutes in cuts]
        missing = now.minutes_behind - sum(minutes for _, minutes in cuts)
        still = gettext("Then still {n} min late.").format(n=missing) if cuts and missing else ""
        text = f"{self._cuts_in_words(cuts)} {'' if self._low else still}".strip()
        if text != self._advice.text():
            self._advice.setText(text)
        self._shorten.setToolTip(as_tip("\n".join((*named, still)).strip()))
        self._shorten.setAccessibleName(f"{gettext('Accept')}: {', '.join(named)}. {still}".strip())
        self._advice.setVisible(bool(cuts))
        self._shorten.setVisible(bool(cuts))

    def _cuts_in_words(self, cuts: tuple[tuple[AgendaBox, int], ...]) -> str:
        if not cuts:
            return ""
        (box, minutes), others = cuts[0], cuts[1:]
        first = shortened(box.title, FEW_LETTERS)
        if not others:
            return gettext("Shorten {0} by {1} min.").format(first, minutes)
        more = sum(taken for _, taken in others)
        if len(others) == 1:
            second = shortened(others[0][0].title, FEW_LETTERS)
            return gettext("Shorten {0} by {1} and {2} by {3} min.").format(first, minutes, second, more)
        return gettext("Shorten {0} by {1} and {n} more by {2} min.").format(first, minutes, more, n=len(others))

    def _show_aids(self, now: Pace, roomy: bool) -> None:
        """What comes next and the keys of the buttons, unless a proposal needs the room."""
        following = now.following.title if now.following and now.box else ""
        self._following.setText(gettext("then {0}").format(shortened(following, MOST_LETTERS - 4)))
        self._following.setVisible(roomy and bool(following))
        for made, key in self._keys.items():
            key.setVisible(roomy and not made.isHidden())

    def act(self, act: Callable[[Pacing], None]) -> None:
        """Does something to the clock, where there is one."""
        if self._model is not None and self._model.agenda:
            act(self._model)
            self.refresh()

    def do(self, act: int) -> None:
        """One of the acts on the clock, in the order of their keys."""
        self.act(_ACTS[act])

    def _buttons(self) -> tuple[QPushButton, ...]:
        """One for each act on the clock."""
        return self._next, self._more, self._pause, self._shorten

    def _lay_out(self) -> None:
        for made, act in zip(self._buttons(), _ACTS, strict=True):
            made.clicked.connect(lambda _=False, a=act: self.act(a))
        line = QGridLayout()
        line.setHorizontalSpacing(16)
        line.setVerticalSpacing(0)
        for place, (made, key) in enumerate(self._keys.items()):
            line.addWidget(made, 0, place, Qt.AlignmentFlag.AlignLeft)
            line.addWidget(key, 1, place)
        line.setColumnStretch(len(self._keys), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(1)
        for key in self._keys.values():
            key.setContentsMargins(0, 0, 0, 2)
        told = QHBoxLayout()
        told.addWidget(self._time, 1)
        told.addWidget(self._of)
        column.addWidget(self._box)
        column.addLayout(told)
        column.addWidget(self._following)
        column.addSpacing(5)
        column.addWidget(self._bar)
        column.addSpacing(3)
        column.addLayout(line)
        column.addWidget(self._advice)
        column.addWidget(self._shorten, 0, Qt.AlignmentFlag.AlignLeft)
