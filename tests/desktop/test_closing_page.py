"""The closing page: every high gap is listed, each leads to where it is settled, and going on needs a reason."""

from __future__ import annotations

from datetime import date

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.console.steps import Step
from models.engagement.engagement import Note, Stakeholder
from models.values.sentence import act_called
from models.values.terms import NoteKind


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
    assert "One high gap without an owner or a date" in closing.reads()
    assert f"{title}  ·  no action" in closing.reads().replace("\u200b", "")
    lines = [said.text() for said in closing.window.findChildren(QLabel) if "no action" in said.text()]
    assert lines
    assert not [line for line in lines if " ·" in line], "a line may end with the point, and begins with none"

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
    assert "Closed with gaps, because: The sponsor had to leave" in closing.reads().replace("\u200b", "")
    closing.presses_key(Qt.Key.Key_R)
    assert closing.session.current.assessment.closed_on == date.today()
    closing.types("A sign was forgotten")
    closing.presses("Open it again")
    assert closing.session.current.assessment.closed_on is None
    assert closing.field("Close with gaps, because").toPlainText() == "The sponsor had to leave"


def test_closing_without_a_reason_leads_to_where_it_is_given(closing: Facilitator) -> None:
    closing.presses_key(Qt.Key.Key_C)
    closing.types("Called away")
    assert closing.session.current.assessment.closing_reason == "Called away"


def test_an_owner_and_a_date_settle_it_and_the_workshop_closes_without_a_reason(closing: Facilitator) -> None:
    closing.goes_to(Step.PREPARE)
    closing.presses("Add a stakeholder")
    closing.types("Ana Ruiz")
    closing.goes_to(Step.PLAN)
    closing.presses_key(Qt.Key.Key_2)
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
    closing.comes_to_rest()
    sentence = next(c.sentence for c in closing.window.pages[Step.CLOSING].model.contradictions())

    closing.presses(f"Go to: {sentence}")

    assert closing.window.step is Step.READINESS


SAID = (
    (NoteKind.NOTE, "Said in passing", False),
    (NoteKind.EVIDENCE, "The fault ticket", False),
    (NoteKind.EVIDENCE, "The rota", True),
    (NoteKind.PARKED, "The licence", False),
    (NoteKind.DISSENT, "“I am against it.”", False),
    (NoteKind.DECISION, "The desk takes every fault", False),
    (NoteKind.RETURN, "", False),
)


@pytest.fixture
def said(facilitator: Facilitator) -> Facilitator:
    """Six entries of every kind, one of them for the client already, and a mark to come back that says nothing."""
    facilitator.begins("Harbour Trust", "Berth planner")
    ana = Stakeholder(engagement_id=facilitator.engagement.id, name="Ana Ruiz")
    sign = facilitator.session.method.signs[1].id
    notes = [
        Note(
            assessment_id=facilitator.session.current.assessment.id,
            position=n,
            sign_id=sign if kind is NoteKind.DISSENT else "",
            kind=kind,
            text=text,
            for_client=shared,
            by=ana.id if kind is NoteKind.DISSENT else "",
        )
        for n, (kind, text, shared) in enumerate(SAID)
    ]
    facilitator.session.edit(act_called("Said"), ana, *notes)
    facilitator.goes_to(Step.CLOSING)
    return facilitator


def sees(said: Facilitator, text: str) -> None:
    said.waits_until(lambda: text in said.reads().replace("\u200b", ""))


def shared(said: Facilitator) -> set[str]:
    return {note.text for note in said.engagement.current.notes if note.for_client}


def test_what_will_not_be_printed_is_listed_decisions_and_dissent_first(said: Facilitator) -> None:
    shown = said.reads().replace("\u200b", "")
    places = [shown.index(text) for text in ("Decision\n", "Dissent\n", "Parked\n", "1 piece of evidence, 1 note")]
    assert places == sorted(places)
    assert "sign 2, Ana Ruiz" in shown
    assert "“I am against it.”" in shown
    assert "The rota" not in shown
    assert "To come back to" not in shown
    assert "Will be printed: 1 piece of evidence" in shown


def test_one_key_marks_the_chosen_one_for_the_client_and_takes_it_back(said: Facilitator) -> None:
    said.types("m")
    assert shared(said) == {"The rota", "The desk takes every fault"}
    assert "Will be printed: 1 piece of evidence, 1 decision" in said.reads()
    sees(said, "The desk takes every fault")  # it stays, so that it can be taken back
    said.types("m")
    assert shared(said) == {"The rota"}
    said.presses_key(Qt.Key.Key_Down)
    said.types("m")
    assert shared(said) == {"The rota", "“I am against it.”"}
    assert "Will be printed: 1 piece of evidence, 1 dissent" in said.reads()
    said.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    said.waits_until(lambda: shared(said) == {"The rota"})
    said.types("m")
    said.goes_to(Step.PLAN)
    said.goes_to(Step.CLOSING)
    assert "“I am against it.”" not in said.reads(), "what is for the client is no longer in the list"


def test_notes_and_evidence_are_one_line_that_opens(said: Facilitator) -> None:
    assert "The fault ticket" not in said.reads()
    for _ in range(3):
        said.presses_key(Qt.Key.Key_Down)
    said.presses_key(Qt.Key.Key_Return)
    sees(said, "The fault ticket")
    sees(said, "Said in passing")
    said.presses_key(Qt.Key.Key_Down)
    said.types("m")
    assert shared(said) == {"The rota", "The fault ticket"}
    said.presses_key(Qt.Key.Key_Up)
    said.presses_key(Qt.Key.Key_Return)
    assert "The fault ticket" not in said.reads()


def test_the_mouse_chooses_and_marks(said: Facilitator) -> None:
    said.presses("Parked The licence")
    assert shared(said) == {"The rota"}
    said.presses("Parked The licence")
    assert shared(said) == {"The rota", "The licence"}


def test_with_nothing_captured_nothing_is_said_to_be_left_out(closing: Facilitator) -> None:
    assert "What will not be printed" not in closing.reads()
    closing.types("m")
    closing.presses_key(Qt.Key.Key_Down)
    assert not closing.engagement.current.notes


def test_a_gap_names_the_number_of_its_action(closing: Facilitator) -> None:
    closing.goes_to(Step.PLAN)
    closing.presses_key(Qt.Key.Key_2)
    closing.presses_key(Qt.Key.Key_A)
    closing.goes_to(Step.CLOSING)
    (action,) = closing.session.current.actions
    sees(closing, f"{action.position}  {action.title}  ·  no owner, no date")


def test_no_line_ends_between_a_number_and_what_it_counts(closing: Facilitator) -> None:
    note = Note(assessment_id=closing.session.current.assessment.id, kind=NoteKind.DECISION, text="Go", for_client=True)
    closing.session.edit(act_called("Decide"), note)
    closing.waits_until(lambda: "1 decision" in closing.reads())
    printed = [w.text() for w in closing.window.findChildren(QLabel) if w.isVisible() and "decision" in w.text()]
    assert any("1\u00a0decision" in text for text in printed)
