"""Several actions moved by a week in one act, with what waits for them."""

from __future__ import annotations

from datetime import date

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from desktop.console.plan.action_list import ActionList
from desktop.console.plan.page import PlanPage
from desktop.console.steps import Step
from models.engagement.engagement import Action
from models.plan.plan import make_wait
from models.values.sentence import act_called
from models.values.terms import Progress

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
DUE = (date(2026, 12, 4), date(2026, 12, 11), None, date(2027, 1, 8), date(2027, 1, 15), date(2027, 1, 22))
"""Of the actions numbered 1 to 6: the fourth waits for the first, the fifth for the fourth, the sixth, done, too."""


@pytest.fixture
def planned(facilitator: Facilitator) -> Facilitator:
    facilitator.begins("Harbour Trust", "Berth planner")
    scope, phase = facilitator.session.current.assessment, facilitator.session.method.phases[0].id
    actions = [
        Action(
            id=f"{n}" * 32,
            assessment_id=scope.id,
            position=n,
            title=f"Action of {n}",
            due=day,
            phase=phase,
            progress=Progress.DONE if n == len(DUE) else Progress.NOT_STARTED,
        )
        for n, day in enumerate(DUE, 1)
    ]
    facilitator.session.edit(act_called("Plan"), *actions)
    for waits, after in ((4, 1), (5, 4), (6, 4)):
        facilitator.session.edit(
            act_called("Order"), make_wait(facilitator.session.current, f"{waits}" * 32, f"{after}" * 32)
        )
    facilitator.goes_to(Step.PLAN)
    facilitator.presses_key(Qt.Key.Key_2)
    page = facilitator.window.pages[Step.PLAN]
    assert isinstance(page, PlanPage)
    page.show_action("1" * 32)
    return facilitator


def due(planned: Facilitator) -> list[tuple[int, int] | None]:
    actions = sorted(planned.engagement.current.actions, key=lambda a: a.position)
    return [(a.due.month, a.due.day) if a.due else None for a in actions]


BEFORE = [(12, 4), (12, 11), None, (1, 8), (1, 15), (1, 22)]


def chosen(planned: Facilitator) -> list[str]:
    found = planned.finds(ActionList, "Actions")
    return sorted(str(index.data())[0] for index in found.selectedIndexes())


def test_two_and_those_that_wait_move_with_a_key_in_one_act_that_says_so(planned: Facilitator) -> None:
    assert due(planned) == BEFORE
    planned.presses_key(Qt.Key.Key_Down, SHIFT)
    assert chosen(planned) == ["1", "2"]
    assert "2 chosen" in planned.reads()
    planned.presses_key(Qt.Key.Key_Right, ALT)

    assert due(planned) == [(12, 11), (12, 18), None, (1, 15), (1, 22), (1, 22)]
    assert "Moved 2 actions and 2 that wait for them by a week." in planned.reads()
    assert str(planned.session.labels.undo) == "Move 4 actions a week later"
    assert chosen(planned) == ["1", "2"], "they can be moved on"
    planned.presses_key(Qt.Key.Key_Z, CTRL)
    planned.waits_until(lambda: due(planned) == BEFORE)
    assert "Moved" not in planned.reads()


def test_one_more_is_chosen_with_a_key_and_moved_back_without_what_waits(planned: Facilitator) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        planned.presses_key(key, CTRL)
    assert len(chosen(planned)) == 2
    number = int(next(n for n in chosen(planned) if n != "1"))
    planned.finds(QCheckBox, "With what waits for them").click()
    planned.presses("A week earlier")

    moved = [n for n, (old, new) in enumerate(zip(BEFORE, due(planned), strict=True), 1) if old != new]
    assert set(moved) == {1, number} - {3, 6}
    assert due(planned)[0] == (11, 27)
    assert planned.finds(ActionList, "Actions").hasFocus()


def test_what_has_no_date_or_is_done_stays_and_is_said(planned: Facilitator) -> None:
    planned.presses_key(Qt.Key.Key_A, CTRL)
    assert len(chosen(planned)) == 6
    planned.presses("A week later")

    assert due(planned) == [(12, 11), (12, 18), None, (1, 15), (1, 22), (1, 22)]
    assert "Moved 4 actions by a week. 1 has no date. 1 is done and stays." in planned.reads()


def test_several_are_chosen_with_the_mouse_and_one_alone_moves_with_those_that_wait(planned: Facilitator) -> None:
    found = planned.finds(ActionList, "Actions")
    place = found.visualRect(found.currentIndex().siblingAtRow(1)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    assert len(chosen(planned)) == 2
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert len(chosen(planned)) == 1
    page = planned.window.pages[Step.PLAN]
    assert isinstance(page, PlanPage)
    page.show_action("4" * 32)
    planned.presses_key(Qt.Key.Key_Right, ALT)
    assert "Moved 1 action and 1 that waits for it by a week." in planned.reads()


def test_the_keys_are_told(planned: Facilitator) -> None:
    planned.types("?")
    assert {"In the list", "What is chosen a week later, a week earlier"} <= set(planned.reads().splitlines())
