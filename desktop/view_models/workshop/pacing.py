"""The acts of planning the workshop's agenda and of keeping to it. The room is shown the plan and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.view_models.late import say
from desktop.view_models.session import EngagementSession
from models.diagnosis.agenda import (
    Pace,
    advanced,
    extended,
    pace,
    paused,
    preset_agenda,
    shortened,
    to_shorten,
    usual_minutes,
)
from models.engagement.workshop import AgendaBox
from models.method.presets import AgendaPreset
from models.values.sentence import Sentence, act_called
from models.values.terms import new_id

EXTRA = 5
"""Minutes that one key adds."""


def utc_now() -> datetime:
    """The time by the machine's clock."""
    return datetime.now(UTC)


class Pacing(QObject):
    """Each act is one labelled edit. `usual_known` carries, by kind of box, the minutes such boxes usually take."""

    usual_known = Signal(object)

    def __init__(self, session: EngagementSession, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__()
        self.session, self._now = session, now

    @property
    def agenda(self) -> tuple[AgendaBox, ...]:
        """The boxes in their order."""
        return self.session.current.agenda

    def pace(self) -> Pace:
        """Where the workshop stands by now."""
        return pace(self.agenda, self._now())

    def to_shorten(self) -> tuple[tuple[AgendaBox, int], ...]:
        """What could be shortened, each with so many minutes."""
        return to_shorten(self.agenda, self._now())

    def use(self, preset: AgendaPreset) -> None:
        """Replaces the agenda; undo brings the one before back."""
        words, assessment = self.session.words, self.session.current.assessment
        boxes = preset_agenda(preset, self.session.method, assessment.id, words)
        self.session.edit(act_called("Choose an agenda"), *boxes, remove=self.agenda)

    def preset(self) -> str:
        """The id of the preset that the agenda still is; empty where it was changed."""
        method = self.session.method
        now = [(box.kind, box.minutes) for box in self.agenda]
        for preset in method.agenda:
            if [(box.kind, box.minutes) for box in preset_agenda(preset, method, "", self.session.words)] == now:
                return preset.id
        return ""

    def add(self) -> str:
        """A new box at the end; its id."""
        box = AgendaBox(
            id=new_id(),
            assessment_id=self.session.current.assessment.id,
            position=max((b.position for b in self.agenda), default=-1) + 1,
        )
        self.session.edit(act_called("Add a time box"), box)
        return box.id

    def change(self, box_id: str, field: str, value: str | int, typing: str = "") -> None:
        """Title or minutes of a box."""
        changes: dict[str, Any] = {field: value}
        if box := self._box(box_id):
            self.session.edit(act_called("Change the agenda"), replace(box, **changes), typing=typing)

    def remove(self, box_id: str) -> None:
        """Takes a box out."""
        if box := self._box(box_id):
            self.session.edit(act_called("Remove a time box"), remove=[box])

    def shift(self, box_id: str, steps: int, typing: str = "") -> None:
        """Moves a box up (-1) or down (1); moves with one token in `typing` are one act."""
        boxes, shifted = list(self.agenda), self._box(box_id)
        if shifted is None:
            return
        place = boxes.index(shifted)
        if 0 <= place + steps < len(boxes):
            boxes.insert(place + steps, boxes.pop(place))
            moved = [replace(box, position=n) for n, box in enumerate(boxes)]
            changed = [box for box in moved if box not in self.agenda]
            self.session.edit(act_called("Move a time box"), *changed, typing=typing)

    def go_on(self) -> None:
        """Begins, goes on after a pause, or goes to the next box."""
        self._clock(act_called("Go on in the agenda"), advanced(self.agenda, self._now()))

    def pause(self) -> None:
        """Stops the clock, or lets it go on."""
        self._clock(act_called("Pause the clock"), paused(self.agenda, self._now()))

    def add_five(self) -> None:
        """Five minutes more for the box the workshop is in."""
        self._clock(act_called("Add five minutes"), extended(self.agenda, EXTRA))

    def shorten(self) -> None:
        """Shortens what is proposed."""
        self._clock(act_called("Shorten what is to come"), shortened(self.to_shorten()))

    def ask_usual(self) -> None:
        """Has `usual_known` come with what the boxes of this library's workshops have really taken."""
        self.session.ask(
            lambda library: usual_minutes(library.times_spent()), lambda usual: say(self, "usual_known", usual)
        )

    def _clock(self, label: Sentence, boxes: tuple[AgendaBox, ...]) -> None:
        if boxes:
            self.session.edit(label, *boxes)

    def _box(self, box_id: str) -> AgendaBox | None:
        """None once it is gone, which a row that still stands may not know yet."""
        return next((box for box in self.agenda if box.id == box_id), None)
