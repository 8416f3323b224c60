"""The order of calls that places a full-screen window.

With offscreen screens and on a bare X server a shorter order works as well; on the desktops that people have it does
not (product.md, "Screens come and go"), so the order itself is held here.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.screens.placing import put_full_screen


class Recorded(QWidget):
    """Notes what is asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []

    def hide(self) -> None:
        self.calls.append("hide")
        super().hide()

    def showNormal(self) -> None:
        self.calls.append("showNormal")
        super().showNormal()

    def showFullScreen(self) -> None:
        self.calls.append("showFullScreen")
        super().showFullScreen()

    def setScreen(self, screen: QScreen) -> None:
        self.calls.append("setScreen")
        super().setScreen(screen)

    def setGeometry(self, place: QRect) -> None:
        self.calls.append("setGeometry")
        super().setGeometry(place)


def test_a_window_that_was_full_screen_is_made_an_ordinary_one_first(qtbot: QtBot) -> None:
    window = Recorded()
    qtbot.addWidget(window)
    put_full_screen(window, window.screen(), activate=False)
    assert window.calls == ["setScreen", "setGeometry", "showFullScreen"]

    window.calls.clear()
    put_full_screen(window, window.screen(), activate=False)
    assert window.calls[0] == "hide"
    assert window.calls[-4:] == ["showNormal", "setScreen", "setGeometry", "showFullScreen"]
