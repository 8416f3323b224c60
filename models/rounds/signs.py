"""What became of each warning sign from one round to a later one. Only what was answered both times moved."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from models.diagnosis.voting import Tally, ballot_tally, newest_revealed, was_asked
from models.engagement.engagement import Engagement, Rating, Round
from models.frozen import frozen
from models.method.method import Method, WarningSign
from models.values.terms import Answer


class Movement(Enum):
    """What is said of a sign. The first five have a level both times; none of the others is better or worse."""

    CLEARED = "cleared"
    """In good order now, and was not."""
    EASED = "eased"
    SAME = "same"
    WORSE = "worse"
    NEW = "new"
    """Was in good order, and is not now."""
    KNOWN_NOW = "known-now"
    """Has a level now, and was asked without one before."""
    FIRST_ASKED = "first-asked"
    """Has a level now, and was not asked before."""
    NOT_KNOWN = "not-known"
    """Was asked again, and has no level now: nobody knows, it is not settled, or it does not apply any more."""
    NOT_ASKED_AGAIN = "not-asked-again"
    NEVER_KNOWN = "never-known"
    """Has a level in neither round."""


BETTER = (Movement.CLEARED, Movement.EASED)
FOR_THE_WORSE = (Movement.WORSE, Movement.NEW)
BOTH_TIMES = (*BETTER, Movement.SAME, *FOR_THE_WORSE)


@frozen
class SignMoved:
    """One warning sign in two rounds."""

    sign: WarningSign
    movement: Movement
    then: Answer | None
    """None where it was not asked, or was voted on and not settled."""
    now: Answer | None

    @property
    def levels(self) -> tuple[int | None, int | None]:
        """Then and now."""
        return self.then.level if self.then else None, self.now.level if self.now else None


def signs_moved(method: Method, then: Round, now: Round) -> tuple[SignMoved, ...]:
    """Every sign, in the order of the method."""
    return tuple(_moved(sign, then, now) for sign in method.signs)


def _moved(sign: WarningSign, then: Round, now: Round) -> SignMoved:
    before, after = then.ratings.get(sign.id), now.ratings.get(sign.id)
    answers = before.answer if before else None, after.answer if after else None
    asked = was_asked(then, sign.id), was_asked(now, sign.id)
    levels = tuple(answer.level if answer else None for answer in answers)
    return SignMoved(sign, _movement((levels[0], levels[1]), asked), *answers)


def _movement(levels: tuple[int | None, int | None], asked: tuple[bool, bool]) -> Movement:
    before, after = levels
    if before is not None and after is not None:
        return _by_level(before, after)
    if after is not None:
        return Movement.KNOWN_NOW if asked[0] else Movement.FIRST_ASKED
    if asked[0] and not asked[1]:
        return Movement.NOT_ASKED_AGAIN
    return Movement.NEVER_KNOWN if before is None else Movement.NOT_KNOWN


def _by_level(before: int, after: int) -> Movement:
    if after < before:
        return Movement.EASED if after else Movement.CLEARED
    if after > before:
        return Movement.WORSE if before else Movement.NEW
    return Movement.SAME


def of_kinds(moved: Sequence[SignMoved], *kinds: Movement) -> tuple[SignMoved, ...]:
    """Those that moved so, the gravest first by what they were and are."""
    found = [one for one in moved if one.movement in kinds]
    return tuple(sorted(found, key=lambda one: (-(one.levels[0] or 0), -(one.levels[1] or 0))))


def last_time(engagement: Engagement, sign_id: str) -> Rating | None:
    """What the sign was when it was asked last before the current round; None where it never was answered."""
    earlier = (r.ratings.get(sign_id) for r in reversed(engagement.rounds) if r is not engagement.current)
    return next((rating for rating in earlier if rating), None)


def voted_last_time(engagement: Engagement, sign_id: str) -> Tally | None:
    """What was voted on the sign in the round of which `last_time` is the answer; None where nothing was."""
    earlier = (r for r in reversed(engagement.rounds) if r is not engagement.current)
    then = next((one for one in earlier if sign_id in one.ratings), None)
    ballot = newest_revealed(then, sign_id)[0] if then else None
    return ballot_tally(then, ballot) if then and ballot else None
