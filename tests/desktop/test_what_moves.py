"""The ground of the chosen line and the line under a view go to the next in a moment; nothing moves that need not."""

from __future__ import annotations

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from register_hand import begins_the_playbook

from desktop.console.diagnose.answer_form import AnswerForm
from desktop.console.plan.page import PlanPage
from desktop.console.plan.plan_head import TopLine
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.steps import Step
from desktop.settings import MOTION
from desktop.widgets.gliding.glide import Glide


def ways_of(widget: QWidget) -> list[QRectF | None]:
    """Where what marks the chosen one of the widget was on its way, in the end None; empty while it did not move."""
    (glide,) = widget.findChildren(Glide)
    ways: list[QRectF | None] = []
    glide.moved.connect(lambda: ways.append(glide.place))
    return ways


@pytest.mark.parametrize("motion", ["system", "none"])
def test_the_ground_of_a_line_moves_only_where_things_may(facilitator: Facilitator, motion: str) -> None:
    facilitator.clearway.choosing.choose(MOTION, motion)
    begins_the_playbook(facilitator, "Ana Ruiz")
    facilitator.presses_key(Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("First\nSecond")
    facilitator.presses_key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    table = facilitator.finds(RegisterTable, "Business metrics")
    table.begin()
    ways = ways_of(table)
    facilitator.presses_key(Qt.Key.Key_Up)
    if motion == "none":
        assert ways == []
    else:
        facilitator.waits_until(lambda: any(way is not None for way in ways) and ways[-1] is None)


def test_the_frame_of_the_chosen_level_goes_to_the_next_of_the_same_sign(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.window.pages[Step.DIAGNOSE].show_place("ownership-gap")
    facilitator.comes_to_rest()
    (form,) = facilitator.window.findChildren(AnswerForm)
    ways = ways_of(form)
    facilitator.presses_key(Qt.Key.Key_Right)
    assert ways == [], "another sign is another answer"
    facilitator.types("1")
    facilitator.waits_until(lambda: any(way is not None for way in ways) and ways[-1] is None)


def test_the_line_under_a_view_of_the_plan_goes_to_the_next(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PLAN)
    page = facilitator.window.pages[Step.PLAN]
    assert isinstance(page, PlanPage)
    facilitator.comes_to_rest()
    (line,) = page.findChildren(TopLine)
    ways = ways_of(line)
    facilitator.types("4")
    facilitator.waits_until(lambda: any(way is not None for way in ways) and ways[-1] is None)
