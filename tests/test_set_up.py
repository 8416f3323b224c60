"""Set-up: a lock that any mirror can serve, and a Qt that does not eat `None`."""

from __future__ import annotations

import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
WANTED = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["develop"]]
PINNED = [w for w in WANTED if "==" in w]


def plain(name: str) -> str:
    """A package's name as the index writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def entries() -> dict[str, str]:
    """The lines of each package in the lock, by its name."""
    found: dict[str, str] = {}
    name = ""
    for line in LOCK.splitlines():
        if line and not line.startswith((" ", "#")):
            name = plain(re.split(r"[=<>~!\\[; ]", line)[0])
            assert name not in found, f"{name} stands twice in the lock"
        found[name] = found.get(name, "") + line + "\n"
    return found


def test_the_lock_names_no_address() -> None:
    assert re.findall(r"\w+://|--index-url|--extra-index|--find-links| @ ", LOCK) == []


def test_every_package_in_the_lock_has_one_version_and_its_hashes() -> None:
    assert len(entries()) > 25
    for name, lines in entries().items():
        assert re.match(r"[A-Za-z0-9._-]+==[^\s;\\]+( ; [^\\]+)? \\\n", lines), name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", lines), name


@pytest.mark.parametrize("wanted", PINNED)
def test_what_the_project_pins_is_in_the_lock_at_that_version(wanted: str) -> None:
    name, version = wanted.split("==")

    assert entries()[plain(name)].split()[0].split("==")[1] == version


def test_everything_the_project_needs_is_pinned_but_qt_which_has_a_range() -> None:
    assert [w for w in WANTED if "==" not in w] == ["PySide6-Essentials>=6.11,<6.12"]


def test_qt_is_locked_within_its_range_and_so_is_what_runs_here() -> None:
    locked = entries()["pyside6-essentials"].split()[0].split("==")[1]

    assert locked.startswith("6.11.")
    assert importlib.metadata.version("PySide6-Essentials") == locked


def test_neither_all_of_qt_nor_anything_heavy_is_locked() -> None:
    assert {"pyside6", "pyside6-addons", "numpy", "pydantic", "qtawesome", "pyqtgraph"} & set(entries()) == set()


@pytest.mark.parametrize("name", ["uv", "attrs", "shiboken6"])
def test_the_lines_of_one_package_are_a_whole_stanza(name: str) -> None:
    stanza = run.locked_entry(name)

    lines = stanza.splitlines()
    assert lines[0].startswith(f"{name}==")
    assert all(line.startswith("    --hash=sha256:") for line in lines[1:])
    assert all(line.endswith(" \\") for line in lines[:-1])
    assert not lines[-1].endswith("\\")
    assert stanza == entries()[name]


def test_the_environment_is_made_anew_when_the_lock_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = run.fingerprint()
    (tmp_path / "other.lock").write_text(LOCK + "# changed\n")
    monkeypatch.setattr(run, "LOCK", tmp_path / "other.lock")

    assert run.fingerprint() != before


def test_set_up_needs_nothing_but_python() -> None:
    """The script is read by a Python that has no packages at all."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", "import runpy; runpy.run_path('run.py', run_name='looked-at')"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_what_may_not_be_installed_is_said_as_the_line_to_type(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(run.shutil, "which", lambda name: "/usr/bin/apt-get")

    run.install_system_packages(["libegl1", "libgl1"])

    assert "    sudo apt-get install -y --no-install-recommends libegl1 libgl1\n" in capsys.readouterr().err


def test_nothing_is_said_where_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    run.install_system_packages([])

    assert capsys.readouterr() == ("", "")


VOID_CALLS = """
import sys
from PySide6.QtCore import QObject, QTimer
thing, timer = QObject(), QTimer()
before = sys.getrefcount(None)
for _ in range(10_000):
    thing.setObjectName("x")
    timer.stop()
lost = before - sys.getrefcount(None)
assert lost < 100, f"{lost} references to None lost"
"""


def test_20_000_void_calls_leave_none_alone() -> None:
    """PySide6 6.12.0 on Python 3.11 takes a reference from None in each, and aborts after some 5,000."""
    done = subprocess.run(
        [sys.executable, "-c", VOID_CALLS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
