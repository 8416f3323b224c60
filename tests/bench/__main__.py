"""Prints each figure beside its floor from the same run: `python3 run.py bench [NAME ...]`.

Medians of several runs. These are measurements, never assertions; the goals are those of the product's brief.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

if __name__ == "__main__":  # as the program does, before anything else loads Qt
    from desktop.system.qt_loading import load_qt

    load_qt()

from tests.bench import (
    documents,
    growth,
    hub_keys,
    kept,
    libraries,
    limits,
    locked,
    photos,
    processes,
    registers,
    room,
    screens,
    sizes,
    turns,
)
from tests.bench.figure import Figure


def main(names: list[str]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        _as_on_any_desk(Path(folder))
        shelf = libraries.Shelf(Path(folder))
        figures: dict[str, Callable[[], list[Figure]]] = {
            "start": lambda: screens.start_and_memory(shelf),
            "visits": lambda: screens.visits(shelf),
            "edit": lambda: screens.edit(shelf),
            "typing": lambda: screens.typing(shelf),
            "commands": lambda: processes.commands(shelf),
            "sizes": lambda: sizes.sizes(shelf),
            "growth": lambda: growth.growth(shelf),
            "search": lambda: libraries.search(shelf),
            "opening": lambda: libraries.opening(shelf),
            "locked": lambda: locked.locked(shelf),
            "photos": lambda: photos.photos(shelf),
            "hub": lambda: hub_keys.hub(shelf),
            "room": lambda: room.room(shelf),
            "registers": lambda: registers.registers(shelf),
            "turns": lambda: turns.turns(shelf),
            "plan": documents.action_plan,
            "limits": limits.limits,
        }
        unknown = set(names) - figures.keys()
        if unknown:
            print(f"Unknown: {', '.join(sorted(unknown))}. There are: {', '.join(figures)}", file=sys.stderr)
            return 2
        print(f"{'figure':44} {'measured':>12} {'floor':>12} {'ratio':>7} {'goal':>6}")
        found = []
        for name in names or figures:
            for figure in figures[name]():
                found.append(figure)
                print(figure.line(), flush=True)
    for line in kept.keep(found):
        print(f"moved: {line}")
    return 0


def _as_on_any_desk(folder: Path) -> None:
    """Processes that are measured find the modules compiled, as everybody does from the second start on. And they
    write as Python does: else the floor would be charged for each of its lines, which ours hands over as one text.
    """
    for setting in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"):
        os.environ.pop(setting, None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
