"""The house table: no vertical lines, no stripes, a rule in the brand colour under the head, group rows on grey."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, TypeAlias

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph

from reports.tagging.canvas import PAGINATION
from reports.tagging.structure import Tag
from reports.tagging.tables import RowTags, TableTags, TaggedTable, head_tags, item_tags, row_tags
from reports.type.fonts import SANS
from reports.type.ink import GROUP_ROW, RULE

Cell: TypeAlias = "Flowable | list[Flowable] | str"
Command: TypeAlias = tuple[Any, ...]
ParagraphMaker: TypeAlias = Callable[[str, str], Paragraph]


@dataclass(frozen=True)
class Column:
    """One column: its head, and its share of the width (shares are relative to each other)."""

    title: str
    share: float
    right: bool = False


@dataclass(frozen=True)
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


class HouseTable(Flowable):  # type: ignore[misc]
    """Blocks of rows under a head that every page repeats; a block is split only where it alone outgrows a page.

    Each block is a small ReportLab table, measured once, so that time grows with the number of rows. (One long
    table is gone through whole at every page, and cuts rows to fill the foot of a page, under a second head.)
    """

    def __init__(
        self, head: TaggedTable, blocks: Sequence[TaggedTable], size: tuple[float, float], brand: str, tags: TableTags
    ) -> None:
        """`size` is that of a page's frame, in points; `brand` the colour of the rule under the head."""
        super().__init__()
        self.head, self.blocks, self.brand, self.tags = head, list(blocks), brand, tags
        self.width, self.room = width, room = size
        self.head_height = float(head.wrap(width, room)[1])
        self.foots = list(accumulate(float(block.wrap(width, room)[1]) for block in self.blocks))
        self.height = self.head_height + self.foots[-1]
        self.spaceBefore, self.spaceAfter = 2, 8

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
        Flowable.__init__(made)
        before = self.foots[start - 1] if start else 0.0
        made.head, made.blocks, made.width, made.room = self.head, self.blocks[start:end], self.width, self.room
        made.brand, made.tags = self.brand, self.tags
        made.head_height, made.foots = self.head_height, [foot - before for foot in self.foots[start:end]]
        made.height = made.head_height + made.foots[-1]
        made.spaceBefore, made.spaceAfter = self.spaceBefore, self.spaceAfter
        return made

    def draw(self) -> None:
        """The head, then the blocks below it; the head's rule comes last, over everything."""
        canvas, top = self.canv, self.height - self.head_height
        canvas.enter(self.tags.table)
        self._draw_head(top)
        canvas.enter(self.tags.body_rows)
        for block, foot in zip(self.blocks, self.foots, strict=True):
            block.drawOn(canvas, 0, top - foot)
        canvas.leave()
        canvas.leave()
        with canvas.artifact():
            canvas.setStrokeColor(HexColor(self.brand))
            canvas.setLineWidth(0.9)
            canvas.line(0, top, self.width, top)

    def _draw_head(self, bottom: float) -> None:
        """Where it is drawn again on a further page, a screen reader passes it over."""
        canvas = self.canv
        if self.tags.head_rows.placed:
            with canvas.artifact(PAGINATION):
                self.head.drawOn(canvas, 0, bottom)
            return
        canvas.enter(self.tags.head_rows)
        self.head.drawOn(canvas, 0, bottom)
        canvas.leave()


def build_table(
    size: tuple[float, float], columns: Sequence[Column], rows: Sequence[Row], paragraph: ParagraphMaker, brand: str
) -> HouseTable:
    """A table over the width of a frame of that size (points), with at least one row."""
    shares = sum(c.share for c in columns)
    widths = [size[0] * c.share / shares for c in columns]
    titles = [paragraph(c.title, "head-right" if c.right else "head") for c in columns]
    head = TaggedTable([titles], widths, style=_head_style())
    tags = TableTags(head_tags(len(columns)))
    head.rows = [tags.head]
    row_by_row = _row_tags(rows, len(columns))
    blocks: list[TaggedTable] = []
    for block in _blocks(rows):
        made = _block_table(rows, block, columns, widths, paragraph)
        parts = [(made, block)]
        if len(block) > 1 and made.wrap(*size)[1] > size[1] / 2:
            parts = [(_block_table(rows, [index], columns, widths, paragraph), [index]) for index in block]
        for part, indices in parts:
            part.rows = [row_by_row[index] for index in indices]
            blocks.append(part)
    return HouseTable(head, blocks, size, brand, tags)


