"""What the documents of a second round say of what moved, and that those of a first say nothing of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from pdf_text import page_texts
from report_cases import TODAY, built_in_method, full, hostile, many
from report_reading import without_spaces
from round_cases import two_rounds
from structure_reading import SpokenDocument

from models.engagement.changes import Changed
from models.engagement.engagement import Action, Assessment, Engagement
from models.engagement.seen import seen_at
from models.rounds.comparison import compared
from models.rounds.wording import headline, lead
from models.values.terms import RoundState
from reports.documents.documents import DocumentKind, render
from reports.documents.kinds import PageSize
from reports.words.facts import Facts
from tests.models.model_samples import WORDS

WITH_IT = (DocumentKind.ACTION_PLAN, DocumentKind.SUMMARY, DocumentKind.RECORD)


def pages(kind: DocumentKind, engagement: Engagement, page_size: PageSize = PageSize.A4) -> list[str]:
    made = render(kind, engagement, built_in_method(), today=TODAY, page_size=page_size)
    return page_texts(made)


def of_what_moved(found: list[str]) -> list[str]:
    return [page for page in found if "What moved, 12 November 2026 to 10 February 2027" in page]


@pytest.mark.parametrize("kind", DocumentKind)
def test_only_a_later_round_says_what_moved(kind: DocumentKind) -> None:
    engagement = two_rounds()
    assert bool(of_what_moved(pages(kind, engagement))) == (kind in WITH_IT)
    assert of_what_moved(pages(kind, seen_at(engagement, 1))) == []


@pytest.mark.parametrize("kind", WITH_IT)
def test_the_finding_and_the_figures_are_those_of_the_comparison(kind: DocumentKind) -> None:
    engagement = two_rounds()
    found = compared(built_in_method(), engagement, TODAY)
    assert found is not None
    page = without_spaces(of_what_moved(pages(kind, engagement))[0])

    assert without_spaces(headline(found, WORDS)) in page
    assert without_spaces(lead(found, WORDS)) in page


@pytest.mark.parametrize("page_size", PageSize)
@pytest.mark.parametrize("start", ["full", "many", "hostile", "wide"])
def test_what_moved_takes_one_page(page_size: PageSize, start: str) -> None:
    starts = {"full": full, "many": lambda: many(60, 20), "hostile": hostile, "wide": lambda: hostile("W" * 300, "W")}
    engagement = two_rounds(starts[start]())
    found = pages(DocumentKind.ACTION_PLAN, engagement, page_size)

    (page,) = [text for text in found if "Why it moved, or did not" in text]
    assert of_what_moved([page])
    assert "Slipped" in page
    assert len(pages(DocumentKind.SUMMARY, engagement, page_size)) == 1


def test_the_cells_tell_what_is_done_late_dropped_and_not_due() -> None:
    """Whoever cannot see them is told of each by its number."""
    engagement = two_rounds()
    now = engagement.current
    dropped = replace(engagement, rounds=(engagement.rounds[0], replace(now, actions=now.actions[1:], dependencies={})))
    document = SpokenDocument(render(DocumentKind.ACTION_PLAN, dropped, built_in_method(), today=TODAY))
    found = compared(built_in_method(), dropped, TODAY)
    assert found is not None

    figures = [str(e.source.get("/Alt", "")) for e in document.root.walk() if e.role == "Figure"]
    (told,) = [text for text in figures if text.startswith("Actions by number.")]

    for past in found.pasts:
        word = (
            "late" if past.is_late(found.day) else {"carried": "to be done"}.get(past.became.value, past.became.value)
        )
        assert re.search(rf"(?<!\d){past.action.position}, [^;]+: {word}[;.]", told)
    assert {past.became.value for past in found.pasts} == {"done", "carried", "dropped"}


def test_the_history_says_from_which_day_a_date_was_moved() -> None:
    engagement = two_rounds()
    then = engagement.rounds[0]
    late = next(a for a in then.actions if a.due and a.progress.value != "done" and a.decision.value == "accepted")
    assert late.due
    first = late.due - timedelta(days=20)
    closing = Changed(Assessment, then.assessment.id, "state", RoundState.OPEN, RoundState.CLOSED)
    acts = [(Changed(Action, late.id, "due", first, late.due),), (closing,)]
    found = replace(Facts(engagement, built_in_method(), TODAY, WORDS), acts=acts).moved

    assert found is not None
    past = next(p for p in found.pasts if p.action.position == late.position)
    assert (past.promised, past.slips) == (first, 2)
