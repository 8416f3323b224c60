"""The document around the pages: templates, running head and foot, outline, metadata. One pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from models.colour import ink_on
from reports.charts.marks import fitted
from reports.document_text import Attachment, DocumentText
from reports.fonts import SANS, SANS_SEMIBOLD, text_width
from reports.ink import MUTED
from reports.page_kit import BOTTOM, SIDE, PageKit
from reports.script_lines import draw_line
from reports.tagging.canvas import PAGINATION, TaggedCanvas
from reports.text import one_line

rl_config.useA85 = 0  # ReportLab would write every compressed stream as text: slower, and a fifth larger

COVER, INSIDE = "cover", "inside"
COVER_LOGOS, COVER_BLOCK_TOP, COVER_BLOCK_BOTTOM = 64.0, 124.0, 0.38
"""Height of the strip for logos; where the coloured block begins below the top; its foot as a share of the page."""
BLOCK_MARGIN = 36.0
"""Above and below the words in the block."""
DETAILS_MARGINS = 80.0
"""Above and below the details together."""


class _NumberedCanvas(TaggedCanvas):
    """Puts "page x of y" on each page as a form that is filled in at the end, so that one pass is enough."""

    page_of = ""
    right = 0.0

    def save(self) -> None:
        """Fill in the page numbers, now that their total is known."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(form_name(page))
            self.setFillColor(HexColor(MUTED))
            draw_line(self, self.page_of.format(page=page, pages=pages), SANS, 7, self.right, BOTTOM - 26, "end")
            self.endForm()
        super().save()


def form_name(page: int) -> str:
    """The name of the form that holds a page's number."""
    return f"page-number-{page}"


class _Document(BaseDocTemplate):  # type: ignore[misc]
    """A document template that lists its titles in the outline."""

    def afterFlowable(self, flowable: Flowable) -> None:
        """Called by ReportLab once a part has been drawn."""
        outlined = getattr(flowable, "outlined", None)
        if outlined is None:
            return
        key = f"title-{self.canv.getPageNumber()}-{int(self.frame._y)}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(outlined.text, key, level=0)


def build_pdf(
    kit: PageKit, text: DocumentText, story: Sequence[Flowable], cover: bool = True, data: Attachment | None = None
) -> bytes:
    """The finished file, tagged and fit for an archive, with `data` attached.

    With `cover`, the story begins with the cover's three frames: logos, block, details.
    """
    from reports.archive import finished  # loads what only a finished document needs

    target = BytesIO()
    canvases: list[_NumberedCanvas] = []
    document = _Document(
        target,
        pagesize=kit.page_size,
        title=text.title,
        author=text.author,
        subject=text.subject,
        creator="Clearway",
        lang=text.language,
        displayDocTitle=True,
        invariant=1,
        initialFontName=SANS,
        initialFontSize=9.5,
    )
    templates = [_cover_template(kit)] if cover else []
    document.addPageTemplates([*templates, _inside_template(kit, text)])
    document.build(list(story), canvasmaker=_canvas_maker(kit, text, canvases))
    return finished(target.getvalue(), canvases[0].root, text, data)


def _canvas_maker(kit: PageKit, text: DocumentText, made: list[_NumberedCanvas]) -> Callable[..., Canvas]:
    """What ReportLab calls for the canvas; it is added to `made`."""

    def make(*arguments: Any, **options: Any) -> Canvas:
        canvas = _NumberedCanvas(*arguments, **options)
        made.append(canvas)
        canvas.page_of, canvas.right = text.page_of, kit.page_size[0] - SIDE
        day = text.day
        canvas.setDateFormatter(lambda *_: f"D:{day.year:04}{day.month:02}{day.day:02}000000+00'00'")
        return canvas

    return make


def _frame(x: float, y: float, width: float, height: float, name: str) -> Frame:
    """A frame without padding, so that text and tables line up."""
    return Frame(x, y, width, height, 0, 0, 0, 0, id=name)


def _inside_template(kit: PageKit, text: DocumentText) -> PageTemplate:
    def running(canvas: TaggedCanvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        with canvas.artifact(PAGINATION):
            _running_head(canvas, kit, text)
            _running_foot(canvas, kit, text)
        canvas.restoreState()

    return PageTemplate(INSIDE, [_frame(SIDE, BOTTOM, kit.width, kit.height, "body")], onPage=running)


def _running_head(canvas: Canvas, kit: PageKit, text: DocumentText) -> None:
    y, half = kit.page_size[1] - 40, kit.width / 2 - 10
    canvas.setFillColor(HexColor(kit.primary))
    practice = fitted(one_line(kit.brand.practice), SANS_SEMIBOLD, 7.5, half)
    draw_line(canvas, practice, SANS_SEMIBOLD, 7.5, SIDE, y)
    canvas.setFillColor(HexColor(MUTED))
    room = kit.width - text_width(practice, SANS_SEMIBOLD, 7.5) - 20
    draw_line(canvas, fitted(text.running_head, SANS, 7.5, room), SANS, 7.5, SIDE + kit.width, y, "end")


def _running_foot(canvas: Canvas, kit: PageKit, text: DocumentText) -> None:
    canvas.setFillColor(HexColor(MUTED))
    draw_line(canvas, fitted(text.confidentiality, SANS, 7, kit.width - 70), SANS, 7, SIDE, BOTTOM - 26)
    if text.page_of:
        canvas.doForm(form_name(canvas.getPageNumber()))


def block_bounds(kit: PageKit) -> tuple[float, float]:
    """Bottom and top of the cover's coloured block, in points from the foot of the page."""
    height = kit.page_size[1]
    return height * COVER_BLOCK_BOTTOM, height - COVER_BLOCK_TOP


def block_ink(kit: PageKit) -> str:
    """What can be read on the cover's block."""
    return ink_on(kit.primary)


def _cover_template(kit: PageKit) -> PageTemplate:
    width, height = kit.page_size
    bottom, top = block_bounds(kit)

    def background(canvas: TaggedCanvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        with canvas.artifact():
            canvas.setFillColor(HexColor(kit.primary))
            canvas.rect(0, bottom, width, top - bottom, stroke=0, fill=1)
            canvas.setFillColor(HexColor(kit.accent))
            canvas.rect(0, bottom - 4, width, 4, stroke=0, fill=1)
        canvas.restoreState()

    frames = [
        _frame(SIDE, height - 36 - COVER_LOGOS, kit.width, COVER_LOGOS, "logos"),
        _frame(SIDE, bottom + BLOCK_MARGIN, kit.width, top - bottom - 2 * BLOCK_MARGIN, "block"),
        _frame(SIDE, 40, kit.width, bottom - DETAILS_MARGINS, "details"),
    ]
    return PageTemplate(COVER, frames, onPage=background)
