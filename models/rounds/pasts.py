"""What became of what was promised: each action of a round as it stands in a later one, and how its date moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from itertools import pairwise

from models.engagement.carrying import carried_in
from models.engagement.changes import Change, Changed
from models.engagement.engagement import Action, Assessment, Engagement, Round
from models.frozen import frozen
from models.plan.plan import accepted_actions
from models.values.terms import Decision, Progress, RoundState


class Became(Enum):
    """What became of an action."""

    DONE = "done"
    CARRIED = "carried"
    """Still to be done."""
    DROPPED = "dropped"
    """Neither done nor in the plan any more."""


@frozen
class Past:
    """An action that was promised in one round, and what became of it."""

    action: Action
    """As it stands in the newest round that has it."""
    became: Became
    promised: date | None
    """The day that was agreed when the round was closed."""
    moves: tuple[tuple[date | None, date | None], ...] = ()
    """Each time its day was changed since: from which, to which. Changed and changed back is no move."""

    @property
    def slips(self) -> int:
        """How often its day was moved to a later one."""
        return sum(bool(before and after and after > before) for before, after in self.moves)

    @property
    def days(self) -> int:
        """By how many days it is later than was promised; negative for earlier, nothing where either has no day."""
        due = self.action.due
        return (due - self.promised).days if due and self.promised else 0

    @property
    def slipped(self) -> bool:
        """Whether it is still to be done, later than was promised."""
        return self.became is Became.CARRIED and self.days > 0

    def was_promised_by(self, day: date) -> bool:
        """Whether it was to be done by that day, as it was promised."""
        return self.promised is not None and self.promised <= day

    def is_late(self, day: date) -> bool:
        """Whether it was to be done before that day, as it was promised, and is still in the plan and not done."""
        return self.became is Became.CARRIED and self.promised is not None and self.promised < day


def pasts(engagement: Engagement, then: Round, acts: Iterable[Sequence[Change]] = ()) -> tuple[Past, ...]:
    """Of every action agreed in `then`, by its number, as the current round of the engagement has it.

    `acts` are the changes to actions and rounds, act by act, the newest first, as the history tells them. Without them
    a date moved once where it is another than it was in `then`.
    """
    lives = [tuple(_life(engagement, then, action)) for action in accepted_actions(then)]
    days = _days(then, acts)
    return tuple(sorted((_past(engagement, life, days) for life in lives), key=lambda one: one.action.position))


def _life(engagement: Engagement, then: Round, action: Action) -> Iterator[Action]:
    """The action in its own round and in each after it, as far as it was taken over."""
    yield action
    for later in engagement.rounds:
        if later.assessment.number > then.assessment.number:
            following = carried_in(later, action)
            if following is None:
                return
            yield (action := following)


def _past(engagement: Engagement, life: Sequence[Action], days: dict[str, list[date | None]]) -> Past:
    last = life[-1]
    seen = [day for action in life for day in (*days.get(action.id, ()), action.due)]
    walked = _without_returns(seen)
    in_current = any(action.id == last.id for action in accepted_actions(engagement.current))
    if last.progress is Progress.DONE and last.decision is Decision.ACCEPTED:
        became = Became.DONE
    else:
        became = Became.CARRIED if in_current else Became.DROPPED
    return Past(last, became, seen[0], tuple(pairwise(walked)))


def _without_returns(days: Sequence[date | None]) -> list[date | None]:
    """One day after another; what was changed and changed back at once, as an undo does, is left out."""
    walked: list[date | None] = []
    for day in days:
        if len(walked) > 1 and walked[-2] == day:
            walked.pop()
        elif not walked or walked[-1] != day:
            walked.append(day)
    return walked


def _days(then: Round, acts: Iterable[Sequence[Change]]) -> dict[str, list[date | None]]:
    """By action id: the days that it had before each change since the round was closed, the oldest first."""
    found: dict[str, list[date | None]] = {}
    if then.assessment.state is not RoundState.CLOSED:
        return found
    for changes in acts:
        if any(_closes(change, then.assessment) for change in changes):
            break
        for change in changes:
            if isinstance(change, Changed) and change.kind is Action and change.field == "due":
                found.setdefault(change.id, []).append(change.before)
    return {key: days[::-1] for key, days in found.items()}


def _closes(change: Change, assessment: Assessment) -> bool:
    if not isinstance(change, Changed) or change.kind is not Assessment or change.id != assessment.id:
        return False
    return change.field == "state" and change.after is RoundState.CLOSED
