"""Keys in a register are the register's: what is typed there opens nothing else."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.rail import Step
from desktop.widgets.register_table import RegisterTable


@pytest.fixture
def typing(facilitator: Facilitator) -> Facilitator:
    """In the first register of the playbook, with a word typed in it."""
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PLAYBOOK)
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.types("Delay")
    return facilitator


def kept(at: Facilitator) -> list[str]:
    return [cell.value for cell in at.engagement.current.cells.values()]


def test_a_question_mark_is_typed_in_a_register_and_opens_nothing(typing: Facilitator) -> None:
    typing.presses_key(Qt.Key.Key_Return)
    typing.presses_key(Qt.Key.Key_Escape)
    typing.types("? or so")
    assert kept(typing) == ["Delay", "? or so"]
    assert not typing.window.keys.isVisible()


def test_the_keyboard_is_back_in_the_register_after_the_room_check_although_the_cell_is_gone(
    typing: Facilitator,
) -> None:
    typing.presses_key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    typing.qtbot.wait(20)  # the cell goes as soon as it has lost the keyboard
    typing.presses("Done")
    assert isinstance(typing.keyboard_goes_to(), RegisterTable)
    assert kept(typing) == ["Delay"]
