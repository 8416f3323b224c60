"""The factories every slide is built from: nothing else makes a title, a text, a shape or a note."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR as THEME
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from models.frozen import frozen
from models.values.sought import the_first
from reports.charts.colours import ChartColours
from reports.slides.area import LINE, Area, emu, fitting, lines_of, reads_leftwards, said
from reports.slides.template import TITLES, Template, area_of
from reports.type.fonts import SANS, SANS_SEMIBOLD, SERIF_SEMIBOLD
from reports.words.facts import Facts

LEAD_SIZE, SOURCE_SIZE = 18.0, 12.0
LEAD_LINES, UNDER_LEAD = 2, 14.0
SOURCE_LINES, OVER_SOURCE = 2, 8.0
WIDER = 1.3
"""How much wider a bold font may be that a title is set in, or that stands in for it, than that of the house."""
LEAST_TITLE = 16.0
INK, BRAND, QUIET = "ink", "brand", "quiet"
"""Colours of the theme; any other is given as #RRGGBB."""


def rgb(colour: str) -> Any:
    """A colour that is written as #RRGGBB."""
    return RGBColor(*bytes.fromhex(colour[1:]))  # type: ignore[no-untyped-call]


@frozen
class Look:
    """How a text is set."""

    size: float = 16.0
    colour: str = INK
    bold: bool = False
    align: PP_ALIGN = PP_ALIGN.LEFT

    @property
    def font(self) -> str:
        """The face of the house that it is measured in."""
        return SANS_SEMIBOLD if self.bold else SANS

    def height(self, lines: int) -> float:
        """Of so many lines."""
        return lines * self.size * LINE


@frozen
class SlidePage:
    """A slide with its title and lead, and the area that is left for what it shows."""

    slide: Any
    area: Area


