"""Damage in a library of an earlier version: a migration makes all digests anew, and must not make it sound by that."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from library_samples import small
from make_stored_library import LIBRARIES
from sqlcipher3 import dbapi2 as sqlcipher

from models.storage import Library, LibraryCorruptError
from models.storage.schema import SCHEMA
from models.storage.sums import SINCE

DIGESTS = range(SINCE, SCHEMA.version)
"""The earlier versions in which damage is told."""


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


@pytest.mark.parametrize("version", DIGESTS)
def test_records_that_were_damaged_before_are_told_as_damage_and_nothing_is_changed(version: int, path: Path) -> None:
    before = stored(version, path, "UPDATE pilot SET name = 'Damaged'")

    with pytest.raises(LibraryCorruptError, match="is damaged"):
        Library.open(path, who="Ben")

    assert path.read_bytes() == before
    assert list((path.parent / "backups").iterdir()) == []
