"""The hub from the command line: made, joined, shared, met, left."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.command_line.main import main
from desktop.library_acts import LibraryActs
from desktop.own_hub import entered, joined
from desktop.own_library import open_library
from models.engagement.edit import Edit
from models.engagement.engagement import Note
from models.hub.people import People
from models.values.sentence import act_called
from tests.hub.postgres import Server

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command of a person, with their library; what it says."""

    def ran(person: str, *arguments: object, status: int = 0) -> str:
        command = ["--library", str(library_of(tmp_path, person)), *map(str, arguments)]
        assert main(command) == status, capsys.readouterr().err
        said = capsys.readouterr()
        return said.out if status == 0 else said.err + said.out

    return ran


def library_of(folder: Path, person: str) -> Path:
    return folder / person / "library.clearway"


@pytest.fixture
def sample(run: Run, server: Server, database: str) -> str:
    """Ann's, shared with Ben; both have joined."""
    made = run("ann", "sample").strip()
    for person in ("ann", "ben"):
        assert f"as {person}" in run(person, "hub", "join", server.address(person, database))
    said = run("ann", "hub", "share", made[:8], "--with", "ben")
    assert "Shared with: ann (lead), ben (member)" in said
    assert re.search(r"[1-9]\d* acts? went", said)
    return made


def descriptor(text: str) -> str:
    reading, writing = os.pipe()
    os.write(writing, f"{text}\n".encode())
    os.close(writing)
    return str(reading)


def type_note(path: Path, engagement: str, text: str, note_id: str = "") -> None:
    with open_library(path) as library:
        current = library.engagement(engagement).current
        note = Note(id=note_id or f"note {text}", assessment_id=current.assessment.id, sign_id="x", text=text)
        library.save(Edit(act_called(text), engagement, put=(note,)))


def test_what_one_shares_the_other_has_and_works_on(run: Run, sample: str, tmp_path: Path) -> None:
    assert "0 acts went. " in run("ben", "hub", "sync")
    assert sample in run("ben", "list")
    type_note(library_of(tmp_path, "ben"), sample, "Ben's")
    assert "waiting (1)" in run("ben", "hub", "status")
    assert "1 act went" in run("ben", "hub", "sync")
    assert "1 act came" in run("ann", "hub", "sync", sample)
    status = run("ann", "hub", "status")
    assert "ben (member)\tshared" in status
    assert re.search(r"Last met: 20\d\d-", status)
    assert re.search(r"ben\tmember 1\t20\d\d-", run("ann", "hub", "members"))


def test_what_both_changed_is_told_and_chosen(run: Run, sample: str, tmp_path: Path) -> None:
    run("ben", "hub", "sync")
    for person in ("ann", "ben"):
        type_note(library_of(tmp_path, person), sample, f"{person}'s", "the same")
    run("ann", "hub", "sync")
    said = run("ben", "hub", "sync")
    assert "both changed the same" in said
    assert "theirs, " in said
    assert "(ann): ann’s" in said
    assert "waits for your choice" in run("ben", "hub", "status")
    run("ben", "hub", "sync", "--theirs")
    assert "both changed" not in run("ann", "hub", "sync")
    for person in ("ann", "ben"):
        with open_library(library_of(tmp_path, person)) as library:
            assert {n.text for n in library.engagement(sample).current.notes if n.id == "the same"} == {"ann's"}


def test_what_is_not_shared_any_more_stays_where_it_is(run: Run, sample: str) -> None:
    run("ben", "hub", "sync")
    assert "does not let you" in run("ben", "hub", "unshare", sample, status=1)
    assert "Shared with: ann (lead)\n" in run("ann", "hub", "unshare", sample, "--with", "ben")
    assert "is not shared with you any more" in run("ben", "hub", "sync")
    assert sample in run("ben", "list")
    run("ann", "hub", "unshare", sample)
    assert "already, or was" in run("ben", "hub", "share", sample, "--with", "eve", status=1)


