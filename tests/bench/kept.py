"""What was measured, kept beside the machine's name and the commit; and what moved since the last time."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.figure import Figure

FOLDER = Path(__file__).with_name("results")
KEPT = 20
"""Runs of each machine."""
MOVED = 0.15
"""The part of a ratio from which it counts as moved: less is noise."""


def path_of(machine: str) -> Path:
    """Where the results of a machine lie."""
    return FOLDER / f"{re.sub(r'[^A-Za-z0-9.-]', '-', machine) or 'unknown'}.json"


def keep(figures: list[Figure], folder: Path = FOLDER) -> list[str]:
    """Adds a run to the results of this machine; a line for each figure that moved since it was measured last."""
    path = folder / path_of(platform.node()).name
    runs = json.loads(path.read_text("utf-8")) if path.exists() else []
    ratios = {figure.name: round(figure.measured / figure.floor, 2) for figure in figures}
    last: dict[str, float] = {}
    for run in runs:
        last |= run["ratios"]
    moved = [
        f"{name}: {last[name]:.2f}, now {ratio:.2f}"
        for name, ratio in ratios.items()
        if name in last and abs(ratio - last[name]) > MOVED * last[name]
    ]
    when = datetime.now(UTC).isoformat(timespec="minutes")
    runs.append({"commit": _commit(), "when": when, "load": _load(), "ratios": ratios})
    folder.mkdir(exist_ok=True)
    path.write_text(json.dumps(runs[-KEPT:], indent=1) + "\n", "utf-8")
    return moved


def _load() -> float:
    """How many wanted the processors: above their number, what waits for a disk or a screen was measured in vain."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else 0.0


def _commit() -> str:
    asked = ["git", "-C", str(Path(__file__).parent), "describe", "--always", "--dirty"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
