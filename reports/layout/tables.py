"""The house table: no vertical lines, no stripes, a rule in the brand colour under the head, group rows on grey."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any, TypeAlias

from models.frozen import frozen
from reports.layout.flowables import Cell, Flowable
from reports.layout.grid import Command, Grid
from reports.tagging.canvas import PAGINATION, TaggedCanvas
from reports.tagging.tables import RowTags, TableTags, group_tags, head_tags, row_tags
from reports.type.ink import GROUP_ROW, RULE, rgb

ParagraphMaker: TypeAlias = Callable[[str, str], Flowable]

HEAD_RULE, HAIRLINE = 0.96, 0.48
"""Thickness of the rule under a head, and of those between rows; in points."""
GUTTER, GROUP_INDENT = 10.0, 6.0
MOST_TOGETHER = 4
"""Rows that stay on one page together."""


@frozen
class TableLook:
    """How close a table is set, in points."""

    above: float = 5.0
    """Within a row. Likewise the next."""
    below: float = 5.5
    group: float = 4.5
    """Above and below the words that name a group."""
    middle: bool = False
    """Whether cells are set against the middle of their row rather than its top."""
    cell: str = "cell"
    """The style of text cells; that of cells on the right has `-right` after it."""


ROOMY, PLAIN = TableLook(6.2, 6.7), TableLook()
SNUG = TableLook(3.8, 4.2, 3.0, cell="dense")
CLOSE, TIGHT = TableLook(3.4, 3.6, 2.6, cell="dense"), TableLook(2.2, 2.4, 1.5, cell="tight")
TIGHTEST = TableLook(1.6, 1.8, 1.2, cell="tight")
"""In the type of the one before, for what would miss a page by a few lines."""


@frozen
class Column:
    """One column: its head, and its share of the width (shares are relative to each other).

    The head is words, or a drawing of words. `names_row`: what stands in it says what its row is of.
    """

    title: str | Flowable
    share: float
    right: bool = False
    names_row: bool = False
    gutter: float = GUTTER
    """Points between what stands in it and the next column."""


@frozen
class Row:
    """One row. Text cells are set in the `cell` style; everything else is set as it is.

    `group`: on grey, its first cell over all columns but those that the further cells fill from the right.
    `wide`: the second cell over all columns after the first.
    `joined`: no rule between this row and the next, because the next goes on with it.
    """

    cells: Sequence[Cell]
    group: bool = False
    joined: bool = False
    wide: bool = False


class HouseTable(Flowable):
    """Blocks of rows under a head that every page repeats; a block is split only where it alone outgrows a page.

    Each block is a small ReportLab table, measured once, so that time grows with the number of rows. (One long
    table is gone through whole at every page, and cuts rows to fill the foot of a page, under a second head.)
    """

    def __init__(
        self, head: Grid, blocks: Sequence[Grid], size: tuple[float, float], brand: str, tags: TableTags
    ) -> None:
        """`size` is that of a page's frame, in points; `brand` the colour of the rule under the head."""
        self.head, self.blocks, self.brand, self.tags = head, list(blocks), brand, tags
        self.width, self.room = width, room = size
        self.head_height = float(head.wrap(width, room)[1])
        self.foots = list(accumulate(float(block.wrap(width, room)[1]) for block in self.blocks))
        self.height = self.head_height + self.foots[-1]
        self.before, self.after = 2, 8

    @property
    def beginning(self) -> float:
        """How much room the head and the first block need, in points."""
        return self.head_height + self.foots[0]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The frame's width, and the height of the head and every row."""
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The part that fits and the rest, or nothing where it should begin on the next page."""
        count = bisect_right(self.foots, available_height - self.head_height)
        if count == len(self.blocks):
            return [self]
        if count:
            return [self._part(0, count), self._part(count, len(self.blocks))]
        if available_height < self.room - 1:
            return []
        return self._split_first(available_height)

    def _split_first(self, available_height: float) -> list[Flowable]:
        parts = self.blocks[0].split(self.width, available_height - self.head_height)
        if len(parts) < 2:
            return []
        size = self.width, self.room
        rest = HouseTable(self.head, [*parts[1:], *self.blocks[1:]], size, self.brand, self.tags)
        return [HouseTable(self.head, parts[:1], size, self.brand, self.tags), rest]

    def _part(self, start: int, end: int) -> HouseTable:
        """Some of the blocks, without measuring them again."""
        made = HouseTable.__new__(HouseTable)
        before = self.foots[start - 1] if start else 0.0
        made.head, made.blocks, made.width, made.room = self.head, self.blocks[start:end], self.width, self.room
        made.brand, made.tags = self.brand, self.tags
        made.head_height, made.foots = self.head_height, [foot - before for foot in self.foots[start:end]]
        made.height = made.head_height + made.foots[-1]
        made.before, made.after = self.before, self.after
        return made

    def draw_at(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """The head, then the blocks below it; the head's rule comes last, over everything."""
        top = y + self.height - self.head_height
        canvas.enter(self.tags.table)
        self._draw_head(canvas, x, top)
        canvas.enter(self.tags.body_rows)
        for block, foot in zip(self.blocks, self.foots, strict=True):
            block.draw_at(canvas, x, top - foot)
        canvas.leave()
        canvas.leave()
        with canvas.artifact():
            right = x + self.width
            canvas.write(f"q {rgb(self.brand)} RG {HEAD_RULE} w {x:.5f} {top:.5f} m {right:.5f} {top:.5f} l S Q")

    def _draw_head(self, canvas: TaggedCanvas, x: float, bottom: float) -> None:
        """Where it is drawn again on a further page, a screen reader passes it over."""
        if self.tags.head_rows.placed:
            with canvas.artifact(PAGINATION):
                self.head.draw_at(canvas, x, bottom)
            return
        canvas.enter(self.tags.head_rows)
        self.head.draw_at(canvas, x, bottom)
        canvas.leave()


