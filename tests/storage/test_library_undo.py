"""Undo, redo and the history: scope by scope, and after a restart too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from library_samples import ballot, cast, complete, rating, replayed, small, tables_of
from sqlcipher3 import dbapi2 as sqlcipher

from models.engagement.edit import Edit, apply_edit
from models.engagement.library_entry import Steps
from models.storage import Library, StepNotPossibleError
from models.values.sentence import act_called
from models.values.terms import Answer

ONE = small().id


def rename(name: str, *, typing: str = "", scope: str = ONE) -> Edit:
    return Edit(act_called(f"Rename {name}"), scope, put=(replace(small().pilot, name=name),), typing=typing)


def name(library: Library) -> str:
    return library.engagement(ONE).pilot.name


def test_undo_and_redo_walk_through_the_edits_after_restarts(library: Library, opened: Callable[[], Library]) -> None:
    library.add(small(), act_called("Add"))
    for new in "abc":
        library.save(rename(new))
    assert [str(opened().undo(ONE)) for _ in range(4)] == ["Rename c", "Rename b", "Rename a", "None"]
    library = opened()
    assert name(library) == "Pilot one"
    assert library.steps(ONE) == Steps(undo=None, redo=act_called("Rename a"))
    assert [str(opened().redo(ONE)) for _ in range(4)] == ["Rename a", "Rename b", "Rename c", "None"]
    assert name(opened()) == "c"


def test_an_edit_clears_what_could_be_redone(library: Library) -> None:
    library.add(small(), act_called("Add"))
    library.save(rename("a"))
    library.save(rename("b"))
    library.undo(ONE)
    library.save(rename("c"))
    assert library.steps(ONE) == Steps(undo=act_called("Rename c"), redo=None)
    assert library.redo(ONE) is None
    assert library.undo(ONE) == act_called("Rename c")
    assert name(library) == "a"


def test_each_engagement_has_undo_of_its_own(library: Library) -> None:
    library.add(small(), act_called("Add one"))
    library.add(small("two"), act_called("Add two"))
    library.save(rename("a"))
    library.save(Edit(act_called("Other"), "pilot-two", put=(replace(small("two").pilot, name="b"),)))
    assert library.undo(ONE) == act_called("Rename a")
    assert library.engagement("pilot-two").pilot.name == "b"
    assert library.steps("pilot-two") == Steps(undo=act_called("Other"), redo=None)
    assert library.steps("") == Steps(undo=act_called("Add two"), redo=None)


def test_undoing_an_addition_removes_everything_and_redo_brings_all_of_it_back(
    library: Library, opened: Callable[[], Library], path: Path
) -> None:
    library.add(small(), act_called("Add one"))
    library.close()
    before = tables_of(path)
    library = opened()
    library.add(complete(), act_called("Add two"))
    library.save(
        Edit(act_called("Rate"), complete().id, put=(rating(complete().current.assessment.id, "new", Answer.SEVERE),))
    )
    edited = library.engagement(complete().id)
    library.close()
    after = tables_of(path)
    assert opened().undo("") == act_called("Add two")
    library = opened()
    assert [entry.id for entry in library.entries()] == [ONE]
    library.close()
    assert tables_of(path) == before
    assert opened().redo("") == act_called("Add two")
    library = opened()
    assert library.engagement(complete().id) == edited
    assert library.undo(complete().id) == act_called("Rate")
    library.redo(complete().id)
    library.close()
    assert tables_of(path) == after == replayed(path)


def test_removing_a_round_takes_what_it_holds_and_undo_brings_it_back(library: Library) -> None:
    library.add(complete(), act_called("Add"))
    library.save(Edit(act_called("Remove round"), complete().id, remove=(complete().current.assessment,)))
    assert library.engagement(complete().id).rounds == complete().rounds[:1]
    library.undo(complete().id)
    assert library.engagement(complete().id) == complete()


def test_an_edit_that_changes_nothing_leaves_no_step_and_keeps_what_can_be_redone(library: Library) -> None:
    library.add(small(), act_called("Add"))
    library.save(rename("a"))
    library.undo(ONE)
    library.save(
        Edit(
            act_called("Nothing"), ONE, put=(small().pilot,), remove=(replace(small().current.notes[0], id="no note"),)
        )
    )
    assert library.steps(ONE) == Steps(undo=None, redo=act_called("Rename a"))
    assert len(library.history(ONE)) == 2


def test_what_was_removed_meanwhile_cannot_be_undone_and_nothing_is_half_done(library: Library) -> None:
    library.add(small(), act_called("Add"))
    library.save(rename("a"))
    library.save(Edit(act_called("Remove note"), ONE, remove=small().current.notes))
    library.undo("")
    with pytest.raises(StepNotPossibleError, match="Remove note"):
        library.undo(ONE)
    library.redo("")
    assert library.undo(ONE) == act_called("Remove note")
    assert library.undo(ONE) == act_called("Rename a")
    assert library.engagement(ONE) == small()
    library.undo("")
    with pytest.raises(StepNotPossibleError, match="Rename a"):
        library.redo(ONE)


def test_a_burst_of_typing_is_one_step_and_one_change_of_each_cell(library: Library, path: Path) -> None:
    library.add(small(), act_called("Add"))
    note = small().current.notes[0]
    for end in range(1, 60):
        text = "Nobody answers, and nobody has for weeks."[:end]
        library.save(Edit(act_called("Type"), ONE, put=(replace(note, text=text, position=end),), typing="note"))
    assert [(str(entry.label), entry.changes) for entry in library.history(ONE)] == [("Type", 2)]
    assert library.undo(ONE) == act_called("Type")
    assert library.engagement(ONE) == small()
    library.redo(ONE)
    assert library.engagement(ONE).current.notes[0].position == 59
    library.close()
    assert replayed(path) == tables_of(path)


def test_a_note_that_is_added_and_typed_in_one_burst_goes_in_one_step(library: Library, path: Path) -> None:
    library.add(small(), act_called("Add"))
    note = replace(small().current.notes[0], id="fresh", position=9)
    for text in ("N", "No", "Now"):
        library.save(Edit(act_called("Type"), ONE, put=(replace(note, text=text),), typing="fresh"))
    assert library.engagement(ONE).current.notes[1].text == "Now"
    library.undo(ONE)
    assert library.engagement(ONE) == small()
    library.redo(ONE)
    assert library.engagement(ONE).current.notes[1].text == "Now"
    library.close()
    assert replayed(path) == tables_of(path)


@pytest.mark.parametrize(
    "between",
    ["other token", "no token", "other scope", "same token in other scope", "undo and redo", "restart", "removal"],
)
def test_a_burst_of_typing_ends_with(between: str, library: Library, opened: Callable[[], Library]) -> None:
    library.add(small(), act_called("Add"))
    library.add(small("two"), act_called("Add"))
    library.save(rename("a", typing="t"))
    if between == "other token":
        library.save(rename("b", typing="u"))
    elif between == "no token":
        library.save(rename("b"))
    elif between.endswith("other scope"):
        typing = "t" if "same token" in between else ""
        library.save(
            Edit(act_called("Other"), "pilot-two", put=(replace(small("two").pilot, name="b"),), typing=typing)
        )
        assert library.undo("pilot-two") == act_called("Other")
    elif between == "undo and redo":
        library.undo(ONE)
        library.redo(ONE)
    elif between == "restart":
        library = opened()
    else:
        library.save(Edit(act_called("Remove"), ONE, remove=small().current.notes, typing="t"))
    library.save(rename("c", typing="t"))
    before = name(library)
    library.undo(ONE)
    assert (before, name(library)) == ("c", "b" if between in ("other token", "no token") else "a")


def test_opening_an_engagement_and_keeping_a_picture_do_not_end_a_burst(library: Library) -> None:
    library.add(small(), act_called("Add"))
    library.save(rename("a", typing="t"))
    library.touch(ONE)
    library.keep_method("a@1", "text")
    library.save(rename("b", typing="t"))
    library.undo(ONE)
    assert name(library) == "Pilot one"


def test_the_history_says_who_did_what_when_and_where(library: Library) -> None:
    start = datetime.now(UTC)
    library.add(small(), act_called("Add"))
    library.save(rename("a"))
    library.undo(ONE)
    library.redo(ONE)
    entries = library.history(ONE)
    assert [(e.kind, str(e.label), e.who, e.device, e.changes) for e in entries] == [
        ("redo", "Rename a", "Ann", "laptop", 1),
        ("undo", "Rename a", "Ann", "laptop", 1),
        ("edit", "Rename a", "Ann", "laptop", 1),
    ]
    assert start < entries[2].when < entries[1].when < entries[0].when
    assert [(str(e.label), e.changes) for e in library.history("")] == [("Add", 7)]
    assert library.history(ONE, limit=1) == entries[:1]


def test_no_write_can_go_past_the_history(library: Library) -> None:
    library.add(small(), act_called("Add"))
    with pytest.raises(sqlcipher.OperationalError, match="user-defined function raised exception"):
        library._database.execute("UPDATE pilot SET name = 'unlogged'")
    assert library.engagement(ONE) == small()


def test_nothing_can_be_written_before_the_history_stands_ready(
    library: Library, opened: Callable[[], Library]
) -> None:
    library.add(small(), act_called("Add"))
    library = opened()
    assert library.count() == 1
    with pytest.raises(sqlcipher.DatabaseError, match="readonly"):
        library._database.execute("UPDATE pilot SET name = 'unlogged'")
    assert not library.mend_list()
    with pytest.raises(sqlcipher.DatabaseError, match="readonly"):
        library._database.execute("UPDATE pilot SET name = 'unlogged'")


def test_a_ballot_goes_with_its_votes_and_comes_back_with_them(library: Library) -> None:
    library.add(small(), act_called("Add"))
    on = ballot(small().current.assessment.id, revealed=True)
    votes = [cast(on, person, Answer.SEVERE) for person in ("ana", "ben")]
    library.save(Edit(act_called("Vote"), small().id, put=(on, *votes)))
    voted = library.engagement(small().id)
    gone = Edit(act_called("Remove the vote"), small().id, remove=(on,))
    library.save(gone)
    assert library.engagement(small().id) == apply_edit(voted, gone)
    assert not library.engagement(small().id).current.votes
    assert library.undo(small().id) == act_called("Remove the vote")
    assert library.engagement(small().id) == voted


def test_a_round_goes_with_all_that_was_voted_in_it_and_comes_back_with_it(library: Library) -> None:
    library.add(complete(), act_called("Add"))
    library.save(Edit(act_called("Remove the round"), complete().id, remove=(complete().current.assessment,)))
    left = library.engagement(complete().id)
    assert (left.current.ballots, left.current.votes, left.current.agenda) == ({}, {}, ())
    for table in ("ballot", "vote", "agendabox"):
        assert library._database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert library.undo(complete().id) == act_called("Remove the round")
    assert library.engagement(complete().id) == complete()


def test_a_vote_outlives_the_stakeholder(library: Library) -> None:
    library.add(complete(), act_called("Add"))
    library.save(Edit(act_called("Remove people"), complete().id, remove=complete().stakeholders))
    assert library.engagement(complete().id).current.votes == complete().current.votes
    assert library.undo(complete().id) == act_called("Remove people")
    assert library.engagement(complete().id) == complete()
