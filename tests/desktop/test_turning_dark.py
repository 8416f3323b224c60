"""Light to dark and back while everything is shown: no part keeps the colours of before."""

from __future__ import annotations

from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from desktop.console.steps import Step
from desktop.theme import palette

ROLES = (QPalette.ColorRole.Light, QPalette.ColorRole.Mid, QPalette.ColorRole.Midlight, QPalette.ColorRole.Dark)


def test_what_is_drawn_by_hand_takes_the_colours_of_the_theme_that_is_on(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.DIAGNOSE)
    for _ in range(3):
        facilitator.presses_key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        wanted = palette(facilitator.window.look.theme)
        parts = [part for part in facilitator.window.findChildren(QWidget) if part.isVisible()]
        stale = {
            f"{type(part).__name__} {part.accessibleName()}: {role.name}"
            for part in parts
            for role in ROLES
            if part.palette().color(role) != wanted.color(role)
        }
        assert stale == set()
