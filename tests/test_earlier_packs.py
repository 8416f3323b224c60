"""What was made with an earlier version of the built-in pack, in a library of its time and in one that never met it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from desktop.application import open_library
from desktop.command_line.main import main
from desktop.library_acts import EARLIER_BUILT_IN, LibraryActs
from models.engagement.engagement import Engagement
from models.exchange.writing import write_engagement
from models.method.check import read_method
from models.method.method import Method
from models.values.sentence import act_called
from resources import resource_text

OLD_KEY = "clearway@1.1.0"
OLD = resource_text("method/clearway-1.1.0.toml")


@pytest.fixture
def old_sample(sample: Engagement) -> Engagement:
    """The sample as it was made with 1.1.0."""
    rounds = tuple(replace(r, assessment=replace(r.assessment, method=OLD_KEY)) for r in sample.rounds)
    return replace(sample, rounds=rounds)


@pytest.fixture
def library_of_its_time(tmp_path: Path, old_sample: Engagement, qapp: QApplication) -> Path:
    """A library whose newest pack is 1.1.0, with the sample in it."""
    path = tmp_path / "old.clearway"
    with open_library(path) as library:
        library.keep_method(OLD_KEY, OLD)
        library.add(old_sample, act_called("Import"))
    return path


def run(path: Path, *arguments: str | Path) -> int:
    return main(["--library", str(path), *map(str, arguments)])


def test_every_earlier_pack_that_ships_is_read_under_its_key() -> None:
    for key, name in EARLIER_BUILT_IN.items():
        assert read_method(resource_text(name), name).key == key


def test_old_work_keeps_the_pack_of_its_library_and_new_work_begins_with_the_newest(
    library_of_its_time: Path, old_sample: Engagement, method: Method
) -> None:
    with open_library(library_of_its_time) as library:
        acts = LibraryActs(library)
        engagement, used = acts.open(old_sample.id)
        fresh, newest = acts.open(acts.begin("Client", "Pilot"))

        assert (engagement, used.key) == (old_sample, OLD_KEY)
        assert (fresh.current.assessment.method, newest) == (method.key, method)
        assert library.method_keys() == [method.key, OLD_KEY]
        assert replace(used, version=method.version) == method


def test_the_documents_of_old_work_say_what_they_said(
    library_of_its_time: Path, old_sample: Engagement, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new.clearway"
    assert run(new, "sample") == 0
    fresh = capsys.readouterr().out.strip()
    for kind in ("action-plan", "record"):
        made = [tmp_path / f"{name}.pdf" for name in ("old", "new")]
        assert run(library_of_its_time, "report", old_sample.id, "--kind", kind, "--output", made[0]) == 0
        assert run(new, "report", fresh, "--kind", kind, "--output", made[1]) == 0
        first, second = ([page.extract_text() for page in PdfReader(path).pages] for path in made)
        assert first == second


def test_old_work_can_be_brought_into_a_library_that_never_met_its_pack(
    old_sample: Engagement, method: Method, tmp_path: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "work.json").write_text(write_engagement(old_sample), "utf-8")
    new = tmp_path / "new.clearway"

    assert run(new, "import", tmp_path / "work.json") == 0
    brought = capsys.readouterr().out.strip()
    assert run(new, "export", brought, tmp_path / "back.json") == 0

    assert json.loads((tmp_path / "back.json").read_bytes())["rounds"][0]["method"] == OLD_KEY
    with open_library(new) as library:
        assert LibraryActs(library).open(brought)[1].key == OLD_KEY
        assert library.method_keys() == [method.key], "new work does not begin with it"
