"""The agenda adds up, the clock says ahead or behind, and what it proposes to shorten can be shortened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from gettext import NullTranslations
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.diagnosis.agenda import (
    FORGOTTEN,
    advanced,
    allowance,
    extended,
    pace,
    paused,
    preset_agenda,
    room_agenda,
    shortened,
    to_shorten,
    usual_minutes,
)
from models.engagement.workshop import AgendaBox
from models.method.method import Method

NINE = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)
WORDS = NullTranslations()
Agenda = tuple[AgendaBox, ...]
PAUSES = ("break", "lunch")


def after(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def boxes(*minutes: int, kind: str = "") -> Agenda:
    return tuple(
        AgendaBox(id=str(n), assessment_id="r", position=n, kind=kind, title=f"Box {n}", minutes=m)
        for n, m in enumerate(minutes)
    )


def put(agenda: Agenda, changed: Agenda) -> Agenda:
    new = {box.id: box for box in changed}
    return tuple(new.get(box.id, box) for box in agenda)


def walked(agenda: Agenda, *at: float) -> Agenda:
    """Begun at nine, and on to the next box after each of these minutes."""
    agenda = put(agenda, advanced(agenda, NINE))
    for minutes in at:
        agenda = put(agenda, advanced(agenda, after(minutes)))
    return agenda


@pytest.mark.parametrize(("place", "minutes"), [(0, 90), (1, 210), (2, 390)])
def test_a_preset_adds_up_and_holds_every_failure_mode(place: int, minutes: int, method: Method) -> None:
    preset = method.agenda[place]
    agenda = preset_agenda(preset, method, "r", WORDS)
    assert preset.minutes == minutes
    assert sum(box.minutes for box in agenda) == preset.minutes
    assert [box.kind for box in agenda if box.kind.startswith("mode:")] == [f"mode:{m.id}" for m in method.modes]
    assert [box.position for box in agenda] == list(range(len(agenda)))
    assert all(box.minutes >= 5 and box.title for box in agenda)
    assert (agenda[0].kind, agenda[-1].kind) == ("welcome", "closing")


def test_before_it_begins_nothing_runs() -> None:
    agenda = boxes(10, 20)
    now = pace(agenda, NINE)
    assert (now.box, now.following, now.running, now.behind) == (None, agenda[0], False, 0)
    assert pace((), NINE).following is None
    assert advanced((), NINE) == paused((), NINE) == extended((), 5) == ()


def test_on_time_ahead_and_behind() -> None:
    agenda = walked(boxes(10, 20, 30), 10)
    assert pace(agenda, after(25)).behind == 0
    assert pace(agenda, after(25)).left == 5 * 60
    assert pace(agenda, after(34)).minutes_behind == 4
    assert pace(agenda, after(34)).left == -4 * 60
    assert pace(walked(boxes(10, 20, 30), 7), after(8)).minutes_behind == -3
    assert pace(walked(boxes(10, 20, 30), 12), after(13)).minutes_behind == 2


def test_less_than_a_minute_is_on_time() -> None:
    agenda = walked(boxes(10, 20))
    assert pace(agenda, after(10.9)).minutes_behind == 0
    assert pace(walked(boxes(10, 20), 9.1), after(9.2)).minutes_behind == 0


def test_five_minutes_more_make_the_end_later_until_something_is_shortened() -> None:
    agenda = walked(boxes(10, 20, 30))
    agenda = put(agenda, extended(agenda, 5))
    assert pace(agenda, after(3)).minutes_behind == 5
    assert pace(agenda, after(3)).left == 12 * 60
    agenda = put(agenda, shortened(to_shorten(agenda, after(3))))
    assert pace(agenda, after(3)).behind == 0


def test_a_pause_does_not_count() -> None:
    agenda = walked(boxes(10, 20))
    agenda = put(agenda, paused(agenda, after(4)))
    assert not pace(agenda, after(50)).running
    assert pace(agenda, after(50)).left == 6 * 60
    agenda = put(agenda, paused(agenda, after(60)))
    assert pace(agenda, after(61)).left == 5 * 60


def test_going_on_after_a_pause_stays_in_the_box() -> None:
    agenda = walked(boxes(10, 20))
    agenda = put(agenda, paused(agenda, after(4)))
    agenda = put(agenda, advanced(agenda, after(9)))
    now = pace(agenda, after(10))
    assert (now.box and now.box.id, now.running, now.left) == ("0", True, 5 * 60)


def test_the_last_box_ends_and_what_was_really_spent_is_kept() -> None:
    agenda = walked(boxes(10, 20), 12, 30)
    assert [box.spent for box in agenda] == [12 * 60, 18 * 60]
    assert all(box.since is None for box in agenda)
    assert not pace(agenda, after(31)).running


def test_a_box_that_was_passed_at_once_is_still_known_to_have_been() -> None:
    agenda = walked(boxes(10, 20, 30), 0, 0)
    assert pace(agenda, after(1)).box == agenda[2]


def test_a_clock_left_running_overnight_has_not_counted_the_night() -> None:
    agenda = walked(boxes(10, 20))
    later = NINE + FORGOTTEN + timedelta(minutes=1)
    assert not pace(agenda, later).running
    assert pace(agenda, later).behind == 0
    agenda = put(agenda, advanced(agenda, later))
    assert pace(agenda, later + timedelta(minutes=2)).left == 8 * 60


def test_a_clock_set_back_does_no_harm() -> None:
    assert pace(walked(boxes(10, 20)), after(-30)).left == 10 * 60


def test_a_break_is_never_cut_below_half() -> None:
    agenda = walked((*boxes(10), *(replace(b, id="b", position=1) for b in boxes(10, kind="break"))))
    assert [(box.id, cut) for box, cut in to_shorten(agenda, after(60))] == [("b", 5)]


def test_what_takes_most_is_shortened_first() -> None:
    agenda = walked(boxes(10, 10, 60, 30))
    assert [(box.id, cut) for box, cut in to_shorten(agenda, after(20))] == [("2", 10)]


def test_lunch_is_never_cut_below_half_either() -> None:
    agenda = walked((*boxes(10), *(replace(b, id="l", position=1) for b in boxes(40, kind="lunch"))))
    assert [(box.id, cut) for box, cut in to_shorten(agenda, after(60))] == [("l", 20)]


def test_few_boxes_are_shortened_rather_than_many_by_a_little() -> None:
    agenda = walked(boxes(10, 10, 10, 10, 30))
    assert [(box.id, cut) for box, cut in to_shorten(agenda, after(16))] == [("4", 6)]
    assert [(box.id, cut) for box, cut in to_shorten(agenda, after(24))] == [("1", 2), ("4", 12)]


def test_a_short_delay_is_not_worth_a_word() -> None:
    assert to_shorten(walked(boxes(10, 60)), after(12.9)) == ()
    assert [cut for _, cut in to_shorten(walked(boxes(10, 60)), after(13))] == [3]
    assert [cut for _, cut in to_shorten(walked(boxes(10, 60)), after(13.9))] == [3]


def test_lunch_and_a_break_are_told_apart(method: Method) -> None:
    pauses = [(b.kind, b.minutes) for b in preset_agenda(method.agenda[2], method, "r", WORDS) if b.kind in PAUSES]
    assert pauses == [("break", 15), ("lunch", 45), ("break", 15)]


agendas = st.lists(st.tuples(st.integers(0, 90), st.sampled_from(["", *PAUSES])), min_size=1, max_size=12).map(
    lambda found: tuple(
        AgendaBox(id=str(n), assessment_id="r", position=n, kind=kind, title="", minutes=m)
        for n, (m, kind) in enumerate(found)
    )
)


@given(agendas, st.lists(st.integers(0, 40), max_size=6), st.integers(0, 100))
def test_a_proposal_is_never_more_than_the_delay_nor_than_there_is(plan: Agenda, steps: list[int], late: int) -> None:
    times = [sum(steps[: n + 1]) for n in range(len(steps))]
    agenda, now = walked(plan, *times), after(sum(steps) + late)
    behind = pace(agenda, now).behind
    cuts = to_shorten(agenda, now)
    taken = sum(minutes for _, minutes in cuts)
    assert taken * 60 <= max(behind, 0)
    for box, minutes in cuts:
        least = 0.5 if box.kind in PAUSES else 0.6
        assert allowance(box) - minutes >= max(least * box.minutes, 3)
        assert minutes > 0
    relieved = pace(put(agenda, shortened(cuts)), now)
    assert relieved.behind == behind - taken * 60


@given(agendas, st.lists(st.integers(0, 40), max_size=14))
def test_what_was_spent_adds_up_to_the_time_that_passed(plan: Agenda, steps: list[int]) -> None:
    times = [sum(steps[: n + 1]) for n in range(min(len(steps), len(plan)))]
    agenda = walked(plan, *times)
    spent = sum(box.spent for box in agenda)
    assert abs(spent - sum(steps[: len(times)]) * 60) <= len(plan)


@given(agendas, st.lists(st.integers(0, 40), max_size=6), st.integers(0, 100))
def test_a_proposal_takes_all_that_can_be_had_of_the_delay(plan: Agenda, steps: list[int], late: int) -> None:
    times = [sum(steps[: n + 1]) for n in range(len(steps))]
    agenda, now = walked(plan, *times), after(sum(steps) + late)
    cuts = to_shorten(agenda, now)
    left = pace(put(agenda, shortened(cuts)), now).minutes_behind
    assert not cuts or left == 0 or to_shorten(put(agenda, shortened(cuts)), now) == ()


@given(agendas, st.integers(0, 300), st.integers(1, 60))
def test_time_makes_it_later_once_the_box_is_used_up_and_never_earlier(plan: Agenda, at: int, more: int) -> None:
    agenda = walked(plan)
    over = max(at - plan[0].minutes, 0)
    assume(at + more < FORGOTTEN.total_seconds() / 60)
    assert pace(agenda, after(at)).behind == over * 60
    assert pace(agenda, after(at + more)).behind >= over * 60


@given(agendas.filter(lambda plan: len(plan) > 1), st.integers(0, 90))
def test_a_box_that_ended_early_is_ahead_and_one_that_ended_late_is_behind(plan: Agenda, ended: int) -> None:
    assume(ended > 0)
    behind = pace(walked(plan, ended), after(ended)).behind
    assert behind == (ended - plan[0].minutes) * 60


@given(agendas, st.integers(0, 200), st.randoms(use_true_random=False))
def test_the_order_of_what_is_to_come_makes_no_difference_to_the_pace(plan: Agenda, at: int, chance: Random) -> None:
    agenda = walked(plan)
    to_come = list(agenda[1:])
    chance.shuffle(to_come)
    other = (agenda[0], *to_come)
    assert pace(other, after(at)).behind == pace(agenda, after(at)).behind
    taken = [sum(cut for _, cut in to_shorten(boxes, after(at))) for boxes in (agenda, other)]
    assert taken[0] == taken[1]


def test_the_room_reads_the_plan_and_nothing_of_the_clock() -> None:
    agenda = walked(boxes(10, 20), 50)
    assert room_agenda(agenda, WORDS) == (("10 min", "Box 0"), ("20 min", "Box 1"))


def test_what_boxes_usually_take_is_their_median() -> None:
    assert usual_minutes({"welcome": [60, 600, 660], "break": [20]}) == {"welcome": 10, "break": 1}
