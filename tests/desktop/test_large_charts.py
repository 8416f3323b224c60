"""Of a chart of thousands of rows only those in sight are made, and these look as they do in the whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.console.plan.calendar.chart import CalendarChart
from desktop.console.plan.calendar.row import CalendarRow
from desktop.console.plan.page import PlanPage
from desktop.console.steps import Step
from desktop.view_models.planning import Planning
from desktop.widgets import chart_view
from desktop.widgets.chart_view import paint_drawing
from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import Action, Engagement
from reports.charts.colours import paper_colours
from reports.charts.timeline import timeline as timeline_drawing
from reports.type.fonts import register_fonts

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
def timeline(facilitator: Facilitator) -> CalendarChart:
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


def test_only_what_is_in_sight_is_drawn(
    timeline: CalendarChart, facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[object, int]] = []
    at_once = CalendarChart._paint_row
    monkeypatch.setattr(
        CalendarChart, "_paint_row", lambda chart, *given: (drawn.append(given), at_once(chart, *given))[1]
    )
    assert len(timeline._rows) > ACTIONS

    timeline.update()
    facilitator.qtbot.waitUntil(lambda: bool(drawn))
    facilitator.presses_key(Qt.Key.Key_Down)
    facilitator.comes_to_rest()

    assert len({place for _, place in drawn}) < ACTIONS / 20


def test_the_row_that_is_gone_to_comes_into_sight(timeline: CalendarChart, facilitator: Facilitator) -> None:
    page = facilitator.window.pages[Step.PLAN]
    assert isinstance(page, PlanPage)
    bar = page.timeline.area.verticalScrollBar()
    assert bar.value() == 0
    last = timeline._rows[-1]
    assert isinstance(last, CalendarRow)
    timeline.pressed.emit(last.action_id)
    facilitator.qtbot.waitUntil(lambda: bar.value() > bar.maximum() * 0.95)


def test_of_a_large_drawing_what_is_in_sight_looks_as_in_the_whole(
    facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    facilitator.opens_the_sample()
    session = facilitator.session
    register_fonts()
    model = Planning(session)
    colours, since = paper_colours("#0E4A52", facilitator.window.look.theme.accent), date(2026, 11, 12)
    drawing = timeline_drawing(model.lines(), session.engagement, session.method, colours, session.words, since, 440.0)
    wide, place = 500, QRect(0, 200, 500, 200)

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
