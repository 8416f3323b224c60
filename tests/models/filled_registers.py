"""Registers filled in for the tests of the domain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from model_samples import ROUND

from models.engagement import Engagement, Round
from models.playbook import Gate, RegisterCell, RegisterEntry, cell_id, gate_id
from models.terms import GateDecision


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
