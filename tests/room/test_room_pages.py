"""Every page of the room view at four sizes in both themes, with texts as long as they can be: legible and whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_audit import audit, unpainted
from playbook_samples import monstrous_pages, playbook_pages
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from room_samples import (
    SIZES,
    brand,
    commitment_page,
    every_page,
    long_sign_page,
    results_page,
    sign_page,
    view,
    welcome_page,
)
from vote_samples import monstrous_agreement, monstrous_reveal, vote_pages

from desktop.room.compositor import Compositor
from desktop.room.drawing.composition import Box, Composition, Face, Form, PlacedShape, PlacedText
from desktop.room.drawing.look import make_look
from desktop.room.drawing.sheet import REGULAR
from desktop.room.drawing.typesetter import Style, Typesetter
from desktop.room.window import RoomWindow
from desktop.view_models.room.pages import RoomCommitment, RoomPage, RoomVoting, RoomWelcome
from models.method.method import Method
from models.values.colour import contrast

FULL_HD = QSize(1920, 1080)
IN_THE_FOOT = ("answer", "explained")
"""What stands below the cards of a sign, one or the other."""


def composed(page: RoomPage, size: QSize = FULL_HD, *, dark: bool = False) -> Composition:
    return Compositor().compose(view(page, dark), size)


def texts(page: Composition, role: str) -> list[PlacedText]:
    return [text for text in page.texts if text.role == role]


def shapes(page: Composition, role: str) -> list[PlacedShape]:
    return [shape for shape in page.shapes if shape.role == role]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_page_is_legible_and_whole(
    dressed_app: QApplication, qtbot: QtBot, method: Method, size: tuple[int, int], dark: bool
) -> None:
    window = RoomWindow(still=True)
    qtbot.addWidget(window)
    window.resize(*size)
    faults = []
    for name, page in (every_page(method) | vote_pages(method) | playbook_pages(method)).items():
        for logos in (True, False):
            window.show_view(view(page, dark, logos))
            assert window.composition is not None
            assert (window.composition.width, window.composition.height) == size
            faults += [f"{name}: {fault}" for fault in audit(window.composition)]
            if size[0] < 1920:
                faults += [f"{name}: {fault}" for fault in unpainted(window.composition, window.grab().toImage())]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_sign_of_the_pack_is_legible_and_whole(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    compositor = Compositor()
    faults = []
    for number in range(len(method.signs)):
        page = compositor.compose(view(sign_page(method, number, chosen=number % 4), dark=True), QSize(*size))
        faults += [f"sign {number + 1}: {fault}" for fault in audit(page)]
    assert not faults, "\n".join(faults)


def test_texts_beyond_any_limit_shrink_and_stay_inside(dressed_app: QApplication) -> None:
    monstrous: list[RoomPage] = [
        RoomCommitment("1 of 1", "endless " * 300, "X" * 500, "12 March 2027", "and more " * 300),
        RoomCommitment("1 of 1", "a 😀 " * 60, "名前は太郎です" * 8, "", "ÄÖÜ" * 60),
        monstrous_reveal(),
        monstrous_agreement(),
        *monstrous_pages(),
        RoomWelcome("P" * 400, "D" * 60, tuple((f"{n}:00", "Something to speak about") for n in range(40))),
    ]
    for page in monstrous:
        for size in (*SIZES, (1080, 1920), (640, 480), (2560, 1080)):
            found = audit(composed(page, QSize(*size)))
            assert not [fault for fault in found if fault.startswith(("outside", "overlap", "letters", "a line"))]


def test_the_audit_sees_planted_faults(dressed_app: QApplication) -> None:
    def text(role: str, x: float, size: int, colour: str, line: str = "seen") -> PlacedText:
        return PlacedText(role, line, (line,), Box(x, 10, 60, 40), REGULAR, size, 40, colour, "#FFFFFF")

    page = Composition(
        width=300,
        height=720,
        background="#FFFFFF",
        shapes=(
            PlacedShape("line", Form.BOX, Box(0, 30, 300, 3), "#000000"),
            PlacedShape("mark", Form.BOX, Box(0, 300, 30, 30), "#EEEEEE", ground="#FFFFFF"),
        ),
        pictures=(),
        texts=(
            text("question", 0, 20, "#000000"),
            text("number", 30, 19, "#000000"),
            text("anchor", 280, 20, "#888888"),
            text("wide", 100, 20, "#000000", "far too much for so little room"),
        ),
    )
    found = "\n".join(audit(page))
    for fault in ("outside: anchor", "overlap: question", "cut: question", "question “seen” is 20 px, wants 36"):
        assert fault in found
    for fault in ("number “seen” is 19 px", "faint: anchor", "faint: mark", "wider than its box"):
        assert fault in found


def test_choosing_a_level_moves_nothing(dressed_app: QApplication, method: Method) -> None:
    for size in SIZES:
        for page in (sign_page(method, 3), long_sign_page(third=True, chosen=None)):
            plain = composed(replace(page, answer=""), QSize(*size))
            for other in (replace(page, chosen=2, answer=""), replace(page, answer="Not known")):
                drawn = composed(other, QSize(*size))
                kept = [(t.role, t.lines, t.box) for t in drawn.texts if t.role not in IN_THE_FOOT]
                assert kept == [(t.role, t.lines, t.box) for t in plain.texts if t.role not in IN_THE_FOOT]


def test_the_chosen_level_is_marked_by_more_than_colour(dressed_app: QApplication, method: Method) -> None:
    page = composed(sign_page(method, 3, chosen=2))
    anchors, cards = texts(page, "anchor"), [shapes(page, f"card {n}")[0] for n in range(4)]
    assert len({card.fill for card in cards}) == 2
    assert [card.fill == anchors[2].ground for card in cards] == [False, False, True, False]
    assert [anchor.face.weight > anchors[0].face.weight for anchor in anchors] == [False, False, True, False]
    ticks = shapes(page, "tick")
    assert [cards[2].box.holds(tick.box) for tick in ticks] == [True]


def test_an_answer_that_is_no_level_stands_below_in_words(dressed_app: QApplication, method: Method) -> None:
    page = composed(sign_page(method, 3, answer="Not known"))
    answer = texts(page, "answer")[0]
    assert answer.lines == ("Not known",)
    assert answer.box.y > max(text.box.bottom for text in texts(page, "anchor"))
    assert not texts(composed(sign_page(method, 3)), "answer")


def test_one_word_is_explained_below_where_it_has_room_on_a_line(dressed_app: QApplication, method: Method) -> None:
    words = ("Wide: " + "so very much " * 12, "Owner: who answers for it.", "A: b.")
    page = replace(sign_page(method, 3), explained=words)

    (line,) = texts(composed(page), "explained")

    assert line.lines == ("Owner: who answers for it.",)
    assert line.size >= 30
    assert line.box.y > max(text.box.bottom for text in texts(composed(page), "anchor"))
    assert not texts(composed(replace(page, explained=page.explained[:1])), "explained")
    assert not texts(composed(replace(page, answer="Not known")), "explained"), "the answer stands there"
    assert not texts(composed(RoomVoting(page, "5 of 8 have answered")), "explained"), "the vote stands there"


def test_most_signs_of_the_pack_explain_a_word(dressed_app: QApplication, method: Method) -> None:
    pages = [sign_page(method, number) for number in range(len(method.signs))]
    told = [page for page in pages if page.explained]

    assert len(told) > 16
    assert [page.explained for page in told if not texts(composed(page), "explained")] == []


def test_a_narrow_window_has_a_strip_with_every_mode(dressed_app: QApplication, method: Method) -> None:
    rail, strip = composed(sign_page(method, 3)), composed(sign_page(method, 3), QSize(1024, 768))
    assert shapes(rail, "rail")[0].box.height == 1080
    assert shapes(strip, "rail")[0].box.width == 1024
    for page in (rail, strip):
        assert [len(texts(page, f"mode {mode.short}")) for mode in method.modes] == [1] * len(method.modes)
        assert len(shapes(page, "rail here")) == 1


def test_what_is_not_known_never_looks_fine(dressed_app: QApplication, method: Method) -> None:
    known, unknown = results_page(("Known",)), results_page(("", "", "Not known at all"))
    open_page = composed(replace(unknown, results=unknown.results[2:]))
    assert [text.text for text in texts(open_page, "index")] == ["?"]
    assert [edge.dashed for edge in shapes(open_page, "bar edge")] == [True]
    assert not shapes(open_page, "bar")
    assert not shapes(open_page, "worst")
    assert {edge.dashed for edge in shapes(open_page, "sign edge")} == {True}
    bracket, scale = shapes(open_page, "bracket")[0].box, shapes(open_page, "bar edge")[0].box
    assert (bracket.x, bracket.right) == (scale.x, scale.right)
    settled = composed(known)
    assert shapes(settled, "bar")
    assert not shapes(settled, "bracket")


def test_the_range_is_drawn_to_scale_and_said(dressed_app: QApplication, method: Method) -> None:
    page = composed(results_page(tuple(mode.short for mode in method.modes)))
    bracket, scale = shapes(page, "bracket")[0].box, shapes(page, "bar edge")[1].box
    assert (bracket.x - scale.x) / scale.width == pytest.approx(0.5)
    assert (bracket.right - scale.x) / scale.width == pytest.approx(0.75)
    assert "50 to 75 possible" in [text.text for text in texts(page, "range")]


def test_a_commitment_reads_as_one_sentence(dressed_app: QApplication) -> None:
    page = composed(commitment_page())
    said = [texts(page, role)[0] for role in ("owner", "action", "due")]
    assert [text.text for text in said] == [
        "Margaret Oduya owns:",
        "Name one accountable owner and have both directors sign it",
        "by 12 March 2027",
    ]
    assert said[0].size > said[1].size < said[2].size
    without = composed(commitment_page(owner="", due=""))
    assert [texts(without, role)[0].text for role in ("owner", "due")] == ["No owner yet:", "no date yet"]
    assert shapes(without, "no owner")[0].dashed
    assert shapes(without, "no due")[0].dashed


def test_a_broken_logo_leaves_the_name(dressed_app: QApplication) -> None:
    shown = view(welcome_page(), dark=False)
    broken = replace(shown, brand=replace(shown.brand, practice_logo=b"not a picture", client_logo=b"\x89PNG"))
    page = Compositor().compose(broken, FULL_HD)
    assert not page.pictures
    assert texts(page, "practice")[0].text == brand().practice
    assert texts(page, "client")[0].text == brand().client


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_logo_stands_in_line_with_the_rail_on_a_plate_of_its_own_size(
    dressed_app: QApplication, method: Method, dark: bool
) -> None:
    shown = view(sign_page(method, 3), dark)
    given = replace(shown, brand=replace(shown.brand, client_logo=shown.brand.practice_logo))
    page = Compositor().compose(given, FULL_HD)
    logo, mode = page.pictures[0].box, texts(page, f"mode {method.modes[0].short}")[0].box
    plates = shapes(page, "client logo plate")
    assert logo.width == pytest.approx(logo.height)
    assert (plates[0].box.x if dark else logo.x) == pytest.approx(mode.x)
    assert [plate.box.width - logo.width for plate in plates] == pytest.approx([16.0] if dark else [])


@given(st.integers(0, 0xFFFFFF), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_brand_colour_gives_legible_colours(colour: int, dark: bool) -> None:
    look = make_look(dark, f"#{colour:06X}")
    for ground in (look.background, look.shade, look.surface, look.soft):
        for ink in (look.ink, look.muted, look.accent):
            assert contrast(ink, ground) >= 7
        assert contrast(look.edge, ground) >= 3
    assert contrast(look.accent, look.track) >= 3
    assert contrast(look.accent_ink, look.accent) >= 7
    for level in range(4):
        ground, ink = look.cell(level)
        assert contrast(ink, ground) >= 7


def test_a_letter_of_two_units_is_never_cut(dressed_app: QApplication) -> None:
    made = Typesetter().paragraph("0\U00011fc0", Style(Face("Source Sans Pro"), 24), 30)
    assert "".join(made.lines) == "0\U00011fc0"


@given(st.text(max_size=150), st.integers(30, 900), st.booleans())
@settings(max_examples=80, deadline=None)
def test_setting_a_text_loses_nothing(dressed_app: QApplication, text: str, width: int, balanced: bool) -> None:
    made = Typesetter().paragraph(text, Style(Face("Source Sans Pro"), 24), width, balanced=balanced)
    assert "".join("".join(made.lines).split()) == "".join(text.split())
    assert all(len(line) <= 60 for line in made.lines)
