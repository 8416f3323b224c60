"""Parked, to come back to, dissent and decisions: caught with one key, found again under the sign and in lists."""

from __future__ import annotations

import pytest
from facilitator import Facilitator, comes_by_post
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from desktop.console.steps import Step
from desktop.view_models.noting import Noting
from desktop.view_models.room.pages import RoomAgreement, RoomResults
from desktop.widgets.note_list import NoteEditor, NoteList
from models.engagement.engagement import Note, Stakeholder
from models.values.sentence import act_called
from models.values.terms import NoteKind


@pytest.fixture
def workshop(facilitator: Facilitator) -> Facilitator:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_PageDown)
    return facilitator


def captured(workshop: Facilitator) -> dict[NoteKind, str]:
    return {note.kind: note.text for note in workshop.engagement.current.notes}


@pytest.mark.parametrize(("key", "kind"), [("p", NoteKind.PARKED), ("d", NoteKind.DISSENT), ("o", NoteKind.DECISION)])
def test_one_key_and_the_words_as_they_are_said(workshop: Facilitator, key: str, kind: NoteKind) -> None:
    workshop.types(key)
    workshop.types("“It is not ours, it never was.” 1 2 3")
    workshop.presses_key(Qt.Key.Key_PageDown)
    workshop.waits_until_saved()
    note = workshop.engagement.current.notes[0]
    assert (note.kind, note.text) == (kind, "“It is not ours, it never was.” 1 2 3")
    assert note.sign_id == workshop.session.method.signs[1].id
    assert note.for_client is (kind is NoteKind.DECISION), "a decision is for the client, dissent is asked about"
    workshop.presses_key(Qt.Key.Key_PageUp)
    assert any(field.toPlainText() == note.text for field in workshop.texts_in_sight())


def test_what_was_begun_and_not_said_leaves_no_empty_entry(workshop: Facilitator) -> None:
    for key in "npdo":
        workshop.types(key)
        workshop.presses_key(Qt.Key.Key_Escape)
    assert not captured(workshop)


