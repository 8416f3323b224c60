"""Prints each figure beside its floor from the same run: `python3 run.py bench [NAME ...]`.

Medians of several runs. These are measurements, never assertions; the goals are those of the product's brief.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import documents, libraries, limits, registers, room, screens
from tests.bench.figure import Figure


def main(names: list[str]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        shelf = libraries.Shelf(Path(folder))
        figures: dict[str, Callable[[], list[Figure]]] = {
            "start": lambda: screens.start_and_memory(shelf),
            "edit": lambda: screens.edit(shelf),
            "typing": lambda: screens.typing(shelf),
            "search": lambda: libraries.search(shelf),
            "opening": lambda: libraries.opening(shelf),
            "room": lambda: room.room(shelf),
            "registers": lambda: registers.registers(shelf),
            "plan": documents.action_plan,
            "limits": limits.limits,
        }
        unknown = set(names) - figures.keys()
        if unknown:
            print(f"Unknown: {', '.join(sorted(unknown))}. There are: {', '.join(figures)}", file=sys.stderr)
            return 2
        print(f"{'figure':44} {'measured':>12} {'floor':>12} {'ratio':>7} {'goal':>6}")
        for name in names or figures:
            for figure in figures[name]():
                print(figure.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
