"""One order and one number for each action: in the list with its reason, in every view, and where the dates rub."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit

from desktop.console.plan.action_list import ActionList
from desktop.console.plan.action_rows import ActionRows
from desktop.console.plan.calendar.row import CalendarRow
from desktop.console.plan.page import PlanPage
from desktop.console.plan.view_choice import View
from desktop.console.steps import Step
from models.engagement.engagement import Action, Note, Pilot, Rating, Stakeholder, rating_id
from models.engagement.registers import GateCondition
from models.plan.plan import make_wait
from models.values.sentence import act_called
from models.values.terms import Answer, Decision, NoteKind, Progress

CONTROL = Qt.KeyboardModifier.ControlModifier
DUE = (date(2027, 6, 1), date(2026, 12, 4), date(2026, 12, 11), None, date(2027, 1, 8))
"""Of the actions numbered 1 to 5; the third waits for the second."""


@pytest.fixture
def planned(facilitator: Facilitator) -> Facilitator:
    """Five actions of the room's own, agreed in another order than that in which their turn comes; a sixth rejected."""
    facilitator.begins("Harbour Trust", "Berth planner")
    scope = facilitator.session.current.assessment
    ana = Stakeholder(engagement_id=facilitator.engagement.id, name="Ana Ruiz")
    phase = facilitator.session.method.phases[0].id
    actions = [
        Action(
            id=f"{n}" * 32,
            assessment_id=scope.id,
            position=n,
            title=f"Action of {n}",
            due=day,
            phase=phase,
            owner_id=ana.id,
        )
        for n, day in enumerate(DUE, 1)
    ]
    against = replace(actions[0], id="9" * 32, position=2, title="Not this", decision=Decision.REJECTED)
    held = replace(scope, held_on=date(2026, 11, 12))
    facilitator.session.edit(act_called("Plan"), held, ana, *actions, against)
    facilitator.session.edit(act_called("Order"), make_wait(facilitator.session.current, "3" * 32, "2" * 32))
    facilitator.goes_to(Step.PLAN)
    facilitator.presses_key(Qt.Key.Key_2)
    return facilitator


def page(planned: Facilitator) -> PlanPage:
    found = planned.window.pages[Step.PLAN]
    assert isinstance(found, PlanPage)
    return found


def listed(planned: Facilitator) -> list[str]:
    """The lines of the list as they are read, with the names of the parts among them."""
    model = planned.finds(ActionList, "Actions").model()
    found = []
    for place in range(model.rowCount()):
        if model.heads_part(place):  # type: ignore[attr-defined]
            found.append(model.part_title(place))  # type: ignore[attr-defined]
        found.append(model.data(model.index(place, 0)))
    return found


def numbers(planned: Facilitator) -> dict[str, int]:
    return {a.title: a.position for a in planned.engagement.current.actions}


def test_the_list_is_in_the_order_of_the_plan_with_its_waves_and_says_why(planned: Facilitator) -> None:
    assert listed(planned) == [
        "First  4",
        "2  Action of 2",
        "5  Action of 5",
        "1  Action of 1",
        "4  Action of 4",
        "Next  1",
        "3  Action of 3",
        "Rejected  1",
        "Not this",
    ]
    rule = planned.finds(ActionList, "Actions").accessibleDescription()
    assert rule.startswith("First, at most 7: what the decision rests on")
    assert "28 February 2027" in rule


def test_what_the_decision_rests_on_comes_first_with_a_key_and_with_what_it_waits_for(planned: Facilitator) -> None:
    page(planned).show_action("3" * 32)
    planned.types("d")
    assert listed(planned)[:3] == ["First  5", "2  Action of 2", "3  Action of 3"]
    tick = planned.finds(QCheckBox, "The decision rests on this")
    assert tick.isChecked()
    tick.click()
    assert not any(action.decisive for action in planned.engagement.current.actions)
    planned.presses_key(Qt.Key.Key_Z, CONTROL)
    planned.waits_until(lambda: planned.finds(QCheckBox, "The decision rests on this").isChecked())


def test_an_effort_reads_as_one_line(planned: Facilitator) -> None:
    low = planned.finds(QLineEdit, "Effort, low, days")
    low.setText("1")
    planned.comes_to_rest()
    one = low.width()
    assert one < low.fontMetrics().horizontalAdvance("1 to 2")
    low.setText("12")
    planned.comes_to_rest()
    assert low.width() > one


def test_the_actions_are_numbered_in_this_order_in_one_act_that_can_be_undone(planned: Facilitator) -> None:
    before, rows = numbers(planned), planned.finds(ActionList, "Actions")
    planned.comes_to_rest()
    place = rows.mapToGlobal(QPoint())
    planned.presses("Number the actions in this order")
    assert numbers(planned) == {
        "Action of 2": 1,
        "Action of 5": 2,
        "Action of 1": 3,
        "Action of 4": 4,
        "Action of 3": 5,
        "Not this": 2,
    }
    assert listed(planned)[1:4] == ["1  Action of 2", "2  Action of 5", "3  Action of 1"]
    assert "Number anew" not in planned.reads(), "they are"
    planned.comes_to_rest()
    assert rows.mapToGlobal(QPoint()) == place, "what is read does not jump"
    planned.presses_key(Qt.Key.Key_Z, CONTROL)
    planned.waits_until(lambda: numbers(planned) == before)
    assert "Number anew" in planned.reads()


