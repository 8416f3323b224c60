"""Set-up: a lock that any mirror can serve, and a Qt that does not eat `None`."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import run
from resources.version import VERSION
from tests.pins import stanzas

ROOT = Path(__file__).parents[1]
LOCKS = {path.name: path.read_text("utf-8") for path in (run.LOCK, run.TEST_LOCK)}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
WANTED = {
    run.LOCK.name: [*PROJECT["dependencies"], *EXTRAS["set-up"]],
    run.TEST_LOCK.name: EXTRAS["develop"],
}
PINNED = [(lock, wanted) for lock, all_wanted in WANTED.items() for wanted in all_wanted if "==" in wanted]
RUNNING = stanzas(LOCKS[run.LOCK.name])


def plain(name: str) -> str:
    """A package's name as the index writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    assert re.findall(r"\w+://|--index-url|--extra-index|--find-links| @ ", LOCKS[lock]) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_in_a_lock_stands_there_once_with_its_version_and_hashes(lock: str) -> None:
    found = stanzas(LOCKS[lock])

    assert "".join(found.values()) == LOCKS[lock]
    assert len(found) > 20
    for name, lines in found.items():
        assert name == plain(name)
        assert re.match(r"[A-Za-z0-9._-]+==[^\s;\\]+( ; [^\\]+)? \\\n", lines), name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", lines), name


@pytest.mark.parametrize(("lock", "wanted"), PINNED)
def test_what_the_project_pins_is_in_its_lock_at_that_version(lock: str, wanted: str) -> None:
    name, version = wanted.split("==")
    found = RUNNING | stanzas(LOCKS[lock])

    assert found[plain(name)].split()[0].split("==")[1] == version


def test_everything_the_project_needs_is_pinned_but_qt_which_has_a_range() -> None:
    assert [w for wanted in WANTED.values() for w in wanted if "==" not in w] == ["PySide6-Essentials>=6.11,<6.12"]


def test_qt_is_locked_within_its_range() -> None:
    assert RUNNING["pyside6-essentials"].startswith("pyside6-essentials==6.11.")


def test_what_runs_here_is_what_is_locked() -> None:
    both = {**RUNNING, **stanzas(LOCKS[run.TEST_LOCK.name])}
    locked = {name: lines.split()[0].split("==")[1] for name, lines in both.items() if ";" not in lines.splitlines()[0]}

    assert {name: importlib.metadata.version(name) for name in locked} == locked


def test_who_only_runs_clearway_gets_nothing_that_tests_need() -> None:
    tools = {plain(w.split("==")[0]) for w in WANTED[run.TEST_LOCK.name]}

    assert tools & set(RUNNING) == set()
    assert len(RUNNING) < 53


def test_neither_all_of_qt_nor_anything_heavy_is_locked() -> None:
    heavy = {"pyside6", "pyside6-addons", "numpy", "pydantic", "qtawesome", "pyqtgraph"}

    assert heavy & {*RUNNING, *stanzas(LOCKS[run.TEST_LOCK.name])} == set()


def test_the_version_stands_in_one_place() -> None:
    assert "version" in PROJECT["dynamic"]
    assert importlib.metadata.version("clearway") == VERSION
    released = re.findall(r"^## (\d\S*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert released[0] == VERSION


class SetUp:
    """The set-up with an environment elsewhere, and pip replaced by a note of what it was asked for."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        self._folder = folder
        for name in ("LOCK", "TEST_LOCK"):
            copy = folder / getattr(run, name).name
            copy.write_text(getattr(run, name).read_text("utf-8"))
            monkeypatch.setattr(run, name, copy)
        monkeypatch.setattr(run, "PROJECT", (self.file("pyproject.toml"), self.file("version.py")))
        monkeypatch.setattr(run, "HOME", folder / ".venv")
        monkeypatch.setattr(run, "make_environment", self._make)
        monkeypatch.setattr(run, "install", lambda *what: self.asked.append(Path(what[-1]).name))

    def file(self, name: str) -> Path:
        (self._folder / name).touch()
        return self._folder / name

    def _make(self) -> None:
        shutil.rmtree(run.HOME, ignore_errors=True)
        run.python().parent.mkdir(parents=True)
        run.python().touch()
        self.asked.append("environment")

    def asks(self, *, tests: bool) -> list[str]:
        self.asked = []
        run.set_up(tests=tests)
        return [name if name != self._folder.name else "ourselves" for name in self.asked]


@pytest.fixture
def set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SetUp:
    monkeypatch.setattr(run, "ROOT", tmp_path)
    return SetUp(tmp_path, monkeypatch)


ALL = ["environment", "requirements.lock", "ourselves"]


def test_a_first_start_installs_what_running_needs_and_a_second_nothing(set_up: SetUp) -> None:
    assert set_up.asks(tests=False) == ALL
    assert set_up.asks(tests=False) == []


def test_the_tests_add_their_own_and_a_start_after_them_changes_nothing(set_up: SetUp) -> None:
    assert set_up.asks(tests=False) == ALL
    assert set_up.asks(tests=True) == ["requirements-tests.lock"]
    assert set_up.asks(tests=False) == []
    assert set_up.asks(tests=True) == []


def test_another_lock_is_an_environment_made_anew_with_nothing_left_of_the_old(set_up: SetUp) -> None:
    set_up.asks(tests=True)
    run.LOCK.write_text(run.LOCK.read_text("utf-8") + "# changed\n")

    assert set_up.asks(tests=False) == ALL
    assert set_up.asks(tests=True) == ["requirements-tests.lock"]


def test_another_lock_for_the_tests_is_noticed_by_the_tests_alone(set_up: SetUp) -> None:
    set_up.asks(tests=True)
    run.TEST_LOCK.write_text(run.TEST_LOCK.read_text("utf-8") + "# changed\n")

    assert set_up.asks(tests=False) == []
    assert set_up.asks(tests=True) == ["requirements-tests.lock"]


def test_a_new_version_of_clearway_is_installed_alone(set_up: SetUp) -> None:
    set_up.asks(tests=False)
    set_up.file("version.py").write_text('VERSION = "0.2.0"')

    assert set_up.asks(tests=False) == ["ourselves"]


def test_an_environment_without_its_python_is_made_anew(set_up: SetUp) -> None:
    """As where the Python that it was made from has been replaced."""
    set_up.asks(tests=False)
    run.python().unlink()

    assert set_up.asks(tests=False) == ALL


def test_a_set_up_that_was_broken_off_is_done_again(set_up: SetUp, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*what: object) -> None:
        raise subprocess.CalledProcessError(1, ["pip", *map(str, what)])

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(run, "install", broken)
        with pytest.raises(subprocess.CalledProcessError):
            run.set_up(tests=False)

    assert set_up.asks(tests=False) == ALL


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
