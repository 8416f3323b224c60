"""Rows as the digests hash them and the log keeps them: what is told is read again, and nothing else is."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library_samples import complete, replayed, small, tables_of
from sqlcipher3 import dbapi2 as sqlcipher

from models.engagement.engagement import Note
from models.storage import Library, LibraryCorruptError
from models.storage.errors import UnreadableRowError
from models.storage.log.packed import unpacked
from models.storage.sums import cells_at, row_bytes, row_sum, sum_of
from models.values.sentence import act_called

CELLS = st.lists(st.none() | st.text() | st.sampled_from(["-", "3:abc", "\x1f", "\x1f-", "\0", "é"]), max_size=6)


@settings(max_examples=30)
@given(CELLS, CELLS)
def test_the_cells_of_rows_that_follow_one_another_are_told_apart(
    one: list[str | None], other: list[str | None]
) -> None:
    told = [row_bytes("note", [c if c is None else c.encode() for c in cells]) for cells in (one, other)]
    rows, name = b"".join(told), len("note")
    found, end = cells_at(rows, name, len(one))
    assert (found, end) == (one, len(told[0]))
    assert cells_at(rows, end + name, len(other)) == (other, len(rows))
    assert sum_of(told[0]) == row_sum("note", one)


@pytest.mark.parametrize("rows", [b"", b"\x1f", b"\x1f4:abc", b"\x1fx:abc", b"\x1f1:\xff", b"3"])
def test_what_is_no_cell_is_refused(rows: bytes) -> None:
    with pytest.raises(ValueError, match=r"not found|invalid literal|cut off|decode"):
        cells_at(rows, 0, 1)


def test_a_large_act_is_kept_with_whatever_was_typed(library: Library, path: Path) -> None:
    texts = ("\0", "a\0b", "\n", "[", '{"', "\x1f4:", "-", "é €", "")
    mine = small()
    notes = [Note(assessment_id=mine.current.assessment.id, position=n, text=texts[n % 9]) for n in range(18)]
    library.add(replace(mine, rounds=(replace(mine.current, notes=tuple(notes)),)), act_called("Add"))
    library.close()
    assert replayed(path) == tables_of(path)


@pytest.mark.parametrize(
    "kept",
    [
        b"{}",
        b'{"columns":{},"changes":[["note","i",1]]}\n',
        b'{"columns":{"note":[["id"],[]]},"changes":[["note","i",1]]}\nnote\x1f9:a',
        b'{"columns":{"note":[["id"],[]]},"changes":[["note","i",1]]}\nnote\x1f1:anote\x1f1:b',
        b'{"columns":{"note":[["id","position"],["position"]]},"changes":[["note","i",1]]}\nnote\x1f1:a\x1f1:b',
    ],
)
def test_packed_changes_that_are_none_are_refused(kept: bytes) -> None:
    with pytest.raises(UnreadableRowError):
        unpacked(("pilot", "", "p", None, None, None, zlib.compress(kept)))


@pytest.mark.parametrize("damage", ["zeroblob(9)", "substr(text, 1, 9)", "CAST(text || 'more' AS BLOB)"])
def test_a_content_pack_that_is_damaged_is_refused(
    damage: str, library: Library, opened: Callable[[], Library], path: Path
) -> None:
    library.add(complete(), act_called("Add"))
    library.keep_method("a@1", "first")
    library.close()
    with closing(sqlcipher.connect(str(path))) as connection:
        connection.execute(f"UPDATE method SET text = {damage}")
        connection.commit()
    with pytest.raises(LibraryCorruptError):
        opened().method_text("a@1")
