"""Rows and cells as tags: tables of data, lists, and grids that only place things beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.platypus import Table

from reports.tagging.structure import Tag


@dataclass(eq=False, slots=True)
class RowTags:
    """A row and its cells by column. A row that is split, or goes on in the next one, stays one row."""

    row: Tag
    cells: dict[int, Tag]


@dataclass(eq=False, slots=True)
class TableTags:
    """A table of data: its head, which is read once however often it is drawn, and what holds the other rows."""

    head: RowTags
    table: Tag = field(default_factory=lambda: Tag("Table"))
    head_rows: Tag = field(default_factory=lambda: Tag("THead"))
    body_rows: Tag = field(default_factory=lambda: Tag("TBody"))


def head_tags(columns: int) -> RowTags:
    """A head for each column."""
    return RowTags(Tag("TR"), {column: Tag("TH", scope="Column") for column in range(columns)})


def row_tags(spans: Sequence[int], head: int | None = None) -> RowTags:
    """A cell for each span, which says how many columns it takes; the one in column `head` says what the row is of."""
    cells, column = {}, 0
    for span in spans:
        cells[column] = Tag("TH", scope="Row", span=span) if column == head else Tag("TD", span=span)
        column += span
    return RowTags(Tag("TR"), cells)


def group_tags(columns: int, further: int) -> RowTags:
    """What the rows below have in common: a head over all columns but the last `further`, which are cells."""
    first = columns - further
    cells = {0: Tag("TH", scope="Column", span=first), **{first + n: Tag("TD") for n in range(further)}}
    return RowTags(Tag("TR"), cells)


def item_tags(labelled: bool = True) -> RowTags:
    """An item of a list: its label in the first column, if it has one, and its body in the next."""
    return RowTags(Tag("LI"), {0: Tag("Lbl"), 1: Tag("LBody")} if labelled else {0: Tag("LBody")})


class TaggedTable(Table):  # type: ignore[misc]
    """A table that tags what it draws. Without `rows` it is a mere grid, and its contents follow one another."""

    around: Tag | None = None
    rows: Sequence[RowTags] = ()

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{**options, "renderCB": _tag})

    def split(self, available_width: float, available_height: float) -> list[Table]:
        """The rows that fit and the rest; where a row was cut, both of its parts have its tags."""
        parts: list[Table] = super().split(available_width, available_height)
        if self.rows and len(parts) == 2:
            first, second = parts
            first.around = second.around = self.around
            first.rows, second.rows = self.rows[: first._nrows], self.rows[-second._nrows :]
        return parts


def _tag(table: TaggedTable, moment: str, *details: Any) -> None:
    """Called by ReportLab at every step of drawing a table."""
    canvas, rows = table.canv, table.rows
    if moment in ("startBG", "startLines"):
        canvas.begin_artifact()
    elif moment in ("endBG", "endLines"):
        canvas.end_artifact()
    elif rows and moment == "startRow":
        canvas.enter(rows[details[0]].row)
    elif rows and moment == "startCell":
        canvas.enter(rows[details[0]].cells[details[1]])
    elif (rows and moment in ("endCell", "endRow")) or (table.around and moment == "endTable"):
        canvas.leave()
    elif table.around and moment == "startTable":
        canvas.enter(table.around)
