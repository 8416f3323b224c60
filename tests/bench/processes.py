"""Commands as whole processes, from starting Python to the end, in time on the processor."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from desktop.library_acts import LibraryActs
from desktop.own_library import open_library
from tests.bench.documents import typst_process
from tests.bench.figure import Figure, alternately_on_the_processor
from tests.bench.libraries import Shelf

TIMES = 7
SAME_QUERY = """
import sqlite3, sys
known = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro&immutable=1", uri=True)
rows = known.execute("SELECT engagement_id, client, pilot FROM entry WHERE archived = 0 ORDER BY recent DESC, id DESC")
for row in rows:
    print("\\t".join(row))
"""


def commands(shelf: Shelf) -> list[Figure]:
    """The list of 10,000, and an action plan."""
    listing, query = alternately_on_the_processor(
        TIMES, _clearway(shelf.many, "list"), _process("-c", SAME_QUERY, str(shelf.many))
    )
    path = shelf.empty("report.clearway")
    with open_library(path) as library:
        sample = LibraryActs(library).add_sample()
    output = str(path.with_suffix(".pdf"))
    with typst_process() as theirs:
        ours, floor = alternately_on_the_processor(
            TIMES, _clearway(path, "report", sample, "--kind", "action-plan", "--output", output), theirs
        )
    return [
        Figure("clearway list, 10,000 (floor: sqlite3)", listing, query, 2),
        Figure("clearway report (floor: Typst)", ours, floor, 2.5),
    ]


def _clearway(library: Path, *arguments: str) -> Callable[[], object]:
    return _process("-m", "desktop.command_line", "--library", str(library), *arguments)


def _process(*arguments: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
