"""Small flowables: paragraphs that are tagged, drawings, fields, logos."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.renderbase import renderScaledDrawing
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Image, Paragraph
from reportlab.platypus.paraparser import ParaFrag, ParaParser

from reports.tagging.structure import Bounds, Tag
from reports.type.fonts import SANS
from reports.type.script_lines import draw_line


class Text(Paragraph):  # type: ignore[misc]
    """A paragraph that breaks its lines once for each width: tables and the page each ask, and asking is costly.

    `tag` says what it is; one without words has none. A paragraph that goes on elsewhere stays one tag.
    """

    tag: Tag | None = None
    _broken_for: float | None = None

    def _setup(
        self, text: str, style: ParagraphStyle, bullet: str | None, frags: Any, cleaner: Callable[[str], str]
    ) -> None:
        """Called by ReportLab to take markup apart, which costs as much as breaking lines: most texts have none."""
        if frags is None and text and not style.textTransform and "<" not in text and "&" not in text:
            frags = [ParaFrag(**_looks(style), text=cleaner(text), link=[], us_lines=[])]
        super()._setup(text, style, bullet, frags, cleaner)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Its width and height."""
        if self._broken_for != available_width or not hasattr(self, "blPara"):  # splitting may drop its lines
            self._size: tuple[float, float] = super().wrap(available_width, available_height)
            self._broken_for = available_width
        return self._size

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The part that fits and the rest."""
        parts: list[Flowable] = super().split(available_width, available_height)
        for part in parts:
            part.tag = self.tag
        return parts

    def draw(self) -> None:
        """The words, under their tag."""
        if self.tag is None:
            super().draw()
            return
        with self.canv.marked(self.tag):
            super().draw()


@lru_cache(maxsize=256)
def _looks(style: ParagraphStyle) -> dict[str, Any]:
    """What ReportLab makes of a text without markup in that style, but for the text."""
    _, frags, _ = ParaParser().parse("x", style)
    return {name: value for name, value in vars(frags[0]).items() if name not in ("text", "link", "us_lines")}


class LinkText(Text):
    """A line that leads to another page of the document."""

    tag: Tag
    target = 0
    tip = ""

    def draw(self) -> None:
        """The words, and the place they lead to."""
        super().draw()
        self.canv.add_link(self.tag, _bounds(self, self.width, self.height), self.target, self.tip)


class Drawn(Flowable):  # type: ignore[misc]
    """A drawing on the page, as large as it is. Without a tag a screen reader passes it over: words say the same."""

    def __init__(self, drawing: Drawing, tag: Tag | None = None) -> None:
        super().__init__()
        self.drawing, self.tag = drawing, tag
        drawing.initialFontName = SANS  # else ReportLab sets its own first, which is not embedded
        self.width, self.height = drawing.width, drawing.height

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The drawing's own size."""
        return self.width, self.height

    def draw(self) -> None:
        """The drawing, under its tag."""
        if self.tag is None:
            with self.canv.artifact():
                self._paint()
            return
        if self.tag.role == "Figure":
            self.tag.bounds = _bounds(self, self.width, self.height)
        with self.canv.marked(self.tag):
            self._paint()

    def _paint(self) -> None:
        _ChartRenderer().draw(renderScaledDrawing(self.drawing), self.canv, 0, 0)


class _ChartRenderer(renderPDF._PDFRenderer):  # type: ignore[misc]
    """Draws a chart's words in any script."""

    def drawString(self, shape: String) -> None:
        if shape.text.isascii():
            super().drawString(shape)
            return
        state = self._tracker.getState()
        anchor = state["textAnchor"]
        draw_line(
            self._canvas,
            shape.text,
            state["fontName"],
            state["fontSize"],
            shape.x,
            shape.y,
            anchor if anchor in ("middle", "end") else "start",
        )


class Logo(Image):  # type: ignore[misc]
    """A picture whose tag says whose it is."""

    tag: Tag

    def __init__(self, picture: ImageReader, width: float, height: float) -> None:
        self._img = picture  # ReportLab would open a file once more for each place it stands in
        super().__init__(BytesIO(), width, height)

    def draw(self) -> None:
        """The picture, as it is."""
        self.tag.bounds = _bounds(self, self.drawWidth, self.drawHeight)
        with self.canv.marked(self.tag):
            super().draw()


def _bounds(drawn: Flowable, width: float, height: float) -> Bounds:
    """Where a part that is about to be drawn stands on its page."""
    x, y = drawn.canv.absolutePosition(0, 0)
    return x, y, x + width, y + height
