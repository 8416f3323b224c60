"""Files that are no sound library of today: a clear sentence, and not a byte changed."""

from __future__ import annotations

import hashlib
import importlib
import os
import pkgutil
import random
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from library_samples import complete, small
from ordinary_person import in_a_child
from sqlcipher3 import dbapi2 as sqlcipher

import models.storage
from models.engagement.edit import Edit
from models.storage import (
    Library,
    LibraryCorruptError,
    LibraryError,
    LibraryLogError,
    LibraryNameError,
    LibraryNewerError,
    LibraryPlaceError,
    LibraryReadOnlyError,
    LibraryTamperedError,
    NotALibraryError,
)
from models.storage.schema import APPLICATION_ID, SCHEMA
from models.values.sentence import act_called


@pytest.fixture
def stored(path: Path) -> Path:
    """A closed library with something in it."""
    with Library.open(path, who="Ann") as library:
        library.add(complete(), act_called("Add"))
        library.save(Edit(act_called("Rename"), complete().id, put=(replace(complete().pilot, name="Other"),)))
    return path


def change(path: Path, *statements: str) -> None:
    with closing(sqlcipher.connect(str(path), isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def contents(folder: Path) -> dict[str, str]:
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.rglob("*") if file.is_file()}


def refused(path: Path, kind: type[LibraryError], **options: bool) -> str:
    """Opens the file, expects that error, that nothing in its folder changed, and returns the message."""
    before = contents(path.parent)
    with pytest.raises(kind) as caught:
        Library.open(path, who="Ann", **options)
    assert type(caught.value) is kind
    assert contents(path.parent) == before
    assert str(path) in str(caught.value)
    assert "{" not in str(caught.value)
    assert "(None)" not in str(caught.value)
    return str(caught.value)


def test_a_file_that_does_not_exist_is_made_with_its_folders(tmp_path: Path) -> None:
    odd = "ü#%" if os.name == "nt" else "ü?#%"
    path = tmp_path / "a" / "b c" / odd / "library.clearway"
    with Library.open(path, who="Ann") as library:
        library.add(small(), act_called("Add"))
    with Library.open(path, who="Ann") as library:
        assert library.engagement(small().id) == small()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_file_name_that_is_no_text_will_do(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.clearway")
    with Library.open(path, who="Ann") as library:
        library.add(small(), act_called("Add"))
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert library.path == path


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.touch()
    with Library.open(path, who="Ann") as library:
        library.add(small(), act_called("Add"))


def test_a_closed_library_is_one_file(stored: Path) -> None:
    assert [file.name for file in stored.parent.iterdir()] == [stored.name]


@pytest.mark.parametrize("text", [b"hello", b"x", b"SQLite format 2\0" + b"\0" * 5000, b"PK\x03\x04" + b"z" * 9000])
def test_some_other_file_is_refused(text: bytes, path: Path) -> None:
    path.write_bytes(text)
    assert "not a Clearway library" in refused(path, NotALibraryError)


@pytest.mark.parametrize("other", [f"PRAGMA application_id={APPLICATION_ID + 1}", "PRAGMA user_version=3", "SELECT 1"])
def test_the_database_of_another_program_is_refused(other: str, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photo (id INTEGER)")
        connection.execute(other)
    refused(path, NotALibraryError)


def test_a_folder_is_refused(path: Path) -> None:
    path.mkdir()
    (path / "file").touch()
    refused(path, LibraryPlaceError)


def test_a_place_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused(tmp_path / "file" / "library.clearway", LibraryPlaceError)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc, where nobody may make a file")
def test_a_place_where_nothing_can_be_made_is_refused() -> None:
    with pytest.raises(LibraryPlaceError, match="choose another"):
        Library.open(Path("/proc/clearway/library.clearway"), who="Ann")


def test_a_newer_library_is_refused_byte_for_byte_untouched(stored: Path) -> None:
    change(stored, "CREATE TABLE tomorrow (id TEXT)", f"PRAGMA user_version={SCHEMA.version + 1}")
    assert "newer version" in refused(stored, LibraryNewerError)
    refused(stored, LibraryNewerError, read_only=True)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_newer_library_that_crashed_is_refused_byte_for_byte_untouched(stored: Path) -> None:
    def crash() -> None:
        connection = sqlcipher.connect(str(stored), isolation_level=None)
        connection.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        connection.execute(f"PRAGMA user_version={SCHEMA.version + 1}")
        connection.execute("CREATE TABLE tomorrow (id TEXT)")
        os._exit(0)

    in_a_child(crash)
    assert Path(f"{stored}-wal").stat().st_size > 0
    refused(stored, LibraryNewerError)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM note; END",
        "CREATE VIEW evil AS SELECT * FROM note",
        "CREATE TABLE evil (x TEXT)",
        "CREATE INDEX evil ON note(upper(text))",
        "CREATE VIRTUAL TABLE evil USING fts5(x)",
    ],
)
def test_a_library_with_something_foreign_in_its_schema_is_refused(statement: str, stored: Path) -> None:
    change(stored, statement)
    assert "evil" in refused(stored, LibraryTamperedError)


def test_a_table_with_another_definition_is_refused(stored: Path) -> None:
    change(stored, "ALTER TABLE note ADD COLUMN hidden TEXT CHECK (randomblob(1) IS NOT NULL)")
    assert "table note" in refused(stored, LibraryTamperedError)


def test_a_library_with_a_table_missing_is_refused(stored: Path) -> None:
    change(stored, "DROP TABLE asset")
    refused(stored, LibraryCorruptError)


def test_a_library_without_a_version_is_refused(stored: Path) -> None:
    change(stored, "PRAGMA user_version=0")
    refused(stored, LibraryCorruptError)


@pytest.mark.parametrize("part", [0.05, 0.5, 0.99])
def test_a_library_that_was_cut_short_is_refused(part: float, stored: Path) -> None:
    data = stored.read_bytes()
    stored.write_bytes(data[: int(len(data) * part)])
    refused(stored, LibraryCorruptError)


def test_a_library_with_a_page_of_rubbish_is_refused(stored: Path) -> None:
    data = bytearray(stored.read_bytes())
    data[8192:12288] = random.Random(1).randbytes(4096)
    stored.write_bytes(data)
    assert "backups" in refused(stored, LibraryCorruptError)


@pytest.mark.parametrize("seed", range(60))
def test_damage_anywhere_gives_a_clear_error_or_none_at_all(seed: int, stored: Path) -> None:
    chance = random.Random(seed)
    data = bytearray(stored.read_bytes())
    for _ in range(chance.choice([1, 8, 200])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    stored.write_bytes(data)
    with suppress(LibraryError), Library.open(stored, who="Ann") as library:
        for entry in library.entries():
            library.engagement(entry.id)
        library.entries("other")
        library.save(Edit(act_called("Rename"), complete().id, put=(replace(complete().pilot, name="Third"),)))
        library.undo(complete().id)
        library.undo(complete().id)
        library.undo("")
        library.history("")
        library.check()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE rating SET answer = 'often'",
        "UPDATE pilot SET created = 'yesterday'",
        "UPDATE \"action\" SET effort_low = 'much'",
        "UPDATE note SET text = CAST(x'ff' AS TEXT)",
        "DELETE FROM brand",
    ],
)
def test_a_cell_that_clearway_never_writes_is_reported(statement: str, stored: Path) -> None:
    change(stored, statement)
    with Library.open(stored, who="Ann") as library, pytest.raises(LibraryCorruptError):
        library.engagement(complete().id)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET tbl = 'sqlite_schema' WHERE op = 'u'",
        "UPDATE change SET col = 'id = id; --' WHERE op = 'u'",
        "UPDATE change SET old = 'not json' WHERE op = 'u'",
        "UPDATE change SET old = NULL WHERE op = 'u'",
        "UPDATE change SET op = 'd', old = '{\"evil\\\"\": 1}' WHERE op = 'u'",
        "UPDATE change SET op = 'x', old = '[1]' WHERE op = 'u'",
    ],
)
def test_a_history_that_clearway_never_writes_is_never_carried_out(statement: str, stored: Path) -> None:
    change(stored, statement)
    with Library.open(stored, who="Ann") as library:
        before = library.engagement(complete().id)
        with pytest.raises(LibraryCorruptError):
            library.undo(complete().id)
        assert library.engagement(complete().id) == before


