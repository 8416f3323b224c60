"""What stands beside the bars of the timeline: no line of a day runs through it, nor does it lie before today."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.console.plan.calendar.row import CalendarRow
from desktop.console.plan.calendar.row_painter import RowPainter
from desktop.theme import make_theme

NAMES, TODAY, WANTED, RIGHT = 500, 560, 960, 1000


def words_beside(
    app: QApplication, monkeypatch: pytest.MonkeyPatch, due: float, begin: float, beside: str
) -> list[QRectF]:
    """Where the owner, the day and what else there is to say were drawn. The axis is in pixels."""
    row = CalendarRow(
        action_id="a",
        number="1",
        title="An action",
        short="",
        owner="PC",
        may_begin=begin,
        has_to_begin=due - 4,
        early_until=None,
        due=due,
        late_until=None,
        said="20 Nov",
        trouble="",
        beside=beside,
        dated=True,
    )
    drawn: list[QRectF] = []
    draw: Any = QPainter.drawText

    def taken_down(painter: QPainter, place: QRect | QRectF, flags: int, text: str) -> None:
        if text in (row.owner, row.said, row.beside):
            wide = painter.fontMetrics().horizontalAdvance(text)
            drawn.append(QRectF(place.x(), 0, min(float(place.width()), wide), 1))
        draw(painter, place, flags, text)

    image = QImage(RIGHT, 28, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        rows = RowPainter(
            painter, make_theme(dark=False), app.font(), 1.0, NAMES, lambda x: x, (float(TODAY), float(WANTED))
        )
        monkeypatch.setattr(QPainter, "drawText", taken_down)
        rows.action(row, QRect(0, 0, RIGHT, 28), here=False)
        monkeypatch.undo()
    return drawn


@pytest.mark.parametrize("beside", ["", "done"])
@pytest.mark.parametrize("due", [520, 530, 545, 558, 570, 700, 880, 900, 940, 955, 962])
def test_no_line_of_a_day_runs_through_words(
    dressed_app: QApplication, monkeypatch: pytest.MonkeyPatch, due: int, beside: str
) -> None:
    begin = min(TODAY, due - 10)
    words = words_beside(dressed_app, monkeypatch, due, begin, beside)

    assert len(words) == 2 + bool(beside)
    for place in words:
        for line in (TODAY, WANTED):
            assert not place.left() < line < place.right(), (due, place)
        assert place.left() >= TODAY
        assert place.right() <= RIGHT
