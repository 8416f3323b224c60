"""The second half of a workshop by keyboard alone: every register, every gate, 15 points, a plan, and the close."""

from __future__ import annotations

from datetime import date

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from desktop.console.plan.page import PlanPage
from desktop.console.playbook.activity_form import ActivityForm
from desktop.console.playbook.page import PlaybookPage
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.steps import Step
from models.engagement.engagement import Stakeholder
from models.plan.plan import accepted_actions
from models.playbook.phases import ItemState, item_state, phase_progress
from models.readiness.readiness import VerdictKind, verdict
from models.values.sentence import act_called
from models.values.terms import GateDecision, Group

TYPED = {
    "text": "As it was said",
    "number": "1.2k",
    "percent": "2,5 %",
    "money": "45k",
    "days": "2 weeks",
    "date": "12 mar",
    "person": "an ru",
    "reference": "As it",
    "part": "a",
}
"""What somebody types into a column of each kind; into one with choices, one that leaves nothing open."""


@pytest.fixture
def prepared(facilitator: Facilitator) -> Facilitator:
    """An engagement with two people, set up the day before; one sign rated severe in the morning."""
    facilitator.begins("Harbour Trust", "Berth planner")
    names = (("Ana Ruiz", Group.BUSINESS), ("Ben Okoro", Group.TECHNOLOGY))
    for place, (name, group) in enumerate(names):
        person = Stakeholder(engagement_id=facilitator.engagement.id, position=place, name=name, group=group)
        facilitator.session.edit(act_called("Add"), person)
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.types("3")
    return facilitator


def page(at: Facilitator) -> PlaybookPage:
    found = at.window.pages[Step.PLAYBOOK]
    assert isinstance(found, PlaybookPage)
    return found


def tabs_to(at: Facilitator, name: str) -> QComboBox:
    for _ in range(80):
        widget = at.keyboard_goes_to()
        if isinstance(widget, QComboBox) and widget.accessibleName() == name:
            return widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {name!r}")


def typed_for(at: Facilitator, of: RegisterTable, column: int) -> str:
    place = of.sheet.places[column]
    if place.kind != "choice":
        return TYPED[place.kind]
    found = next(c for c in of.sheet.register.columns if c.id == place.id)
    return (found.settled or found.choices)[0]


def fills(at: Facilitator, of: RegisterTable) -> None:
    """A line where there is none yet; else what the first one lacks. Enter then leads on."""
    carried = bool(of.sheet.rows)
    if carried and of.sheet.has_foot:
        at.presses_key(Qt.Key.Key_Up)
    for column in range(len(of.sheet.places)):
        if column:
            at.presses_key(Qt.Key.Key_Tab)
        if not (carried and of.sheet.value(0, column)) and (of.sheet.places[column].kind != "part" or column == 1):
            at.types(typed_for(at, of, column))
    while at.window.focusWidget() is of or of.isAncestorOf(at.keyboard_goes_to()):
        at.presses_key(Qt.Key.Key_Return)


def goes_through_the_playbook(at: Facilitator) -> None:
    at.goes_to(Step.PLAYBOOK)
    at.presses_key(Qt.Key.Key_Return)
    while at.window.step is Step.PLAYBOOK:
        part = page(at).part
        if isinstance(part, ActivityForm):
            for of in tuple(part.tables):
                fills(at, of)
            assert page(at).part is not part, "Enter on the last empty line leads on"
            continue
        at.types("p")
        decider = tabs_to(at, "Decided by")
        assert isinstance(decider, QComboBox)
        at.chooses_in(decider, decider.itemText(1))
        at.presses_key(Qt.Key.Key_Escape)
        at.presses_key(Qt.Key.Key_PageDown)
        if at.window.step is Step.PLAYBOOK and isinstance(page(at).part, ActivityForm):
            at.presses_key(Qt.Key.Key_Return)


def judges_the_points(at: Facilitator) -> None:
    assert at.window.step is Step.READINESS
    while at.window.step is Step.READINESS:
        at.types("ce")
        at.types("Seen today")
        at.presses_key(Qt.Key.Key_Escape)
        at.presses_key(Qt.Key.Key_PageDown)


def agrees_the_plan(at: Facilitator) -> None:
    assert at.window.step is Step.PLAN
    plan = at.window.pages[Step.PLAN]
    assert isinstance(plan, PlanPage)
    while plan.decide_view.model.shown() is not None:
        at.types("aana")
        at.presses_key(Qt.Key.Key_Tab)
        at.types("12 mar")
        at.presses_key(Qt.Key.Key_Return)


def test_from_the_first_phase_to_the_close_without_the_mouse(prepared: Facilitator) -> None:
    goes_through_the_playbook(prepared)
    method, engagement = prepared.session.method, prepared.engagement
    states = {key: item_state(method, engagement, item) for key, item in method.items.items()}
    assert [key for key, state in states.items() if state is not ItemState.DONE] == []
    ana = engagement.stakeholders[0].id
    gates = [phase_progress(method, engagement, phase).gate for phase in method.phases]
    assert [(g.decision, g.decided_by, g.decided_on) for g in gates] == [(GateDecision.PASSED, ana, date.today())] * 5

    judges_the_points(prepared)
    assert verdict(method, prepared.engagement.current.judgements, date.today()).kind is VerdictKind.GO

    agrees_the_plan(prepared)
    actions = accepted_actions(prepared.engagement.current)
    assert actions
    assert all(action.owner_id == ana and action.due for action in actions)

    prepared.goes_to(Step.CLOSING)
    assert "Every high gap has an owner and a date" in prepared.reads()
    prepared.waits_until(lambda: "What does not add up" in prepared.reads())
    prepared.types("c")
    prepared.waits_until_saved()
    assert prepared.engagement.current.assessment.closed_on == date.today()
