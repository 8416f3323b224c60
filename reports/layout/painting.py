"""Draws the shapes of a chart on a page: each sets what differs from the one before it."""

from __future__ import annotations

from collections.abc import Iterator

from reports.charts.shapes import Circle, Drawing, Group, Line, Outline, Polygon, PolyLine, Rect, Shape, String
from reports.tagging.canvas import TaggedCanvas
from reports.type.fonts import text_width
from reports.type.ink import rgb
from reports.type.script_lines import draw_line

CORNER = 0.4472
"""Where the handles of a rounded corner lie, as a share of its radius."""
QUARTER = 0.55228475
"""How far the handles of a quarter of a circle reach, likewise."""
PAINTED = {(True, True): "B*", (True, False): "f*", (False, True): "S", (False, False): "n"}
"""What ends an outline that is filled and stroked."""


def paint(canvas: TaggedCanvas, drawing: Drawing, x: float, y: float) -> None:
    """The drawing with its lower left corner there."""
    canvas.write(f"q 1 0 0 1 {x:.5f} {y:.5f} cm 0 J 0 j")
    painter = _Painter(canvas)
    painter.paint(drawing)
    canvas.write("Q")


class _Painter:
    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._fill = self._stroke = ""
        self._thickness = 1.0
        self._dashes: tuple[float, ...] = ()

    def paint(self, shape: Shape) -> None:
        if isinstance(shape, Group):
            for inner in shape.shapes():
                self.paint(inner)
        elif isinstance(shape, String):
            self._words(shape)
        else:
            self._canvas.write(" ".join([*self._changes(shape), _outline(shape), _painted(shape)]))

    def _changes(self, shape: Outline) -> Iterator[str]:
        if shape.fill:
            yield from self._filled_with(shape.fill)
        if not shape.stroke:
            return
        if shape.stroke != self._stroke:
            self._stroke = shape.stroke
            yield f"{rgb(shape.stroke)} RG"
        if shape.thickness != self._thickness:
            self._thickness = shape.thickness
            yield f"{shape.thickness:.5f} w"
        if shape.dashes != self._dashes:
            self._dashes = shape.dashes
            yield f"[{' '.join(map(str, shape.dashes))}] 0 d"

    def _filled_with(self, colour: str) -> Iterator[str]:
        if colour != self._fill:
            self._fill = colour
            yield f"{rgb(colour)} rg"

    def _words(self, shape: String) -> None:
        code = list(self._filled_with(shape.fill))
        if not shape.text.isascii():
            self._canvas.write(" ".join(code))
            draw_line(self._canvas, shape.text, shape.font, shape.size, shape.x, shape.y, shape.anchor)
            return
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
        left = shape.x - share * text_width(shape.text, shape.font, shape.size) if share else shape.x
        code.append(f"BT 1 0 0 1 {left:.5f} {shape.y:.5f} Tm")
        code += [
            f"{part} {shape.size:.5f} Tf ({text}) Tj" for part, text in self._canvas.written(shape.text, shape.font)
        ]
        self._canvas.write(" ".join([*code, "ET"]))


def _painted(shape: Outline) -> str:
    return PAINTED[bool(shape.fill) and not isinstance(shape, PolyLine | Line), bool(shape.stroke)]


def _outline(shape: Outline) -> str:
    match shape:
        case Rect(x, y, width, height, 0):
            return f"{x:.5f} {y:.5f} {width:.5f} {height:.5f} re"
        case Rect():
            return _rounded(shape)
        case Circle():
            return _circle(shape)
        case Line(x1, y1, x2, y2):
            return f"{x1:.5f} {y1:.5f} m {x2:.5f} {y2:.5f} l"
        case Polygon(points):
            return _through(points) + " h"
        case PolyLine(points):
            return _through(points)


def _through(points: tuple[float, ...]) -> str:
    x, y, *rest = points
    return f"{x:.5f} {y:.5f} m " + " ".join(f"{a:.5f} {b:.5f} l" for a, b in zip(rest[::2], rest[1::2], strict=True))


def _rounded(shape: Rect) -> str:
    (x0, x1, x2, x3, x4, x5), (y0, y1, y2, y3, y4, y5) = (
        (at, at + shape.radius * CORNER, at + shape.radius, end - shape.radius, end - shape.radius * CORNER, end)
        for at, end in ((shape.x, shape.x + shape.width), (shape.y, shape.y + shape.height))
    )
    return (
        f"{x2:.5f} {y0:.5f} m {x3:.5f} {y0:.5f} l {x4:.5f} {y0:.5f} {x5:.5f} {y1:.5f} {x5:.5f} {y2:.5f} c "
        f"{x5:.5f} {y3:.5f} l {x5:.5f} {y4:.5f} {x4:.5f} {y5:.5f} {x3:.5f} {y5:.5f} c "
        f"{x2:.5f} {y5:.5f} l {x1:.5f} {y5:.5f} {x0:.5f} {y4:.5f} {x0:.5f} {y3:.5f} c "
        f"{x0:.5f} {y2:.5f} l {x0:.5f} {y1:.5f} {x1:.5f} {y0:.5f} {x2:.5f} {y0:.5f} c h"
    )


def _circle(shape: Circle) -> str:
    x, y, radius, reach = shape.x, shape.y, shape.radius, shape.radius * QUARTER
    left, right, low, high = x - radius, x + radius, y - radius, y + radius
    return (
        f"{right:.5f} {y:.5f} m {right:.5f} {y + reach:.5f} {x + reach:.5f} {high:.5f} {x:.5f} {high:.5f} c "
        f"{x - reach:.5f} {high:.5f} {left:.5f} {y + reach:.5f} {left:.5f} {y:.5f} c "
        f"{left:.5f} {y - reach:.5f} {x - reach:.5f} {low:.5f} {x:.5f} {low:.5f} c "
        f"{x + reach:.5f} {low:.5f} {right:.5f} {y - reach:.5f} {right:.5f} {y:.5f} c h"
    )
