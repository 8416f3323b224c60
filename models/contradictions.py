"""What cannot both be true: each rule has a name and explains itself in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from gettext import NullTranslations

from models.engagement import Rating
from models.method import Method
from models.readiness import Judgement, points_of
from models.terms import Answer, PointState


class Rule(Enum):
    """The rules, by name."""

    SEVERE_BUT_CONFIRMED = "severe-but-confirmed"
    CONFIRMED_WITHOUT_EVIDENCE = "confirmed-without-evidence"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One rule broken at one readiness point."""

    rule: Rule
    point_id: str
    sign_id: str = ""
    """The warning sign it stands against, where it is about one."""
    sentence: str = ""


def contradictions(
    method: Method, ratings: Mapping[str, Rating], judgements: Mapping[str, Judgement], words: NullTranslations
) -> tuple[Contradiction, ...]:
    """All of them, in the order of the readiness points. A sign and a point belong together through its actions."""
    confirmed = [p for p in points_of(method) if _state(judgements, p.id) is PointState.CONFIRMED]
    found: list[Contradiction] = []
    for point in confirmed:
        for sign_id in _severe_against(method, ratings, point.id):
            text = words.gettext("“{point}” is called confirmed, while “{sign}” was rated severe.")
            said = text.format(point=point.title, sign=method.sign(sign_id).title)
            found.append(Contradiction(Rule.SEVERE_BUT_CONFIRMED, point.id, sign_id, said))
        if not judgements[point.id].evidence.strip():
            text = words.gettext("“{point}” is called confirmed, and nothing is named that shows it.")
            found.append(
                Contradiction(Rule.CONFIRMED_WITHOUT_EVIDENCE, point.id, sentence=text.format(point=point.title))
            )
    return tuple(found)


def _state(judgements: Mapping[str, Judgement], point_id: str) -> PointState:
    return judgements[point_id].state if point_id in judgements else PointState.OPEN


def _severe_against(method: Method, ratings: Mapping[str, Rating], point_id: str) -> Iterator[str]:
    for sign in method.signs:
        severe = sign.id in ratings and ratings[sign.id].answer is Answer.SEVERE
        if severe and any(point_id in method.action(action).confirms for action in sign.actions):
            yield sign.id
