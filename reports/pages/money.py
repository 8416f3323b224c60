"""What production costs: the plan on one scale with the pilot and what is usual, and the kinds of cost behind it."""

from __future__ import annotations

from models.playbook.budget import CostKind, Range
from reports.figures.budget_scale import budget_scale
from reports.layout.flowables import Flowable
from reports.layout.page_kit import PageKit
from reports.layout.tables import Column, Row
from reports.words.cost_words import cost_sentence, usual
from reports.words.facts import Facts
from reports.words.findings import budget_title
from reports.words.phrases import money


def budget_part(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The scale, then each kind of cost: once, a year, and for the first year with its range."""
    words = facts.words
    story = kit.heading(words.gettext("What it costs"), budget_title(facts))
    if not facts.has_budget:
        rule = usual(facts)
        return kit.together([*story, *([kit.settled(rule, "lead")] if rule else [])])
    story.append(kit.settled(cost_sentence(facts), "lead"))
    chart = budget_scale(facts.budget, kit.colours, words, kit.width)
    return kit.together([*story, *kit.figure(chart, _in_words(facts), _source(facts)), *_kinds(kit, facts)])


def _source(facts: Facts) -> str:
    _ = facts.words.gettext
    said = _(
        "Planned: everything paid once and the first year of running it; bars are the likely sums in thousands, the "
        "line runs from low to high. Source: the cost lines of the playbook, and what the client said the pilot cost."
    )
    if facts.budget.rule is None:
        return said
    return said + " " + _("Usual: a rule of thumb, not a quote.")


def _in_words(facts: Facts) -> str:
    """The picture for whoever cannot see it."""
    found, words = facts.budget, facts.words
    text = words.gettext("{kind}: likely to cost {likely}, at least {low} and at most {high}.")
    parts = [
        text.format(kind=kind.title, **_shown(facts, kind.first_year)) if kind.lines else _nothing(facts, kind)
        for kind in found.kinds
    ]
    whole = text.format(kind=words.gettext("All together"), **_shown(facts, found.first_year))
    return " ".join([words.gettext("Bar chart."), cost_sentence(facts), *parts, whole])


def _shown(facts: Facts, amount: Range) -> dict[str, str]:
    currency = facts.budget.currency
    names = (("likely", amount.likely), ("low", amount.low), ("high", amount.high))
    return {name: money(figure, currency, facts.words) for name, figure in names}


def _nothing(facts: Facts, kind: CostKind) -> str:
    return facts.words.gettext("{kind}: not entered.").format(kind=kind.title)


def _kinds(kit: PageKit, facts: Facts) -> list[Flowable]:
    _, found = facts.words.gettext, facts.budget
    columns = [
        Column(_("Kind of cost"), 150, names_row=True),
        Column(_("Once"), 70, right=True),
        Column(_("A year"), 70, right=True),
        Column(_("First year"), 77, right=True),
        Column(_("From low to high"), 120, right=True),
    ]
    rows = [_row(kit, facts, kind) for kind in found.kinds]
    sums = (found.one_off.likely, found.yearly.likely, found.first_year.likely)
    total = [kit.paragraph(money(amount, found.currency, facts.words), "cell-right-strong") for amount in sums]
    whole = kit.paragraph(_range(facts, found.first_year), "cell-right-strong")
    return [kit.table(columns, [*rows, Row([kit.paragraph(_("All together"), "cell-strong"), *total, whole])])]


def _row(kit: PageKit, facts: Facts, kind: CostKind) -> Row:
    name = kit.paragraph(kind.title, "cell-strong")
    if not kind.lines:
        return Row([name, "", "", kit.paragraph(facts.words.gettext("Not entered"), "cell-right-muted"), ""])
    currency = facts.budget.currency
    sums = (kind.one_off.likely, kind.yearly.likely, kind.first_year.likely)
    return Row(
        [
            name,
            *(money(amount, currency, facts.words) if amount else "–" for amount in sums),
            _range(facts, kind.first_year),
        ]
    )


def _range(facts: Facts, amount: Range) -> str:
    text = facts.words.gettext("{low} to {high}")
    return text.format(
        low=money(amount.low, facts.budget.currency, facts.words),
        high=money(amount.high, facts.budget.currency, facts.words),
    )
