"""Rows and cells as tags: tables of data, lists, and grids that only place things beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reports.tagging.structure import Tag


class RowTags(NamedTuple):
    """A row and its cells by column. A row that is split, or goes on in the next one, stays one row."""

    row: Tag
    cells: dict[int, Tag]


class TableTags:
    """A table of data: its head, which is read once however often it is drawn, and what holds the other rows."""

    def __init__(self, head: RowTags) -> None:
        self.head = head
        self.table, self.head_rows, self.body_rows = Tag("Table"), Tag("THead"), Tag("TBody")


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
