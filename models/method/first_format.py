"""Packs of format 1: what the product knew of them by their ids and kinds, said as format 2 says it.

Finished work keeps the pack it was made with, so nothing here may change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from models.method.method import Column, Method, Register
from models.method.presets import AgendaPreset, BoxKind, PresetBox
from models.method.roles import ColumnRole, RegisterRole
from models.method.rules import AgreementRule, BandRule, EffortRule, PriorityRule, ProductionCost, Rules

COST_ITEMS = ("infrastructure-cost", "integration-cost", "change-cost", "running-cost")
"""Ids of the playbook items whose registers were added up to the budget."""
METRICS = "metrics"
"""Id of the register whose rows were metrics."""
READINGS = "readings"
"""The kind of register whose rows were readings."""

_COST_COLUMNS: Mapping[str, ColumnRole] = {
    role.value: role for role in (ColumnRole.LOW, ColumnRole.LIKELY, ColumnRole.HIGH, ColumnRole.BASIS)
}
_METRIC_COLUMNS: Mapping[str, ColumnRole] = {
    role.value: role for role in (ColumnRole.UNIT, ColumnRole.BASELINE, ColumnRole.TARGET)
}
_READING_KINDS: Mapping[str, ColumnRole] = {
    "reference": ColumnRole.METRIC,
    "date": ColumnRole.DATE,
    "number": ColumnRole.VALUE,
}
"""Of each kind, the first column was meant."""


RULES = Rules(
    production_cost=ProductionCost(Decimal(2), Decimal(5)),
    priority=PriorityRule(
        severity=60,
        reach=25,
        ease=15,
        most_reasons=4,
        most_days=20,
        own=2,
        open_point=2,
        contradiction=2,
        gap=1,
        not_known=1,
    ),
    bands=BandRule(moderate=25, high=50, critical=75),
    agreement=AgreementRule(agreed=0.6, problem=1.5),
    effort=EffortRule(
        find_out=(Decimal("0.5"), Decimal(2)),
        show=(Decimal("0.5"), Decimal(1)),
        budget=(Decimal(1), Decimal(3)),
        fill_in=(Decimal("0.5"), Decimal(1)),
    ),
)
"""The figures that stood in the product."""


def _boxes(*given: tuple[BoxKind, int]) -> tuple[PresetBox, ...]:
    return tuple(PresetBox(kind, minutes) for kind, minutes in given)


AGENDA = (
    AgendaPreset(
        "triage",
        "90-minute triage",
        _boxes(
            (BoxKind.WELCOME, 5),
            (BoxKind.MODES, 60),
            (BoxKind.RESULTS, 10),
            (BoxKind.PLAN, 10),
            (BoxKind.CLOSING, 5),
        ),
    ),
    AgendaPreset(
        "half-day",
        "Half day",
        _boxes(
            (BoxKind.WELCOME, 10),
            (BoxKind.MODES, 60),
            (BoxKind.BREAK, 15),
            (BoxKind.MODES, 60),
            (BoxKind.RESULTS, 15),
            (BoxKind.PLAN, 40),
            (BoxKind.CLOSING, 10),
        ),
    ),
    AgendaPreset(
        "full-day",
        "Full day",
        _boxes(
            (BoxKind.WELCOME, 15),
            (BoxKind.MODES, 72),
            (BoxKind.BREAK, 15),
            (BoxKind.MODES, 73),
            (BoxKind.RESULTS, 25),
            (BoxKind.LUNCH, 45),
            (BoxKind.PLAYBOOK, 60),
            (BoxKind.READINESS, 20),
            (BoxKind.BREAK, 15),
            (BoxKind.PLAN, 40),
            (BoxKind.CLOSING, 10),
        ),
    ),
)
"""The presets that the product had."""


def as_second_format(method: Method) -> Method:
    """The same method with its roles, its rules and its agendas. It had no glossary."""
    costs = {method.items[key].register for key in COST_ITEMS if key in method.items}
    measured = {METRICS, *(_measured(register) for register in method.registers)}

    def with_roles(register: Register) -> Register:
        if register.id in costs:
            return _cost(register)
        if _measured(register):
            return _readings(register)
        moves = {column.id for column in register.columns} >= _METRIC_COLUMNS.keys()
        return _metrics(register) if moves or register.id in measured else register

    return replace(method, registers=tuple(map(with_roles, method.registers)), rules=RULES, agenda=AGENDA)


def _cost(register: Register) -> Register:
    """The second choice of how often a cost is paid was the yearly one."""

    def with_role(column: Column) -> Column:
        role = _COST_COLUMNS.get(column.id)
        return replace(column, role=role, yearly=column.choices[1:2] if role is ColumnRole.BASIS else ())

    return replace(register, role=RegisterRole.COST, columns=tuple(map(with_role, register.columns)))


def _metrics(register: Register) -> Register:
    columns = tuple(replace(column, role=_METRIC_COLUMNS.get(column.id)) for column in register.columns)
    return replace(register, role=RegisterRole.METRICS, columns=columns)


def _measured(register: Register) -> str:
    """Id of the register that readings are of; empty for a register of other rows."""
    first = _first_of_each_kind(register) if register.kind == READINGS else {}
    return first["reference"].source if first.keys() >= _READING_KINDS.keys() else ""


def _readings(register: Register) -> Register:
    first = _first_of_each_kind(register)
    columns = tuple(
        replace(column, role=_READING_KINDS.get(column.kind) if first[column.kind] is column else None)
        for column in register.columns
    )
    return replace(register, role=RegisterRole.READINGS, columns=columns)


def _first_of_each_kind(register: Register) -> dict[str, Column]:
    return {column.kind: column for column in reversed(register.columns)}
