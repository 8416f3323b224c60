"""An engagement as it is seen at one of its rounds: how an earlier one is shown, printed and compared."""

from __future__ import annotations

from dataclasses import replace

from models.engagement.engagement import Engagement
from models.values.refusal import Refusal


def seen_at(engagement: Engagement, number: int) -> Engagement:
    """The engagement with that round as the current one: those after it are left out. Raises Refusal for no such round.

    Everything that is said of an engagement is said of its current round, so nothing else has to know.
    """
    rounds = tuple(r for r in engagement.rounds if r.assessment.number <= number)
    if not any(r.assessment.number == number for r in rounds):
        raise Refusal("“{pilot}” has no round {number}.", pilot=engagement.pilot.name, number=number)
    return replace(engagement, rounds=rounds)
