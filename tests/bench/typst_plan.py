"""The action plan as a Typst source: the same words in the same headings and tables, the same charts and logos."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Polygon, PolyLine, Rect, Shape, String, UserNode
from reportlab.lib.colors import Color

from models.engagement.engagement import Engagement
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
            shapes = "; ".join(_shapes(drawing, drawing.height, 0, 0))
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


def _shapes(shape: Shape, height: float, x: float, y: float) -> Iterator[str]:
    """Each shape in its place; Typst counts from the top."""
    if isinstance(shape, (Drawing, Group)):
        for inner in shape.contents:
            yield from _shapes(inner, height, x + shape.transform[4], y + shape.transform[5])
    elif isinstance(shape, UserNode):
        yield from _shapes(shape.provideNode(), height, x, y)
    elif isinstance(shape, String):
        yield _words(shape, height, x, y)
    else:
        yield _drawn(shape, height, x, y)


def _drawn(shape: Shape, height: float, x: float, y: float) -> str:
    look = f"fill: {_colour(getattr(shape, 'fillColor', None))}, stroke: {_stroke(shape)}"
    if isinstance(shape, Rect):
        place = _place(shape.x + x, height - shape.y - y - shape.height)
        return f"{place}, rect(width: {shape.width}pt, height: {shape.height}pt, {look}))"
    if isinstance(shape, Line):
        ends = f"start: {_point(shape.x1, shape.y1, height)}, end: {_point(shape.x2, shape.y2, height)}"
        return f"{_place(x, -y)}, line({ends}, stroke: {_stroke(shape)}))"
    if isinstance(shape, Circle):
        place = _place(shape.cx + x - shape.r, height - shape.cy - y - shape.r)
        return f"{place}, circle(radius: {shape.r}pt, {look}))"
    assert isinstance(shape, (Polygon, PolyLine)), type(shape)
    points = ", ".join(_point(*pair, height) for pair in zip(shape.points[::2], shape.points[1::2], strict=True))
    return f"{_place(x, -y)}, polygon({look}, {points}))"


def _words(shape: String, height: float, x: float, y: float) -> str:
    """One line, which its box is wide enough for."""
    size, left = shape.fontSize, shape.x + x
    words = f"text(size: {size}pt, fill: {_colour(shape.fillColor)}, {quoted(shape.text)})"
    top = height - shape.y - y - size
    anchor = {"middle": "center", "end": "right"}.get(shape.textAnchor, "left")
    left -= {"center": WIDE / 2, "right": WIDE}.get(anchor, 0)
    return f"{_place(left, top)}, box(width: {WIDE}pt, align({anchor}, {words})))"


def _place(x: float, y: float) -> str:
    return f"place(top + left, dx: {x:.2f}pt, dy: {y:.2f}pt"


def _point(x: float, y: float, height: float) -> str:
    return f"({x:.2f}pt, {height - y:.2f}pt)"


def _colour(colour: Color | None) -> str:
    return f'rgb("{"#" + colour.hexval()[2:]}")' if colour else "none"


def _stroke(shape: Shape) -> str:
    colour = getattr(shape, "strokeColor", None)
    return f"{shape.strokeWidth}pt + {_colour(colour)}" if colour else "none"