def test_what_was_deleted_here_comes_back_where_it_is_asked_for(run: Run, sample: str) -> None:
    run("ben", "hub", "sync")
    run("ben", "delete", sample, "--for-good")
    assert f"hub sync --bring {sample}" in run("ben", "hub", "sync")
    assert sample not in run("ben", "list")
    run("ben", "hub", "sync", "--bring", sample)
    assert sample in run("ben", "list")


def test_what_cannot_be_is_said_in_words(run: Run, server: Server, database: str, sample: str, tmp_path: Path) -> None:
    assert "has not joined a hub" in run("eve", "hub", "sync", status=1)
    assert "has not joined a hub" in run("eve", "hub", "status")
    told = "postgresql://eve:hush@db.example.com/hub"
    said = run("eve", "hub", "join", told, status=1)
    assert "Leave the password out" in said
    assert "hush" not in said
    weak = run("eve", "hub", "join", "postgresql://eve@db.example.com/hub?sslmode=disable", status=1)
    assert "“sslmode”" in weak
    assert "does not answer" in run("eve", "hub", "join", f"postgresql://eve@/hub?host={tmp_path}", status=1)
    assert "no hub in that database" in run("eve", "hub", "join", server.address("eve", "postgres"), status=1)
    assert "may not make a hub" in run("eve", "hub", "init", server.address("eve", "postgres"), status=1)
    assert "does not know zoe" in run("zoe", "hub", "join", server.address("zoe", database), status=1)
    assert "Nobody called “zoe”" in run("ann", "hub", "share", sample, "--with", "zoe", status=1)
    assert "the only one" in run("ann", "hub", "share", sample, "--with", "ann", status=1)


def test_a_password_is_asked_for_and_never_said(
    run: Run, server: Server, database: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    address = server.address("carol", database)
    wrong = run("carol", "hub", "join", address, "--password-fd", descriptor("wrong hush"), status=1)
    assert "does not let carol in" in wrong
    run("carol", "hub", "join", address, "--password-fd", descriptor("a secret: ü%"))
    run("carol", "hub", "sync", "--password-fd", descriptor("a secret: ü%"))
    kept = "".join(path.read_text() for path in (tmp_path / "carol").glob("*.hub"))
    assert address in kept
    for text in (wrong, kept, caplog.text):
        assert "hush" not in text
        assert "secret" not in text


def test_the_owner_brings_a_hub_up_to_date_and_takes_people_out(
    run: Run, server: Server, database: str, sample: str
) -> None:
    assert "is up to date" in run("owner", "hub", "init", server.address("owner", database))
    run("owner", "hub", "join", server.address("owner", database))
    assert "was in 1 engagement" in run("owner", "hub", "members", "--remove", "ann", "--heir", "ben")
    assert "ben\tlead 1" in run("ben", "hub", "members")
    assert "is not shared with you any more" in run("ann", "hub", "sync")
    run("ann", "hub", "leave")
    assert "has not joined a hub" in run("ann", "hub", "sync", status=1)


def test_the_portfolio_and_what_is_usual_are_counted_on_the_hub(run: Run, sample: str, tmp_path: Path) -> None:
    library = library_of(tmp_path, "ann")
    with open_library(library) as opened:
        others = [LibraryActs(opened).copy(sample, f"Pilot {number}") for number in range(5)]
        alone = LibraryActs(opened).copy(sample, "Not shared")
    with entered(joined(library)) as hub:
        for one in others:
            People(hub.connection).share(one, ["ben"], "reader")
    run("ann", "hub", "sync")
    here = {one["id"]: one for one in json.loads(run("ann", "portfolio", "--json"))}
    there = {one["id"]: one for one in json.loads(run("ann", "portfolio", "--json", "--hub"))}
    assert there == {key: one for key, one in here.items() if key != alone}
    assert there[sample]["overdue"] + bool(there[sample]["next_due"]) > 0
    run("ben", "hub", "sync")
    assert "Of 5 others, half stand at" in run("ben", "usual", sample, "--hub")
    assert {one["id"] for one in json.loads(run("ben", "portfolio", "--json", "--hub"))} == {sample, *others}
