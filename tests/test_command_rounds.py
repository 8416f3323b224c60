"""From one round to the next, from the command line: closed, begun, compared, and opened again for a reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.command_line.main import main
from models.engagement.edit import Edit, edit_on
from models.engagement.engagement import Rating, rating_id
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import Answer, Progress

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.clearway"


@pytest.fixture
def clearway(file: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The exit status, and what was printed or complained of."""

    def run(*arguments: str) -> tuple[int, str]:
        status = main(["--library", str(file), *arguments])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


@pytest.fixture
def sample(clearway: Run) -> str:
    """The id of the sample, whose only round is closed."""
    return clearway("sample")[1].strip()


def answer(file: Path, key: str, **answers: Answer) -> None:
    """In the newest round; `_` stands for the hyphens of a sign's id."""
    with Library.open(file, who="Ann") as library:
        engagement = library.engagement(key)
        round_id = engagement.current.assessment.id
        for name, given in answers.items():
            sign = name.replace("_", "-")
            made = Rating(id=rating_id(round_id, sign), assessment_id=round_id, sign_id=sign, answer=given)
            library.save(edit_on(engagement, Edit(act_called("Rate"), key, put=(made,))))


def act_on_first_action(file: Path, key: str, **fields: object) -> None:
    with Library.open(file, who="Ann") as library:
        engagement = library.engagement(key)
        changed = replace(engagement.current.actions[0], **fields)  # type: ignore[arg-type]
        library.save(edit_on(engagement, Edit(act_called("Change an action"), key, put=(changed,))))


def test_the_next_round_begins_once_and_only_from_a_closed_one(clearway: Run, sample: str) -> None:
    assert clearway("begin-round", sample) == (0, "2\n")
    status, said = clearway("begin-round", sample)
    assert (status, "Round 2 of “Leak Watch” is open. Close it first" in said) == (1, True)


def test_gaps_need_a_reason_and_opening_again_too(clearway: Run, sample: str, file: Path) -> None:
    clearway("reopen-round", sample, "--reason", "To begin again")
    status, refused = clearway("close-round", sample)
    assert (status, "High gaps have no owner or no date" in refused) == (1, True)
    assert clearway("close-round", sample, "--reason", "The sponsor left")[0] == 0
    assert "closed already" in clearway("close-round", sample, "--reason", "The sponsor left")[1]

    assert clearway("reopen-round", sample, "--reason", "A vote was missed") == (0, "Round 1 is open again.\n")

    with Library.open(file, who="Ann") as library:
        newest = library.history(sample, 1)[0]
        assert str(newest.label) == "Open round 1 again: A vote was missed"
        library.undo(sample)
        assert library.engagement(sample).current.assessment.closing_reason == "The sponsor left"
    with pytest.raises(SystemExit):
        clearway("reopen-round", sample)


def test_what_moved_is_told_and_given_to_other_programs(clearway: Run, sample: str, file: Path) -> None:
    assert clearway("compare", sample)[0] == 1
    act_on_first_action(file, sample, due=date(2026, 12, 9))
    clearway("begin-round", sample)
    answer(file, sample, ownership_gap=Answer.NOT_PRESENT, no_maintainer=Answer.ESTABLISHED)
    answer(file, sample, poor_under_load=Answer.ESTABLISHED, fast_degradation=Answer.ESTABLISHED)
    act_on_first_action(file, sample, due=date(2026, 12, 23), progress=Progress.DONE)

    status, said = clearway("compare", sample)

    assert status == 0
    assert said.startswith("One sign cleared; one is worse\n")
    assert "Of three signs answered in both rounds one cleared and one got worse." in said
    assert "  3 → 0  One owner, named in writing, answers for it\n" in said
    assert "Known only now (1)\n  ? → 2" in said
    assert "  1. Name one accountable owner for Leak Watch and have both directors sign it: Done" in said
    told = json.loads(clearway("compare", sample, "--json")[1])
    assert told["asked_both_times"] == 3
    first = told["actions"][0]
    # Round 1 was closed before the history began: the day it had then is the one that it was closed with.
    assert (first["number"], first["became"], first["due"]) == (1, "done", "2026-12-23")
    assert (first["promised"], first["slips"]) == ("2026-12-09", 1)
    assert (
        clearway("compare", sample, "--round", "1", "--with", "2", "--json")[1]
        == json.dumps(told, indent=2, ensure_ascii=False) + "\n"
    )
    assert clearway("compare", sample, "--round", "5")[0] == 1


def test_every_time_a_date_moved_since_the_closing_is_told(clearway: Run, sample: str, file: Path) -> None:
    clearway("reopen-round", sample, "--reason", "To begin again")
    act_on_first_action(file, sample, due=date(2026, 12, 1))
    clearway("close-round", sample, "--reason", "The sponsor left")
    act_on_first_action(file, sample, due=date(2026, 12, 9))
    clearway("begin-round", sample)
    act_on_first_action(file, sample, due=date(2026, 12, 23))

    first = json.loads(clearway("compare", sample, "--json")[1])["actions"][0]

    assert (first["promised"], first["slips"], first["days_later"]) == ("2026-12-01", 2, 22)
    assert "1 December, now 23 December; moved two times" in clearway("compare", sample)[1]


def test_the_sample_has_a_second_round_to_look_at(clearway: Run) -> None:
    first, later = clearway("sample")[1].strip(), clearway("sample", "--later")[1].strip()

    assert clearway("sample", "--later") == (0, f"{later}\n")
    assert first != later
    status, said = clearway("compare", later)
    assert (status, said.splitlines()[0]) == (0, "Three signs cleared; one is worse")
    assert "Ten of 13 actions promised by 10 February are done." in said
    assert "It stays a no-go: five points are open, and nine before." in said
    assert (
        "  2. Agree read access to the telemetry feed with its owner: To be done, 22 January, now 19 February" in said
    )
