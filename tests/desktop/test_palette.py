"""Ctrl+K and Ctrl+F: any act by its name, any word of the engagement, and never anything on the wall unasked."""

from __future__ import annotations

import pytest
from facilitator import Facilitator, comes_by_post
from PySide6.QtCore import Qt

from desktop.console.palette.overlay import Palette
from desktop.console.palette.rows import RowList
from desktop.console.steps import Step
from desktop.view_models.room.showing import Showing
from desktop.widgets.matched import begun_near, matched_parts
from models.values.terms import NoteKind

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sampled(facilitator: Facilitator) -> Facilitator:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.DIAGNOSE)
    return facilitator


def finds(facilitator: Facilitator, typed: str, key: Qt.Key = Key.Key_K) -> list[str]:
    """Opens the palette and types; what it shows."""
    facilitator.presses_key(key, CTRL)
    facilitator.types(typed)
    (palette,) = [p for p in facilitator.window.findChildren(Palette) if p.isVisible()]
    (rows,) = palette.findChildren(RowList)
    model = rows.model()
    return [str(model.data(model.index(n, 0))) for n in range(model.rowCount())]


def test_an_action_is_found_by_any_of_its_words_and_gone_to(sampled: Facilitator) -> None:
    shown = finds(sampled, "feed nightly")

    assert shown[0] == "Go to"
    assert shown[1].startswith("Build the nightly telemetry feed")
    assert "Priya Raman" in shown[1]
    sampled.presses_key(Key.Key_Return)
    sampled.waits_until(lambda: sampled.window.step is Step.PLAN)


def test_an_act_of_the_page_is_found_by_its_name_shows_its_key_and_is_done(sampled: Facilitator) -> None:
    shown = finds(sampled, "park")
    assert "Park, P" in shown
    before = len(sampled.engagement.current.notes)
    while True:
        (rows,) = [r for r in sampled.window.findChildren(RowList) if r.isVisible()]
        row = rows.chosen()
        assert row is not None
        if row.text == "Park":
            break
        sampled.presses_key(Key.Key_Down)
    sampled.presses_key(Key.Key_Return)
    comes_by_post()
    sampled.types("The licence")

    sampled.waits_until(lambda: len(sampled.engagement.current.notes) == before + 1)
    assert sampled.engagement.current.notes[-1].kind is NoteKind.PARKED


def test_an_act_of_another_page_is_found_and_says_where_it_is(sampled: Facilitator) -> None:
    assert any("Report" in row and "Ctrl+S" in row for row in finds(sampled, "save the pdf"))


def test_any_word_is_found_whatever_its_accents_in_notes_registers_and_names(sampled: Facilitator) -> None:
    assert any("teaspoon" in row for row in finds(sampled, "TÉASPOON", Key.Key_F))
    sampled.presses_key(Key.Key_Escape)
    assert any("Margaret Oduya" in row for row in finds(sampled, "margaret od", Key.Key_F))
    sampled.presses_key(Key.Key_Escape)
    assert finds(sampled, "park", Key.Key_F)[:1] != ["Do"]


def test_going_somewhere_never_turns_the_wall_and_ctrl_enter_does(sampled: Facilitator) -> None:
    sampled.presses_key(Key.Key_F5)
    control = sampled.room
    page = control.presenter.view.page

    finds(sampled, "nobody is assigned")
    sampled.presses_key(Key.Key_Return)
    sampled.waits_until(lambda: control.presenter.showing is Showing.HELD)
    assert control.presenter.view.page == page

    finds(sampled, "feed nightly")
    sampled.presses_key(Key.Key_Return, CTRL)
    sampled.waits_until(lambda: control.presenter.showing is Showing.LIVE)
    assert sampled.window.step is Step.PLAN


def test_escape_puts_it_away_and_the_keyboard_goes_back(sampled: Facilitator) -> None:
    finds(sampled, "zzz")
    sampled.presses_key(Key.Key_Return)
    sampled.presses_key(Key.Key_Escape)

    assert not [p for p in sampled.window.findChildren(Palette) if p.isVisible()]
    sampled.presses_key(Key.Key_2)
    sampled.waits_until_saved()


def test_in_the_library_acts_alone_are_found(facilitator: Facilitator) -> None:
    assert "Light or dark, Ctrl+T" in finds(facilitator, "dark")


def test_what_matches_is_marked_and_the_text_stays_whole() -> None:
    assert matched_parts("Read the Féed", "feed re") == [("Re", True), ("ad the ", False), ("Féed", True)]
    assert matched_parts("Straße", "strasse") == [("Straße", False)]
    long = "one two three four five six seven eight nine ten eleven twelve"
    assert begun_near(long, "twelve", 20) == "…ten eleven twelve"
    assert begun_near(long, "two", 20) == begun_near(long, "", 20) == long
