"""From welcome to closing without the mouse, on two screens, with the projector unplugged in the middle."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import hotplug
import pytest


@pytest.mark.skipif(not hotplug.possible, reason="screens are plugged on Linux, x86-64 only")
def test_a_whole_workshop_without_the_mouse(tmp_path: Path) -> None:
    here = Path(__file__).parent
    around = {
        **os.environ,
        "QT_QPA_PLATFORM": hotplug.platform_with(tmp_path, (hotplug.LAPTOP, hotplug.PROJECTOR)),
        "PYTHONPATH": os.pathsep.join((str(here.parents[1]), str(here))),
    }
    script = [sys.executable, str(here / "whole_workshop.py"), str(tmp_path)]
    done = subprocess.run(script, env=around, capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, done.stderr
    kept = json.loads(done.stdout)
    assert kept["ratings"] == ["2", "2", "3", "not-known"] * 6
    assert kept["notes"] == sorted(
        [*["decision zqsecret", "dissent zqsecret", "note zqsecret", "parked zqsecret", "return "] * 6]
    )
    assert kept["ballots"] == sorted([[1, "counts", True]] * 6 + [[1, "named", True]] * 6 + [[2, "named", True]] * 6)
    assert kept["votes"] == 6 * 2 * 4
    states = ["confirmed"] * 4 + ["does-not-apply"] * 3 + ["open"] * 4 + ["waived"] * 4
    assert kept["readiness"] == [f"{state} zqsecret" for state in states]
    assert kept["agreed"] == 3
    assert kept["drawn"] > 24 * 6
    assert kept["leaked"] == []
