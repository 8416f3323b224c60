"""A chart as SVG, from its plain shapes. Text stays text, so that it can be edited and found in a slide."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.graphics.shapes import (
    Circle,
    Drawing,
    Group,
    Line,
    Path,
    Polygon,
    PolyLine,
    Rect,
    Shape,
    String,
    UserNode,
)
from reportlab.lib.colors import Color

from reports.type.fonts import text_width
from reports.words.text import plain

_SANS, _SERIF = "Source Sans Pro, 'Source Sans 3', Calibri, Arial, sans-serif", "Source Serif Pro, Georgia, serif"
_FONTS = {
    "SourceSans": (_SANS, 400, False),
    "SourceSans-It": (_SANS, 400, True),
    "SourceSans-Semibold": (_SANS, 600, False),
    "SourceSans-Bold": (_SANS, 700, False),
    "SourceSerif": (_SERIF, 400, False),
    "SourceSerif-Semibold": (_SERIF, 600, False),
}
"""Family with what stands in for it, weight, italic."""


def chart_svg(drawing: Drawing, title: str, description: str) -> bytes:
    """The drawing on white as one SVG file in points; `title` and `description` are for those who cannot see it."""
    width, height = _number(drawing.width), _number(drawing.height)
    size = f'width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} xml:space="preserve" role="img">',
        f"<title>{escape(plain(title))}</title>",
        f"<desc>{escape(plain(description))}</desc>",
        f'<rect width="{width}" height="{height}" fill="#FFFFFF"/>',
        *_shape(drawing, drawing.height),
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _shape(shape: Shape, height: float) -> Iterator[str]:
    """ReportLab's y axis points up and SVG's down: each shape is turned where it stands, so text stays upright."""
    if isinstance(shape, Drawing | Group):
        moved = _transform(shape.transform, height)
        yield f"<g{moved}>"
        for inner in shape.contents:
            yield from _shape(inner, height)
        yield "</g>"
    elif isinstance(shape, UserNode):
        yield from _shape(shape.provideNode(), height)
    elif isinstance(shape, String):
        yield _string(shape, height)
    else:
        yield _outline(shape, height) + _paint(shape) + "/>"


def _transform(matrix: tuple[float, ...], height: float) -> str:
    """The same transformation between two systems whose y axes point down."""
    a, b, c, d, e, f = matrix
    if (a, b, c, d, e, f) == (1, 0, 0, 1, 0, 0):
        return ""
    turned = (a, -b, -c, d, e + c * height, height - f - d * height)
    return f' transform="matrix({" ".join(map(_number, turned))})"'


def _outline(shape: Any, height: float) -> str:
    match shape:
        case Rect():
            round_ = f' rx="{_number(shape.rx)}"' if shape.rx else ""
            low = _number(height - shape.y - shape.height)
            size = f'width="{_number(shape.width)}" height="{_number(shape.height)}"'
            return f'<rect x="{_number(shape.x)}" y="{low}" {size}{round_}'
        case Line():
            ends = (("x1", shape.x1), ("y1", height - shape.y1), ("x2", shape.x2), ("y2", height - shape.y2))
            return "<line " + " ".join(f'{name}="{_number(value)}"' for name, value in ends)
        case Circle():
            return f'<circle cx="{_number(shape.cx)}" cy="{_number(height - shape.cy)}" r="{_number(shape.r)}"'
        case Polygon():
            return f'<polygon points="{_points(shape.points, height)}"'
        case PolyLine():
            return f'<polyline points="{_points(shape.points, height)}"'
        case Path():
            return f'<path d="{_path(shape, height)}"'
    raise TypeError(f"a chart may not use {type(shape).__name__}: SVG has no form for it here")


def _points(flat: list[float], height: float) -> str:
    return " ".join(f"{_number(x)},{_number(height - y)}" for x, y in zip(flat[::2], flat[1::2], strict=True))


def _path(shape: Any, height: float) -> str:
    letters, counts = "MLCZ", (1, 1, 3, 0)
    values, parts = iter(shape.points), []
    for operator in shape.operators:
        flat = list(islice(values, 2 * counts[operator]))
        parts.append(letters[operator] + _points(flat, height))
    return " ".join(parts)


def _paint(shape: Any) -> str:
    fill = None if isinstance(shape, PolyLine | Line) else getattr(shape, "fillColor", None)
    found = f' fill="{_colour(fill)}"' if fill else ' fill="none"'
    if shape.strokeColor and shape.strokeWidth:
        found += f' stroke="{_colour(shape.strokeColor)}" stroke-width="{_number(shape.strokeWidth)}"'
        if shape.strokeDashArray:
            found += f' stroke-dasharray="{" ".join(map(_number, shape.strokeDashArray))}"'
    return found


def _string(text: Any, height: float) -> str:
    family, weight, italic = _FONTS[text.fontName]
    style = ' font-style="italic"' if italic else ""
    anchor = f' text-anchor="{text.textAnchor}"' if text.textAnchor != "start" else ""
    width = text_width(text.text, text.fontName, text.fontSize)
    # As wide as in the house font, so that nothing runs over where another one stands in for it.
    length = f' textLength="{_number(width)}" lengthAdjust="spacingAndGlyphs"' if width else ""
    return (
        f'<text x="{_number(text.x)}" y="{_number(height - text.y)}" font-family={quoteattr(family)} '
        f'font-size="{_number(text.fontSize)}" font-weight="{weight}"{style}{anchor}{length} '
        f'fill="{_colour(text.fillColor)}">{escape(plain(text.text))}</text>'
    )


def _colour(colour: Color) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in (colour.red, colour.green, colour.blue))


def _number(value: float) -> str:
    """At most three decimals: a thousandth of a point is nothing to see."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if value else "0"
