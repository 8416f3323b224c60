"""The closing page: every high gap is listed, each leads to where it is settled, and going on needs a reason."""

from __future__ import annotations

from datetime import date

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.console.steps import Step


@pytest.fixture
def closing(facilitator: Facilitator) -> Facilitator:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_3)
    facilitator.waits_until_saved()
    facilitator.goes_to(Step.CLOSING)
    return facilitator


def close_button(closing: Facilitator) -> QPushButton:
    return closing.finds(QPushButton, "Close the workshop")


def test_a_high_gap_is_listed_and_leads_to_its_sign(closing: Facilitator) -> None:
    title = closing.session.method.signs[0].title
    assert "1 high gap without an owner or a date" in closing.reads()
    assert f"{title}  ·  no action" in closing.reads().replace("\u200b", "")

    closing.presses(f"Go to: {title}  ·  no action")

    assert closing.window.step is Step.DIAGNOSE


def test_closing_with_a_gap_needs_a_reason_which_is_kept(closing: Facilitator) -> None:
    assert not close_button(closing).isEnabled()
    closing.presses_key(Qt.Key.Key_C)
    assert closing.session.current.assessment.closed_on is None
    closing.presses_key(Qt.Key.Key_Escape)

    closing.presses_key(Qt.Key.Key_W)
    closing.types("The sponsor had to leave")
    assert close_button(closing).isEnabled()
    closing.presses_key(Qt.Key.Key_Escape)
    closing.presses_key(Qt.Key.Key_C)
    closing.waits_until_saved()

    assessment = closing.session.current.assessment
    assert (assessment.closed_on, assessment.closing_reason) == (date.today(), "The sponsor had to leave")
    assert "Closed all the same: The sponsor had to leave" in closing.reads().replace("\u200b", "")
    closing.presses("Open it again")
    assert closing.session.current.assessment.closed_on is None
    assert closing.field("Why the workshop is closed all the same").toPlainText() == "The sponsor had to leave"


def test_closing_without_a_reason_leads_to_where_it_is_given(closing: Facilitator) -> None:
    closing.presses_key(Qt.Key.Key_C)
    closing.types("Called away")
    assert closing.session.current.assessment.closing_reason == "Called away"


def test_an_owner_and_a_date_settle_it_and_the_workshop_closes_without_a_reason(closing: Facilitator) -> None:
    closing.goes_to(Step.PREPARE)
    closing.presses("Add a stakeholder")
    closing.types("Ana Ruiz")
    closing.goes_to(Step.PLAN)
    for _ in range(3):
        closing.presses_key(Qt.Key.Key_A)
    closing.goes_to(Step.CLOSING)
    assert "high gaps without an owner or a date" in closing.reads()

    for line in closing.window.pages[Step.PLAN].model.lines():
        closing.window.pages[Step.PLAN].model.own(line.action.id, closing.session.people()[0].id)
        closing.window.pages[Step.PLAN].model.due(line.action.id, date(2027, 3, 12))

    assert "Every high gap has an owner and a date" in closing.reads()
    closing.presses_key(Qt.Key.Key_C)
    assert closing.session.current.assessment.closed_on == date.today()


def test_a_contradiction_leads_to_its_point(closing: Facilitator) -> None:
    closing.goes_to(Step.READINESS)
    closing.presses_key(Qt.Key.Key_Down)
    closing.types("c")
    closing.goes_to(Step.CLOSING)
    closing.qtbot.wait(50)
    sentence = next(c.sentence for c in closing.window.pages[Step.CLOSING].model.contradictions())

    closing.presses(f"Go to: {sentence}")

    assert closing.window.step is Step.READINESS
