"""The actions as a workbook with one sheet that people can sort and filter.

Importing this module loads the spreadsheet library: do so when the first sheet is wanted.
"""

from __future__ import annotations

from datetime import UTC, date
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from models.plan.plan import PlanLine
from reports.reply.fields import status_options
from reports.words.facts import Facts
from reports.words.phrases import subject
from reports.words.text import plain, shortened

LONGEST_CELL = 32_000
"""Characters. A cell holds 32,767, in units that some letters take two of."""
FIRST_YEAR = 1900
"""Spreadsheets know no earlier dates."""
STARTS_A_FORMULA = ("=", "+", "-", "@")


def action_sheet(facts: Facts) -> bytes:
    """An XLSX file: a row for each agreed action, highest priority first. The same plan gives the same bytes.

    Dates are dates and days are numbers. Whatever people typed is text, even where it looks like a formula.
    """
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    created = facts.engagement.pilot.created.astimezone(UTC).replace(tzinfo=None)
    practice = plain(facts.engagement.brand.practice)
    title = shortened(plain(subject(facts.engagement, facts.words)), 200)
    book.set_properties({"title": title, "author": practice, "created": created})
    _Sheet(book, facts).write()
    book.close()
    return file.getvalue()


class _Sheet:
    """The one sheet while it is written."""

    def __init__(self, book: Any, facts: Facts) -> None:
        self._facts = facts
        _ = facts.words.gettext
        self._sheet = book.add_worksheet(_("Actions"))
        body = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        self._head = book.add_format({**body, "bold": True, "bottom": 2, "text_wrap": True})
        self._text = book.add_format({**body, "text_wrap": True})
        self._kept_text = book.add_format({**body, "text_wrap": True, "quote_prefix": True})
        self._day = book.add_format({**body, "num_format": "yyyy-mm-dd", "align": "left"})
        self._number = book.add_format({**body, "num_format": "0.##", "align": "right"})
        self._whole = book.add_format({**body, "num_format": "0", "align": "right"})
        self._phases = {phase.id: phase.title for phase in facts.method.phases}
        self._statuses = dict(status_options(facts.words))

    def write(self) -> None:
        """Head, rows, and what makes them easy to work with."""
        _ = self._facts.words.gettext
        columns = [
            (_("No."), 6), (_("Action"), 52), (_("Phase"), 22), (_("Owner"), 24), (_("Due"), 12), (_("Status"), 13),
            (_("Days, at least"), 9), (_("Days, at most"), 9), (_("Done when"), 52), (_("Priority"), 9),
        ]  # fmt: skip
        sheet = self._sheet
        for place, (name, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, name, self._head)
        for row, line in enumerate(self._facts.lines, 1):
            self._row(row, line)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(len(self._facts.lines), 1), len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _row(self, row: int, line: PlanLine) -> None:
        action = line.action
        self._sheet.write_number(row, 0, row, self._whole)
        self._write(row, 1, action.title)
        self._write(row, 2, self._phases.get(action.phase, ""))
        self._write(row, 3, self._facts.owner(line))
        self._due(row, 4, action.due)
        self._write(row, 5, self._statuses[action.progress.value])
        self._sheet.write_number(row, 6, float(action.effort_low), self._number)
        self._sheet.write_number(row, 7, float(action.effort_high), self._number)
        self._write(row, 8, action.done_when)
        self._sheet.write_number(row, 9, line.priority.score, self._whole)

    def _write(self, row: int, column: int, text: str) -> None:
        """Text stays text, also once somebody has edited the cell: that is what the quote prefix is for."""
        kept = shortened(plain(text), LONGEST_CELL)
        risky = kept.lstrip().startswith(STARTS_A_FORMULA)
        self._sheet.write_string(row, column, kept, self._kept_text if risky else self._text)

    def _due(self, row: int, column: int, due: date | None) -> None:
        if due is None:
            self._sheet.write_blank(row, column, None, self._day)
        elif due.year < FIRST_YEAR:
            self._write(row, column, due.isoformat())
        else:
            self._sheet.write_datetime(row, column, due, self._day)
