"""A practice's own template: from outside, so held against limits; its layouts are found by their placeholders."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from models.frozen import frozen
from models.values.refusal import Refusal
from models.values.sought import the_first
from reports.slides.area import Area
from reports.slides.packed import packed

LARGEST = 100_000_000
"""Bytes of the file; `MOST` are the bytes of all its parts together once they are unpacked."""
MOST, MOST_PARTS = 200_000_000, 5_000
CONTENT_TYPES = "[Content_Types].xml"
SLIDES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
PROGRAMS = ("macroenabled", "vbaproject", "activex")
"""What stands in the name or type of a part that can run."""
LEAST = (300.0, 180.0)
"""Points that the part of a slide below its title has to have."""
TITLES = (KIND.TITLE, KIND.CENTER_TITLE)
ASIDE = (KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER)


@frozen
class Template:
    """A presentation without slides, and the two layouts of it that are used."""

    deck: Deck
    cover: Any
    content: Any
    house: bool
    """Whether it is our own, whose theme has our colours."""

    @property
    def body(self) -> Area:
        """What a slide has below its title."""
        return area_of(
            the_first(p for p in self.content.placeholders if p.placeholder_format.type not in (*TITLES, *ASIDE))
        )


def area_of(shape: Any) -> Area:
    """Where a placeholder stands, by itself or as its master says."""
    return Area(*(length / Pt(1) for length in (shape.left, shape.top, shape.width, shape.height)))


def with_layouts(deck: Deck, house: bool = False) -> Template:
    """Finds a layout for the cover and one with a title over one text. Raises Refusal where one is missing."""
    cover = content = None
    layouts: Any = deck.slide_layouts
    for layout in layouts:
        kinds = [p.placeholder_format.type for p in layout.placeholders]
        rest = [kind for kind in kinds if kind not in (*TITLES, *ASIDE)]
        if cover is None and any(kind in TITLES for kind in kinds) and rest == [KIND.SUBTITLE]:
            cover = layout
        if content is None and KIND.TITLE in kinds and rest in ([KIND.OBJECT], [KIND.BODY]) and _is_wide(layout):
            content = layout
    if cover is None:
        raise Refusal(
            "The template has no layout with a title and a subtitle, which the first slide needs. Add one to its "
            "slide master, or choose another template."
        )
    if content is None:
        raise Refusal(
            "The template has no layout with a title and one large text below it, which the slides need. Add one to "
            "its slide master, or choose another template."
        )
    return Template(deck, cover, content, house)


def _is_wide(layout: Any) -> bool:
    """Whether its text lies below its title, and is large enough for a table."""
    title = the_first(area_of(p) for p in layout.placeholders if p.placeholder_format.type is KIND.TITLE)
    body = the_first(area_of(p) for p in layout.placeholders if p.placeholder_format.type not in (*TITLES, *ASIDE))
    return body.width >= LEAST[0] and body.height >= LEAST[1] and body.top >= title.top + title.height / 2


def read_template(data: bytes) -> Template:
    """A template from outside without the slides that are in it. Raises Refusal."""
    try:
        parts = _parts(data)
        _check(parts)
        parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(TEMPLATE_TYPE.encode(), SLIDES_TYPE.encode())
        deck = Presentation(BytesIO(packed(parts)))
        _without_slides(deck)
        return with_layouts(deck)
    except Refusal:
        raise
    except Exception as error:  # whatever the reader makes of a file that is not what it says it is
        raise _unreadable() from error


def _unreadable() -> Refusal:
    return Refusal("The template is no PowerPoint file that can be read. Save it anew as .pptx or .potx.")


def _parts(data: bytes) -> dict[str, bytes]:
    """Every part by its name, as far as the file keeps to the limits."""
    if len(data) > LARGEST:
        raise Refusal("The template is too large: {most} MB is the most.", most=LARGEST // 1_000_000)
    try:
        with ZipFile(BytesIO(data)) as file:
            entries = [entry for entry in file.infolist() if not entry.is_dir()]
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST:
                raise Refusal("The template unpacks to far more than a template holds, so it was not opened.")
            if len({entry.filename for entry in entries}) < len(entries):
                raise _unreadable()
            return {entry.filename: file.read(entry) for entry in entries}
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise _unreadable() from error


def _check(parts: dict[str, bytes]) -> None:
    """Refuses programs, links to files elsewhere, and XML that declares entities."""
    types = parts.get(CONTENT_TYPES, b"").lower()
    if any(word.encode() in types or word in name.lower() for word in PROGRAMS for name in parts):
        raise Refusal("The template contains a program (a macro). Save it as .pptx or .potx without macros.")
    for name, root in _trees(parts):
        if name.endswith(".rels") and any(_leads_away(link) for link in root):
            raise Refusal("The template is linked to files elsewhere. Put them into it, or break the links.")


def _trees(parts: dict[str, bytes]) -> Iterator[tuple[str, Any]]:
    for name, data in parts.items():
        if not name.lower().endswith((".xml", ".rels")):
            continue
        root: Any = parse_xml(data)  # fetches nothing and expands no entity
        if root.getroottree().docinfo.doctype:
            raise _unreadable()
        yield name, root


def _leads_away(link: Any) -> bool:
    """Whether something is fetched from elsewhere when the slides are opened; a link to click on is not."""
    return link.get("TargetMode") == "External" and not link.get("Type", "").endswith("/hyperlink")


def _without_slides(deck: Deck) -> None:
    """Takes the slides out, and what the presentation says of them."""
    root = deck.part._element
    for entry in list(deck.slides._sldIdLst):
        deck.part.drop_rel(entry.rId)
        deck.slides._sldIdLst.remove(entry)
    for name in ("p:custShowLst", "p:extLst"):
        for found in root.findall(qn(name)):
            root.remove(found)
