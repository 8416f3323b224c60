"""What a screen reader is told of each page, over the accessibility bus of a real desktop."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path
from shutil import which

import pytest

from desktop.console.steps import Step

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("reader_desktop.py")
LAUNCHER = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
MISSING = [program for program in ("Xvfb", "dbus-run-session") if which(program) is None]

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING} (packages xvfb, dbus)"),
    pytest.mark.skipif(not LAUNCHER.exists(), reason="no accessibility bus here (package at-spi2-core)"),
    pytest.mark.skipif(find_library("xcb-cursor") is None, reason="Qt needs libxcb-cursor0 for a window under X11"),
]


def test_where_the_keyboard_goes_has_a_name_and_a_role_on_every_page(display: str, tmp_path: Path) -> None:
    pages = [step.value for step in Step] + ["settings"]
    own = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    around = {**os.environ, **own, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    command = ["dbus-run-session", "--", sys.executable, str(SCRIPT), str(tmp_path), *pages]
    done = subprocess.run(command, env=around, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr

    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]  # the bus speaks as well
    found = [(page, role, name) for page, role, name, focusable in told if focusable]
    assert [one for one in found if not one[2].strip() or one[1] in ("unknown", "invalid", "")] == []
    for page, role, name in (
        ("library", "list item", "Leak Watch"),
        ("prepare", "text", "What for"),
        ("diagnose", "push button", "Next"),
        ("playbook", "table", ""),
        ("plan", "push button", "Add an action"),
        ("report", "push button", "Save PDF…"),
        ("settings", "check box", "Language: English"),
    ):
        assert any(one[:2] == (page, role) and name in one[2] for one in found), (page, role, name)
    assert {page for page, *_ in found} == set(pages)
