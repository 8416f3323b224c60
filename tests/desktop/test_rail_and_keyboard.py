"""What is pressed in the rail with the mouse leaves the keyboard where it was: the next Enter is the page's."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.steps import Step


@pytest.mark.parametrize("name", ["Light/dark", "Undo", "Blank"])
def test_the_keyboard_stays_with_the_page(facilitator: Facilitator, name: str) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.types("2")
    if name == "Blank":
        facilitator.presses_key(Qt.Key.Key_F5)
    facilitator.window.activateWindow()
    facilitator.waits_until(facilitator.window.isActiveWindow)
    page = facilitator.window.page
    assert page.hasFocus()
    facilitator.presses(name)
    assert page.hasFocus()


def test_it_keeps_with_the_field_that_is_typed_in(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PREPARE)
    field = facilitator.field("Sector")
    field.setFocus()
    facilitator.presses("Light/dark")
    assert field.hasFocus()
