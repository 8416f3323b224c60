"""Grids that place parts of a page beside one another, and lists: no head, no padding, no rules of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from reports.tagging.structure import Tag
from reports.tagging.tables import RowTags, TaggedTable, item_tags
from reports.type.fonts import SANS

Command: TypeAlias = tuple[Any, ...]


def plain_table(
    data: list[list[Any]], widths: list[float], style: list[Command], before: float = 0, after: float = 0
) -> TaggedTable:
    """A grid without a rule, padding or head: for columns of the page rather than of a table."""
    return TaggedTable(
        data, widths, style=bare() + style, splitInRow=1, spaceBefore=before, spaceAfter=after, hAlign="LEFT"
    )


def plain_list(
    data: list[list[Any]],
    widths: list[float],
    style: list[Command],
    numbered: bool = False,
    items: Sequence[RowTags] | None = None,
) -> TaggedTable:
    """The same for the items of a list: each row has its label, if there are two columns, and what it stands before.

    Rows with the same one of `items` are one item.
    """
    made = plain_table(data, widths, style)
    made.around = Tag("L", scope="Decimal" if numbered else "None")
    made.rows = items or [item_tags(labelled=len(row) > 1) for row in data]
    for row, item in zip(data, made.rows, strict=True):
        label = row[0]
        if len(row) > 1 and getattr(label, "tag", None):
            label.tag = item.cells[0]  # a label holds its words itself
    return made


def bare() -> list[Command]:
    """No padding, no rules, and the house font even where a cell is empty: ReportLab would name Helvetica."""
    return [
        ("FONTNAME", (0, 0), (-1, -1), SANS),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
