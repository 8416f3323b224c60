"""The first minute: a new engagement is its first page, kept from the first key on, and leaves no trace without one."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from desktop.console.playbook.page import PlaybookPage
from desktop.console.prepare.agenda.agenda_row import AgendaRow
from desktop.console.prepare.example_people import ExamplePeople
from desktop.console.steps import Step
from desktop.widgets.fields import LineField
from models.values.months import shown_date
from models.values.sentence import act_called

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def beginning(facilitator: Facilitator) -> Facilitator:
    """On the page of a new engagement, with nothing typed."""
    facilitator.presses_key(Qt.Key.Key_N, CONTROL)
    facilitator.waits_until(lambda: facilitator.window.session is not None)
    return facilitator


def goes_to_the_library(beginning: Facilitator) -> int:
    beginning.presses_key(Qt.Key.Key_1, CONTROL)
    beginning.clearway.browsing.find()
    beginning.qtbot.wait(100)
    beginning.waits_until(lambda: not beginning.clearway.ledger._waiting)
    beginning.qtbot.wait(50)
    return beginning.clearway.browsing.total


def test_the_caret_is_in_the_name_and_the_agenda_is_there_already(beginning: Facilitator) -> None:
    assert beginning.window.step is Step.PREPARE
    assert beginning.keyboard_goes_to() is beginning.field("Pilot")
    assert len(beginning.engagement.current.agenda) > 5
    assert "0:10" in [row.begins for row in beginning.window.findChildren(AgendaRow)]
    examples = beginning.window.findChild(ExamplePeople)
    assert examples is not None
    assert examples.isVisible()
    beginning.presses("Add a stakeholder")
    assert not examples.isVisible()


def test_the_windows_title_is_the_pilots_name_as_it_is_typed(beginning: Facilitator) -> None:
    assert beginning.window.windowTitle() == "Clearway"
    beginning.types("Berth planner")
    assert beginning.window.windowTitle() == "Berth planner – Clearway"


def test_what_was_typed_stays_when_one_leaves(beginning: Facilitator) -> None:
    beginning.types("Berth planner")
    assert goes_to_the_library(beginning) == 1
    assert beginning.clearway.browsing.entries[0].pilot == "Berth planner"
    assert beginning.window.session is not None


def test_page_down_goes_to_the_first_sign_from_the_field_one_is_in(beginning: Facilitator) -> None:
    beginning.types("Berth planner")
    beginning.presses_key(Qt.Key.Key_Tab)
    beginning.types("Harbour Trust")
    beginning.presses_key(Qt.Key.Key_PageDown)
    assert beginning.window.step is Step.DIAGNOSE
    assert beginning.engagement.client.name == "Harbour Trust"


def test_where_nothing_was_typed_nothing_is_left(beginning: Facilitator) -> None:
    beginning.waits_until(lambda: goes_to_the_library(beginning) == 0)
    assert beginning.window.session is None


def test_begun_twice_with_nothing_typed_is_one(beginning: Facilitator) -> None:
    begun = beginning.engagement.id
    beginning.clearway.browsing.begin()
    beginning.qtbot.wait(100)
    assert beginning.engagement.id == begun
    beginning.types("x")
    beginning.waits_until_saved()
    beginning.clearway.browsing.begin()
    beginning.waits_until(lambda: beginning.engagement.id != begun)


def test_what_is_typed_before_the_next_one_is_there_stays_with_the_one_on_the_screen(beginning: Facilitator) -> None:
    begun, name = beginning.engagement.id, beginning.field("Pilot")
    beginning.window.begin()
    beginning.window.go_to(Step.PREPARE)
    time.sleep(0.5)  # the library has put the first away and begun another, and the screen has not heard of it
    assert beginning.engagement.id == begun
    QTest.keyClicks(name, "x")
    beginning.waits_until_saved()
    beginning.waits_until(lambda: beginning.engagement.id != begun)
    goes_to_the_library(beginning)
    assert (begun, "x") in [(kept.id, kept.pilot) for kept in beginning.clearway.browsing.entries]


def test_what_was_deleted_for_good_is_not_brought_back_by_what_is_typed(facilitator: Facilitator) -> None:
    browsing, ledger = facilitator.clearway.browsing, facilitator.clearway.ledger
    browsing.begin("Harbour Trust", "Berth planner")
    facilitator.waits_until(lambda: facilitator.window.session is not None)
    begun = facilitator.engagement.id
    for act in (browsing.undo, browsing.redo, lambda: browsing.open(begun)):
        act()
        facilitator.waits_until(lambda: not ledger._waiting)
        facilitator.qtbot.wait(50)
    browsing.find()
    facilitator.waits_until(lambda: begun in [one.id for one in browsing.entries])
    session, lost = facilitator.session, list[str]()
    ledger.lost.connect(lambda scope, text: lost.append(scope))
    (entry,) = [one for one in browsing.entries if one.id == begun]
    browsing.delete_for_good(entry)
    time.sleep(0.5)  # it is gone, and the screen has not heard of it
    session.edit(act_called("Rename"), replace(session.engagement.pilot, name="x"))
    facilitator.waits_until(lambda: not ledger._waiting)
    assert lost == [begun]
    assert goes_to_the_library(facilitator) == 0


def test_a_day_that_is_none_says_so_under_the_field_and_stays(beginning: Facilitator) -> None:
    beginning.types_into("Workshop on", "31 feb")
    beginning.presses_key(Qt.Key.Key_Tab)
    assert beginning.finds(LineField, "Workshop on").accessibleDescription()
    assert beginning.field("Workshop on").text() == "31 feb"  # type: ignore[union-attr]
    day = beginning.engagement.current.assessment.held_on
    assert day is not None
    assert shown_date(day, beginning.session.words)


def test_the_way_on_leads_to_the_first_sign_even_now(beginning: Facilitator) -> None:
    beginning.presses("Try the first sign")
    assert beginning.window.step is Step.DIAGNOSE
    assert "Warning sign 1 of 24" in beginning.reads()


def test_what_was_set_elsewhere_is_taken_over_in_one_act_that_undo_takes_back(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    people = [person.name for person in facilitator.engagement.stakeholders]
    facilitator.window.begin()
    facilitator.waits_until(lambda: facilitator.engagement.pilot.name == "")
    facilitator.types("Pump Watch")
    facilitator.presses_key(Qt.Key.Key_D, CONTROL)
    facilitator.waits_until(lambda: facilitator.finds(QListWidget, "Engagements").count() == 1)
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.waits_until(lambda: len(facilitator.engagement.stakeholders) == len(people))
    assert facilitator.engagement.client.name == "Arkenby Water"
    assert "brand, agenda and 8 people" in facilitator.reads()
    facilitator.session.undo()
    assert (facilitator.engagement.client.name, facilitator.engagement.stakeholders) == ("", ())
    assert facilitator.engagement.pilot.name == "Pump Watch"


def test_a_gate_asks_of_the_pilot_while_it_has_no_name(beginning: Facilitator) -> None:
    beginning.goes_to(Step.PLAYBOOK)
    page = beginning.window.pages[Step.PLAYBOOK]
    assert isinstance(page, PlaybookPage)
    asked = []
    for phase in beginning.session.method.phases:
        page.show_stop(f"{phase.id}/")
        beginning.qtbot.wait(20)
        asked += [line for line in beginning.reads().splitlines() if line.startswith("May ")]
    assert asked[0] == "May the pilot go on to “Pilot execution”?"
    assert asked[-1] == "May the pilot go on?"


def test_where_nothing_is_known_yet_nothing_is_said_to_be_settled(beginning: Facilitator) -> None:
    beginning.goes_to(Step.CLOSING)
    assert "The diagnosis has not begun" in beginning.reads()
    assert "Every high gap" not in beginning.reads()
    beginning.goes_to(Step.PLAN)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_6):
        beginning.presses_key(key)
        beginning.qtbot.wait(20)
        said = beginning.reads()
        assert "Rate the warning signs under Diagnose" in said
        for untrue in ("Everything that is called for is decided", "time it takes", "no action is agreed"):
            assert untrue not in said
