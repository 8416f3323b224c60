"""A fault of ours while something is painted is logged, and the window stays: Qt would end the process else."""

from __future__ import annotations

from typing import NoReturn

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.diagnose.sign_map import SignMap
from desktop.console.presenting import small_picture
from desktop.console.steps import Step
from desktop.room import window as room_window
from desktop.room.window import RoomWindow


@pytest.fixture
def live(facilitator: Facilitator) -> Facilitator:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_F5)
    return facilitator


def fails(*_: object) -> NoReturn:
    tuple[int, ...]()[0]
    raise AssertionError("C code raises before")


def goes_on(live: Facilitator) -> None:
    """Another sign, and its answer."""
    live.presses_key(Qt.Key.Key_PageDown)
    live.qtbot.wait(300)
    live.waits_until_saved()


def test_while_the_room_is_drawn_in_small(live: Facilitator, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched, live.qtbot.capture_exceptions() as faults:
        patched.setattr(small_picture, "paint", fails)
        goes_on(live)
    assert {kind for kind, _, _ in faults} == {IndexError}
    goes_on(live)


def test_while_the_room_is_painted(live: Facilitator, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched, live.qtbot.capture_exceptions() as faults:
        patched.setattr(room_window, "paint", fails)
        goes_on(live)
    assert {kind for kind, _, _ in faults} == {IndexError}
    goes_on(live)
    control = live.room
    assert isinstance(control.room, RoomWindow)
    assert control.room.isVisible()


def test_while_a_part_of_the_console_is_painted(live: Facilitator, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched, live.qtbot.capture_exceptions() as faults:
        patched.setattr(SignMap, "_paint_cell", fails)
        goes_on(live)
    assert {kind for kind, _, _ in faults} == {IndexError}
    goes_on(live)
