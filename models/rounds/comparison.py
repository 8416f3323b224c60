"""Two rounds of an engagement side by side: what moved. What was asked in one of them only counts neither way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from models.engagement.changes import Change
from models.engagement.engagement import Assessment, Engagement, Round
from models.engagement.seen import seen_at
from models.frozen import frozen
from models.method.method import Method
from models.plan.plan import accepted_actions
from models.rounds.modes import ModeMoved, modes_moved
from models.rounds.pasts import Became, Past, pasts
from models.rounds.points import ReadinessMoved, readiness_moved
from models.rounds.signs import BOTH_TIMES, Movement, SignMoved, of_kinds, signs_moved
from models.values.refusal import Refusal

Acts = Iterable[Sequence[Change]]
"""What each act changed in actions and rounds, the newest first."""


@frozen
class Comparison:
    """What moved from one round to a later one."""

    then: Round
    now: Round
    day: date
    """That of the later round: what was promised by then was to be done."""
    signs: tuple[SignMoved, ...]
    """In the order of the method."""
    modes: tuple[ModeMoved, ...]
    """In the order of the method."""
    pasts: tuple[Past, ...]
    """Of every action agreed in the earlier round, by number."""
    readiness: ReadinessMoved
    new_actions: int
    """How many actions were agreed in the later round."""

    def of(self, *kinds: Movement) -> tuple[SignMoved, ...]:
        """The signs that moved so, the gravest first."""
        return of_kinds(self.signs, *kinds)

    @property
    def both(self) -> int:
        """How many signs have a level both times."""
        return sum(one.movement in BOTH_TIMES for one in self.signs)

    @property
    def due(self) -> tuple[Past, ...]:
        """What was promised by the day of the later round."""
        return tuple(past for past in self.pasts if past.was_promised_by(self.day))

    @property
    def done(self) -> int:
        """How many of these are done."""
        return sum(past.became is Became.DONE for past in self.due)

    @property
    def late(self) -> tuple[Past, ...]:
        """What was promised before that day and is still to be done."""
        return tuple(past for past in self.pasts if past.is_late(self.day))

    @property
    def slipped(self) -> tuple[Past, ...]:
        """What is to be done later than was promised, the most days first."""
        return tuple(sorted((past for past in self.pasts if past.slipped), key=lambda past: -past.days))


def before_current(engagement: Engagement) -> Round | None:
    """The round before the current one; None where there is none."""
    return engagement.rounds[-2] if len(engagement.rounds) > 1 else None


def compared(method: Method, engagement: Engagement, today: date, acts: Acts = ()) -> Comparison | None:
    """The current round beside the one before it; None where there is none. `method` is that of the current one."""
    then = before_current(engagement)
    return comparison(method, engagement, then, today, acts) if then else None


def comparison(method: Method, engagement: Engagement, then: Round, today: date, acts: Acts = ()) -> Comparison:
    """The current round of the engagement beside an earlier one."""
    now = engagement.current
    signs = signs_moved(method, then, now)
    found = pasts(engagement, then, acts)
    taken_over = {past.action.id for past in found}
    return Comparison(
        then=then,
        now=now,
        day=now.assessment.held_on or today,
        signs=signs,
        modes=modes_moved(method, then, now, signs),
        pasts=found,
        readiness=readiness_moved(method, then.judgements, now.judgements, (held(then.assessment, today), today)),
        new_actions=sum(action.id not in taken_over for action in accepted_actions(now)),
    )


def held(assessment: Assessment, today: date) -> date:
    """The day that a round is known by: when it was held, or closed."""
    return assessment.held_on or assessment.closed_on or today


def two_rounds(engagement: Engagement, later: int | None, earlier: int | None) -> tuple[Engagement, Round]:
    """The engagement seen at the later of two rounds, and the earlier one: the newest two unless others are named.

    Raises Refusal where there are no two.
    """
    if len(engagement.rounds) < 2:
        raise Refusal(
            "“{pilot}” has one round, and nothing to compare it with. Close it, then: clearway begin-round",
            pilot=engagement.pilot.name,
        )
    newest = engagement.current.assessment.number
    one = newest if later is None else later
    other = earlier if earlier is not None else one - 1
    if one == other:
        raise Refusal("A round is compared with another one.")
    seen = seen_at(engagement, max(one, other))
    return seen, seen_at(seen, min(one, other)).current
