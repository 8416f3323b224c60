"""What is said of an earlier round is what was said before there was a later one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from report_cases import complete, full, thai

from models.engagement.beginning import next_round
from models.engagement.engagement import Action, Engagement, Note, Rating, rating_id
from models.engagement.seen import seen_at
from models.method.method import Method
from models.values.refusal import Refusal
from models.values.terms import Answer
from reports.documents.documents import render
from reports.documents.kinds import DocumentKind

TODAY = date(2027, 3, 1)
ROOT = Path(__file__).parents[2]
CASES: dict[str, Callable[[], Engagement]] = {"full": full, "complete": complete, "thai": thai}


def with_a_later_round(engagement: Engagement, method: Method) -> Engagement:
    """In which everything is answered otherwise, and something else is agreed."""
    begun = next_round(engagement, method.key, datetime(2027, 2, 1, tzinfo=UTC))
    key = begun.assessment.id
    ratings = {
        sign.id: Rating(id=rating_id(key, sign.id), assessment_id=key, sign_id=sign.id, answer=Answer.SEVERE)
        for sign in method.signs
    }
    later = replace(
        begun,
        ratings=ratings,
        actions=(Action(assessment_id=key, position=1, title="Only of the later round"),),
        notes=(Note(assessment_id=key, text="Only said later", for_client=True),),
    )
    return replace(engagement, rounds=(*engagement.rounds, later))


@pytest.mark.parametrize("kind", DocumentKind)
@pytest.mark.parametrize("case", CASES)
def test_a_document_of_an_earlier_round_is_the_one_of_that_day(case: str, kind: DocumentKind, method: Method) -> None:
    one = CASES[case]()
    two = with_a_later_round(one, method)
    before = render(kind, one, method, today=TODAY)

    assert render(kind, seen_at(two, one.current.assessment.number), method, today=TODAY) == before
    assert render(kind, two, method, today=TODAY) != before


def test_the_newest_round_is_seen_where_it_is_asked_for(method: Method) -> None:
    two = with_a_later_round(full(), method)
    assert seen_at(two, two.current.assessment.number) == two
    assert seen_at(two, 1).current == full().current


@pytest.mark.parametrize("number", [-1, 0, 3, 99])
def test_a_round_that_there_is_not_is_refused(method: Method, number: int) -> None:
    with pytest.raises(Refusal, match=f"has no round {number}"):
        seen_at(with_a_later_round(full(), method), number)


def test_one_place_says_which_round_is_spoken_of() -> None:
    files = [path for room in ("models", "reports", "desktop") for path in (ROOT / room).rglob("*.py")]
    takes = [path.name for path in files if ".rounds[-1]" in path.read_text("utf-8")]
    assert takes == ["engagement.py"]