class SlideKit:
    """One presentation while it is made."""

    def __init__(self, facts: Facts, template: Template, colours: ChartColours, kind: str, brief: bool = False) -> None:
        """`kind` is what the whole is called; a `brief` one leaves out what comes later."""
        self.facts, self.template, self.colours, self.words = facts, template, colours, facts.words
        self.kind, self.brief = kind, brief
        self._body = template.body
        self._title_size = _title_size(template)
        self._inside = 0 if template.house else 16

    def cover(self, title: str, lines: Sequence[str]) -> None:
        """The first slide."""
        slide = self.template.deck.slides.add_slide(self.template.cover)
        self._title(slide, title)
        below = the_first(p for p in slide.placeholders if p.placeholder_format.type is PP_PLACEHOLDER.SUBTITLE)
        area, frame = area_of(below), below.text_frame
        many = max(int(area.height / (LEAD_SIZE * LINE * 1.15)), 1)
        for number, line in enumerate([line for line in lines if line.strip()][:many]):
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            self._fill(
                paragraph,
                fitting(line, LEAD_SIZE, area.width - self._inside, 1),
                Look(LEAD_SIZE, QUIET if number else INK),
            )
        self._note(slide, [title, *lines])

    def page(self, title: str, lead: str, source: str, notes: Sequence[str] = ()) -> SlidePage:
        """A slide with its title, what is said below it, where it is from, and all of it in the notes."""
        slide = self.template.deck.slides.add_slide(self.template.content)
        self._title(slide, title)
        self._number(slide)
        rest = self._lead(slide, lead)
        if source:
            above = self._above_source(rest, source)
            foot = rest.below(above.height + OVER_SOURCE)
            self.text(slide, foot, source, Look(SOURCE_SIZE, QUIET), "Source", MSO_ANCHOR.BOTTOM)
            rest = above
        self._note(slide, [title, lead, *notes, source])
        return SlidePage(slide, rest)

    def room(self, lead: str, source: str) -> Area:
        """What a slide with these would have left."""
        rest = self._below_lead(self._lead_height(lead))
        return self._above_source(rest, source) if source else rest

    def _above_source(self, area: Area, source: str) -> Area:
        """What is left over the foot of a slide, which takes two lines at most."""
        lines = min(lines_of(said(source), SOURCE_SIZE, area.width), SOURCE_LINES)
        return area.upper(area.height - Look(SOURCE_SIZE).height(lines) - OVER_SOURCE)

    def text(
        self, slide: Any, area: Area, text: str, look: Look, name: str = "", anchor: MSO_ANCHOR = MSO_ANCHOR.TOP
    ) -> float:
        """A text in a box of its own, as much of it as fits there. How high it comes out."""
        shown = fitting(text, look.size, area.width, max(int(area.height / look.size / LINE + 0.01), 1), look.font)
        box = slide.shapes.add_textbox(*area.placed)
        box.name = name or box.name
        frame = box.text_frame
        frame.word_wrap, frame.vertical_anchor = True, anchor
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        self._fill(frame.paragraphs[0], shown, look)
        return look.height(lines_of(shown, look.size, area.width, look.font))

    def shape(self, shapes: Any, area: Area, colour: str, name: str, dashed: str = "") -> Any:
        """A rectangle without a frame, or with one of dashes in the colour `dashed` and nothing in it."""
        made = shapes.add_shape(MSO_SHAPE.RECTANGLE, *area.placed)
        made.name = said(name)
        _plain(made)
        if dashed:
            made.fill.background()
            self.paint(made.line.color, dashed)
            made.line.width = Pt(1)
            made.line._get_or_add_ln().append(made._element.makeelement(qn("a:prstDash"), {"val": "dash"}))
        else:
            made.fill.solid()
            self.paint(made.fill.fore_color, colour)
            made.line.fill.background()
        return made

    def rule(self, shapes: Any, left: float, top: float, right: float, colour: str, thick: float = 0.75) -> None:
        """A line across."""
        self.line(shapes, (left, top), (right, top), colour, thick)

    def line(
        self,
        shapes: Any,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        thick: float = 0.75,
        arrow: bool = False,
    ) -> Any:
        """A straight line from one point to another, perhaps with a head where it ends."""
        made = shapes.add_connector(1, *(emu(place) for place in (*start, *end)))
        _plain(made)
        made.line.width = Pt(thick)
        self.paint(made.line.color, colour)
        if arrow:
            made.line._get_or_add_ln().append(made._element.makeelement(qn("a:tailEnd"), {"type": "triangle"}))
        return made

    def paint(self, fill: Any, colour: str) -> None:
        """A colour of the theme, or one of its own."""
        if colour.startswith("#"):
            fill.rgb = rgb(colour)
            return
        own = self.template.house
        fill.theme_color = {INK: THEME.TEXT_1, BRAND: THEME.TEXT_2, QUIET: THEME.ACCENT_6 if own else THEME.TEXT_1}[
            colour
        ]

    def fill_cell(self, frame: Any, text: str, look: Look) -> None:
        """The one paragraph of a text frame that is there already."""
        self._fill(frame.paragraphs[0], text, look)

    def _fill(self, paragraph: Any, text: str, look: Look) -> None:
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(look.size), look.bold
        self.paint(run.font.color, look.colour)
        paragraph.alignment = look.align
        settings = paragraph._p.get_or_add_pPr()
        settings.set("marL", "0")
        settings.set("indent", "0")
        settings.append(settings.makeelement(qn("a:buNone"), {}))
        if reads_leftwards(text):
            settings.set("rtl", "1")
            if look.align is PP_ALIGN.LEFT:
                paragraph.alignment = PP_ALIGN.RIGHT

    def _title(self, slide: Any, title: str) -> None:
        """As large as the template has it, smaller where it would not fit."""
        shape = slide.shapes.title
        area, whole = area_of(shape), said(title)
        cover = shape.placeholder_format.type is PP_PLACEHOLDER.CENTER_TITLE
        size = self._title_size[cover]
        room = (area.width - self._inside) / WIDER
        smaller = size
        high = area.height - self._inside / 2
        while smaller > LEAST_TITLE and not _holds(whole, smaller, room, high):
            smaller -= 1
        shown = fitting(whole, smaller, room, max(int(high / smaller / LINE), 1), SERIF_SEMIBOLD)
        run = shape.text_frame.paragraphs[0].add_run()
        run.text = shown
        if smaller < size:
            run.font.size = Pt(smaller)

    def _lead(self, slide: Any, lead: str) -> Area:
        """Below the title, in the layout's own text; gone where there is nothing to say."""
        body = the_first(p for p in slide.placeholders if p.placeholder_format.type not in TITLES)
        height = self._lead_height(lead)
        if not height:
            body._element.getparent().remove(body._element)
        else:
            body.left, body.top, body.width, body.height = self._body.upper(height).placed
            self._fill(body.text_frame.paragraphs[0], self._shown_lead(lead), Look(LEAD_SIZE))
        return self._below_lead(height)

    def _shown_lead(self, lead: str) -> str:
        return fitting(lead, LEAD_SIZE, self._body.width - self._inside, LEAD_LINES)

    def _lead_height(self, lead: str) -> float:
        """Nothing where there is no lead."""
        shown = self._shown_lead(lead)
        lines = lines_of(shown, LEAD_SIZE, self._body.width - self._inside)
        return Look(LEAD_SIZE).height(lines) + self._inside / 2 if shown else 0.0

    def _below_lead(self, height: float) -> Area:
        return self._body.below(height + UNDER_LEAD if height else 4)

    def _number(self, slide: Any) -> None:
        """The layout's place for the slide's number, which a new slide does not take over by itself."""
        for shape in self.template.content.placeholders:
            if shape.placeholder_format.type is PP_PLACEHOLDER.SLIDE_NUMBER:
                slide.shapes._spTree.append(deepcopy(shape._element))
                slide.shapes._spTree[-1].nvSpPr.cNvPr.set("id", str(max(s.shape_id for s in slide.shapes) + 1))

    def _note(self, slide: Any, lines: Sequence[str]) -> None:
        """For whoever speaks: every text whole, and where it is from."""
        slide.notes_slide.notes_text_frame.text = "\n".join(filter(None, map(said, lines)))


def _plain(shape: Any) -> None:
    """Without what a theme adds of its own, such as a shadow."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def _holds(title: str, size: float, width: float, height: float) -> bool:
    return lines_of(title, size, width, SERIF_SEMIBOLD) * size * LINE <= height + 1


def _title_size(template: Template) -> tuple[float, float]:
    """How large titles are, and the cover's: as the layout says, or its master."""
    return _size_in(template.content), _size_in(template.cover)


def _size_in(layout: Any) -> float:
    title = the_first(p for p in layout.placeholders if p.placeholder_format.type in TITLES)
    style = layout.slide_master._element.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}")
    own = title._element.findall(f".//{qn('a:lstStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
    for look in (*own, *(style.findall(f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}") if style is not None else ())):
        if look.get("sz"):
            return int(look.get("sz")) / 100
    return 40.0
