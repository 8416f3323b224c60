"""What waits until a window was seen is done once, and soon even where the window is seen late."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.screens import first_frame
from desktop.screens.first_frame import AfterFirstFrame


def test_what_waits_is_done_once_the_window_is_painted(qtbot: QtBot) -> None:
    window, done = QWidget(), list[str]()
    qtbot.addWidget(window)
    AfterFirstFrame(window, lambda: done.append("painted"))

    assert done == []
    window.show()
    qtbot.waitUntil(lambda: bool(done), timeout=first_frame.AT_LATEST // 2)
    window.repaint()
    qtbot.wait(1)

    assert done == ["painted"]


def test_a_window_that_nobody_sees_keeps_nothing_waiting(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_frame, "AT_LATEST", 1)
    window, done = QWidget(), list[str]()
    qtbot.addWidget(window)
    AfterFirstFrame(window, lambda: done.append("in time"))
    qtbot.waitUntil(lambda: bool(done))
    window.show()
    window.repaint()
    qtbot.wait(1)

    assert done == ["in time"]
