"""The room view on a real X server whose monitors come and go while it is shown."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from ctypes.util import find_library
from pathlib import Path
from shutil import which

import pytest
import x11_scenarios as scenarios
from x_server import x_server

ROOT = Path(__file__).parents[2]
MISSING = [program for program in ("Xvfb", "xrandr") if which(program) is None]

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING} (packages xvfb, x11-xserver-utils)"),
    pytest.mark.skipif(find_library("xcb-cursor") is None, reason="Qt needs libxcb-cursor0 for a window under X11"),
]


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of the test's own, with a laptop's monitor and room for another beside it."""
    with x_server("3286x1080x24") as name:
        laptop = ["--setmonitor", "laptop", "1366/361x768/203+0+0", "screen"]
        subprocess.run(["xrandr", "-d", name, *laptop], check=True, capture_output=True, timeout=10)
        yield name


def test_monitors_come_and_go_while_live(display: str, tmp_path: Path) -> None:
    name = scenarios.monitors_come_and_go_while_live.__name__
    around = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "DISPLAY": display,
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(Path(__file__).parent))),
    }
    done = subprocess.run(
        [sys.executable, scenarios.__file__, str(tmp_path), name],
        env=around,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, f"played {name}\n"), done.stderr
