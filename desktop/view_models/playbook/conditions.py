"""The acts on what has to be true for a phase to be passed: rows of text, day and action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from desktop.system.long_text import shortened
from desktop.view_models.not_understood import NotUnderstood
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, spoken
from models.engagement.engagement import Action
from models.engagement.registers import GateCondition
from models.method.method import Phase
from models.plan.alike import most_alike
from models.plan.plan import accepted_actions, rejected_actions
from models.plan.rubs import after_its_day
from models.plan.titles import titled
from models.playbook.phases import conditions_of, gate_of
from models.values.sentence import Sentence, act_called
from models.values.terms import Progress, new_id

MOST_LETTERS = 34
"""Of an action, where it is chosen."""


class Conditions:
    """Of one phase. An id that no row has begins one."""

    def __init__(self, session: EngagementSession, phase: Phase) -> None:
        self.session, self._phase = session, phase

    @property
    def phase_id(self) -> str:
        """The phase whose gate it is."""
        return self._phase.id

    @property
    def kept(self) -> NotUnderstood:
        """Where a day that is not understood is kept."""
        return self.session.not_understood

    def rows(self) -> tuple[GateCondition, ...]:
        """In their order."""
        return conditions_of(self.session.current, self._phase.id)

    def actions(self, chosen: str) -> list[tuple[str, str]]:
        """The agreed actions by id, each with its number; and the chosen one if the room has decided against it."""
        current = self.session.current
        found = [(a.id, f"{a.position}  {self._short(a)}") for a in accepted_actions(current)]
        against = [a for a in rejected_actions(current) if a.id == chosen]
        return [*found, *((a.id, gettext("Rejected: {0}").format(self._short(a))) for a in against)]

    def _short(self, action: Action) -> str:
        """Its short name, or as much of its title as there is room for."""
        own = (a.short for a in self.session.method.actions if a.title == action.title)
        return action.short.strip() or next(own, "") or shortened(titled(action.title, spoken()), MOST_LETTERS)

    def action(self, row: GateCondition) -> Action | None:
        """The action that makes it true, where it is agreed."""
        return next((a for a in accepted_actions(self.session.current) if a.id == row.action_id), None)

    def clash(self, row: GateCondition) -> str:
        """That its action is due after its day; empty where it is not."""
        return after_its_day(row, self.session.current, self.session.words)

    def move_action(self, row: GateCondition) -> None:
        """Its action is due on the day by which the gate asks for it."""
        action = self.action(row)
        if action is not None and row.day is not None and self.clash(row):
            label = act_called("Move {n} action to another day", "Move {n} actions to another day", n=1)
            self.session.edit(label, replace(action, due=row.day))

    def move_first(self) -> bool:
        """The same for the first row of which it holds; whether there was one."""
        row = next((row for row in self.rows() if self.clash(row)), None)
        if row is not None:
            self.move_action(row)
        return row is not None

    def about_action(self, row: GateCondition) -> str:
        """What its action is and when it is due; empty without one."""
        action = self.action(row)
        if action is None:
            return ""
        named = gettext("Its action is {number}, {name}.").format(number=action.position, name=self._short(action))
        if action.due is None and not row.day:
            return f"{named} " + gettext("It has no date yet: the day you give here becomes its own.")
        return named

    def likely_action(self, row: GateCondition) -> tuple[str, str]:
        """The agreed action that shares most words with the row, which has none: its id, and what it is called."""
        taken = {other.action_id for other in self.rows()}
        open_ = [a for a in accepted_actions(self.session.current) if a.id not in taken and (a.title + a.short).strip()]
        found = None if row.action_id else most_alike(row.text, {a.id: f"{a.title} {self._short(a)}" for a in open_})
        action = next((a for a in open_ if a.id == found), None)
        if action is None:
            return "", ""
        text = gettext("Perhaps action {number}, {name}")
        return action.id, text.format(number=action.position, name=self._short(action))

    def write(self, row_id: str, field: str, value: str | date | None, typing: str = "") -> None:
        """Text, day or action of a row; nothing where that would begin one that says nothing."""
        known = next((row for row in self.rows() if row.id == row_id), None)
        if known is None and not value:
            return
        changes: dict[str, Any] = {field: value}
        row = replace(known or self._new(row_id), **changes)
        self.session.edit(self._label(), row, *self._dated(row), typing=typing)

    def _dated(self, row: GateCondition) -> list[Action]:
        """An action without a date takes that of the row, which says so."""
        action = self.action(row)
        if action is None or action.due or row.day is None or action.progress is Progress.DONE:
            return []
        return [replace(action, due=row.day)]

    def remove(self, row_id: str) -> None:
        """Takes a row away."""
        self.session.edit(self._label(), remove=[row for row in self.rows() if row.id == row_id])

    def tidy(self, row_id: str) -> None:
        """Takes a row away in which nothing stands any more."""
        row = next((row for row in self.rows() if row.id == row_id), None)
        if row is not None and not (row.text.strip() or row.day or row.action_id):
            self.remove(row_id)

    def move(self, row_id: str, steps: int) -> None:
        """A row up (-1) or down (1)."""
        rows = list(self.rows())
        place = next((n for n, row in enumerate(rows) if row.id == row_id), -1)
        if place >= 0 and 0 <= place + steps < len(rows):
            rows.insert(place + steps, rows.pop(place))
            self.session.edit(self._label(), *self._placed(rows))

    def written_before(self) -> str:
        """What was written when conditions were one text; empty for nothing."""
        return gate_of(self.session.engagement, self._phase.id).conditions.strip()

    def take_over(self) -> None:
        """What was written before becomes the first row, or as many as it has lines."""
        gate = gate_of(self.session.engagement, self._phase.id)
        lines = [replace(self._new(new_id()), text=line.strip()) for line in gate.conditions.splitlines()]
        rows = [line for line in lines if line.text] + list(self.rows())
        self.session.edit(self._label(), replace(gate, conditions=""), *self._placed(rows))

    def _placed(self, rows: list[GateCondition]) -> list[GateCondition]:
        """The rows in that order; where those of other phases stand is nothing to them."""
        return [replace(row, position=n) for n, row in enumerate(rows)]

    def _end(self) -> int:
        return max((row.position for row in self.session.current.conditions), default=-1) + 1

    def _new(self, row_id: str) -> GateCondition:
        round_id = self.session.current.assessment.id
        return GateCondition(id=row_id, assessment_id=round_id, phase_id=self._phase.id, position=self._end())

    def _label(self) -> Sentence:
        return act_called("Conditions of “{phase}”", phase=self._phase.title)
