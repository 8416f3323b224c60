"""Engagements handed over between real libraries, taken in and merged."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from library_samples import complete, rating, replayed, sent_file, small, tables_of

from models.engagement.edit import Edit
from models.engagement.engagement import Engagement, Record
from models.sharing.joining import CellConflict
from models.sharing.side import Side
from models.storage import EngagementMissingError, Library
from models.storage.shared.container import read, written
from models.storage.shared.sealed import Seal, is_sealed, opened, sealed, work_of
from models.storage.shared.sharing import Decisions, Sharing
from models.values.sentence import act_called
from models.values.terms import Answer

ONE = small().id


@pytest.fixture
def open_at(tmp_path: Path) -> Iterator[Callable[[str], Library]]:
    found: dict[str, Library] = {}

    def opened_library(name: str) -> Library:
        if name not in found:
            found[name] = Library.open(tmp_path / name / "library.clearway", who=name, device=name)
        return found[name]

    yield opened_library
    for library in found.values():
        library.close()


@pytest.fixture
def ann(open_at: Callable[[str], Library]) -> Library:
    library = open_at("Ann")
    library.add(small(), act_called("Add"))
    return library


@pytest.fixture
def ben(open_at: Callable[[str], Library], ann: Library) -> Library:
    library = open_at("Ben")
    hand(ann, library)
    return library


NOTHING_DECIDED = Decisions()


def hand(giver: Library, taker: Library, decisions: Decisions = NOTHING_DECIDED, *, engagement: str = ONE) -> int:
    """Through a file, as people do it."""
    package = read(written(Sharing(giver).package([engagement])), "file")
    return Sharing(taker).take(package, {engagement: decisions})


def do(library: Library, label: str, *put: Record, remove: tuple[Record, ...] = ()) -> None:
    library.save(Edit(act_called(label), ONE, put=put, remove=remove))


def note(engagement: Engagement, text: str) -> Record:
    return replace(engagement.current.notes[0], text=text)


def is_sound(library: Library) -> None:
    """The library is what it says, and its log leads to its tables."""
    assert library.check() == []
    for engagement_id in library.ids_beginning(""):
        library.engagement(engagement_id)
        library.history(engagement_id)
    library.close()
    assert replayed(library.path) == tables_of(library.path)


def test_what_is_handed_over_arrives_whole(ann: Library, open_at: Callable[[str], Library]) -> None:
    ann.keep_asset(sent_file())
    ann.add(complete(), act_called("Add"))
    do(ann, "Rate", rating(small().current.assessment.id, "new", Answer.NOT_KNOWN))
    ben = open_at("Ben")
    ben.add(small("other"), act_called("Other"))
    for engagement in (complete().id, ONE):
        assert hand(ann, ben, engagement=engagement) == 1
        assert ben.engagement(engagement) == ann.engagement(engagement)
    assert ben.asset(sent_file().id) == sent_file()
    assert [entry.id for entry in ben.entries("one")] == [ONE]
    assert hand(ann, ben) == 0
    assert [str(e.label) for e in ben.history(ONE)][:2] == ["Put together with the work of Ann", "Rate"]
    is_sound(ben)


def test_both_worked_on_it_and_both_end_with_the_same(ann: Library, ben: Library) -> None:
    do(ann, "Rate", rating(small().current.assessment.id, "voted", Answer.SEVERE))
    do(ben, "Note", note(small(), "Ben heard it too."))
    hand(ann, ben)
    hand(ben, ann)
    assert ann.engagement(ONE) == ben.engagement(ONE)
    assert "voted" in ben.engagement(ONE).current.ratings
    assert ann.engagement(ONE).current.notes[0].text == "Ben heard it too."
    is_sound(ann)
    is_sound(ben)


def test_what_both_changed_is_chosen_and_the_choice_goes_to_both(ann: Library, ben: Library) -> None:
    do(ann, "Ann's", note(small(), "Ann's"))
    do(ben, "Ben's", note(small(), "Ben's"))
    package = Sharing(ben).package([ONE])
    (incoming,) = Sharing(ann).look(package)
    (conflict,) = incoming.joining.conflicts
    assert isinstance(conflict, CellConflict)
    assert (conflict.mine.value, conflict.theirs.value) == ("Ann's", "Ben's")
    hand(ben, ann, Decisions({conflict.key: Side.MINE}))
    assert ann.engagement(ONE).current.notes[0].text == "Ann's"
    assert Sharing(ann).look(package) == []
    hand(ann, ben)
    assert ben.engagement(ONE) == ann.engagement(ONE)
    assert "Ben's" in json.dumps([str(c) for changes in ann.changes_of(ONE, type(conflict.record)) for c in changes])
    is_sound(ann)


def test_single_acts_are_left_out_and_do_not_come_again(ann: Library, ben: Library) -> None:
    do(ben, "No", rating(small().current.assessment.id, "no"))
    do(ben, "Yes", rating(small().current.assessment.id, "yes"))
    (incoming,) = Sharing(ann).look(Sharing(ben).package([ONE]))
    no = next(part.act.gid for part in incoming.joining.parts if str(part.act.said) == "No")
    hand(ben, ann, Decisions(left_out={no}))
    assert set(ann.engagement(ONE).current.ratings) == {"gap", "yes"}
    assert hand(ben, ann) == 0
    hand(ann, ben)
    assert ben.engagement(ONE) == ann.engagement(ONE)
    is_sound(ben)


def test_undo_takes_back_ones_own_acts_alone_and_says_what_it_leaves(ann: Library, ben: Library) -> None:
    do(ann, "Both", note(small(), "Ann's"), replace(small().pilot, problem="Ann's"))
    hand(ann, ben)
    do(ben, "Ben's", note(small(), "Ben's"))
    hand(ben, ann)
    said = "Both, but for what Ben changed since"
    assert str(ann.steps(ONE).undo) == said
    assert [str(step.label) for step in ann.recent_steps(ONE).undo] == [said]
    ann.undo(ONE)
    engagement = ann.engagement(ONE)
    assert (engagement.current.notes[0].text, engagement.pilot.problem) == ("Ben's", "")
    assert ann.steps(ONE).undo is None
    ann.redo(ONE)
    assert ann.engagement(ONE).pilot.problem == "Ann's"
    hand(ann, ben)
    assert ben.engagement(ONE) == ann.engagement(ONE)
    is_sound(ann)


def test_what_was_let_go_of_comes_back_whole(ann: Library, ben: Library) -> None:
    do(ben, "Note", note(small(), "Ben's"))
    ann.undo("")
    assert ann.ids_beginning("") == []
    hand(ben, ann)
    assert ann.engagement(ONE) == ben.engagement(ONE)
    is_sound(ann)


def test_work_goes_round_three_libraries(ann: Library, ben: Library, open_at: Callable[[str], Library]) -> None:
    eve = open_at("Eve")
    do(ben, "Ben's", note(small(), "Ben's"))
    hand(ben, eve)
    do(eve, "Eve's", note(small(), "Eve's"))
    do(ann, "Ann's", replace(small().pilot, problem="Ann's"))
    hand(eve, ann)
    hand(ann, ben)
    hand(ann, eve)
    assert ann.engagement(ONE) == ben.engagement(ONE) == eve.engagement(ONE)
    assert (ann.engagement(ONE).current.notes[0].text, eve.engagement(ONE).pilot.problem) == ("Eve's", "Ann's")


def test_a_client_of_two_engagements_is_one(ann: Library, ben: Library) -> None:
    second = small("two", client=small().client)
    ann.add(second, act_called("Second"))
    ann.save(Edit(act_called("Rename"), second.id, put=(replace(small().client, name="New name"),)))
    hand(ann, ben)
    assert ben.engagement(ONE).client.name == "New name"
    hand(ann, ben, engagement=second.id)
    assert ben.engagement(second.id) == ann.engagement(second.id)
    ben.save(Edit(act_called("Rename again"), ONE, put=(replace(small().client, name="Newer"),)))
    hand(ben, ann, engagement=second.id)
    assert ann.engagement(ONE).client.name == "Newer"
    is_sound(ann)
    is_sound(ben)


def test_an_engagement_that_is_not_there_is_not_handed_over(ann: Library) -> None:
    with pytest.raises(EngagementMissingError):
        Sharing(ann).package(["nothing"])


def test_a_copied_library_is_another_maker_and_the_same_engagement(
    ann: Library, tmp_path: Path, open_at: Callable[[str], Library]
) -> None:
    do(ann, "First", note(small(), "first"))
    (tmp_path / "Copy").mkdir()
    ann.backup(tmp_path / "Copy" / "library.clearway")
    copy = open_at("Copy")
    do(copy, "Copy's", note(small(), "in the copy"))
    do(ann, "Ann's", replace(small().pilot, problem="in the first"))
    makers = [{act.maker for act in Sharing(one).package([ONE]).engagements[0].acts} for one in (ann, copy)]
    assert len(makers[0] | makers[1]) == 2
    hand(copy, ann)
    assert ann.engagement(ONE).current.notes[0].text == "in the copy"
    assert ann.engagement(ONE).pilot.problem == "in the first"


def test_a_burst_of_typing_that_went_on_after_it_was_copied_is_one_act(
    ann: Library, tmp_path: Path, open_at: Callable[[str], Library]
) -> None:
    typed = [Edit(act_called("Type"), ONE, put=(note(small(), text),), typing="t") for text in ("so", "so far")]
    ann.save(typed[0])
    (tmp_path / "Copy").mkdir()
    ann.backup(tmp_path / "Copy" / "library.clearway")
    ann.save(typed[1])
    copy = open_at("Copy")
    (incoming,) = Sharing(copy).look(Sharing(ann).package([ONE]))
    assert incoming.joining.conflicts == ()
    hand(ann, copy)
    assert copy.engagement(ONE) == ann.engagement(ONE)
    assert hand(copy, ann) == 0


def test_what_age_sealed_opens_with_the_passphrase_or_the_key_alone() -> None:
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    by_key = sealed(b"told", Seal(keys=(str(identity.to_public()),)))
    assert is_sealed(by_key)
    assert opened(by_key, Seal(keys=("# a comment", str(identity)))) == b"told"
    by_word = sealed(b"told", Seal("grün 信"))
    assert work_of(by_word) > 9
    assert opened(by_word, Seal("grun 信")) is None
    assert opened(by_word, Seal("grün 信")) == b"told"


def test_what_came_from_others_is_deleted_for_good_with_all_else(ann: Library, ben: Library) -> None:
    do(ben, "Note", note(small(), "Planted words"))
    hand(ben, ann)
    ann.delete_for_good(ONE)
    ann.close()
    assert b"Planted words" not in ann.path.read_bytes()
    with Library.open(ann.path, who="Ann") as library:
        assert library.asked_of_past(lambda past: past.entries(ONE, 10)) == []
        hand(ben, library)
        assert library.engagement(ONE) == ben.engagement(ONE)


def test_the_history_tells_of_everybody_by_name_and_reaches_what_stood_before(ann: Library, ben: Library) -> None:
    do(ben, "Note", note(small(), "Ben's"))
    hand(ben, ann)
    do(ann, "Later", replace(small().pilot, problem="later"))
    told = [(entry.who, str(entry.label)) for entry in ann.history(ONE)]
    assert told == [("Ann", "Later"), ("Ann", "Put together with the work of Ben"), ("Ben", "Note")]
    assert ann.asked_of_past(lambda past: past.people(ONE)) == {"Ann": 2, "Ben": 1}
    merge = ann.history(ONE)[1].id
    before = ann.asked_of_past(lambda past: past.engagement_at(ONE, merge - 1))
    assert before is not None
    assert before.current.notes == small().current.notes
