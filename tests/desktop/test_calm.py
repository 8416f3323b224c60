"""One filled act a page: what comes next stands out, and nothing else does."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.console.plan.page import PlanPage
from desktop.console.plan.view_choice import View
from desktop.console.steps import Step


def filled(window: QWidget) -> list[str]:
    found = [
        made for made in window.findChildren(QPushButton) if made.isVisible() and made.property("role") == "primary"
    ]
    return [made.accessibleName() for made in found]


@pytest.fixture
def working(facilitator: Facilitator) -> Facilitator:
    assert filled(facilitator.window) == ["Open the sample engagement"]
    facilitator.opens_the_sample()
    facilitator.window.resize(QSize(1366, 768))
    return facilitator


def test_at_most_one_act_of_a_page_is_filled(working: Facilitator) -> None:
    for step in Step:
        working.goes_to(step)
        working.comes_to_rest()
        assert len(filled(working.window)) <= 1, step


def test_at_most_one_act_of_a_view_of_the_plan_is_filled(working: Facilitator) -> None:
    working.goes_to(Step.PLAN)
    page = working.window.pages[Step.PLAN]
    assert isinstance(page, PlanPage)
    for view in View:
        page.show_view(view)
        assert len(filled(working.window)) <= 1, view


def test_while_the_room_votes_revealing_is_the_one_filled_act(working: Facilitator) -> None:
    working.goes_to(Step.DIAGNOSE)
    assert filled(working.window) == ["Next"]
    working.types("v")
    assert filled(working.window) == ["Reveal"]
