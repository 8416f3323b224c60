"""A window that nobody touches does nothing: a layout that asks to be laid out anew, for ever, empties a battery."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication

from desktop.console.plan.page import PlanPage
from desktop.console.plan.view_choice import View
from desktop.console.steps import Step


class Unrest(QObject):
    """Counts what is laid out or painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Paint)
        return False


@pytest.fixture
def unrest() -> Iterator[Unrest]:
    application, watching = QApplication.instance(), Unrest()
    assert application is not None
    application.installEventFilter(watching)
    yield watching
    application.removeEventFilter(watching)


@pytest.mark.parametrize("width", [1024, 1366])
def test_a_page_that_nobody_touches_is_laid_out_and_painted_no_more(
    facilitator: Facilitator, unrest: Unrest, width: int
) -> None:
    def quiet() -> bool:
        unrest.count = 0
        facilitator.qtbot.wait(120)
        return unrest.count == 0

    facilitator.opens_the_sample()
    facilitator.window.resize(QSize(width, 768))
    for step in Step:
        facilitator.goes_to(step)
        facilitator.waits_until(quiet)
    facilitator.goes_to(Step.PLAN)
    page = facilitator.window.pages[Step.PLAN]
    assert isinstance(page, PlanPage)
    for view in View:
        page.show_view(view)
        facilitator.waits_until(quiet)
