"""The clicker test names what arrives, and the legibility chart keeps to the sizes that it names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QSettings, QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.screens.awake import KeepAwake
from desktop.screens.legibility_chart import LegibilityChart
from desktop.screens.projector import Projector
from desktop.screens.room_check import ClickerTest, RoomCheck
from desktop.theme import make_theme
from models.colour import contrast

SIZES = [(1024, 768), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160)]


@pytest.fixture
def clicker(dressed_app: QApplication, qtbot: QtBot) -> Iterator[ClickerTest]:
    """In a window whose shortcuts want the same keys."""
    window = QWidget()
    qtbot.addWidget(window)
    test = ClickerTest(make_theme(dark=False))
    QVBoxLayout(window).addWidget(test)
    for keys in ("PgDown", "PgUp", "F5", "Esc", ".", "B"):
        QShortcut(QKeySequence(keys), window).activated.connect(lambda k=keys: pytest.fail(f"{k} was taken"))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    test.setFocus()
    qtbot.waitUntil(test.hasFocus)
    yield test
    window.close()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_PageDown, "Page Down arrived: next."),
        (Qt.Key.Key_PageUp, "Page Up arrived: back."),
        (Qt.Key.Key_F5, "F5 arrived: live."),
        (Qt.Key.Key_Escape, "Esc arrived: hold."),
        (Qt.Key.Key_Period, ". arrived: blank."),
        (Qt.Key.Key_B, "B arrived: blank."),
        (Qt.Key.Key_VolumeUp, "Volume Up arrived; in the room it does nothing."),
        (Qt.Key.Key_Right, "Right arrived; in the room it does nothing."),
    ],
)
def test_each_key_that_arrives_is_named(clicker: ClickerTest, qtbot: QtBot, key: Qt.Key, said: str) -> None:
    qtbot.keyClick(clicker, key)

    assert clicker.said.text() == said
    assert clicker.window().isVisible()


def test_keys_that_arrived_are_ticked_off(clicker: ClickerTest, qtbot: QtBot) -> None:
    qtbot.keyClick(clicker, Qt.Key.Key_PageUp)
    qtbot.keyClick(clicker, Qt.Key.Key_B)
    qtbot.keyClick(clicker, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)

    assert clicker.said.text() == "Shift+F5 arrived; in the room it does nothing."
    assert clicker.ticks() == ["– Page Down", "✓ Page Up", "– F5", "– Esc", "– .", "✓ B"]


def test_the_keyboard_can_leave_the_clicker_test(dressed_app: QApplication, qtbot: QtBot, settings: QSettings) -> None:
    console, room = QWidget(), QWidget()
    qtbot.addWidget(console)
    qtbot.addWidget(room)
    check = RoomCheck(Projector(room, console, settings, KeepAwake(ways=[])), make_theme(dark=False))
    QVBoxLayout(console).addWidget(check)
    console.show()
    qtbot.waitExposed(console)
    console.activateWindow()
    check.clicker.setFocus()
    qtbot.waitUntil(check.clicker.hasFocus)
    qtbot.keyClick(check.clicker, Qt.Key.Key_Tab)
    qtbot.waitUntil(check.chart.hasFocus)
    with qtbot.waitSignal(check.chart_wanted):
        qtbot.keyClick(check.chart, Qt.Key.Key_Space)
    qtbot.keyClick(check.chart, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert check.clicker.hasFocus()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("longer", [1, 4 / 3], ids=["English", "a third longer"])
def test_the_chart_keeps_to_its_sizes(
    dressed_app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], longer: float
) -> None:
    def text(chart: LegibilityChart, part: int) -> str:
        said = f"1/{part}: Can the last row read this line?"
        return said + " longer wordsx"[: round(len(said) * (longer - 1))]

    if longer > 1:
        monkeypatch.setattr(LegibilityChart, "_text", text)
    chart = LegibilityChart()
    qtbot.addWidget(chart)
    chart.resize(QSize(*size))
    lines = chart.lines()

    assert [line.text[:4] for line in lines] == ["1/20", "1/24", "1/30", "1/36"] * 2
    for line in lines:
        assert line.pixels >= size[1] / int(line.text[2:4]) > line.pixels - 1
        assert chart.rect().contains(line.place)
        assert contrast(line.theme.ink, line.theme.background) >= 7
    for one, other in pairwise(lines):
        assert one.place.bottom() < other.place.top()


@pytest.mark.parametrize("size", SIZES)
def test_the_chart_is_drawn_as_it_says(dressed_app: QApplication, qtbot: QtBot, size: tuple[int, int]) -> None:
    chart = LegibilityChart()
    qtbot.addWidget(chart)
    chart.resize(QSize(*size))
    picture = chart.grab().toImage()

    assert picture.pixelColor(2, 2).name().upper() == make_theme(dark=False).background.upper()
    assert picture.pixelColor(QPoint(2, size[1] - 2)).name().upper() == make_theme(dark=True).background.upper()
    for line in chart.lines():
        inked = inked_rows(picture, line.place.left(), line.place.right(), line.place.top(), line.place.bottom())
        assert line.pixels * 0.6 < len(inked) < line.pixels * 1.4, "one line of type, as tall as it says"


def inked_rows(picture: QImage, left: int, right: int, top: int, bottom: int) -> list[int]:
    """Rows with anything but the ground in them."""
    ground = picture.pixel(left - 2, top)
    return [y for y in range(top, bottom) if any(picture.pixel(x, y) != ground for x in range(left, right, 2))]
