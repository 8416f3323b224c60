"""The plan as a picture, along the calendar and by owner; and the order of its actions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.console.plan.page import PlanPage
from desktop.console.plan.picture.impact_picture import ImpactPicture
from desktop.console.plan.view_choice import View
from desktop.console.steps import Step
from models.engagement.engagement import Action
from models.plan.plan import waits_for


@pytest.fixture
def planning(facilitator: Facilitator) -> Facilitator:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PLAN)
    facilitator.presses_key(Qt.Key.Key_2)
    return facilitator


def page(planning: Facilitator) -> PlanPage:
    found = planning.window.pages[Step.PLAN]
    assert isinstance(found, PlanPage)
    return found


def chosen(planning: Facilitator) -> Action:
    key = page(planning)._chosen
    return next(a for a in planning.engagement.current.actions if key in (a.proposal, a.id))


def mark_of(picture: ImpactPicture, key: str) -> QPoint:
    place = [m.key for m in picture._marks].index(key)
    return picture._centres()[place].toPoint()


def drag(picture: ImpactPicture, start: QPoint, end: QPointF) -> None:
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=start)
    for step in (0.3, 0.6, 1.0):
        QTest.mouseMove(picture, (QPointF(start) + (end - QPointF(start)) * step).toPoint())
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=end.toPoint())


def test_an_action_is_dragged_where_the_room_wants_it_and_one_undo_takes_it_back(planning: Facilitator) -> None:
    planning.presses_key(Qt.Key.Key_3)
    picture, before = page(planning).picture, chosen(planning)
    drag(picture, mark_of(picture, page(planning)._chosen), picture._point(20, 12.5))
    planning.waits_until_saved()

    after = chosen(planning)
    assert after.id == before.id
    assert after.impact == pytest.approx(20, abs=2)
    assert (after.effort_low + after.effort_high) / 2 == pytest.approx(Decimal("12.5"), abs=Decimal(1))
    assert "as placed" in planning.reads()
    planning.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    planning.waits_until(lambda: chosen(planning) == before)


def test_the_picture_works_from_the_keyboard(planning: Facilitator) -> None:
    planning.presses_key(Qt.Key.Key_3)
    first = chosen(planning)
    planning.presses_key(Qt.Key.Key_Down)
    second = chosen(planning)
    assert second.id != first.id

    planning.presses_key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    planning.presses_key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    lower = chosen(planning).impact
    assert lower is not None
    planning.presses_key(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(planning).impact == lower + 5
    planning.presses_key(Qt.Key.Key_Backspace)
    assert chosen(planning).impact is None


def test_a_press_without_a_drag_only_chooses(planning: Facilitator) -> None:
    planning.presses_key(Qt.Key.Key_3)
    picture, before = page(planning).picture, planning.engagement.current.actions
    other = picture._marks[-1].key
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=mark_of(picture, other))

    assert page(planning)._chosen == other
    assert planning.engagement.current.actions == before


def test_an_action_waits_for_another_and_a_date_too_early_is_told(planning: Facilitator) -> None:
    lines = page(planning).model.lines()
    dated = [line for line in lines if line.start]
    late = max(dated, key=lambda line: line.action.due or date.min)
    early = min(dated, key=lambda line: line.start or date.max)
    page(planning).show_action(early.action.id)

    planning.chooses("Waits for", f"{late.number}  {late.action.title}")
    assert waits_for(planning.engagement.current, early.action.id) == ()
    planning.presses("Wait for the chosen action")

    assert waits_for(planning.engagement.current, early.action.id) == (late.action.id,)
    assert "By its effort it begins before that is done." in planning.reads()
    planning.presses_key(Qt.Key.Key_Escape)
    page(planning).show_view(View.TIMELINE)
    planning.waits_until(lambda: "Where the dates rub" in planning.reads())
    assert f"Action {early.number} waits for action {late.number}, which is due on" in planning.reads()
    page(planning).show_view(View.LIST)
    page(planning).show_action(late.action.id)
    other = page(planning).detail.fields.order.other
    assert early.action.id not in [other.itemData(n) for n in range(other.count())]
    page(planning).show_action(early.action.id)
    planning.comes_to_rest()
    planning.presses(f"No longer wait for {late.action.title}")
    assert waits_for(planning.engagement.current, early.action.id) == ()


def test_a_due_date_on_a_weekend_becomes_monday(planning: Facilitator) -> None:
    planning.types_into("Due", "12/12/2026")
    planning.presses_key(Qt.Key.Key_Tab)

    assert chosen(planning).due == date(2026, 12, 14)
    assert planning.field("Due").text() == "14 December 2026"


def test_from_the_timeline_to_the_fields_and_the_load_by_owner(planning: Facilitator) -> None:
    planning.presses_key(Qt.Key.Key_4)
    planning.presses_key(Qt.Key.Key_Down)
    below = chosen(planning)
    planning.presses_key(Qt.Key.Key_Return)
    assert planning.finds(type(page(planning).detail.fields.owner), "Owner").hasFocus()
    assert chosen(planning) == below

    planning.presses_key(Qt.Key.Key_Escape)
    planning.presses_key(Qt.Key.Key_5)
    assert "Days of work in actions that are not done" in planning.reads()
    load = page(planning).load.chart.accessibleDescription()
    assert all((p.name or p.role) in load for p in planning.session.people() if _owns_open(planning, p.id))


def _owns_open(planning: Facilitator, person: str) -> bool:
    return any(
        a.owner_id == person and a.decision.value == "accepted" and a.progress.value != "done"
        for a in planning.engagement.current.actions
    )


def test_a_plan_without_actions_says_what_is_to_be_done_and_leads_there(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PLAN)
    assert "Rate the warning signs under Diagnose" in facilitator.reads()

    page = facilitator.window.pages[Step.PLAN]
    (way,) = (made for made in page.findChildren(QPushButton) if made.accessibleName() == "Diagnose")
    assert way.isVisible()
    way.click()

    assert facilitator.window.step is Step.DIAGNOSE
