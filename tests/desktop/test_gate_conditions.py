"""What has to come first at a gate: rows of text, day and action, typed, moved and removed from the keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox

from desktop.console.playbook.gate.conditions_form import ConditionsForm
from desktop.console.playbook.gate.form import GateForm
from desktop.console.playbook.page import PlaybookPage
from desktop.console.steps import Step
from models.engagement.engagement import Action, Stakeholder
from models.engagement.registers import GateCondition
from models.playbook.phases import gate_of
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import Decision, GateDecision

PHASE = "pilot-design"
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def gate(facilitator: Facilitator) -> Facilitator:
    """At the gate of the first phase, with two agreed actions and one that was rejected."""
    facilitator.begins("Harbour Trust", "Berth planner")
    scope = facilitator.session.current.assessment
    actions = (
        Action(id="a" * 32, assessment_id=scope.id, position=7, title="Name an owner", due=date(2027, 2, 26)),
        Action(id="b" * 32, assessment_id=scope.id, position=9, title="Agree access"),
        Action(id="c" * 32, assessment_id=scope.id, position=3, title="Stop it", decision=Decision.REJECTED),
    )
    facilitator.session.edit(act_called("Plan"), replace(scope, held_on=date(2026, 11, 12)), *actions)
    goes_to_the_gate(facilitator)
    return facilitator


def goes_to_the_gate(gate: Facilitator) -> None:
    gate.goes_to(Step.PLAYBOOK)
    page = gate.window.pages[Step.PLAYBOOK]
    assert isinstance(page, PlaybookPage)
    page.show_stop(f"{PHASE}/")


def rows(gate: Facilitator) -> tuple[GateCondition, ...]:
    return gate.engagement.current.conditions


def texts(gate: Facilitator) -> list[str]:
    return [row.text for row in rows(gate)]


def types_three(gate: Facilitator) -> None:
    gate.presses_key(Qt.Key.Key_Down)
    for text in ("One", "Two", "Three"):
        gate.types(text)
        gate.presses_key(Qt.Key.Key_Return)


def test_rows_are_typed_one_after_another_with_their_day_and_action(gate: Facilitator, library_file: Path) -> None:
    gate.types("n")
    assert "Still to say: who decided, what comes first." in gate.reads()
    gate.presses_key(Qt.Key.Key_Down)
    gate.types("One accountable owner")
    gate.presses_key(Qt.Key.Key_Tab)
    gate.types("27 nov 2026")
    gate.presses_key(Qt.Key.Key_Return)
    gate.types("Access to the feed")
    gate.chooses("Action for condition 1", "7  Name an owner")
    assert "Still to say: who decided." in gate.reads()
    assert "What has to come first" in gate.reads()
    gate.waits_until_saved()
    scope = gate.engagement.id
    gate.closes()
    with Library.open(library_file, who="test") as library:
        first, second = library.engagement(scope).current.conditions
    assert (first.text, first.day, first.action_id) == ("One accountable owner", date(2026, 11, 27), "a" * 32)
    assert (second.text, second.day, second.action_id, second.phase_id) == ("Access to the feed", None, "", PHASE)


def test_a_row_is_moved_and_the_keyboard_goes_with_it(gate: Facilitator) -> None:
    types_three(gate)
    gate.presses_key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    gate.field("Condition 3").setFocus()
    gate.presses_key(Qt.Key.Key_Up, ALT)
    assert texts(gate) == ["One", "Three", "Two"]
    gate.presses_key(Qt.Key.Key_Up, ALT)
    gate.presses_key(Qt.Key.Key_Up, ALT)
    assert texts(gate) == ["Three", "One", "Two"]
    gate.types("!")
    assert texts(gate)[0] == "Three!"
    gate.presses_key(Qt.Key.Key_Down, ALT)
    assert texts(gate) == ["One", "Three!", "Two"]


def test_a_row_is_removed_and_undo_brings_it_back(gate: Facilitator) -> None:
    types_three(gate)
    gate.field("Condition 2").setFocus()
    gate.presses_key(Qt.Key.Key_Delete, CONTROL)
    assert texts(gate) == ["One", "Three"]
    gate.types("x")
    assert texts(gate) == ["One", "Threex"], "the keyboard is in the row that took its place"
    gate.presses_key(Qt.Key.Key_Escape)
    gate.field("Condition 1").setFocus()
    gate.presses("Remove condition 1")
    assert texts(gate) == ["Threex"]
    for _ in range(3):
        gate.presses_key(Qt.Key.Key_Z, CONTROL)
    gate.waits_until(lambda: texts(gate) == ["One", "Two", "Three"])


def test_a_row_in_which_nothing_stands_does_not_stay(gate: Facilitator) -> None:
    types_three(gate)
    gate.types_into("Condition 2", " ")
    gate.presses_key(Qt.Key.Key_Escape)
    gate.waits_until(lambda: texts(gate) == ["One", "Three"])
    gate.field("Condition 3").setFocus()
    gate.presses_key(Qt.Key.Key_Return)
    assert texts(gate) == ["One", "Three"], "the line at the foot is no row until something is typed"


def test_an_action_that_is_due_after_its_day_says_so(gate: Facilitator) -> None:
    gate.presses_key(Qt.Key.Key_Down)
    gate.types("The whole budget")
    gate.types_into("By when, condition 1", "25 feb 2027")
    gate.presses_key(Qt.Key.Key_Return)
    gate.chooses("Action for condition 1", "7  Name an owner")
    assert "Action 7 is due on 26 February; the gate asks for it by 25 February." in gate.reads()
    gate.window.pages[Step.PLAYBOOK].setFocus()
    gate.types("m")
    assert "the gate asks" not in gate.reads()
    assert next(a for a in gate.engagement.current.actions if a.position == 7).due == date(2027, 2, 25)


def test_the_row_that_is_typed_finds_its_action_which_takes_its_day(gate: Facilitator) -> None:
    gate.presses_key(Qt.Key.Key_Down)
    gate.types("Access is given")
    gate.waits_until(lambda: "Perhaps action 9, Agree access" in gate.reads())
    assert rows(gate)[0].action_id == "", "it is offered, not taken"
    gate.presses_key(Qt.Key.Key_1, ALT)
    assert rows(gate)[0].action_id == "b" * 32
    assert "It has no date yet: the day you give here becomes its own." in gate.reads()
    gate.types_into("By when, condition 1", "4 dec 2026")
    gate.presses_key(Qt.Key.Key_Return)
    assert next(a for a in gate.engagement.current.actions if a.position == 9).due == date(2026, 12, 4)


def test_the_sentence_that_will_be_printed_stands_there_and_a_decision_is_left_open_again(gate: Facilitator) -> None:
    assert "Whether to go on from this phase is not decided yet." in gate.reads()
    gate.types("n")
    assert "Decided: not passed, " in gate.reads()
    gate.types("u")
    assert gate_of(gate.engagement, PHASE).decision is GateDecision.UNDECIDED


def test_only_what_was_agreed_is_offered_and_what_was_rejected_since_stays_named(gate: Facilitator) -> None:
    gate.presses_key(Qt.Key.Key_Down)
    gate.types("The owner")
    box = gate.finds(QComboBox, "Action for condition 1")
    assert [box.itemText(n) for n in range(box.count())] == ["No action", "7  Name an owner", "9  Agree access"]
    gate.chooses("Action for condition 1", "9  Agree access")
    against = next(a for a in gate.engagement.current.actions if a.position == 9)
    gate.session.edit(act_called("Against"), replace(against, decision=Decision.REJECTED))
    assert box.currentText() == "Rejected: Agree access"


def test_what_was_written_as_one_text_stays_readable_and_becomes_the_first_rows(gate: Facilitator) -> None:
    types_three(gate)
    gate.presses_key(Qt.Key.Key_Escape)
    assert "Conditions as written before" not in gate.reads()
    before = replace(gate_of(gate.engagement, PHASE), conditions="The owner signs.\n\nThe feed is agreed.")
    gate.session.edit(act_called("As before"), before)
    assert "Conditions as written before" in gate.reads()
    assert "The owner signs.\n\nThe feed is agreed." in gate.reads()
    gate.presses("Take it as the first row")
    assert texts(gate) == ["The owner signs.", "The feed is agreed.", "One", "Two", "Three"]
    assert gate_of(gate.engagement, PHASE).conditions == ""
    assert "Conditions as written before" not in gate.reads()
    gate.presses_key(Qt.Key.Key_Z, CONTROL)
    gate.waits_until(lambda: "The feed is agreed." in gate.reads() and texts(gate) == ["One", "Two", "Three"])


def test_a_gate_is_not_passed_never_held_and_rows_of_another_phase_stay_there(gate: Facilitator) -> None:
    gate.types("n")
    assert gate_of(gate.engagement, PHASE).decision is GateDecision.HELD
    assert "Not passed   N" in gate.reads()
    assert "Held" not in gate.reads()
    assert "held" not in gate.reads()
    other = GateCondition(assessment_id=gate.session.current.assessment.id, phase_id="pilot-execution", text="Later")
    gate.session.edit(act_called("Elsewhere"), other)
    types_three(gate)
    assert "Later" not in [gate.field(f"Condition {n}").toPlainText() for n in range(1, 5)]  # type: ignore[union-attr]
    gate.field("Condition 2").setFocus()
    gate.presses_key(Qt.Key.Key_Up, ALT)
    assert [row.text for row in rows(gate) if row.phase_id == PHASE] == ["Two", "One", "Three"]


def test_a_key_that_was_on_its_way_to_a_row_that_has_gone_does_nothing(gate: Facilitator) -> None:
    types_three(gate)
    page = gate.window.pages[Step.PLAYBOOK]
    (form,) = page.findChildren(ConditionsForm)
    last = form._rows[rows(gate)[-1].id]
    gate.session.edit(act_called("Remove"), remove=rows(gate)[-1:])
    before = texts(gate)

    for act in (last.entered.emit, last.removed.emit, lambda: last.moved.emit(-1)):
        act()

    assert texts(gate) == before


@pytest.mark.parametrize("name", ["Ana Li", "Annemarie von Hohenlohe", "Annemarie-Christine von Hohenlohe-Langenburg"])
def test_whoever_decided_is_read_whole_beside_the_day_or_above_it(gate: Facilitator, name: str) -> None:
    gate.window.resize(QSize(1366, 768))
    person = Stakeholder(id="d" * 32, engagement_id=gate.engagement.id, position=0, name=name, sponsor=True)
    decided = replace(gate_of(gate.engagement, PHASE), decision=GateDecision.HELD, decided_by=person.id)
    gate.session.edit(act_called("Decide"), person, replace(decided, decided_on=date(2026, 9, 30)))
    form = gate.window.findChildren(GateForm)[-1]
    gate.waits_until(lambda: form.by.currentText() == name)
    gate.waits_until(lambda: form.by.width() >= form.by.width_of_chosen())
    day = form.when.fontMetrics().horizontalAdvance(form.when.text())
    assert form.when.width() >= day
