"""What production costs: the plan against the method's rule, and the kinds of cost behind it."""

from __future__ import annotations

from decimal import Decimal

from reportlab.platypus import Flowable

from models.playbook.budget import CostKind, Range
from models.values.numbers import shown_number
from reports.charts import budget_band
from reports.layout.page_kit import PageKit
from reports.layout.tables import Column, Row
from reports.pages.overview import cost_sentence
from reports.words.facts import Facts
from reports.words.findings import budget_title
from reports.words.phrases import money


def budget_part(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The band, then each kind of cost: once, a year, and for the first year from low to high."""
    words = facts.words
    story = kit.heading(words.gettext("Budget"), budget_title(facts))
    text = cost_sentence(facts)
    story.append(kit.paragraph(text, "lead"))
    if not facts.has_budget:
        return kit.together(story)
    chart = budget_band(facts.budget, kit.colours, words, kit.width)
    story += kit.figure(chart, _in_words(facts), _source(facts))
    return [*kit.together(story), *_kinds(kit, facts)]


def _source(facts: Facts) -> str:
    _, rule = facts.words.gettext, facts.budget.rule
    if rule is None:
        return _(
            "Source: the cost lines of the playbook and the pilot's cost as given by the client. The plan is "
            "everything paid once and the first year of running it."
        )
    text = _(
        "Source: the cost lines of the playbook and the pilot's cost as given by the client. The pale band is the "
        "method's {low} to {high} times rule; the plan is everything paid once and the first year of running it."
    )
    return text.format(low=shown_number(rule.low), high=shown_number(rule.high))


def _in_words(facts: Facts) -> str:
    """The picture for whoever cannot see it."""
    found, text = facts.budget, facts.words.gettext("{kind}: {share} % of the likely sum.")
    shares = [text.format(kind=kind.title, share=round(found.share(kind) * 100)) for kind in found.kinds]
    return " ".join([cost_sentence(facts), *shares])


def _kinds(kit: PageKit, facts: Facts) -> list[Flowable]:
    _, found = facts.words.gettext, facts.budget
    columns = [
        Column(_("Kind of cost"), 132),
        Column(_("Once, likely"), 75, right=True),
        Column(_("A year, likely"), 75, right=True),
        Column(_("First year, low"), 70, right=True),
        Column(_("First year, likely"), 75, right=True),
        Column(_("First year, high"), 75, right=True),
    ]
    rows = [_kind_row(kit, facts, kind) for kind in found.kinds]
    sums = (found.one_off.likely, found.yearly.likely, *_ends(found.first_year))
    total = [kit.paragraph(money(amount, found.currency), "cell-right-strong") for amount in sums]
    rows.append(Row([kit.paragraph(_("All together"), "cell-strong"), *total]))
    return kit.named_table(_("Where the sum comes from"), columns, rows)


def _kind_row(kit: PageKit, facts: Facts, kind: CostKind) -> Row:
    if not kind.lines:
        nothing = facts.words.gettext("No line yet")
        return Row([kit.paragraph(kind.title, "cell-strong"), kit.paragraph(nothing, "cell-missing"), "", "", "", ""])
    currency = facts.budget.currency
    sums = (kind.one_off.likely, kind.yearly.likely, *_ends(kind.first_year))
    return Row([kit.paragraph(kind.title, "cell-strong"), *(money(amount, currency) for amount in sums)])


def _ends(amount: Range) -> tuple[Decimal, Decimal, Decimal]:
    return amount.low, amount.likely, amount.high
