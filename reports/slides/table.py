"""A native table: a rule in the brand's colour under its head, a hairline under each row, rows that go on overleaf."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from models.frozen import frozen
from reports.slides.area import Area, emu, fitting, lines_of
from reports.slides.kit import QUIET, Look, SlideKit

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own name for a table without lines and fills."""
HEAD, ABOVE, GUTTER = 25.0, 4.5, 10.0
"""Height of the head; points above and below a row's text, and between two columns."""
LEAST_LINES, MOST_LINES = 2, 4
"""Of a cell: what decides how many rows go on a slide, and what a cell may have where its slide has room."""
FRAME = 3.0
"""Points of the ground of the slide around a cell that is tinted."""


PLAIN = Look(14.4)


@frozen
class Column:
    """Its head, its share of the width, and how its texts are set."""

    title: str
    share: float
    look: Look = PLAIN
    inset: float = 0.0
    """Points before its texts."""


@frozen
class Cell:
    """A text, perhaps in another look than its column's, perhaps on a ground."""

    text: str
    look: Look | None = None
    ground: str = ""


Row = Sequence[Cell]


def table_slides(
    kit: SlideKit,
    title: str,
    lead: str,
    source: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    notes: Sequence[str] = (),
    most: int = 7,
) -> None:
    """A table on as many slides as it takes; `notes` are what there is to say of each row, else its own texts."""
    whole = list(notes) or [" · ".join(cell.text for cell in row if cell.text) for row in rows]
    area, done = kit.room(lead, source), 0
    parts = list(portions(area, columns, rows, most))
    parts = list(portions(area, columns, rows, -(-len(rows) // len(parts))))
    for number, part in enumerate(parts, 1):
        text = kit.words.gettext("{title} ({number} of {count})") if len(parts) > 1 else "{title}"
        named = text.format(title=title, number=number, count=len(parts))
        page = kit.page(named, lead, source, whole[done : done + len(part)])
        add_table(kit, page.slide, page.area, columns, part, title)
        done += len(part)


def portions(area: Area, columns: Sequence[Column], rows: Sequence[Row], most: int = 7) -> Iterator[Sequence[Row]]:
    """The rows slide by slide, as many on each as the area holds and at most so many."""
    taken: list[Row] = []
    used = HEAD
    for row in rows:
        height = _height(row, columns, area)
        if taken and (len(taken) == most or used + height > area.height):
            yield taken
            taken, used = [], HEAD
        taken.append(row)
        used += height
    yield taken


def add_table(kit: SlideKit, slide: Any, area: Area, columns: Sequence[Column], rows: Sequence[Row], name: str) -> None:
    """The table at the top of the area; texts are cut where they would take more lines than all rows have room for."""
    roomy = (n for n in range(MOST_LINES, LEAST_LINES, -1) if _total(rows, columns, area, n) <= area.height)
    lines = next(roomy, LEAST_LINES)
    frame = slide.shapes.add_table(len(rows) + 1, len(columns), *area.placed)
    frame.name = name
    table = frame.table
    frame._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = NO_STYLE
    table.horz_banding = False
    for place, column in enumerate(columns):
        table.columns[place].width = emu(_width(column, columns, area))
    table.rows[0].height = emu(HEAD)
    for place, column in enumerate(columns):
        cell = table.cell(0, place)
        _write(kit, cell, column.title, Look(13, QUIET, align=column.look.align))
        _line(cell, "B", kit.colours.series, 2.25)
    for number, row in enumerate(rows, 1):
        table.rows[number].height = emu(_height(row, columns, area, lines))
        for place, part in enumerate(row):
            cell, column = table.cell(number, place), columns[place]
            shown = _shown(part, column, _width(column, columns, area), lines)
            _write(kit, cell, shown, part.look or column.look, column.inset)
            _line(cell, "B", kit.colours.rule, 0.75)
            if part.ground:
                for side in "TRL":
                    _line(cell, side, "", FRAME)
                cell.fill.solid()
                kit.paint(cell.fill.fore_color, part.ground)
    frame.height = emu(_total(rows, columns, area, lines))


def _width(column: Column, columns: Sequence[Column], area: Area) -> float:
    return area.width * column.share / sum(c.share for c in columns)


def _shown(part: Cell, column: Column, width: float, lines: int) -> str:
    look = part.look or column.look
    return fitting(part.text, look.size, width - GUTTER - column.inset, lines, look.font)


def _total(rows: Sequence[Row], columns: Sequence[Column], area: Area, lines: int) -> float:
    """How high the table comes out where a cell has at most so many lines."""
    return HEAD + sum(_height(row, columns, area, lines) for row in rows)


def _height(row: Row, columns: Sequence[Column], area: Area, lines: int = LEAST_LINES) -> float:
    found = [0.0]
    for part, column in zip(row, columns, strict=True):
        look, width = part.look or column.look, _width(column, columns, area)
        shown = _shown(part, column, width, lines)
        found.append(look.height(lines_of(shown, look.size, width - GUTTER - column.inset, look.font)))
    return max(found) + 2 * ABOVE


def _write(kit: SlideKit, cell: Any, text: str, look: Look, inset: float = 0) -> None:
    centred = look.align is PP_ALIGN.CENTER
    cell.margin_left, cell.margin_right = Pt(inset), Pt(0 if centred else GUTTER)
    cell.margin_top = cell.margin_bottom = Pt(2)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    kit.fill_cell(cell.text_frame, text, look)


def _line(cell: Any, side: str, colour: str, thick: float) -> None:
    """On one side of a cell (T, R, B, L), in the colour of the slide's ground where none is given."""
    settings = cell._tc.get_or_add_tcPr()
    line = settings.makeelement(qn(f"a:ln{side}"), {"w": str(emu(thick)), "cap": "flat", "cmpd": "sng", "algn": "ctr"})
    fill = line.makeelement(qn("a:solidFill"), {})
    kind, value = ("a:srgbClr", colour[1:]) if colour else ("a:schemeClr", "bg1")
    fill.append(fill.makeelement(qn(kind), {"val": value}))
    line.append(fill)
    settings.insert(0, line)
