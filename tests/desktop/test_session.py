"""Undo, notes and what each key does, through the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.console.steps import Step
from desktop.widgets.typed.understood_field import DateField
from models.storage import Library
from models.storage.errors import LibraryFullError
from models.values.sentence import act_called
from models.values.terms import Answer

CTRL = Qt.KeyboardModifier.ControlModifier


def test_undo_and_redo_of_a_rating(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.presses_key(Qt.Key.Key_Z, CTRL)
    facilitator.waits_until(lambda: not facilitator.engagement.current.ratings)
    facilitator.presses_key(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    facilitator.waits_until(lambda: len(facilitator.engagement.current.ratings) == 1)


def test_undo_works_after_a_restart(facilitator: Facilitator, start: Callable[[], Facilitator]) -> None:
    facilitator.rates_the_first_sign()
    facilitator.closes()
    again = start()
    again.waits_until(lambda: again.clearway.browsing.total == 1)
    again.presses("Open")
    again.waits_until(lambda: again.window.session is not None and again.session.labels.undo is not None)
    again.goes_to(Step.DIAGNOSE)
    again.presses_key(Qt.Key.Key_Z, CTRL)
    again.waits_until(lambda: not again.engagement.current.ratings)


def test_a_burst_of_typing_is_one_step_of_undo(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.presses_key(Qt.Key.Key_N)
    facilitator.types("The target was never written down.")
    facilitator.waits_until_saved()
    facilitator.presses_key(Qt.Key.Key_Z, CTRL)
    facilitator.waits_until(lambda: not facilitator.engagement.current.notes)


def test_what_is_pasted_is_a_step_of_its_own_in_a_text(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.presses_key(Qt.Key.Key_N)
    facilitator.types("Said: ")
    QGuiApplication.clipboard().setText("the wrong thing")
    facilitator.presses_key(Qt.Key.Key_V, CTRL)
    facilitator.types("!")
    for left in ("Said: the wrong thing", "Said: "):
        facilitator.presses_key(Qt.Key.Key_Z, CTRL)
        facilitator.waits_until(lambda text=left: facilitator.engagement.current.notes[0].text == text)


def test_what_is_pasted_is_a_step_of_its_own_in_a_line(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.field("Sector").setFocus()
    facilitator.types("Ports ")
    QGuiApplication.clipboard().setText("the wrong thing")
    facilitator.presses_key(Qt.Key.Key_V, CTRL)
    facilitator.types("!")
    for left in ("Ports the wrong thing", "Ports "):
        facilitator.presses_key(Qt.Key.Key_Z, CTRL)
        facilitator.waits_until(lambda text=left: facilitator.field("Sector").text() == text)


def test_a_note_is_internal_until_marked(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.presses_key(Qt.Key.Key_N)
    facilitator.types("Between us")
    facilitator.waits_until_saved()
    assert not facilitator.engagement.current.notes[0].for_client


def test_letters_typed_in_a_note_are_never_taken_for_commands(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.presses_key(Qt.Key.Key_N)
    facilitator.types("0123 kxcst ne ?")
    facilitator.waits_until_saved()
    ratings = facilitator.engagement.current.ratings
    assert facilitator.engagement.current.notes[0].text == "0123 kxcst ne ?"
    assert [r.answer for r in ratings.values()] == [Answer.ESTABLISHED]
    assert len(facilitator.engagement.current.notes) == 1


def test_a_sign_that_does_not_apply_asks_why(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.presses_key(Qt.Key.Key_X)
    facilitator.types("The supplier trains the model.")
    facilitator.waits_until_saved()
    rating = next(iter(facilitator.engagement.current.ratings.values()))
    assert (rating.answer, rating.reason) == (Answer.DOES_NOT_APPLY, "The supplier trains the model.")


def test_escape_never_closes_or_discards_anything(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    before = facilitator.engagement
    for step in Step:
        facilitator.goes_to(step)
        for _ in range(3):
            facilitator.presses_key(Qt.Key.Key_Escape)
        assert facilitator.window.isVisible()
    assert facilitator.engagement == before


def test_what_is_being_typed_is_kept_when_the_same_engagement_is_opened_once_more(facilitator: Facilitator) -> None:
    """As where Enter was pressed twice in the library, and somebody typed on before the second answer came."""
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PREPARE)
    before = facilitator.session
    wanted = facilitator.finds(DateField, "In production by")
    wanted.setFocus()
    facilitator.clearway.browsing.open(facilitator.engagement.id)
    facilitator.qtbot.keyClicks(wanted, "1 June 2027")
    assert facilitator.session is before
    facilitator.waits_until(lambda: facilitator.session is not before)

    assert facilitator.engagement.pilot.target_date == date(2027, 6, 1)
    facilitator.session.undo()
    assert facilitator.engagement.pilot.target_date is None
    facilitator.waits_until_saved()
    assert not facilitator.clearway.rescue.kept()


def test_an_act_from_a_screen_that_was_left_is_on_the_one_that_took_its_place(facilitator: Facilitator) -> None:
    """As out of a menu that was open when the same engagement was opened once more."""
    facilitator.begins("Harbour Trust", "Berth planner")
    before = facilitator.session
    pilot = before.engagement.pilot
    facilitator.clearway.browsing.open(facilitator.engagement.id)
    facilitator.waits_until(lambda: facilitator.session is not before)

    before.edit(act_called("Rename"), replace(pilot, name="Berth"))
    facilitator.waits_until(lambda: facilitator.engagement.pilot.name == "Berth")
    facilitator.session.undo()
    facilitator.waits_until_saved()
    assert facilitator.engagement.pilot.name == "Berth planner"
    assert not facilitator.clearway.rescue.kept()


def test_undo_of_bringing_in_the_open_engagement_closes_it(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: facilitator.clearway.browsing.steps.undo is not None)
    facilitator.presses("Undo: Import “Leak Watch”")
    facilitator.waits_until(lambda: facilitator.window.session is None)
    facilitator.waits_until(lambda: facilitator.clearway.browsing.total == 0)
    facilitator.clearway.browsing.redo()
    facilitator.waits_until(lambda: facilitator.clearway.browsing.total == 1)


def test_what_has_been_worked_on_is_not_taken_out_by_undo(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.clearway.browsing.undo()
    facilitator.waits_until(lambda: "has been worked on" in facilitator.window.banner.text())
    assert facilitator.clearway.browsing.total == 1
    assert len(facilitator.engagement.current.ratings) == 1


def test_an_undo_that_is_refused_never_takes_anything_out_on_the_way(
    facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk may be full by the time that something would have to be put back."""

    def full(library: Library, _: str) -> None:
        raise LibraryFullError(path=library.path)

    monkeypatch.setattr(Library, "redo", full)
    facilitator.rates_the_first_sign()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.clearway.browsing.undo()
    facilitator.waits_until(lambda: "has been worked on" in facilitator.window.banner.text())
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_3)
    facilitator.waits_until_saved()


