"""The playbook's registers and gates of one round in an engagement file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry, cell_id, gate_id
from models.exchange.structure import ExchangeError
from models.exchange.values import day_of, person_of
from models.method.method import Method, Register
from models.playbook.cells import number_in
from models.playbook.raci import MATRIX
from models.values.terms import GateDecision, RaciPart


@dataclass(frozen=True)
class Registers:
    """The rows of all registers with what stands in them."""

    entries: tuple[RegisterEntry, ...]
    cells: tuple[RegisterCell, ...]


def read_registers(
    source: dict[str, Any],
    round_id: str,
    method: Method,
    place: str,
    people: Mapping[str, str],
    own_id: Callable[[dict[str, Any]], str],
) -> Registers:
    """`people` are the stakeholders' ids in the file with those they have now. Raises ExchangeError."""
    known = {register.id: register for register in method.registers}
    entries: list[tuple[RegisterEntry, dict[str, Any]]] = []
    ids: dict[str, str] = {}
    for register_id, rows in source.get("playbook", {}).items():
        if register_id not in known:
            raise ExchangeError(
                "{place}.playbook: “{register_id}” is not a register of the method {key}.",
                place=place,
                register_id=register_id,
                key=method.key,
            )
        for n, row in enumerate(rows):
            made = RegisterEntry(id=own_id(row), assessment_id=round_id, register_id=register_id, position=n)
            entries.append((made, row))
            if "id" in row:
                ids[row["id"]] = made.id
    cells: list[RegisterCell] = []
    kinds_of = {register_id: _kinds(known[register_id], people) for register_id in source.get("playbook", {})}
    for entry, row in entries:
        cells += _cells(entry, row.get("cells", {}), kinds_of[entry.register_id], people, ids, place)
    in_order = sorted((entry for entry, _ in entries), key=lambda e: (e.position, e.id))
    return Registers(tuple(in_order), tuple(cells))


def _cells(
    entry: RegisterEntry,
    filled: Mapping[str, str | int | float],
    kinds: Mapping[str, str],
    people: Mapping[str, str],
    rows: Mapping[str, str],
    place: str,
) -> Iterator[RegisterCell]:
    """What stands in a row of a round, by the kinds of its columns."""
    round_id, entry_id = entry.assessment_id, entry.id
    for key, value in filled.items():
        kind = kinds.get(key)
        if kind is None or kind in _LOOKED_UP or not isinstance(value, str):
            here = f"{place}.playbook.{entry.register_id}[{entry.position}]"
            if kind is None:
                raise ExchangeError("{here}.cells: “{key}” is not a column of that register.", here=here, key=key)
            value = _value(kind, value, people, rows, f"{here}.cells.{key}")
        if value:
            column = people.get(key, key)
            made = cell_id(entry_id, column)
            yield RegisterCell(id=made, assessment_id=round_id, entry_id=entry_id, column_id=column, value=value)


def _kinds(register: Register, people: Mapping[str, str]) -> dict[str, str]:
    """The kinds of the register's columns by their ids; a matrix has one for each stakeholder, of the kind "part"."""
    if register.kind == MATRIX:
        return {register.columns[0].id: "text", **dict.fromkeys(people, "part")}
    return {column.id: column.kind for column in register.columns}


_LOOKED_UP = frozenset({"part", "person", "reference"})
"""The kinds of columns in which a text is not kept as it is; most cells are of others."""


def _value(kind: str, given: str | int | float, people: Mapping[str, str], rows: Mapping[str, str], here: str) -> str:
    """What is kept of a cell that stands `here`."""
    match kind:
        case "part" if given not in set(RaciPart):
            raise ExchangeError(
                "{here}: “{given}” is not one of: {names}.",
                here=here,
                given=given,
                names=", ".join(RaciPart),
            )
        case "person":
            return people.get(str(given), str(given))
        case "reference":
            return rows.get(str(given), str(given))
    return given if isinstance(given, str) else _figures(given, here)


def _figures(number: int | float, here: str) -> str:
    """A number as it is kept; what a program adds beyond the 15th place is left out."""
    written = f"{Decimal(str(number)):.15f}".rstrip("0").rstrip(".")
    if number_in(written) is None:
        raise ExchangeError("{here}: the number has more figures than a register can hold.", here=here)
    return "0" if written == "-0" else written


def read_gates(
    source: dict[str, Any], round_id: str, method: Method, place: str, people: Mapping[str, str]
) -> dict[str, Gate]:
    """By phase id. Raises ExchangeError."""
    phases = {phase.id for phase in method.phases}
    found: dict[str, Gate] = {}
    for n, entry in enumerate(source.get("gates", [])):
        here, phase = f"{place}.gates[{n}]", entry["phase"]
        if phase not in phases:
            raise ExchangeError(
                "{here}.phase: “{phase}” is not a phase of the method {key}.", here=here, phase=phase, key=method.key
            )
        if phase in found:
            raise ExchangeError("{here}.phase: “{phase}” is decided twice in this round.", here=here, phase=phase)
        found[phase] = Gate(
            id=gate_id(round_id, phase),
            assessment_id=round_id,
            phase_id=phase,
            decision=GateDecision(entry["decision"]),
            decided_by=person_of(entry.get("decided_by"), people, f"{here}.decided_by"),
            decided_on=day_of(entry.get("decided_on"), f"{here}.decided_on"),
            conditions=entry.get("conditions", ""),
        )
    return found


def read_conditions(
    source: dict[str, Any],
    round_id: str,
    method: Method,
    place: str,
    own_id: Callable[[dict[str, Any]], str],
    ids: Mapping[str, str],
) -> tuple[GateCondition, ...]:
    """In order. `ids` are those of everything in the file so far, each with the id it has now. Raises ExchangeError."""
    phases = {phase.id for phase in method.phases}
    found = []
    for n, entry in enumerate(source.get("conditions", [])):
        here, phase, action = f"{place}.conditions[{n}]", entry["phase"], entry.get("action", "")
        if phase not in phases:
            raise ExchangeError(
                "{here}.phase: “{phase}” is not a phase of the method {key}.", here=here, phase=phase, key=method.key
            )
        if action and action not in ids:
            raise ExchangeError("{here}.action: no action in the file has the id “{action}”.", here=here, action=action)
        found.append(
            GateCondition(
                id=own_id(entry),
                assessment_id=round_id,
                phase_id=phase,
                position=n,
                text=entry.get("text", ""),
                day=day_of(entry.get("day"), f"{here}.day"),
                action_id=ids.get(action, ""),
            )
        )
    return tuple(found)
