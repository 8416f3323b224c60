"""Small pieces of engagements for the tests of the domain: a round from a list of answers, a stakeholder, an action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from gettext import NullTranslations

from models.engagement.beginning import new_engagement
from models.engagement.engagement import Action, Assessment, Engagement, Note, Rating, Round, Stakeholder, rating_id
from models.method.check import read_method
from models.values.terms import Answer, Confidence, Group
from resources import resource_text
from tests.built_in import KEY

RULES = read_method(resource_text("method/clearway.toml"), "clearway.toml").rules
"""Those of the built-in pack."""
WORDS = NullTranslations()
"""No translation: the words as they stand in the code."""
NOW = datetime(2026, 11, 12, 9, 30, tzinfo=UTC)
ROUND = "r" * 32

NOT_KNOWN, DOES_NOT_APPLY = Answer.NOT_KNOWN, Answer.DOES_NOT_APPLY


def answer_of(value: int | Answer) -> Answer:
    """The answer for a level, or the answer itself."""
    return value if isinstance(value, Answer) else Answer(str(value))


def rating(sign: str, answer: int | Answer, confidence: Confidence | None = None, round_id: str = ROUND) -> Rating:
    return Rating(
        id=rating_id(round_id, sign),
        assessment_id=round_id,
        sign_id=sign,
        answer=answer_of(answer),
        confidence=confidence,
    )


def round_of(
    answers: Mapping[str, int | Answer], actions: tuple[Action, ...] = (), notes: tuple[Note, ...] = ()
) -> Round:
    """A round with these answers by sign id."""
    assessment = Assessment(id=ROUND, engagement_id="e" * 32, method=KEY, held_on=date(2026, 11, 12))
    return Round(assessment, {s: rating(s, a) for s, a in answers.items()}, notes, actions)


def person(name: str, group: Group, engagement_id: str = "e" * 32) -> Stakeholder:
    return Stakeholder(engagement_id=engagement_id, name=name, group=group)


def own_action(title: str = "Ask the nurses", low: str = "1", high: str = "1", position: int = 1) -> Action:
    """An action of the room's own."""
    return Action(
        assessment_id=ROUND, title=title, position=position, effort_low=Decimal(low), effort_high=Decimal(high)
    )


def engagement_with(current: Round, people: tuple[Stakeholder, ...] = ()) -> Engagement:
    """An engagement whose only round is `current`."""
    made = new_engagement("Client", "Pilot", KEY, NOW)
    return replace(made, stakeholders=people, rounds=(current,))
