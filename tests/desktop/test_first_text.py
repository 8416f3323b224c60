"""What opens a cell of a register is its first text, however it was made: by a key, a dead key, an input method."""

from __future__ import annotations

import pytest
from facilitator import Facilitator, comes_by_post
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from register_hand import begins_the_playbook, kept, opens_register

from desktop.console.playbook.cell_field import CellField
from desktop.console.playbook.register_table import RegisterTable
from models.values.terms import RaciPart


@pytest.fixture
def typing(facilitator: Facilitator) -> Facilitator:
    """In front of the empty line of the first register."""
    begins_the_playbook(facilitator, "Ana Ruiz", "Ben Okoro")
    opens_register(facilitator, "metrics")
    assert isinstance(facilitator.keyboard_goes_to(), RegisterTable)
    return facilitator


def composes(at: Facilitator, preedit: str = "", commit: str = "") -> None:
    """What an input method sends to wherever the keyboard is."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(at.keyboard_goes_to(), event)
    comes_by_post()


def first(at: Facilitator) -> str:
    return kept(at, "metrics")[0]["metric"]


def test_text_that_is_only_committed_opens_the_cell_whole(typing: Facilitator) -> None:
    composes(typing, commit="é")
    assert isinstance(typing.keyboard_goes_to(), CellField)
    typing.types("tat")
    assert first(typing) == "état"


def test_a_dead_key_and_its_letter_are_one_text(typing: Facilitator) -> None:
    composes(typing, preedit="´")
    composes(typing, commit="é")
    typing.types("tat")
    assert first(typing) == "état"


def test_what_is_composed_takes_the_place_of_what_stood_there(typing: Facilitator) -> None:
    typing.types("old")
    typing.presses_key(Qt.Key.Key_Return)
    metrics = opens_register(typing, "metrics")
    metrics.go_to(metrics.sheet.entry_id(0), "metric")
    for preedit in ("n", "ni"):
        composes(typing, preedit=preedit)
    composes(typing, commit="你")
    composes(typing, commit="好")
    assert first(typing) == "你好"


def test_a_composition_that_is_given_up_leaves_an_open_cell(typing: Facilitator) -> None:
    composes(typing, preedit="n")
    composes(typing)
    typing.types("x")
    assert first(typing) == "x"


def test_a_part_in_a_task_may_be_committed_too(typing: Facilitator) -> None:
    opens_register(typing, "raci")
    typing.types("Run it")
    typing.presses_key(Qt.Key.Key_Tab)
    composes(typing, commit="a")
    assert RaciPart.ACCOUNTABLE.value in {cell.value for cell in typing.engagement.current.cells.values()}
