"""Acts that flow: those that follow their name stay in its line, where one has room for all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from desktop.theme import make_theme
from desktop.widgets.flow import Flow
from desktop.widgets.parts.rows import as_far, paint_heads

WIDE, APART = 100, 10


@pytest.mark.parametrize(
    ("room", "lines"),
    [(600, [0, 0, 0, 0, 0]), (430, [0, 0, 1, 1, 1]), (320, [0, 0, 1, 1, 1]), (210, [0, 0, 1, 1, 2])],
)
def test_what_follows_a_name_stays_with_it(dressed_app: QApplication, room: int, lines: list[int]) -> None:
    box = QWidget()
    flow = Flow(APART)
    box.setLayout(flow)
    parts = [QWidget() for _ in range(5)]
    for place, part in enumerate(parts):
        part.setFixedSize(WIDE, 20)
        (flow.add_head if place == 2 else flow.addWidget)(part)
    box.resize(room, 200)
    box.show()
    tops = sorted({part.y() for part in parts})

    assert [tops.index(part.y()) for part in parts] == lines
    assert flow.heightForWidth(room) == 20 * len(tops) + APART * (len(tops) - 1)


@pytest.mark.parametrize("size", range(12, 24))
def test_no_text_is_cut_that_has_the_width_which_was_measured_for_it(dressed_app: QApplication, size: int) -> None:
    font = dressed_app.font()
    font.setPixelSize(size)
    metrics = QFontMetrics(font)
    for text in ("Sam Okoro", "Maya Ortiz", "Priya Nair", "Chen Wu", "Lena Fischer", "Warning sign", "12 mar"):
        wide = metrics.horizontalAdvance(text)
        assert as_far(text, wide, metrics) == text
        assert as_far(text, wide - 1, metrics).endswith("…")


@pytest.mark.parametrize("wide", [700, 760, 830, 840, 850, 900])
@pytest.mark.parametrize("wraps", [False, True])
def test_the_name_of_the_last_column_ends_with_the_map(dressed_app: QApplication, wide: int, wraps: bool) -> None:
    theme, between, high = make_theme(dark=False), 14, 40
    column = (wide + between) / 6
    names = ["Business need", "Technical debt", "Data pipelines", "Operating model", "Change", "Budget and timeline"]
    drawn = QImage(wide + between, high, QImage.Format.Format_RGB32)
    drawn.fill(QColor(theme.background))
    with QPainter(drawn) as painter:
        heads = [(name, name == names[-1]) for name in names]
        room = QRectF(0, 0, column - between / 2, high)
        paint_heads(painter, heads, column, room, theme, dressed_app.font(), wraps=wraps)
    beyond = drawn.copy(wide, 0, between, high)
    assert {beyond.pixel(x, y) for x in range(between) for y in range(high)} == {QColor(theme.background).rgb()}
