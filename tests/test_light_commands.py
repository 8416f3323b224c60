"""Commands without a window load nothing of the windows: Qt takes as long to load as the work itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import json, sys
from desktop.command_line.main import main
status = main(sys.argv[1:])
print(json.dumps([status, sorted({name.split(".")[0] for name in sys.modules} & {"PySide6", "shiboken6"})]))
"""


def loads(folder: Path, *arguments: str) -> list[str]:
    """The parts of Qt that a command loads."""
    around = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "HOME": str(folder)}
    command = [sys.executable, "-c", RUN, "--library", str(folder / "library.clearway"), *arguments]
    done = subprocess.run(command, env=around, capture_output=True, text=True, timeout=100, check=True, cwd=folder)
    status, found = json.loads(done.stdout.splitlines()[-1])
    assert status == 0, done.stderr
    return list(found)


@pytest.mark.parametrize(
    "arguments",
    [
        ("sample",),
        ("list",),
        ("check",),
        ("export", "SAMPLE", "one.json"),
        ("report", "SAMPLE", "--kind", "summary", "--output", "summary.pdf"),
        ("export-actions", "SAMPLE", "actions.xlsx"),
        ("export-actions", "SAMPLE", "due.ics"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_command_without_a_window_loads_qt(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    from desktop.library_acts import LibraryActs
    from desktop.own_library import open_library

    with open_library(tmp_path / "library.clearway") as library:
        sample = LibraryActs(library).add_sample()

    assert loads(tmp_path, *(sample if part == "SAMPLE" else part for part in arguments)) == []
