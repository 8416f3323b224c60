"""The rules of the house: who may import whom, and sizes that a reader can hold in mind."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from setuptools import find_packages

ROOT = Path(__file__).parents[1]
CONTRACTS = Path(__file__).with_name("import_contracts.toml")
ROOMS = ("desktop", "models", "reports", "resources")
LONGEST_FILE, LONGEST_FUNCTION = 300, 50
"""Lines."""
FULLEST_FOLDER = 20
"""Modules of its own."""
AT_THE_TOP = {
    *("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "DECISIONS.md"),
    *("pyproject.toml", "requirements.lock", "requirements-tests.lock", "run.py"),
    *(*ROOMS, "tests"),
}
MADE_THERE = {"__pycache__", "build", "dist", "clearway-sample-action-plan.pdf"}

FILES = sorted([*(path for room in ROOMS for path in (ROOT / room).rglob("*.py")), ROOT / "run.py"])
Defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def checked(root: Path) -> subprocess.CompletedProcess[str]:
    """Import-linter over the rooms below `root`."""
    program = (
        "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(sys.argv[1], no_cache=True))"
    )
    return subprocess.run(
        [sys.executable, "-c", program, str(CONTRACTS)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_every_room_imports_only_what_it_may() -> None:
    done = checked(ROOT)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "17 kept, 0 broken" in done.stdout


BREACHES = {
    "resources/odd.py": ("import models.values.money", "resources imports nothing of ours"),
    "models/odd.py": ("from PySide6.QtCore import QObject", "the domain and its storage know neither windows"),
    "models/storage/odd.py": ("import reportlab.pdfgen", "the domain and its storage know neither windows"),
    "models/exchange/odd.py": ("import sqlite3", "SQL is spoken in models.storage only"),
    "models/sharing/odd.py": ("import psycopg", "PostgreSQL is spoken in models.hub only"),
    "models/hub/odd.py": ("import models.storage.errors", "only what opens the library names models.storage"),
    "desktop/view_models/odd.py": ("import models.storage.errors", "only what opens the library names models.storage"),
    "reports/pages/odd.py": ("def late():\n    import desktop.theme", "documents are made without windows"),
    "reports/odd.py": ("import pydantic", "what is slow to load"),
    "models/values/odd.py": ("import models.engagement.edit", "each floor of the domain"),
    "models/method/odd.py": ("import models.engagement.people", "each floor of the domain"),
    "models/playbook/odd.py": ("import models.plan.plan", "each floor of the domain"),
    "reports/type/odd.py": ("import reports.words.text", "each floor of the documents"),
    "reports/layout/odd.py": ("import reports.pages.cover", "each floor of the documents"),
    "desktop/room/odd.py": ("import desktop.console.page", "each floor of the windows"),
    "desktop/widgets/odd.py": ("import desktop.console.banner", "what windows are made of knows no window"),
    "desktop/view_models/room/odd.py": ("import desktop.widgets.labels", "a view model knows no widget"),
    "desktop/console/plan/odd.py": ("import desktop.console.results.agreement_map", "no page of the console knows"),
    "desktop/console/report/odd.py": ("import desktop.console.window", "a page knows the frame's small parts"),
    "desktop/room/pages/odd.py": ("import desktop.view_models.session", "the room knows only its own view models"),
    "desktop/room/drawing/odd.py": ("import desktop.room.pages.sign", "each floor of the room"),
    "reports/reply/odd.py": ("from pikepdf import Pdf", "a PDF from outside meets pypdf"),
}


def test_the_rules_would_notice_a_breach(tmp_path: Path) -> None:
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("*.pyc", "*.png", "*.ttf", "*.ttc"))
    for place, (line, _) in BREACHES.items():
        (tmp_path / place).write_text(line + "\n")

    done = checked(tmp_path)

    assert done.returncode == 1, done.stdout + done.stderr
    told = re.split(r"\n(?=.+\n-{9,}\n)", done.stdout.partition("Broken contracts")[2])
    assert [
        place
        for place, (_, rule) in BREACHES.items()
        if not any(part.startswith(rule) and f"- {module(place)} -> " in re.sub(" +", " ", part) for part in told)
    ] == []


def module(place: str) -> str:
    """The dotted name of a file of ours."""
    return place.removesuffix(".py").replace("/", ".")


def test_nothing_else_lies_at_the_top() -> None:
    """A path made of the wrong thing leaves a file where one stands, and the next commit takes it along."""
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".") and path.suffix != ".egg-info"}

    assert found - MADE_THERE == AT_THE_TOP


def test_every_room_is_a_plain_package() -> None:
    """Without its `__init__.py` a folder called models or reports elsewhere on the path becomes part of ours."""
    folders = {path.parent for path in FILES} - {ROOT}

    assert sorted(named(f) for f in folders if not (f / "__init__.py").is_file()) == []


def test_only_the_rooms_that_are_packed_exist() -> None:
    """A folder that the packing list forgets would be missing from an installed Clearway."""
    import tomllib

    packing = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]["find"]
    packed = find_packages(str(ROOT), include=packing["include"])
    found = {named(path.parent).replace(os.sep, ".") for path in FILES} - {"."}

    assert sorted(found) == sorted(packed)


def test_no_file_is_longer_than_a_reader_can_hold_in_mind() -> None:
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in FILES}

    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_folder_is_fuller_than_one_can_look_over() -> None:
    counts = Counter(path.parent for path in FILES)

    assert {named(folder): n for folder, n in counts.items() if n > FULLEST_FOLDER} == {}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def definitions(path: Path) -> Iterator[tuple[str, Defined, ast.ClassDef | None]]:
    """Every class, function and method of a file, but not those within functions: its dotted name and its class."""

    def within(
        node: ast.AST, name: str, around: ast.ClassDef | None
    ) -> Iterator[tuple[str, Defined, ast.ClassDef | None]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, Defined):
                yield f"{name}.{child.name}", child, around
                if isinstance(child, ast.ClassDef):
                    yield from within(child, f"{name}.{child.name}", child)
            elif isinstance(child, ast.If | ast.Try):
                yield from within(child, name, around)

    return within(parsed(path), named(path), None)


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        name: node.end_lineno - node.lineno + 1
        for path in FILES
        for name, node, _ in definitions(path)
        if not isinstance(node, ast.ClassDef) and node.end_lineno and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    }

    assert long == {}


def classes() -> dict[str, ast.ClassDef]:
    """Every class of ours by its name."""
    return {node.name: node for path in FILES for _, node, _ in definitions(path) if isinstance(node, ast.ClassDef)}


def overrides(node: Defined, around: ast.ClassDef | None, known: dict[str, ast.ClassDef]) -> bool:
    """Whether a method answers to a name that a base gives it. Qt's own are known by their camel case."""
    if around is None:
        return False
    names = [base.value if isinstance(base, ast.Subscript) else base for base in around.bases]
    bases = [known.get(name.id) if isinstance(name, ast.Name) else None for name in names]
    if None in bases and node.name != node.name.lower():
        return True
    ours = [base for base in bases if base]
    given = any(isinstance(part, Defined) and part.name == node.name for base in ours for part in base.body)
    return given or any(overrides(node, base, known) for base in ours)


def test_everything_public_says_what_it_is_for() -> None:
    known = classes()
    silent = [
        name
        for path in FILES
        for name, node, around in definitions(path)
        if not any(part.startswith("_") for part in name.partition(".py.")[2].split("."))
        and not overrides(node, around, known)
        and ast.get_docstring(node) is None
    ]

    assert silent == []


def test_every_file_says_what_it_is_for() -> None:
    silent = [named(p) for p in FILES if p.read_text("utf-8").strip() and not ast.get_docstring(parsed(p))]

    assert silent == []


def test_nothing_is_left_to_do() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    texts = [*FILES, *(ROOT / "tests").rglob("*.py"), ROOT / "README.md"]
    left = [named(p) for p in texts if p != Path(__file__) and p.is_file() and marks.search(p.read_text("utf-8"))]

    assert left == []


def test_the_first_frame_waits_for_nothing_that_only_an_engagement_needs() -> None:
    late = {
        "sqlite_utils",
        "sqlcipher3",
        "reportlab",
        "jsonschema",
        "PIL",
        "models.engagement.engagement",
        "models.storage",
    }
    says = f"import sys, desktop.application; print(*sorted({late!r} & set(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", says], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert loaded.split() == []
