"""Why a warning sign has no level in a round: what nobody knows is told apart from what nobody was asked."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from models.diagnosis.diagnosis import ModeResult, mode_results
from models.diagnosis.voting import was_asked
from models.engagement.engagement import Engagement
from models.method.method import Method
from models.values.terms import Answer


class Open(Enum):
    """Why there is no level."""

    NOT_KNOWN = "not-known"
    """It was asked in this round, and nobody knew."""
    NOT_SETTLED = "not-settled"
    """It was voted on in this round, and nothing was agreed."""
    NOT_ASKED_AGAIN = "not-asked-again"
    """It was asked in an earlier round, and not in this one."""
    NOT_ASKED = "not-asked"
    """It never was asked."""


def why_open(engagement: Engagement, sign_id: str) -> Open | None:
    """In the current round; None where the sign has a level, or does not apply."""
    current = engagement.current
    if rating := current.ratings.get(sign_id):
        return Open.NOT_KNOWN if rating.answer is Answer.NOT_KNOWN else None
    if was_asked(current, sign_id):
        return Open.NOT_SETTLED
    before = any(was_asked(one, sign_id) for one in engagement.rounds if one is not current)
    return Open.NOT_ASKED_AGAIN if before else Open.NOT_ASKED


def results_of(method: Method, engagement: Engagement) -> tuple[ModeResult, ...]:
    """The modes of the current round, which know how much of them was asked in an earlier one alone."""
    again = {sign.id for sign in method.signs if why_open(engagement, sign.id) is Open.NOT_ASKED_AGAIN}
    return tuple(
        replace(result, asked_before=len(again.intersection(result.answers)))
        for result in mode_results(method, engagement.current)
    )
