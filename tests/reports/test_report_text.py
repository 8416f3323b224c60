"""Text from people: printed as typed, never run, never lost without a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.marks import fitted
from reports.layout.styles import TypeStyle
from reports.layout.text import Text
from reports.type.fonts import FACES, SANS, SERIF, SERIF_SEMIBOLD, covered, register_fonts, text_width
from reports.words.text import (
    Run,
    all_set_in_type,
    one_line,
    pieces,
    plain,
    set_in_type,
    shortened,
    shown,
    unshowable,
    weight,
)
from reports.words.typography import typeset

register_fonts()
STYLE = TypeStyle(SANS, 9, 11)


def printed(text: str, width: float = 300) -> str:
    """What a paragraph of the text shows."""
    return " ".join(line.text for line in paragraph(text, width).lines)


def paragraph(text: str, width: float) -> Text:
    """The text, broken into lines."""
    made = Text(set_in_type(text, SANS, STYLE.colour), STYLE)
    made.wrap(width, 10_000)
    return made


@pytest.mark.parametrize(
    "text",
    [
        "R&D & <TBD> <jo@x.com>",
        "<b>unclosed",
        '<img src="/etc/passwd"/>',
        '<a href="javascript:alert(1)">x</a>',
        "&lt; &amp; &#60; &nbsp;",
        "<br/> <para> </para> <seq/> <greek>a</greek>",
        "{curly} %s \\n %(x)s",
        "Ελλάδα Жук Łódź ☐ ✓ → ■ ▲ ≤ ≥ – €",
    ],
)
def test_text_prints_as_typed(text: str) -> None:
    assert printed(text) == text


def test_line_ends_become_breaks() -> None:
    assert [line.text for line in paragraph("a\r\nb\rc\nd\u2028e\x85f", 300).lines] == list("abcdef")


def test_control_and_invisible_characters_go() -> None:
    assert plain("a\x00b\x1b[31m\ud800c\u202ed\u200be\ufefff\u00adg\ufe0f") == "ab[31mcdefg"
    assert plain("tab\there\u2009thin\u00a0kept") == "tab here thin\u00a0kept"


def test_accents_are_composed() -> None:
    assert plain("e\u0301") == "é"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("𓀀𓀁", "[U+13000 U+13001]"),
        ("𝟙!", "[U+1D7D9]!"),
        ("ᚠᛒ", "[U+16A0 U+16D2]"),
        ("\ue000", "[U+E000]"),
    ],
)
def test_what_no_font_has_is_named(text: str, marks: str) -> None:
    assert shown(text) == marks
    assert printed(text) == marks
    assert unshowable(text) == text.replace("!", "")


def test_what_cannot_be_shown_is_told_once_and_in_order() -> None:
    assert unshowable("b𓀁a𓀀𓀁𓀀") == "𓀁𓀀"


@pytest.mark.parametrize(
    "text",
    [
        "Łódź Ελλάδα Жук ☐ ✓ → “quoted” 100 %\n",
        "客户理赔分流助手 保険金請求トリアージ 청구 분류 도우미",
        "مساعد فرز المطالبات می‌خواهم עוזר מיון תביעות",
        "दावा छँटाई सहायक क्षत्रिय বাংলা தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල ગુજરાતી ਪੰਜਾਬੀ ଓଡ଼ିଆ",
        "ภาษาไทย ລາວ မြန်မာ ខ្មែរ ქართული Հայերեն አማርኛ",
        "👍🏽 🚀 👩‍💻 ✅ ⚠",
    ],
)
def test_scripts_of_the_world_can_be_shown(text: str) -> None:
    assert unshowable(text) == ""
    assert shown(text) == plain(text)


def test_joiners_stay_where_they_join() -> None:
    assert plain("می\u200cخواهم") == "می\u200cخواهم"
    assert plain("👩\u200d💻") == "👩\u200d💻"
    assert plain("a\u200db\u200cc") == "abc"


def test_the_serif_borrows_from_the_sans() -> None:
    only_sans = next(chr(c) for c in sorted(covered(SANS) - covered(SERIF)) if chr(c).isalpha())
    assert [(run.text, run.font) for run in set_in_type(f"a{only_sans}b", SERIF, "")] == [
        ("a", SERIF),
        (only_sans, SANS),
        ("b", SERIF),
    ]
    assert shown(only_sans, SERIF) == only_sans


def test_a_word_of_300_letters_wraps() -> None:
    assert paragraph("W" * 300, 120).height > 11 * 15
    assert printed("W" * 300, 120).replace(" ", "") == "W" * 300


def test_house_fonts_cover_the_marks_of_the_reports() -> None:
    for font in FACES:
        assert all(ord(c) in covered(font) for c in "☐✓→■▲≤≥–…·×÷−“”’€£")


@given(st.text(max_size=300))
def test_any_text_survives(text: str) -> None:
    once = shown(text)
    assert shown(once) == once, "what has been shown can be shown again"
    assert not unshowable(once)
    assert "".join(printed(once).split()) == "".join(typeset(once).split())


SET = [
    ("Staff's question, the workers' note", "Staff’s question, the workers’ note"),
    ('closed as "not ours".', "closed as “not ours”."),
    ("he said 'yes' and \"no\"", "he said ‘yes’ and “no”"),
    ("since the '90s", "since the ’90s"),
    ("wait - what -- here", "wait\u00a0– what\u00a0– here"),
    ("2027-28, 3-5 days, -5 %", "2027–28, 3–5\u00a0days, −5\u00a0%"),
    ("due on 12 November ...", "due on 12\u00a0November …"),
    ("Action 3, EUR 100", "Action\u00a03, EUR\u00a0100"),
    ("le 1er juin, le 8 septembre, 27 nov. 2026", "le 1er\u00a0juin, le 8\u00a0septembre, 27\u00a0nov. 2026"),
    ("en 3 h 40, soit 3 h 40 min, dès 6 h", "en 3\u00a0h\u00a040, soit 3\u00a0h\u00a040\u00a0min, dès 6\u00a0h"),
    ("20 jours ouvrés, 2 mois, 8 ou 12", "20\u00a0jours ouvrés, 2\u00a0mois, 8 ou 12"),
]


@pytest.mark.parametrize(("typed", "printed"), SET)
def test_quotes_dashes_and_figures_are_set_as_in_a_book(typed: str, printed: str) -> None:
    assert typeset(typed) == printed
    assert typeset(printed) == printed


@pytest.mark.parametrize(
    "text",
    [
        'src="/etc/passwd"', "SR-2026-31, LK-07, 2026-11-12", "01632 960-417", "07:30-08:00", "5' 10\"", "v1.2-3",
        "https://example.com/a-b?x='y'", "{curly} %s \\n", "--help", "a--b",
    ],
)  # fmt: skip
def test_what_may_be_a_code_or_an_address_stays_as_it_was_typed(text: str) -> None:
    assert typeset(text) == text


@given(st.text(alphabet="ab12 '\"-–—.%", max_size=80))
def test_what_has_been_set_stays_as_it_is(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


def test_a_stretch_in_another_face_is_only_text_too() -> None:
    runs = [Run("<b>R&D", SERIF_SEMIBOLD, "#B3263A"), Run(""), Run("it's")]
    assert all_set_in_type(runs, SANS, "#1B2430") == [
        Run("<b>R&D", SERIF_SEMIBOLD, "#B3263A"),
        Run(" ", SANS, "#1B2430"),
        Run("it’s", SANS, "#1B2430"),
    ]


@given(st.text(alphabet="ab \n", max_size=400), st.integers(1, 60))
def test_pieces_lose_nothing(text: str, most: int) -> None:
    found = pieces(text, most)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(len(piece) <= most for piece in found)


def test_pieces_of_many_line_ends_stay_short() -> None:
    assert all(weight(piece) <= 600 for piece in pieces("a\n" * 10_000, 600))


def test_shortening_shows() -> None:
    assert shortened("one two three", 50) == "one two three"
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("x" * 50, 10) == "x" * 9 + "…"
    assert one_line(" a\n b\t c ") == "a b c"


def test_no_space_that_holds_still_is_left_before_what_says_that_it_was_cut() -> None:
    register_fonts()
    text = "Ganz\u00a03\u00a0h\u00a040\u00a0min"
    width = text_width("3\u00a0h\u00a040\u00a0…", SANS, 10) + 0.5

    assert not {shortened(text, most)[-2] for most in range(2, len(text))} & set(" \u00a0,;:.–")
    assert fitted("3\u00a0h\u00a040\u00a0min", SANS, 10, width) == "3\u00a0h\u00a040…"
