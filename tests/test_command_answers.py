"""Answers before the meeting, from the command line."""

from __future__ import annotations

import os
from datetime import date
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from desktop.command_line.main import main
from desktop.library_acts import LibraryActs
from desktop.own_library import open_library
from models.diagnosis.agenda import preset_agenda
from models.diagnosis.by_letter import answered_by_letter
from models.engagement.edit import Edit
from models.engagement.engagement import Action, Engagement, Stakeholder
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import Decision, Group

PEOPLE = ("Ann", "Ben", "Cem", "Dora")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.clearway"


@pytest.fixture
def engagement(library: Path) -> str:
    """Four people of two groups, nothing answered yet."""
    with open_library(library) as opened:
        key = LibraryActs(opened).begin("Harbour Trust", "Berth planner")
        people = [
            Stakeholder(engagement_id=key, position=n, name=name, group=(Group.USERS, Group.DATA)[n % 2])
            for n, name in enumerate(PEOPLE)
        ]
        opened.save(Edit(act_called("People"), key, put=tuple(people)))
    return key


def run(library: Path, *arguments: str | Path) -> int:
    return main(["--library", str(library), *map(str, arguments)])


def snapshot(library: Path, key: str) -> Engagement:
    with Library.open(library, who="Ann") as opened:
        return opened.engagement(key)


def fill(path: Path, marks: dict[int, str], comment: str = "") -> None:
    """The file itself, filled in: marks by the number of the question, counted from 0."""
    writer = PdfWriter(clone_from=BytesIO(path.read_bytes()))
    fields = list(writer.get_fields() or {})
    answers = [name for name in fields if name.endswith(":answer")]
    values = {answers[place]: f"/{mark}" for place, mark in marks.items()}
    if comment:
        values[next(name for name in fields if name.endswith(":comment"))] = comment
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    writer.write(path)


