"""Room on a page for what its reader fills in.

Frames and circles are drawn on the page itself: programs that redraw the fields leave them alone.
"""

from __future__ import annotations

from reportlab.lib.colors import HexColor

from reports.layout.flowables import Flowable
from reports.tagging.canvas import TaggedCanvas
from reports.tagging.structure import Bounds, Field, Tag
from reports.type.ink import FIELD_GROUND, FIELD_LINE

LINE, CORNER, CIRCLE = 0.7, 1.5, 11.5
"""Points; a circle by its diameter."""
BESIDE = 2.5
"""Points between the frame and the words beside it: some programs leave none themselves."""


class FieldBox(Flowable):
    """A frame for words, as wide as there is space."""

    tag: Tag

    def __init__(self, field: Field, height: float) -> None:
        self.field, self.width, self.height, self.tag = field, 0.0, height, Tag("Form")

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """All of the width."""
        self.width = available_width
        return available_width, self.height

    def draw(self, canvas: TaggedCanvas) -> None:
        """The frame, and the field in it."""
        with canvas.artifact():
            self.frame(canvas)
        canvas.add_field(self.tag, self.field, *self.bounds)

    @property
    def bounds(self) -> Bounds:
        """Where the field lies within the frame."""
        return BESIDE, LINE, self.width - BESIDE, self.height - LINE

    def frame(self, canvas: TaggedCanvas) -> None:
        """What is seen around the field."""
        inset = LINE / 2
        canvas.setLineWidth(LINE)
        canvas.setStrokeColor(HexColor(FIELD_LINE))
        canvas.setFillColor(HexColor(FIELD_GROUND))
        canvas.roundRect(inset, inset, self.width - LINE, self.height - LINE, CORNER, fill=1)


class MarkBox(FieldBox):
    """A circle for one of several marks."""

    def __init__(self, field: Field) -> None:
        super().__init__(field, CIRCLE)
        self.width = CIRCLE

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Its own size, whatever is available."""
        return self.width, self.height

    @property
    def bounds(self) -> Bounds:
        """All of the circle."""
        return 0, 0, self.width, self.height

    def frame(self, canvas: TaggedCanvas) -> None:
        """The circle."""
        canvas.setLineWidth(LINE)
        canvas.setStrokeColor(HexColor(FIELD_LINE))
        canvas.setFillColor(HexColor(FIELD_GROUND))
        canvas.circle(CIRCLE / 2, CIRCLE / 2, (CIRCLE - LINE) / 2, fill=1)
