"""Damage in a library of an earlier version: a migration makes all digests anew, and must not make it sound by that."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from library_samples import small
from make_stored_library import LIBRARIES
from sqlcipher3 import dbapi2 as sqlcipher

from models.engagement.edit import Edit, edit_on
from models.storage import Library, LibraryCorruptError
from models.storage.errors import EngagementDamagedError
from models.storage.log import seals
from models.storage.schema import SCHEMA
from models.storage.sums import SINCE
from models.values.sentence import act_called

DIGESTS = range(SINCE, SCHEMA.version)
"""The earlier versions in which damage is told."""


DAMAGE = (
    "UPDATE pilot SET purpose = 'Damaged' WHERE id = 'pilot-one'",
    "UPDATE pilot SET created = 'never' WHERE id = 'pilot-one'",
    "DELETE FROM rating WHERE assessment_id LIKE 'round-one%'",
    "UPDATE rating SET answer = '9' WHERE assessment_id LIKE 'round-one%'",
    "UPDATE assessment SET state = 'never' WHERE engagement_id = 'pilot-one'",
    "DELETE FROM brand WHERE id = 'pilot-one'",
)


def stored(version: int, path: Path, damage: str = "") -> bytes:
    """Puts the library of that version there, and damages it; its bytes."""
    shutil.copy(LIBRARIES / f"schema_{version}.clearway", path)
    with closing(sqlcipher.connect(path)) as connection:
        connection.execute(damage)
        connection.commit()
    return path.read_bytes()


@pytest.mark.parametrize("version", DIGESTS[1:])
def test_a_list_that_was_damaged_before_is_named_and_made_anew(version: int, path: Path) -> None:
    stored(version, path, "UPDATE entry SET client = 'Nobody', archived = 1 WHERE id = 1")

    with Library.open(path, who="Ben") as library:
        assert library.check() == ["the list of engagements is not what was written"]
        assert library.whole_list() is None
        assert library.mend_list() is True
        assert [entry.id for entry in library.entries()] == [small().id]
        assert library.check() == []


@pytest.mark.parametrize("version", DIGESTS)
def test_a_list_that_was_sound_before_need_not_be_made_anew(version: int, path: Path) -> None:
    stored(version, path)

    with Library.open(path, who="Ben") as library:
        assert library.whole_list() == [b"pilot-one\tClient one\tPilot one"]
        assert library.mend_list() is False


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("version", DIGESTS)
def test_an_engagement_that_was_damaged_before_is_told_as_that_and_keeps_nobody_from_the_others(
    version: int, damage: str, path: Path
) -> None:
    before = stored(version, path, damage)

    for _ in range(2):
        with Library.open(path, who="Ben") as library:
            with pytest.raises((EngagementDamagedError, LibraryCorruptError)):
                library.engagement("pilot-one")
            found = library.engagement("pilot-complete")
            changed = replace(found.pilot, purpose=f"{found.pilot.purpose}.")
            library.save(edit_on(found, Edit(act_called("Its purpose"), found.id, (changed,))))
            assert library.engagement("pilot-complete").pilot.purpose == f"{found.pilot.purpose}."
            assert [entry.id for entry in library.entries()] == ["pilot-one"]
    (kept,) = (path.parent / "backups").iterdir()
    assert rows(kept) == rows_of(before, path.with_name("before.clearway"))


@pytest.mark.parametrize("damage", ["UPDATE batch SET label = 'Never done'", "UPDATE change SET \"row\" = 'another'"])
@pytest.mark.parametrize("version", range(seals.SINCE, SCHEMA.version))
def test_history_that_was_damaged_before_is_not_told_as_if_it_were_sound(version: int, damage: str, path: Path) -> None:
    stored(version, path, damage)

    with Library.open(path, who="Ben") as library:
        assert library.engagement("pilot-one")
        with pytest.raises(LibraryCorruptError):
            library.recent_steps("pilot-one")


@pytest.mark.parametrize("version", DIGESTS)
def test_history_that_was_sound_before_is_told(version: int, path: Path) -> None:
    stored(version, path)

    with Library.open(path, who="Ben") as library:
        for engagement_id in library.ids_beginning(""):
            assert library.recent_steps(engagement_id).undo or library.history(engagement_id)


@pytest.mark.parametrize("damage", ["UPDATE asset SET data = x'00'", "DELETE FROM client"])
@pytest.mark.parametrize("version", DIGESTS)
def test_where_more_than_records_is_damaged_nothing_is_changed(version: int, damage: str, path: Path) -> None:
    before = rows_of(stored(version, path, damage), path.with_name("before.clearway"))

    with pytest.raises(LibraryCorruptError, match="is damaged"):
        Library.open(path, who="Ben")

    assert rows(path) == before


def rows_of(data: bytes, path: Path) -> dict[str, list[tuple[object, ...]]]:
    path.write_bytes(data)
    return rows(path)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that stands in a file's tables."""
    with closing(sqlcipher.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
