"""Between the meetings, from the command line: letters to owners, and how the plan stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.command_line.main import main
from models.engagement.edit import Edit
from models.plan.plan import accepted_actions
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import Progress


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.clearway"


@pytest.fixture
def sample(library: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The sample with its first action a week late, the second done, and all others far off."""
    assert main(["--library", str(library), "sample"]) == 0
    key = capsys.readouterr().out.strip()
    with Library.open(library, who="Ann") as opened:
        first, second, *others = accepted_actions(opened.engagement(key).current)
        moved = [replace(action, due=date.today() + timedelta(days=400)) for action in others]
        late = replace(first, due=date.today() - timedelta(days=7))
        opened.save(Edit(act_called("Move"), key, put=(late, replace(second, progress=Progress.DONE), *moved)))
    return key


def run(library: Path, *arguments: str | Path) -> int:
    return main(["--library", str(library), *map(str, arguments)])


def test_each_owner_gets_a_letter_a_calendar_and_a_message(
    library: Path, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(library, "letters", sample[:8], tmp_path / "owners") == 0
    names = sorted(Path(line).name for line in capsys.readouterr().out.splitlines())
    assert len(names) % 3 == 0
    assert {Path(name).suffix for name in names} == {".pdf", ".ics", ".eml"}
    assert names == sorted(path.name for path in (tmp_path / "owners").iterdir())
    before = {path.name: path.read_bytes() for path in (tmp_path / "owners").iterdir()}
    with Library.open(library, who="Ann") as opened:
        outbox = opened.engagement(sample).outbox
    assert sorted(one.file_name for one in outbox) == [name for name in names if name.endswith(".pdf")]
    assert run(library, "letters", sample, tmp_path / "owners") == 0
    again = {path.name: path.read_bytes() for path in (tmp_path / "owners").iterdir()}
    assert [name for name in names if name.endswith(".pdf") and again[name] != before[name]] == []
    with Library.open(library, who="Ann") as opened:
        assert opened.engagement(sample).outbox == outbox, "what is there already is not noted twice"


def test_only_who_is_late_is_chased(
    library: Path, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(library, "letters", sample, tmp_path / "late", "--late") == 0
    assert len(list((tmp_path / "late").iterdir())) == 3
    with Library.open(library, who="Ann") as opened:
        first = accepted_actions(opened.engagement(sample).current)[0]
        opened.save(Edit(act_called("Done"), sample, put=(replace(first, progress=Progress.DONE),)))
    assert run(library, "letters", sample, tmp_path / "none", "--late") == 1
    assert "Nothing is late." in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_who_has_no_address_is_said(
    library: Path, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open(library, who="Ann") as opened:
        people = opened.engagement(sample).stakeholders
        opened.save(Edit(act_called("Lost"), sample, put=tuple(replace(one, email="") for one in people)))
    assert run(library, "letters", sample, tmp_path / "late", "--late") == 0
    assert "has no address that can be used" in capsys.readouterr().err


def test_how_the_plan_stands_in_one_and_in_all(library: Path, sample: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(library, "progress", sample) == 0
    whole = capsys.readouterr().out
    assert "1 overdue, 1 of 22 done" in whole
    assert "7 days late" in whole
    assert "Due later" in whole
    assert run(library, "progress") == 0
    pressing = capsys.readouterr().out
    assert "1 overdue" in pressing
    assert "Due later" not in pressing
    assert run(library, "progress", "nowhere") == 1
