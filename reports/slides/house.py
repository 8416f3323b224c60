"""The house's own template: wide slides, the engagement's two colours, fonts that every PowerPoint has."""

from __future__ import annotations

from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from models.values.colour import mix
from reports.charts.colours import ChartColours
from reports.slides.area import Area, emu
from reports.type.ink import GROUP_ROW, WHITE

WIDTH, HEIGHT, SIDE = 960.0, 540.0, 48.0
TITLE, BODY = Area(SIDE, 42, WIDTH - 2 * SIDE, 48), Area(SIDE, 92, WIDTH - 2 * SIDE, 394)
NUMBER = Area(WIDTH - SIDE - 80, 496, 80, 20)
COVER_TITLE, COVER_BODY = Area(SIDE, 150, 760, 110), Area(SIDE, 270, 760, 150)
TAB, COVER_TAB = Area(SIDE, 33, 36, 4.4), Area(SIDE, 126, 36, 4.4)
HEADINGS, TEXT = "Georgia", "Calibri"
"""Fonts that come with PowerPoint: those of the documents would have to be installed where the slides are shown."""
TITLE_SIZE, COVER_SIZE, TEXT_SIZE, SMALL = 34, 40, 18, 12
KEPT = ("Title Slide", "Title and Content")
"""The layouts of the library's own presentation that are kept."""


def house_template(colours: ChartColours) -> Deck:
    """A presentation without slides, with a layout for the cover and one for everything else."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = emu(WIDTH), emu(HEIGHT)
    deck._element.find(qn("p:sldSz")).attrib.pop("type", None)
    _drop_what_is_not_ours(deck)
    for layout in list(deck.slide_layouts):
        if layout.name not in KEPT:
            deck.slide_layouts.remove(layout)
    _theme(deck, colours)
    _master(deck.slide_master)
    cover, content = deck.slide_layouts
    _place(cover, {"ctrTitle": COVER_TITLE, "subTitle": COVER_BODY}, COVER_TAB)
    _place(content, {"title": TITLE, None: BODY}, TAB)
    return deck


def _drop_what_is_not_ours(deck: Deck) -> None:
    """The settings of a printer, a picture of somebody's first slide, and whose program made it and in which format."""
    kinds = RELATIONSHIP_TYPE.PRINTER_SETTINGS, RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES
    for part in (deck.part, deck.part.package):
        for key, link in list(part._rels.items()):
            if link.reltype in kinds:
                part._rels.pop(key)


def _theme(deck: Deck, colours: ChartColours) -> None:
    """The brand in the theme, so that whoever goes on with the slides has its colours in every menu."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root: Any = parse_xml(part.blob)
    scale = colours.ramp
    named = {
        "dk1": colours.ink, "lt1": WHITE, "dk2": colours.series, "lt2": GROUP_ROW, "accent1": colours.series,
        "accent2": colours.accent, "accent3": scale[2], "accent4": scale[1],
        "accent5": mix(scale[1], colours.series, 0.5), "accent6": colours.muted, "hlink": colours.series,
        "folHlink": colours.muted,
    }  # fmt: skip
    for name, colour in named.items():
        slot = root.find(f".//{qn('a:clrScheme')}/{qn('a:' + name)}")
        for child in list(slot):
            slot.remove(child)
        slot.append(slot.makeelement(qn("a:srgbClr"), {"val": colour[1:]}))
    for kind, face in (("majorFont", HEADINGS), ("minorFont", TEXT)):
        root.find(f".//{qn('a:' + kind)}/{qn('a:latin')}").set("typeface", face)
    root.set("name", "Clearway")
    part._blob = serialize_part_xml(root)


def _master(master: Any) -> None:
    """Type and places of what all slides share: titles on the left in the brand's colour, plain text, the number."""
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    look = title.find(qn("a:defRPr"))
    look.set("sz", str(TITLE_SIZE * 100))
    look.set("b", "1")
    look.find(f"{qn('a:solidFill')}/{qn('a:schemeClr')}").set("val", "tx2")
    for level in styles.find(qn("p:bodyStyle")):
        if (look := level.find(qn("a:defRPr"))) is not None:
            look.set("sz", str(TEXT_SIZE * 100))
    _place(master, {"title": TITLE, "body": BODY, "sldNum": NUMBER, "dt": None, "ftr": None})


def _place(page: Any, places: dict[str | None, Area | None], tab: Area | None = None) -> None:
    """Puts the placeholders where they belong; those that are not named go. `tab` is the mark of the house."""
    for shape in list(page.placeholders):
        kind = shape._element.ph.get("type")
        where = places.get(kind, NUMBER if kind == "sldNum" else None)
        if where is None:
            shape._element.getparent().remove(shape._element)
            continue
        shape.left, shape.top, shape.width, shape.height = where.placed
        _settle(shape, kind)
    if tab:
        _draw_tab(page, tab)


def _settle(shape: Any, kind: str | None) -> None:
    """No inner margins, so that text stands on the same line as what lies below it."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    body = frame._txBody.find(qn("a:bodyPr"))
    body.set("anchor", "b" if kind in ("title", "ctrTitle") else "t")
    for child in list(body):
        body.remove(child)
    sizes = {"ctrTitle": COVER_SIZE, "subTitle": TEXT_SIZE, "sldNum": SMALL}
    own = frame._txBody.find(qn("a:lstStyle"))
    for child in list(own):
        own.remove(child)
    if kind in sizes:
        level = own.makeelement(qn("a:lvl1pPr"), {"algn": "r" if kind == "sldNum" else "l"})
        if kind == "subTitle":
            level.set("marL", "0")
            level.set("indent", "0")
            level.append(level.makeelement(qn("a:buNone"), {}))
        look = level.makeelement(qn("a:defRPr"), {"sz": str(sizes[kind] * 100)})
        if kind == "sldNum":
            fill = look.makeelement(qn("a:solidFill"), {})
            fill.append(fill.makeelement(qn("a:schemeClr"), {"val": "accent6"}))
            look.append(fill)
        level.append(look)
        own.append(level)


def _draw_tab(page: Any, tab: Area) -> None:
    """The tab in the accent colour, drawn in the layout so that nobody moves it by accident."""
    left, top, width, height = (int(length) for length in tab.placed)
    names = 'xmlns:p="{}" xmlns:a="{}"'.format(qn("p:x")[1:-2], qn("a:x")[1:-2])
    page.shapes._spTree.append(
        parse_xml(
            f'<p:sp {names}><p:nvSpPr><p:cNvPr id="90" name="Tab"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent2"/></a:solidFill>'
            "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )
    )
