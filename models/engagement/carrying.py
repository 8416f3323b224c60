"""One action over several rounds: each round holds its own copy, and the copy's id says what it is a copy of."""

from __future__ import annotations

from itertools import pairwise

from models.engagement.engagement import Action, Engagement, Round
from models.hashes import sha256

ID_DIGITS = 32


def carried_id(assessment_id: str, action_id: str) -> str:
    """The permanent id, in that round, of an action of the round before."""
    return sha256(f"{assessment_id}/{action_id}".encode())[:ID_DIGITS]


def carried_in(later: Round, action: Action) -> Action | None:
    """The action as it stands in the round after its own; None where it was not taken over, or has gone since."""
    key = carried_id(later.assessment.id, action.id)
    return next((one for one in later.actions if one.id == key), None)


def taken_over(engagement: Engagement) -> dict[str, str]:
    """Of each action of an earlier round that the current one has: its id there, by the id it had."""
    found: dict[str, str] = {}
    for before, after in pairwise(engagement.rounds):
        following = {a.id: later.id for a in before.actions if (later := carried_in(after, a))}
        found = {old: following[mid] for old, mid in found.items() if mid in following} | following
    return found