def test_a_sound_library_passes_its_check(stored: Path) -> None:
    with Library.open(stored, who="Ann") as library:
        assert library.check() == []


def test_the_check_names_what_has_no_owner(stored: Path) -> None:
    change(stored, "PRAGMA foreign_keys=OFF", "DELETE FROM assessment")
    with Library.open(stored, who="Ann") as library:
        assert any("has no assessment" in problem for problem in library.check())


def test_a_library_opened_for_reading_is_left_exactly_as_it_is(stored: Path) -> None:
    before = contents(stored.parent)
    with Library.open(stored, who="Ann", read_only=True) as library:
        found = library.engagement(complete().id)
        assert found.pilot.name == "Other"
        assert library.entries(archived=True)[0].id == complete().id
        assert library.steps(complete().id).undo == act_called("Rename")
        for write in (
            lambda: library.save(Edit(act_called("Rename"), complete().id, put=(complete().pilot,))),
            lambda: library.undo(complete().id),
            lambda: library.add(small(), act_called("Add")),
            lambda: library.touch(complete().id),
            lambda: library.keep_method("a@1", "text"),
        ):
            with pytest.raises(LibraryReadOnlyError):
                write()
    assert contents(stored.parent) == before


def test_nothing_is_made_when_a_missing_library_is_opened_for_reading(path: Path) -> None:
    with pytest.raises(LibraryPlaceError):
        Library.open(path, who="Ann", read_only=True)
    assert not path.exists()


