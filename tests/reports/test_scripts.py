"""Words in any script: drawn whole, in the order they are seen, and read back as they were typed."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pdf_text import text_of
from report_cases import TODAY, built_in_method, full
from report_reading import plan, without_spaces
from reportlab.pdfbase import pdfmetrics
from structure_reading import SpokenDocument

from models.engagement.engagement import Engagement
from reports.documents.documents import DocumentKind, render
from reports.type.fonts import SANS, covered, font_runs, text_width
from reports.type.script_lines import is_right_to_left, line_pieces, line_width
from reports.words.text import plain

NAMES = {
    "Chinese": "客户理赔分流助手",
    "Japanese": "保険金請求の支援",
    "Korean": "청구 분류 도우미",
    "Arabic": "مساعد المطالبات",
    "Persian": "می‌خواهم",
    "Hebrew": "עוזר מיון",
    "Devanagari": "दावा सहायक",
    "Thai": "ผู้ช่วย",
    "emoji": "👍 🚀",
}


def named(name: str) -> Engagement:
    start = full()
    current = start.current
    return replace(
        start,
        client=replace(start.client, name=name),
        pilot=replace(start.pilot, name=name, decision_asked=f"{name} – " * 40),
        stakeholders=tuple(replace(p, name=name) for p in start.stakeholders),
        brand=replace(start.brand, practice=name, confidentiality=name),
        rounds=(replace(current, actions=tuple(replace(a, title=name) for a in current.actions)),),
    )


def drawn(text: str) -> str:
    """The glyphs' fonts and characters from left to right."""
    return "".join(piece.drawn for piece in line_pieces(text, SANS, is_right_to_left(text)))


@pytest.mark.parametrize("script", NAMES)
@pytest.mark.parametrize("kind", DocumentKind)
def test_a_name_in_any_script_prints_without_a_missing_glyph(script: str, kind: DocumentKind) -> None:
    data = render(kind, named(NAMES[script]), built_in_method(), today=TODAY)
    assert "[U+" not in text_of(data)
    pdf = pikepdf.open(BytesIO(data))
    fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
    for font in fonts:
        described = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        assert "/FontFile2" in described.FontDescriptor
    assert SpokenDocument(data).outside() == []
    assert data == render(kind, named(NAMES[script]), built_in_method(), today=TODAY)


@pytest.mark.parametrize("script", ["Chinese", "Japanese", "Korean", "emoji"])
def test_it_can_be_searched(script: str) -> None:
    assert without_spaces(NAMES[script]) in without_spaces(text_of(plan(named(NAMES[script]))))


@pytest.mark.parametrize("script", ["Arabic", "Hebrew", "Devanagari", "Thai"])
def test_an_independent_reader_finds_every_letter(script: str) -> None:
    page = pypdfium2.PdfDocument(plan(named(NAMES[script])))[0]
    read = page.get_textpage().get_text_range()
    for letter in set(NAMES[script]) - {" "}:
        assert letter in read, letter


def test_arabic_letters_join() -> None:
    """A letter alone is drawn otherwise than in a word."""
    alone, joined = drawn("ع"), drawn("عع")
    assert alone not in joined


def test_arabic_and_hebrew_run_from_right_to_left() -> None:
    first, *_, last = drawn("שלום")
    assert (first, last) == ("ם", "ש")


def test_numbers_and_names_keep_their_direction_among_hebrew() -> None:
    text = drawn("גרסה 25 של התוכנה Clearway")
    assert "25" in text
    assert "Clearway" in text
    assert text.index("Clearway") < text.index("25")


def test_a_name_does_not_turn_the_sentence_around_it() -> None:
    assert not is_right_to_left("שלום: 23 of 24 warning signs have a level.")
    assert is_right_to_left("שלום עולם (2)")
    assert not is_right_to_left("Clearway")


