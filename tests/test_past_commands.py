"""`clearway history` and `clearway delete`, from outside."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.command_line.main import main
from models.engagement.edit import Edit
from models.storage import Library
from models.values.sentence import act_called


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, str]:
    """The file with the sample in it, and the sample's id."""
    path = tmp_path / "library.clearway"
    assert main(["--library", str(path), "sample"]) == 0
    return path, capsys.readouterr().out.strip()


def rename(path: Path, sample: str, name: str) -> None:
    with Library.open(path, who="Nadia\tFerrers") as opened:
        pilot = replace(opened.engagement(sample).pilot, name=name)
        opened.save(Edit(act_called("Change the pilot’s name to “{name}”", name=f"{name}\x1b[2J"), sample, (pilot,)))


def test_acts_are_listed_by_day_with_who_did_them_and_where(
    library: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, sample = library
    rename(path, sample, "Leak Watch Two")
    with Library.open(path, who="Ben") as opened:
        opened.undo(sample)
    assert main(["--library", str(path), "history", sample[:6]]) == 0
    today, undone, renamed, imported = capsys.readouterr().out.splitlines()
    assert today.startswith("Today, ")
    assert undone.split("\t")[1:] == ["Ben", "Prepare", "Undone: Change the pilot’s name to “Leak Watch Two [2J”"]
    assert renamed.split("\t")[1:] == ["Nadia Ferrers", "Prepare", "Change the pilot’s name to “Leak Watch Two [2J”"]
    assert imported.endswith("Import “Leak Watch”")


def test_an_engagement_is_written_as_it_stood(
    library: tuple[Path, str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path, sample = library
    between = datetime.now(UTC)
    rename(path, sample, "Leak Watch Two")
    assert main(["--library", str(path), "history", sample, "--at", between.isoformat()]) == 0
    assert json.loads(capsys.readouterr().out)["pilot"]["name"] == "Leak Watch"
    later = (between + timedelta(minutes=1)).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    assert main(["--library", str(path), "history", sample, "--at", later]) == 0
    assert json.loads(capsys.readouterr().out)["pilot"]["name"] == "Leak Watch Two"
    today = datetime.now(UTC).astimezone().date()
    assert main(["--library", str(path), "history", sample, "--at", today.isoformat()]) == 0  # its end, not its start
    assert json.loads(capsys.readouterr().out)["pilot"]["name"] == "Leak Watch Two"
    assert main(["--library", str(path), "history", sample, "--at", "2001-01-01"]) == 1
    assert "was not in this library yet on 1 January 2001, 23:59" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["--library", str(path), "history", sample, "--at", "yesterday"])
    assert "is not a time such as" in capsys.readouterr().err


def test_deleting_says_first_what_would_go_and_then_which_backups_hold_it_still(
    library: tuple[Path, str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path, sample = library
    rename(path, sample, "Leak Watch Two")
    copies = [tmp_path / "backups" / f"library-2026112{day}T090000Z.clearway" for day in (8, 7)]
    for copy in copies:
        assert main(["--library", str(path), "backup", str(copy)]) == 0
    with Library.open(copies[1], who="Ann") as opened:
        opened.delete_for_good(sample)
    capsys.readouterr()
    assert main(["--library", str(path), "delete", sample]) == 1
    said = capsys.readouterr().err
    assert "“Arkenby Water, Leak Watch Two” would go for good, with its records, its whole history" in said
    assert "--for-good" in said
    assert main(["--library", str(path), "delete", sample, "--for-good"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "“Arkenby Water, Leak Watch Two” is deleted for good.",
        "1 backup still holds it:",
        str(copies[0]),
    ]
    assert main(["--library", str(path), "list"]) == 0
    assert capsys.readouterr().out == ""
