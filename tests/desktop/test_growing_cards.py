"""A card with a list in it is as high as the list needs: no hole below two lines, and no higher than reads well."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.labels import label
from desktop.widgets.overlay import CardOverlay
from desktop.widgets.parts.scale import scaled
from desktop.widgets.parts.scrolled import OwnScroll


class ListCard(CardOverlay):
    widest, highest, grows = 400, 420, True

    def __init__(self, console: QWidget, part: QWidget) -> None:
        super().__init__(console, "A list")
        self.inside.addWidget(part)
        self.inside.addStretch(1)
        self.end_with_done()
        self.cover(console)


def height_with(qtbot: QtBot, part: QWidget, console: QWidget) -> int:
    card = ListCard(console, part)
    qtbot.wait(50)
    high = card.card.height()
    card.put_away()
    return high


def lines(count: int) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    for number in range(count):
        column.addWidget(label(f"Line {number}", wrap=True))
    return OwnScroll(inside)


def listed(count: int) -> QWidget:
    made = QListWidget()
    made.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
    made.addItems([f"Line {number}" for number in range(count)])
    return made


def test_it_grows_with_its_lines_and_stops(dressed_app: QApplication, qtbot: QtBot) -> None:
    console = QWidget()
    qtbot.addWidget(console)
    console.resize(1093, 614)
    console.show()
    qtbot.waitExposed(console)
    for part in (lines, listed):
        few, more, many = (height_with(qtbot, part(count), console) for count in (5, 8, 200))
        assert few < more < many == scaled(console, ListCard.highest)
    console.resize(1093, 360)
    qtbot.wait(50)
    assert height_with(qtbot, lines(200), console) <= 360
