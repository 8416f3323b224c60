"""Opening a page shows that page: never, for however short, a small window of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from desktop.console.plan.page import PlanPage
from desktop.console.plan.view_choice import View
from desktop.console.steps import Step


class WindowsShown(QObject):
    """What was shown as a window of its own, by what it is."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()} {watched.accessibleName()}".strip())
        return False


@pytest.fixture
def shown(dressed_app: QApplication) -> Iterator[WindowsShown]:
    watch = WindowsShown()
    dressed_app.installEventFilter(watch)
    yield watch
    dressed_app.removeEventFilter(watch)


@pytest.mark.parametrize("engagement", ["sample", "empty"])
def test_every_page_opens_without_another_window(
    facilitator: Facilitator, shown: WindowsShown, engagement: str
) -> None:
    if engagement == "sample":
        facilitator.opens_the_sample()
    else:
        facilitator.begins("Harbour Trust", "Berth planner")
    for step in (*Step, *reversed(Step)):
        facilitator.goes_to(step)
        facilitator.qtbot.wait(50)
        assert shown.seen == [], f"a window on the way to {step.value}"
    assert set(facilitator.window.pages) == set(Step) - {Step.LIBRARY}, "each was opened"


def test_what_pages_open_within_themselves_is_no_window_either(facilitator: Facilitator, shown: WindowsShown) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PLAN)
    plan = facilitator.window.pages[Step.PLAN]
    assert isinstance(plan, PlanPage)
    for view in View:
        plan.show_view(view)
    facilitator.goes_to(Step.PREPARE)
    facilitator.presses("Add a stakeholder")
    facilitator.presses("Add a time box")
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.types("vv")
    facilitator.presses_key(Qt.Key.Key_Escape)
    facilitator.goes_to(Step.REPORT)
    facilitator.presses_key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    facilitator.presses_key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    facilitator.presses_key(Qt.Key.Key_Escape)
    facilitator.types("?")
    facilitator.qtbot.wait(50)

    assert shown.seen == []


def test_the_watch_sees_a_widget_that_is_shown_before_it_has_a_place(
    facilitator: Facilitator, shown: WindowsShown
) -> None:
    column = QVBoxLayout()
    early = QLabel("too early")
    early.setVisible(True)
    column.addWidget(early)
    holder = QWidget(facilitator.window)
    holder.setLayout(column)

    assert shown.seen == ["QLabel"], "it would hear of it"
