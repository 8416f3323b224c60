"""Registers filled in for the tests of the domain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from model_samples import ROUND, engagement_with, person, round_of

from models.engagement.engagement import Engagement, Round, Stakeholder
from models.engagement.registers import Gate, RegisterCell, RegisterEntry, cell_id, gate_id
from models.values.terms import GateDecision, Group

ANA, BEN = (
    replace(person("Ana Ruiz", Group.BUSINESS), id="a" * 32, role="Sponsor"),
    replace(person("Ben Okoro", Group.TECHNOLOGY), id="b" * 32, role="Head of IT"),
)


def playbook(registers: Mapping[str, list[dict[str, str]]], people: tuple[Stakeholder, ...] = (ANA, BEN)) -> Engagement:
    """An engagement with these rows, cells by column id. The id of a row is that of its register and its number."""
    entries, cells = [], {}
    for register_id, rows in registers.items():
        for n, row in enumerate(rows):
            entry = RegisterEntry(id=f"{register_id}-{n}", assessment_id=ROUND, register_id=register_id, position=n)
            entries.append(entry)
            for column_id, value in row.items():
                key = cell_id(entry.id, column_id)
                cells[key] = RegisterCell(
                    id=key, assessment_id=ROUND, entry_id=entry.id, column_id=column_id, value=value
                )
    current = replace(round_of({}), entries=tuple(entries), cells=cells)
    return engagement_with(current, people)


def with_row(current: Round, register: str, **cells: str) -> Round:
    """The round with one more row in a register; a cell's name is its column's."""
    number = len(current.entries)
    entry = RegisterEntry(id=f"{register}-{number:03}", assessment_id=ROUND, register_id=register, position=number)
    return with_cells(replace(current, entries=(*current.entries, entry)), entry.id, **cells)


def with_cells(current: Round, entry_id: str, **cells: str) -> Round:
    """The round with these cells in a row."""
    made = {
        cell_id(entry_id, column): RegisterCell(
            id=cell_id(entry_id, column), assessment_id=ROUND, entry_id=entry_id, column_id=column, value=value
        )
        for column, value in cells.items()
    }
    return replace(current, cells={**current.cells, **made})


def with_gate(current: Round, phase: str, decision: GateDecision, **more: str) -> Round:
    """The round with a phase decided."""
    gate = Gate(
        id=gate_id(ROUND, phase),
        assessment_id=ROUND,
        phase_id=phase,
        decision=decision,
        decided_on=date(2026, 11, 12),
        decided_by=more.get("by", ""),
        conditions=more.get("conditions", ""),
    )
    return replace(current, gates={**current.gates, phase: gate})


def with_round(engagement: Engagement, current: Round) -> Engagement:
    """The engagement with that as its only round."""
    return replace(engagement, rounds=(current,))
