"""How a business metric has moved: its newest reading against where it began and where it is to go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from gettext import NullTranslations

from models.engagement.engagement import Round
from models.playbook.cells import day_in, number_in
from models.values.months import shown_date
from models.values.numbers import shown_number

METRICS, READINGS = "metrics", "metric-readings"
"""Ids of the two registers. They are permanent: see the method."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One dated figure of a metric."""

    day: date
    value: Decimal


@dataclass(frozen=True, slots=True)
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


def movements(current: Round) -> tuple[Movement, ...]:
    """The metrics that have a name, in their order."""
    readings: dict[str, list[Reading]] = {}
    for entry in current.entries_of(READINGS):
        day, value = day_in(current.value(entry.id, "date")), number_in(current.value(entry.id, "value"))
        if day is not None and value is not None:
            readings.setdefault(current.value(entry.id, "metric"), []).append(Reading(day, value))
    found = []
    for entry in current.entries_of(METRICS):
        if title := current.value(entry.id, "metric").strip():
            found.append(
                Movement(
                    entry_id=entry.id,
                    title=title,
                    unit=current.value(entry.id, "unit").strip(),
                    baseline=number_in(current.value(entry.id, "baseline")),
                    target=number_in(current.value(entry.id, "target")),
                    readings=tuple(sorted(readings.get(entry.id, ()), key=lambda r: r.day)),
                )
            )
    return tuple(found)


def movement_text(movement: Movement, words: NullTranslations) -> str:
    """As in "11.4 → 6.8 days on 30 September 2026. The target of 7 is reached."; says what is not known yet."""
    _ = words.gettext
    if not movement.readings:
        return _("Not measured yet.")
    newest, way = movement.readings[-1], movement.part_of_the_way
    unit = "" if not movement.unit else f" {movement.unit}"
    begun = "" if movement.baseline is None else f"{shown_number(movement.baseline)} → "
    text = _("{begun}{value}{unit} on {day}.").format(
        begun=begun, value=shown_number(newest.value), unit=unit, day=shown_date(newest.day, words)
    )
    if way is None or movement.target is None:
        return text
    target = shown_number(movement.target)
    if way >= 1:
        return f"{text} " + _("The target of {target} is reached.").format(target=target)
    if way < 0:
        return f"{text} " + _("That is away from the target of {target}.").format(target=target)
    share = f"{abs(way) * 100:.0f} %"
    return f"{text} " + _("{share} of the way to {target}.").format(share=share, target=target)
