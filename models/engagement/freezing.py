"""A round that is closed stays as it is: what may still be done to it, and what is refused."""

from __future__ import annotations

from collections.abc import Iterable

from models.engagement.changes import Added, Change, Changed, kind_of
from models.engagement.declared import DECLARED, find
from models.engagement.engagement import Action, Assessment, Engagement, Note
from models.values.months import date_said
from models.values.refusal import Refusal
from models.values.sentence import Sentence
from models.values.terms import RoundState

WHAT_BECOMES_OF_AN_ACTION = frozenset({"progress", "due", "owner_id"})
"""Goes on after the workshop, until the next round takes the open actions over."""
_REOPENING = frozenset({"state", "closed_on", "closing_reason"})


def refuse_on_closed(engagement: Engagement, changes: Iterable[Change], typed: bool = False) -> None:
    """Raises Refusal where one of the changes is of a round that is closed. `typed` says that more letters may follow.

    Of the newest round, what becomes of its actions is still told, what comes back by letter is kept, and it can be
    opened again. An earlier one is the ground that the later ones are compared with.
    """
    closed = {r.assessment.id: r.assessment for r in engagement.rounds if r.assessment.state is RoundState.CLOSED}
    if not closed:
        return
    newest = max(r.assessment.number for r in engagement.rounds)
    for change in changes:
        about = closed.get(_round_of(engagement, change))
        if about and not (about.number == newest and _goes_on(change, typed)):
            if about.number == newest:
                raise Refusal("{round} Open it again on the closing page, with a reason.", round=_said(about))
            raise Refusal("{round} A later round has begun from it.", round=_said(about))


def _said(closed: Assessment) -> Sentence:
    if closed.closed_on is None:
        return Sentence("Round {number} is closed and stays as it is.", {"number": closed.number})
    values = {"number": closed.number, "day": date_said(closed.closed_on)}
    return Sentence("Round {number} was closed on {day} and stays as it is.", values)


def _round_of(engagement: Engagement, change: Change) -> str:
    """The id of the round that it is of; empty where it is of none."""
    kind = kind_of(change)
    if kind is Assessment:
        return change.id if isinstance(change, Changed) else change.record.id
    if not DECLARED[kind].in_round:
        return ""
    record = find(engagement, kind, change.id) if isinstance(change, Changed) else change.record
    return str(getattr(record, "assessment_id", ""))


def _goes_on(change: Change, typed: bool) -> bool:
    match change:
        case Changed(kind, _, field, _, _) if kind is Action:
            return field in WHAT_BECOMES_OF_AN_ACTION
        case Changed(kind, _, field, _, _) if kind is Assessment:
            return field in _REOPENING
        case Added(Note(text=text)):
            return bool(text.strip()) and not typed  # what came by letter is whole
    return False
