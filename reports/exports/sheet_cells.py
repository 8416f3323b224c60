"""What the workbooks share: how wide a column and how high a row has to be, how a day is written, how they print."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Any

from models.frozen import frozen
from reports.documents.kinds import PageSize
from reports.type.fonts import SANS, SANS_SEMIBOLD, text_width
from resources.words import language_of

LONGEST_CELL = 32_000
"""Characters. A cell holds 32,767, in units that some letters take two of."""
FIRST_YEAR = 1900
"""Spreadsheets know no earlier dates."""
STARTS_A_FORMULA = ("=", "+", "-", "@")
FONT, SIZE, LINE, BETWEEN = "Calibri", 11, 15.0, 3.0
"""The size, the height of a line and what lies between two rows, in points."""
TALLEST = 409.0
"""Points: no row can be higher."""
PIXEL, EDGES, INDENT, BUTTON = 0.75, 3, 9, 18
"""A pixel in points; in pixels what a column keeps free, what a text stands in by, and a filter's button."""
DIGIT = 7
"""Pixels that a column's unit of width is wide."""
_PAPER = {PageSize.A4: 9, PageSize.LETTER: 1}
"""The numbers that spreadsheets know them by."""
_FOOT = "&C&P / &N"
"""The page's number and how many there are, in the language of spreadsheets."""
_LONGEST_HEADER = 200
_DAY_FORMATS = {"de": "dd.mm.yyyy", "fr": "dd/mm/yyyy"}
_DAY_FORMAT = "d mmm yyyy"
"""With the month in letters, where figures would be read one way in London and another in Boston."""


@frozen
class SheetColumn:
    """Its head, and its width in digits."""

    name: str
    width: float

    @property
    def room(self) -> float:
        """Points for text."""
        return (self.width * DIGIT - EDGES - INDENT) * PIXEL


def sheet_column(name: str, width: float) -> SheetColumn:
    """A column of that width, or as wide as the longest word of its head, which is never broken."""
    longest = max(text_width(word, SANS_SEMIBOLD, SIZE) for word in name.split(" "))
    return SheetColumn(name, max(width, (longest / PIXEL + EDGES + INDENT + BUTTON) / DIGIT))


def day_format(words: NullTranslations) -> str:
    """How a day is written in the language of these words, as spreadsheets are told."""
    return _DAY_FORMATS.get(language_of(words), _DAY_FORMAT)


def row_height(cells: Sequence[tuple[str, SheetColumn]], head: bool = False) -> float:
    """Points that hold the tallest of these texts: not every program makes a row that high itself when it prints."""
    font = SANS_SEMIBOLD if head else SANS
    lines = max((_lines(text, column.room, font) for text, column in cells), default=1)
    return min(lines * LINE + BETWEEN, TALLEST)


def set_up_printing(sheet: Any, page_size: PageSize, about: str) -> None:
    """On its side and as wide as the paper; at the head of each page what it is about, and the first row."""
    sheet.set_landscape()
    sheet.set_paper(_PAPER[page_size])
    sheet.set_margins(0.5, 0.5, 0.75, 0.6)
    sheet.set_header("&L" + about.replace("&", "&&")[:_LONGEST_HEADER])
    sheet.set_footer(_FOOT)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _lines(text: str, room: float, font: str) -> int:
    """How many lines a text takes, a little generously: the house font is no narrower than that of the sheet."""
    most, space = int(TALLEST / LINE), text_width(" ", font, SIZE)
    count = 0
    for line in text.split("\n"):
        count, used = count + 1, 0.0
        for word in line.split(" "):
            width = text_width(word, font, SIZE)
            if used and used + space + width > room:
                count, used = count + 1, 0.0
            used += width + (space if used else 0.0)
            count, used = count + int(used // room), used % room
            if count > most:
                return most
    return count
