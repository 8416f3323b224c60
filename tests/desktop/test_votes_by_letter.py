"""Answers that came by letter are shown for what they are, and the room that votes after them votes in its own way."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.steps import Step
from desktop.view_models.room.pages import RoomPage, RoomReveal, RoomVoting
from desktop.view_models.workshop.parcels import without_address
from models.engagement.engagement import Stakeholder
from models.engagement.workshop import Ballot, Vote, ballot_id, vote_id
from models.values.sentence import act_called
from models.values.terms import Answer, VoteWay
from reports.exports.mail import Message
from reports.exports.parcel import Parcel

ANSWERS = (Answer.EARLY, Answer.ESTABLISHED, Answer.ESTABLISHED)


@pytest.fixture
def answered(facilitator: Facilitator) -> Facilitator:
    """Three answers by letter to the first sign, not revealed, five people present, and the sign live."""
    facilitator.begins("Harbour Trust", "Berth planner")
    scope, current = facilitator.engagement.id, facilitator.engagement.current
    people = [Stakeholder(engagement_id=scope, position=n, name=name) for n, name in enumerate("ABCDE")]
    sign_id, round_id = facilitator.session.method.signs[0].id, current.assessment.id
    key = ballot_id(round_id, sign_id, 1)
    ballot = Ballot(id=key, assessment_id=round_id, sign_id=sign_id, way=VoteWay.LETTER)
    votes = [
        Vote(id=vote_id(key, str(n)), assessment_id=round_id, ballot_id=key, stakeholder_id=str(n), answer=answer)
        for n, answer in enumerate(ANSWERS)
    ]
    facilitator.session.edit(act_called("Letters"), *people, ballot, *votes)
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_F5)
    return facilitator


def sees(facilitator: Facilitator) -> RoomPage:
    control = facilitator.room
    return control.presenter.view.page


def test_what_came_by_letter_is_said_to_have_come_by_letter(answered: Facilitator) -> None:
    answered.types("v")

    said = answered.reads()
    assert "By letter" in said
    assert "Three answers came by letter" in said
    page = sees(answered)
    assert isinstance(page, RoomVoting)
    assert page.answered == "Three answers came by letter", "nobody knows of how many"
    answered.types("v")
    assert "These answers came by letter" in answered.reads()
    answered.presses_key(Qt.Key.Key_Return)
    page = sees(answered)
    assert isinstance(page, RoomReveal)
    assert page.first.counts == (0, 1, 2, 0)
    assert "By letter: level\n1.8" in answered.reads()
    assert "The room: level" not in answered.reads()


def test_the_room_never_votes_by_letter(answered: Facilitator) -> None:
    answered.types("v")
    answered.presses_key(Qt.Key.Key_Return)
    answered.types("v")
    page = sees(answered)
    assert isinstance(page, RoomVoting)
    assert page.answered == "Hands up for 0"
    answered.types("0 0 3 2")
    answered.presses_key(Qt.Key.Key_Return)
    assert "The room: level" in answered.reads()

    answered.presses_key(Qt.Key.Key_PageDown)
    answered.types("v")
    ways = [ballot.way for ballot in answered.engagement.current.ballots.values()]
    assert ways == [VoteWay.LETTER, VoteWay.COUNTS, VoteWay.COUNTS]


def test_who_was_taken_out_while_the_messages_were_made_is_named_as_they_were() -> None:
    gone = Stakeholder(id="s1", engagement_id="e1", name="Priya Raman")
    parcel = Parcel(
        who=gone, kind="questionnaire", title="", name="priya", document=b"", message=Message(subject="", text="")
    )
    assert "Priya Raman" in without_address([parcel], {})
