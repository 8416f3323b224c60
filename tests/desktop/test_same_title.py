"""A title is one line, and an action does not bear another's without a word."""

from __future__ import annotations

from decimal import Decimal

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.console.plan.page import PlanPage
from desktop.console.steps import Step
from models.engagement.engagement import Action
from models.values.sentence import act_called
from models.values.terms import Decision

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NOTE = "The same as 5: open it, or keep both?"


@pytest.fixture
def planned(facilitator: Facilitator) -> Facilitator:
    """One action of the room's own, numbered 5, and the keyboard in the title of the next."""
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_3)
    current = facilitator.session.current
    own = Action(
        id="5" * 32,
        assessment_id=current.assessment.id,
        position=5,
        title="Name one owner",
        phase=facilitator.session.method.phases[0].id,
        effort_high=Decimal(3),
    )
    facilitator.session.edit(act_called("Plan"), own)
    facilitator.goes_to(Step.PLAN)
    facilitator.presses_key(Qt.Key.Key_2)
    facilitator.types("n")
    return facilitator


def titles(planned: Facilitator) -> list[tuple[int, str]]:
    agreed = (a for a in planned.engagement.current.actions if a.decision is Decision.ACCEPTED)
    return sorted((action.position, action.title) for action in agreed)


def page(planned: Facilitator) -> PlanPage:
    found = planned.window.pages[Step.PLAN]
    assert isinstance(found, PlanPage)
    return found


def test_the_same_title_is_said_under_the_field_and_the_other_opened_with_a_key(planned: Facilitator) -> None:
    planned.types("name one Owner")
    assert NOTE in planned.reads()
    planned.presses_key(Qt.Key.Key_O, ALT)

    assert titles(planned) == [(5, "Name one owner")], "what held nothing else is gone"
    assert planned.field("Action").toPlainText() == "Name one owner"
    planned.presses_key(Qt.Key.Key_Z, CTRL)
    planned.waits_until(lambda: titles(planned) == [(5, "Name one owner"), (6, "name one Owner")])


def test_both_are_kept_with_a_key_and_it_is_not_said_again(planned: Facilitator) -> None:
    planned.types("Name one owner.")
    assert NOTE in planned.reads()
    planned.presses_key(Qt.Key.Key_K, ALT)

    assert NOTE not in planned.reads()
    assert planned.finds(type(page(planned).detail.fields.owner), "Owner").hasFocus()
    page(planned).show_action("5" * 32)
    assert "The same as" not in planned.reads()
    assert titles(planned) == [(5, "Name one owner"), (6, "Name one owner.")]


def test_what_holds_more_than_its_title_stays_when_the_other_is_opened(planned: Facilitator) -> None:
    planned.types("Name one owner")
    planned.types_into("Done when", "It is signed")
    planned.presses("Open it")

    assert planned.field("Action").toPlainText() == "Name one owner"
    assert titles(planned) == [(5, "Name one owner"), (6, "Name one owner")]
    assert "The same as 6: open it, or keep both?" in planned.reads()


def test_the_title_of_a_proposal_is_no_news_either(planned: Facilitator) -> None:
    proposal = page(planned).model.proposals()[0]
    planned.types(proposal.title)
    assert "The same as a proposal: open it, or keep both?" in planned.reads()
    planned.presses("Open it")

    assert titles(planned) == [(5, "Name one owner")]
    assert proposal.done_when in planned.reads()


def test_another_title_says_nothing(planned: Facilitator) -> None:
    planned.types("Name one owner and a stand-in")
    assert "The same as" not in planned.reads()
    planned.presses_key(Qt.Key.Key_O, ALT)
    assert len(titles(planned)) == 2


def test_enter_in_a_title_moves_on_and_line_ends_become_spaces(planned: Facilitator) -> None:
    QGuiApplication.clipboard().setText("Sign\r\nthe mandate\n\twith both directors\n")
    planned.presses_key(Qt.Key.Key_V, CTRL)
    planned.presses_key(Qt.Key.Key_Return)

    assert titles(planned)[1][1] == "Sign the mandate  with both directors"
    assert planned.finds(type(page(planned).detail.fields.owner), "Owner").hasFocus()
    planned.field("Short name").setFocus()
    QGuiApplication.clipboard().setText("Both\nsign")
    planned.presses_key(Qt.Key.Key_V, CTRL)
    assert next(a.short for a in planned.engagement.current.actions if a.position == 6) == "Both sign"
