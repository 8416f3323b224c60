"""The pages about the playbook: what is newest or being written stays in sight, and pictures are to scale."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from page_audit import audit
from playbook_samples import (
    BUDGET,
    DEBT,
    METRICS,
    OUTCOMES,
    READINGS,
    STAGES,
    TASKS,
    activity_page,
    closing_page,
    filled_pages,
    gate_page,
    impact_page,
    long_activity_page,
    money,
)
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from room_samples import SIZES, of_length, view

from desktop.room.all_pages import described
from desktop.room.compositor import Compositor
from desktop.room.drawing.composition import Composition, PlacedShape, PlacedText
from desktop.room.drawing.sheet import REGULAR
from desktop.room.drawing.typesetter import Style, Typesetter
from desktop.view_models.room.entries import RoomCount, RoomLine, RoomPlace, RoomReading, RoomRows, RoomTask
from desktop.view_models.room.pages import RoomImpact, RoomPage
from models.method.method import Method

FULL_HD = QSize(1920, 1080)
EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


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
        page = view(activity_page(method, item, RoomRows(DEBT, above=2)), dark=False)
        drawn = compositor.compose(page, QSize(*size))
        faults += [f"{item}: {fault}" for fault in audit(drawn)]
        faults += [] if len(texts(drawn, "strong")) >= 2 else [f"{item}: {said(drawn, 'strong')}"]
    assert not faults, "\n".join(faults)


@EVERY_SIZE
def test_the_newest_rows_stay_in_sight_and_the_others_are_counted(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    rows = tuple(RoomLine(f"Row {n}", ("with more", "and more")) for n in range(1, 13))
    page = composed(activity_page(method, "shortcuts", RoomRows(rows, above=488)), QSize(*size))
    seen = said(page, "strong")
    assert seen == [row.strong for row in rows[-len(seen) :]]
    assert 2 <= len(seen) < 12
    assert said(page, "note") == [f"and {500 - len(seen)} more above"]


@EVERY_SIZE
def test_the_row_that_is_being_written_stays_in_sight(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    for at in range(12):
        rows = tuple(RoomLine(f"Row {n}", ("with more",), here=n == at) for n in range(12))
        page = composed(activity_page(method, "shortcuts", RoomRows(rows, above=1)), QSize(*size))
        assert f"Row {at}" in said(page, "strong")
        card = shapes(page, "here")[0].box
        inside = [text.text for text in texts(page, "strong") if card.holds(text.box)]
        assert inside == [f"Row {at}"]
        # Every row is either in sight or counted.
        counted = sum(int(note.split()[1]) for note in said(page, "note"))
        assert counted + len(texts(page, "strong")) == 13


@EVERY_SIZE
def test_what_stands_moves_by_nothing_while_a_row_is_typed(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    def drawn(text: str) -> list[PlacedText]:
        rows = (*METRICS[:1], RoomLine("Inspections", (text,), here=True))
        page = composed(activity_page(method, "business-metrics", RoomRows(rows)), QSize(*size))
        return [placed for placed in page.texts if placed.text != text.strip()]

    for end in range(2, 40, 3):
        assert drawn("from 31 to 55 % of all the visits in a year"[:end]) == drawn("f")


def test_the_strong_cell_leads_and_the_rest_follows(dressed_app: QApplication, method: Method) -> None:
    page = composed(activity_page(method, "business-metrics", RoomRows(METRICS)))
    strong, rest = texts(page, "strong")[0], texts(page, "rest")[0]
    assert strong.text == "Days to find a leak"
    assert rest.text.replace("\N{NO-BREAK SPACE}", " ") == "from 11.4 to 7 days · Margaret Oduya"
    assert strong.face.weight > rest.face.weight
    assert strong.size >= 44


def test_steps_are_numbered(dressed_app: QApplication, method: Method) -> None:
    page = composed(activity_page(method, "first-subset", RoomRows(STAGES)))
    assert said(page, "step number") == ["1", "2", "3"]
    assert len(shapes(page, "step")) == 3


def test_who_answers_for_a_task_stands_large_and_not_exactly_one_is_framed(
    dressed_app: QApplication, method: Method
) -> None:
    page = composed(activity_page(method, "system-owner", RoomRows(TASKS)))
    assert said(page, "accountable") == [
        "Priya Raman",
        "Gareth Pell",
        "Nobody answers for it yet",
        "Only one of: Tom Ashby, Stephen Kirkbride",
    ]
    assert [frame.dashed for frame in shapes(page, "in doubt")] == [True, True]
    assert texts(page, "accountable")[0].size > texts(page, "strong")[0].size
    assert "Does it:\N{NO-BREAK SPACE}Donna Whitfield" in said(page, "rest")[1]
    nameless = composed(activity_page(method, "system-owner", RoomRows((RoomTask("", ("Priya Raman",)),))))
    assert said(nameless, "strong") == ["A task without a name"]


def test_a_reading_is_drawn_on_its_way(dressed_app: QApplication, method: Method) -> None:
    page = composed(activity_page(method, "track-metrics", RoomRows(READINGS)))
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
        page = composed(long_activity_page(RoomRows((reading,)), 1), QSize(*size))
        assert [said(page, role) for role in ("baseline", "latest", "target")] == [
            [reading.baseline],
            [reading.latest],
            [reading.target],
        ]


def test_results_differ_by_mark_and_word(dressed_app: QApplication, method: Method) -> None:
    page = composed(activity_page(method, "edge-cases", RoomRows(OUTCOMES)))
    assert said(page, "outcome") == ["Passed with limits", "Failed", "No result yet"]
    marks = shapes(page, "mark")
    assert [bool(mark.fill) for mark in marks] == [True, False, False]
    assert [mark.dashed for mark in marks] == [False, False, True]
    assert len(shapes(page, "tick")) == 1


@EVERY_SIZE
def test_the_budget_is_to_scale(dressed_app: QApplication, method: Method, size: tuple[int, int]) -> None:
    page = composed(activity_page(method, "integration-cost", BUDGET), QSize(*size))
    scale, band = shapes(page, "scale")[0].box, shapes(page, "band")[0].box
    plan, likely = shapes(page, "plan")[0].box, shapes(page, "likely")[0].box
    pixels = band.width / (932_000 - 372_800)
    assert (band.x - scale.x) / pixels == pytest.approx(372_800)
    assert (plan.x - scale.x) / pixels == pytest.approx(318_000)
    assert (plan.right - scale.x) / pixels == pytest.approx(560_000)
    assert (likely.x + likely.width / 2 - scale.x) / pixels == pytest.approx(415_000)
    assert said(page, "share") == ["23 %", "45 %", "–", "32 %"]
    assert [edge.dashed for edge in shapes(page, "kind edge")] == [False, False, True, False]
    assert said(page, "strong") == ["Feed from telemetry"]


def test_a_plan_far_beside_the_band_is_still_drawn(dressed_app: QApplication, method: Method) -> None:
    for factor in (Decimal("0.001"), Decimal(1000)):
        plan = tuple(replace(amount, amount=amount.amount * factor) for amount in (money(1), money(2), money(3)))
        budget = replace(BUDGET, plan=(plan[0], plan[1], plan[2]), band=(money(372), money(932)))
        for size in SIZES:
            page = composed(activity_page(method, "integration-cost", budget), QSize(*size))
            assert not audit(page)
            assert shapes(page, "band")
            assert shapes(page, "likely")


def test_rows_that_are_not_for_the_room_are_a_number(dressed_app: QApplication, method: Method) -> None:
    page = composed(activity_page(method, "demonstrate-value", RoomCount(5)))
    assert said(page, "hint") == ["5 written down"]
    assert not texts(page, "strong")
    assert said(composed(activity_page(method, "demonstrate-value", RoomCount(0))), "hint") == [
        "Nothing is written down yet"
    ]


@EVERY_SIZE
def test_a_gate_says_what_is_missing_and_what_was_decided(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    page = composed(gate_page(method), QSize(*size))
    assert said(page, "question") == ["Passed with conditions"]
    assert said(page, "decided") == ["Margaret Oduya · 12 November 2026"]
    assert said(page, "count figure") == ["6", "2", "2"]
    assert said(page, "gap") == [
        "Technical debt: Effort, Owner",
        "Data sources: Refresh interval",
        "Scale",
        "Acceptable errors",
    ]
    many = replace(gate_page(method), missing=tuple(of_length(50, n) for n in range(30)), counts=(2, 30))
    drawn = composed(many, QSize(*size))
    assert said(drawn, "note") == [f"and {32 - len(texts(drawn, 'gap'))} more"]


@EVERY_SIZE
def test_the_close_names_who_leaves_with_what(dressed_app: QApplication, method: Method, size: tuple[int, int]) -> None:
    page = composed(closing_page(), QSize(*size))
    assert said(page, "title") == ["12 commitments agreed"]
    assert said(page, "verdict") == ["Go with conditions: 3 points are waived"]
    assert said(page, "owner name")[-2:] == ["Donna Whitfield", "No owner yet"]
    assert [mark.dashed for mark in shapes(page, "mark")] == [True]
    many = composed(closing_page(40), QSize(*size))
    assert said(many, "note") == [f"and {42 - len(texts(many, 'owner name'))} more"]


@EVERY_SIZE
def test_every_disc_has_its_title_and_none_hides_another(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    for actions in (1, 8, 30):
        page = composed(impact_page(method, actions), QSize(*size))
        numbers = said(page, "disc number")
        assert numbers == said(page, "action number") == [str(n + 1) for n in range(len(numbers))]
        assert len(numbers) >= min(actions, 5)
        assert said(page, "note") == ([f"and {actions - len(numbers)} more"] if actions > len(numbers) else [])
        discs, plane = [shape.box for shape in shapes(page, "disc")], shapes(page, "plane")[0].box
        assert all(plane.holds(disc) for disc in discs)
        assert not [1 for n, disc in enumerate(discs) for other in discs[:n] if disc.meets(other)]


def test_what_brings_more_stands_higher_and_what_takes_more_further_right(
    dressed_app: QApplication, method: Method
) -> None:
    places = (RoomPlace("A", 90, Decimal(2)), RoomPlace("B", 10, Decimal(2)), RoomPlace("C", 90, Decimal(30)))
    page = composed(RoomImpact("3 commitments agreed", places))
    first, low, long = (shape.box for shape in shapes(page, "disc"))
    assert first.y < low.y
    assert first.x == low.x
    assert first.x < long.x
    assert first.y == long.y
    fills = [shape.fill for shape in shapes(page, "disc")]
    assert [fill == fills[0] for fill in fills] == [True, False, False]


def test_a_screen_reader_hears_what_was_captured(dressed_app: QApplication, method: Method) -> None:
    pages = filled_pages(method)

    def heard(page: RoomPage) -> str:
        return described(view(page, dark=False)).replace("\N{NO-BREAK SPACE}", " ")

    assert "Days to find a leak · from 11.4 to 7 days · Margaret Oduya" in heard(pages["metrics"])
    assert "Priya Raman: Run the model each morning · Does it: Stephen Kirkbride" in heard(pages["tasks"])
    assert "Days to find a leak: 11.4 → 9.8 (3 October 2026) → 7 days" in heard(pages["readings"])
    assert "Test with users: No result yet" in heard(pages["outcomes"])
    assert "Integration costs: 45 % · £185,000" in heard(pages["budget"])
    assert "6 done · 2 open · 2 missing. Technical debt" in heard(gate_page(method))
    assert "Priya Raman: 2 commitments · next on 12 March 2027" in heard(closing_page())


def test_a_text_that_is_cut_ends_with_an_ellipsis_and_no_half_letter(dressed_app: QApplication) -> None:
    typesetter, style = Typesetter(), Style(REGULAR, 40)
    for text in ("W" * 300, "endless and more " * 1_200, "👩🏽‍🔧" * 400, "لا يوجد مالك " * 300):
        made = typesetter.limited(text, style, 700, 2)
        assert len(made.lines) == 2
        assert made.text.endswith("…")
        assert text.startswith(made.text[:-1])
        assert not made.text[:-1].endswith(("\N{ZERO WIDTH JOINER}", "👩", "🏽"))
    assert typesetter.limited("short", style, 700, 2).lines == ("short",)
