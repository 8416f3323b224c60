"""Small flowables: drawings and logos."""

from __future__ import annotations

from reportlab.lib.utils import ImageReader

from reports.charts.shapes import Drawing
from reports.layout.flowables import Flowable
from reports.layout.painting import paint
from reports.tagging.canvas import TaggedCanvas
from reports.tagging.structure import Tag


class Drawn(Flowable):
    """A drawing on the page, as large as it is. Without a tag a screen reader passes it over: words say the same."""

    def __init__(self, drawing: Drawing, tag: Tag | None = None) -> None:
        self.drawing, self.tag = drawing, tag
        self.width, self.height = drawing.width, drawing.height

    def draw_at(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """The drawing, under its tag."""
        if self.tag and self.tag.role == "Figure":
            self.tag.bounds = canvas.bounds(x, y, self.width, self.height)
        with canvas.marked(self.tag) if self.tag else canvas.artifact():
            paint(canvas, self.drawing, x, y)


class Logo(Flowable):
    """A picture whose tag says whose it is."""

    tag: Tag

    def __init__(self, picture: ImageReader, width: float, height: float) -> None:
        self.picture, self.width, self.height = picture, width, height

    def draw_at(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """The picture, as it is."""
        self.tag.bounds = canvas.bounds(x, y, self.width, self.height)
        with canvas.marked(self.tag):
            canvas.drawImage(self.picture, x, y, self.width, self.height, mask="auto")
