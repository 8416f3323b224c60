"""How much room a library takes, and that what is packed away is whole."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from library_samples import complete, replayed, small, tables_of
from sqlcipher3 import dbapi2 as sqlcipher

from models.engagement.copying import fresh_copy
from models.exchange import write_engagement
from models.storage import Library, LibraryCorruptError
from models.values.sentence import act_called
from tests.bench.libraries import sample_engagement

LARGEST = 2.5
"""As a multiple of the engagement's JSON."""


def pages(library: Library) -> int:
    return int(library._database.execute("PRAGMA page_count").fetchone()[0])


def kept(path: Path) -> list[tuple[str, int]]:
    """Each line of the log: what it did, and how much is packed in it."""
    with closing(sqlcipher.connect(str(path))) as connection:
        return [tuple(row) for row in connection.execute("SELECT op, length(packed) FROM change ORDER BY id")]


def test_an_engagement_with_its_history_takes_two_and_a_half_times_its_json(library: Library) -> None:
    sample, more = sample_engagement(), 6
    library.add(fresh_copy(sample), act_called("Add"))
    before = pages(library)
    for _ in range(more):
        library.add(fresh_copy(sample), act_called("Add"))
    each = (pages(library) - before) * 4096 / more
    assert each <= LARGEST * len(write_engagement(sample).encode())


def test_a_large_act_is_one_line_that_is_counted_as_what_it_holds(library: Library, path: Path) -> None:
    library.add(complete(), act_called("Add"))
    library.add(small(), act_called("Add"))
    library.close()
    lines = kept(path)
    assert lines[0][0] == "p"
    assert [op for op, _ in lines[1:]] == ["i"] * (len(lines) - 1), "few changes are lines of their own"
    assert replayed(path) == tables_of(path)
    with Library.open(path, who="Ann") as again:
        counted = sorted(entry.changes for entry in again.history(""))
    assert counted == [len(lines) - 1, len(tables_of(path)) - len(lines) + 1]


@pytest.mark.parametrize(
    "damage",
    [
        "packed = zeroblob(20)",
        "packed = substr(packed, 1, 40)",
        "packed = NULL",
        "packed = CAST(packed || 'more' AS BLOB)",
    ],
)
def test_what_is_packed_and_damaged_is_refused(
    damage: str, library: Library, opened: Callable[[], Library], path: Path
) -> None:
    library.add(complete(), act_called("Add"))
    library.close()
    with closing(sqlcipher.connect(str(path))) as connection:
        connection.execute(f"UPDATE change SET {damage} WHERE op = 'p'")
        connection.commit()
    library = opened()
    with pytest.raises(LibraryCorruptError):
        library.undo("")
    assert library.engagement(complete().id) == complete()


def test_what_is_packed_by_somebody_else_is_held_against_the_seal(
    library: Library, opened: Callable[[], Library], path: Path
) -> None:
    library.add(complete(), act_called("Add"))
    library.close()
    with closing(sqlcipher.connect(str(path))) as connection:
        (data,) = connection.execute("SELECT packed FROM change WHERE op = 'p'").fetchone()
        other = zlib.compress(zlib.decompress(data).replace(b"Zo", b"Za"))
        connection.execute("UPDATE change SET packed = ? WHERE op = 'p'", (other,))
        connection.commit()
    with pytest.raises(LibraryCorruptError):
        opened().recent_steps("")
