"""What registers and columns are for. The product asks a pack for a role, and never for an id of its own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from models.frozen import frozen


class RegisterRole(StrEnum):
    """What the product does with the rows of a register, beyond keeping and showing them."""

    COST = "cost"
    """Adds them up. Each register with this role is one kind of cost."""
    METRICS = "metrics"
    """Knows from where to where each of them is to move."""
    READINGS = "readings"
    """Dated figures of metrics, which show how far those have moved."""


class ColumnRole(StrEnum):
    """What stands in a column. The first column names the row and needs no role for it."""

    LOW = "low"
    LIKELY = "likely"
    HIGH = "high"
    BASIS = "basis"
    """Whether a cost is paid once or every year."""
    UNIT = "unit"
    BASELINE = "baseline"
    TARGET = "target"
    METRIC = "metric"
    """Which metric a reading is of."""
    DATE = "date"
    VALUE = "value"


@frozen
class RoleColumns:
    """The roles of columns that a role of a register goes with."""

    needed: tuple[ColumnRole, ...]
    more: tuple[ColumnRole, ...] = ()
    """Those it can do without."""


COLUMNS_OF: Mapping[RegisterRole, RoleColumns] = {
    RegisterRole.COST: RoleColumns((ColumnRole.LOW, ColumnRole.LIKELY, ColumnRole.HIGH), (ColumnRole.BASIS,)),
    RegisterRole.METRICS: RoleColumns((ColumnRole.BASELINE, ColumnRole.TARGET), (ColumnRole.UNIT,)),
    RegisterRole.READINGS: RoleColumns((ColumnRole.METRIC, ColumnRole.DATE, ColumnRole.VALUE)),
}

_FIGURES = ("number", "percent", "money", "days")
KINDS_OF: Mapping[ColumnRole, tuple[str, ...]] = {
    ColumnRole.LOW: ("money",),
    ColumnRole.LIKELY: ("money",),
    ColumnRole.HIGH: ("money",),
    ColumnRole.BASIS: ("choice",),
    ColumnRole.UNIT: ("text", "choice"),
    ColumnRole.BASELINE: _FIGURES,
    ColumnRole.TARGET: _FIGURES,
    ColumnRole.METRIC: ("reference",),
    ColumnRole.DATE: ("date",),
    ColumnRole.VALUE: _FIGURES,
}
"""The kinds of columns in which what a role means can stand."""