def test_what_is_done_while_its_engagement_is_being_taken_away_brings_it_back(
    facilitator: Facilitator, library_file: Path
) -> None:
    facilitator.opens_the_sample()
    rescued: list[str] = []
    facilitator.clearway.ledger.lost.connect(lambda _, told: rescued.append(told))
    facilitator.goes_to(Step.LIBRARY)

    facilitator.clearway.browsing.undo()
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_N)
    facilitator.types("Nurses override it")

    facilitator.waits_until_saved()
    facilitator.waits_until(lambda: facilitator.clearway.browsing.total == 1)
    assert [note.text for note in facilitator.engagement.current.notes if "Nurses" in note.text]
    assert rescued == []
    assert facilitator.clearway.browsing.steps.redo is None
    facilitator.closes()
    with Library.open(library_file, who="test") as library:
        (entry,) = library.entries()
        assert "Nurses override it" in [n.text for n in library.engagement(entry.id).current.notes]


def test_a_notice_goes_with_the_page_that_it_was_said_on(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.session.noticed.emit("It cannot be done.")
    facilitator.goes_to(Step.DIAGNOSE)
    assert facilitator.window.banner.text() == "It cannot be done."
    facilitator.goes_to(Step.PLAN)
    assert facilitator.window.banner.text() == ""


def test_what_opening_has_to_say_is_there_on_the_page_it_opens_on(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.clearway.browsing.told.emit("Two names are longer than they may be.")
    facilitator.presses_key(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert facilitator.window.banner.text() == "Two names are longer than they may be."


def test_undo_in_the_search_takes_back_letters_only(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.LIBRARY)
    facilitator.types_into("Search", "harb")
    facilitator.presses_key(Qt.Key.Key_Z, CTRL)
    facilitator.qtbot.wait(200)
    assert facilitator.field("Search").text() != "harb"
    facilitator.waits_until(lambda: facilitator.clearway.browsing.total == 1)


def test_after_a_note_is_removed_the_keys_of_the_page_work(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.presses_key(Qt.Key.Key_N)
    facilitator.types("Gone in a moment")
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.texts_in_sight()[0].setFocus()
    facilitator.comes_to_rest()
    facilitator.presses("Remove")
    facilitator.waits_until(lambda: not facilitator.engagement.current.notes)
    facilitator.presses_key(Qt.Key.Key_3)
    facilitator.waits_until_saved()
    assert [r.answer for r in facilitator.engagement.current.ratings.values()] == [Answer.SEVERE]


def test_the_line_that_is_framed_is_the_line_that_is_decided(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PLAN)
    page = facilitator.window.pages[Step.PLAN]
    for row in range(1, 8):
        facilitator.presses_key(Qt.Key.Key_Down)
        facilitator.qtbot.wait(10)
        assert page.list.currentIndex().row() == row
        assert [index.row() for index in page.list.selectedIndexes()] == [row]


def test_a_sum_is_stored_only_once_it_is_understood(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PREPARE)
    for typed, stored in (
        ("1,5m", 1_500_000),
        ("180.000", 180_000),
        ("250 thousand", 250_000),
        ("about 180k", 250_000),
        ("1e9", 250_000),
    ):
        facilitator.types_into("Cost of the pilot so far", typed)
        facilitator.field("Sector").setFocus()
        facilitator.waits_until_saved()
        assert facilitator.engagement.pilot.cost == stored, typed


def test_an_open_engagement_that_is_archived_stays_archived_when_it_is_edited(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: facilitator.clearway.browsing.total == 1)
    facilitator.presses("More")
    facilitator.presses("Archive")
    facilitator.waits_until(lambda: facilitator.engagement.pilot.archived)
    facilitator.goes_to(Step.PREPARE)
    facilitator.types_into("Pilot", "Berth planner II")
    facilitator.waits_until_saved()
    assert facilitator.engagement.pilot.archived


def test_a_broken_file_brought_in_is_refused_in_words(facilitator: Facilitator, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "clearway-engagement"', encoding="utf-8")
    facilitator.clearway.browsing.bring_in(broken)
    facilitator.waits_until(lambda: "line 1, column" in facilitator.window.banner.text())
    assert facilitator.clearway.browsing.total == 0


def test_a_date_that_is_none_yet_stays_as_typed(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PREPARE)
    facilitator.types_into("Started", "sometime in spring")
    facilitator.types_into("Sector", "Ports")
    facilitator.waits_until_saved()
    assert facilitator.field("Started").text() == "sometime in spring"
    assert facilitator.field("Started").property("invalid") is True


def test_a_name_of_three_hundred_letters_widens_nothing(facilitator: Facilitator) -> None:
    name = "W" * 300
    facilitator.begins(name, name)
    facilitator.window.resize(1024, 768)
    for step in Step:
        facilitator.goes_to(step)
        facilitator.qtbot.wait(100)
        assert facilitator.window.width() == 1024
    assert facilitator.engagement.client.name == name


def test_a_click_on_its_way_to_a_page_that_was_left_leads_nowhere(facilitator: Facilitator) -> None:
    facilitator.rates_the_first_sign()
    diagnose = facilitator.window.pages[Step.DIAGNOSE]
    facilitator.goes_to(Step.LIBRARY)
    diagnose.passed.emit(1)
    assert facilitator.window.step is Step.LIBRARY
