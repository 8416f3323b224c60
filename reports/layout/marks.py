"""Small flowables: rating pills, figures, the rule beside a decision."""

from __future__ import annotations

from reportlab.graphics import renderPDF
from reportlab.graphics.renderbase import renderScaledDrawing
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image, Paragraph

from models.diagnosis.diagnosis import Band
from models.values.colour import ink_on, mix
from models.values.terms import Answer
from reports.tagging.structure import Bounds, Tag
from reports.type.fonts import SANS, SANS_SEMIBOLD, text_width
from reports.type.ink import AMBER, GREEN, MUTED, RED, WHITE
from reports.type.script_lines import draw_line

PILL_WIDTH, PILL_HEIGHT = 22, 11
LEVEL_FILLS = (GREEN, mix(WHITE, AMBER, 0.22), AMBER, RED)
"""Levels 0 to 3. Each pill carries its number or word too."""

BAND_LEVEL = {Band.LOW: 0, Band.MODERATE: 1, Band.HIGH: 2, Band.CRITICAL: 3}


class Pill(Flowable):  # type: ignore[misc]
    """A rounded mark, 11 points high, with a few characters in it; hollow and dashed where nothing is known."""

    def __init__(self, text: str, fill: str | None, width: float = PILL_WIDTH) -> None:
        super().__init__()
        self.text, self.fill = text, fill
        self.width, self.height = width, PILL_HEIGHT
        self.tag = Tag("P")

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Its own size, whatever is available."""
        return self.width, self.height

    def draw(self) -> None:
        """The shape, then its text in an ink chosen by contrast."""
        with self.canv.marked(self.tag):
            self._paint(self.canv)

    def _paint(self, canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setLineWidth(0.6)
        canvas.setStrokeColor(HexColor(MUTED))
        canvas.setFillColor(HexColor(self.fill or WHITE))
        if self.fill is None:
            canvas.setDash(2, 1.6)
        inset = 0.3 if self.fill is None else 0
        radius = PILL_HEIGHT / 2 - inset
        canvas.roundRect(
            inset, inset, self.width - 2 * inset, self.height - 2 * inset, radius,
            stroke=int(self.fill is None), fill=1,
        )  # fmt: skip
        canvas.setFillColor(HexColor(ink_on(self.fill) if self.fill else MUTED))
        draw_line(canvas, self.text, SANS_SEMIBOLD, 7.6, self.width / 2, 3, "middle")
        canvas.restoreState()


def level_pill(answer: Answer | None) -> Pill:
    """The agreed answer to a sign: 0 to 3, "?" for not known or not asked, "–" for does not apply."""
    if answer is not None and answer.level is not None:
        return Pill(str(answer.level), LEVEL_FILLS[answer.level])
    return Pill("–" if answer is Answer.DOES_NOT_APPLY else "?", None)


def band_pill(band: Band, title: str) -> Pill:
    """A band with its word."""
    fill = LEVEL_FILLS[BAND_LEVEL[band]] if band in BAND_LEVEL else None
    return Pill(title, fill, max(text_width(title, SANS_SEMIBOLD, 7.6) + 12, 44))


def word_pill(level: int, name: str) -> Pill:
    """A level by its name rather than its number."""
    return Pill(name, LEVEL_FILLS[level], max(text_width(name, SANS_SEMIBOLD, 7.6) + 12, 62))


class Text(Paragraph):  # type: ignore[misc]
    """A paragraph that breaks its lines once for each width: tables and the page each ask, and asking is costly.

    `tag` says what it is; one without words has none. A paragraph that goes on elsewhere stays one tag.
    """

    tag: Tag | None = None
    _broken_for: float | None = None

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


class Figure(Flowable):  # type: ignore[misc]
    """A chart on the page. `alternative` says in words what it shows, for whoever cannot see it."""

    def __init__(self, drawing: Drawing, alternative: str) -> None:
        super().__init__()
        self.drawing, self.tag = drawing, Tag("Figure", alternative=alternative)
        drawing.initialFontName = SANS  # else ReportLab sets its own first, which is not embedded
        self.width, self.height = drawing.width, drawing.height

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The drawing's own size."""
        return self.width, self.height

    def draw(self) -> None:
        """The drawing, as it is."""
        self.tag.bounds = _bounds(self, self.width, self.height)
        with self.canv.marked(self.tag):
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

    def draw(self) -> None:
        """The picture, as it is."""
        self.tag.bounds = _bounds(self, self.drawWidth, self.drawHeight)
        with self.canv.marked(self.tag):
            super().draw()


def _bounds(drawn: Flowable, width: float, height: float) -> Bounds:
    """Where a part that is about to be drawn stands on its page."""
    x, y = drawn.canv.absolutePosition(0, 0)
    return x, y, x + width, y + height
