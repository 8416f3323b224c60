"""Turns the rules of a content pack into typed ones, no figure of them impossible."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from models.method.limits import LIMITS
from models.method.pack_table import PackTable
from models.method.rules import (
    HIGHEST_LEVEL,
    WHOLE,
    AgreementRule,
    BandRule,
    EffortRule,
    PriorityRule,
    ProductionCost,
    Rules,
)
from models.values.sentence import Sentence

Found = TypeVar("Found")

MOST_RATING_RULES = 10
"""All are shown at once."""
MOST_TIMES = 100
"""Of the pilot's cost. No plan is held against more."""
MOST_REASONS = 20
MOST_DAYS = 400
MOST_DAYS_AN_ITEM = 30
"""An activity has up to twelve items, and no action takes more than 400 days."""


def rules_in(root: PackTable) -> Rules:
    """The rules that the pack declares, and what holds without the others."""
    table = root.table("rules", "rules") if root.offers("rules") else None
    if table is None:
        return Rules()
    rules = Rules(
        rating=table.texts("rating", 1, MOST_RATING_RULES, LIMITS.rating) if "rating" in table else (),
        production_cost=_rule(table, "production-cost", _production_cost, None),
        priority=_rule(table, "priority", _priority, PriorityRule()),
        bands=_rule(table, "bands", _bands, BandRule()),
        agreement=_rule(table, "agreement", _agreement, AgreementRule()),
        effort=_rule(table, "effort", _effort, EffortRule()),
    )
    table.finish()
    return rules


def _rule(table: PackTable, name: str, read: Callable[[PackTable], Found], otherwise: Found) -> Found:
    """A rule that is no table is told, and reads as one that was left out."""
    own = table.table(name, f"rule “{name}”") if name in table else None
    if own is None:
        return otherwise
    found = read(own)
    own.finish()
    return found


def _production_cost(table: PackTable) -> ProductionCost:
    found = ProductionCost(table.number("low", 1, MOST_TIMES), table.number("high", 1, MOST_TIMES))
    if table.is_sound and found.low >= found.high:
        table.problem("low", Sentence("must be below high"))
    return found


def _priority(table: PackTable) -> PriorityRule:
    found = PriorityRule(
        severity=table.whole("severity", 1, WHOLE),
        reach=table.whole("reach", 0, WHOLE),
        ease=table.whole("ease", 0, WHOLE),
        most_reasons=table.whole("most_reasons", 1, MOST_REASONS),
        most_days=table.whole("most_days", 1, MOST_DAYS),
        own=table.whole("own", 0, HIGHEST_LEVEL),
        open_point=table.whole("open_point", 0, HIGHEST_LEVEL),
        contradiction=table.whole("contradiction", 0, HIGHEST_LEVEL),
        gap=table.whole("gap", 0, HIGHEST_LEVEL),
        not_known=table.whole("not_known", 0, HIGHEST_LEVEL),
    )
    weights = found.impact + found.ease
    if table.is_sound and weights != WHOLE:
        sums = {"whole": WHOLE, "found": weights}
        table.problem("severity", Sentence("and reach and ease must add up to {whole}, and come to {found}", sums))
    for unused in ("first", "next"):  # packs have them still; what comes first has another rule now
        table.whole(unused, 0, WHOLE)
    return found


def _bands(table: PackTable) -> BandRule:
    found = BandRule(*(table.whole(key, 1, WHOLE) for key in ("moderate", "high", "critical")))
    if table.is_sound and not found.moderate < found.high < found.critical:
        table.problem("moderate", Sentence("must be below high, and high below critical"))
    return found


def _agreement(table: PackTable) -> AgreementRule:
    return AgreementRule(float(table.number("agreed", 0, 1)), float(table.number("problem", 0, HIGHEST_LEVEL)))


def _effort(table: PackTable) -> EffortRule:
    return EffortRule(
        find_out=table.range_of_days("find_out"),
        show=table.range_of_days("show"),
        budget=table.range_of_days("budget"),
        fill_in=table.range_of_days("fill_in", MOST_DAYS_AN_ITEM),
    )
