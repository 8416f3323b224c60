"""How quickly the room follows a key, and what its window costs, on two screens."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys

from tests.bench.figure import Figure
from tests.bench.libraries import Shelf

RUNS = 5
SCREENS = (("laptop", 0, 1366, 768), ("projector", 1366, 1920, 1080))


def room(shelf: Shelf) -> list[Figure]:
    """Medians over processes of their own; the floor is one repaint of the same page, and two bare windows."""
    bare = [_run(shelf, "bare") for _ in range(RUNS)]
    ours = [_run(shelf, "clearway", str(shelf.few)) for _ in range(RUNS)]

    def median(runs: list[list[float]], place: int) -> float:
        return statistics.median(run[place] for run in runs)

    return [
        Figure("key press to room painted, a rating", median(ours, 1), median(ours, 3), 1.5),
        Figure("key press to room painted, another sign", median(ours, 2), median(ours, 3), 1.5),
        Figure("memory, console and room", median(ours, 0), median(bare, 0), 1.4, "MB"),
    ]


def _run(shelf: Shelf, *arguments: str) -> list[float]:
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [{"name": n, "x": x, "y": 0, "width": w, "height": h, **dots} for n, x, w, h in SCREENS]
    file = shelf.empty("screens.json")
    file.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    around = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"}
    command = [sys.executable, "-m", "tests.bench.room_paint", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=around)
    return [float(number) for number in done.stdout.split()]
