"""Which currency an engagement counts in: chosen, or named by its first sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.engagement.engagement import Engagement, Pilot
from models.engagement.registers import RegisterCell
from models.method.method import Method
from models.playbook.cells import figure_in
from models.values.money import currency_of, understand_money
from models.values.numbers import tidy
from models.values.typed.understood import Understood

USUAL_CURRENCY = Pilot.__dataclass_fields__["currency"].default
"""What an engagement counts in until another currency is chosen."""


def currency_for(method: Method, engagement: Engagement, typed: str) -> str:
    """What a sum that was typed is counted in: the engagement's own currency, unless it counts nothing yet.

    The first sum that names its currency then names the engagement's.
    """
    own = engagement.pilot.currency
    named = currency_of(typed)
    return named if named and own == USUAL_CURRENCY and _counts_nothing(method, engagement) else own


def named_by_cells(method: Method, engagement: Engagement) -> str:
    """The currency that sums in registers name where none was chosen and none is counted yet; empty for none."""
    own = engagement.pilot.currency
    if own != USUAL_CURRENCY:
        return ""
    named = (currency_for(method, engagement, cell.value) for cell in _money_cells(method, engagement))
    return next((code for code in named if code != own), "")


def sums_in(method: Method, engagement: Engagement, currency: str) -> list[RegisterCell]:
    """The cells of the current round that waited for this currency, understood now."""
    if currency == engagement.pilot.currency:
        return []
    found = []
    for cell in _money_cells(method, engagement):
        read = understand_money(cell.value, currency)
        if figure_in("money", cell.value) is None and isinstance(read, Understood):
            found.append(replace(cell, value=f"{tidy(read.value):f}"))
    return found


def _counts_nothing(method: Method, engagement: Engagement) -> bool:
    sums = (figure_in("money", cell.value) for cell in _money_cells(method, engagement))
    return engagement.pilot.cost is None and all(amount is None for amount in sums)


def _money_cells(method: Method, engagement: Engagement) -> Iterator[RegisterCell]:
    columns = {(r.id, c.id) for r in method.registers for c in r.columns if c.kind == "money"}
    register_of = {entry.id: entry.register_id for entry in engagement.current.entries}
    for cell in engagement.current.cells.values():
        if (register_of.get(cell.entry_id, ""), cell.column_id) in columns:
            yield cell
