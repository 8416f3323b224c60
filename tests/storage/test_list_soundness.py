"""A list of engagements that is not what was written is told from one that is, and made anew from the records."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from library_samples import complete, rating, small
from sqlcipher3 import dbapi2 as sqlcipher

from models.engagement.edit import Edit
from models.engagement.library_entry import LibraryEntry
from models.storage import Library, LibraryReadOnlyError
from models.values.sentence import act_called
from models.values.terms import Answer

Listed = tuple[list[LibraryEntry], list[LibraryEntry], list[str]]
Whole = list[bytes]
DAMAGE = (
    "UPDATE entry SET client = 'Nobody' WHERE id = 1",
    "UPDATE entry SET sector = sector || char(0) || 'x' WHERE id = 1",
    "UPDATE entry SET engagement_id = 'pilot-wrong' WHERE id = 1",
    "UPDATE entry SET archived = 1 - archived WHERE id = 1",
    "UPDATE entry SET answered = answered + 1 WHERE id = 2",
    "UPDATE entry SET recent = '2001' WHERE id = 2",
    "DELETE FROM entry WHERE id = 2",
    "DELETE FROM digest WHERE owner = 'list'",
)
DAMAGE_OF_WORDS = (
    "UPDATE entry_words_content SET c0 = 'nothing' WHERE id = 1",
    "DELETE FROM entry_words_content WHERE id = 1",
    "DELETE FROM entry_words_data WHERE id > 100",
)


def listed(library: Library) -> Listed:
    search = library.entries("one") + library.entries("letters", archived=True)
    return library.entries(), library.entries(archived=True), [entry.id for entry in search]


@pytest.fixture
def known(opened: Callable[[], Library]) -> Listed:
    """What stands in the list of a filled library, which is closed."""
    library = opened()
    for engagement in (small(), complete(), small("two"), small("three")):
        library.add(engagement, act_called("Add"))
    round_id = small().current.assessment.id
    library.save(Edit(act_called("Rate"), small().id, put=(rating(round_id, "new", Answer.EARLY),)))
    library.save(Edit(act_called("Rename"), small().id, put=(replace(small().client, sector="Ports"),)))
    library.undo(small().id)
    library.touch("pilot-two")
    library.save(Edit(act_called("Away"), "", remove=(small("three").pilot,)))
    found = listed(library)
    assert (len(found[0]), len(found[1]), found[2]) == (2, 1, [small().id, complete().id])
    library.close()
    return found


def damaged(path: Path, statement: str) -> None:
    """Writes as no Clearway does."""
    with closing(sqlcipher.connect(str(path), isolation_level=None)) as connection:
        assert connection.execute(statement).rowcount != 0


def test_a_sound_list_is_left_alone(opened: Callable[[], Library], path: Path, known: Listed) -> None:
    data = path.read_bytes()
    library = opened()
    assert library.check() == []
    assert library.mend_list() is False
    assert listed(library) == known
    library.close()
    assert path.read_bytes() == data


def whole(library: Library) -> tuple[Whole | None, Whole | None]:
    return library.whole_list(), library.whole_list(archived=True)


def in_entries(known: Listed) -> tuple[Whole, Whole]:
    here, away = (
        ["\t".join((entry.id, entry.client, entry.pilot)).encode() for entry in entries] for entries in known[:2]
    )
    return here, away


def test_the_whole_list_is_what_its_pages_are(opened: Callable[[], Library], known: Listed) -> None:
    assert whole(opened()) == in_entries(known)


def test_what_was_recent_at_once_stands_in_the_whole_list_as_on_its_pages(opened: Callable[[], Library]) -> None:
    library = opened()
    for name in ("z", "b", "y", "a"):
        library.add(small(name, client=small().client), act_called("Add"))
    library.save(Edit(act_called("Rename"), small("z").id, put=(replace(small().client, name="Ærø & Søn"),)))

    pages = library.entries()

    assert len({library.changed(entry.id) for entry in pages}) == 1, "one act renamed the client of all"
    assert whole(library) == in_entries((pages, [], []))


def test_a_whole_list_is_not_told_where_a_name_holds_what_parts_its_cells(opened: Callable[[], Library]) -> None:
    library = opened()
    library.add(replace(small(), pilot=replace(small().pilot, name="One\x1ftwo")), act_called("Add"))

    assert library.whole_list() is None
    assert library.mend_list() is False
    assert [entry.pilot for entry in library.entries()] == ["One\x1ftwo"]


@pytest.mark.parametrize("statement", DAMAGE)
def test_no_whole_list_is_given_where_a_row_is_not_what_was_written(
    opened: Callable[[], Library], path: Path, known: Listed, statement: str
) -> None:
    damaged(path, statement)
    library = opened()
    assert whole(library) == (None, None)
    assert library.mend_list() is True
    assert list(map(sorted, filter(None, whole(library)))) == list(map(sorted, in_entries(known)))


@pytest.mark.parametrize("statement", DAMAGE_OF_WORDS)
def test_damage_to_the_words_of_the_search_does_not_matter_to_the_whole_list(
    opened: Callable[[], Library], path: Path, known: Listed, statement: str
) -> None:
    damaged(path, statement)
    assert whole(opened()) == in_entries(known)


@pytest.mark.parametrize("statement", [*DAMAGE, *DAMAGE_OF_WORDS])
def test_a_list_that_is_damaged_is_named_and_made_anew(
    opened: Callable[[], Library], path: Path, known: Listed, statement: str
) -> None:
    damaged(path, statement)
    library = opened()
    assert library.check()[-1] == "the list of engagements is not what was written"

    assert library.mend_list() is True

    entries, archived, found = listed(library)
    assert {entry.id: entry for entry in entries} == {entry.id: entry for entry in known[0]}
    assert (archived, found) == known[1:]
    assert library.check() == []
    assert library.mend_list() is False
    library.save(Edit(act_called("Rename"), small().id, put=(replace(small().pilot, name="Renamed"),)))
    library.undo(small().id)
    assert opened().check() == []


def test_a_list_that_may_only_be_read_is_told_and_left(path: Path, known: Listed) -> None:
    damaged(path, DAMAGE[0])
    with Library.open(path, who="Ann", read_only=True) as library, pytest.raises(LibraryReadOnlyError):
        library.mend_list()


def test_a_damaged_list_does_not_stand_in_the_way_of_a_copy(
    opened: Callable[[], Library], path: Path, tmp_path: Path, known: Listed
) -> None:
    damaged(path, DAMAGE[0])
    opened().backup(tmp_path / "copy.clearway")
    with Library.open(tmp_path / "copy.clearway", who="Ann") as copy:
        assert copy.mend_list() is True
        assert len(copy.entries()) == len(known[0])
