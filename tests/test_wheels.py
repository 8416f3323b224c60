"""The locks against the systems: wherever Clearway is said to run there is a wheel of every package.

Nothing is asked of a network here: `python -m tests.pins` keeps the names of the wheels beside this file.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.markers import Marker
from packaging.specifiers import SpecifierSet
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import parse_wheel_filename

import run
from tests.pins import LOCK, TEST_LOCK, WHEELS, pins, stanzas

REQUIRED = tomllib.loads((Path(run.ROOT) / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]


class Place(NamedTuple):
    """A system with the oldest version of it, and a Python."""

    system: str
    least: tuple[int, ...]
    python: tuple[int, int]

    def __str__(self) -> str:
        return "-".join([self.system, ".".join(map(str, self.least)), "py" + ".".join(map(str, self.python))])


@dataclass(frozen=True)
class Pin:
    """A package in a lock: its version, and the systems that need it."""

    name: str
    version: str
    marker: Marker | None

    @classmethod
    def read(cls, line: str) -> Pin:
        wanted, _, marker = line.partition(";")
        name, version = wanted.strip().split("==")
        return cls(name, version, Marker(marker) if marker else None)

    def needed(self, place: Place) -> bool:
        return self.marker is None or self.marker.evaluate(environment(place))


def environment(place: Place) -> dict[str, str]:
    kind, processor = place.system.split("-")
    python = ".".join(map(str, place.python))
    return {
        "sys_platform": {"win": "win32", "macosx": "darwin", "linux": "linux"}[kind],
        "platform_machine": processor.upper() if kind == "win" else processor,
        "platform_python_implementation": "CPython",
        "python_version": python,
        "python_full_version": f"{python}.0",
    }


def platforms(place: Place) -> list[str]:
    """What the platform of a wheel may be called there."""
    kind, processor = place.system.split("-")
    if kind == "win":
        return [f"win_{processor}"]
    if kind == "macosx":
        major, minor = (*place.least, 0)[:2]
        return list(mac_platforms((major, minor), processor))
    newest = [f"manylinux_2_{minor}_{processor}" for minor in range(place.least[1], 4, -1)]
    return [*newest, f"manylinux2014_{processor}", f"linux_{processor}"]


def tags(place: Place) -> set[Tag]:
    """What an installer there accepts, from its interpreter's own name to any."""
    interpreter = "cp{}{}".format(*place.python)
    here = platforms(place)
    own = cpython_tags(place.python, abis=[interpreter], platforms=here)
    return {*own, *compatible_tags(place.python, interpreter=interpreter, platforms=here)}


def kept() -> dict[tuple[str, str], list[str]]:
    """The names of the wheels, by package and version."""
    found: dict[tuple[str, str], list[str]] = {}
    wheels: list[str] = []
    for line in WHEELS.read_text("utf-8").splitlines():
        if line.startswith(" "):
            wheels.append(line.strip())
        else:
            name, version = line.split("==")
            wheels = found.setdefault((name, version), [])
    return found


KEPT = kept()
LOCKS = {lock.name: [Pin.read(line) for line in pins(lock)] for lock in (LOCK, TEST_LOCK)}


def missing(lock: str, place: Place) -> list[str]:
    """The packages that would have to be compiled there."""
    fit = tags(place)
    return [
        pin.name
        for pin in LOCKS[lock]
        if pin.needed(place)
        and not any(fit & parse_wheel_filename(wheel)[3] for wheel in KEPT.get((pin.name, pin.version), []))
    ]


PLACES = [Place(system, least, python) for system, least in run.SYSTEMS.items() for python in run.PYTHONS]
TESTED = {"macosx-arm64": (14,)}
"""From when on tests run where that is later than Clearway does."""


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_there_is_a_wheel_of_everything(place: Place) -> None:
    tested = place._replace(least=TESTED.get(place.system, place.least))

    assert missing("requirements.lock", place) == []
    assert missing("requirements-tests.lock", tested) == []


def test_the_lists_are_of_what_is_locked_and_of_nothing_else() -> None:
    """A pin was changed by hand where this fails: `python -m tests.pins` writes locks and lists together."""
    assert set(KEPT) == {(pin.name, pin.version) for lock in LOCKS.values() for pin in lock}
    assert [wheels for wheels in KEPT.values() if not wheels] == []


@pytest.mark.parametrize(
    ("system", "least", "lacking"),
    [
        ("macosx-x86_64", (12,), {"pypdfium2", "pyside6-essentials", "shiboken6"}),
        ("macosx-arm64", (12,), {"pypdfium2", "pyside6-essentials", "shiboken6"}),
        ("linux-x86_64", (2, 33), {"pyside6-essentials", "shiboken6"}),
        ("linux-aarch64", (2, 38), {"pyside6-essentials", "shiboken6"}),
        ("win-arm64", (), {"psycopg-binary", "pyrage", "python-bidi", "rl-accel", "uharfbuzz"}),
    ],
)
def test_what_is_refused_could_not_be_installed(system: str, least: tuple[int, ...], lacking: set[str]) -> None:
    """Where this fails, more can be promised: in `run.py` and in the README."""
    for python in run.PYTHONS:
        assert set(missing("requirements.lock", Place(system, least, python))) == lacking


def test_set_up_and_project_promise_the_same_pythons() -> None:
    allowed = [(3, minor) for minor in range(30) if f"3.{minor}.0" in SpecifierSet(REQUIRED)]

    assert allowed == list(run.PYTHONS)


def test_a_package_in_both_locks_is_the_same_in_both() -> None:
    running, added = (stanzas(lock.read_text("utf-8")) for lock in (LOCK, TEST_LOCK))
    twice = set(running) & set(added)

    assert [name for name in twice if running[name].split()[0] != added[name].split()[0]] == []
    assert [name for name in twice if ";" not in running[name].splitlines()[0]] == []
