"""What a page of the room view consists of once it is laid out: texts, shapes and pictures, each in its place.

A composition is made by pure functions and painted by `painter.paint`, so that what the room sees can be read, measured
and tested without looking at pixels.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont, QImage

from models.frozen import frozen

LETTER_SPACING = 104
"""Per cent, for capitals: set tight they run together from the last row."""


@frozen
class Box:
    """A place on the page, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends across."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends downwards."""
        return self.y + self.height

    def inset(self, across: float, down: float) -> Box:
        """The box within, smaller by so much on either side."""
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)

    def holds(self, other: Box, tolerance: float = 0.5) -> bool:
        """Whether `other` lies within."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def meets(self, other: Box, tolerance: float = 0.5) -> bool:
        """Whether the two have more than an edge in common."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across > tolerance and down > tolerance


@frozen
class Face:
    """A typeface in one weight."""

    family: str
    weight: QFont.Weight = QFont.Weight.Normal
    caps: bool = False

    def font(self, size: int) -> QFont:
        """The font at `size` pixels, unhinted, so that widths grow with the size."""
        font = QFont(self.family)
        font.setWeight(self.weight)
        font.setPixelSize(size)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if self.caps:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, LETTER_SPACING)
        return font


class Align(Enum):
    """Where lines stand in their box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@frozen
class PlacedText:
    """A paragraph, broken into lines."""

    role: str
    """What it is to the page, as in "question"."""
    text: str
    lines: tuple[str, ...]
    box: Box
    face: Face
    size: int
    """Of the type, in pixels."""
    leading: float
    """From line to line, in pixels."""
    colour: str
    ground: str
    """The colour it stands on."""
    align: Align = Align.LEFT


class Form(Enum):
    """What a shape looks like in its box."""

    BOX = "box"
    TICK = "tick"
    RANGE = "range"
    """A line through the middle with an upright at either end."""
    POINTER = "pointer"
    """A triangle that points up."""
    PATH = "path"
    """Lines from point to point; back to the first where it is filled."""


@frozen
class PlacedShape:
    """A box, or a mark."""

    role: str
    form: Form
    box: Box
    fill: str = ""
    stroke: str = ""
    thickness: float = 0
    radius: float = 0
    dashed: bool = False
    ground: str = ""
    """The colour it has to stand out from; empty where it only carries or decorates."""
    points: tuple[tuple[float, float], ...] = ()
    """Of a path, in pixels."""


@frozen
class PlacedPicture:
    """A logo, or evidence."""

    role: str
    box: Box
    image: QImage


@frozen
class Composition:
    """A whole page. Shapes are painted in their order, then pictures, then texts."""

    width: int
    height: int
    background: str
    shapes: tuple[PlacedShape, ...]
    pictures: tuple[PlacedPicture, ...]
    texts: tuple[PlacedText, ...]
