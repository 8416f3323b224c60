"""How each answer came about is kept as it is given: voted, agreed aloud, entered; and can be put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.steps import Step
from desktop.view_models.room.diagnosis import sign_page
from models.engagement.workshop import AgendaBox
from models.values.sentence import act_called
from models.values.terms import Came


@pytest.fixture
def desk(facilitator: Facilitator) -> Facilitator:
    """Somebody alone with the first warning sign: no agenda runs, and the room is shown nothing."""
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.DIAGNOSE)
    return facilitator


def came(desk: Facilitator) -> Came:
    first = desk.session.method.signs[0].id
    return desk.engagement.current.ratings[first].came


def test_an_answer_at_the_desk_was_entered(desk: Facilitator) -> None:
    assert "Entered" not in desk.reads()
    desk.types("2")
    assert came(desk) is Came.ENTERED
    assert "Entered   G" in desk.reads()


def test_an_answer_before_the_room_was_agreed_aloud_and_held_counts_as_well(desk: Facilitator) -> None:
    desk.presses_key(Qt.Key.Key_F5)
    desk.types("2")
    assert came(desk) is Came.AGREED
    assert "Agreed aloud   G" in desk.reads()
    desk.presses_key(Qt.Key.Key_Escape)
    desk.types("3")
    assert came(desk) is Came.AGREED


def test_the_room_hears_that_something_was_agreed_only_where_it_was(desk: Facilitator) -> None:
    first = desk.session.method.signs[0].id
    desk.types("2")
    assert not sign_page(desk.session, first).agreed
    desk.types("g")
    assert came(desk) is Came.AGREED
    assert sign_page(desk.session, first).agreed


def test_once_the_room_is_shown_nothing_any_more_it_was_entered_again(desk: Facilitator) -> None:
    desk.presses_key(Qt.Key.Key_F5)
    control = desk.room
    control.end()
    desk.types("2")
    assert came(desk) is Came.ENTERED


def test_while_a_time_box_runs_it_was_agreed_aloud_and_a_paused_one_does_not_count(desk: Facilitator) -> None:
    box = AgendaBox(assessment_id=desk.session.current.assessment.id, title="Wrong problem", since=datetime.now(UTC))
    desk.session.edit(act_called("Agenda"), box)
    desk.types("2")
    assert came(desk) is Came.AGREED
    desk.presses_key(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    desk.types("3")
    assert came(desk) is Came.ENTERED


def test_it_is_changed_with_a_key_or_a_press_and_undo_brings_it_back(desk: Facilitator) -> None:
    desk.types("2")
    desk.types("g")
    assert came(desk) is Came.AGREED
    desk.presses("Agreed aloud")
    assert came(desk) is Came.ENTERED
    desk.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.waits_until(lambda: came(desk) is Came.AGREED)
    assert desk.session.current.ratings[desk.session.method.signs[0].id].answer.level == 2


def test_an_answer_that_nobody_noted_how_says_so_until_somebody_does(desk: Facilitator) -> None:
    desk.types("2")
    rating = desk.engagement.current.ratings[desk.session.method.signs[0].id]
    desk.session.edit(act_called("Before this was kept"), replace(rating, came=Came.NOT_SAID))
    assert "Not said how   G" in desk.reads()
    desk.types("g")
    assert came(desk) is Came.AGREED


def test_after_a_vote_it_was_voted_whatever_the_facilitator_decides(desk: Facilitator) -> None:
    desk.types("2")
    desk.types("v")
    desk.types("1 2 4 2")
    desk.presses_key(Qt.Key.Key_Return)
    assert came(desk) is Came.ENTERED, "the level stands as before until somebody takes the room's"
    desk.types("a")
    assert came(desk) is Came.VOTED
    assert "   G" not in desk.reads()
    desk.types("g")
    assert came(desk) is Came.VOTED
    desk.types("1")
    assert came(desk) is Came.VOTED
    assert "Split" in desk.reads()
    assert "0.54" not in desk.reads()
