"""Slides in a template from outside: its layouts are used, and whatever is no template is refused in plain words."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from pptx import Presentation
from pptx.util import Pt
from report_cases import TODAY, WORDS, built_in_method, complete
from slides_reading import faults, overflowing, slides_of, texts_of

from models.values.refusal import Refusal
from reports.slides.deck import slides
from reports.slides.template import CONTENT_TYPES, SLIDES_TYPE, TEMPLATE_TYPE
from reports.words.facts import Facts

THEIRS = "A slide of theirs"


def template(keep: Callable[[str], bool] = lambda _: True) -> bytes:
    """A presentation of the library's own, 4:3, with a slide in it and the layouts that are kept."""
    deck = Presentation()
    for layout in list(deck.slide_layouts):
        if not keep(layout.name):
            deck.slide_layouts.remove(layout)
    if len(deck.slide_layouts):
        made = deck.slides.add_slide(deck.slide_layouts[0])
        made.shapes.title.text_frame.text = THEIRS
        made.notes_slide.notes_text_frame.text = THEIRS
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def changed(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The same archive with other or further parts."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return file.getvalue()


def part(data: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(data)) as file:
        return file.read(name)


def made_in(data: bytes) -> bytes:
    return slides(Facts(complete(), built_in_method(), TODAY, WORDS), template=data)


def potx() -> bytes:
    types = part(template(), CONTENT_TYPES).replace(SLIDES_TYPE.encode(), TEMPLATE_TYPE.encode())
    return changed(template(), {CONTENT_TYPES: types})


@pytest.mark.parametrize("given", [template, potx])
def test_slides_are_made_in_a_template_and_its_own_slides_are_gone(given: Callable[[], bytes]) -> None:
    made = made_in(given())
    deck = Presentation(BytesIO(made))

    assert faults(made) == []
    assert overflowing(made) == []
    assert deck.slide_width == Presentation(BytesIO(template())).slide_width
    assert {slide.slide_layout.name for slide in deck.slides} == {"Title Slide", "Title and Content"}
    with ZipFile(BytesIO(made)) as file:
        assert not [name for name in file.namelist() if THEIRS.encode() in file.read(name)]


def test_the_same_texts_are_on_the_slides_whatever_the_template() -> None:
    house = slides_of(slides(Facts(complete(), built_in_method(), TODAY, WORDS)))
    theirs = slides_of(made_in(template()))

    assert [s.shapes.title.text_frame.text for s in theirs][:3] == [s.shapes.title.text_frame.text for s in house][:3]
    assert set(texts_of(house[1])) & set(texts_of(theirs[1]))


@pytest.mark.parametrize(
    ("layout", "word"), [("Title Slide", "a title and a subtitle"), ("Title and Content", "one large text below it")]
)
def test_a_layout_that_is_missing_is_told(layout: str, word: str) -> None:
    missing = {layout, *({"Section Header"} if layout == "Title and Content" else ())}
    kept = template(lambda name: name not in missing and "Vertical" not in name)

    with pytest.raises(Refusal, match=word):
        made_in(kept)


def bomb() -> bytes:
    """Small, and far too large once it is unpacked."""
    return changed(template(), {"ppt/media/image1.bin": bytes(210_000_000)})


def entities() -> bytes:
    deck = part(template(), "ppt/presentation.xml")
    head, _, rest = deck.partition(b"?>")
    return changed(template(), {"ppt/presentation.xml": head + b'?><!DOCTYPE p [<!ENTITY a "aaaa">]>' + rest})


def linked() -> bytes:
    name = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    link = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="http://canary.example/a.png" TargetMode="External"/></Relationships>'
    )
    return changed(template(), {name: part(template(), name).replace(b"</Relationships>", link)})


HOSTILE = {
    "no archive": (b"%PDF-1.7 not at all", "no PowerPoint file"),
    "nothing": (b"", "no PowerPoint file"),
    "cut short": (template()[:9000], "no PowerPoint file"),
    "a program": (changed(template(), {"ppt/vbaProject.bin": b"\xd0\xcf"}), "contains a program"),
    "a workbook": (changed(template(), {CONTENT_TYPES: b"<Types/>"}), "no PowerPoint file"),
    "entities": (entities(), "no PowerPoint file"),
    "links": (linked(), "linked to files elsewhere"),
    "broken XML": (changed(template(), {"ppt/presentation.xml": b"<p:presentation"}), "no PowerPoint file"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_no_template_is_refused(case: str) -> None:
    data, words = HOSTILE[case]
    with pytest.raises(Refusal, match=words):
        made_in(data)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(Refusal, match="unpacks to far more"):
        made_in(bomb())


def test_a_macro_file_is_known_by_its_type_alone() -> None:
    types = part(template(), CONTENT_TYPES).replace(
        SLIDES_TYPE.encode(), b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    )
    with pytest.raises(Refusal, match="contains a program"):
        made_in(changed(template(), {CONTENT_TYPES: types}))


def test_a_title_of_the_template_is_made_smaller_rather_than_cut() -> None:
    made = slides_of(made_in(template()))
    sizes = [r.font.size / Pt(1) for s in made for r in s.shapes.title.text_frame.paragraphs[0].runs if r.font.size]

    assert all(size < 44 for size in sizes)
