"""The go/no-go sheet: one or two pages, the rule, the points, the verdict, and who signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from report_cases import ROUND, TODAY, built_in_method, complete, empty, full, hostile, many, monster, thai, wide_method
from report_reading import reader, text_of

from models.engagement.engagement import Engagement
from models.engagement.judgements import Judgement, judgement_id
from models.method.method import Method
from models.readiness.readiness import points_of
from models.values.terms import PointState
from reports.documents.documents import DocumentKind, render

CASES: dict[str, Callable[[], Engagement]] = {
    "full": full,
    "complete": complete,
    "thai": thai,
    "empty": empty,
    "hostile": hostile,
    "wide words": lambda: hostile("W" * 300, "W" * 200),
    "chinese": lambda: hostile("中文" * 150, "中文" * 100),
    "many": lambda: many(300, 60),
    "monster": monster,
}


def sheet(engagement: Engagement, page_size: str = "A4", method: Method | None = None) -> bytes:
    chosen = method or built_in_method()
    return render(DocumentKind.GO_NO_GO, engagement, chosen, today=TODAY, page_size=page_size)


def judged(*states: PointState) -> Engagement:
    """The full engagement with its points judged so; waivers run until the end of the year."""
    points = points_of(built_in_method())
    found = {
        p.id: Judgement(
            id=judgement_id(ROUND, p.id), assessment_id=ROUND, point_id=p.id, state=state, evidence="Seen on Monday",
            owner_id="p1", waived_by="p2", reason="By hand until then", until=date(2026, 12, 31),
        )
        for p, state in zip(points, states, strict=True)
    }  # fmt: skip
    start = full()
    return replace(start, rounds=(replace(start.current, judgements=found),))


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
@pytest.mark.parametrize("case", CASES)
def test_the_sheet_has_one_or_two_pages(case: str, page_size: str) -> None:
    assert len(reader(sheet(CASES[case](), page_size)).pages) in (1, 2)


def test_the_signatures_of_a_half_known_engagement_stand_with_the_points_they_are_for(thailand: Engagement) -> None:
    assert len(reader(sheet(thailand)).pages) == 1


def test_the_sheet_has_two_pages_with_the_longest_method() -> None:
    assert len(reader(sheet(hostile("W" * 300), "Letter", wide_method())).pages) == 2


OPEN, DONE, WAIVED, APART = PointState.OPEN, PointState.CONFIRMED, PointState.WAIVED, PointState.DOES_NOT_APPLY
VERDICTS = [
    (judged(*[DONE] * 14, APART), "Go", "Every point that applies is confirmed"),
    (judged(*[DONE] * 14, WAIVED), "Go with conditions", "One of 15 points is waived, none is open"),
    (judged(*[DONE] * 12, *[WAIVED] * 3), "Go with conditions", "Three of 15 points are waived, none is open"),
    (judged(*[DONE] * 13, WAIVED, OPEN), "No-go", "One of 15 points stands open"),
    (judged(*[OPEN] * 15), "No-go", "All 15 points stand open"),
    (empty(), "No-go", "None of 15 points has been judged yet"),
]


@pytest.mark.parametrize(("engagement", "verdict", "title"), VERDICTS)
def test_the_verdict_and_what_it_rests_on(engagement: Engagement, verdict: str, title: str) -> None:
    text = text_of(sheet(engagement))
    assert title in text
    assert f" {verdict} The rule" in text
    assert len(title) <= 50


def test_every_point_has_its_state_evidence_and_owner() -> None:
    text = text_of(sheet(judged(*[DONE] * 12, WAIVED, OPEN, APART)))
    for group in built_in_method().readiness:
        assert group.title in text
        for point in group.points:
            assert point.title in text
    assert text.count("✓ Confirmed") == 12
    assert text.count("▲ Waived") == text.count("☐ Open") == text.count("– Not applying") == 1
    assert text.count("Seen on Monday") == 15
    assert text.count("Daniel Whitlock") == 15
    assert "Waived by Priya Raman until 31 Dec 2026: By hand until then" in text
    assert "Does not apply: By hand until then" in text


def test_contradictions_conditions_and_signatures() -> None:
    text = text_of(sheet(complete()))
    for expected in (
        "“Security review passed” is confirmed, while “Not connected to the systems already in use” was rated",
        "A waiver that no longer holds, by Helen Carr, until 1 Mar 2026: For now", "Not judged yet.",
        "Pilot execution, passed with conditions: A timed run at full volume by 9 April.",
        "Production planning, held: First one accountable owner", "Helen Carr Answers for what is waived",
        "Sponsor", "Eleanor Voss Facilitator",
    ):  # fmt: skip
        assert expected in text, expected
    assert "shortened" not in text


def test_the_sheet_says_where_it_shortened() -> None:
    text = text_of(sheet(hostile()))
    assert "Texts ending in … are shortened here; the workshop record has them whole." in text
