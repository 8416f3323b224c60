"""The pages about the playbook and the close: what is newest or being said stays in sight, pictures are to scale."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from page_audit import audit
from playbook_samples import (
    BUDGET,
    DEBT,
    DEBT_COLUMNS,
    OUTCOMES,
    READINGS,
    TASK_COLUMNS,
    TASKS,
    activity_page,
    alone,
    closing_page,
    empty_budget,
    filled_pages,
    gate_page,
    long_activity_page,
    money,
    table,
)
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from room_samples import SIZES, brand, of_length, view

from desktop.room.all_pages import described
from desktop.room.compositor import Compositor
from desktop.room.drawing.composition import Composition, PlacedShape, PlacedText
from desktop.room.drawing.look import BAD, make_look
from desktop.room.drawing.sheet import REGULAR
from desktop.room.drawing.typesetter import Style, Typesetter
from desktop.view_models.room.entries import (
    RoomCondition,
    RoomCount,
    RoomOpenItem,
    RoomReading,
    RoomReadings,
)
from desktop.view_models.room.pages import RoomPage
from models.method.method import Method

FULL_HD = QSize(1920, 1080)
EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
DARK = make_look(True, brand().primary, brand().accent)


def composed(page: RoomPage, size: QSize = FULL_HD) -> Composition:
    return Compositor().compose(view(page, dark=True), size)


def texts(page: Composition, role: str) -> list[PlacedText]:
    return [text for text in page.texts if text.role == role]


def shapes(page: Composition, role: str) -> list[PlacedShape]:
    return [shape for shape in page.shapes if shape.role == role]


def said(page: Composition, role: str) -> list[str]:
    return [text.text for text in texts(page, role)]


@EVERY_SIZE
def test_every_item_of_the_pack_is_legible_with_rows_below_it(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    compositor, faults = Compositor(), []
    for item in method.items:
        page = view(activity_page(method, item, table(DEBT_COLUMNS, DEBT, above=2)), dark=False)
        drawn = compositor.compose(page, QSize(*size))
        faults += [f"{item}: {fault}" for fault in audit(drawn)]
        faults += [] if len(texts(drawn, "row number")) >= 3 else [f"{item}: {said(drawn, 'cell')}"]
    assert not faults, "\n".join(faults)


@EVERY_SIZE
def test_the_newest_rows_stay_in_sight_and_the_others_are_counted(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    rows = tuple((f"Row {n}", "with more", "3 days", "Ana") for n in range(6))
    page = composed(activity_page(method, "shortcuts", table(DEBT_COLUMNS, rows, above=494)), QSize(*size))
    seen = said(page, "row number")
    assert seen == [str(n) for n in range(501 - len(seen), 501)]
    assert 3 <= len(seen) <= 6
    assert f"and {500 - len(seen)} above" in said(page, "note")


@EVERY_SIZE
def test_the_row_that_is_being_said_stays_in_sight(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    for at in range(6):
        rows = tuple((f"Row {n}", "with more", "", "") for n in range(6))
        captured = table(DEBT_COLUMNS, rows, here=at, above=1)
        page = composed(activity_page(method, "shortcuts", captured), QSize(*size))
        assert str(at + 2) in said(page, "row number")
        line = shapes(page, "here")[0]
        assert line.fill == DARK.accent_mark
        number = next(text for text in texts(page, "row number") if text.text == str(at + 2))
        assert number.colour == DARK.accent
        assert number.box.bottom < line.box.y
        # Every row is either in sight or counted.
        counted = sum(int(note.split()[1]) for note in said(page, "note") if note.startswith("and "))
        assert counted + len(texts(page, "row number")) == 7


@EVERY_SIZE
def test_what_stands_moves_by_nothing_while_somebody_speaks(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    def drawn(text: str) -> list[PlacedText]:
        captured = table(DEBT_COLUMNS, (*DEBT[:2], (text, "", "", "")), here=2)
        page = composed(activity_page(method, "shortcuts", captured), QSize(*size))
        return [placed for placed in page.texts if placed.text != text.strip()]

    for end in range(2, 70, 3):
        assert drawn("The list leaves as a spreadsheet and is typed into the job system"[:end]) == drawn("T")


def test_what_is_being_said_is_larger_over_an_accent_line_with_a_caret(
    dressed_app: QApplication, method: Method
) -> None:
    captured = table(DEBT_COLUMNS, (*DEBT[:2], ("The list leaves as a spreadsheet", "", "", "")), here=2)
    page = composed(activity_page(method, "shortcuts", captured))
    cells = {text.text: text for text in texts(page, "cell")}
    live = cells["The list leaves as a spreadsheet"]
    assert live.size > cells["A scheduled feed"].size
    caret = shapes(page, "caret")[0].box
    assert live.box.right < caret.x < live.box.right + 40


def test_a_cell_that_is_left_out_is_asked_for(dressed_app: QApplication, method: Method) -> None:
    page = composed(activity_page(method, "shortcuts", table(DEBT_COLUMNS, DEBT)))
    asked = [text for text in texts(page, "cell") if text.text == "who?"]
    assert [text.colour for text in asked] == [DARK.accent]
    assert {text.colour for text in texts(page, "cell") if text.text != "who?"} == {DARK.ink}


def test_a_figure_stands_to_the_right_under_its_head(dressed_app: QApplication, method: Method) -> None:
    page = composed(activity_page(method, "shortcuts", table(DEBT_COLUMNS, DEBT)))
    assert said(page, "head") == ["Shortcut", "What must change", "Effort", "Owner"]
    days = [text for text in texts(page, "cell") if text.text.endswith((" days", " day"))]
    assert len({round(text.box.right, 2) for text in (*days, texts(page, "head")[2])}) == 1


def test_who_answers_for_a_task_has_a_column(dressed_app: QApplication, method: Method) -> None:
    page = composed(activity_page(method, "system-owner", table(TASK_COLUMNS, TASKS)))
    assert said(page, "head")[:2] == ["Task", "Answers for it"]
    assert {"Priya", "Gareth", "who?"} <= set(said(page, "cell"))


def test_a_reading_is_drawn_on_its_way(dressed_app: QApplication, method: Method) -> None:
    page = composed(activity_page(method, "track-metrics", RoomReadings(READINGS)))
    assert said(page, "latest") == ["9.8", "44", "?"]
    assert said(page, "baseline") == ["11.4", "31", "46"]
    assert said(page, "target") == ["7", "55", "38"]
    done, track = shapes(page, "way"), shapes(page, "way track")
    assert [d.box.width / t.box.width for d, t in zip(done, track, strict=True)] == pytest.approx([0.36, 0.54])
    assert [way.dashed for way in shapes(page, "way edge")] == [True]


@EVERY_SIZE
def test_a_figure_is_never_cut(dressed_app: QApplication, method: Method, size: tuple[int, int]) -> None:
    long = RoomReading("Litres", "l", "123,456,789", "2,345,678,901.5", "3 May 2027", "12,345,678,901", 0.2)
    for reading in (READINGS[0], long):
        page = composed(long_activity_page(RoomReadings((reading,)), 1), QSize(*size))
        assert [said(page, role) for role in ("baseline", "latest", "target")] == [
            [reading.baseline],
            [reading.latest],
            [reading.target],
        ]
    rows = (("Row", "with more", "1,234.5 days", "Ana"),)
    page = composed(long_activity_page(table(DEBT_COLUMNS, rows), 1), QSize(*size))
    assert "1,234.5 days" in said(page, "cell")


def test_results_differ_by_mark_and_word(dressed_app: QApplication, method: Method) -> None:
    page = composed(activity_page(method, "edge-cases", OUTCOMES))
    assert {"Passed with limits", "Failed", "no result yet"} <= set(said(page, "cell"))
    marks = shapes(page, "result")
    assert [bool(mark.fill) for mark in marks] == [True, False, False]
    assert [mark.dashed for mark in marks] == [False, False, True]
    assert len(shapes(page, "tick")) == 1


@EVERY_SIZE
def test_pilot_plan_and_what_is_usual_stand_on_one_scale(dressed_app: QApplication, size: tuple[int, int]) -> None:
    page = composed(BUDGET, QSize(*size))
    lines = [shape.box.x for shape in shapes(page, "grid")]
    assert len(lines) == len(BUDGET.scale)
    start, pixels = lines[0], (lines[-1] - lines[0]) / 1_000_000
    pilot, usual, reach = (shapes(page, role)[0].box for role in ("pilot", "usual", "range"))
    near = pytest.approx
    assert pilot.width / pixels == near(186_400)
    assert ((usual.x - start) / pixels, (usual.right - start) / pixels) == (near(372_800), near(932_000))
    assert ((reach.x - start) / pixels, (reach.right - start) / pixels) == (near(318_000), near(560_000))
    likely = shapes(page, "likely")[0].box
    assert (likely.x + likely.width / 2 - start) / pixels == near(415_000)
    assert (shapes(page, "usual begins")[0].box.x - start) / pixels == near(372_800)


def test_the_plan_is_drawn_in_its_parts_in_the_order_of_the_kinds(dressed_app: QApplication) -> None:
    page = composed(BUDGET)
    parts = shapes(page, "part")
    assert len({part.fill for part in parts}) == 1
    widths = [part.box.width + 4 for part in parts]
    assert [width / widths[0] for width in widths] == pytest.approx([1, 185 / 96, 134 / 96])
    assert said(page, "kind name") == [kind.name for kind in BUDGET.kinds]
    assert "Not entered" in said(page, "kind sum")
    here = shapes(page, "kind here")[0].box
    name = next(text.box for text in texts(page, "kind name") if text.text == "Integration costs")
    assert (here.x, here.bottom < name.y) == (name.x, True)


def test_the_rule_of_thumb_is_said_to_be_none_where_it_stands_and_nowhere_else(dressed_app: QApplication) -> None:
    rule = "Usual: a rule of thumb, not a quote."
    for page, stands in ((BUDGET, True), (alone(BUDGET), False), (empty_budget(BUDGET), False)):
        assert (rule in said(composed(page), "note")) is stands
        assert bool(shapes(composed(page), "usual")) is stands


def test_a_plan_far_beside_the_usual_is_still_drawn(dressed_app: QApplication) -> None:
    for factor in (Decimal("0.001"), Decimal(1000)):
        plan = tuple(replace(amount, amount=amount.amount * factor) for amount in (money(1), money(2), money(3)))
        scale = tuple(money(n * 1000) for n in range(4))
        budget = replace(
            BUDGET, plan=(plan[0], plan[1], plan[2]), usual=(money(372), money(932)), pilot=money(186), scale=scale
        )
        kinds = (replace(BUDGET.kinds[0], likely=plan[1]), *BUDGET.kinds[2:3])
        for size in SIZES:
            page = composed(replace(budget, kinds=kinds), QSize(*size))
            assert not audit(page)
            assert shapes(page, "usual")
            assert shapes(page, "likely")


def test_rows_that_are_not_for_the_room_are_a_number(dressed_app: QApplication, method: Method) -> None:
    page = composed(activity_page(method, "demonstrate-value", RoomCount(5)))
    assert said(page, "hint") == ["5 written down"]
    assert not texts(page, "cell")
    nothing = composed(activity_page(method, "demonstrate-value", RoomCount(0)))
    assert said(nothing, "hint") == ["Nothing is written down yet."]


@EVERY_SIZE
def test_a_gate_says_what_was_decided_on_what_conditions_and_what_is_open(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    page = composed(gate_page(method), QSize(*size))
    assert said(page, "title") == ["Yes, if three things are done"]
    assert said(page, "lead") == ["Margaret Oduya decided it on 12 November."]
    assert said(page, "action number") == ["1", "2", "18"]
    assert said(page, "day") == ["27 Nov", "22 Jan", "26 Feb"]
    assert [text.colour == DARK.tone(BAD) for text in texts(page, "day")] == [False, False, True]
    assert said(page, "late") == ["a day too late"]
    assert (len(shapes(page, "settled")), len(shapes(page, "open"))) == (8, 3)
    assert len(texts(page, "open item")) == 3
    assert said(page, "stretch note") == ["passed", "passed", *["no decision yet"] * 3]


@EVERY_SIZE
def test_a_gate_names_what_finds_no_room(dressed_app: QApplication, method: Method, size: tuple[int, int]) -> None:
    conditions = tuple(RoomCondition("", of_length(60, n), "27 Nov") for n in range(12))
    items = tuple(RoomOpenItem(of_length(20, n), "") for n in range(3))
    page = replace(gate_page(method), conditions=conditions, open=items, more=("and five more", "Scale, errors, data"))
    drawn = composed(page, QSize(*size))
    assert said(drawn, "more") + said(drawn, "more names") == ["and five more", "Scale, errors, data"]
    shown = len(texts(drawn, "condition"))
    assert said(drawn, "note")[0].startswith(f"and {12 - shown} more: ")


@EVERY_SIZE
def test_the_close_has_a_row_a_person(dressed_app: QApplication, method: Method, size: tuple[int, int]) -> None:
    page = composed(closing_page(), QSize(*size))
    assert said(page, "title") == ["We leave with 22 actions; one has no owner"]
    assert [text.colour for text in texts(page, "verdict")] == [DARK.tone(BAD)]
    assert said(page, "owner name")[-1:] == ["No owner yet"]
    assert len(texts(page, "owner name")) == 7
    assert [mark.dashed for mark in shapes(page, "undated")] == [True]
    assert len([text for text in texts(page, "number") if text.ground == DARK.brand]) == 6
    assert len(shapes(page, "state")) == 15
    many = composed(closing_page(40), QSize(*size))
    shown = len(texts(many, "owner name"))
    assert not texts(many, "begins")
    assert said(many, "note")[0].startswith(f"and {41 - shown} more: ")


def test_a_screen_reader_hears_what_was_captured(dressed_app: QApplication, method: Method) -> None:
    pages = filled_pages(method)

    def heard(page: RoomPage) -> str:
        return described(view(page, dark=False)).replace("\N{NO-BREAK SPACE}", " ")

    assert "5 No tests on the ranking · Tests for 20 known leaks · 4 days · Stephen" in heard(pages["debt"])
    assert "1 Run the model each morning · Priya · Stephen" in heard(pages["tasks"])
    assert "Days to find a leak: 11.4 → 9.8 (3 Oct 2026) → 7 days" in heard(pages["readings"])
    assert "3 Test with users · no result yet" in heard(pages["outcomes"])
    assert "Integration costs: £185,000 £150,000 to £250,000 once" in heard(pages["budget"])
    assert "Eight of 11 questions are settled, three are not. Who answers for it?" in heard(gate_page(method))
    assert "18 The whole budget, before the committee of 25 February 26 Feb a day too late" in heard(gate_page(method))
    assert "Priya Raman: 0" in heard(closing_page())


def test_a_text_that_is_cut_ends_with_an_ellipsis_and_no_half_letter(dressed_app: QApplication) -> None:
    typesetter, style = Typesetter(), Style(REGULAR, 40)
    for text in ("W" * 300, "endless and more " * 1_200, "👩🏽‍🔧" * 400, "لا يوجد مالك " * 300):
        made = typesetter.limited(text, style, 700, 2)
        assert len(made.lines) == 2
        assert made.text.endswith("…")
        assert text.startswith(made.text[:-1])
        assert not made.text[:-1].endswith(("\N{ZERO WIDTH JOINER}", "👩", "🏽"))
    assert typesetter.limited("short", style, 700, 2).lines == ("short",)