def test_the_number_is_the_same_in_every_view_and_where_one_waits_for_another(planned: Facilitator) -> None:
    page(planned).show_view(View.PICTURE)
    assert {mark.title: mark.number for mark in page(planned).picture._marks}["Action of 3"] == 3
    page(planned).show_view(View.TIMELINE)
    assert "3  Action of 3: 11 December 2026" in page(planned).timeline.chart.accessibleDescription()
    page(planned).show_view(View.LOAD)
    assert "Ana Ruiz: 2, 3, 5, 1, 4" in page(planned).load.chart.accessibleDescription()
    assert "Workload   5" in planned.reads()
    page(planned).show_view(View.LIST)
    page(planned).show_action("3" * 32)
    planned.waits_until(lambda: "2  Action of 2  ·  4 December 2026" in planned.reads())


def test_the_charts_themselves_carry_the_numbers(planned: Facilitator) -> None:
    page(planned).show_view(View.LOAD)
    assert [one.text for works in page(planned).load.chart._placed for one in works][:-1] == ["2", "3", "5", "1"]
    page(planned).show_view(View.TIMELINE)
    assert ("3", "Action of 3") in {
        (row.number, row.title) for row in page(planned).timeline.chart._rows if isinstance(row, CalendarRow)
    }


def test_where_the_dates_rub_stands_below_the_timeline_the_worst_first(planned: Facilitator) -> None:
    page(planned).show_view(View.TIMELINE)
    planned.waits_until(lambda: "Where the dates rub  2" in planned.reads())
    assert "Action 3 waits for action 2, which is due on 4 December" in planned.reads()
    assert "Action 4 has no date." in planned.reads()

    condition = GateCondition(
        assessment_id=planned.session.current.assessment.id,
        phase_id="pilot-design",
        action_id="1" * 32,
        day=date(2027, 5, 1),
    )
    pilot: Pilot = replace(planned.engagement.pilot, target_date=date(2027, 6, 1))
    planned.session.edit(act_called("Gate"), condition, pilot)
    planned.waits_until(lambda: "Where the dates rub  3" in planned.reads())
    shown = planned.reads()
    backwards = shown.index("Action 1 is due on 1 June; the gate asks for it by 1 May.")
    assert backwards < shown.index("Action 3 waits") < shown.index("Action 4 has no date")

    page(planned).model.due("4" * 32, date(2027, 1, 8))
    page(planned).model.due("3" * 32, date(2027, 2, 26))
    planned.session.edit(act_called("Gate"), remove=[condition])
    assert "Where the dates rub" not in planned.reads()


def test_of_many_rubs_the_worst_are_said_and_the_rest_counted(planned: Facilitator) -> None:
    first = planned.engagement.current.actions[0]
    more = [replace(first, id=f"{n:032}", position=n, due=None, title="") for n in range(20, 30)]
    planned.session.edit(act_called("More"), *more)
    page(planned).show_view(View.TIMELINE)
    planned.waits_until(lambda: "Where the dates rub  12" in planned.reads())
    assert "and 8 more, each with its action" in planned.reads()
    assert "Action 21 has no date." in planned.reads()
    assert "Action 22 has no date." not in planned.reads()


def test_a_short_name_and_why_are_typed_and_offered_until_then(planned: Facilitator) -> None:
    method, scope = planned.session.method, planned.session.current.assessment.id
    template = next(a for a in method.actions if any(a.id in sign.actions for sign in method.signs))
    sign = next(s for s in method.signs if template.id in s.actions)
    key = rating_id(scope, sign.id)
    rating = Rating(id=key, assessment_id=scope, sign_id=sign.id, answer=Answer.SEVERE)
    note = Note(
        assessment_id=scope,
        sign_id=sign.id,
        kind=NoteKind.EVIDENCE,
        text="Nobody signs. Nor did they.",
        for_client=True,
    )
    action = Action(
        id="7" * 32, assessment_id=scope, position=7, title=template.title, proposal=template.id, phase=template.phase
    )
    planned.session.edit(act_called("Rated"), rating, note, action)
    page(planned).show_action(action.id)
    assert planned.field("Short name").placeholderText() == template.short
    assert planned.field("Why, in a line").placeholderText() == "Nobody signs."
    planned.types_into("Short name", "An owner at last, in writing, and signed")
    planned.types_into("Why, in a line", "The ticket was passed to nobody.")
    planned.waits_until_saved()
    kept = next(a for a in planned.engagement.current.actions if a.id == action.id)
    assert (kept.short, kept.why) == ("An owner at last, in writing", "The ticket was passed to nobody.")


def test_numbering_is_an_act_that_is_found_by_its_name(planned: Facilitator) -> None:
    planned.presses_key(Qt.Key.Key_K, CONTROL)
    planned.types("number the actions")
    planned.presses_key(Qt.Key.Key_Return)
    planned.waits_until(lambda: numbers(planned)["Action of 2"] == 1)


def test_the_list_says_what_is_late_and_reddens_nothing_else(planned: Facilitator) -> None:
    current, today = planned.session.current, date.today()
    of = {action.position: action for action in current.actions if action.decision is Decision.ACCEPTED}
    late, done = (replace(of[n], due=today - timedelta(days=9)) for n in (1, 2))
    nobodys = replace(of[5], owner_id="", due=today + timedelta(days=1))
    planned.session.edit(act_called("Days"), late, replace(done, progress=Progress.DONE), nobodys)
    rows = planned.window.findChildren(ActionList)[0].model()
    assert isinstance(rows, ActionRows)
    said = {row.line.number: rows.owner_and_day(row) for row in rows.rows if row.line}

    assert said[1][0] == ("Ana Ruiz", False)
    assert said[1][1][0].endswith(", 9 days overdue")
    assert said[1][1][1]
    assert said[2][1][0].endswith(", done")
    assert not said[2][1][1]
    assert said[4][1] == ("no date yet", True)
    assert said[5][0] == ("no owner yet", True)
    assert not said[5][1][1]
