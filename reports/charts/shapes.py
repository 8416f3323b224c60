"""The plain shapes that charts are made of: paper, screen and SVG each draw them in their own way.

Measures are in points, y counts upwards; colours are #RRGGBB, and empty for none. Nothing is turned or scaled.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Rect(NamedTuple):
    """A rectangle by its lower left corner, its corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0
    fill: str = ""
    stroke: str = ""
    thickness: float = 1
    dashes: tuple[float, ...] = ()


class Circle(NamedTuple):
    """A circle by its middle."""

    x: float
    y: float
    radius: float
    fill: str = ""
    stroke: str = ""
    thickness: float = 1
    dashes: tuple[float, ...] = ()


class Polygon(NamedTuple):
    """A closed figure through points: x, y, x, y, …"""

    points: tuple[float, ...]
    fill: str = ""
    stroke: str = ""
    thickness: float = 1
    dashes: tuple[float, ...] = ()


class PolyLine(NamedTuple):
    """A line through points: x, y, x, y, …"""

    points: tuple[float, ...]
    stroke: str
    thickness: float = 1
    dashes: tuple[float, ...] = ()
    fill: str = ""


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    thickness: float = 1
    dashes: tuple[float, ...] = ()
    fill: str = ""


class String(NamedTuple):
    """One line of text with its baseline at y; `anchor` says what of it stands at x: start, middle or end."""

    x: float
    y: float
    text: str
    font: str
    size: float
    fill: str
    anchor: str = "start"


class Group:
    """Shapes that belong together, each drawn over those before it."""

    def __init__(self, *shapes: Shape) -> None:
        self.contents = list(shapes)

    def add(self, shape: Shape) -> None:
        """Over what is there."""
        self.contents.append(shape)

    def shapes(self) -> list[Shape]:
        """What there is to draw."""
        return self.contents


class Drawing(Group):
    """A whole chart."""

    def __init__(self, width: float, height: float, *shapes: Shape) -> None:
        super().__init__(*shapes)
        self.width, self.height = width, height


Outline: TypeAlias = Rect | Circle | Polygon | PolyLine | Line
Shape: TypeAlias = Outline | String | Group
