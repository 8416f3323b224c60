"""What is pressed before the library has answered is done once it has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.application import Clearway
from desktop.console.hub.card import HubCard
from desktop.console.palette.overlay import Palette
from models.engagement.beginning import new_engagement
from models.storage import Library
from models.values.sentence import act_called
from tests.built_in import KEY

CTRL = Qt.KeyboardModifier.ControlModifier


PATIENCE = 60
"""Seconds that the library waits at most."""


@pytest.fixture
def may_answer() -> Iterator[Event]:
    """Until it is set the library answers nothing."""
    event = Event()
    yield event
    event.set()


@pytest.fixture
def early(
    dressed_app: QApplication, qtbot: QtBot, library_file: Path, settings: QSettings, may_answer: Event
) -> Iterator[Facilitator]:
    """Starts Clearway on a library with one engagement; its list has not come when this returns."""
    with Library.open(library_file, who="before") as library:
        library.add(new_engagement("Harbour Trust", "Berth planner", KEY, datetime.now(UTC), None), act_called("Begin"))
    clearway = Clearway(library_file, settings)
    clearway.thread.do(lambda _: may_answer.wait(PATIENCE), lambda _: None, lambda _: None)
    clearway.start()
    facilitator = Facilitator(clearway, qtbot)
    facilitator.keyboard_goes_to()
    assert not clearway.browsing.known
    yield facilitator
    may_answer.set()
    facilitator.closes()
    clearway.window.deleteLater()


def test_letters_go_into_the_search_that_comes(early: Facilitator, may_answer: Event) -> None:
    early.types("be")
    may_answer.set()
    early.waits_until(lambda: "be" in [field.text() for field in early.window.findChildren(QLineEdit, "search")])


def test_the_hub_is_shown_once_it_can_be(early: Facilitator, may_answer: Event) -> None:
    early.presses_key(Qt.Key.Key_F9)
    may_answer.set()
    early.waits_until(lambda: bool(early.window.findChildren(HubCard)))
    (card,) = early.window.findChildren(HubCard)
    assert card.isAncestorOf(early.window.focusWidget())


def test_what_is_opened_keeps_the_keyboard_and_gives_it_to_the_list(early: Facilitator, may_answer: Event) -> None:
    early.presses_key(Qt.Key.Key_K, CTRL)
    may_answer.set()
    early.waits_until(lambda: early.clearway.browsing.known)
    early.types("be")
    (palette,) = early.window.findChildren(Palette)
    (search,) = early.window.findChildren(QLineEdit, "search")

    assert palette.isAncestorOf(early.window.focusWidget())
    assert search.text() == ""
    early.presses_key(Qt.Key.Key_Escape)
    assert early.window.focusWidget() is search
