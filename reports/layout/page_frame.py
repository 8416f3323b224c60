"""The document around the pages: templates, signature, running head and foot, outline, metadata. One pass."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from reports.archive.document_text import Attachment, DocumentText
from reports.charts.marks import fitted
from reports.layout.contents import LONGEST_WITHOUT, PLACE, Entry, contents, moved_behind_the_cover
from reports.layout.flowables import Flowable, Outlined
from reports.layout.page_flow import PageFlow, PageTemplate
from reports.layout.page_kit import PageKit
from reports.layout.page_look import TAB_HEIGHT, TAB_WIDTH
from reports.tagging.canvas import PAGINATION, TaggedCanvas
from reports.type.fonts import SANS, SANS_SEMIBOLD, text_width
from reports.type.ink import MUTED, RULE
from reports.type.script_lines import draw_line
from reports.words.text import one_line

rl_config.useA85 = 0  # ReportLab would write every compressed stream as text: slower, and a fifth larger

COVER, INSIDE, WIDE = "cover", "inside", "wide"
"""The kinds of pages; the last is the second turned on its side."""
NUMBER_ROOM = 90.0
"""Points for a page's number, or for how many there are."""
COVER_LINE = 111.0
"""From the top of the cover to the line across it."""


class _NumberedCanvas(TaggedCanvas):
    """Puts "2 of 10" on each page as a form that is filled in at the end, so that one pass is enough.

    Where the document is long and has a cover, its contents are drawn then too.
    """

    def __init__(self, target: BytesIO, kit: PageKit, text: DocumentText, has_cover: bool) -> None:
        self.kit, self.text, self.has_cover = kit, text, has_cover
        self.entries: list[Entry] = []
        super().__init__(
            target,
            pagesize=kit.page_size,
            invariant=1,
            initialFontName=SANS,
            initialFontSize=8.9,
            lang=text.language,
        )
        day = text.day
        self.setDateFormatter(lambda *_: f"D:{day.year:04}{day.month:02}{day.day:02}000000+00'00'")
        self.setTitle(text.title)
        self.setViewerPreference("DisplayDocTitle", "true")

    def outline(self, outlined: Outlined, height: float) -> None:
        """Adds a title to the outline and, where there are some, the contents."""
        key = f"title-{self.getPageNumber()}-{int(height)}"
        self.bookmarkPage(key)
        self.addOutlineEntry(outlined.text, key, level=0)
        self.entries.append(Entry(outlined.kicker, outlined.text, self.getPageNumber()))

    def _outline_contents(self, outlined: Outlined, height: float) -> None:
        """First of the outline: without it, their page would be taken for more of the cover."""
        key = "contents"
        self.bookmarkPage(key)
        self.addOutlineEntry(outlined.kicker, key, level=0)
        entries = self._doc.outline.levelstack[0]
        entries.insert(0, entries.pop())

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
        if self.has_cover:
            self.addPageLabel(0, prefix=self.text.cover)
            self.addPageLabel(1, "ARABIC", PLACE)
        super().save()

    def _number(self, form: str, page: int, pages: int) -> None:
        """As a form of a fixed width, so that it fits a page of any width."""
        text = self.text.all_pages if self.has_cover and page == 1 else self.text.page_of
        self.beginForm(form)
        self.setFillColor(HexColor(MUTED))
        draw_line(self, text.format(page=page, pages=pages), SANS, self.kit.look.foot_size, NUMBER_ROOM, 2, "end")
        self.endForm()

    def _add_contents(self, page: int) -> None:
        """Draws them as the last page, and puts that behind the cover."""
        before = len(self.root.kids)
        flow = PageFlow(self, {INSIDE: _template(self.kit, self.text)}, self._outline_contents)
        flow.fill(contents(self.kit, self.entries, page))
        pages = self._doc.Pages.pages
        pages.insert(PLACE - 1, pages.pop())
        moved_behind_the_cover(self.root, before, page)


def form_name(page: int) -> str:
    """The name of the form that holds a page's number."""
    return f"page-number-{page}"


