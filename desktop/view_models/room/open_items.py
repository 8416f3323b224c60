"""Questions of the playbook that are not settled: what each is called, and what its register says of it."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from desktop.view_models.room.captured import CapturedRows
from desktop.view_models.room.sentences import begun, counted, lowered, names_in
from models.method.method import Column, Method, Phase, PlaybookItem, Register
from models.playbook.phases import item_columns
from models.playbook.raci import MATRIX, Task, in_doubt, tasks
from models.values.letters import small
from models.values.terms import RaciPart

MOST_ROWS = 2
"""Rows of a register that a fact names."""


def names_of(method: Method, phase: Phase, item_ids: Sequence[str]) -> dict[str, str]:
    """By id: the item's short name. In a pack without those, the title of its register, with the columns that it fills
    where several items fill the same one.
    """
    registers = [method.items[key].register for key in item_ids]
    found = {}
    for key in item_ids:
        item = method.items[key]
        if item.short != item.prompt:
            found[key] = item.short
            continue
        register = method.register(item.register)
        shared = registers.count(item.register) > 1 or _others(phase, item)
        titles = ", ".join(c.title for c in register.columns if c.id in item.columns and not method.is_private(c))
        found[key] = f"{register.title}: {titles}" if shared and item.columns and titles else register.title
    return found


def _others(phase: Phase, item: PlaybookItem) -> bool:
    items = (other for activity in phase.activities for other in activity.items)
    return any(other.register == item.register and other.id != item.id for other in items)


def nothing_yet(words: NullTranslations) -> str:
    """What is said of an item in which nothing was written down."""
    return words.gettext("Nothing is written down yet.")


def fact_of(captured: CapturedRows, item: PlaybookItem) -> str:
    """One sentence about what is open; nothing of what is not for the room."""
    register, words = captured.method.register(item.register), captured.words
    if register.private:
        return ""
    if register.kind == MATRIX:
        return _doubts(captured, register)
    if register.kind == "result":
        return _results(captured, register)
    columns = captured.public(register)
    ids = captured.rows_of(register, columns)
    if not ids:
        return nothing_yet(words)
    own = [column for column in columns if column.id in item_columns(item, register)]
    sentences = [said for column in own if (said := _column_fact(captured, column, columns[:1], ids))]
    return " ".join(sentences[:2])


def _results(captured: CapturedRows, register: Register) -> str:
    """What a test showed that leaves something open."""
    columns = captured.public(register)
    for key in captured.rows_of(register, columns):
        found = [(column, captured.text(key, column)) for column in columns]
        open_ = [text for column, text in found if column.settled and text not in column.settled]
        shown = [text for column, text in found if not column.settled and text]
        if open_:
            return " ".join(f"{text.rstrip('.')}." for text in (*open_, *shown[:1]) if text)
    return nothing_yet(captured.words)


def _doubts(captured: CapturedRows, register: Register) -> str:
    """The first task that has not exactly one who answers for it."""
    words = captured.words
    found = tasks(captured.current, register, captured.engagement.stakeholders)
    if not found:
        return nothing_yet(words)
    doubts = in_doubt(found)
    said = [_doubt(captured, task) for task in doubts[:1]]
    if len(doubts) > 1:
        text = words.ngettext("One more task is open too.", "{count} more tasks are open too.", len(doubts) - 1)
        said.append(begun(text.format(count=counted(len(doubts) - 1, words))))
    return " ".join(said)


def _doubt(captured: CapturedRows, task: Task) -> str:
    words = captured.words
    accountable, doing = len(task.having(RaciPart.ACCOUNTABLE)), len(task.having(RaciPart.RESPONSIBLE))
    if accountable > 1:
        text = words.gettext("“{task}”: {count} answer for it, and it should be one.")
        return text.format(task=task.title, count=counted(accountable, words))
    if doing:
        text = words.ngettext(
            "“{task}”: one does it, nobody answers for it.", "“{task}”: {count} do it, nobody answers for it.", doing
        )
        return text.format(task=task.title, count=counted(doing, words))
    return words.gettext("“{task}”: nobody answers for it.").format(task=task.title)


def _column_fact(captured: CapturedRows, column: Column, first: Sequence[Column], ids: Sequence[str]) -> str:
    """Which rows leave something open under a column: by what was chosen, or because nothing stands there."""
    words = captured.words
    values = {key: captured.current.value(key, column.id).strip() for key in ids}
    if column.settled:
        said = []
        for choice in column.choices:
            rows = [_row_name(captured, key, first) for key in ids if values[key] == choice]
            if rows and choice not in column.settled:
                text = words.gettext("{rows}: {answer}.")
                said.append(begun(text.format(rows=_rows(captured, rows), answer=small(choice))))
        if said:
            return " ".join(said)
    empty = [_row_name(captured, key, first) for key in ids if not values[key]]
    if not empty or column in first:
        return ""
    text = words.gettext("{column}: not said for {rows}.")
    return text.format(column=column.title, rows=_rows(captured, empty))


def _rows(captured: CapturedRows, rows: Sequence[str]) -> str:
    """Rows by name, one after the other: they may hold words of their own that join."""
    names = names_in(captured.engagement)
    shown = [lowered(row, captured.method, names) if number else row for number, row in enumerate(rows[:MOST_ROWS])]
    if more := len(rows) - len(shown):
        shown.append(captured.words.gettext("{count} more").format(count=counted(more, captured.words)))
    return ", ".join(shown)


def _row_name(captured: CapturedRows, entry_id: str, first: Sequence[Column]) -> str:
    name = "".join(captured.text(entry_id, column) for column in first)
    return name or captured.words.gettext("a row without a name")