class Layouts(QObject):
    """Counts how often a widget has to lay out what is on it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.count = 0
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_a_letter_more_lays_nothing_out_anew(workshop: Facilitator) -> None:
    workshop.types("nThe licenc")
    workshop.waits_until_saved()
    comes_by_post()
    layouts = Layouts(workshop.window.pages[Step.DIAGNOSE])
    workshop.types("e runs out")
    workshop.waits_until_saved()
    assert not layouts.count, "each would draw half the page for every key"


def test_enter_keeps_the_line_and_the_next_one_is_another_entry(workshop: Facilitator) -> None:
    workshop.types("p")
    workshop.types("The licence")
    workshop.presses_key(Qt.Key.Key_Return)
    workshop.types("pThe union")
    workshop.presses_key(Qt.Key.Key_Return)
    assert [note.text for note in workshop.engagement.current.notes] == ["The licence", "The union"]
    workshop.types("2")
    assert workshop.engagement.current.ratings, "the keys are the page's again"


def test_undo_takes_back_the_entry_that_is_being_typed_and_typing_makes_a_new_one(workshop: Facilitator) -> None:
    workshop.types("d")
    workshop.types("I am against")
    workshop.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not captured(workshop)
    field = workshop.keyboard_goes_to()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == ""
    workshop.types("No")
    assert captured(workshop) == {NoteKind.DISSENT: "No"}


def test_enter_keeps_an_entry_of_the_list_too_and_shift_breaks_its_line(workshop: Facilitator) -> None:
    workshop.goes_to(Step.RESULTS)
    workshop.types("p")
    workshop.types("The licence")
    workshop.presses_key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    workshop.types("and the union")
    workshop.presses_key(Qt.Key.Key_Return)
    assert captured(workshop) == {NoteKind.PARKED: "The licence\nand the union"}
    workshop.types("o")
    workshop.types("We stop")
    assert captured(workshop)[NoteKind.DECISION] == "We stop"


def test_enter_in_a_note_reveals_no_vote(workshop: Facilitator) -> None:
    person = Stakeholder(engagement_id=workshop.engagement.id, name="Ana Ruiz")
    workshop.session.edit(act_called("People"), person)
    workshop.types("vv1")
    workshop.presses_key(Qt.Key.Key_Escape)
    workshop.field("What was said").setFocus()
    workshop.types("Said before the reveal")
    workshop.presses_key(Qt.Key.Key_Return)
    assert captured(workshop)[NoteKind.NOTE] == "Said before the reveal"
    assert [ballot.revealed for ballot in workshop.engagement.current.ballots.values()] == [False]


def test_coming_back_is_a_mark_that_needs_no_words_and_goes_with_the_same_key(workshop: Facilitator) -> None:
    workshop.types("l")
    assert captured(workshop) == {NoteKind.RETURN: ""}
    workshop.types("2")
    assert workshop.engagement.current.ratings
    workshop.types("l")
    assert not captured(workshop)


def opens_the_list(workshop: Facilitator, name: str) -> None:
    rows = [b for b in workshop.window.findChildren(QAbstractButton) if b.accessibleName().startswith(name)]
    workshop.waits_until(lambda: any(row.isVisible() for row in rows))
    next(row for row in rows if row.isVisible()).click()
    workshop.comes_to_rest()


def test_everything_captured_is_listed_and_leads_back_to_its_sign(workshop: Facilitator) -> None:
    for key, text in (("p", "The licence"), ("d", "I disagree"), ("o", "We stop the other tool")):
        workshop.types(key)
        workshop.types(text)
        workshop.presses_key(Qt.Key.Key_Escape)
    workshop.types("p")
    workshop.types("The union")
    workshop.presses_key(Qt.Key.Key_Escape)
    workshop.types("l")
    workshop.goes_to(Step.RESULTS)
    title = workshop.session.method.signs[1].title
    rows = (("Dissent", "I disagree", 1), ("Decisions", "We stop the other tool", 1), ("Parked", "The licence", 2))
    for name, text, count in rows:
        opens_the_list(workshop, name)
        assert {text} <= {field.toPlainText() for field in workshop.texts_in_sight()}
        origins = [b for b in workshop.window.findChildren(QAbstractButton) if b.isVisible() and title in b.text()]
        assert len(origins) == count, "a sign is said once over all that was captured there"
        if name != "Parked":
            workshop.presses_key(Qt.Key.Key_Escape)
    origins[0].click()
    workshop.waits_until(lambda: workshop.window.step is Step.DIAGNOSE)
    assert workshop.session.method.signs[1].question in workshop.reads()


def test_on_the_results_the_same_keys_capture_about_the_pilot_as_a_whole(workshop: Facilitator) -> None:
    workshop.goes_to(Step.RESULTS)
    workshop.types("p")
    workshop.types("Ask legal")
    workshop.waits_until_saved()
    note = workshop.engagement.current.notes[0]
    assert (note.kind, note.sign_id, note.text) == (NoteKind.PARKED, "", "Ask legal")


def test_the_clicker_goes_through_the_results_and_the_room_never_sees_the_list(workshop: Facilitator) -> None:
    workshop.types("2")
    workshop.types("p")
    workshop.types("PRIVATE")
    workshop.presses_key(Qt.Key.Key_F5)
    workshop.goes_to(Step.RESULTS)
    control = workshop.room
    pages = []
    for _ in range(2):
        pages.append(control.presenter.view.page)
        workshop.presses_key(Qt.Key.Key_PageDown)
    assert [type(page) for page in pages] == [RoomResults, RoomAgreement]
    assert workshop.window.step is Step.PLAYBOOK
    assert "PRIVATE" not in repr(pages)


def test_the_keyboard_leads_from_the_agreement_back_to_a_sign(workshop: Facilitator) -> None:
    workshop.types("3")
    workshop.presses_key(Qt.Key.Key_PageDown)
    workshop.types("3")
    workshop.goes_to(Step.RESULTS)
    workshop.types("g")
    workshop.waits_until(lambda: workshop.session.method.signs[2].finding_at(3) in workshop.reads())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        workshop.presses_key(key)
    assert workshop.window.step is Step.DIAGNOSE
    assert workshop.session.method.signs[2].question in workshop.reads()


def test_a_sign_on_the_agreement_map_leads_back_to_it(workshop: Facilitator) -> None:
    workshop.types("3")
    workshop.goes_to(Step.RESULTS)
    workshop.presses("Agreement")
    text = workshop.session.method.signs[1].finding_at(3)
    workshop.waits_until(lambda: f"2  {text}" in workshop.reads())
    workshop.presses(f"2  {text}")
    workshop.waits_until(lambda: workshop.window.step is Step.DIAGNOSE)
    assert workshop.session.method.signs[1].question in workshop.reads()


def test_removing_twice_in_one_turn_removes_once(workshop: Facilitator) -> None:
    workshop.types("p")
    workshop.types("The licence")
    workshop.presses_key(Qt.Key.Key_Return)
    editor = workshop.window.findChildren(NoteEditor)[0]
    editor.removed.emit()
    gone = workshop.engagement
    for late in (editor.removed.emit, lambda: editor.typed.emit("more", "t"), lambda: editor.shared.emit(True)):
        late()
    assert not captured(workshop)
    assert workshop.engagement is gone, "nothing is done to what is gone"


def test_an_entry_that_is_not_shown_takes_no_cursor(workshop: Facilitator) -> None:
    NoteList("Notes", "", "", Noting(workshop.session)).edit_note("gone")


def dissenting(workshop: Facilitator) -> Facilitator:
    """Ana and Ben are known, and a dissent is being taken down."""
    scope = workshop.engagement.id
    ana = Stakeholder(engagement_id=scope, name="Ana Ruiz", present=True)
    ben = Stakeholder(engagement_id=scope, position=1, name="Ben Odd", present=True)
    workshop.session.edit(act_called("People"), ana, ben)
    workshop.types("d")
    workshop.types("I am against it.")
    return workshop


def only_note(workshop: Facilitator) -> Note:
    (note,) = workshop.engagement.current.notes
    return note


def test_whether_a_dissent_is_for_the_client_and_with_the_name_is_asked_as_it_is_taken_down(
    workshop: Facilitator,
) -> None:
    dissenting(workshop)
    assert (only_note(workshop).for_client, only_note(workshop).by, only_note(workshop).named) == (False, "", False)
    assert "For the client   Ctrl+I" in workshop.reads()
    assert "With the name   Ctrl+Shift+I" in workshop.reads()
    control = Qt.KeyboardModifier.ControlModifier
    workshop.presses_key(Qt.Key.Key_I, control | Qt.KeyboardModifier.ShiftModifier)
    assert not only_note(workshop).named, "nobody said it yet"
    workshop.presses_key(Qt.Key.Key_I, control)
    assert only_note(workshop).for_client
    workshop.types(" Not now.")
    workshop.presses_key(Qt.Key.Key_B, control)
    workshop.types("Ana")
    ana, ben = workshop.session.people()
    assert only_note(workshop).by == ana.id
    workshop.presses_key(Qt.Key.Key_I, control | Qt.KeyboardModifier.ShiftModifier)
    assert only_note(workshop).named
    assert only_note(workshop).text == "I am against it. Not now."
    workshop.chooses("Who said it", "Ben Odd")
    assert (only_note(workshop).by, only_note(workshop).named) == (ben.id, False), "it was Ana who agreed to it"
    workshop.waits_until_saved()


def test_a_note_is_marked_for_the_client_while_it_is_typed(workshop: Facilitator) -> None:
    workshop.types("n")
    workshop.types("Said twice")
    workshop.presses_key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert (only_note(workshop).text, only_note(workshop).for_client) == ("Said twice", True)
    workshop.presses_key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert not only_note(workshop).for_client


@pytest.mark.parametrize("key", ["n", "d", "o"])
def test_what_is_typed_is_in_sight_however_much_was_said_before(workshop: Facilitator, key: str) -> None:
    workshop.window.resize(QSize(1024, 768))
    for text in ("First", "Second", "Third"):
        workshop.types("n")
        workshop.types(f"{text}, and at some length. " * 8)
        workshop.presses_key(Qt.Key.Key_Escape)
    workshop.types(key)
    workshop.comes_to_rest()
    field = workshop.keyboard_goes_to()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == ""
    assert field.visibleRegion().boundingRect().height() == field.height()


def test_of_several_notes_the_key_marks_the_one_that_is_typed(workshop: Facilitator) -> None:
    for text in ("First", "Second", "Third"):
        workshop.types("n")
        workshop.types(text)
        workshop.presses_key(Qt.Key.Key_Escape)
    workshop.field("Notes 2").setFocus()
    workshop.presses_key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert [note.text for note in workshop.engagement.current.notes if note.for_client] == ["Second"]