def build_pdf(
    kit: PageKit, text: DocumentText, story: Sequence[Flowable], cover: bool = True, data: Attachment | None = None
) -> bytes:
    """The finished file, tagged and fit for an archive, with `data` attached.

    With `cover`, the story begins with what stands on it; past ten pages, contents follow it.
    """
    from reports.archive.archive import finished  # loads what only a finished document needs

    target = BytesIO()
    canvas = _NumberedCanvas(target, kit, text, cover)
    templates = {COVER: _cover_template(kit, text)} if cover else {}
    templates |= {INSIDE: _template(kit, text), WIDE: _template(kit.turned, text)}
    PageFlow(canvas, templates, canvas.outline).fill(story)
    canvas.save()
    return finished(target.getvalue(), canvas.root, text, data)


def _frame(kit: PageKit) -> tuple[float, float, float, float]:
    return kit.look.side, kit.look.bottom, kit.width, kit.height


def _template(kit: PageKit, text: DocumentText) -> PageTemplate:
    return PageTemplate(kit.page_size, _frame(kit), lambda canvas: draw_running(canvas, kit, text))


def draw_running(canvas: TaggedCanvas, kit: PageKit, text: DocumentText) -> None:
    """What stands above and below every page but the cover."""
    canvas.saveState()
    with canvas.artifact(PAGINATION):
        _running_head(canvas, kit, text)
        _signature(canvas, kit, kit.look.line)
        _running_foot(canvas, kit, text)
    canvas.restoreState()


def _running_head(canvas: Canvas, kit: PageKit, text: DocumentText) -> None:
    """The practice on the left; on the right what the document is about and what it is, the former cut to fit."""
    look, y = kit.look, kit.page_size[1] - kit.look.head
    canvas.setFillColor(HexColor(kit.primary))
    practice = fitted(one_line(kit.brand.practice), SANS_SEMIBOLD, look.head_size, kit.width / 2 - 10)
    draw_line(canvas, practice, SANS_SEMIBOLD, look.head_size, look.side, y)
    canvas.setFillColor(HexColor(MUTED))
    kind = f" · {text.kind}"
    taken = text_width(practice, SANS_SEMIBOLD, look.head_size) + text_width(kind, SANS, look.head_size) + 20
    about = fitted(text.about, SANS, look.head_size, kit.width - taken)
    draw_line(canvas, about + kind, SANS, look.head_size, look.side + kit.width, y, "end")


def _signature(canvas: Canvas, kit: PageKit, down: float) -> None:
    """The hairline across, with its tab in the accent colour."""
    side, y = kit.look.side, kit.page_size[1] - down
    canvas.setStrokeColor(HexColor(RULE))
    canvas.setLineWidth(0.72)
    canvas.line(side, y, side + kit.width, y)
    canvas.setFillColor(HexColor(kit.accent))
    canvas.rect(side, y - TAB_HEIGHT / 2, TAB_WIDTH, TAB_HEIGHT, stroke=0, fill=1)


def _running_foot(canvas: Canvas, kit: PageKit, text: DocumentText) -> None:
    look = kit.look
    canvas.setFillColor(HexColor(MUTED))
    left = fitted(text.confidentiality, SANS, look.foot_size, kit.width - NUMBER_ROOM)
    draw_line(canvas, left, SANS, look.foot_size, look.side, look.foot)
    if text.page_of:
        canvas.saveState()
        canvas.translate(look.side + kit.width - NUMBER_ROOM, look.foot - 2)
        canvas.doForm(form_name(canvas.getPageNumber()))
        canvas.restoreState()


def _cover_template(kit: PageKit, text: DocumentText) -> PageTemplate:
    def around(canvas: TaggedCanvas) -> None:
        canvas.saveState()
        with canvas.artifact(PAGINATION):
            _signature(canvas, kit, COVER_LINE)
            _running_foot(canvas, kit, text)
        canvas.restoreState()

    return PageTemplate(kit.page_size, _frame(kit), around)
