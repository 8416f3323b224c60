"""The wheel scrolls: it never takes the keyboard from where it is, and never changes what is closed."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from desktop.console.steps import Step

PAGES = [step for step in Step if step is not Step.LIBRARY]


def turns_the_wheel(over: QWidget) -> None:
    place = QPointF(over.rect().center())
    event = QWheelEvent(
        place,
        QPointF(over.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(over, event)


@pytest.mark.parametrize("step", PAGES, ids=lambda step: step.value)
def test_the_wheel_takes_no_keyboard_and_changes_nothing(facilitator: Facilitator, step: Step) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(step)
    page = facilitator.window.page
    if step is Step.PLAN:
        facilitator.types("2")
    before = facilitator.engagement
    wheeled = [part for part in page.findChildren(QWidget) if part.focusPolicy() == Qt.FocusPolicy.WheelFocus]
    assert [f"{type(part).__name__} {part.accessibleName()}" for part in wheeled if part.isVisible()] == []
    for box in page.findChildren(QComboBox):
        if box.isVisible():
            turns_the_wheel(box)
            assert not box.hasFocus()
    assert facilitator.engagement is before