def test_brackets_are_mirrored_from_right_to_left() -> None:
    pieces = line_pieces("(שלום)", SANS, True)
    glyphs = pdfmetrics.getFont(pieces[0].font).face.charToGlyph
    assert glyphs[ord(pieces[0].drawn[0])] == glyphs[ord("(")]
    assert glyphs[ord(pieces[-1].drawn[-1])] == glyphs[ord(")")]


LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
"""Unicode's isolates: programs put them round a name that may run the other way, and they come with what is pasted."""


@pytest.mark.parametrize("isolate", [LRI, RLI, FSI])
def test_the_library_of_directions_cannot_take_isolates(isolate: str) -> None:
    """Which is why every text goes through `plain` first. Where it can, they need not be taken out any more."""
    with pytest.raises(AssertionError, match="not allowed here"):
        line_pieces(f"{isolate}{NAMES['Hebrew']}{PDI}", SANS)


PLAN = re.compile("plan [0-9a-f]{12}")
"""Which state of the plan it is: of the text as it was typed."""


@pytest.mark.parametrize("kind", DocumentKind)
def test_isolates_in_any_text_are_taken_out_before_it_is_set(kind: DocumentKind) -> None:
    name = f"{FSI}{NAMES['Hebrew']}{PDI} {LRI}Ann{PDI} {RLI}{NAMES['Arabic']}{PDI}"
    assert plain(name) == f"{NAMES['Hebrew']} Ann {NAMES['Arabic']}"

    with_isolates = render(kind, named(name), built_in_method(), today=TODAY)

    without = render(kind, named(plain(name)), built_in_method(), today=TODAY)
    assert PLAN.sub("", text_of(with_isolates)) == PLAN.sub("", text_of(without))


def test_conjuncts_are_fewer_glyphs_than_letters() -> None:
    assert len(drawn("क्षत्रिय")) < len("क्षत्रिय")


def test_house_type_is_not_shaped() -> None:
    (piece,) = line_pieces("office fi", SANS)
    assert (piece.drawn, piece.typed, type(piece.drawn)) == ("office fi", "", str)


@pytest.mark.parametrize("text", NAMES.values())
def test_widths_add_up(text: str) -> None:
    pieces = line_pieces(text, SANS, is_right_to_left(text))
    assert 0.3 * len(text) < line_width(pieces, 10) <= text_width(text, SANS, 10) * 1.2 + 1


def test_stretches_are_as_long_as_one_font_goes() -> None:
    assert font_runs("abc 王小明 def", SANS) == [(SANS, "abc "), ("MicroHei", "王小明"), (SANS, " def")]
    assert font_runs("Łódź", SANS) == [(SANS, "Łódź")]
    assert ord("王") in covered("MicroHei")


def test_long_text_without_spaces_is_broken_within_its_column() -> None:
    start = full()
    actions = (replace(start.current.actions[0], title="理" * 2000),)
    data = plan(replace(start, rounds=(replace(start.current, actions=actions),)))
    assert without_spaces(text_of(data)).count("理") >= 2000
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if text.get_text_range(index, 1) == "理":
                assert text.get_charbox(index)[2] < page.get_width() - 40


def lines_with(mark: str, name: str) -> list[tuple[int, float]]:
    """Page and foot of every such mark in a plan whose owners are all called so."""
    start = full()
    document = pypdfium2.PdfDocument(
        plan(replace(start, stakeholders=tuple(replace(p, name=name) for p in start.stakeholders)))
    )
    pages = [document[number].get_textpage() for number in range(len(document))]
    return [
        (number, round(page.get_charbox(index)[1], 1))
        for number, page in enumerate(pages)
        for index in range(page.count_chars())
        if page.get_text_range(index, 1) == mark
    ]


@pytest.mark.parametrize("name", ["王明", "김수", "नन्", "🚀"])
def test_a_name_in_another_script_stands_on_the_line_where_any_name_does(name: str) -> None:
    assert lines_with("§", f"{name} §") == lines_with("§", "Ann §") != []