def test_closing_twice_does_no_harm(stored: Path) -> None:
    library = Library.open(stored, who="Ann")
    library.close()
    library.close()


def test_every_error_says_what_happened_and_what_to_do(opened: Callable[[], Library]) -> None:
    def kinds(kind: type[LibraryError]) -> list[type[LibraryError]]:
        return [kind, *(below for child in kind.__subclasses__() for below in kinds(child))]

    for found in pkgutil.walk_packages(models.storage.__path__, "models.storage."):
        importlib.import_module(found.name)
    for kind in kinds(LibraryError):
        values = {"path": "P", "id": "I", "name": "N", "label": "L", "key": "K", "log": "W", "act": "A", "megabytes": 8}
        message = str(kind(**values, found=2, known=1, longest=9, most=7))
        assert message.count(".") >= 2
        assert "(" not in message.replace("(its schema is 2, this one knows 1)", "").replace("(2)", "")
    assert str(LibraryCorruptError()).startswith("The library “(path)” is damaged")


def modes(folder: Path) -> dict[str, int]:
    return {str(p.relative_to(folder)): stat.S_IMODE(p.stat().st_mode) for p in sorted(folder.rglob("*"))}


@pytest.mark.skipif(os.name == "nt", reason="modes are a matter of Unix")
def test_an_open_library_and_all_that_it_makes_is_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with Library.open(tmp_path / "own" / "library.clearway", who="Ann") as library:
            library.add(small(), act_called("Add"))
            library.backup(tmp_path / "copies" / "copy.clearway")
            found = modes(tmp_path)
    finally:
        os.umask(before)
    assert {path: mode for path, mode in found.items() if mode != (0o600 if "." in path else 0o700)} == {}
    assert {"own/library.clearway", "own/library.clearway-wal", "copies/copy.clearway"} <= set(found)


@pytest.mark.skipif(os.name == "nt", reason="modes are a matter of Unix")
def test_a_library_that_others_may_read_is_narrowed_when_it_is_opened_for_writing(stored: Path) -> None:
    backups = stored.parent / "backups"
    backups.mkdir()
    backups.chmod(0o755)
    stored.chmod(0o664)
    with Library.open(stored, who="Ann", read_only=True):
        assert modes(stored.parent) == {"backups": 0o755, "library.clearway": 0o664}
    with Library.open(stored, who="Ann"):
        assert set(modes(stored.parent).values()) == {0o600, 0o700}


def test_a_name_too_long_for_what_sqlite_keeps_beside_it_leaves_nothing(tmp_path: Path) -> None:
    for name in ("n" * 248, "ü" * 124, "n" * 255):
        with pytest.raises(LibraryNameError, match="at most 247"):
            Library.open(tmp_path / "new" / name, who="Ann")
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_that_is_taken_does_for_all(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 247)
    with Library.open(path, who="Ann") as library:
        library.add(small(), act_called("Add"))
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_the_log_of_another_library_is_not_taken_for_its_own(stored: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "other.clearway"
    with Library.open(other, who="Ben") as library:
        library.add(small(), act_called("Add"))
        log = other.with_name("other.clearway-wal").read_bytes()
    stored.with_name(f"{stored.name}-wal").write_bytes(log)

    assert "the log of another library" in refused(stored, LibraryLogError)
    stored.with_name(f"{stored.name}-wal").unlink()
    with Library.open(stored, who="Ann") as library:
        assert library.ids_beginning("") == [complete().id]


@pytest.mark.parametrize("seed", range(40))
def test_a_flipped_bit_in_the_log_gives_no_other_data_and_an_older_state_is_told(path: Path, seed: int) -> None:
    states = []
    with Library.open(path, who="Ann") as library:
        library.add(complete(), act_called("Add"))
        for name in ("One", "Two", "Three"):
            library.save(Edit(act_called(name), complete().id, put=(replace(complete().pilot, name=name),)))
            states.append(library.engagement(complete().id))
        data, log = path.read_bytes(), bytearray(path.with_name(f"{path.name}-wal").read_bytes())
    chance = random.Random(seed)
    log[chance.randrange(len(log))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    path.with_name(f"{path.name}-wal").write_bytes(log)
    with suppress(LibraryError), Library.open(path, who="Ann") as library:
        if complete().id not in library.ids_beginning(""):
            return
        found = library.engagement(complete().id)
        assert found in (complete(), *states)
        assert library.last_act is not None
        assert found.pilot.name == library.last_act.label.text or found == complete()
