"""Metrics with their latest readings, as the room may see them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.view_models.room.entries import RoomReading
from models.method.method import Register
from models.method.roles import ColumnRole
from models.playbook.cells import day_in, number_in
from models.playbook.readings import ReadingColumns, reading_columns

if TYPE_CHECKING:
    from desktop.view_models.room.captured import CapturedRows


def readings_of(captured: CapturedRows, register: Register) -> list[RoomReading]:
    """Every metric with its latest reading; nothing where the register holds something else."""
    columns = reading_columns(captured.method, register)
    if columns is None or any(map(captured.method.is_private, columns.metrics.columns)):
        return []
    latest, here = _latest(captured, register, columns)
    known = captured.rows_of(columns.metrics, columns.metrics.columns[:1])
    keys = [*known, *(key for key in latest if key not in known)]
    return [_reading(captured, key, latest.get(key, ""), columns, here=key == here) for key in keys]


def _latest(captured: CapturedRows, register: Register, columns: ReadingColumns) -> tuple[dict[str, str], str]:
    """Ids of the newest readings by metric, and the metric whose reading is being written."""
    current, here = captured.current, ""
    newest: dict[str, date] = {}
    found: dict[str, str] = {}
    for entry in current.entries_of(register.id):
        of = current.value(entry.id, columns.metric.id).strip()
        on = day_in(current.value(entry.id, columns.date.id)) or date.min
        if of and captured.text(entry.id, columns.value) and on >= newest.get(of, date.min):
            newest[of], found[of] = on, entry.id
        here = of if entry.id == captured.here else here
    return found, here


def _reading(captured: CapturedRows, key: str, reading: str, columns: ReadingColumns, *, here: bool) -> RoomReading:
    source = columns.metrics

    def known(role: ColumnRole) -> str:
        column = source.column_with(role)
        return captured.text(key, column) if column else ""

    name = "".join(captured.text(key, column) for column in source.columns[:1])
    return RoomReading(
        metric=name or key,
        unit=known(ColumnRole.UNIT),
        baseline=known(ColumnRole.BASELINE),
        latest=captured.text(reading, columns.value),
        on=captured.text(reading, columns.date),
        target=known(ColumnRole.TARGET),
        way=_way(captured, key, source, captured.current.value(reading, columns.value.id)),
        here=here,
    )


def _way(captured: CapturedRows, metric: str, source: Register, latest: str) -> float | None:
    ends = (source.column_with(role) for role in (ColumnRole.BASELINE, ColumnRole.TARGET))
    begin, end = (number_in(captured.current.value(metric, column.id)) if column else None for column in ends)
    now = number_in(latest)
    if begin is None or end is None or now is None or begin == end:
        return None
    return float(min(max((now - begin) / (end - begin), Decimal(0)), Decimal(1)))
