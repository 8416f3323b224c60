"""What production costs, in sentences: what is planned, what is usual, and what nobody has entered."""

from __future__ import annotations

from decimal import Decimal
from gettext import NullTranslations

from models.playbook.budget import Standing, band_of
from models.values.money import in_two_figures
from models.values.numbers import shown_number
from reports.words.facts import Facts
from reports.words.phrases import exact_sum, sum_in_words
from reports.words.text import Run


def cost_sentence(facts: Facts) -> str:
    """The whole of it, in two or three sentences."""
    return " ".join(run.text for run in cost_runs(facts))


def cost_runs(facts: Facts, strong: str = "") -> list[Run]:
    """The same with its first words in a face of their own."""
    head, rest = _planned(facts)
    return [Run(head, strong), Run(" ".join(filter(None, (rest, usual(facts)))))]


def _planned(facts: Facts) -> tuple[str, str]:
    _, found = facts.words.gettext, facts.budget
    if not facts.has_budget:
        return _("No cost of going live is on record yet."), ""
    head = _("About {sum}").format(sum=sum_in_words(found.first_year.likely, found.currency, facts.words))
    if not found.pilot_cost or found.pilot_cost <= 0:
        return head, _("to go live and run it a year.")
    text = _("to go live and run it a year, {times} times the pilot’s {cost}.")
    times = _times(found.first_year.likely / found.pilot_cost, facts.words)
    return head, text.format(times=times, cost=exact_sum(found.pilot_cost, found.currency, facts.words))


def _times(share: Decimal, words: NullTranslations) -> str:
    return shown_number(share.quantize(Decimal("0.1") if share < 10 else Decimal(1)), words)


def usual(facts: Facts) -> str:
    """The pack's rule, as what it is; empty where the pack has none."""
    _, rule, pilot = facts.words.gettext, facts.method.rules.production_cost, facts.engagement.pilot
    if rule is None:
        return ""
    low, high, band = (
        shown_number(rule.low, facts.words),
        shown_number(rule.high, facts.words),
        band_of(pilot.cost, rule),
    )
    if band is None:
        known = _("What the pilot cost is not on record.")
        known = known if facts.has_budget else _("What the pilot cost is not on record either.")
        text = _("Usual is {low} to {high} times that: a rule of thumb, not a quote.")
        return f"{known} {text.format(low=low, high=high)}"
    if facts.budget.standing is Standing.NOT_COMPARABLE:
        text = _(
            "Usual is {low} to {high} times the pilot’s {cost}, so {least} to {most}: a rule of thumb, not a quote."
        )
        least, most = (sum_in_words(bound, pilot.currency, facts.words) for bound in band)
        return text.format(
            low=low,
            high=high,
            cost=exact_sum(pilot.cost or Decimal(0), pilot.currency, facts.words),
            least=least,
            most=most,
        )
    return _("Usual is {low} to {high} times: a rule of thumb, not a quote.").format(low=low, high=high)


def gap(facts: Facts) -> str:
    """How far the plan lies outside the usual range; empty within it, and where the two cannot be compared."""
    found, likely = facts.budget, facts.budget.first_year.likely
    if found.band is None or found.standing not in (Standing.BELOW, Standing.ABOVE):
        return ""
    away = found.band[0] - likely if found.standing is Standing.BELOW else likely - found.band[1]
    return sum_in_words(in_two_figures(away), found.currency, facts.words)
