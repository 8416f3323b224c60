"""Undo says what it took back, and where, for as long as it takes to read."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.rail import TOLD_FOR
from desktop.console.steps import Step

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def rated(facilitator: Facilitator) -> Facilitator:
    facilitator.rates_the_first_sign()
    return facilitator


def foot(at: Facilitator) -> str:
    told = at.window.rail._told
    return told.text().replace("\u200b", "") if told.isVisible() else ""


def test_what_was_taken_back_stands_in_the_foot_and_goes_again(rated: Facilitator) -> None:
    rated.window.rail._telling.setInterval(100)
    rated.presses_key(Qt.Key.Key_Z, CONTROL)
    assert foot(rated).startswith("Undone: Rate “")
    rated.waits_until_saved()
    rated.waits_until(lambda: foot(rated) == "")
    rated.presses_key(Qt.Key.Key_Y, CONTROL)
    assert foot(rated).startswith("Done again: Rate “")


def test_an_act_of_another_page_names_it(rated: Facilitator) -> None:
    rated.goes_to(Step.PLAN)
    rated.presses_key(Qt.Key.Key_Z, CONTROL)
    assert rated.window.step is Step.PLAN, "the room is shown no other page by an undo"
    assert foot(rated).startswith("Undone in Diagnose: Rate “")


def test_nothing_to_take_back_says_nothing(rated: Facilitator) -> None:
    rated.window.rail._telling.setInterval(1)
    for _ in range(9):
        rated.presses_key(Qt.Key.Key_Z, CONTROL)
    rated.waits_until_saved()
    rated.waits_until(lambda: foot(rated) == "")
    rated.window.rail._telling.setInterval(TOLD_FOR)
    rated.presses_key(Qt.Key.Key_Z, CONTROL)
    assert foot(rated) == ""
