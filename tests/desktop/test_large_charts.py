"""Of a chart of thousands of rows only those in sight are made, and these look as they do in the whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.console.plan.page import PlanPage
from desktop.console.steps import Step
from desktop.widgets import chart_view
from desktop.widgets.chart_view import ChartView, paint_drawing
from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import Action, Engagement
from reports.charts.strip import Strip

ACTIONS, AFTER = 2_000, 5


def with_actions(engagement: Engagement, count: int) -> list[Action | Dependency]:
    """So many agreed actions along the years, each after the five before it."""
    round_id = engagement.current.assessment.id
    base = replace(engagement.current.actions[0], proposal="", due=None)
    actions = [
        replace(base, id=f"{n:032x}", position=n, title=f"Action {n}", due=date(2027, 1, 4) + timedelta(days=n))
        for n in range(count)
    ]
    pairs = [(actions[n].id, actions[m].id) for n in range(count) for m in range(max(n - AFTER, 0), n)]
    ties = [
        Dependency(id=dependency_id(*pair), assessment_id=round_id, action_id=pair[0], after_id=pair[1])
        for pair in pairs
    ]
    return [*actions, *ties]


@pytest.fixture
def timeline(facilitator: Facilitator) -> ChartView:
    """The timeline of 2,000 actions and their dependencies, on the screen."""
    facilitator.opens_the_sample()
    current = facilitator.engagement.current
    fresh = with_actions(facilitator.engagement, ACTIONS)
    facilitator.session.engagement = replace(
        facilitator.engagement,
        rounds=(
            replace(
                current,
                actions=tuple(r for r in fresh if isinstance(r, Action)),
                dependencies={r.id: r for r in fresh if isinstance(r, Dependency)},
                conditions=(),
            ),
        ),
    )
    facilitator.goes_to(Step.PLAN)
    facilitator.presses_key(Qt.Key.Key_4)
    page = facilitator.window.pages[Step.PLAN]
    assert isinstance(page, PlanPage)
    return page.timeline.chart


def test_only_what_is_in_sight_is_made(
    timeline: ChartView, facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Strip] = []
    at_once = Strip.provideNode
    monkeypatch.setattr(Strip, "provideNode", lambda strip: (made.append(strip), at_once(strip))[1])
    assert timeline._drawing is not None
    strips = [part for part in timeline._drawing.contents if isinstance(part, Strip)]
    assert len(strips) > ACTIONS * AFTER

    timeline.update()
    facilitator.qtbot.waitUntil(lambda: bool(made))
    facilitator.presses_key(Qt.Key.Key_Down)
    facilitator.qtbot.wait(50)

    assert len(made) < len(strips) / 20


def test_what_is_in_sight_looks_as_in_the_whole(timeline: ChartView, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = timeline._drawing
    assert drawing is not None
    wide, place = 500, QRect(0, 9_000, 500, 400)

    def painted() -> QImage:
        picture = QImage(place.size(), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        with QPainter(picture) as painter:
            painter.translate(-QPoint(place.left(), place.top()))
            painter.setClipRect(place)
            painter.scale(wide / drawing.width, wide / drawing.width)
            paint_drawing(painter, drawing)
        return picture

    in_sight = painted()
    monkeypatch.setattr(chart_view, "_touches", lambda seen, strip: True)
    assert in_sight == painted()
    monkeypatch.setattr(chart_view, "_touches", lambda seen, strip: False)
    assert in_sight != painted()