@pytest.fixture
def asked(library: Path, engagement: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[Path]:
    assert run(library, "questionnaire", engagement, tmp_path / "asked") == 0
    return [Path(line) for line in capsys.readouterr().out.splitlines() if line.endswith(".pdf")]


def test_one_file_for_each_person_with_the_questions_of_their_group_if_wished(
    library: Path, engagement: str, asked: list[Path], tmp_path: Path
) -> None:
    assert [path.name for path in asked] == [f"Berth planner - Questionnaire - {name}.pdf" for name in PEOPLE]
    before = [path.read_bytes() for path in asked]
    assert run(library, "questionnaire", engagement[:10], tmp_path / "asked") == 0
    assert [path.read_bytes() for path in asked] == before
    assert run(library, "questionnaire", engagement, tmp_path / "fewer", "--asked-only") == 0
    assert all((tmp_path / "fewer" / path.name).stat().st_size < path.stat().st_size for path in asked)


def test_only_who_has_not_answered_is_reminded_and_the_outbox_knows_who_got_what(
    library: Path, engagement: str, asked: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = snapshot(library, engagement).outbox
    assert sorted(one.file_name for one in sent) == [path.name for path in asked]
    for path in asked[:2]:
        fill(path, {0: "level-1"})
    assert run(library, "read-answers", *asked[:2], "--apply") == 0
    assert run(library, "questionnaire", engagement, tmp_path / "again", "--remind") == 0
    assert {path.stem.rpartition(" ")[2] for path in (tmp_path / "again").iterdir()} == {"Cem", "Dora"}
    assert len(snapshot(library, engagement).outbox) == len(asked) + 2
    for path in asked[2:]:
        fill(path, {0: "level-1"})
    assert run(library, "read-answers", *asked[2:], "--apply") == 0
    capsys.readouterr()
    assert run(library, "questionnaire", engagement, tmp_path / "none", "--remind") == 1
    assert "Everybody has answered." in capsys.readouterr().err


def test_nobody_to_ask_is_said(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_library(library) as opened:
        key = LibraryActs(opened).begin("", "")
    assert run(library, "questionnaire", key, tmp_path / "asked") == 1
    assert "Nobody is to be asked yet" in capsys.readouterr().err


def test_a_folder_is_read_told_and_taken_in_without_a_word_of_what_was_answered(
    library: Path, engagement: str, asked: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(asked[0], {0: "level-3", 1: "not-known"}, "Seen it fail")
    fill(asked[1], {0: "level-0"})
    for path in asked[2:]:
        path.unlink()
    assert run(library, "read-answers", tmp_path / "asked") == 0
    said = capsys.readouterr().out
    assert "Ann.pdf: Ann, 2 answers, 1 comment" in said
    assert "Ben.pdf: Ben, 1 answer\n" in said
    assert "--apply" in said
    assert "Seen it fail" not in said
    assert not snapshot(library, engagement).current.votes

    assert run(library, "read-answers", tmp_path / "asked", "--apply") == 0
    assert "hidden until the votes are shown" in capsys.readouterr().out
    current = snapshot(library, engagement).current
    assert len(current.votes) == 3
    assert len(answered_by_letter(current)) == 2
    assert not any(ballot.revealed for ballot in current.ballots.values())
    assert run(library, "read-answers", tmp_path / "asked", "--apply") == 0
    assert "nothing new" in capsys.readouterr().out


def test_what_came_back_is_told_apart_by_what_is_in_it(
    library: Path, engagement: str, asked: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_library(library) as opened:
        found = opened.engagement(engagement)
        owner, scope = found.stakeholders[0].id, found.current.assessment.id
        action = Action(assessment_id=scope, title="Name an owner", owner_id=owner, decision=Decision.ACCEPTED)
        opened.save(Edit(act_called("Agree"), engagement, put=(action,)))
    assert run(library, "letters", engagement, tmp_path / "letters") == 0
    back = tmp_path / "back"
    back.mkdir()
    fill(asked[0], {0: "level-3"})
    asked[0].rename(back / "one.pdf")
    (letter,) = (tmp_path / "letters").glob("*.pdf")
    writer = PdfWriter(clone_from=BytesIO(letter.read_bytes()))
    day = next(name for name in writer.get_fields() or {} if name.endswith(":day"))
    writer.update_page_form_field_values(None, {day: "1 March 2027"}, auto_regenerate=False)
    writer.write(back / "two.pdf")
    (back / "three.pdf").write_bytes(b"no PDF")
    capsys.readouterr()

    assert run(library, "read-back", back, "--apply") == 1
    said = capsys.readouterr()
    assert "one.pdf: Ann, 1 answer" in said.out
    assert "date: sent no date, plan now no date, reply 1 March 2027" in said.out
    assert "three.pdf: This file is no PDF" in said.err
    current = snapshot(library, engagement).current
    assert len(current.votes) == 1
    assert current.actions[0].due == date(2027, 3, 1)


def test_the_file_saved_last_counts_and_one_that_cannot_be_read_stands_in_no_other_s_way(
    library: Path, engagement: str, asked: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer, odd = tmp_path / "a newer.pdf", tmp_path / "odd\x1b[31m.pdf"
    newer.write_bytes(asked[0].read_bytes())
    fill(newer, {0: "level-2"})
    fill(asked[0], {0: "level-1"})
    odd.write_bytes(b"no PDF")
    os.utime(asked[0], (1_000, 1_000))
    assert run(library, "read-answers", newer, odd, asked[0], "--apply") == 1
    said = capsys.readouterr()
    assert "A later file of the same person counts where both answer: a newer.pdf." in said.out
    assert "odd [31m.pdf: This file is no PDF" in said.err
    (vote,) = snapshot(library, engagement).current.votes.values()
    assert vote.answer == "2"


def test_answers_of_an_engagement_of_another_library_are_named(
    asked: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(asked[0], {0: "level-3"})
    assert run(tmp_path / "other.clearway", "read-answers", asked[0], "--apply") == 1
    assert "an engagement that is not in this library" in capsys.readouterr().err


def test_an_empty_folder_is_said(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert run(library, "read-answers", tmp_path / "empty") == 1
    assert run(library, "read-answers", tmp_path / "missing.pdf") == 1
    assert "There is no PDF in" in capsys.readouterr().err


def test_who_has_answered_is_said_and_an_agenda_that_follows_is_taken(
    library: Path, engagement: str, asked: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(library, "answers", engagement, "--apply") == 1
    assert "No agenda follows yet" in capsys.readouterr().err
    for path, mark in zip(asked, ("level-0", "level-3", "level-0"), strict=False):
        fill(path, {0: mark, 1: "level-2"})
    assert run(library, "read-answers", *asked, "--apply") == 0
    with open_library(library) as opened:
        found, method = LibraryActs(opened).open(engagement)
        agenda = preset_agenda(method.agenda[0], method, found.current.assessment.id, NullTranslations())
        opened.save(Edit(act_called("Agenda"), engagement, put=agenda))
    capsys.readouterr()
    assert run(library, "answers", engagement[:8], "--apply") == 0
    said = capsys.readouterr().out
    assert "3 of 4 people have answered\nNot yet: Dora\n" in said
    assert "The answers differ: 1" in said
    assert "What you agree on, in one sweep" in said
    titles = [box.title for box in snapshot(library, engagement).current.agenda]
    assert "What you agree on, in one sweep" in titles
