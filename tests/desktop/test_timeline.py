"""The timeline worked on: an action dragged or moved by key, undone with one; what does not hold; phases folded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.console.plan.calendar.row import CalendarRow, PhaseRow
from desktop.console.plan.headline import timeline_headline
from desktop.console.plan.page import PlanPage
from desktop.console.steps import Step
from models.engagement.engagement import Action
from models.plan.plan import waits_for
from models.values.sentence import act_called
from models.values.terms import Progress

ALT, SHIFT, CONTROL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def planning(facilitator: Facilitator) -> Facilitator:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PLAN)
    facilitator.presses_key(Qt.Key.Key_4)
    return facilitator


def page(planning: Facilitator) -> PlanPage:
    found = planning.window.pages[Step.PLAN]
    assert isinstance(found, PlanPage)
    return found


def action(planning: Facilitator, number: int) -> Action:
    return next(line.action for line in page(planning).model.lines() if line.number == number)


def day_of(planning: Facilitator, number: int) -> date:
    due = action(planning, number).due
    assert due is not None
    return due


def drawn(planning: Facilitator, number: int) -> CalendarRow:
    rows = page(planning).timeline.chart._rows
    return next(row for row in rows if isinstance(row, CalendarRow) and row.number == str(number))


def drags(planning: Facilitator, number: int, days: int, held: Qt.KeyboardModifier, *, drops: bool = True) -> None:
    """Takes a bar by its end and holds it so many days further right."""
    chart, calendar = page(planning).timeline.chart, page(planning).timeline._made.calendar
    taken = chart.bar_end(action(planning, number).id) - QPoint(3, 0)
    before = day_of(planning, number)
    far = chart._x(calendar.at(before + timedelta(days))) - chart._x(calendar.at(before))
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, held, taken)
    for part in (0.4, 1.0):
        QTest.mouseMove(chart, taken + QPoint(round(far * part), 0))
    if drops:
        QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, held, taken + QPoint(round(far), 0))


def test_a_bar_that_is_dragged_takes_its_day_along_and_one_undo_brings_it_back(planning: Facilitator) -> None:
    before, other = day_of(planning, 2), day_of(planning, 3)
    acts = str(planning.session.labels.undo)
    drags(planning, 2, 24, Qt.KeyboardModifier.NoModifier, drops=False)
    assert day_of(planning, 2) == before, "nothing is changed before it is let go"
    assert str(planning.session.labels.undo) == acts
    assert drawn(planning, 2).said != f"{before.day} Jan"
    chart = page(planning).timeline.chart
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=chart.bar_end(action(planning, 2).id) - QPoint(3, 0))

    assert timedelta(20) <= day_of(planning, 2) - before <= timedelta(28)
    assert day_of(planning, 2).weekday() < 5, "a working day"
    assert day_of(planning, 3) == other, "what waits for it stays"
    assert str(planning.session.labels.undo) == "Move 1 action to another day"
    assert "starts" in drawn(planning, 3).trouble
    assert "before 2 ends" in drawn(planning, 3).trouble
    assert "one starts too soon" in planning.reads()
    planning.presses_key(Qt.Key.Key_Z, CONTROL)
    planning.waits_until(lambda: day_of(planning, 2) == before)


def test_with_shift_what_waits_for_it_comes_along_and_a_gate_holds(planning: Facilitator) -> None:
    """Action 16 is what 18 waits for, and 18 is asked for by a gate."""
    gates = planning.engagement.current.conditions
    assert action(planning, 16).id in waits_for(planning.engagement.current, action(planning, 18).id)
    before = day_of(planning, 16), day_of(planning, 18)
    planning.presses_key(Qt.Key.Key_Down)
    page(planning).show_action(action(planning, 16).id)
    planning.presses_key(Qt.Key.Key_Right, ALT | SHIFT)

    week = timedelta(7)
    assert (day_of(planning, 16), day_of(planning, 18)) == (before[0] + week, before[1] + week)
    assert planning.engagement.current.conditions == gates
    assert "Moved 1 action and 1 that waits for it by a week." in planning.reads()
    assert drawn(planning, 18).trouble == "8 days too late for its gate"
    planning.presses_key(Qt.Key.Key_Left, ALT)
    assert (day_of(planning, 16), day_of(planning, 18)) == (before[0], before[1] + week)


def test_escape_lets_go_of_a_bar_that_is_held(planning: Facilitator) -> None:
    before = day_of(planning, 2)
    drags(planning, 2, 40, Qt.KeyboardModifier.NoModifier, drops=False)
    planning.presses_key(Qt.Key.Key_Escape)
    assert drawn(planning, 2).said == f"{before.day} Jan"
    chart = page(planning).timeline.chart
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() - 20, 200))
    assert day_of(planning, 2) == before


def test_a_phase_is_folded_by_key_and_by_hand_and_its_days_stay_in_sight(planning: Facilitator) -> None:
    page(planning).show_action(action(planning, 2).id)
    every = len(page(planning).timeline.chart._rows)
    planning.presses_key(Qt.Key.Key_Left)
    rows = page(planning).timeline.chart._rows
    folded = next(row for row in rows if isinstance(row, PhaseRow) and row.folded)
    assert len(rows) == every - int(folded.count)
    assert folded.said == "27 Nov – 14 May"
    assert folded.dots
    planning.presses_key(Qt.Key.Key_Down)
    assert page(planning)._chosen != action(planning, 2).proposal, "the next one in sight"
    chart = page(planning).timeline.chart
    place = chart._row(list(rows).index(folded)).center()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(40, place.y()))
    assert len(page(planning).timeline.chart._rows) == every


def test_a_row_says_what_is_late_what_is_waited_for_and_what_has_no_day(planning: Facilitator) -> None:
    late = (date.today() - day_of(planning, 1)).days
    assert drawn(planning, 1).trouble == ("" if late <= 0 else f"{late} day{'s' * (late > 1)} overdue")
    assert drawn(planning, 19).beside == "after 11"
    assert (drawn(planning, 22).said, drawn(planning, 22).dated) == ("no date yet", False)


def test_what_is_due_after_the_target_is_not_counted_as_leading_to_it(planning: Facilitator) -> None:
    engagement, lines = planning.engagement, page(planning).model.lines()
    wanted = date.today() + timedelta(365)
    early = [replace(line.action, due=wanted) for line in lines]
    planning.session.edit(act_called("Dates"), replace(engagement.pilot, target_date=wanted), *early)
    assert "due after that" not in timeline_headline(page(planning).model), "on the day is by the day"
    planning.session.edit(act_called("Late"), *(replace(one, due=wanted + timedelta(1)) for one in early[:2]))
    assert "two due after that" in timeline_headline(page(planning).model)
    done = replace(early[0], due=wanted + timedelta(1), progress=Progress.DONE)
    planning.session.edit(act_called("Done"), done)
    assert "one due after that" in timeline_headline(page(planning).model)
