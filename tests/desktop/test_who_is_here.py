"""Who is here is asked once, quietly; who pays is a mark that one person has."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from desktop.console.diagnose.voter_list import VoterList
from desktop.console.prepare.person_row import PersonRow
from desktop.console.prepare.present_mark import PresentMark
from desktop.console.steps import Step
from desktop.view_models.playbook.filling import Filling
from desktop.view_models.playbook.matrix_sheet import MatrixSheet
from desktop.view_models.playbook.stops import is_matrix
from desktop.view_models.preparing import Preparing
from desktop.widgets.fields import LineField
from models.engagement.beginning import next_round
from models.engagement.engagement import Action, Note, Stakeholder
from models.exchange import write_engagement
from models.values.sentence import act_called
from models.values.terms import NoteKind
from reports.exports.mail import addressees


@pytest.fixture
def people(facilitator: Facilitator) -> Facilitator:
    """Three people of whom nobody has said whether they are here."""
    facilitator.begins("Harbour Trust", "Berth planner")
    scope = facilitator.engagement.id
    names = ("Ana", "Ben", "Cleo")
    made = [
        Stakeholder(engagement_id=scope, position=n, name=name, email=f"{name}@harbour.example".lower())
        for n, name in enumerate(names)
    ]
    facilitator.session.edit(act_called("People"), *made, Stakeholder(engagement_id=scope, position=9))
    return facilitator


def present(people: Facilitator) -> list[bool | None]:
    return [person.present for person in people.session.people()]


def says_of(people: Facilitator, place: int, text: str) -> None:
    mark = [mark for mark in people.window.findChildren(PresentMark) if mark.isVisible()][place]
    for _ in range(3):
        if mark.accessibleDescription() != text:
            people.qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert mark.accessibleDescription() == text


def marks_the_sponsor(people: Facilitator, name: str) -> None:
    """What else there is to somebody is shown while one is in their row."""
    next(row for row in people.window.findChildren(PersonRow) if row.name.text() == name).role.setFocus()
    people.finds(QCheckBox, f"Sponsor: {name}").click()


@pytest.mark.parametrize("step", [Step.PREPARE, Step.DIAGNOSE])
def test_everybody_is_here_with_one_key_and_the_question_goes(people: Facilitator, step: Step) -> None:
    people.goes_to(step)
    assert "Who is here?" in people.reads()
    people.types("h")
    assert present(people) == [True, True, True, None], "nobody without a name or a role is taken to be here"
    assert "Who is here?" not in people.reads()
    people.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    people.waits_until(lambda: present(people) == [None] * 4)
    assert "Who is here?" in people.reads()


def test_one_by_one_leads_to_the_list_and_who_was_said_to_be_away_stays_away(people: Facilitator) -> None:
    people.goes_to(Step.DIAGNOSE)
    people.presses("One by one")
    assert people.window.step is Step.PREPARE
    says_of(people, 1, "Not here")
    people.presses_key(Qt.Key.Key_Escape)
    people.presses("All the others")
    assert present(people) == [True, False, True, None]
    says_of(people, 0, "Not said")
    assert present(people)[0] is None
    people.waits_until_saved()


def test_a_vote_asks_everybody_who_is_not_away(people: Facilitator) -> None:
    people.goes_to(Step.PREPARE)
    says_of(people, 0, "Here")
    says_of(people, 2, "Not here")
    people.goes_to(Step.DIAGNOSE)
    people.types("vv")
    people.presses("By name")
    voters = people.window.findChild(VoterList)
    assert voters is not None
    assert [person.name for person in voters._people] == ["Ana", "Ben"], "nor a line that was begun and says nothing"


def test_a_line_that_says_nothing_is_nobody_and_enter_begins_no_second_one(people: Facilitator) -> None:
    people.goes_to(Step.PREPARE)
    assert "3 people" in people.reads()
    lines = len(people.session.people())
    people.presses("Add a stakeholder")
    people.presses_key(Qt.Key.Key_Return)
    assert not isinstance(people.keyboard_goes_to(), LineField), "Enter where nothing was said ends the list"
    people.presses("Add a stakeholder")
    assert len(people.session.people()) == lines
    people.types("Dov")
    assert "4 people" in people.reads()
    people.presses_key(Qt.Key.Key_Return)
    assert len(people.session.people()) == lines + 1
    people.waits_until_saved()


def test_a_line_that_says_nothing_has_no_part_in_a_task(people: Facilitator) -> None:
    register = next(filter(is_matrix, people.session.method.registers))
    sheet = MatrixSheet(Filling(people.session), register)
    assert [place.title for place in sheet.places[1:]] == ["Ana", "Ben", "Cleo"]


def test_the_sponsor_is_one_person_and_the_mail_goes_there_first(people: Facilitator) -> None:
    people.goes_to(Step.PREPARE)
    marks_the_sponsor(people, "Ana")
    marks_the_sponsor(people, "Cleo")
    assert [person.sponsor for person in people.session.people()] == [False, False, True, False]
    assert addressees(people.engagement)[0].person.name == "Cleo"
    people.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    people.waits_until(lambda: people.session.people()[0].sponsor)
    marks_the_sponsor(people, "Ana")
    assert not any(person.sponsor for person in people.session.people())


def test_what_somebody_said_loses_its_name_with_the_person(people: Facilitator) -> None:
    ana = people.session.people()[0]
    note = Note(
        assessment_id=people.session.current.assessment.id,
        kind=NoteKind.DISSENT,
        text="I am against it.",
        by=ana.id,
        named=True,
    )
    people.session.edit(act_called("Said"), note)
    people.goes_to(Step.PREPARE)
    people.window.findChildren(PersonRow)[0].name.setFocus()
    people.presses("Remove Ana")
    (left,) = people.engagement.current.notes
    assert (left.text, left.by, left.named) == ("I am against it.", "", False)
    people.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    people.waits_until(lambda: people.engagement.current.notes[0].by == ana.id)


def test_somebody_who_goes_is_named_in_no_round_any_more_and_undo_brings_all_back(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    session = facilitator.session
    begun = next_round(session.engagement, session.method.key, datetime(2027, 3, 1, tzinfo=UTC)).assessment
    action = Action(assessment_id=begun.id, position=1, title="Later", owner_id=session.people()[0].id)
    session.edit(act_called("Begin round 2"), begun, action)
    before = session.engagement
    assert any(a.owner_id == action.owner_id for a in before.rounds[0].actions)

    Preparing(session).remove_stakeholder(action.owner_id)

    named = [a for one in session.engagement.rounds for a in one.actions if a.owner_id == action.owner_id]
    assert named == []
    assert action.owner_id not in write_engagement(session.engagement)
    session.undo()
    assert session.engagement == before
    facilitator.waits_until_saved()
