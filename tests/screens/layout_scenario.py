"""Clearway on an X server with a real keyboard layout, typed at by xdotool; played by test_real_layouts.py.

Keys are struck by their place on the keyboard, as a hand does: what they make is the layout's business.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop.application import Clearway, prepare_qt
from desktop.console.steps import Step
from desktop.widgets.key_meaning import positions
from models.values.terms import Answer, Confidence

LONGEST_WAIT = 20
CODES = {char: code for code, char in positions("linux").items()}
SHIFT, CONTROL = 50, 37
"""Key codes of the modifiers on the left, as evdev has them."""

Z_STANDS_ON = {"de": "Y", "cz": "Y", "fr": "W", "be": "W"}
"""The place of Z, where it is another one."""


class Hands:
    """Strikes keys by their place."""

    def __init__(self, application: QApplication, running: Clearway) -> None:
        self.application, self.running = application, running

    def waits_until(self, condition: Callable[[], bool], what: str) -> None:
        begun = time.monotonic()
        while not condition():
            assert time.monotonic() - begun < LONGEST_WAIT, f"waited too long: {what}"
            self.application.processEvents()

    def strikes(self, place: str, *held: int) -> None:
        down = [part for code in held for part in ("keydown", str(code))]
        up = [part for code in reversed(held) for part in ("keyup", str(code))]
        subprocess.run(["xdotool", *down, "key", str(CODES[place]), *up], check=True, timeout=10)
        for _ in range(20):
            self.application.processEvents()
            time.sleep(0.005)

    def focuses(self) -> None:
        """There is no window manager to do it."""
        window = str(int(self.running.window.winId()))
        self.waits_until(self.running.window.isVisible, "the window")
        subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True, timeout=10)
        self.waits_until(self.running.window.isActiveWindow, "the keyboard")


def main() -> None:
    folder = Path(sys.argv[1])
    application = QApplication([])
    prepare_qt(application)
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    running = Clearway(folder / "library.clearway", settings)
    running.start()
    window, hands = running.window, Hands(application, running)
    hands.waits_until(lambda: running.browsing.known, "the library")
    running.browsing.open_sample()
    hands.waits_until(lambda: window.session is not None, "the sample")
    window.go_to(Step.DIAGNOSE)
    hands.focuses()
    sign = window.pages[Step.DIAGNOSE].model.sign_id

    def rating() -> tuple[Answer, Confidence | None]:
        assert window.session is not None
        found = window.session.current.ratings[sign]
        return found.answer, found.confidence

    hands.strikes("4")  # no such answer: nothing changes
    hands.strikes("3")
    hands.waits_until(lambda: rating()[0] is Answer.SEVERE, "a figure of the top row")
    hands.strikes("2", SHIFT)
    hands.waits_until(lambda: rating()[0] is Answer.ESTABLISHED, "the same with Shift")
    before = rating()[1]
    hands.strikes("S")
    hands.waits_until(lambda: rating()[1] is not before, "a letter")
    hands.strikes(Z_STANDS_ON.get(sys.argv[2], "Z"), CONTROL)
    hands.waits_until(lambda: rating()[1] is before, "Ctrl+Z")
    hands.strikes("7", CONTROL)
    hands.waits_until(lambda: window.step is Step.PLAN, "Ctrl and a figure")
    hands.waits_until(lambda: not running.ledger.unsaved, "the disk")
    window.close()
    running.stop()
    print("played")


if __name__ == "__main__":
    main()
