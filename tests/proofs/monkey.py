"""Does anything at all in real windows: `python -m tests.proofs.monkey [EVENTS] [--seed N] [--seeds K] [--plant WHAT]`.

Keys, the mouse, pastes, undo, pages, two screens that come and go, a disk that is slow, full or gone for a while. What
fails: a traceback, a word in the log or from Qt, an act that takes a second, a process that ends, a file that holds
anything else than the screen showed. Then the seed and the last acts are printed, and a shorter list is looked for.

Prints one line a seed. Ends with 1 if anything was found; with `--plant`, if the planted fault was not.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import astuple, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
EVENTS = 10_000
TOLD = 60
"""How many of the last acts are printed."""
SECONDS_FOR_AN_ACT = 0.3
"""At most, on average; beyond that the run has hung."""
MOST_REPLAYS, LONGEST_SHRINKING = 24, 240
"""How often, and for how many seconds, a shorter list is looked for."""
SCREENS = [
    {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080}
    | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
]


@dataclass(frozen=True, slots=True)
class Found:
    """What went wrong, and the number of the act at which it did."""

    reason: str
    at: int


def play(events: list, plant: str) -> Found | None:
    """Plays the acts in a process and a library of their own."""
    with tempfile.TemporaryDirectory(prefix="monkey") as made:
        folder = Path(made)
        (folder / "acts.json").write_text(json.dumps([astuple(event) for event in events]), "utf-8")
        (folder / "screens.json").write_text(json.dumps({"screens": SCREENS}), "utf-8")
        homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"), made)
        platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screens.json'}", "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "tests.proofs.monkey_child", made, plant]
        limit = 90 + SECONDS_FOR_AN_ACT * len(events)
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=os.environ | homes | platform,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                timeout=limit,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Found(f"no end within {limit:.0f} s", _last_act(folder))
        if done.returncode == 0:
            return None
        return Found(f"exit {done.returncode}\n{done.stderr[-4000:]}", _last_act(folder))


def _last_act(folder: Path) -> int:
    lines = (folder / "at").read_text("ascii").split() if (folder / "at").exists() else []
    return int(lines[-1]) if lines else 0


def shrink(events: list, plant: str) -> list:
    """Leaves out halves, then quarters and so on, of what came before, as long as something still goes wrong."""
    end, replays = time.monotonic() + LONGEST_SHRINKING, 0
    piece = max(len(events) // 2, 1)
    while piece and replays < MOST_REPLAYS and time.monotonic() < end:
        place, shorter = 0, False
        while place < len(events) - 1 and replays < MOST_REPLAYS and time.monotonic() < end:
            without = events[:place] + events[min(place + piece, len(events) - 1) :]
            replays += 1
            if found := play(without, plant):
                events, shorter = without[: found.at + 1], True
            else:
                place += piece
        piece = piece // 2 if not shorter or piece > 1 else 1
    return events


def told(events: list) -> str:
    """The last of the acts, one a line."""
    return "\n".join(f"  {event}" for event in events[-TOLD:])


def main() -> int:
    """Plays each seed, tells what was found."""
    from tests.proofs.monkey_events import events_of

    parser = argparse.ArgumentParser(prog="python -m tests.proofs.monkey")
    parser.add_argument("events", nargs="?", type=int, default=EVENTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--plant", choices=("index",), default="")
    parser.add_argument("--as-it-is", action="store_true", help="look for no shorter list")
    asked = parser.parse_args()
    faults = 0
    for seed in range(asked.seed, asked.seed + asked.seeds):
        begin, events = time.monotonic(), events_of(seed, asked.events)
        found = play(events, asked.plant)
        seconds = time.monotonic() - begin
        if found is None:
            print(f"seed {seed}: {len(events)} acts, nothing found, {seconds:.0f} s", flush=True)
            continue
        faults += 1
        events = events[: found.at + 1]
        print(f"seed {seed}: act {found.at}, after {seconds:.0f} s: {found.reason}\n{told(events)}", flush=True)
        if not asked.as_it_is:
            shorter = shrink(events, asked.plant)
            print(f"  shorter, {len(shorter)} acts:\n{told(shorter)}", flush=True)
    return (0 if faults else 1) if asked.plant else min(faults, 1)


if __name__ == "__main__":
    sys.exit(main())
