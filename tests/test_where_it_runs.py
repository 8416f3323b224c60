"""Where Clearway runs and where it does not: a sentence that says what to install, not a fault nor a compiler."""

from __future__ import annotations

import ast

import pytest

import run

FIT = "Python 3.11, 3.12, 3.13 or 3.14"
HERE = run.Machine((3, 12, 1), "", "linux-x86_64", (2, 36))
REFUSALS = [
    (HERE._replace(python=(3, 9, 6)), [f"needs {FIT}, and this is Python 3.9.6: install one of those"]),
    (HERE._replace(python=(3, 15, 0)), [f"needs {FIT}, and this is Python 3.15.0: install one of those"]),
    (HERE._replace(build="pypy"), [f"the ordinary {FIT}", "this is the pypy one"]),
    (HERE._replace(build="free-threaded"), [f"the ordinary {FIT}", "this is the free-threaded one"]),
    (HERE._replace(system="win32", version=()), [f"the 64-bit {FIT}", "this is the 32-bit one"]),
    (HERE._replace(system="linux-x86_64-32"), [f"the 64-bit {FIT}", "this is the 32-bit one"]),
    (HERE._replace(system="win-arm64", version=()), ["this one is for ARM", "called Windows installer (64-bit)"]),
    (HERE._replace(system="macosx-x86_64", version=(12, 7, 6)), ["macOS 13 or later", "Intel", "macOS 12.7.6: update"]),
    (
        HERE._replace(system="macosx-arm64", version=(12, 6)),
        ["macOS 13 or later", "Apple silicon", "this is macOS 12.6"],
    ),
    (HERE._replace(version=()), ["a Linux with the GNU C library, as Debian", "this one has another"]),
    (HERE._replace(version=(2, 31)), ["2.34 or later on x86_64", "has 2.31: use a newer one, such as Debian 13"]),
    (HERE._replace(system="linux-aarch64"), ["2.39 or later on aarch64", "has 2.36: use a newer one, such as Debian"]),
    (HERE._replace(system="linux-riscv64"), ["on Linux for x86_64 or aarch64", "this Python is for linux-riscv64"]),
]


@pytest.mark.parametrize(("machine", "parts"), REFUSALS, ids=str)
def test_where_it_cannot_run_a_sentence_says_what_to_install(machine: run.Machine, parts: list[str]) -> None:
    said = run.refusal(machine)

    assert [part for part in parts if part not in said] == []
    assert said.startswith("Clearway ")
    assert said.endswith(".")
    assert "\n" not in said


@pytest.mark.parametrize("system", run.SYSTEMS)
@pytest.mark.parametrize("python", run.PYTHONS)
def test_where_it_can_run_nothing_is_refused(system: str, python: tuple[int, int]) -> None:
    oldest = run.Machine((*python, 0), "", system, run.SYSTEMS[system])
    newest = oldest._replace(version=(99, 1) if oldest.version else ())

    assert (run.refusal(oldest), run.refusal(newest), run.refusal(run.this_machine())) == ("", "", "")


def test_a_macos_that_hides_its_version_is_given_the_chance() -> None:
    assert run.refusal(HERE._replace(system="macosx-x86_64", version=())) == ""


def test_nothing_is_set_up_where_it_cannot_run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "this_machine", lambda: HERE._replace(python=(3, 9, 6)))
    monkeypatch.setattr(run, "set_up", lambda tests: pytest.fail("it was set up"))

    assert run.main(["list"]) == 1
    assert capsys.readouterr().err.startswith("Clearway needs Python 3.11")


def test_a_python_that_is_too_old_can_still_read_the_script() -> None:
    """Otherwise it would show a fault in the grammar in place of the sentence."""
    ast.parse((run.ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))


ROWS = {
    "win-amd64": "| Windows, Intel and AMD | 10 |",
    "macosx-x86_64": "| macOS on Intel | {} |",
    "macosx-arm64": "| macOS on Apple silicon | {} |",
    "linux-x86_64": "| Linux, x86_64 | GNU C library {} |",
    "linux-aarch64": "| Linux, aarch64 | GNU C library {} |",
}


def test_the_readme_promises_what_is_let_in() -> None:
    readme = (run.ROOT / "README.md").read_text("utf-8")
    rows = [ROWS[system].format(".".join(map(str, least))) for system, least in run.SYSTEMS.items()]

    assert [row for row in rows if row not in readme] == []
    assert FIT in readme
