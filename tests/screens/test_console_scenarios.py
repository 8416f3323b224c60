"""The console beside a room on a second screen, in a process of their own: a fault there may end the process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import hotplug
from console_scenarios import SCENARIOS


def test_console_and_room(tmp_path: Path) -> None:
    here = Path(__file__).parent
    around = {
        **os.environ,
        "QT_QPA_PLATFORM": hotplug.platform_with(tmp_path, (hotplug.LAPTOP, hotplug.PROJECTOR)),
        "PYTHONPATH": os.pathsep.join((str(here.parents[1]), str(here))),
    }
    script = [sys.executable, str(here / "console_scenarios.py"), str(tmp_path)]
    done = subprocess.run(script, env=around, capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, f"exit {done.returncode}\n{done.stdout}{done.stderr}"
    assert done.stdout.split("\n")[:-1] == [f"played {scenario.__name__}" for scenario in SCENARIOS]
