"""Every page of the room view at four sizes in both themes, with texts as long as they can be: legible and whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from across_samples import across_pages
from hypothesis import given, settings
from hypothesis import strategies as st
from moved_samples import moved_pages
from page_audit import audit, unpainted
from plan_samples import LONG_RING, RINGS, monstrous_plan, plan_pages
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
    readiness_page,
    results_page,
    sign_page,
    view,
    welcome_page,
)
from vote_samples import monstrous_agreement, monstrous_reveal, vote_pages

from desktop.room.compositor import Compositor
from desktop.room.drawing.composition import Box, Composition, Face, Form, PlacedShape, PlacedText
from desktop.room.drawing.look import BAD, GOOD, WARNING, make_look
from desktop.room.drawing.sheet import REGULAR
from desktop.room.drawing.typesetter import Style, Typesetter
from desktop.room.window import RoomWindow
from desktop.view_models.room.entries import RoomBox, RoomFact
from desktop.view_models.room.evidence.pages import RoomEvidence
from desktop.view_models.room.pages import RoomBlank, RoomChart, RoomPage, RoomVoting, RoomWelcome
from models.method.method import Method
from models.values.colour import channels, contrast

FULL_HD = QSize(1920, 1080)


def composed(page: RoomPage, size: QSize = FULL_HD, *, dark: bool = False) -> Composition:
    return Compositor().compose(view(page, dark), size)


def texts(page: Composition, role: str) -> list[PlacedText]:
    return [text for text in page.texts if text.role == role]


def shapes(page: Composition, role: str) -> list[PlacedShape]:
    return [shape for shape in page.shapes if shape.role == role]


def all_pages(method: Method) -> dict[str, RoomPage]:
    shown = every_page(method) | vote_pages(method) | playbook_pages(method) | plan_pages(method)
    return shown | moved_pages(method) | across_pages(method)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_page_is_legible_and_whole(
    dressed_app: QApplication, qtbot: QtBot, method: Method, size: tuple[int, int], dark: bool, long: bool
) -> None:
    if not long and dark is (size[0] in (1280, 1920)):
        pytest.skip("each size in one theme and each theme at two sizes, but for a long proof")
    window = RoomWindow(still=True)
    qtbot.addWidget(window)
    window.resize(*size)
    faults = []
    for name, page in all_pages(method).items():
        for logos in (True, False) if long else (dark,):
            window.show_view(view(page, dark, logos))
            assert window.composition is not None
            assert (window.composition.width, window.composition.height) == size
            faults += [f"{name}: {fault}" for fault in audit(window.composition)]
            if size[0] < 1920:
                faults += [f"{name}: {fault}" for fault in unpainted(window.composition, window.grab().toImage())]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_ring_of_time_stands_beside_every_title_and_moves_nothing_that_is_out_of_its_way(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    compositor, faults, moved, shown = Compositor(), [], 0, 0
    for number, (name, page) in enumerate(all_pages(method).items()):
        if isinstance(page, RoomWelcome | RoomVoting | RoomEvidence | RoomBlank | RoomChart):
            continue
        ring = LONG_RING if "third" in name else RINGS[number % len(RINGS)]
        plain = view(page, dark=number % 2 == 0)
        bare, made = (compositor.compose(replace(plain, ring=one), QSize(*size)) for one in (None, ring))
        faults += [f"{name}: {fault}" for fault in audit(made)]
        if not shapes(made, "ring track"):
            assert "-third" in name, name
            continue
        shown += 1
        place = shapes(made, "ring track")[0].box
        under = [text for text in bare.texts if text.box.meets(place)]
        same = [text for text in made.texts if not text.role.startswith("ring")] == list(bare.texts)
        moved += not same
        assert same or under or [text for text in bare.texts if text.box.right > place.x - 250 * size[1] / 1080], name
    assert not faults, "\n".join(faults)
    assert 0 < moved < shown, "some title had to be set narrower"


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


def test_texts_beyond_any_limit_shrink_and_stay_inside(dressed_app: QApplication, long: bool) -> None:
    fact = RoomFact("D" * 60, "and more " * 300)
    box = RoomBox("", "Something to speak about " * 20, 10, "10 min", "", "")
    monstrous: list[RoomPage] = [
        replace(commitment_page(), will="endless " * 300, owner="X" * 500, facts=(fact,) * 3),
        replace(commitment_page(), will="a 😀 " * 60, owner="名前は太郎です" * 8, by="ÄÖÜ" * 60),
        monstrous_reveal(),
        monstrous_agreement(),
        *monstrous_pages(),
        *monstrous_plan(),
        replace(welcome_page(), pilot="P" * 400, date="D" * 60, agenda=(box,) * 8),
    ]
    for page in monstrous:
        for size in (*(SIZES if long else SIZES[:1]), (1080, 1920), (640, 480), (2560, 1080)):
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
    for fault in ("outside: anchor", "overlap: question", "cut: question", "question “seen” is 20 px, wants 37"):
        assert fault in found
    for fault in ("number “seen” is 19 px", "faint: anchor", "faint: mark", "wider than its box"):
        assert fault in found


def test_choosing_a_level_moves_nothing(dressed_app: QApplication, method: Method) -> None:
    for size in SIZES:
        for page in (sign_page(method, 3), long_sign_page(third=True, chosen=None)):
            plain = composed(replace(page, answer=""), QSize(*size))
            for other in (replace(page, chosen=2, answer=""), replace(page, answer="Not known")):
                drawn = composed(other, QSize(*size))
                kept = [(t.role, t.lines, t.box) for t in drawn.texts if t.role not in ("answer", "hint")]
                assert kept == [(t.role, t.lines, t.box) for t in plain.texts if t.role != "hint"]


def test_the_chosen_level_is_marked_by_more_than_colour(dressed_app: QApplication, method: Method) -> None:
    page = composed(sign_page(method, 3, chosen=2))
    anchors, row = texts(page, "anchor"), shapes(page, "chosen 2")[0]
    assert [row.box.holds(anchor.box) for anchor in anchors] == [False, False, True, False]
    assert [anchor.ground == row.fill for anchor in anchors] == [False, False, True, False]
    ticks = shapes(page, "tick")
    assert [row.box.holds(tick.box) for tick in ticks] == [True]


def test_an_answer_that_is_no_level_stands_below_in_words(dressed_app: QApplication, method: Method) -> None:
    page = composed(sign_page(method, 3, answer="Not known"))
    answer = texts(page, "answer")[0]
    assert answer.lines == ("Agreed: Not known",)
    assert answer.box.y > max(text.box.bottom for text in texts(page, "anchor"))
    assert not texts(composed(sign_page(method, 3)), "answer")


def test_the_sign_stands_beside_its_question_and_good_order_is_good_news(
    dressed_app: QApplication, method: Method
) -> None:
    for dark in (False, True):
        page = composed(sign_page(method, 3), dark=dark)
        look = make_look(dark, brand().primary, brand().accent)
        assert texts(page, "sign")[0].text == method.signs[3].title
        colours = [level.colour for level in texts(page, "level")]
        assert colours == [look.tone(GOOD), look.ink, look.ink, look.ink]
        squares = [shape.fill for shape in shapes(page, "level square")]
        assert squares == list(look.scale)


def test_one_word_is_explained_beside_the_hint_where_it_has_room(dressed_app: QApplication, method: Method) -> None:
    words = ("Wide: " + "so very much " * 12, "Owner: who answers for it.", "A: b.")
    page = replace(sign_page(method, 3), explained=words)

    for drawn in (composed(page), composed(RoomVoting(page, "Five of eight are in", (5, 8), "Hidden."))):
        (line,) = texts(drawn, "explained")
        assert line.lines == ("Owner: who answers for it.",)
        assert line.size >= 30
        assert line.box.y > max(text.box.bottom for text in texts(drawn, "anchor"))
        assert line.box.x > texts(drawn, "hint")[0].box.right
    assert not texts(composed(replace(page, explained=page.explained[:1])), "explained")


def test_most_signs_of_the_pack_explain_a_word(dressed_app: QApplication, method: Method) -> None:
    pages = [sign_page(method, number) for number in range(len(method.signs))]
    told = [page for page in pages if page.explained]

    assert len(told) > 16
    assert len([page for page in told if not texts(composed(page), "explained")]) <= 1


def test_the_modes_stand_along_the_foot_with_a_tick_for_each_sign(dressed_app: QApplication, method: Method) -> None:
    for size in SIZES:
        page = composed(sign_page(method, 3), QSize(*size))
        assert [len(texts(page, f"stretch {mode.short}")) for mode in method.modes] == [1] * len(method.modes)
        counts = [len(shapes(page, role)) for role in ("tick done", "tick here", "tick to come")]
        assert counts == [3, 1, len(method.signs) - 4]


def test_what_is_not_known_never_looks_fine(dressed_app: QApplication, method: Method) -> None:
    known, unknown = results_page(("Known",)), results_page(("", "", "Not known at all"))
    open_page = composed(replace(unknown, results=unknown.results[2:]))
    assert [text.text for text in texts(open_page, "figure of mode")] == ["?"]
    assert [edge.dashed for edge in shapes(open_page, "unknown")] == [True]
    assert not shapes(open_page, "bar")
    assert {edge.dashed for edge in shapes(open_page, "square")} == {True}
    settled = composed(known)
    assert shapes(settled, "bar")
    assert not shapes(settled, "range") + shapes(settled, "unknown")


def test_the_range_is_drawn_to_scale(dressed_app: QApplication, method: Method) -> None:
    page = composed(results_page(tuple(mode.short for mode in method.modes)))
    axis, bars, reach = shapes(page, "axis")[0].box, shapes(page, "bar"), shapes(page, "range")[0].box
    point = bars[0].box.width / 92
    assert (reach.x - axis.right) / point == pytest.approx(50)
    assert (reach.right - axis.right) / point == pytest.approx(75)
    assert texts(page, "figure of mode")[1].box.x > reach.right
    assert "Line: where it can end" in [text.text for text in texts(page, "note")]


def test_a_mode_takes_the_tint_of_its_band(dressed_app: QApplication, method: Method) -> None:
    for dark in (False, True):
        page = composed(results_page(tuple(mode.short for mode in method.modes)), dark=dark)
        look = make_look(dark, brand().primary, brand().accent)
        assert [bar.fill for bar in shapes(page, "bar")] == [look.scale[tint] for tint in (3, 2, 2, 1)]


def test_a_commitment_reads_as_one_sentence(dressed_app: QApplication) -> None:
    page = composed(commitment_page())
    said = [texts(page, role)[0] for role in ("owner", "action", "due")]
    assert [text.text for text in said] == [
        "Margaret Oduya",
        "will name one accountable owner and have both directors sign it",
        "by Friday 12 March",
    ]
    assert said[0].size > said[1].size < said[2].size
    assert said[0].box.bottom <= said[1].box.y < said[1].box.bottom <= said[2].box.y
    without, look = composed(commitment_page("", "")), make_look(False, brand().primary, brand().accent)
    owner, due = texts(without, "owner")[0], texts(without, "due")[0]
    assert (owner.text, owner.colour) == ("Who?", look.accent)
    assert (due.text, due.colour) == ("has to say a day by 4 December", look.tone(WARNING))


def test_every_state_of_a_point_has_its_own_drawn_mark_and_all_are_counted(
    dressed_app: QApplication, method: Method
) -> None:
    page = composed(readiness_page(method))
    counted = [int(text.text) for text in texts(page, "count")]
    assert sum(counted) == len(texts(page, "point")) == 15
    assert len(texts(page, "state name")) == 5
    foot = min(text.box.y for text in texts(page, "state name"))
    marks = [shape for shape in page.shapes if shape.box.y > foot - 20]
    look = make_look(False, brand().primary, brand().accent)
    states = [shape for shape in marks if shape.role == "state"]
    assert [(shape.fill, shape.dashed) for shape in states] == [
        (look.tone_mark(GOOD), False),
        ("", False),
        ("", False),
        (look.muted, False),
        ("", True),
    ]
    assert [shape.stroke for shape in states[1:3]] == [look.tone_mark(BAD), look.tone_mark(WARNING)]
    assert len([shape for shape in marks if shape.role == "triangle"]) == 1
    assert len([shape for shape in marks if shape.role == "tick"]) == 1


def test_a_verdict_is_told_by_its_tone_and_none_by_none(dressed_app: QApplication, method: Method) -> None:
    look = make_look(False, brand().primary, brand().accent)
    for tone, colour in ((BAD, look.tone(BAD)), (GOOD, look.tone(GOOD)), ("", look.brand)):
        page = composed(replace(readiness_page(method), tone=tone))
        assert texts(page, "title")[0].colour == colour


def test_a_broken_logo_leaves_the_name(dressed_app: QApplication) -> None:
    shown = view(welcome_page(), dark=False)
    broken = replace(shown, brand=replace(shown.brand, practice_logo=b"not a picture", client_logo=b"\x89PNG"))
    page = Compositor().compose(broken, FULL_HD)
    assert not page.pictures
    assert texts(page, "practice")[0].text == brand().practice
    assert texts(page, "client")[0].text == brand().client


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_both_houses_stand_at_the_outside_and_a_dark_page_gives_a_logo_a_plate_of_its_own_size(
    dressed_app: QApplication, dark: bool
) -> None:
    shown = view(welcome_page(), dark)
    given = replace(shown, brand=replace(shown.brand, client_logo=shown.brand.practice_logo))
    page = Compositor().compose(given, FULL_HD)
    practice, client = (picture.box for picture in page.pictures)
    edge = 96.0
    plates = shapes(page, "practice logo plate")
    assert practice.width == pytest.approx(practice.height)
    assert (plates[0].box.x if dark else practice.x) == pytest.approx(edge)
    assert practice.x < texts(page, "practice")[0].box.x < texts(page, "client")[0].box.right < client.right
    assert [plate.box.width - practice.width for plate in plates] == pytest.approx([16.0] if dark else [])


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF), st.booleans())
@settings(max_examples=80, deadline=None)
def test_any_brand_gives_legible_colours_and_a_scale_that_deepens(colour: int, accent: int, dark: bool) -> None:
    look = make_look(dark, f"#{colour:06X}", f"#{accent:06X}")
    for ground in (look.background, look.surface):
        for ink in (look.ink, look.muted, *look.tones):
            assert contrast(ink, ground) >= 7
        for mark in (look.edge, look.done, look.accent_mark, *look.tone_marks):
            assert contrast(mark, ground) >= 3
    for ink in (look.brand, look.accent):
        assert contrast(ink, look.background) >= 7
    assert contrast(look.accent, look.surface) >= 7
    assert contrast(look.brand_ink, look.brand) >= 7
    assert contrast(look.brand_pale, look.brand) >= 3
    assert contrast(look.ink, look.track) >= 7
    for level in range(4):
        ground, ink = look.level(level)
        assert contrast(ink, ground) >= 4.5
    steps = [contrast(ground, look.background) for ground in look.scale]
    assert steps == sorted(steps)
    assert all(other / one > 1.15 for one, other in pairwise(steps))


def test_the_sample_brand_gives_the_scale_that_was_drawn_for_it() -> None:
    look = make_look(False, "#0E4A52", "#B8501A")
    drawn = ("#E6EEF0", "#AFC6CA", "#477880", "#0E4A52")
    for made, wanted in zip(look.scale, drawn, strict=True):
        apart = (abs(a - b) * 255 for a, b in zip(channels(made), channels(wanted), strict=True))
        assert max(apart) <= 4


def test_a_letter_of_two_units_is_never_cut(dressed_app: QApplication) -> None:
    made = Typesetter().paragraph("0\U00011fc0", Style(Face("Source Sans Pro"), 24), 30)
    assert "".join(made.lines) == "0\U00011fc0"


@given(st.text(max_size=150), st.integers(30, 900), st.booleans())
@settings(max_examples=80, deadline=None)
def test_setting_a_text_loses_nothing(dressed_app: QApplication, text: str, width: int, balanced: bool) -> None:
    made = Typesetter().paragraph(text, Style(Face("Source Sans Pro"), 24), width, balanced=balanced)
    assert "".join("".join(made.lines).split()) == "".join(text.split())
    assert all(len(line) <= 60 for line in made.lines)
