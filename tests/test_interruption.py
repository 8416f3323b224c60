"""Ctrl+C on the command line, at any moment: no traceback, exit status 130, and what was being written is whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.command_line.main import main
from models.storage import Library

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a console of its own would be needed")

ROOT = Path(__file__).parents[1]
CHILD = """
import os, signal, sys, threading
from desktop.command_line.main import main
interrupt = threading.Timer(float(sys.argv[1]), os.kill, (os.getpid(), signal.SIGINT))
interrupt.daemon = True
interrupt.start()
sys.exit(main(sys.argv[2:]))
"""
IN_A_CALLBACK = """
import os, signal, sys
from desktop.command_line.main import main
from models.storage.digests import Digests
add = Digests.add
def interrupted(*told):
    os.kill(os.getpid(), signal.SIGINT)
    add(*told)
Digests.add = interrupted
sys.exit(main(sys.argv[1:]))
"""
WHILE_WRITING = """
import os, signal, sys
from desktop.command_line.main import main
os.fsync = lambda file: os.kill(os.getpid(), signal.SIGINT)
sys.exit(main(sys.argv[1:]))
"""
WHILE_PAINTING = """
import os, signal, sys
from desktop import chart_pictures
from desktop.command_line.main import main
chart_pictures.paint_drawing = lambda painter, drawing: os.kill(os.getpid(), signal.SIGINT)
sys.exit(main(sys.argv[1:]))
"""
WHILE_LOADING = """
import os, signal, sys
from desktop.command_line.main import main
class Interrupting:
    def find_spec(name, path=None, target=None):
        if name == "desktop.command_line.files":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting)
sys.exit(main(sys.argv[1:]))
"""


def run(code: str, *arguments: str | Path) -> tuple[int, str, str]:
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, env=around, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr


def interrupted(after: float, *arguments: str | Path) -> int:
    status, _, said = run(CHILD, str(after), *arguments)
    assert said == ""
    assert status in (0, 130)
    return status


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, str]:
    """A library with the sample in it, and the sample's id."""
    path = tmp_path / "library.clearway"
    assert main(["--library", str(path), "sample"]) == 0
    return path, capsys.readouterr().out.strip()


@pytest.mark.parametrize("kind", ["report", "export"])
def test_a_file_is_the_old_one_or_the_new_one(library: tuple[Path, str], tmp_path: Path, kind: str) -> None:
    path, sample = library
    target = tmp_path / "made" / "file"
    target.parent.mkdir()
    target.write_bytes(b"old")
    rest = ["--kind", "summary", "--output", target] if kind == "report" else [target]
    assert main(["--library", str(path), kind, sample, *map(str, rest)]) == 0
    whole = target.read_bytes()
    target.write_bytes(b"old")
    ends = [interrupted(0.02 + 0.15 * step, "--library", path, kind, sample, *rest) for step in range(7)]
    assert 130 in ends
    assert [file.name for file in target.parent.iterdir()] == ["file"]
    # The last moment to be interrupted lies after the file is whole: then it is the new one, too.
    assert target.read_bytes() != b"old" or 0 not in ends
    assert target.read_bytes() in (b"old", whole)


def test_the_library_is_as_before_or_has_it_all(library: tuple[Path, str]) -> None:
    path, _ = library
    case = ROOT / "tests" / "cases" / "thailand-screening.json"
    ends = [interrupted(0.02 + 0.1 * step, "--library", path, "import", case) for step in range(8)]
    assert 130 in ends
    with Library.open(path, who="Ann") as opened:
        assert opened.check() == []
        assert 1 + ends.count(0) <= opened.count() <= 1 + len(ends), "those that ended well, and whole others"
        for engagement_id in opened.ids_beginning(""):
            opened.engagement(engagement_id)


def test_before_anything_of_the_command_is_loaded_it_ends_without_a_word(library: tuple[Path, str]) -> None:
    assert run(WHILE_LOADING, "--library", library[0], "list") == (130, "", "")


def test_in_the_midst_of_the_databases_own_work_it_is_the_same(library: tuple[Path, str]) -> None:
    path, _ = library
    case = ROOT / "tests" / "cases" / "thailand-screening.json"
    assert run(IN_A_CALLBACK, "--library", path, "import", case) == (130, "", "")
    with Library.open(path, who="Ann") as opened:
        assert (opened.count(), opened.check()) == (1, [])


def test_a_file_that_is_half_written_is_cleared_away(library: tuple[Path, str], tmp_path: Path) -> None:
    path, sample = library
    target = tmp_path / "made" / "sample.json"
    target.parent.mkdir()
    assert run(WHILE_WRITING, "--library", path, "export", sample, target) == (130, "", "")
    assert list(target.parent.iterdir()) == []


def test_while_a_chart_is_painted_it_is_no_crash(library: tuple[Path, str], tmp_path: Path) -> None:
    path, sample = library
    assert run(WHILE_PAINTING, "--library", path, "charts", sample, tmp_path / "charts") == (130, "", "")


def test_whoever_had_it_passed_over_is_not_asked_again(library: tuple[Path, str]) -> None:
    path, _ = library
    ignoring = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n" + CHILD
    status, listed, said = run(ignoring, "0.05", "--library", path, "list")
    assert (status, said, len(listed.splitlines())) == (0, "", 1)
