"""A block of cells as spreadsheets put it on the clipboard: tabs between cells, lines between rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MOST_ROWS = 5_000
"""As many as a register's JSON may hold."""
_END = re.compile(r"[\t\n]")
_QUOTES = re.compile(r'(?:^|[\t\n])"')
"""Where a cell in quotes may begin."""


def read_block(text: str) -> list[list[str]]:
    """The rows of the block. A cell in quotes may hold tabs and line breaks; a quote in it is written twice.

    Quotes that do not pair are letters like any other. Rows beyond `MOST_ROWS` and an empty last line are left out.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if '"' not in text or not _QUOTES.search(text):
        lines = text.removesuffix("\n").split("\n", MOST_ROWS)[:MOST_ROWS] if text else []
        return [line.split("\t") for line in lines]
    cells: list[list[str]] = []
    row: list[str] = []
    place, length = 0, len(text)
    while place < length and len(cells) < MOST_ROWS:
        cell, place = _cell(text, place)
        row.append(cell)
        if place >= length or text[place] == "\n":
            cells.append(row)
            row = []
        elif place == length - 1:  # a tab at the very end: an empty cell after it
            cells.append([*row, ""])
        place += 1
    return cells


def _cell(text: str, place: int) -> tuple[str, int]:
    """The cell that begins at `place`, and where it ends."""
    if text.startswith('"', place) and (quoted := _quoted(text, place + 1)) is not None:
        return quoted
    found = _END.search(text, place)
    end = found.start() if found else len(text)
    return text[place:end], end


def _quoted(text: str, place: int) -> tuple[str, int] | None:
    """The cell in quotes, or None where its quotes do not pair or more letters follow them."""
    begin = place
    while (end := text.find('"', place)) >= 0:
        if text.startswith('""', end):
            place = end + 2
        elif end + 1 == len(text) or text[end + 1] in "\t\n":
            return text[begin:end].replace('""', '"'), end + 1
        else:
            return None
    return None


def down(block: Iterable[list[str]], column: int) -> Iterator[str]:
    """The cells that stand in one column; a row may be too short for it."""
    return (row[column] for row in block if column < len(row))


def as_block(rows: Iterable[Iterable[str]]) -> str:
    """The rows as a spreadsheet takes them, so that `read_block` gives them back."""
    return "\n".join("\t".join(map(_in_quotes, row)) for row in rows)


def _in_quotes(text: str) -> str:
    if not any(mark in text for mark in '\t\n"'):
        return text
    return '"' + text.replace('"', '""') + '"'
