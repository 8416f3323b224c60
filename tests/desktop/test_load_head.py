"""Who carries how much: over its calendar nothing lies on the name of the day that is wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QRect, QSize, Qt

from desktop.console.plan.calendar import load_chart
from desktop.console.plan.page import PlanPage
from desktop.console.steps import Step
from desktop.widgets.parts.rows import paint_line
from models.values.sentence import act_called


@pytest.mark.parametrize("wanted", [date(2026, 12, 20), date(2027, 2, 3), date(2027, 6, 1), date(2028, 3, 1)])
def test_the_day_that_is_wanted_is_named_over_its_line(
    facilitator: Facilitator, monkeypatch: pytest.MonkeyPatch, wanted: date
) -> None:
    facilitator.opens_the_sample()
    pilot = facilitator.engagement.pilot
    facilitator.session.edit(act_called("Day"), replace(pilot, target_date=wanted))
    facilitator.window.resize(QSize(1366, 768))
    facilitator.goes_to(Step.PLAN)
    facilitator.presses_key(Qt.Key.Key_5)
    page = facilitator.window.pages[Step.PLAN]
    assert isinstance(page, PlanPage)
    drawn: list[tuple[int, int, str]] = []

    def taken_down(painter: object, place: QRect, font: object, ink: str, text: str) -> None:
        if place.top() == 0 and place.left() > page.load.chart.width() / 2:
            wide = load_chart.QFontMetrics(font).horizontalAdvance(text)  # type: ignore[arg-type]
            drawn.append((place.left(), place.left() + wide, text))
        paint_line(painter, place, font, ink, text)  # type: ignore[arg-type]

    monkeypatch.setattr(load_chart, "paint_line", taken_down)
    page.load.chart.grab()
    targets = [one for one in drawn if one[2].startswith("Target")]

    assert len(targets) == 1
    assert targets[0][1] <= page.load.chart.width()
    for left, right, text in drawn:
        assert text == targets[0][2] or right <= targets[0][0] or left >= targets[0][1], text
