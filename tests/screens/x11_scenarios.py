"""The same on an X server, with monitors added and removed by xrandr; played by test_projector_x11.py."""

from __future__ import annotations

import subprocess

from PySide6.QtGui import QColor, QGuiApplication
from stage import Stage, play

from desktop.screens.projector import Situation

ROOM, CONSOLE, NOTHING = "#cc2200", "#00aa44", "#000000"


def xrandr(*arguments: str) -> None:
    subprocess.run(["xrandr", *arguments], check=True, capture_output=True, timeout=10)


def plug_projector(width: int, height: int) -> None:
    xrandr("--setmonitor", "projector", f"{width}/400x{height}/300+1366+0", "none")


def seen_at(x: int, y: int) -> str:
    """The colour that the X server shows there."""
    shot = QGuiApplication.primaryScreen().grabWindow(0, x, y, 1, 1)
    return QColor(shot.toImage().pixel(0, 0)).name()


def monitors_come_and_go_while_live(stage: Stage) -> None:
    stage.room.setStyleSheet(f"background: {ROOM}")
    stage.console.setStyleSheet(f"background: {CONSOLE}")
    projector = stage.projector
    assert projector.situation is Situation.SINGLE
    assert not projector.show_room()
    plug_projector(1920, 1080)
    stage.rest(200)
    assert projector.situation is Situation.EXTENDED
    assert projector.show_room()
    stage.settle()
    assert stage.fills((1366, 0, 1920, 1080))
    assert (seen_at(1400, 10), seen_at(3200, 1070), seen_at(500, 400)) == (ROOM, ROOM, CONSOLE)

    xrandr("--delmonitor", "projector")
    stage.settle()
    assert not stage.room.isVisible()
    assert (seen_at(1400, 10), seen_at(500, 400)) == (NOTHING, CONSOLE)
    assert projector.situation is Situation.LOST

    plug_projector(1920, 1080)
    stage.settle()
    assert stage.fills((1366, 0, 1920, 1080))
    assert (seen_at(1400, 10), seen_at(3200, 1070), seen_at(500, 400)) == (ROOM, ROOM, CONSOLE)
    assert stage.said == ["lost projector", "returned projector"]

    xrandr("--delmonitor", "projector")
    stage.rest(100)  # Qt takes a monitor that is back before it looked for the same one, size and all
    plug_projector(1024, 768)
    stage.settle()
    assert stage.fills((1366, 0, 1024, 768))
    assert (seen_at(2300, 700), seen_at(2500, 700), seen_at(500, 400)) == (ROOM, NOTHING, CONSOLE)


if __name__ == "__main__":
    play({name: thing for name, thing in globals().items() if callable(thing)})
