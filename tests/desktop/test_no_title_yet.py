"""An action without a title says so in words, wherever console and wall name it; no dash stands alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.plan.action_list import _title
from desktop.console.plan.page import PlanPage
from desktop.console.steps import Step
from desktop.view_models.finding import found
from desktop.view_models.room.presenting import Presenter
from models.plan.plan import accepted_actions
from models.values.sentence import act_called

MISSING = "No title yet"


@pytest.fixture
def planner(facilitator: Facilitator) -> Facilitator:
    """The sample, its first action late and without a title or a short name, the second waiting for it."""
    facilitator.opens_the_sample()
    first, second, *_ = accepted_actions(facilitator.session.current)
    late = replace(first, title=" ", short="", due=date.today() - timedelta(days=2))
    facilitator.session.edit(act_called("Clear the title"), late, replace(second, title="", short=""))
    facilitator.goes_to(Step.PLAN)
    return facilitator


def plan_page(planner: Facilitator) -> PlanPage:
    page = planner.window.pages[Step.PLAN]
    assert isinstance(page, PlanPage)
    return page


def test_list_picture_timeline_and_progress_say_so(planner: Facilitator) -> None:
    page = plan_page(planner)
    planner.types("2")
    first = page.list.model().index(0, 0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == f"1  {MISSING}"
    planner.types("3")
    assert f"1  {MISSING}:" in page.picture.accessibleDescription()
    planner.types("4")
    assert f"1  {MISSING}:" in page.timeline.chart.accessibleDescription()
    planner.types("6")
    planner.waits_until(lambda: "2 days late" in planner.reads())
    lines = planner.reads().splitlines()
    assert lines.count(MISSING) == 2
    assert "–" not in lines


def test_the_list_paints_the_same_words(planner: Facilitator) -> None:
    first, *_ = plan_page(planner).model.rows()
    assert _title(first) == MISSING


def test_the_wall_says_so(planner: Facilitator) -> None:
    presenter, actions = Presenter(planner.session, dark=False), accepted_actions(planner.session.current)
    read_back = presenter.commitment(actions[0], 1, len(actions))
    assert read_back.will == MISSING
    assert read_back.following.startswith("Next: 2, no title yet")
    lines = plan_page(planner).model.lines()
    named = {place.number: place.name for place in presenter.impact(lines, actions[0].id).places}
    assert (named["1"], named["2"]) == (MISSING, MISSING)


def test_it_is_found_by_what_it_is_called(planner: Facilitator) -> None:
    assert [place.mark for place in found(planner.session, "no title yet", 9)] == ["1", "2"]
