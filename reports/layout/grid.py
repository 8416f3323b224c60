"""A grid of cells in columns of given widths: tables, lists, and parts of a page beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from reports.layout.flowables import Cell, Flowable
from reports.tagging.canvas import TaggedCanvas
from reports.tagging.structure import Tag
from reports.tagging.tables import RowTags
from reports.type.ink import rgb

Command: TypeAlias = tuple[Any, ...]
"""What it is, its first and last (column, row), negative from the end, and its values: as ReportLab has them.

`LEFTPADDING`, `RIGHTPADDING`, `TOPPADDING`, `BOTTOMPADDING` (points), `VALIGN` (TOP, MIDDLE, BOTTOM), `ALIGN` (LEFT,
RIGHT), `SPAN` (cells of one row), `BACKGROUND` (colour), `LINEABOVE`, `LINEBELOW`, `LINEBEFORE` (points, colour).
"""
Parts: TypeAlias = "list[Flowable] | None"
"""What stands in a cell; None in one that is empty, which is as high as a line."""
Mark: TypeAlias = tuple[str, int, int, int, int, list[Any]]
"""A line or a background: what it is, first and last column and row, values."""

EMPTY = 12.0
LEFT, RIGHT, TOP, BOTTOM, VALIGN, ALIGN = range(6)
"""Places in the look of a cell."""
_LOOKS = {
    "LEFTPADDING": LEFT, "RIGHTPADDING": RIGHT, "TOPPADDING": TOP, "BOTTOMPADDING": BOTTOM, "VALIGN": VALIGN,
    "ALIGN": ALIGN,
}  # fmt: skip


class Grid(Flowable):
    """Measured once. Without `rows` it is a mere grid, and its contents follow one another.

    It is split between rows; where not even the first fits, within that.
    """

    around: Tag | None = None
    rows: Sequence[RowTags] = ()

    def __init__(self, cells: Sequence[Sequence[Cell]], widths: Sequence[float], style: Sequence[Command]) -> None:
        """`widths` in points."""
        self._widths = widths
        self._cells: list[list[Parts]] = [[_parts(cell) for cell in row] for row in cells]
        self._looks: list[list[list[Any]]] = [[[0, 0, 0, 0, "TOP", "LEFT"] for _ in row] for row in cells]
        self._spans: dict[tuple[int, int], int] = {}
        """The last column of a cell that takes several, by row and first column."""
        self._marks: list[Mark] = []
        self._heights: list[float] = []
        self.width = sum(widths)
        for command in style:
            self._take(*command)

    def _take(self, name: str, start: tuple[int, int], end: tuple[int, int], *values: Any) -> None:
        many = len(self._widths), len(self._cells)
        (first, above), (last, below) = (
            [place + count if place < 0 else place for place, count in zip(corner, many, strict=True)]
            for corner in (start, end)
        )
        if name == "SPAN":
            self._spans[above, first] = last
        elif (place := _LOOKS.get(name)) is None:
            self._marks.append((name, first, above, last, below, list(values)))
        else:
            for row in self._looks[above : below + 1]:
                for look in row[first : last + 1]:
                    look[place] = values[0]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its columns' width, and the height of its rows."""
        if not self._heights:
            self._heights = [self._row_height(row) for row in range(len(self._cells))]
            self.height = sum(self._heights)
        return self.width, self.height

    def _row_height(self, row: int) -> float:
        return max(self._needed(row, column) for column in range(len(self._widths)))

    def _needed(self, row: int, column: int) -> float:
        parts, look = self._cells[row][column], self._looks[row][column]
        if parts is None:
            return EMPTY + float(look[TOP] + look[BOTTOM])
        if self._is_covered(row, column):
            return 0.0
        return stacked(parts, self._room(row, column)) + float(look[TOP] + look[BOTTOM])

    def _is_covered(self, row: int, column: int) -> bool:
        return any(at == row and first < column <= last for (at, first), last in self._spans.items())

    def _room(self, row: int, column: int) -> float:
        look, last = self._looks[row][column], self._spans.get((row, column), column)
        return float(sum(self._widths[column : last + 1]) - look[LEFT] - look[RIGHT])

    def split(self, width: float, height: float) -> list[Grid]:
        """The rows that fit and the rest; both parts of a row that was cut have its tags."""
        self.wrap(width, height)
        count, taken = 0, 0.0
        for row_height in self._heights:
            if taken + row_height > height:
                break
            count, taken = count + 1, taken + row_height
        if count == len(self._heights):
            return [self]
        return self._between(count) if count else self._cut_first(height)

    def _between(self, count: int) -> list[Grid]:
        first, second = self._some(0, count), self._some(count, len(self._cells))
        first.before, second.after = self.before, self.after
        return [first, second]

    def _some(self, start: int, end: int) -> Grid:
        """Some of the rows, without measuring them again."""
        made = Grid([], self._widths, [])
        made.around, made.rows = self.around, self.rows[start:end]
        made._cells, made._looks = self._cells[start:end], self._looks[start:end]
        made._heights = self._heights[start:end]
        made.height = sum(made._heights)
        made._spans = {(row - start, at): last for (row, at), last in self._spans.items() if start <= row < end}
        made._marks = [
            (name, first, max(above - start, 0), last, min(below, end - 1) - start, values)
            for name, first, above, last, below, values in self._marks
            if above < end and below >= start
        ]
        return made

    def _cut_first(self, height: float) -> list[Grid]:
        """The first row cut in two: what fits into `height`, and the rest in a row of its own."""
        room = self._room_in_first(height)
        if room is None:
            return []
        cut = [self._cut(column, room) for column in range(len(self._widths))]
        if None in cut:
            return []
        halves = list(zip(*filter(None, cut), strict=True))
        used = min(room, self._content_height(halves[0]))
        made = self._with_first_cut(halves)
        made._heights[:1] = [used, max(self._content_height(halves[1]), self._heights[0] - used)]
        return made._between(1)

    def _room_in_first(self, height: float) -> float | None:
        """Where the first row is cut, from its top; None where it cannot be. An empty cell is not cut."""
        empty = [look for parts, look in zip(self._cells[0], self._looks[0], strict=True) if parts is None]
        above = max((EMPTY + look[TOP] for look in empty), default=0.0)
        below = max((EMPTY + look[BOTTOM] for look in empty), default=0.0)
        if above + below > self._heights[0] or above > height:
            return None
        room = min(height, max(self._needed(0, column) for column in range(len(self._widths))) - below)
        return room if room >= 0 and self.height - room >= 1 else None

    def _content_height(self, cells: Sequence[Parts]) -> float:
        return max(
            stacked(parts or [], self._room(0, column)) + float(look[TOP] + look[BOTTOM])
            for column, (parts, look) in enumerate(zip(cells, self._looks[0], strict=True))
        )

    def _with_first_cut(self, halves: Sequence[Sequence[Parts]]) -> Grid:
        made = self._some(0, len(self._cells))
        made._cells = [list(halves[0]), list(halves[1]), *self._cells[1:]]
        made._looks = [self._looks[0], *self._looks]
        made._heights = list(self._heights)
        made.rows = [*self.rows[:1], *self.rows]
        made._spans = {(row + (row > 0), at): last for (row, at), last in self._spans.items()}
        made._spans |= {(1, at): last for (row, at), last in self._spans.items() if row == 0}
        made._marks = [
            (name, first, above + (above > 0), last, below + 1, values)
            for name, first, above, last, below, values in self._marks
        ]
        made.before, made.after = self.before, self.after
        return made

    def _cut(self, column: int, room: float) -> tuple[Parts, Parts] | None:
        """What of a cell of the first row fits, and the rest; None where nothing does."""
        parts, look = self._cells[0][column], self._looks[0][column]
        if parts is None:
            return None, None
        fits: list[Flowable] = []
        left = room - look[TOP]
        for number, part in enumerate(parts):
            if part.height + part.before <= left:
                fits.append(part)
                left -= part.height + part.before + part.after
                continue
            halves = part.split(self._widths[column], left - part.before)
            if halves:
                return [*fits, halves[0]], [halves[1], *parts[number + 1 :]]
            while fits and fits[-1].keep_with_next:  # no head stays behind alone
                fits.pop()
                number -= 1
            return (fits, parts[number:]) if fits else None
        return fits, []

    def draw_at(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Backgrounds, the cells under their tags, and the lines over all."""
        edges, tops = [x], [y + self.height]
        for width in self._widths:
            edges.append(edges[-1] + width)
        for height in self._heights:
            tops.append(tops[-1] - height)
        if self.around:
            canvas.enter(self.around)
        self._draw_marks(canvas, [m for m in self._marks if m[0] == "BACKGROUND"], edges, tops)
        for row, height in enumerate(self._heights):
            self._draw_row(canvas, row, edges, tops[row], height)
        self._draw_marks(canvas, [m for m in self._marks if m[0] != "BACKGROUND"], edges, tops)
        if self.around:
            canvas.leave()

    def _draw_row(self, canvas: TaggedCanvas, row: int, edges: list[float], top: float, height: float) -> None:
        tags = self.rows[row] if self.rows else None
        if tags:
            canvas.enter(tags.row)
        for column, parts in enumerate(self._cells[row]):
            if self._is_covered(row, column):
                continue
            if tags:
                canvas.enter(tags.cells[column])
            if parts:
                self._draw_cell(canvas, row, column, parts, edges[column], top, height)
            if tags:
                canvas.leave()
        if tags:
            canvas.leave()

    def _draw_cell(
        self, canvas: TaggedCanvas, row: int, column: int, parts: list[Flowable], x: float, top: float, height: float
    ) -> None:
        look, room = self._looks[row][column], self._room(row, column)
        if look[VALIGN] == "TOP":
            y = top - look[TOP]
        else:
            free = height - look[TOP] - look[BOTTOM] - stacked(parts, room)
            y = top - look[TOP] - (free if look[VALIGN] == "BOTTOM" else free / 2)
        y += parts[0].before
        for part in parts:
            wide, high = part.wrap(room, height)
            y -= part.before + high
            part.draw_at(canvas, x + look[LEFT] + (room - wide if look[ALIGN] == "RIGHT" else 0), y)
            y -= part.after

    def _draw_marks(self, canvas: TaggedCanvas, marks: list[Mark], edges: list[float], tops: list[float]) -> None:
        if not marks:
            return
        code = ["q 1 J 1 j"]
        for name, first, above, last, below, values in marks:
            left, right, high, low = edges[first], edges[last + 1], tops[above], tops[below + 1]
            if name == "BACKGROUND":
                code.append(f"{rgb(values[0])} rg {left:.5f} {high:.5f} {right - left:.5f} {low - high:.5f} re f")
                continue
            code.append(f"{rgb(values[1])} RG {values[0]:.5f} w")
            if name == "LINEBEFORE":
                code += [f"{at:.5f} {high:.5f} m {at:.5f} {low:.5f} l S" for at in edges[first : last + 1]]
            else:
                down = int(name == "LINEBELOW")
                code += [
                    f"{left:.5f} {at:.5f} m {right:.5f} {at:.5f} l S" for at in tops[above + down : below + down + 1]
                ]
        with canvas.artifact():
            canvas.write(" ".join([*code, "Q"]))


def stacked(parts: Sequence[Flowable], width: float) -> float:
    """How high parts of a cell come out below one another, in points."""
    if not parts:
        return 0.0
    taken = sum(part.wrap(width, 72_000)[1] + part.before + part.after for part in parts)
    return taken - parts[0].before - parts[-1].after


def _parts(cell: Cell) -> Parts:
    if isinstance(cell, Flowable):
        return [cell]
    return cell if isinstance(cell, list) else None
