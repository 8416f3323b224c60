"""The page a sponsor reads first: where the pilot stands, the first actions, the money, the decision."""

from __future__ import annotations

from reportlab.platypus import Flowable

from models.diagnosis.diagnosis import ModeResult, coverage_text
from models.plan.plan import PlanLine
from models.playbook.budget import Standing, band_of
from models.values.numbers import shown_number
from reports.charts import cost_range_bars, index_bars
from reports.layout.page_kit import PageKit
from reports.layout.tables import Column, Row
from reports.words.facts import Facts
from reports.words.findings import where_it_stands
from reports.words.phrases import LONGEST_NAME, due_text, effort_text, money, subject
from reports.words.text import one_line, shortened

LEADING_ACTIONS = 3
LONGEST_HERE = 240
"""Characters of an action's title on this page; the action table has it whole."""


def overview(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The whole plan on one page."""
    words = facts.words
    story = kit.heading(words.gettext("Summary"), where_it_stands(facts))
    story.append(kit.paragraph(" ".join(standing_sentences(facts)), "lead"))
    story.append(kit.key_numbers(_key_numbers(facts)))
    rest = [*_first_actions(kit, facts), *money_part(kit, facts)]
    if decision := facts.engagement.pilot.decision_asked.strip():
        rest += [kit.paragraph(words.gettext("The decision asked for"), "section"), kit.decision(decision)]
    bars = _bars(kit, facts)
    return [*story, *bars, *rest] if kit.fits([*story, *bars, *rest]) else [*story, *rest]


def _bars(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The six modes at a glance, where the page has room for them."""
    words = facts.words
    chart = index_bars(facts.ranked, facts.method, kit.colours, words, kit.width, details=False)
    head = kit.paragraph(words.gettext("The failure modes, worst first"), "section")
    return [head, *kit.figure(chart, " ".join(mode_sentence(facts, r) for r in facts.ranked), bars_note(facts))]


def bars_note(facts: Facts) -> str:
    """How to read the index bars."""
    return facts.words.gettext("Index 0 to 100, higher is worse. Hatched or with a thin range: not all is known yet.")


def mode_sentence(facts: Facts, result: ModeResult) -> str:
    """A mode in words: what a chart's alternative text is made of."""
    text = facts.words.gettext("{mode}: {band}, index {index}, {coverage}.")
    return text.format(
        mode=facts.mode(result).short,
        band=result.band.name_in(facts.words).lower(),
        index=result.shown_index,
        coverage=coverage_text(result, facts.words),
    )


def standing_sentences(facts: Facts) -> list[str]:
    """Where the pilot stands, in two or three sentences."""
    words, _ = facts.words, facts.words.gettext
    text = words.ngettext(
        "{subject}: one of {total} warning signs has a level.",
        "{subject}: {count} of {total} warning signs have a level.",
        facts.answered,
    )
    found = [text.format(subject=subject(facts.engagement, words), count=facts.answered, total=facts.signs)]
    if facts.worst is None:
        found.append(_("No failure mode can be rated until some of them are known."))
        return found
    worst = facts.worst
    text = _("The worst mode is what stops a pilot: here {mode}, {band}, index {index} of 100, {coverage}.")
    found.append(
        text.format(
            mode=facts.mode(worst).short.lower(),
            band=worst.band.name_in(words).lower(),
            index=worst.shown_index,
            coverage=coverage_text(worst, words),
        )
    )
    return found


def _key_numbers(facts: Facts) -> list[tuple[str, str]]:
    _ = facts.words.gettext
    return [
        (f"{len(facts.high)}/{len(facts.results)}", _("failure modes high or critical")),
        (f"{facts.severe}/{facts.signs}", _("warning signs severe")),
        (f"{len(facts.open_signs)}/{facts.signs}", _("warning signs not known yet")),
        (f"{facts.settled}/{len(facts.lines)}" if facts.lines else "0", _("actions with owner and date")),
    ]


def _first_actions(kit: PageKit, facts: Facts) -> list[Flowable]:
    words = facts.words
    first = facts.lines[:LEADING_ACTIONS]
    if not first:
        return [
            kit.paragraph(words.gettext("What comes first"), "section"),
            kit.paragraph(words.gettext("No action has been agreed yet.")),
        ]
    head = words.npgettext("heading", "The action that comes first", "The actions that come first", len(first))
    columns = [
        Column(words.gettext("No."), 24),
        Column(words.gettext("Action"), 256),
        Column(words.gettext("Owner"), 112),
        Column(words.gettext("Due"), 62),
        Column(words.gettext("Effort"), 60, right=True),
    ]
    rows = [
        Row(
            [
                str(number),
                kit.paragraph(shortened(one_line(entry.action.title), LONGEST_HERE) or "–", "cell-strong"),
                owner_cell(kit, facts, entry, LONGEST_NAME),
                due_cell(kit, facts, entry),
                effort_text(entry.action, words),
            ]
        )
        for number, entry in enumerate(first, 1)
    ]
    return [kit.paragraph(head, "section"), kit.table(columns, rows)]


def owner_cell(kit: PageKit, facts: Facts, entry: PlanLine, most: int = 10_000) -> Flowable:
    """The owner's name in at most so many characters, or in words and a colour of its own that there is none."""
    owner = shortened(one_line(facts.owner(entry)), most)
    if owner:
        return kit.paragraph(owner, "cell")
    return kit.paragraph(facts.words.gettext("No owner yet"), "cell-missing")


def due_cell(kit: PageKit, facts: Facts, entry: PlanLine) -> Flowable:
    """The due date, or that there is none."""
    return kit.paragraph(due_text(entry.action, facts.words), "cell" if entry.action.due else "cell-missing")


def money_part(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The range that production is likely to cost, or that it cannot be given."""
    words = facts.words
    head = kit.paragraph(words.gettext("What production is likely to cost"), "section")
    text = cost_sentence(facts)
    rule, pilot = facts.method.rules.production_cost, facts.engagement.pilot
    if rule is None or pilot.cost is None or band_of(pilot.cost, rule) is None:
        return [head, kit.paragraph(text)]
    drawing = cost_range_bars(pilot.cost, rule, pilot.currency, kit.colours, words, kit.width)
    source = words.gettext(
        "Source: the pilot's cost as given by the client, and the method's {low} to {high} times rule."
    )
    source = source.format(low=shown_number(rule.low), high=shown_number(rule.high))
    body = kit.paragraph(text)
    body.keepWithNext = 1
    return [head, body, *kit.figure(drawing, text, source)]


def cost_sentence(facts: Facts) -> str:
    """The method's rule in one sentence, with sums where the pilot's cost is known, and the plan's own beside."""
    words, currency, rule = facts.words, facts.engagement.pilot.currency, facts.method.rules.production_cost
    if rule is None:
        return _planned(facts) or words.gettext("No costs are planned yet.")
    found = band_of(facts.engagement.pilot.cost, rule)
    text = words.gettext("Taking a pilot to production costs {low} to {high} times what the pilot cost")
    text = text.format(low=shown_number(rule.low), high=shown_number(rule.high))
    if found is None:
        text += ". " + words.gettext("What this pilot cost is not known yet, so no range is given.")
    else:
        sums = words.gettext("{rule}: {low} to {high}.")
        text = sums.format(rule=text, low=money(found[0], currency), high=money(found[1], currency))
    return f"{text} {_planned(facts)}".rstrip()


def _planned(facts: Facts) -> str:
    """What the plan itself comes to; empty where no cost was written down."""
    _ = facts.words.gettext
    if not facts.has_budget:
        return ""
    texts = {
        Standing.NOT_COMPARABLE: _("The costs planned so far come to {likely}."),
        Standing.BELOW: _("The costs planned so far come to {likely}, less than that."),
        Standing.WITHIN: _("The costs planned so far come to {likely}, within that range."),
        Standing.ABOVE: _("The costs planned so far come to {likely}, more than that."),
    }
    likely = money(facts.budget.first_year.likely, facts.budget.currency)
    return texts[facts.budget.standing].format(likely=likely)
