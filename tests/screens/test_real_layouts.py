"""Clearway's keys on a real X server, with the layouts that people have."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from ctypes.util import find_library
from pathlib import Path
from shutil import which

import layout_scenario as scenario
import pytest
from x_server import x_server

ROOT = Path(__file__).parents[2]
MISSING = [program for program in ("Xvfb", "setxkbmap", "xdotool") if which(program) is None]

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {MISSING} (packages xvfb, x11-xkb-utils, xdotool)"),
    pytest.mark.skipif(find_library("xcb-cursor") is None, reason="Qt needs libxcb-cursor0 for a window under X11"),
]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """One X server for all: each test gives it a layout before its program begins."""
    with x_server() as name:
        yield name


@pytest.mark.parametrize("layout", ["gb", "fr", "be", "cz", "de", "ru", "gr", "il", "tr"])
def test_keys_are_understood_on_the_layout(display: str, tmp_path: Path, layout: str) -> None:
    around = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "DISPLAY": display,
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(Path(__file__).parent))),
    }
    subprocess.run(["setxkbmap", layout], env=around, check=True, capture_output=True, timeout=10)
    done = subprocess.run(
        [sys.executable, scenario.__file__, str(tmp_path), layout],
        env=around,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "played\n"), done.stderr
