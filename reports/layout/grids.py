"""Grids that place parts of a page beside one another, and lists: no head, no padding, no rules of their own."""

from __future__ import annotations

from collections.abc import Sequence

from reports.layout.flowables import Cell, Flowable
from reports.layout.grid import Command, Grid
from reports.tagging.structure import Tag
from reports.tagging.tables import RowTags, item_tags


def plain_table(
    data: Sequence[Sequence[Cell]], widths: list[float], style: Sequence[Command], before: float = 0, after: float = 0
) -> Grid:
    """A grid without a rule, padding or head: for columns of the page rather than of a table."""
    made = Grid(data, widths, style)
    made.before, made.after = before, after
    return made


def plain_list(
    data: Sequence[Sequence[Cell]],
    widths: list[float],
    style: list[Command],
    numbered: bool = False,
    items: Sequence[RowTags] | None = None,
) -> Grid:
    """The same for the items of a list: each row has its label, if there are two columns, and what it stands before.

    Rows with the same one of `items` are one item.
    """
    made = plain_table(data, widths, style)
    made.around = Tag("L", scope="Decimal" if numbered else "None")
    made.rows = items or [item_tags(labelled=len(row) > 1) for row in data]
    for row, item in zip(data, made.rows, strict=True):
        label = row[0]
        if len(row) > 1 and isinstance(label, Flowable) and label.tag:
            label.tag = item.cells[0]  # a label holds its words itself
    return made
