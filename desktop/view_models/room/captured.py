"""What the room is shown of the playbook: its rows as sentences, and never a private one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from gettext import NullTranslations

from desktop.system.long_text import shortened
from desktop.view_models.room.entries import (
    Captured,
    RoomBudget,
    RoomCost,
    RoomCount,
    RoomLine,
    RoomOutcome,
    RoomReading,
    RoomRow,
    RoomRows,
    RoomSum,
    RoomTask,
)
from desktop.words import gettext
from models.engagement.engagement import Engagement
from models.engagement.people import name_of
from models.method.method import Activity, Column, Method, PlaybookItem, Register
from models.method.roles import ColumnRole
from models.playbook.budget import Range, budget, is_cost, standing_text
from models.playbook.cells import cell_context, day_in, number_in, shown_cell
from models.playbook.phases import item_columns
from models.playbook.raci import MATRIX, tasks
from models.playbook.readings import ReadingColumns, reading_columns
from models.values.money import shown_money
from models.values.numbers import shown_number
from models.values.terms import RaciPart

MOST_ROWS = 12
"""More than a page can hold."""
LONGEST_CELL = 400
"""Characters of a cell that a page can hold at all; the library keeps the rest."""

_NAMED = ("number", "percent", "money", "date")
"""Kinds of columns whose cells say little without the column's name."""
_SPAN = (ColumnRole.UNIT, ColumnRole.BASELINE, ColumnRole.TARGET)
"""The columns that together say from where to where a metric goes."""


