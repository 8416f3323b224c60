"""What the room is shown of the playbook: its registers as tables, and never a private row or column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from typing import TypeVar

from desktop.system.long_text import shortened
from desktop.view_models.room.entries import (
    Captured,
    RoomCell,
    RoomColumn,
    RoomCount,
    RoomReadings,
    RoomRow,
    RoomTable,
)
from desktop.view_models.room.readings import readings_of
from desktop.view_models.room.sentences import first_names, table_date
from models.engagement.engagement import Engagement
from models.method.method import Activity, Column, Method, PlaybookItem, Register
from models.method.roles import ColumnRole
from models.playbook.cells import cell_context, day_in, shown_cell
from models.playbook.phases import item_columns
from models.playbook.raci import MATRIX, Task, tasks
from models.values.terms import RaciPart

MOST_ROWS, MOST_TEXTS, MOST_COLUMNS = 6, 2, 5
"""That a page can hold; texts are columns that run over lines."""
LONGEST_CELL = 400
"""Characters of a cell that a page can hold at all; the library keeps the rest."""
FIGURES = ("number", "percent", "money", "days")
"""Kinds of columns that hold figures."""

T = TypeVar("T")


class CapturedRows:
    """The playbook of one snapshot as the room may see it. `here` is the id of the row that is being written."""

    def __init__(self, method: Method, engagement: Engagement, today: date, words: NullTranslations, here: str) -> None:
        self.method, self.engagement, self.words, self.here = method, engagement, words, here
        self.current = engagement.current
        # A role is not for the room.
        self.context = replace(
            cell_context(method, engagement, today, words), people=first_names(engagement.stakeholders)
        )

    def captured(self, activity: Activity, item: PlaybookItem) -> Captured:
        """What stands at an item, drawn after the kind of its register."""
        register = self.method.register(item.register)
        if register.private:
            return RoomCount(len(self.rows_of(register, register.columns)))
        if not any(self.method.is_private(column) for column in register.columns):
            if register.kind == MATRIX:
                return self._tasks(register)
            if register.kind == "result":
                return self._outcomes(activity, item)
            if found := readings_of(self, register):
                rows, above, below = in_sight(found, [reading.here for reading in found])
                return RoomReadings(tuple(rows), above, below)
        return self._table(register, item)

    def rows_of(self, register: Register, columns: Sequence[Column]) -> list[str]:
        """Ids of the rows of a register that say anything in those columns."""
        ids = (entry.id for entry in self.current.entries_of(register.id))
        return [key for key in ids if any(self.current.value(key, column.id).strip() for column in columns)]

    def text(self, entry_id: str, column: Column) -> str:
        """What stands in a cell, for people."""
        value = self.current.value(entry_id, column.id)
        day = day_in(value) if column.kind == "date" else None
        text = table_date(day, self.engagement, self.words) if day else shown_cell(column, value, self.context)
        return shortened(text.strip(), LONGEST_CELL)

    def public(self, register: Register) -> list[Column]:
        """The columns that the room may see."""
        return [column for column in register.columns if not self.method.is_private(column)]

    def _table(self, register: Register, item: PlaybookItem) -> RoomTable:
        columns = _chosen(self.public(register), item_columns(item, register))
        ids = self.rows_of(register, self.public(register))
        shown, above, below = in_sight(tuple(enumerate(ids, 1)), [key == self.here for key in ids])
        rows = tuple(
            RoomRow(number, tuple(self._cell(key, column, columns) for column in columns), key == self.here)
            for number, key in shown
        )
        kinds = tuple(RoomColumn(column.title, _kind(column, columns)) for column in columns)
        return RoomTable(kinds, rows, above, below)

    def _cell(self, entry_id: str, column: Column, columns: Sequence[Column]) -> RoomCell:
        text = self.text(entry_id, column)
        if text or entry_id == self.here:
            return RoomCell(text)
        asked = "" if _kind(column, columns) == "text" else self._asked(column)
        return RoomCell(asked, bool(asked))

    def _asked(self, column: Column) -> str:
        """What is asked where nothing has been said."""
        _ = self.words.gettext
        questions = {"person": _("who?"), "date": _("by when?"), "days": _("how long?")}
        return questions.get(column.kind, _("how much?") if column.kind in FIGURES else "")

    def _tasks(self, register: Register) -> RoomTable:
        """Who answers for each task, who does it, who advises, and who is told."""
        _ = self.words.gettext
        found = tasks(self.current, register, self.engagement.stakeholders)
        heads = (_("Task"), _("Answers for it"), _("Does it"), _("Advises"), _("Is told"))
        kinds = tuple(RoomColumn(head, "name" if number else "text") for number, head in enumerate(heads))
        rows = [RoomRow(number, self._task(task), task.entry_id == self.here) for number, task in enumerate(found, 1)]
        return _run(kinds, rows)

    def _task(self, task: Task) -> tuple[RoomCell, ...]:
        names = {part: [self.context.people.get(key, "") for key in task.having(part)] for part in RaciPart}
        accountable = names[RaciPart.ACCOUNTABLE]
        answers = RoomCell(", ".join(accountable))
        if not accountable:
            answers = RoomCell(self.words.gettext("who?"), asked=True)
        elif len(accountable) > 1:
            answers = RoomCell(self.words.gettext("only one of: {0}").format(", ".join(accountable)), asked=True)
        others = (RaciPart.RESPONSIBLE, RaciPart.CONSULTED, RaciPart.INFORMED)
        title = RoomCell(shortened(task.title, LONGEST_CELL))
        if not task.title and task.entry_id != self.here:
            title = RoomCell(self.words.gettext("what?"), asked=True)
        return (title, answers, *(RoomCell(", ".join(names[part])) for part in others))

    def _outcomes(self, activity: Activity, item: PlaybookItem) -> RoomTable:
        """All tests of the activity: they are looked at together."""
        _ = self.words.gettext
        rows: list[tuple[tuple[RoomCell, ...], bool]] = []
        for other in activity.items:
            register = self.method.register(other.register)
            shown = not register.private and not any(map(self.method.is_private, register.columns))
            if register.kind == "result" and shown:
                rows += self._results(register, here=other is item)
        kinds = (
            RoomColumn(_("Test"), "text"),
            RoomColumn(_("Result"), "name"),
            RoomColumn(_("What shows it"), "text"),
        )
        return _run(kinds, [RoomRow(number, cells, here) for number, (cells, here) in enumerate(rows, 1)])

    def _results(self, register: Register, here: bool) -> list[tuple[tuple[RoomCell, ...], bool]]:
        word = next((column for column in register.columns if column.kind == "choice"), None)
        test = RoomCell(register.title)
        rows: list[tuple[tuple[RoomCell, ...], bool]] = []
        for key in self.rows_of(register, register.columns):
            evidence = (self.text(key, column) for column in register.columns if column is not word)
            said = self.text(key, word) if word else ""
            settled = word is not None and self.current.value(key, word.id) in word.settled
            result = RoomCell(said or self.words.gettext("no result yet"), not said, settled)
            rows.append(((test, result, RoomCell(" · ".join(filter(None, evidence)))), here and key == self.here))
        nothing = RoomCell(self.words.gettext("no result yet"), asked=True, settled=False)
        return rows or [((test, nothing, RoomCell("")), False)]


def _chosen(columns: Sequence[Column], own: Sequence[str]) -> list[Column]:
    """The first and those that the item fills come before others; at most two run over lines."""
    first = columns[:1]
    wanted = sorted(columns[1:], key=lambda column: column.id not in own)
    kept, texts = list(first), sum(_kind(column, columns) == "text" for column in first)
    for column in wanted:
        text = _kind(column, columns) == "text"
        if len(kept) < MOST_COLUMNS and not (text and texts >= MOST_TEXTS):
            kept.append(column)
            texts += text
    return [column for column in columns if column in kept]


def _kind(column: Column, columns: Sequence[Column]) -> str:
    """How a column is set. A unit is a word, and so is whatever is chosen from a few."""
    if column in columns[:1]:
        return "text"
    if column.kind in FIGURES:
        return "figure"
    return "text" if column.kind in ("text", "reference") and column.role is not ColumnRole.UNIT else "name"


def _run(columns: tuple[RoomColumn, ...], rows: Sequence[RoomRow]) -> RoomTable:
    shown, above, below = in_sight(rows, [row.here for row in rows])
    return RoomTable(columns, tuple(shown), above, below)


def in_sight(rows: Sequence[T], here: Sequence[bool]) -> tuple[Sequence[T], int, int]:
    """The last rows, and how many there are before and after; those up to the one at hand where that is earlier."""
    end = len(rows)
    if True in here[: max(end - MOST_ROWS, 0)]:
        end = here.index(True) + 1
    start = max(end - MOST_ROWS, 0)
    return rows[start:end], start, len(rows) - end