def build_table(
    size: tuple[float, float],
    columns: Sequence[Column],
    rows: Sequence[Row],
    paragraph: ParagraphMaker,
    brand: str,
    look: TableLook = PLAIN,
) -> HouseTable:
    """A table over the width of a frame of that size (points), with at least one row."""
    shares = sum(c.share for c in columns)
    widths = [size[0] * c.share / shares for c in columns]
    titles = [_title(column, paragraph) for column in columns]
    head = Grid([titles], widths, _head_style(columns))
    tags = TableTags(head_tags(len(columns)))
    head.rows = [tags.head]
    row_by_row = _row_tags(rows, columns)
    blocks: list[Grid] = []
    for block in _blocks(rows):
        made = _block_table(rows, block, columns, widths, paragraph, look)
        parts = [(made, block)]
        if len(block) > 1 and made.wrap(*size)[1] > size[1] / 2:
            parts = [(_block_table(rows, [index], columns, widths, paragraph, look), [index]) for index in block]
        for part, indices in parts:
            part.rows = [row_by_row[index] for index in indices]
            blocks.append(part)
    return HouseTable(head, blocks, size, brand, tags)


def _title(column: Column, paragraph: ParagraphMaker) -> Flowable:
    if isinstance(column.title, str):
        return paragraph(column.title, "head-right" if column.right else "head")
    return column.title


def _row_tags(rows: Sequence[Row], columns: Sequence[Column]) -> list[RowTags]:
    """The tags of each row; a row that goes on with the one before has that one's."""
    many, head = len(columns), next((n for n, column in enumerate(columns) if column.names_row), None)
    found: list[RowTags] = []
    for index, row in enumerate(rows):
        if index and rows[index - 1].joined:
            found.append(found[-1])
        elif row.group:
            found.append(group_tags(many, len(row.cells) - 1))
        else:
            found.append(row_tags([1, many - 1]) if row.wide else row_tags([1] * many, head))
    return found


def _blocks(rows: Sequence[Row]) -> list[list[int]]:
    """Rows that stay on one page together: what goes on in the next row, a group row with the next, the last two."""
    found: list[list[int]] = []
    for index in range(len(rows)):
        before = rows[index - 1] if index else None
        if before and (before.joined or before.group or index == len(rows) - 1) and len(found[-1]) < MOST_TOGETHER:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _block_table(
    rows: Sequence[Row],
    block: list[int],
    columns: Sequence[Column],
    widths: list[float],
    paragraph: ParagraphMaker,
    look: TableLook,
) -> Grid:
    style = [
        *_gutters(columns),
        ("TOPPADDING", (0, 0), (-1, -1), look.above),
        ("BOTTOMPADDING", (0, 0), (-1, -1), look.below),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if look.middle else "TOP"),
    ]
    for at, index in enumerate(block):
        style += _row_style(rows, index, at, len(columns), look)
    data = [_cells(rows[index], columns, paragraph, look) for index in block]
    return Grid(data, widths, style)


def _row_style(rows: Sequence[Row], index: int, at: int, columns: int, look: TableLook) -> list[Command]:
    row = rows[index]
    found: list[Command] = []
    if row.joined and index < len(rows) - 1:
        found.append(("BOTTOMPADDING", (0, at), (-1, at), 0))
    else:
        found.append(("LINEBELOW", (0, at), (-1, at), HAIRLINE, RULE))
    if index and rows[index - 1].joined:
        found.append(("TOPPADDING", (0, at), (-1, at), 3))
    if row.wide:
        found.append(("SPAN", (1, at), (-1, at)))
    if row.group:
        found += _group_style(row, at, columns, look)
    return found


def _group_style(row: Row, at: int, columns: int, look: TableLook) -> list[Command]:
    return [
        ("SPAN", (0, at), (columns - len(row.cells), at)),
        ("BACKGROUND", (0, at), (-1, at), GROUP_ROW),
        ("LEFTPADDING", (0, at), (0, at), GROUP_INDENT),
        ("RIGHTPADDING", (-1, at), (-1, at), GROUP_INDENT),
        ("TOPPADDING", (0, at), (-1, at), look.group),
        ("BOTTOMPADDING", (0, at), (-1, at), look.group + 0.5),
    ]


def _cells(row: Row, columns: Sequence[Column], paragraph: ParagraphMaker, look: TableLook) -> list[Any]:
    found: list[Any] = []
    for index, cell in enumerate(row.cells):
        right = not row.group and columns[index].right
        found.append(paragraph(cell, f"{look.cell}-right" if right else look.cell) if isinstance(cell, str) else cell)
    if row.group:
        found[1:1] = [""] * (len(columns) - len(found))
    return found


def _gutters(columns: Sequence[Column]) -> list[Command]:
    return [("RIGHTPADDING", (n, 0), (n, -1), column.gutter) for n, column in enumerate(columns[:-1])]


def _head_style(columns: Sequence[Column]) -> list[Command]:
    return [
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        *_gutters(columns),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