def plain_table(
    data: list[list[Any]], widths: list[float], style: list[Command], before: float = 0, after: float = 0
) -> TaggedTable:
    """A grid without a rule, padding or head: for columns of the page rather than of a table."""
    return TaggedTable(
        data, widths, style=_bare() + style, splitInRow=1, spaceBefore=before, spaceAfter=after, hAlign="LEFT"
    )


def plain_list(data: list[list[Any]], widths: list[float], style: list[Command]) -> TaggedTable:
    """The same for the items of a list: each row has a number or mark, and what it stands before."""
    made = plain_table(data, widths, style)
    made.around, made.rows = Tag("L"), [item_tags() for _ in data]
    return made


def _row_tags(rows: Sequence[Row], columns: int) -> list[RowTags]:
    """The tags of each row; a row that goes on with the one before has that one's."""
    found: list[RowTags] = []
    for index, row in enumerate(rows):
        spans = [1] * columns
        if row.group:
            spans = [columns - len(row.cells) + 1, *[1] * (len(row.cells) - 1)]
        elif row.wide:
            spans = [1, columns - 1]
        found.append(found[-1] if index and rows[index - 1].joined else row_tags(spans))
    return found


def _blocks(rows: Sequence[Row]) -> list[list[int]]:
    """Rows that stay on one page together: a group row with the next one, and the last two."""
    found: list[list[int]] = []
    for index in range(len(rows)):
        last = index == len(rows) - 1
        if index and (rows[index - 1].group or last) and len(found[-1]) < 3:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _block_table(
    rows: Sequence[Row], block: list[int], columns: Sequence[Column], widths: list[float], paragraph: ParagraphMaker
) -> TaggedTable:
    style = _bare()
    style += [
        ("RIGHTPADDING", (0, 0), (-2, -1), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 4.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
    for at, index in enumerate(block):
        style += _row_style(rows, index, at, len(columns))
    data = [_cells(rows[index], columns, paragraph) for index in block]
    return TaggedTable(data, widths, style=style, splitInRow=1)


def _row_style(rows: Sequence[Row], index: int, at: int, columns: int) -> list[Command]:
    row = rows[index]
    found: list[Command] = []
    if row.joined and index < len(rows) - 1:
        found.append(("BOTTOMPADDING", (0, at), (-1, at), 0))
    else:
        found.append(("LINEBELOW", (0, at), (-1, at), 0.4, HexColor(RULE)))
    if index and rows[index - 1].joined:
        found.append(("TOPPADDING", (0, at), (-1, at), 3))
    if row.wide:
        found.append(("SPAN", (1, at), (-1, at)))
    if row.group:
        found.append(("SPAN", (0, at), (columns - len(row.cells), at)))
        found.append(("BACKGROUND", (0, at), (-1, at), HexColor(GROUP_ROW)))
        found.append(("LEFTPADDING", (0, at), (0, at), 6))
        found.append(("RIGHTPADDING", (-1, at), (-1, at), 6))
    return found


def _cells(row: Row, columns: Sequence[Column], paragraph: ParagraphMaker) -> list[Any]:
    found: list[Any] = []
    for index, cell in enumerate(row.cells):
        right = not row.group and columns[index].right
        found.append(paragraph(cell, "cell-right" if right else "cell") if isinstance(cell, str) else cell)
    if row.group:
        found[1:1] = [""] * (len(columns) - len(found))
    return found


def _bare() -> list[Command]:
    """No padding, no rules, and the house font even where a cell is empty: ReportLab would name Helvetica."""
    return [
        ("FONTNAME", (0, 0), (-1, -1), SANS),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]


def _head_style() -> list[Command]:
    return [
        *_bare(),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ("RIGHTPADDING", (0, 0), (-2, -1), 10),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]
