"""The sample on paper in each language, on both papers: what is whole in English is whole in German and French."""

from __future__ import annotations

from datetime import date

import pytest
from pdf_text import page_texts
from test_go_no_go import told_in

from desktop.samples import LATER_SAMPLE, SAMPLE
from models.plan.closing import high_gaps_among
from models.rounds.open_signs import Open
from models.values.letters import headed
from models.values.terms import Progress
from reports.documents.documents import DocumentKind, render
from reports.documents.kinds import PageSize
from reports.layout.page_kit import PageKit
from reports.pages.overview import _unknown_items
from reports.words.facts import Facts
from reports.words.typography import typeset
from resources.words import catalogue

LANGUAGES = ("en", "de", "fr")
DAY = date(2026, 11, 29)


def loose(text: str) -> str:
    """Its words with a space between them that holds nothing together."""
    return " ".join(text.split())


def told(language: str, name: str = SAMPLE) -> Facts:
    engagement, pack = told_in(language, name)
    return Facts(engagement, pack, DAY, catalogue(language))


def pages(kind: DocumentKind, language: str, page_size: str = "A4", name: str = SAMPLE) -> list[str]:
    engagement, pack = told_in(language, name)
    made = render(kind, engagement, pack, words=catalogue(language), today=DAY, page_size=PageSize(page_size))
    return [loose(text) for text in page_texts(made)]


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_knows_is_named_on_the_first_page(language: str, page_size: str) -> None:
    facts, page = told(language), pages(DocumentKind.ACTION_PLAN, language, page_size)[1]
    asked = [loose(one.sign.question) for one in facts.open_signs if one.why is Open.NOT_KNOWN]
    assert [question for question in asked if question in page], "and “more” of them are more than these"


@pytest.mark.parametrize(("language", "said"), [
    ("en", "Two of 24 signs are not known yet."),
    ("de", "Zwei von 24 Zeichen sind noch nicht bekannt."),
    ("fr", "Deux signaux sur 24 ne sont pas encore connus."),
])  # fmt: skip
def test_where_none_of_them_has_room_it_is_said_how_many_they_are(language: str, said: str) -> None:
    facts = told(language)
    (only,) = _unknown_items(PageKit(facts, PageSize.A4), facts, 0, 80)
    assert "".join(run.text for run in only.runs) == said


@pytest.mark.parametrize("name", [SAMPLE, LATER_SAMPLE])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_takes_ten_pages_at_most(language: str, name: str) -> None:
    for page_size in ("A4", "Letter"):
        assert len(pages(DocumentKind.ACTION_PLAN, language, page_size, name)) <= 10


@pytest.mark.parametrize(("language", "said"), [
    ("en", "before the committee of 25 February. Margaret"),
    ("de", "vor dem Ausschuss vom 25. Februar. Margaret"),
    ("fr", "devant le comité du 25 février. Margaret"),
])  # fmt: skip
def test_a_condition_that_names_its_day_is_not_told_it_again(language: str, said: str) -> None:
    assert said in pages(DocumentKind.GO_NO_GO, language)[0]


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
@pytest.mark.parametrize("name", [SAMPLE, LATER_SAMPLE])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_says_its_three_actions_whole(language: str, name: str, page_size: str) -> None:
    """A German one that is cut has lost its verb, and with it what is to be done."""
    (page,) = pages(DocumentKind.SUMMARY, language, page_size, name)
    lines = [line for line in told(language, name).lines if line.action.progress is not Progress.DONE]
    assert [loose(typeset(one.action.title)) in page for one in lines[:3]] == [True] * 3


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_year_stands_alone_below_the_chart_or_on_the_cover(language: str, page_size: str) -> None:
    for name in (SAMPLE, LATER_SAMPLE):
        engagement, pack = told_in(language, name)
        made = render(
            DocumentKind.ACTION_PLAN, engagement, pack, words=catalogue(language), today=DAY,
            page_size=PageSize(page_size),
        )  # fmt: skip
        lines = [line.strip(" .") for page in page_texts(made)[:2] for line in page.splitlines()]
        assert not {"2026", "2027"} & set(lines)


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_why_it_was_closed_and_what_was_left_stand_on_one_page(language: str, page_size: str) -> None:
    facts = told(language)
    (gap,) = high_gaps_among(facts.lines, facts.method, facts.engagement, facts.words)
    reason = loose(typeset(facts.engagement.current.assessment.closing_reason))[:40]
    (page,) = [page for page in pages(DocumentKind.RECORD, language, page_size) if reason in page]
    assert loose(typeset(headed(gap.title, gap.lacks, facts.words))) in page
