"""Presentations read back: their texts, whether a text outgrows its frame, and whether the parts hang together."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree
from pptx import Presentation
from pptx.util import Pt

from reports.slides.area import LINE, lines_of
from reports.slides.kit import WIDER
from reports.type.fonts import SANS, SANS_SEMIBOLD, SERIF_SEMIBOLD

SLACK = 1.5
"""Points that rounding may cost."""
RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OF_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def slides_of(data: bytes) -> list[Any]:
    """The slides as python-pptx reads them."""
    return list(Presentation(BytesIO(data)).slides)


def shapes_of(shapes: Any) -> Iterator[Any]:
    """Every shape, those of groups too."""
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from shapes_of(shape.shapes)


def frames_of(slide: Any) -> Iterator[tuple[Any, float, float]]:
    """Every text frame that is not a cell's, with the room it has."""
    for shape in shapes_of(slide.shapes):
        number = shape.is_placeholder and shape.placeholder_format.type == 13
        if shape.has_text_frame and shape.text_frame.text.strip() and not number:
            frame = shape.text_frame
            inside = (frame.margin_left + frame.margin_right, frame.margin_top + frame.margin_bottom)
            if shape.is_placeholder and _house(slide):
                inside = (0, 0)
            yield shape, (shape.width - inside[0]) / Pt(1), (shape.height - inside[1]) / Pt(1)


def _house(slide: Any) -> bool:
    return any(shape.name == "Tab" for shape in slide.slide_layout.shapes)


def texts_of(slide: Any) -> list[str]:
    """What a slide shows, cell by cell too."""
    found = [shape.text_frame.text for shape, _, _ in frames_of(slide)]
    for shape in slide.shapes:
        if shape.has_table:
            found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
        if shape.has_chart:
            found += [str(category) for category in shape.chart.plots[0].categories]
    return found


def notes_of(slide: Any) -> str:
    """The notes for whoever speaks."""
    return str(slide.notes_slide.notes_text_frame.text)


def overflowing(data: bytes) -> list[str]:
    """What outgrows its frame or the slide, or lies over the line with the source; empty where all is well."""
    deck = Presentation(BytesIO(data))
    wide, high = deck.slide_width + 1, deck.slide_height
    found = []
    for number, slide in enumerate(deck.slides, 1):
        for shape in shapes_of(slide.shapes):
            if (
                shape.left < 0
                or shape.top < 0
                or shape.left + shape.width > wide + 1
                or shape.top + shape.height > high
            ):
                found.append(f"{number}: {shape.name} leaves the slide")
        for shape, width, height in frames_of(slide):
            needed = sum(_height(paragraph, width, shape) for paragraph in shape.text_frame.paragraphs)
            if needed > height + SLACK:
                found.append(f"{number}: {shape.name}: {needed:.0f} of {height:.0f}: {shape.text_frame.text[:60]}")
        found += [f"{number}: {text}" for text in _tables(slide)]
    return found


def _height(paragraph: Any, width: float, shape: Any) -> float:
    size, bold = 18.0, False
    for run in paragraph.runs:
        size, bold = (run.font.size / Pt(1) if run.font.size else _inherited(shape)), bool(run.font.bold)
    title = shape.is_placeholder and shape.placeholder_format.type in (1, 3)
    font, room = (SERIF_SEMIBOLD, width / WIDER) if title else (SANS_SEMIBOLD if bold else SANS, width)
    return lines_of(paragraph.text, size, room, font) * size * LINE


def _inherited(shape: Any) -> float:
    return {1: 34.0, 3: 40.0}.get(shape.placeholder_format.type, 18.0) if shape.is_placeholder else 18.0


def _tables(slide: Any) -> Iterator[str]:
    source = min((s.top for s in slide.shapes if s.name == "Source"), default=None)
    for shape in slide.shapes:
        if not shape.has_table:
            continue
        rows = list(shape.table.rows)
        if source is not None and shape.top + sum(row.height for row in rows) > source + Pt(2):
            yield "the table reaches into the source"
        for row in rows:
            for column, cell in enumerate(row.cells):
                room = (shape.table.columns[column].width - cell.margin_left - cell.margin_right) / Pt(1)
                needed = sum(_height(paragraph, room, shape) for paragraph in cell.text_frame.paragraphs)
                if needed > row.height / Pt(1) + SLACK:
                    yield f"{cell.text_frame.text[:60]}: {needed:.0f} of {row.height / Pt(1):.0f}"


def faults(data: bytes) -> list[str]:
    """Whatever would make PowerPoint offer to repair the file, as far as it can be told without PowerPoint."""
    with ZipFile(BytesIO(data)) as file:
        names = [entry.filename for entry in file.infolist()]
        parts = {name: file.read(name) for name in names}
    found = [f"{name} is there twice" for name, count in Counter(names).items() if count > 1]
    types = etree.fromstring(parts["[Content_Types].xml"])
    known = {entry.get("PartName", "").lstrip("/") for entry in types}
    endings = {entry.get("Extension", "").lower() for entry in types}
    for name, content in parts.items():
        if name not in known and name.rpartition(".")[2].lower() not in endings:
            found.append(f"{name} has no content type")
        if name.endswith(".xml"):
            found += [f"{name}: {text}" for text in _xml(name, content, parts)]
        if name.endswith(".rels"):
            found += _targets(name, content, parts)
    return found + [f"{name} is not there" for name in known - {""} - set(parts)]


def _xml(name: str, content: bytes, parts: dict[str, bytes]) -> Iterator[str]:
    root = etree.fromstring(content)
    ids = [entry.get("id") for entry in root.iter("{*}cNvPr")]
    yield from (f"the id {key} is there twice" for key, count in Counter(ids).items() if count > 1)
    folder, _, base = name.rpartition("/")
    rels = parts.get(f"{folder}/_rels/{base}.rels")
    linked = {link.get("Id") for link in etree.fromstring(rels)} if rels else set()
    used = {value for entry in root.iter() for key, value in entry.attrib.items() if key.startswith(RELATIONSHIPS)}
    yield from (f"the relationship {key} is not there" for key in used - linked)


def _targets(name: str, content: bytes, parts: dict[str, bytes]) -> list[str]:
    folder = name.split("_rels/")[0]
    links = [link for link in etree.fromstring(content) if link.get("TargetMode") != "External"]
    targets = [posixpath.normpath(posixpath.join("/" + folder, link.get("Target"))).lstrip("/") for link in links]
    return [f"{name} leads to {target}, which is not there" for target in targets if target not in parts]
