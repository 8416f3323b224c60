"""Every pilot of the practice as a workbook: one row each with its modes as a heat map, and what is usual.

Importing this module loads the spreadsheet library: do so when the first sheet is wanted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from gettext import NullTranslations
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from models.diagnosis.diagnosis import Band
from models.portfolio.order import Order, in_order
from models.portfolio.standing import ModeStanding, PilotStanding
from models.portfolio.usual import spreads
from models.portfolio.wording import headline, verdict_in_short, what_is_next
from models.readiness.readiness import VerdictKind
from models.values.colour import ink_on
from reports.charts.colours import paper_colours
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
from reports.figures.mode_bar import BAND_LEVEL
from reports.type.fonts import register_fonts
from reports.type.ink import AMBER, GREEN, RED, RULE
from reports.words.text import plain, shortened

WIDTHS = (25, 25, 24, 7, 12, 23)
"""Of client, pilot, sector, round, its day, the worst mode; in digits. Then the modes, then `LATER`."""
MODE, LATER = 9, (19, 9, 12, 31, 12, 9)
USUAL = (30, *[10] * 6)
"""Likewise of the sheet of what is usual."""
VERDICT_COLOURS = {VerdictKind.GO: GREEN, VerdictKind.CONDITIONS: AMBER, VerdictKind.NO_GO: RED}


def portfolio_sheet(
    pilots: Sequence[PilotStanding],
    modes: Mapping[str, str],
    today: date,
    words: NullTranslations,
    order: Order = Order.GO_LIVE,
    page_size: PageSize = PageSize.A4,
) -> bytes:
    """An XLSX file. `modes` are the names of the columns by mode id. The same pilots give the same bytes.

    Dates are dates and figures are numbers. Whatever people typed is text, even where it looks like a formula.
    """
    register_fonts()
    file = BytesIO()
    book = Workbook(file, {"in_memory": True})
    title = headline(pilots, dict(modes), words)
    book.set_properties({"title": title, "created": datetime.combine(today, time(), UTC).replace(tzinfo=None)})
    _Sheet(book, modes, words).write(in_order(pilots, order), title, page_size)
    _write_usual(book, pilots, modes, words, page_size)
    book.close()
    return file.getvalue()


class _Sheet:
    """The sheet of the pilots while it is written."""

    def __init__(self, book: Any, modes: Mapping[str, str], words: NullTranslations) -> None:
        self._book, self._modes, self._words = book, modes, words
        self._sheet = book.add_worksheet(words.gettext("Pilots"))
        self._looks: dict[tuple[Any, ...], Any] = {}
        _ = words.gettext
        heads = [_("Client"), _("Pilot"), _("Sector"), _("Round"), _("Held on"), _("Worst"), *modes.values()]
        heads += [_("Verdict"), _("Overdue"), _("Next due"), _("What is due"), _("Go-live"), _("Holds")]
        widths = (*WIDTHS, *(MODE for _mode in modes), *LATER)
        self._columns = [sheet_column(*column) for column in zip(heads, widths, strict=True)]
        self._texts: list[tuple[str, SheetColumn]] = []
        """Of the row that is being written."""

    def write(self, pilots: Sequence[PilotStanding], title: str, page_size: PageSize) -> None:
        """Head, rows, and what makes them easy to work with."""
        sheet = self._sheet
        _write_head(sheet, self._columns, self._look(bold=True, bottom=2, text_wrap=True, indent=1))
        for row, pilot in enumerate(pilots, 1):
            self._row(row, pilot)
            sheet.set_row(row, row_height(self._texts))
            self._texts = []
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(len(pilots), 1), len(self._columns) - 1)
        set_up_printing(sheet, page_size, title)

    def _row(self, row: int, pilot: PilotStanding) -> None:
        found, sheet, _ = pilot.counted, self._sheet, self._words.gettext
        for place, text in enumerate((found.client, found.pilot, found.sector)):
            self._text(row, place, text)
        sheet.write_number(row, 3, found.round, self._look(align="center"))
        self._day(row, 4, found.held_on)
        self._text(row, 5, self._modes.get(pilot.worst.mode_id, "") if pilot.worst else _("Not asked yet"))
        place = len(WIDTHS)
        for place, mode in enumerate(self._modes, len(WIDTHS)):
            self._figure(row, place, pilot.mode(mode))
        colour = VERDICT_COLOURS.get(pilot.verdict)
        self._text(row, place + 1, verdict_in_short(pilot, self._words), colour)
        late = self._look(align="center", **({"font_color": RED, "bold": True} if found.overdue else {}))
        sheet.write_number(row, place + 2, found.overdue, late)
        self._day(row, place + 3, found.next_due)
        self._text(row, place + 4, what_is_next(pilot, self._words))
        self._day(row, place + 5, found.target, late=pilot.holds is False)
        holds = {True: _("yes"), False: _("no"), None: ""}[pilot.holds]
        self._text(row, place + 6, holds, RED if pilot.holds is False else None)

    def _figure(self, row: int, place: int, mode: ModeStanding | None) -> None:
        """On the tint of its band; a question mark where too little is known."""
        if mode is None or (not mode.answered and mode.band is Band.NOT_KNOWN):
            self._sheet.write_blank(row, place, None, self._look())
        elif mode.figure is None:
            self._sheet.write_string(row, place, "?", self._look(align="center"))
        else:
            ground = paper_colours().ramp[BAND_LEVEL[mode.band]]
            look = self._look(align="center", bg_color=ground, font_color=ink_on(ground))
            self._sheet.write_number(row, place, mode.figure, look)

    def _text(self, row: int, place: int, text: str, colour: str | None = None) -> None:
        """Text stays text, also once somebody has edited the cell: that is what the quote prefix is for."""
        kept = shortened(plain(text), LONGEST_CELL)
        looks: dict[str, Any] = {"quote_prefix": True} if kept.lstrip().startswith(STARTS_A_FORMULA) else {}
        if colour:
            looks |= {"font_color": colour, "bold": True}
        self._sheet.write_string(row, place, kept, self._look(text_wrap=True, indent=1, **looks))
        self._texts.append((kept, self._columns[place]))

    def _day(self, row: int, place: int, day: date | None, late: bool = False) -> None:
        looks: dict[str, Any] = {"num_format": day_format(self._words), "align": "left", "indent": 1}
        if late:
            looks |= {"font_color": RED, "bold": True}
        if day is None:
            self._sheet.write_blank(row, place, None, self._look(**looks))
        elif day.year < FIRST_YEAR:
            self._text(row, place, day.isoformat())
        else:
            self._sheet.write_datetime(row, place, day, self._look(**looks))

    def _look(self, **more: Any) -> Any:
        """One format for each look, since a workbook keeps each that is made."""
        key = tuple(sorted(more.items()))
        if key not in self._looks:
            body = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter", "bottom": 1, "bottom_color": RULE}
            self._looks[key] = self._book.add_format(body | more)
        return self._looks[key]


def _write_head(sheet: Any, columns: Sequence[SheetColumn], look: Any) -> None:
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.name, look)
    sheet.set_row(0, row_height([(column.name, column) for column in columns], head=True))


def _write_usual(
    book: Any, pilots: Sequence[PilotStanding], modes: Mapping[str, str], words: NullTranslations, page_size: PageSize
) -> None:
    """A row for each mode with enough pilots behind it: how many, the middle, and how they are spread."""
    _, sheet = words.gettext, book.add_worksheet(words.gettext("What is usual"))
    look = {"font_name": FONT, "font_size": SIZE, "indent": 1}
    head = book.add_format({**look, "bold": True, "bottom": 2, "text_wrap": True})
    text = book.add_format({**look, "bottom": 1, "bottom_color": RULE})
    number = book.add_format({**look, "bottom": 1, "bottom_color": RULE, "align": "right"})
    names = (_("Failure mode"), _("Pilots"), _("Median"), "0–24", "25–49", "50–74", "75–100")
    _write_head(sheet, [sheet_column(*column) for column in zip(names, USUAL, strict=True)], head)
    for row, found in enumerate(spreads(pilots, modes), 1):
        sheet.write_string(row, 0, modes[found.mode_id], text)
        for place, figure in enumerate((len(found.figures), found.middle, *found.parts), 1):
            sheet.write_number(row, place, figure, number)
    sheet.freeze_panes(1, 1)
    set_up_printing(sheet, page_size, words.gettext("What is usual"))
