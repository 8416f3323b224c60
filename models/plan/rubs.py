"""Where the dates rub: what has to begin before it can, what has little room, and what has no date. Sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import IntEnum
from gettext import NullTranslations

from models.engagement.engagement import Round
from models.engagement.registers import GateCondition
from models.frozen import frozen
from models.plan.plan import PlanLine, accepted_actions, start_for
from models.values.months import day_and_month
from models.values.numbers import shown_number, tidy
from models.values.terms import Progress
from models.values.working_days import working_days_between

LITTLE, SOME = 3, 10
"""Working days to spare below which two dates are told."""


class Kind(IntEnum):
    """How badly two dates rub, the worst first."""

    BACKWARDS = 0
    LITTLE = 1
    """Under three working days to spare."""
    SOME = 2
    """Under ten."""
    NO_DATE = 3


@frozen
class Rub:
    """One place where the dates of the plan do not hold, or hardly."""

    kind: Kind
    action_id: str
    """The action that cannot begin, or has no date."""
    after_id: str
    """What it waits for; empty where it waits for nothing."""
    spare: int
    """Working days between the two; 0 where they run backwards, and where there is no date."""
    sentence: str

    def head(self, words: NullTranslations) -> str:
        """In a few words, as in "Two days to spare"."""
        match self.kind:
            case Kind.BACKWARDS:
                return words.gettext("Runs backwards")
            case Kind.NO_DATE:
                return words.gettext("Has no date")
            case _:
                text = words.ngettext("{count} day to spare", "{count} days to spare", self.spare)
                return text.format(count=self.spare)


def rubs(
    lines: Sequence[PlanLine], current: Round, target: date | None, words: NullTranslations, today: date = date.min
) -> tuple[Rub, ...]:
    """All of them, the worst first, then in the order of the plan. `target` is the day production is wanted.

    What is done rubs with nothing. What had to begin before `today` is told as past.
    """
    open_ = {line.action.id: line for line in lines if line.action.progress is not Progress.DONE}
    since = current.assessment.held_on
    found = [
        *_between(open_, current, today, words),
        *_against_gates(open_, current, words),
        *_undated(open_, target, (since, today), words),
    ]
    order = {action_id: place for place, action_id in enumerate(open_)}
    return tuple(sorted(found, key=lambda rub: (rub.kind, rub.spare, order[rub.action_id], rub.after_id)))


def _between(open_: dict[str, PlanLine], current: Round, today: date, words: NullTranslations) -> Iterator[Rub]:
    """Each action against what it waits for."""
    since = current.assessment.held_on
    starts = {key: line.start for key, line in open_.items()}
    for dependency in current.dependencies.values():
        line, after = open_.get(dependency.action_id), open_.get(dependency.after_id)
        start = starts.get(dependency.action_id)
        if line is None or after is None or start is None or after.action.due is None:
            continue
        backwards = after.action.due >= start
        spare = 0 if backwards else working_days_between(after.action.due, start)
        if spare < SOME:
            kind = Kind.BACKWARDS if backwards else Kind.LITTLE if spare < LITTLE else Kind.SOME
            said = _waiting(line, start < today, words).format(
                number=line.number,
                other=after.number,
                due=day_and_month(after.action.due, words, since),
                days=_days(line.action.effort_high, words),
                start=day_and_month(start, words, since),
            )
            yield Rub(kind, line.action.id, after.action.id, spare, said)


def _waiting(line: PlanLine, past: bool, words: NullTranslations) -> str:
    """That it waits for another, and by when it has to begin."""
    many = _plural(line.action.effort_high)
    if past:
        return words.ngettext(
            "Action {number} waits for action {other}, which is due on {due}; at {days} day’s work it had to begin "
            "by {start}.",
            "Action {number} waits for action {other}, which is due on {due}; at {days} days’ work it had to begin "
            "by {start}.",
            many,
        )
    return words.ngettext(
        "Action {number} waits for action {other}, which is due on {due}; at {days} day’s work it has to begin "
        "by {start}.",
        "Action {number} waits for action {other}, which is due on {due}; at {days} days’ work it has to begin "
        "by {start}.",
        many,
    )


def _against_gates(open_: dict[str, PlanLine], current: Round, words: NullTranslations) -> Iterator[Rub]:
    """Each action against the day by which a gate asks for it."""
    for condition in current.conditions:
        if condition.action_id in open_ and (said := after_its_day(condition, current, words)):
            yield Rub(Kind.BACKWARDS, condition.action_id, "", 0, said)


def after_its_day(condition: GateCondition, current: Round, words: NullTranslations) -> str:
    """That the action which is to make a condition true is due after the condition's day; empty where it is not."""
    action = next((a for a in accepted_actions(current) if a.id == condition.action_id), None)
    if action is None or action.progress is Progress.DONE or not (condition.day and action.due):
        return ""
    if action.due <= condition.day:
        return ""
    since = current.assessment.held_on
    text = words.gettext("Action {number} is due on {due}; the gate asks for it by {day}.")
    due, day = (day_and_month(found, words, since) for found in (action.due, condition.day))
    return text.format(number=action.position, due=due, day=day)


def _undated(
    open_: dict[str, PlanLine], target: date | None, days: tuple[date | None, date], words: NullTranslations
) -> Iterator[Rub]:
    """With the day by which each has to begin, where a day is wanted at all. `days`: of the round, and today."""
    since, today = days
    for line in open_.values():
        if line.action.due is not None:
            continue
        if target is None:
            said = words.gettext("Action {number} has no date.").format(number=line.number)
        else:
            start = start_for(line.action, target)
            said = _without_a_date(line, start < today, words).format(
                number=line.number,
                days=_days(line.action.effort_high, words),
                start=day_and_month(start, words, since),
                target=day_and_month(target, words, since),
            )
        yield Rub(Kind.NO_DATE, line.action.id, "", 0, said)


def _without_a_date(line: PlanLine, past: bool, words: NullTranslations) -> str:
    many = _plural(line.action.effort_high)
    if past:
        return words.ngettext(
            "Action {number} has no date. At {days} day’s work it had to begin by {start} to be done by {target}, "
            "when production is wanted.",
            "Action {number} has no date. At {days} days’ work it had to begin by {start} to be done by {target}, "
            "when production is wanted.",
            many,
        )
    return words.ngettext(
        "Action {number} has no date. At {days} day’s work it has to begin by {start} to be done by {target}, "
        "when production is wanted.",
        "Action {number} has no date. At {days} days’ work it has to begin by {start} to be done by {target}, "
        "when production is wanted.",
        many,
    )


def _plural(effort: Decimal) -> int:
    """The number by which the words for so many days are chosen: half a day is no whole one."""
    return 1 if effort == 1 else 2


def _days(effort: Decimal, words: NullTranslations) -> str:
    return shown_number(tidy(effort), words)
