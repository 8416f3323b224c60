"""Owner and date of agreed actions, one after the other in the list, by the keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.plan.page import PlanPage
from desktop.console.steps import Step
from desktop.view_models.planning import Part
from desktop.view_models.room.pages import RoomCommitment
from models.engagement.engagement import Action
from models.values.sentence import act_called
from models.values.terms import Decision


def in_the_list(facilitator: Facilitator, bare: int) -> tuple[PlanPage, list[str]]:
    """The sample's plan as a list, in which only the first so many agreed actions have no owner and no date."""
    facilitator.opens_the_sample()
    session = facilitator.session
    facilitator.goes_to(Step.PLAN)
    page = facilitator.window.page
    assert isinstance(page, PlanPage)
    agreed = [row.action for row in page.model.rows() if row.part is Part.ACCEPTED and row.action]
    boss = session.people()[0].id
    emptied = (replace(one, owner_id="", due=None) for one in agreed[:bare])
    filled = (replace(one, owner_id=boss, due=date(2027, 1, 4)) for one in agreed[bare:])
    session.edit(act_called("Bare"), *emptied, *filled)
    facilitator.types("2")
    page.show_action(agreed[0].id)
    page.take_keys()
    return page, [one.id for one in agreed[:bare]]


def action(facilitator: Facilitator, action_id: str) -> Action:
    return next(a for a in facilitator.session.current.actions if a.id == action_id)


def test_enter_in_the_date_goes_on_to_the_next_without_owner_or_date(facilitator: Facilitator) -> None:
    page, keys = in_the_list(facilitator, 2)
    people = {person.id: person.name for person in facilitator.session.people()}

    for key in keys:
        assert page.list.hasFocus()
        facilitator.presses_key(Qt.Key.Key_Return)
        facilitator.types("gar")
        facilitator.presses_key(Qt.Key.Key_Return)
        facilitator.types("15 jan")
        facilitator.presses_key(Qt.Key.Key_Return)
        assert people[action(facilitator, key).owner_id].startswith("Gareth")
        assert action(facilitator, key).due is not None

    before = facilitator.session.engagement
    assert page.list.hasFocus()
    facilitator.presses_key(Qt.Key.Key_Down)
    assert facilitator.session.engagement is before, "an arrow chooses, and changes nothing"


def test_a_date_that_is_not_understood_keeps_the_keyboard(facilitator: Facilitator) -> None:
    page, (key, _) = in_the_list(facilitator, 2)
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.types("soonish")
    for _ in range(2):
        facilitator.presses_key(Qt.Key.Key_Return)
        assert page.detail.fields.due.hasFocus()
        assert page.detail.fields.due.text() == "soonish"
    facilitator.presses_key(Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    assert action(facilitator, key).due is None


def test_after_the_last_the_keyboard_stays_on_it(facilitator: Facilitator) -> None:
    page, (key,) = in_the_list(facilitator, 1)
    facilitator.presses_key(Qt.Key.Key_F5)
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.types("gar")
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.types("15 jan")
    facilitator.presses_key(Qt.Key.Key_Return)
    assert page.list.hasFocus()
    control = facilitator.room
    shown = control.presenter.view.page
    assert isinstance(shown, RoomCommitment)
    assert action(facilitator, key).decision is Decision.ACCEPTED
    assert shown.owner.startswith("Gareth"), shown
