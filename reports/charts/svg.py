"""A chart as SVG, from its plain shapes. Text stays text, so that it can be edited and found in a slide."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from reports.charts.shapes import Circle, Drawing, Group, Line, Outline, Polygon, PolyLine, Rect, Shape, String
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
    """Our y axis points up and SVG's down: each shape is turned where it stands, so text stays upright."""
    if isinstance(shape, Group):
        yield "<g>"
        for inner in shape.shapes():
            yield from _shape(inner, height)
        yield "</g>"
    elif isinstance(shape, String):
        yield _string(shape, height)
    else:
        yield _outline(shape, height) + _paint(shape) + "/>"


def _outline(shape: Outline, height: float) -> str:
    match shape:
        case Rect():
            round_ = f' rx="{_number(shape.radius)}"' if shape.radius else ""
            low = _number(height - shape.y - shape.height)
            size = f'width="{_number(shape.width)}" height="{_number(shape.height)}"'
            return f'<rect x="{_number(shape.x)}" y="{low}" {size}{round_}'
        case Line():
            ends = (("x1", shape.x1), ("y1", height - shape.y1), ("x2", shape.x2), ("y2", height - shape.y2))
            return "<line " + " ".join(f'{name}="{_number(value)}"' for name, value in ends)
        case Circle():
            return f'<circle cx="{_number(shape.x)}" cy="{_number(height - shape.y)}" r="{_number(shape.radius)}"'
        case Polygon():
            return f'<polygon points="{_points(shape.points, height)}"'
        case PolyLine():
            return f'<polyline points="{_points(shape.points, height)}"'


def _points(flat: tuple[float, ...], height: float) -> str:
    return " ".join(f"{_number(x)},{_number(height - y)}" for x, y in zip(flat[::2], flat[1::2], strict=True))


def _paint(shape: Outline) -> str:
    found = f' fill="{shape.fill or "none"}"'
    if shape.stroke:
        found += f' stroke="{shape.stroke}" stroke-width="{_number(shape.thickness)}"'
        if shape.dashes:
            found += f' stroke-dasharray="{" ".join(map(_number, shape.dashes))}"'
    return found


def _string(text: String, height: float) -> str:
    family, weight, italic = _FONTS[text.font]
    style = ' font-style="italic"' if italic else ""
    anchor = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
    width = text_width(text.text, text.font, text.size)
    # As wide as in the house font, so that nothing runs over where another one stands in for it.
    length = f' textLength="{_number(width)}" lengthAdjust="spacingAndGlyphs"' if width else ""
    return (
        f'<text x="{_number(text.x)}" y="{_number(height - text.y)}" font-family={quoteattr(family)} '
        f'font-size="{_number(text.size)}" font-weight="{weight}"{style}{anchor}{length} '
        f'fill="{text.fill}">{escape(plain(text.text))}</text>'
    )


def _number(value: float) -> str:
    """At most three decimals: a thousandth of a point is nothing to see."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if value else "0"
