"""How acts of the history are said: an act in one line, and the day above those of one day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.words import gettext, spoken
from models.values.letters import on_one_line
from models.values.months import day_and_month, weekday_said

if TYPE_CHECKING:
    from models.engagement.library_entry import HistoryEntry


def act_text(entry: HistoryEntry) -> str:
    """As in "Rate …", or "Undone: Rate …"."""
    said = on_one_line(entry.label.said(spoken()))
    if entry.kind == "undo":
        return gettext("Undone: {act}").format(act=said)
    if entry.kind == "redo":
        return gettext("Done again: {act}").format(act=said)
    return said


def day_text(day: date, today: date) -> str:
    """As in "Today, Monday 30 November", or "Thursday 12 November"; with the year where it is another one."""
    weekday = weekday_said(day).said(spoken())
    values = {"weekday": weekday, "day": day_and_month(day, spoken(), date(today.year, 1, 1))}
    if day == today:
        return gettext("Today, {weekday} {day}").format(**values)
    return gettext("{weekday} {day}").format(**values)
