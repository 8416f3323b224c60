"""Engagements in their second round, for the documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from report_cases import full

from models.engagement.engagement import Engagement, Rating, rating_id
from models.rounds.turning import follow_up
from models.values.terms import Answer, PointState, Progress, RoundState

LATER = date(2027, 2, 10)
NOW_ANSWERED = {"0": "2", "1": "0", "2": "1", "3": "3", "not-known": "1", "does-not-apply": "does-not-apply"}
"""What each answer of the first round is in the second: of each kind of movement some."""


def two_rounds(start: Engagement | None = None, leave_out: int = 4) -> Engagement:
    """The engagement three months later: `leave_out` signs are not asked again, every other action is done or late."""
    one = start or full()
    first = one.current
    actions = tuple(
        replace(a, progress=Progress.DONE if n % 2 else a.progress, due=a.due or date(2027, 1, 8))
        for n, a in enumerate(first.actions)
    )
    closed = replace(first.assessment, state=RoundState.CLOSED, held_on=date(2026, 11, 12))
    one = replace(one, rounds=(replace(first, assessment=closed, actions=actions),))
    begun = follow_up(one, datetime(2027, 2, 10, 9, tzinfo=UTC))
    key = begun.assessment.id
    asked = list(first.ratings.values())[leave_out:]
    ratings = {
        r.sign_id: Rating(
            id=rating_id(key, r.sign_id),
            assessment_id=key,
            sign_id=r.sign_id,
            answer=Answer(NOW_ANSWERED[r.answer.value]),
            reason=r.reason,
        )
        for r in asked
    }
    moved = tuple(replace(a, due=a.due + timedelta(days=30) if a.due else None) for a in begun.actions)
    judgements = {p: replace(j, state=PointState.CONFIRMED) for p, j in begun.judgements.items()}
    later = replace(begun, ratings=ratings, actions=moved, judgements=judgements)
    return replace(one, rounds=(*one.rounds, later))
