"""How a business metric has moved: its newest reading against where it began and where it is to go."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from gettext import NullTranslations

from models.engagement.engagement import Round
from models.frozen import frozen
from models.method.method import Column, Method, Register
from models.method.roles import ColumnRole, RegisterRole
from models.playbook.cells import day_in, number_in
from models.values.months import shown_date
from models.values.numbers import shown_number, shown_percent


@frozen
class Reading:
    """One dated figure of a metric."""

    day: date
    value: Decimal


@frozen
class Movement:
    """A metric with its readings, the oldest first."""

    entry_id: str
    title: str
    unit: str
    baseline: Decimal | None
    target: Decimal | None
    readings: tuple[Reading, ...]

    @property
    def part_of_the_way(self) -> Decimal | None:
        """1 where the newest reading is the target, 0 where it is the baseline, below 0 for the wrong way."""
        if self.baseline is None or self.target is None or not self.readings or self.baseline == self.target:
            return None
        return (self.readings[-1].value - self.baseline) / (self.target - self.baseline)


@frozen
class ReadingColumns:
    """Where a register of readings keeps what, and the register of the metrics that they are of."""

    metric: Column
    date: Column
    value: Column
    metrics: Register


def reading_columns(method: Method, register: Register) -> ReadingColumns | None:
    """None for a register of anything else."""
    metric, day, value = map(register.column_with, (ColumnRole.METRIC, ColumnRole.DATE, ColumnRole.VALUE))
    if register.role is not RegisterRole.READINGS or metric is None or day is None or value is None:
        return None
    return ReadingColumns(metric, day, value, method.register(metric.source))


def movements(method: Method, current: Round, register: Register) -> tuple[Movement, ...]:
    """The metrics that have a name, in their order, with what that register reads of them."""
    found = reading_columns(method, register)
    if found is None:
        return ()
    readings = _readings(current, register, found)
    entries = current.entries_of(found.metrics.id)
    made = (_movement(current, entry.id, found.metrics, readings.get(entry.id, [])) for entry in entries)
    return tuple(movement for movement in made if movement.title)


def _readings(current: Round, register: Register, columns: ReadingColumns) -> dict[str, list[Reading]]:
    """By the metric's row. What has no day or no figure is no reading."""
    readings: dict[str, list[Reading]] = {}
    for entry in current.entries_of(register.id):
        day = day_in(current.value(entry.id, columns.date.id))
        value = number_in(current.value(entry.id, columns.value.id))
        if day is not None and value is not None:
            readings.setdefault(current.value(entry.id, columns.metric.id), []).append(Reading(day, value))
    return readings


def _movement(current: Round, entry_id: str, metrics: Register, readings: list[Reading]) -> Movement:
    def said(role: ColumnRole) -> str:
        column = metrics.column_with(role)
        return current.value(entry_id, column.id) if column else ""

    return Movement(
        entry_id=entry_id,
        title=current.value(entry_id, metrics.columns[0].id).strip(),
        unit=said(ColumnRole.UNIT).strip(),
        baseline=number_in(said(ColumnRole.BASELINE)),
        target=number_in(said(ColumnRole.TARGET)),
        readings=tuple(sorted(readings, key=lambda r: r.day)),
    )


def movement_text(movement: Movement, words: NullTranslations) -> str:
    """As in "11.4 → 6.8 days on 30 September 2026. The target of 7 is reached."; says what is not known yet."""
    _ = words.gettext
    if not movement.readings:
        return _("Not measured yet.")
    newest, way = movement.readings[-1], movement.part_of_the_way
    unit = "" if not movement.unit else f" {movement.unit}"
    begun = "" if movement.baseline is None else f"{shown_number(movement.baseline, words)} → "
    text = _("{begun}{value}{unit} on {day}.").format(
        begun=begun, value=shown_number(newest.value, words), unit=unit, day=shown_date(newest.day, words)
    )
    if way is None or movement.target is None:
        return text
    target = shown_number(movement.target, words)
    if way >= 1:
        return f"{text} " + _("The target of {target} is reached.").format(target=target)
    if way < 0:
        return f"{text} " + _("That is away from the target of {target}.").format(target=target)
    share = shown_percent(Decimal(round(abs(way) * 100)), words)
    return f"{text} " + _("{share} of the way to {target}.").format(share=share, target=target)
