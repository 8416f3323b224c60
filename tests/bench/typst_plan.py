"""The action plan as a Typst source: the same words in the same headings and tables, the same charts and logos."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from models.engagement.engagement import Engagement
from reports.charts.shapes import Circle, Drawing, Group, Line, Outline, Polygon, PolyLine, Rect, Shape, String
from tests.reports.structure_reading import Element, SpokenDocument

HEAD = """
#set page(paper: "a4", margin: (x: 54pt, top: 76pt, bottom: 62pt), numbering: "1 of 1", header: [{head}])
#set text(font: "Source Sans Pro", size: 9.5pt, lang: "en", region: "GB")
#set document(title: {title})
#set table(stroke: (x, y) => (bottom: if y == 0 {{ 0.9pt }} else {{ 0.4pt + luma(220) }}), inset: 5pt)
#show heading: set text(font: "Source Serif Pro", weight: 600)
"""

WIDE = 400.0


def typst_source(document: bytes, drawings: list[Drawing], engagement: Engagement, folder: Path) -> Path:
    """Writes the source, and the logos beside it, into `folder`. The drawings stand where the document has figures."""
    for number, asset in enumerate(engagement.assets.values()):
        (folder / f"logo-{number}.png").write_bytes(asset.data)
    writer = _Writer(SpokenDocument(document), drawings, len(engagement.assets))
    head = HEAD.format(head=f"#{quoted(engagement.brand.practice)}", title=quoted(engagement.pilot.name))
    path = folder / "plan.typ"
    path.write_text(head + "\n".join(f"#{part}" for part in writer.parts(writer.spoken.root)), encoding="utf-8")
    return path


def quoted(text: str) -> str:
    """As a Typst string."""
    return json.dumps(text, ensure_ascii=False)


class _Writer:
    def __init__(self, spoken: SpokenDocument, drawings: list[Drawing], logos: int) -> None:
        self.spoken, self._drawings = spoken, iter(drawings)
        self._logos = iter(range(logos))

    def parts(self, element: Element) -> Iterator[str]:
        for kid in element.elements:
            text = quoted(self.spoken.text(kid))
            if kid.role.startswith("H"):
                yield f"heading(level: {kid.role[1]}, {text})"
            elif kid.role == "Figure":
                yield self._figure(kid)
            elif kid.role == "Table":
                yield self._table(kid)
            elif kid.elements:
                yield from self.parts(kid)
            else:
                yield f"par({text})"

    def _figure(self, figure: Element) -> str:
        if (number := next(self._logos, None)) is not None:
            picture = f'image("logo-{number}.png", height: 40pt)'
        elif (drawing := next(self._drawings, None)) is not None:
            shapes = "; ".join(_shapes(drawing, drawing.height))
            picture = f"box(width: {drawing.width}pt, height: {drawing.height}pt, {{ {shapes} }})"
        else:
            picture = "none"
        return f"figure({picture}, alt: {quoted(str(figure.source.Alt))})"

    def _table(self, table: Element) -> str:
        head, body = table.elements
        cells = [self._cell(cell) for cell in head.elements[0].elements]
        rows = [self._cell(cell) for row in body.elements for cell in row.elements]
        return f"table(columns: {len(cells)}, table.header({', '.join(cells)}), {', '.join(rows)})"

    def _cell(self, cell: Element) -> str:
        span = int(cell.attribute("/ColSpan", 1))
        parts = [f"par({quoted(self.spoken.text(kid))})" for kid in cell.elements]
        return f"table.cell(colspan: {span}, {{ {'; '.join(parts) or 'none'} }})"


def _shapes(shape: Shape, height: float) -> Iterator[str]:
    """Each shape in its place; Typst counts from the top."""
    if isinstance(shape, Group):
        for inner in shape.shapes():
            yield from _shapes(inner, height)
    elif isinstance(shape, String):
        yield _words(shape, height)
    else:
        yield _drawn(shape, height)


def _drawn(shape: Outline, height: float) -> str:
    look = f"fill: {_colour(shape.fill)}, stroke: {_stroke(shape)}"
    if isinstance(shape, Rect):
        place = _place(shape.x, height - shape.y - shape.height)
        return f"{place}, rect(width: {shape.width}pt, height: {shape.height}pt, {look}))"
    if isinstance(shape, Line):
        ends = f"start: {_point(shape.x1, shape.y1, height)}, end: {_point(shape.x2, shape.y2, height)}"
        return f"{_place(0, 0)}, line({ends}, stroke: {_stroke(shape)}))"
    if isinstance(shape, Circle):
        place = _place(shape.x - shape.radius, height - shape.y - shape.radius)
        return f"{place}, circle(radius: {shape.radius}pt, {look}))"
    assert isinstance(shape, (Polygon, PolyLine)), type(shape)
    points = ", ".join(_point(*pair, height) for pair in zip(shape.points[::2], shape.points[1::2], strict=True))
    return f"{_place(0, 0)}, polygon({look}, {points}))"


def _words(shape: String, height: float) -> str:
    """One line, which its box is wide enough for."""
    words = f"text(size: {shape.size}pt, fill: {_colour(shape.fill)}, {quoted(shape.text)})"
    anchor = {"middle": "center", "end": "right"}.get(shape.anchor, "left")
    left = shape.x - {"center": WIDE / 2, "right": WIDE}.get(anchor, 0)
    return f"{_place(left, height - shape.y - shape.size)}, box(width: {WIDE}pt, align({anchor}, {words})))"


def _place(x: float, y: float) -> str:
    return f"place(top + left, dx: {x:.2f}pt, dy: {y:.2f}pt"


def _point(x: float, y: float, height: float) -> str:
    return f"({x:.2f}pt, {height - y:.2f}pt)"


def _colour(colour: str) -> str:
    return f'rgb("{colour.lower()}")' if colour else "none"


def _stroke(shape: Outline) -> str:
    return f"{shape.thickness}pt + {_colour(shape.stroke)}" if shape.stroke else "none"
