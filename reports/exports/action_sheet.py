"""The actions as a workbook with one sheet that people can sort and filter.

Importing this module loads the spreadsheet library: do so when the first sheet is wanted.
"""

from __future__ import annotations

from datetime import UTC, date
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from models.plan.plan import PlanLine
from models.plan.titles import titled
from models.values.letters import in_a_row
from models.values.months import short_date
from reports.documents.kinds import PageSize
from reports.exports.sheet_cells import (
    FIRST_YEAR,
    FONT,
    LONGEST_CELL,
    SIZE,
    STARTS_A_FORMULA,
    SheetColumn,
    day_format,
    row_height,
    set_up_printing,
    sheet_column,
)
from reports.reply.fields import status_options
from reports.type.fonts import register_fonts
from reports.type.ink import RED, RULE
from reports.words.facts import Facts
from reports.words.late import how_many_late, late_text
from reports.words.phrases import subject
from reports.words.plan_words import uncalled
from reports.words.text import one_line, plain, shortened

LATE = 11
"""The column that says what is late on the day of the sheet, where anything is: its day stays a day, to be changed."""


def action_sheet(facts: Facts, page_size: PageSize = PageSize.A4) -> bytes:
    """An XLSX file: a row for each agreed action, in the order of the plan and under its number there.

    The same plan gives the same bytes. Dates are dates and days are numbers. Whatever people typed is text, even where
    it looks like a formula.
    """
    register_fonts()
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    created = facts.engagement.pilot.created.astimezone(UTC).replace(tzinfo=None)
    practice = plain(facts.engagement.brand.practice)
    title = shortened(plain(subject(facts.engagement, facts.words)), 200)
    book.set_properties({"title": title, "author": practice, "created": created})
    _Sheet(book, facts).write(page_size)
    book.close()
    return file.getvalue()


class _Sheet:
    """The one sheet while it is written."""

    def __init__(self, book: Any, facts: Facts) -> None:
        self._facts = facts
        _ = facts.words.gettext
        self._sheet = book.add_worksheet(_("Actions"))
        body = {"font_name": FONT, "font_size": SIZE, "valign": "top"}
        self._head = book.add_format(
            {**body, "bold": True, "bottom": 2, "text_wrap": True, "align": "left", "indent": 1}
        )
        body |= {"bottom": 1, "bottom_color": RULE}
        text = {**body, "text_wrap": True, "align": "left", "indent": 1}
        self._text = book.add_format(text)
        self._kept_text = book.add_format({**text, "quote_prefix": True})
        self._day = book.add_format({**text, "num_format": day_format(facts.words)})
        self._number = book.add_format({**body, "num_format": "General", "align": "right", "indent": 1})
        self._phases = {phase.id: phase.title for phase in facts.method.phases}
        self._statuses = dict(status_options(facts.words))
        self._late = book.add_format({**text, "bold": True, "font_color": RED})
        on = _("On {date}").format(date=short_date(facts.today, facts.words))
        self._columns = [
            sheet_column(*column) for column in (
                (_("No."), 5), (_("Action"), 41), (_("Phase"), 20), (_("Owner"), 19), (_("Due"), 12), (_("Status"), 17),
                (_("Days, at least"), 8), (_("Days, at most"), 8), (_("Done when"), 41), (_("Why"), 41),
                (_("Priority"), 9), *([(on, 15)] if how_many_late(facts) else []),
            )
        ]  # fmt: skip
        self._texts: list[tuple[str, SheetColumn]] = []
        """Of the row that is being written."""

    def write(self, page_size: PageSize) -> None:
        """Head, rows, and what makes them easy to work with."""
        sheet, last = self._sheet, max(len(self._facts.lines), 1)
        for place, column in enumerate(self._columns):
            sheet.set_column(place, place, column.width)
            self._write(0, place, column.name, self._head)
        self._end_row(0)
        for row, line in enumerate(self._facts.lines, 1):
            self._row(row, line)
            self._end_row(row)
        statuses = list(self._statuses.values())
        sheet.data_validation(1, 5, last, 5, {"validate": "list", "source": statuses})
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, last, len(self._columns) - 1)
        set_up_printing(sheet, page_size, one_line(subject(self._facts.engagement, self._facts.words)))

    def _row(self, row: int, line: PlanLine) -> None:
        action = line.action
        self._sheet.write_number(row, 0, line.number, self._number)
        self._write(row, 1, titled(action.title, self._facts.words))
        self._write(row, 2, self._phases.get(action.phase, ""))
        self._write(row, 3, self._facts.owner(line))
        self._due(row, 4, action.due)
        self._write(row, 5, self._statuses[action.progress.value])
        self._sheet.write_number(row, 6, float(action.effort_low), self._number)
        self._sheet.write_number(row, 7, float(action.effort_high), self._number)
        self._write(row, 8, action.done_when)
        self._write(row, 9, self._why(line))
        self._sheet.write_number(row, 10, line.priority.score, self._number)
        if len(self._columns) > LATE:
            self._write(row, LATE, late_text(self._facts, action), self._late)

    def _why(self, line: PlanLine) -> str:
        """In the room's words where it gave any, else every reason for it."""
        if line.action.why.strip():
            return line.action.why
        return in_a_row((reason.text for reason in line.because), self._facts.words) or uncalled(self._facts, line)

    def _end_row(self, row: int) -> None:
        self._sheet.set_row(row, row_height(self._texts, head=not row))
        self._texts = []

    def _write(self, row: int, column: int, text: str, look: Any = None) -> None:
        """Text stays text, also once somebody has edited the cell: that is what the quote prefix is for."""
        kept = shortened(plain(text), LONGEST_CELL)
        risky = kept.lstrip().startswith(STARTS_A_FORMULA)
        self._sheet.write_string(row, column, kept, look or (self._kept_text if risky else self._text))
        self._texts.append((kept, self._columns[column]))

    def _due(self, row: int, column: int, due: date | None) -> None:
        if due is None:
            self._sheet.write_blank(row, column, None, self._day)
        elif due.year < FIRST_YEAR:
            self._write(row, column, due.isoformat())
        else:
            self._sheet.write_datetime(row, column, due, self._day)