class CapturedRows:
    """The playbook of one snapshot as the room may see it. `here` is the id of the row that is being written."""

    def __init__(self, method: Method, engagement: Engagement, today: date, words: NullTranslations, here: str) -> None:
        self._method, self._engagement, self._words, self._here = method, engagement, words, here
        self._current = engagement.current
        names = {person.id: name_of(person) for person in engagement.stakeholders}
        self._context = replace(
            cell_context(method, engagement, today, words), people=names
        )  # a role is not for the room

    def captured(self, activity: Activity, item: PlaybookItem) -> Captured:
        """What stands at an item, drawn after the kind of its register."""
        register = self._method.register(item.register)
        if register.private:
            return RoomCount(sum(self._says(e.id, register.columns) for e in self._current.entries_of(register.id)))
        if not any(self._method.is_private(column) for column in register.columns):
            if is_cost(self._method, item):
                return self._budget(item)
            if register.kind == MATRIX:
                return self._tasks(register)
            if register.kind == "result":
                return self._outcomes(activity, item)
            if found := self._readings(register):
                return found
        return self._lines(register, item)

    def _says(self, entry_id: str, columns: Sequence[Column]) -> bool:
        return any(self._current.value(entry_id, column.id).strip() for column in columns)

    def _text(self, entry_id: str, column: Column) -> str:
        text = shown_cell(column, self._current.value(entry_id, column.id), self._context)
        return shortened(text.strip(), LONGEST_CELL)

    def _lines(self, register: Register, item: PlaybookItem) -> RoomRows:
        """The first column and those that the item fills."""
        seen = [column for column in register.columns if not self._method.is_private(column)]
        own = item_columns(item, register)
        columns = [column for number, column in enumerate(seen) if number == 0 or column.id in own]
        ids = [e.id for e in self._current.entries_of(register.id) if self._says(e.id, columns)]
        places = {key: number for number, key in enumerate(ids, 1)} if register.kind == "ordered" else {}
        return _run(ids, self._here, lambda e: self._line(e, columns, places.get(e, 0)))

    def _line(self, entry_id: str, columns: Sequence[Column], step: int = 0) -> RoomLine:
        roles = {column.role for column in columns}
        said = []
        for column in columns:
            text = self._text(entry_id, column)
            if roles.issuperset(_SPAN) and column.role in _SPAN:
                text = self._span(entry_id, columns) if column.role is ColumnRole.BASELINE else ""
            elif text and column is not columns[0] and column.kind in _NAMED:
                text = f"{column.title}: {text}"
            said.append(text)
        strong, *rest = [text for text in said if text] or [""]
        return RoomLine(strong, tuple(rest), step, entry_id == self._here)

    def _span(self, entry_id: str, columns: Sequence[Column]) -> str:
        """As in "from 11.4 to 7 days"."""
        known = {column.role: self._text(entry_id, column) for column in columns}
        unit, baseline, target = (known[role] for role in _SPAN)
        if baseline and target:
            said = gettext("from {0} to {1} {2}").format(baseline, target, unit)
        elif target:
            said = gettext("to {0} {1}").format(target, unit)
        elif baseline:
            said = gettext("from {0} {1}").format(baseline, unit)
        else:
            said = unit
        return said.strip()

    def _tasks(self, register: Register) -> RoomRows:
        found = {task.entry_id: task for task in tasks(self._current, register, self._engagement.stakeholders)}

        def row(entry_id: str) -> RoomTask:
            task = found[entry_id]
            names = {p: tuple(self._name(i) for i in task.having(p)) for p in RaciPart}
            return RoomTask(
                task=shortened(task.title, LONGEST_CELL),
                accountable=names[RaciPart.ACCOUNTABLE],
                responsible=names[RaciPart.RESPONSIBLE],
                consulted=names[RaciPart.CONSULTED],
                informed=names[RaciPart.INFORMED],
                here=entry_id == self._here,
            )

        return _run(list(found), self._here, row)

    def _name(self, stakeholder_id: str) -> str:
        return shortened(self._context.people.get(stakeholder_id, ""), LONGEST_CELL)

    def _outcomes(self, activity: Activity, item: PlaybookItem) -> RoomRows:
        """All tests of the activity: they are looked at together."""
        rows = []
        for other in activity.items:
            register = self._method.register(other.register)
            shown = not register.private and not any(map(self._method.is_private, register.columns))
            if register.kind == "result" and shown:
                rows += self._results(register, here=other is item)
        return RoomRows(tuple(rows))

    def _results(self, register: Register, here: bool) -> list[RoomOutcome]:
        word = next((column for column in register.columns if column.kind == "choice"), register.columns[0])
        said = [e.id for e in self._current.entries_of(register.id) if self._says(e.id, register.columns)]
        rows = []
        for entry_id in said:
            value = self._current.value(entry_id, word.id)
            evidence = (self._text(entry_id, column) for column in register.columns if column is not word)
            settled, text = value in word.settled, " · ".join(filter(None, evidence))
            rows.append(RoomOutcome(register.title, self._text(entry_id, word), settled, text, here))
        return rows or [RoomOutcome(register.title, "", False, "", here)]

    def _readings(self, register: Register) -> RoomRows | None:
        """The metrics with their latest readings; None where the register holds something else."""
        columns = reading_columns(self._method, register)
        if columns is None or any(map(self._method.is_private, columns.metrics.columns)):
            return None
        metric, day, value, source = columns.metric, columns.date, columns.value, columns.metrics
        latest: dict[str, tuple[date, str]] = {}
        here = ""
        for entry in self._current.entries_of(register.id):
            of = self._current.value(entry.id, metric.id).strip()
            on = day_in(self._current.value(entry.id, day.id)) or date.min
            if of and self._text(entry.id, value) and (of not in latest or on >= latest[of][0]):
                latest[of] = on, entry.id
            here = of if entry.id == self._here else here
        known = [e.id for e in self._current.entries_of(source.id) if self._says(e.id, source.columns[:1])]
        keys = [*known, *(key for key in latest if key not in known)]

        def row(key: str) -> RoomReading:
            reading = latest[key][1] if key in latest else ""
            return self._reading(key, reading, columns, key == here)

        return _run(keys, here, row)

    def _reading(self, key: str, reading: str, columns: ReadingColumns, here: bool) -> RoomReading:
        source = columns.metrics

        def known(role: ColumnRole) -> str:
            column = source.column_with(role)
            return self._text(key, column) if column else ""

        return RoomReading(
            metric=self._text(key, source.columns[0]) or shortened(key, LONGEST_CELL),
            unit=known(ColumnRole.UNIT),
            baseline=known(ColumnRole.BASELINE),
            latest=self._text(reading, columns.value),
            on=self._text(reading, columns.date),
            target=known(ColumnRole.TARGET),
            way=self._way(key, source, self._current.value(reading, columns.value.id)),
            here=here,
        )

    def _way(self, metric: str, source: Register, latest: str) -> float | None:
        ends = (source.column_with(role) for role in (ColumnRole.BASELINE, ColumnRole.TARGET))
        numbers = [number_in(self._current.value(metric, column.id)) if column else None for column in ends]
        begin, end, now = *numbers, number_in(latest)
        if begin is None or end is None or now is None or begin == end:
            return None
        return float(min(max((now - begin) / (end - begin), Decimal(0)), Decimal(1)))

    def _budget(self, item: PlaybookItem) -> RoomBudget:
        found = budget(self._method, self._engagement)

        def money(amount: Decimal) -> RoomSum:
            return RoomSum(amount, shown_money(amount, found.currency))

        whole: Range = found.first_year
        kinds = tuple(
            RoomCost(
                name=kind.title,
                likely=money(kind.first_year.likely).text if kind.lines else "",
                share=f"{found.share(kind) * 100:.0f} %" if kind.lines else "",
                here=kind.item_id == item.id,
            )
            for kind in found.kinds
        )
        rows = self._lines(self._method.register(item.register), item).rows
        line = next((row for row in rows if row.here), rows[-1] if rows else None)
        return RoomBudget(
            plan=(money(whole.low), money(whole.likely), money(whole.high))
            if any(k.lines for k in found.kinds)
            else None,
            band=(money(found.band[0]), money(found.band[1])) if found.band else None,
            sentence=standing_text(found, self._words),
            kinds=kinds,
            latest=line if isinstance(line, RoomLine) else None,
            times=(shown_number(found.rule.low), shown_number(found.rule.high)) if found.rule else ("", ""),
        )


def _run(keys: Sequence[str], here: str, row: Callable[[str], RoomRow]) -> RoomRows:
    """The last rows; those up to `here` where that is an earlier one."""
    end = len(keys)
    if here in keys[: max(end - MOST_ROWS, 0)]:
        end = keys.index(here) + 1
    start = max(end - MOST_ROWS, 0)
    return RoomRows(tuple(row(key) for key in keys[start:end]), start, len(keys) - end)
