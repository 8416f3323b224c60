"""Engagements as they come about: the sample with much of it answered otherwise, left open, or taken away."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from models.engagement.engagement import Engagement, Rating, rating_id
from models.engagement.judgements import Judgement, judgement_id
from models.method.method import Method
from models.readiness.readiness import points_of
from models.values.terms import Answer, Came, Confidence, PointState, Progress


def random_record(sample: Engagement, method: Method, seed: int) -> Engagement:
    """The same for the same seed."""
    chance = Random(seed)
    current, scope = sample.current, sample.current.assessment.id
    bent = chance.choice(((0, 1), (0, 1, 2, 3), (2, 3), (0, 3)))
    ratings = {
        sign.id: Rating(
            id=rating_id(scope, sign.id),
            assessment_id=scope,
            sign_id=sign.id,
            answer=_answer(chance, bent),
            confidence=chance.choice((None, *Confidence)),
            came=chance.choice(tuple(Came)),
        )
        for sign in method.signs
        if chance.random() < chance.choice((0.2, 0.8, 1.0))
    }
    share = chance.choice((0.0, 0.5, 1.0))
    judgements = {
        point.id: _judgement(chance, scope, point.id) for point in points_of(method) if chance.random() < share
    }
    ballots = {key: b for key, b in current.ballots.items() if chance.random() < 0.6}
    actions = tuple(
        replace(
            action,
            progress=chance.choice(tuple(Progress)),
            due=action.due if chance.random() < 0.8 else None,
            decisive=action.decisive and chance.random() < 0.7,
        )
        for action in current.actions
        if chance.random() < 0.8
    )
    known = {action.id for action in actions}
    costless = chance.random() < 0.3
    entries = tuple(e for e in current.entries if not (costless and "cost" in e.register_id))
    kept = {e.id for e in entries}
    return replace(
        sample,
        pilot=replace(sample.pilot, cost=sample.pilot.cost if chance.random() < 0.7 else None),
        stakeholders=tuple(replace(s, present=chance.choice((None, True, False))) for s in sample.stakeholders),
        rounds=(
            replace(
                current,
                ratings=ratings,
                judgements=judgements,
                ballots=ballots,
                votes={key: v for key, v in current.votes.items() if v.ballot_id in ballots},
                actions=actions,
                dependencies={key: d for key, d in current.dependencies.items() if {d.action_id, d.after_id} <= known},
                conditions=tuple(c for c in current.conditions if c.action_id in known),
                entries=entries,
                cells={key: c for key, c in current.cells.items() if c.entry_id in kept},
                notes=tuple(n for n in current.notes if n.sign_id in ratings or not n.sign_id),
            ),
        ),
    )


def _answer(chance: Random, bent: tuple[int, ...]) -> Answer:
    if chance.random() < 0.2:
        return chance.choice((Answer.NOT_KNOWN, Answer.DOES_NOT_APPLY))
    return Answer(str(chance.choice(bent)))


def _judgement(chance: Random, scope: str, point: str) -> Judgement:
    return Judgement(
        id=judgement_id(scope, point),
        assessment_id=scope,
        point_id=point,
        state=chance.choice(tuple(PointState)),
        evidence=chance.choice(("", "A document.")),
    )
