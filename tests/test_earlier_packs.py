"""What was made with an earlier version of the built-in pack, in a library of its time and in one that never met it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pdf_text import page_texts
from PySide6.QtWidgets import QApplication

from desktop.built_in import EARLIER_BUILT_IN
from desktop.command_line.main import main
from desktop.library_acts import LibraryActs
from desktop.own_library import open_library
from models.engagement.engagement import Engagement
from models.exchange.writing import write_engagement
from models.method.check import read_method
from models.method.method import Method
from models.values.sentence import act_called
from resources import resource_text

FIRST, SECOND = "clearway@1.1.0", "clearway@1.2.0"
"""Their words are the same."""


@pytest.fixture(params=EARLIER_BUILT_IN)
def old_key(request: pytest.FixtureRequest) -> str:
    """The key of an earlier pack."""
    return str(request.param)


@pytest.fixture
def old_sample(sample: Engagement, old_key: str) -> Engagement:
    """The sample as it was made with that pack."""
    return made_with(old_key, sample)


@pytest.fixture
def library_of_its_time(tmp_path: Path, old_sample: Engagement, qapp: QApplication) -> Path:
    """A library that has no newer pack, with the sample in it."""
    return library_with(old_sample, tmp_path / "old.clearway")


def made_with(key: str, engagement: Engagement) -> Engagement:
    rounds = tuple(replace(r, assessment=replace(r.assessment, method=key)) for r in engagement.rounds)
    return replace(engagement, rounds=rounds)


def library_with(engagement: Engagement, path: Path) -> Path:
    """A library of the time when the pack that the engagement was made with was the newest."""
    key = engagement.current.assessment.method
    with open_library(path) as library:
        library.keep_method(key, resource_text(EARLIER_BUILT_IN[key]))
        library.add(engagement, act_called("Import"))
    return path


def run(path: Path, *arguments: str | Path) -> int:
    return main(["--library", str(path), *map(str, arguments)])


def test_every_earlier_pack_that_ships_is_read_under_its_key() -> None:
    for key, name in EARLIER_BUILT_IN.items():
        assert read_method(resource_text(name), name).key == key


def test_old_work_keeps_the_pack_of_its_library_and_new_work_begins_with_the_newest(
    library_of_its_time: Path, old_sample: Engagement, old_key: str, method: Method
) -> None:
    with open_library(library_of_its_time) as library:
        acts = LibraryActs(library)
        engagement, used = acts.open(old_sample.id)
        fresh, newest = acts.open(acts.begin("Client", "Pilot"))

        assert (engagement, used.key) == (old_sample, old_key)
        assert (fresh.current.assessment.method, newest) == (method.key, method)
        assert library.method_keys() == [method.key, old_key]
        assert used.levels[0] == "Not present"


def test_every_earlier_pack_has_the_signs_and_all_other_parts_of_the_newest(method: Method) -> None:
    """Ids are permanent: what is old can be set beside what is new."""
    for name in EARLIER_BUILT_IN.values():
        old = read_method(resource_text(name), name)
        assert [sign.id for sign in old.signs] == [sign.id for sign in method.signs]
        assert [action.id for action in old.actions] == [action.id for action in method.actions]
        assert [register.id for register in old.registers] == [register.id for register in method.registers]
        assert list(old.items) == list(method.items)


@pytest.mark.parametrize("kind", ["action-plan", "record"])
def test_the_documents_of_old_work_say_what_they_said(
    kind: str, sample: Engagement, method: Method, tmp_path: Path, qapp: QApplication
) -> None:
    """The same in both packs of the same words, and not what the newest one says."""
    said = []
    for key in (FIRST, SECOND):
        library, made = library_with(made_with(key, sample), tmp_path / f"{key}.clearway"), tmp_path / f"{key}.pdf"
        assert run(library, "report", sample.id, "--kind", kind, "--output", made) == 0
        said.append(page_texts(made))

    assert said[0] == said[1]
    assert "Wrong problem" in " ".join(said[0])
    assert method.levels[0] not in " ".join(said[0])


def test_old_work_can_be_brought_into_a_library_that_never_met_its_pack(
    old_sample: Engagement,
    old_key: str,
    method: Method,
    tmp_path: Path,
    qapp: QApplication,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "work.json").write_text(write_engagement(old_sample), "utf-8")
    new = tmp_path / "new.clearway"

    assert run(new, "import", tmp_path / "work.json") == 0
    brought = capsys.readouterr().out.strip()
    assert run(new, "export", brought, tmp_path / "back.json") == 0

    assert json.loads((tmp_path / "back.json").read_bytes())["rounds"][0]["method"] == old_key
    with open_library(new) as library:
        assert LibraryActs(library).open(brought)[1].key == old_key
        assert library.method_keys() == [method.key], "new work does not begin with it"
