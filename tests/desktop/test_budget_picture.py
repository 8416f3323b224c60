"""The picture of a budget: its figures beside the edges of what is usual, never across them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from desktop.console.playbook.budget.axis import BudgetAxis
from desktop.theme import make_theme
from desktop.view_models.room.entries import RoomSum
from desktop.view_models.room.pages import RoomBudget
from models.method.rules import ProductionCost

RULE = ProductionCost(Decimal(2), Decimal(5))


def money(thousands: int) -> RoomSum:
    return RoomSum(Decimal(thousands * 1000), f"£{thousands},000")


@pytest.mark.parametrize("width", [700, 860, 1054, 1500])
@pytest.mark.parametrize(
    "plan", [(830, 1075, 1650), (690, 700, 720), (300, 690, 1705), (1700, 1720, 1990), (100, 140, 1715)]
)
def test_no_edge_of_what_is_usual_runs_through_a_figure(
    dressed_app: QApplication, monkeypatch: pytest.MonkeyPatch, plan: tuple[int, int, int], width: int
) -> None:
    low, likely, high = map(money, plan)
    usual = (money(684), money(1710))
    page = RoomBudget("", "", money(342), (low, likely, high), usual, "", (money(0), money(2000)), (), None)
    axis = BudgetAxis(RULE)
    axis.resize(width, axis.sizeHint().height())
    axis.show_budget(page, make_theme(dark=False))
    drawn: list[tuple[QRectF, str]] = []
    draw: Any = QPainter.drawText

    def taken_down(painter: QPainter, place: QRectF, flags: int, text: str) -> None:
        drawn.append((place, text))
        draw(painter, place, flags, text)

    monkeypatch.setattr(QPainter, "drawText", taken_down)
    axis.grab()
    monkeypatch.undo()
    edges = [axis._x(bound.amount) for bound in usual]
    figures = [(place, text) for place, text in drawn if "£" in text and "times" not in text]

    assert len(figures) == 4
    crossed = [text for place, text in figures for edge in edges if place.left() + 1 < edge < place.right() - 1]
    assert not crossed
    assert all(place.left() >= 0 and place.right() <= width for place, _ in figures)
    apart = [
        (one, other)
        for n, (place, one) in enumerate(figures)
        for beside, other in figures[n + 1 :]
        if place.adjusted(1, 4, -1, -4).intersects(beside.adjusted(1, 4, -1, -4))
    ]
    assert not apart
