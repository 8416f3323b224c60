"""Nothing moves where the system asks for that."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from desktop.screens.motion import wants_stillness, windows_is_still

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(which("dbus-run-session") is None, reason="dbus-run-session is not installed (package dbus)")
@pytest.mark.parametrize(
    ("desktop", "still"), [("portal", True), ("gnome", True), ("kde", True), ("gnome-moves", False), ("none", False)]
)
def test_a_linux_desktop_is_asked(desktop: str, still: bool) -> None:
    script = str(Path(__file__).with_name("settings_desktop.py"))
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, script, desktop],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, f"{still}\n"), done.stderr


@pytest.mark.parametrize(("animated", "knows", "still"), [(0, 1, True), (1, 1, False), (0, 0, False)])
def test_windows_is_asked(animated: int, knows: int, still: bool) -> None:
    def parameters_info(what: int, size: int, answer: Any, flags: int) -> int:
        assert what == 0x1042
        ctypes.cast(answer, ctypes.POINTER(ctypes.c_int))[0] = animated
        return knows

    assert windows_is_still(parameters_info) is still


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the bus of Linux")
def test_a_system_that_cannot_be_asked_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert not wants_stillness()
