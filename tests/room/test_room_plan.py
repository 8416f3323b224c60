"""What the wall shows of the plan while it is made: where things stand, what is marked, and what is left to numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from plan_samples import (
    RINGS,
    heaped_load_page,
    heaped_timeline_page,
    hundreds_page,
    impact_page,
    load_page,
    proposal_page,
    timeline_page,
    work,
)
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from room_samples import SIZES, brand, commitment_page, view

from desktop.room.all_pages import described
from desktop.room.compositor import Compositor
from desktop.room.drawing.composition import Composition, PlacedShape
from desktop.room.drawing.look import BAD, WARNING, make_look
from desktop.view_models.room.marks import AGREED, ASIDE, HERE, TO_COME
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.planned.pages import RoomImpact, RoomPlace
from models.method.method import Method

EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
FULL_HD = QSize(1920, 1080)
LOOK = make_look(False, brand().primary, brand().accent)


def composed(page: RoomPage, size: QSize = FULL_HD) -> Composition:
    return Compositor().compose(view(page, dark=False), size)


def said(page: Composition, role: str) -> list[str]:
    return [text.text for text in page.texts if text.role == role]


def shapes(page: Composition, role: str) -> list[PlacedShape]:
    return [shape for shape in page.shapes if shape.role == role]


def place(number: str, impact: int, days: int, *, first: bool = False, chosen: bool = False) -> RoomPlace:
    return RoomPlace(number, f"Action {number}", impact, Decimal(days), first, chosen)


def picture(*places: RoomPlace) -> RoomImpact:
    return RoomImpact("Two actions take weeks", "", places, 60)


def test_a_suggestion_is_told_from_what_was_said_by_more_than_colour(dressed_app: QApplication) -> None:
    spoken = proposal_page()
    suggested = replace(spoken, owner=replace(spoken.owner, suggested=True, below="suggested, not said yet"))
    known, likely = (
        next(text for text in composed(page).texts if text.role == "answer" and text.text == "Tom Ashby")
        for page in (spoken, suggested)
    )
    assert known.face.weight > likely.face.weight
    assert (known.colour, likely.colour) == (LOOK.brand, LOOK.muted)
    assert "suggested, not said yet" in said(composed(suggested), "below")


def test_the_caret_stands_where_something_is_being_said_and_moves_nothing(dressed_app: QApplication) -> None:
    page = proposal_page()
    owner = replace(page, owner=replace(page.owner, here=True), due=replace(page.due, here=False))
    places = []
    for shown in (page, owner):
        made = composed(shown)
        (caret,) = shapes(made, "caret")
        (bar,) = shapes(made, "here")
        assert bar.box.x <= caret.box.x <= bar.box.right
        assert bar.fill == LOOK.accent_mark
        places.append((caret.box.x, [text.box for text in made.texts]))
    assert places[1][0] < places[0][0]
    assert places[0][1] == places[1][1]


def test_what_became_of_the_first_seven_stands_along_the_foot(dressed_app: QApplication) -> None:
    page = replace(proposal_page(), ticks=(AGREED, AGREED, ASIDE, HERE, TO_COME, TO_COME, TO_COME))
    made = composed(page)
    counts = [len(shapes(made, f"tick {name}")) for name in ("agreed", "aside", "here", "to come")]
    assert counts == [2, 1, 1, 3]
    agreed, aside = shapes(made, "tick agreed")[0].box, shapes(made, "tick aside")[0].box
    assert aside.height < agreed.height, "told without colour"


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1600, 900), (1920, 1080)], ids=str)
def test_the_action_that_is_talked_about_has_its_name_among_many(
    size: tuple[int, int], dressed_app: QApplication
) -> None:
    names = ("Appoint a business owner of the pilot", "Agree on business metrics", "Fund the run for a year")
    many = tuple(
        RoomPlace(
            str(n + 1), names[n % 3], 90 - n % 4, Decimal(2 + n % 3), True, n == 5, "waits for 2" if n == 5 else ""
        )
        for n in range(12)
    )
    page = composed(picture(*many), QSize(*size))
    assert "waits for 2" in said(page, "waits for")
    assert len(shapes(page, "disc")) == len(many)


@EVERY_SIZE
def test_every_disc_stands_in_its_quadrant_and_none_hides_another(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    for actions in (1, 8, 60):
        page = impact_page(method, actions)
        made = composed(page, QSize(*size))
        numbers = said(made, "disc number")
        assert sorted(map(int, numbers)) == list(range(1, actions + 1))
        discs, quadrants = [shape.box for shape in shapes(made, "disc")], [s.box for s in shapes(made, "quadrant")]
        assert not [1 for n, disc in enumerate(discs) for other in discs[:n] if disc.meets(other)]
        for number, disc in zip(numbers, discs, strict=True):
            found = page.places[int(number) - 1]
            (at,) = [n for n, quadrant in enumerate(quadrants) if quadrant.holds(disc)]
            assert at == 2 * (found.impact < page.line) + (found.days > 10), number


def test_more_stands_higher_and_further_right_and_the_axis_reaches_as_far_as_the_actions(
    dressed_app: QApplication,
) -> None:
    made = composed(picture(place("1", 90, 2), place("2", 10, 2), place("3", 90, 30)))
    first, low, long = (shape.box for shape in shapes(made, "disc"))
    assert first.y < low.y
    assert first.x == low.x
    assert first.x < long.x
    assert first.y == long.y
    assert said(made, "axis")[-1] == "40 days"
    wider = composed(picture(place("1", 90, 2), place("3", 90, 400)))
    assert said(wider, "axis")[-1] == "320 days"


def test_equal_places_stand_side_by_side_and_the_chosen_one_where_it_belongs(dressed_app: QApplication) -> None:
    alone = shapes(composed(picture(place("9", 80, 4))), "disc")[0].box
    made = composed(picture(place("1", 80, 4), place("2", 80, 4), place("9", 80, 4, chosen=True)))
    numbers, discs = said(made, "disc number"), [shape.box for shape in shapes(made, "disc")]
    chosen = discs[numbers.index("9")]
    assert (chosen.x, chosen.y) == pytest.approx((alone.x, alone.y))
    assert {round(disc.y) for disc in discs} == {round(chosen.y)}
    (ring,) = shapes(made, "chosen")
    assert ring.box.holds(chosen)
    assert ring.stroke == LOOK.accent_mark


def test_the_first_are_filled_and_named(dressed_app: QApplication) -> None:
    made = composed(picture(place("1", 80, 2, first=True), place("2", 80, 5), place("3", 70, 30)))
    assert [disc.fill == LOOK.brand for disc in shapes(made, "disc")] == [True, False, False]
    assert sorted(said(made, "action title")) == ["Action 1", "Action 3"], "what takes weeks is named too"


@EVERY_SIZE
def test_bars_of_what_each_carries_are_to_scale_and_who_finds_no_row_is_named(
    dressed_app: QApplication, size: tuple[int, int]
) -> None:
    page = load_page()
    made = composed(page, QSize(*size))
    high, low = shapes(made, "high"), shapes(made, "low")
    for carrier, whole, part in zip(page.carriers, high, low, strict=False):
        assert whole.box.width / high[0].box.width == pytest.approx(float(carrier.high / page.carriers[0].high))
        assert part.box.width / whole.box.width == pytest.approx(float(carrier.low / carrier.high))
    many = composed(load_page(30), QSize(*size))
    rows = len(said(many, "carrier"))
    assert 3 <= rows <= 10
    assert any(text.startswith(f"and {31 - rows} more: ") for text in said(many, "note"))


def test_work_of_weeks_is_drawn_by_its_length_and_what_has_no_date_is_dashed(dressed_app: QApplication) -> None:
    made = composed(load_page(3))
    days = [shape.box.width for shape in shapes(made, "work")]
    assert shapes(made, "work")[0].fill == LOOK.brand
    assert days[0] > 2 * days[1]
    assert [mark.dashed for mark in shapes(made, "undated")] == [True]
    assert any("no date" in text for text in said(made, "number"))


def test_what_is_due_at_the_same_time_is_stacked_and_none_hides_another(dressed_app: QApplication) -> None:
    same = tuple(work(n, 0.5, 0.5) for n in range(12))
    page = load_page(1)
    made = composed(replace(page, carriers=(replace(page.carriers[0], works=same),)))
    boxes = [shape.box for shape in shapes(made, "work")]
    assert len(boxes) == 12
    assert not [1 for n, box in enumerate(boxes) for other in boxes[:n] if box.meets(other)]
    assert len({round(box.y) for box in boxes}) == 3, "in three lines, then aside"


@EVERY_SIZE
def test_every_action_stands_on_the_calendar_in_a_row_or_by_its_number(
    dressed_app: QApplication, size: tuple[int, int]
) -> None:
    page = timeline_page()
    made = composed(page, QSize(*size))
    rows, others = said(made, "action number"), said(made, "number")
    assert sorted(int(number) for number in (*rows, *others)) == list(range(1, 23))
    assert len(rows) >= 3
    assert rows == sorted(rows, key=int), "in the order of the page"
    bars = [*shapes(made, "bar"), *shapes(made, "undated")]
    assert len(bars) >= len(rows)


@EVERY_SIZE
def test_where_no_number_has_room_any_more_it_is_said_how_many_there_are(
    dressed_app: QApplication, size: tuple[int, int]
) -> None:
    made = composed(heaped_timeline_page(), QSize(*size))
    rows, others, rest = (len(said(made, role)) for role in ("action number", "number", "rest"))
    assert rows >= 3
    assert rest == 1
    assert rows + others + int(said(made, "rest")[0].removeprefix("+")) == 200
    made = composed(heaped_load_page(), QSize(*size))
    assert len(said(made, "carrier")) >= 3
    assert [text for text in said(made, "rest") if text.startswith("+")]


@EVERY_SIZE
def test_a_number_of_three_figures_stands_whole_in_its_disc(
    dressed_app: QApplication, method: Method, size: tuple[int, int]
) -> None:
    made = composed(hundreds_page(method), QSize(*size))
    numbers = [text for text in made.texts if text.role == "disc number"]
    discs = [shape.box for shape in shapes(made, "disc")]
    assert any(len(text.text) == 3 for text in numbers)
    for text in numbers:
        assert len(text.lines) == 1, text.text
        assert any(disc.holds(text.box) for disc in discs)
    assert not [1 for n, disc in enumerate(discs) for other in discs[:n] if disc.meets(other)]


def test_what_does_not_hold_is_said_and_what_is_talked_about_is_marked(dressed_app: QApplication) -> None:
    made = composed(timeline_page())
    colours = {text.text: text.colour for text in made.texts if text.role == "date"}
    assert colours["26 Feb, too late for its gate"] == LOOK.tone(BAD)
    assert colours["no date; begins by 7 Apr"] == LOOK.tone(WARNING)
    assert colours["1 Mar"] == LOOK.ink
    (mark,) = shapes(made, "here")
    chosen = next(text for text in made.texts if text.role == "action number" and text.text == "3")
    assert mark.box.y < chosen.box.y + chosen.box.height / 2 < mark.box.bottom
    assert said(made, "phase") == ["Production planning"]


def test_what_comes_first_keeps_its_row(dressed_app: QApplication) -> None:
    page = timeline_page()
    turned = replace(page, lines=tuple(replace(line, rank=21 - line.rank) for line in page.lines))
    rows = said(composed(turned), "action number")
    assert rows == [str(n) for n in range(23 - len(rows), 23)]


def test_a_ring_runs_out_and_says_so_without_colour(dressed_app: QApplication) -> None:
    reach = {}
    for ring in RINGS:
        shown = replace(view(commitment_page(), dark=False), ring=ring)
        made = Compositor().compose(shown, FULL_HD)
        (track,), (arc,) = shapes(made, "ring track"), shapes(made, "ring")
        assert track.box.holds(arc.box, 6)
        assert said(made, "ring figure") == [ring.minutes]
        assert said(made, "ring name") == [ring.name]
        assert described(shown).endswith(f"{ring.minutes} {ring.name}")
        reach[ring.state] = (len(arc.points), arc.stroke)
    assert reach["running"][0] < reach["last"][0] < reach["over"][0]
    assert [reach[state][1] for state in ("running", "last", "over", "stands")] == [
        LOOK.brand,
        LOOK.accent_mark,
        LOOK.accent_mark,
        LOOK.edge,
    ]


def test_a_screen_reader_hears_the_plan(dressed_app: QApplication, method: Method) -> None:
    def heard(page: RoomPage) -> str:
        return described(view(page, dark=False))

    assert "Done by: 11 December Friday, in four weeks" in heard(proposal_page())
    assert "Who takes it: ?" in heard(replace(proposal_page(), owner=replace(proposal_page().owner, text="")))
    assert "Action 1: Quick wins. 2 Action 2: Think twice" in heard(picture(place("1", 90, 2), place("2", 10, 90)))
    assert "Priya Raman: 33 to 68 days of work, 3, 20, 40" in heard(load_page())
    assert "26 Feb, too late for its gate" in heard(timeline_page())
