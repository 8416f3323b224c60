"""Acts that flow: those that follow their name stay in its line, where one has room for all."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.widgets.flow import Flow

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
