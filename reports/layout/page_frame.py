"""The document around the pages: templates, running head and foot, outline, metadata. One pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from models.values.colour import ink_on
from reports.archive.document_text import Attachment, DocumentText
from reports.charts.marks import fitted
from reports.layout.contents import LONGEST_WITHOUT, PLACE, Entry, contents, moved_behind_the_cover
from reports.layout.page_kit import BOTTOM, SIDE, PageKit
from reports.tagging.canvas import PAGINATION, TaggedCanvas
from reports.type.fonts import SANS, SANS_SEMIBOLD, text_width
from reports.type.ink import MUTED
from reports.type.script_lines import draw_line
from reports.words.text import one_line

rl_config.useA85 = 0  # ReportLab would write every compressed stream as text: slower, and a fifth larger

COVER, INSIDE = "cover", "inside"
COVER_LOGOS, COVER_BLOCK_TOP, COVER_BLOCK_BOTTOM = 64.0, 124.0, 0.38
"""Height of the strip for logos; where the coloured block begins below the top; its foot as a share of the page."""
BLOCK_MARGIN = 36.0
"""Above and below the words in the block."""
DETAILS_MARGINS = 80.0
"""Above and below the details together."""


class _NumberedCanvas(TaggedCanvas):
    """Puts "page x of y" on each page as a form that is filled in at the end, so that one pass is enough.

    Where the document is long and has a cover, its contents are drawn then too.
    """

    kit: PageKit
    text: DocumentText
    has_cover = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.entries: list[Entry] = []
        super().__init__(*arguments, **options)

    def showPage(self) -> None:
        """Ends the page, and says so."""
        super().showPage()
        self.kit.progress(self.getPageNumber() - 1)

    def save(self) -> None:
        """Fill in the page numbers, now that their total is known."""
        drawn = self.getPageNumber() - 1
        behind = int(self.has_cover and drawn > LONGEST_WITHOUT)
        for page in range(1, drawn + 1):
            self._number(form_name(page), page + behind * (page >= PLACE), drawn + behind)
        if behind:
            self._number(form_name(drawn + 1), PLACE, drawn + 1)
            self._add_contents(drawn + 1)
        super().save()

    def _number(self, form: str, page: int, pages: int) -> None:
        right = self.kit.page_size[0] - SIDE
        self.beginForm(form)
        self.setFillColor(HexColor(MUTED))
        draw_line(self, self.text.page_of.format(page=page, pages=pages), SANS, 7, right, BOTTOM - 26, "end")
        self.endForm()

    def _add_contents(self, page: int) -> None:
        """Draws them as the last page, and puts that behind the cover."""
        before = len(self.root.kids)
        draw_running(self, self.kit, self.text)
        body = _frame(SIDE, BOTTOM, self.kit.width, self.kit.height, "contents")
        body.addFromList(contents(self.kit, self.entries, page), self)
        self.showPage()
        pages = self._doc.Pages.pages
        pages.insert(PLACE - 1, pages.pop())
        moved_behind_the_cover(self.root, before, page)


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
        self.canv.entries.append(Entry(outlined.kicker, outlined.text, self.canv.getPageNumber()))


def build_pdf(
    kit: PageKit, text: DocumentText, story: Sequence[Flowable], cover: bool = True, data: Attachment | None = None
) -> bytes:
    """The finished file, tagged and fit for an archive, with `data` attached.

    With `cover`, the story begins with the cover's three frames: logos, block, details; past ten pages, contents
    follow it.
    """
    from reports.archive.archive import finished  # loads what only a finished document needs

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
    document.build(list(story), canvasmaker=_canvas_maker(kit, text, cover, canvases))
    return finished(target.getvalue(), canvases[0].root, text, data)


def _canvas_maker(kit: PageKit, text: DocumentText, cover: bool, made: list[_NumberedCanvas]) -> Callable[..., Canvas]:
    """What ReportLab calls for the canvas; it is added to `made`."""

    def make(*arguments: Any, **options: Any) -> Canvas:
        canvas = _NumberedCanvas(*arguments, **options)
        made.append(canvas)
        canvas.kit, canvas.text, canvas.has_cover = kit, text, cover
        day = text.day
        canvas.setDateFormatter(lambda *_: f"D:{day.year:04}{day.month:02}{day.day:02}000000+00'00'")
        return canvas

    return make


def _frame(x: float, y: float, width: float, height: float, name: str) -> Frame:
    """A frame without padding, so that text and tables line up."""
    return Frame(x, y, width, height, 0, 0, 0, 0, id=name)


def _inside_template(kit: PageKit, text: DocumentText) -> PageTemplate:
    def running(canvas: TaggedCanvas, document: BaseDocTemplate) -> None:
        draw_running(canvas, kit, text)

    return PageTemplate(INSIDE, [_frame(SIDE, BOTTOM, kit.width, kit.height, "body")], onPage=running)


def draw_running(canvas: TaggedCanvas, kit: PageKit, text: DocumentText) -> None:
    """What stands above and below every page but the cover."""
    canvas.saveState()
    with canvas.artifact(PAGINATION):
        _running_head(canvas, kit, text)
        _running_foot(canvas, kit, text)
    canvas.restoreState()


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
