"""In a second round a sign that nobody was asked about is told apart from one that nobody knows, on every page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pdf_text import text_of
from pptx import Presentation
from report_cases import TODAY, WORDS, built_in_method, full
from round_cases import two_rounds

from models.engagement.engagement import Engagement
from models.engagement.workshop import Ballot, ballot_id
from models.rounds.open_signs import Open, why_open
from models.values.terms import Answer
from reports.documents.documents import DocumentKind, render
from reports.slides.deck import slides
from reports.words.facts import Facts
from reports.words.open_signs import counts, how_many_open, was_text

METHOD = built_in_method()
LEFT_OUT = [sign.id for sign in METHOD.signs][:4]
"""The signs of the first mode, which two_rounds leaves out."""
UNKNOWN, VOTED = "poor-under-load", "resistance"


def second(unknown: bool = True, voted: bool = False) -> Engagement:
    """The first mode is not asked again; of the rest one may be answered "?", one voted on and not settled."""
    one = two_rounds(full(), leave_out=0)
    now = one.current
    kept = {key: rating for key, rating in now.ratings.items() if key not in LEFT_OUT}
    if unknown:
        kept[UNKNOWN] = replace(kept[UNKNOWN], answer=Answer.NOT_KNOWN, confidence=None)
    ballots = {}
    if voted:
        del kept[VOTED]
        key = ballot_id(now.assessment.id, VOTED, 1)
        ballots[key] = Ballot(
            id=key, assessment_id=now.assessment.id, sign_id=VOTED, revealed=True, count_0=3, count_3=3
        )
    return replace(one, rounds=(one.rounds[0], replace(now, ratings=kept, ballots=ballots)))


def facts(engagement: Engagement) -> Facts:
    return Facts(engagement, METHOD, TODAY, WORDS)


def text(kind: DocumentKind, engagement: Engagement) -> str:
    return text_of(render(kind, engagement, METHOD, today=TODAY))


def test_why_a_sign_has_no_level_is_one_of_four_things() -> None:
    engagement = second(voted=True)
    why = {sign.id: why_open(engagement, sign.id) for sign in METHOD.signs}

    assert {why[key] for key in LEFT_OUT} == {Open.NOT_ASKED_AGAIN}
    assert (why[UNKNOWN], why[VOTED]) == (Open.NOT_KNOWN, Open.NOT_SETTLED)
    first = replace(engagement, rounds=(engagement.current,))
    assert {why_open(first, key) for key in LEFT_OUT} == {Open.NOT_ASKED}


def test_they_are_counted_apart() -> None:
    found = facts(second(voted=True))
    assert counts(found) == {Open.NOT_KNOWN: 1, Open.NOT_SETTLED: 1, Open.NOT_ASKED_AGAIN: 4}
    said = "Of 24 signs one is not known, one is not settled and four were not asked again."
    assert how_many_open(found) == said
    assert how_many_open(facts(second(unknown=False))) == "Four of 24 signs were not asked again."


@pytest.mark.parametrize("kind", [DocumentKind.ACTION_PLAN, DocumentKind.SUMMARY, DocumentKind.RECORD])
def test_no_page_calls_not_known_what_was_not_asked_again(kind: DocumentKind) -> None:
    said = text(kind, second(unknown=False))

    assert "not known yet" not in said
    assert "Nothing is known" not in said
    assert "were not asked again" in said


def test_the_plan_says_how_a_mode_stood_that_was_not_asked_again() -> None:
    engagement = second()
    found, said = facts(engagement), text(DocumentKind.ACTION_PLAN, engagement)

    assert found.moved
    then = next(moved.then for moved in found.moved.modes if moved.not_asked_again)
    band = then.band.name_in(WORDS).lower()
    assert f"It was not asked again. On 12 November 2026 it stood at {then.shown_index}: {band}." in said
    assert "Five of 24 signs have no level" in said, "a title counts what it says it counts"
    assert "Nothing is known" not in said


@pytest.mark.parametrize("kind", [DocumentKind.ACTION_PLAN, DocumentKind.RECORD])
def test_what_was_said_last_time_stands_where_there_is_room(kind: DocumentKind) -> None:
    engagement = second()
    found = facts(engagement)
    said = text(kind, engagement)
    for one in found.left_out:
        assert one.last
        assert was_text(one.last, found) in said


def test_a_vote_that_came_to_nothing_was_asked() -> None:
    said = text(DocumentKind.RECORD, second(voted=True))
    assert "Not settled. Last time:" in said


def test_the_slides_say_the_same() -> None:
    def words(engagement: Engagement) -> str:
        deck = Presentation(BytesIO(slides(facts(engagement))))
        shapes = [shape for slide in deck.slides for shape in slide.shapes]
        cells = [c.text for s in shapes if s.has_table for row in s.table.rows for c in row.cells]
        return " ".join([*cells, *(s.text_frame.text for s in shapes if s.has_text_frame)])

    said = words(second())
    assert "Of 24 signs one is not known and four were not asked again." in said
    assert "Not asked again. Last time:" in said
    assert "not known yet" not in words(second(unknown=False))


def test_an_action_is_not_called_needless_because_less_was_asked() -> None:
    engagement = second()
    action = next(a for a in engagement.current.actions if a.proposal and a.decision.value == "accepted")
    signs = {sign.id for sign in METHOD.signs if action.proposal in sign.actions}
    asked = {key: rating for key, rating in engagement.current.ratings.items() if key not in signs}
    bare = replace(
        engagement.current, ratings=asked, judgements={}, actions=(action,), dependencies={}, entries=(), cells={}
    )
    said = text(DocumentKind.ACTION_PLAN, replace(engagement, rounds=(engagement.rounds[0], bare)))

    assert signs
    assert "What called for it was not asked again." in said
    assert "Nothing calls for it any more" not in said
