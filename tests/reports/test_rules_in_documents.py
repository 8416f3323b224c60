"""The documents say the figures of the pack that the work was made with, and none where it has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from pdf_text import text_of
from report_cases import TODAY, WORDS, built_in_method, complete, empty, full

from models.engagement.engagement import Engagement
from models.method.method import Method
from models.method.rules import BandRule, PriorityRule, ProductionCost, Rules
from reports.documents.documents import render
from reports.documents.kinds import DocumentKind
from reports.exports.chart_files import charts_of
from reports.words.facts import Facts

OWN = Rules(
    production_cost=ProductionCost(Decimal("1.5"), Decimal(8)),
    priority=PriorityRule(50, 30, 20, 6, 10, own=1, open_point=2, contradiction=3, gap=1),
    bands=BandRule(20, 40, 60),
)


def said(kind: DocumentKind, engagement: Engagement, rules: Rules) -> str:
    """The document's text on one line, for an engagement made with other rules."""
    method: Method = replace(built_in_method(), rules=rules)
    return " ".join(text_of(render(kind, engagement, method, today=TODAY)).split())


def test_the_record_explains_the_packs_own_figures() -> None:
    text = said(DocumentKind.RECORD, complete(), OWN)

    for expected in (
        "Bands: low below 20, moderate from 20, high from 40, critical from 60.",
        "50 × highest level ÷ 3 + 30 × reasons for it (at most 6) ÷ 6 + 20 × (1 − days (at most 10) ÷ 10)",
        "First, at most 7: what the decision rests on",
        "counts as level 1; an open readiness point as level 2, a contradiction as level 3, a gap in the playbook as",
        "Usual cost of production = 1.5 to 8 times the pilot’s cost: a rule of thumb, not a quote.",
        "Agreed from an agreement of 0.5; a problem from a middle of 1.5",
        "1.5 to 8 times the pilot",
    ):
        assert expected in text, expected
    assert "2 to 5 times the pilot" not in text


@pytest.mark.parametrize("kind", [DocumentKind.ACTION_PLAN, DocumentKind.SUMMARY])
def test_what_production_is_likely_to_cost_is_said_by_the_packs_own_rule(kind: DocumentKind) -> None:
    assert "Usual is 1.5 to 8 times the pilot’s £180,000" in said(kind, full(), OWN)


@pytest.mark.parametrize("kind", list(DocumentKind))
@pytest.mark.parametrize("case", [complete, full, empty])
def test_without_a_rule_no_document_speaks_of_one(kind: DocumentKind, case: Callable[[], Engagement]) -> None:
    text = said(kind, case(), replace(built_in_method().rules, production_cost=None))

    assert "Usual" not in text
    assert "rule of thumb" not in text


def test_without_a_rule_the_plan_is_said_for_itself() -> None:
    none = replace(built_in_method().rules, production_cost=None)

    planned = said(DocumentKind.ACTION_PLAN, complete(), none)
    assert "About £480,000 to go live and run it a year" in planned
    assert "What going live costs is on record" in planned
    assert "No cost of going live is on record yet." in said(DocumentKind.SUMMARY, full(), none)


def test_as_many_modes_and_phases_are_said_as_the_pack_has() -> None:
    method = built_in_method()
    small = replace(method, modes=method.modes[:3], phases=method.phases[:1])

    assert charts_of(Facts(empty(), small, TODAY, WORDS))[0].title == "Three failure modes"
    assert charts_of(Facts(empty(), method, TODAY, WORDS))[0].title == "Six failure modes"
    text = " ".join(text_of(render(DocumentKind.RECORD, empty(), small, today=TODAY)).split())
    assert "Its one phase leads from the pilot to production; nothing was written down in it." in text
