"""Who is meant by what is typed into a register, and how much of it they carry already."""

from __future__ import annotations

from decimal import Decimal

from desktop.system.long_text import shortened
from desktop.view_models.playbook.sheet import RegisterSheet
from desktop.words import ngettext
from models.engagement.engagement import Round
from models.method.method import Register
from models.playbook.cells import figure_in
from models.values.numbers import shown_number, tidy

LONGEST_ROLE = 60
"""Letters."""


def days_carried(current: Round, register: Register, without: str = "") -> dict[str, Decimal]:
    """Days of work by whoever is to do it; empty for a register without days. `without`: the row that is written."""
    work = next((column for column in register.columns if column.kind == "days"), None)
    person = next((column for column in register.columns if column.kind == "person"), None)
    carried: dict[str, Decimal] = {}
    for entry in current.entries_of(register.id) if work else ():
        days = figure_in("days", current.value(entry.id, work.id)) if work else None
        if days and entry.id != without:
            who = current.value(entry.id, person.id) if person else ""
            carried[who] = carried.get(who, Decimal(0)) + days
    return carried


def about_person(sheet: RegisterSheet, row: int, column: int, typed: str) -> tuple[str, ...]:
    """What somebody does, and what they carry in the other lines; nothing where nobody is meant."""
    if sheet.places[column].kind != "person":
        return ()
    meant = sheet.meant(column, typed)
    person = next((p for p in sheet.session.people() if p.id == meant), None)
    if person is None:
        return ()
    told = (shortened(person.role.strip(), LONGEST_ROLE), _carried(sheet, person.id, row, column))
    return tuple(filter(None, told))


def _carried(sheet: RegisterSheet, person_id: str, row: int, column: int) -> str:
    days = days_carried(sheet.session.current, sheet.register, sheet.entry_id(row)).get(person_id)
    if days:
        text = ngettext("{days} day already", "{days} days already", 1 if days == 1 else 2)
        return text.format(days=shown_number(tidy(days), sheet.session.words))
    others = sum(sheet.value(n, column) == person_id for n in range(len(sheet.rows)) if n != row)
    return ngettext("in {n} other line", "in {n} other lines", others).format(n=others) if others else ""
