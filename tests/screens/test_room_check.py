"""The clicker test names what arrives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.screens.awake import KeepAwake
from desktop.screens.projector import Projector
from desktop.screens.room_check import ClickerTest, RoomCheck
from desktop.theme import make_theme


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


def texts(clicker: ClickerTest) -> list[str]:
    return [one.text() for one in clicker.findChildren(QLabel) if not one.isHidden()]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_PageDown, "Page Down arrived: next."),
        (Qt.Key.Key_PageUp, "Page Up arrived: back."),
        (Qt.Key.Key_F5, "F5 arrived: live."),
        (Qt.Key.Key_Escape, "Esc arrived: hold."),
        (Qt.Key.Key_Period, "Full stop arrived: blank."),
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
    assert "None of these has arrived yet" in texts(clicker)
    assert not any(text.startswith("–") for text in texts(clicker)), "a dash says nothing"
    qtbot.keyClick(clicker, Qt.Key.Key_PageUp)
    qtbot.keyClick(clicker, Qt.Key.Key_B)
    qtbot.keyClick(clicker, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)

    assert clicker.said.text() == "Shift+F5 arrived; in the room it does nothing."
    assert clicker.ticks() == [
        "Page Down, next: not yet",
        "Page Up, back: arrived",
        "F5, live: not yet",
        "Esc, hold: not yet",
        "Full stop, blank: not yet",
        "B, blank: arrived",
    ]
    assert "Arrived so far: 2 of 6" in texts(clicker)


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
