"""What a command says may get through to nobody, or not all of it: that is no fault in Clearway."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.library_acts import LibraryActs
from desktop.own_library import open_library

pytestmark = pytest.mark.skipif(os.name == "nt", reason="shells there close no streams")

ROOT = Path(__file__).parents[1]
COMMANDS = ("list", "history SAMPLE", "history SAMPLE --at 2100-01-01", "portfolio --json", "progress")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    path = tmp_path_factory.mktemp("sampled") / "library.clearway"
    with open_library(path) as opened:
        return path, LibraryActs(opened).add_sample()


def ended(library: tuple[Path, str], command: str, where: str) -> tuple[int, str]:
    """The command with its streams led elsewhere by a shell: its status, and what it said on the other of them."""
    path, sample = library
    given = f"{sys.executable} -m desktop.command_line --library {path} {command.replace('SAMPLE', sample)} {where}"
    around = {**os.environ, "PYTHONPATH": str(ROOT)}
    shell = ["/bin/bash", "-o", "pipefail", "-c", given]
    done = subprocess.run(shell, env=around, capture_output=True, text=True, timeout=100, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_nobody_listens_to_does_its_work(library: tuple[Path, str], command: str) -> None:
    assert ended(library, command, ">&-") == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_listener_who_goes_away_is_told_nothing_more(library: tuple[Path, str], command: str) -> None:
    status, said = ended(library, command, "| true")
    assert (said, status in {0, 1}) == ("", True)


def test_a_refusal_that_nobody_hears_does_not_get_among_what_was_asked_for(library: tuple[Path, str]) -> None:
    assert ended(library, "export nothing nowhere.json", "2>&-") == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk here that is full")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_told_in_one_sentence(library: tuple[Path, str], command: str) -> None:
    assert ended(library, command, ">/dev/full") == (1, "stdout cannot be written: No space left on device.\n")
