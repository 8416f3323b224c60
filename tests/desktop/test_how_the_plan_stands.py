"""How the plan stands, as one more way to look at it: by its key, and back to the action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.console.plan.page import PlanPage
from desktop.console.plan.view_choice import View
from desktop.console.steps import Step
from desktop.widgets.parts.line import Line
from models.plan.plan import accepted_actions
from models.values.sentence import act_called
from models.values.terms import Progress


@pytest.fixture
def planner(facilitator: Facilitator) -> Facilitator:
    """The sample with one action late, one held up, one done and the others far off."""
    facilitator.opens_the_sample()
    late, held, done, *others = accepted_actions(facilitator.session.current)
    today = date.today()
    facilitator.session.edit(
        act_called("Move"),
        replace(late, due=today - timedelta(days=2)),
        replace(held, progress=Progress.BLOCKED, due=today + timedelta(days=200)),
        replace(done, progress=Progress.DONE),
        *(replace(one, due=today + timedelta(days=300)) for one in others),
    )
    facilitator.goes_to(Step.PLAN)
    return facilitator


def test_overdue_held_up_and_done_stand_under_their_names(planner: Facilitator) -> None:
    planner.types("6")
    planner.waits_until(lambda: "2 days late" in planner.reads())
    said = planner.reads()
    assert "One action overdue, one held up" in said
    assert "1 of 22 done" in said
    assert said.index("Overdue") < said.index("Held up  1") < said.index("Due later") < said.index("Done  1")


def test_an_action_opens_in_the_list(planner: Facilitator) -> None:
    planner.types("6")
    planner.waits_until(lambda: "2 days late" in planner.reads())
    late = accepted_actions(planner.session.current)[0]
    row = planner.finds(Line, f"Show action {late.position}")
    planner.qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    page = planner.window.pages[Step.PLAN]
    assert isinstance(page, PlanPage)
    assert page._views.currentWidget() is page._ways[View.LIST]
    assert page._chosen in (late.id, late.proposal)


def test_what_changes_elsewhere_shows_at_once(planner: Facilitator) -> None:
    planner.types("6")
    planner.waits_until(lambda: "2 days late" in planner.reads())
    late = accepted_actions(planner.session.current)[0]
    planner.session.edit(act_called("Done"), replace(late, progress=Progress.DONE))
    assert "2 of 22 done" in planner.reads()
    planner.waits_until(lambda: "days late" not in planner.reads())


def test_a_number_of_three_figures_stands_whole_and_titles_begin_below_one_another(planner: Facilitator) -> None:
    last = accepted_actions(planner.session.current)[-1]
    planner.session.edit(act_called("Number"), replace(last, position=117))
    planner.types("6")
    planner.waits_until(lambda: any(disc.text() == "117" for disc in discs(planner)))
    planner.comes_to_rest()
    for disc in discs(planner):
        assert disc.contentsRect().width() >= disc.fontMetrics().horizontalAdvance(disc.text()) + 2, disc.text()
    assert len({disc.width() for disc in discs(planner)}) == 1


def discs(planner: Facilitator) -> list[QLabel]:
    found = planner.window.findChildren(QLabel)
    return [one for one in found if one.isVisible() and one.property("role") == "number"]
