"""A library locked with a passphrase: what opens it, what does not, and what anybody else finds in its files."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from library_samples import complete, small
from sqlcipher3 import dbapi2 as sqlcipher

from models.storage import (
    Library,
    LibraryCorruptError,
    LibraryLogError,
    NotALibraryError,
    PassphraseNeededError,
    PassphraseWrongError,
)
from models.storage.lock.errors import NotLockedError, PassphraseEmptyError
from models.values.sentence import act_called

PASSPHRASE = "it's “Zoë” 😀; DROP TABLE pilot --"
PLAIN = (b"Leak", b"SQLite", b"CREATE TABLE")


@pytest.fixture
def locked(path: Path) -> Path:
    with Library.open(path, who="Ann", passphrase=PASSPHRASE) as library:
        library.add(complete(), act_called("Add"))
    return path


def words_in(folder: Path) -> list[str]:
    """The files in which something can be read."""
    found = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in found if any(word in file.read_bytes() for word in PLAIN)]


def test_a_locked_library_opens_with_its_passphrase_and_holds_what_was_written(locked: Path) -> None:
    with Library.open(locked, who="Ann", passphrase=PASSPHRASE) as library:
        assert library.engagement(complete().id) == complete()
        assert library.locked
        assert library.check() == []


def test_nothing_can_be_read_in_its_files_while_it_is_open_and_when_it_is_closed(locked: Path, tmp_path: Path) -> None:
    with Library.open(locked, who="Ann", passphrase=PASSPHRASE) as library:
        library.add(small(), act_called("Add"))
        assert Path(f"{locked}-wal").stat().st_size > 0
        assert words_in(tmp_path) == []
    assert words_in(tmp_path) == []
    with closing(sqlite3.connect(locked)) as stranger, pytest.raises(sqlite3.DatabaseError):
        stranger.execute("SELECT * FROM pilot")


@pytest.mark.parametrize("given", ["wrong", PASSPHRASE.lower(), PASSPHRASE + " ", "", None, "x'00'"])
def test_without_its_passphrase_it_is_refused_and_left_as_it_is(
    given: str | None, locked: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = locked.read_bytes()
    error = {None: PassphraseNeededError, "": PassphraseEmptyError}.get(given, PassphraseWrongError)
    for read_only in (False, True):
        with pytest.raises(error):
            Library.open(locked, who="Ann", passphrase=given, read_only=read_only)
    assert locked.read_bytes() == before
    assert [file.name for file in locked.parent.iterdir()] == [locked.name]
    assert capfd.readouterr() == ("", "")


def test_any_program_that_knows_sqlcipher_opens_it_with_the_passphrase_itself(locked: Path) -> None:
    connection = sqlcipher.connect(str(locked))
    quoted = PASSPHRASE.replace("'", "''")
    connection.execute(f"PRAGMA key = '{quoted}'")
    assert connection.execute("SELECT count(*) FROM pilot").fetchone() == (1,)
    connection.close()


@pytest.mark.parametrize("passphrase", ["'", '"', "a\0b", "\\", "水の下", "\ud800", "x" * 5000, "x'" + "ab" * 32 + "'"])
def test_any_text_is_a_passphrase(passphrase: str, path: Path) -> None:
    with Library.open(path, who="Ann", passphrase=passphrase) as library:
        library.add(small(), act_called("Add"))
    with Library.open(path, who="Ann", passphrase=passphrase) as library:
        assert library.count() == 1
    with pytest.raises(PassphraseWrongError):
        Library.open(path, who="Ann", passphrase=passphrase + "x")


def test_accents_are_the_same_however_a_keyboard_puts_them_together(path: Path) -> None:
    Library.open(path, who="Ann", passphrase="Zo\u00eb").close()
    Library.open(path, who="Ann", passphrase="Zoe\u0308").close()


def test_a_plain_library_is_not_opened_with_a_passphrase(path: Path) -> None:
    Library.open(path, who="Ann").close()
    with pytest.raises(NotLockedError):
        Library.open(path, who="Ann", passphrase=PASSPHRASE)


def test_a_file_that_cannot_be_a_locked_library_is_no_library(path: Path) -> None:
    path.write_bytes(b"no library" * 100)
    with pytest.raises(NotALibraryError):
        Library.open(path, who="Ann")
    path.write_bytes(os.urandom(8192))
    with pytest.raises(PassphraseNeededError, match="damaged, or no library"):
        Library.open(path, who="Ann")


def test_a_locked_library_that_was_killed_opens_with_all_that_was_written(locked: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed" / locked.name
    killed.parent.mkdir()
    with Library.open(locked, who="Ann", passphrase=PASSPHRASE) as library:
        library.add(small(), act_called("Add"))
        for file in tmp_path.glob("library.clearway*"):
            shutil.copy(file, killed.parent)
    with pytest.raises(PassphraseNeededError):
        Library.open(killed, who="Ann")
    with Library.open(killed, who="Ann", passphrase=PASSPHRASE, read_only=True) as library:
        assert len(library.ids_beginning("")) == 2
    with Library.open(killed, who="Ann", passphrase=PASSPHRASE) as library:
        assert len(library.ids_beginning("")) == 2
        assert library.last_act is not None


def test_the_log_of_another_library_is_told_from_a_wrong_passphrase(locked: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.clearway"
    with Library.open(other, who="Ann", passphrase=PASSPHRASE) as library:
        library.add(small(), act_called("Add"))
        shutil.copy(f"{other}-wal", f"{locked}-wal")
    with pytest.raises(LibraryLogError):
        Library.open(locked, who="Ann", passphrase=PASSPHRASE)
    with pytest.raises(PassphraseWrongError):
        Library.open(locked, who="Ann", passphrase="wrong")


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.999])
def test_a_locked_library_that_was_cut_short_is_refused(kept: float, locked: Path) -> None:
    data = locked.read_bytes()
    locked.write_bytes(data[: int(len(data) * kept)])
    with pytest.raises(LibraryCorruptError):
        Library.open(locked, who="Ann", passphrase=PASSPHRASE)


def test_its_backup_is_locked_with_the_same_passphrase(locked: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.clearway"
    with Library.open(locked, who="Ann", passphrase=PASSPHRASE) as library:
        library.backup(copy)
    assert words_in(tmp_path) == []
    with Library.open(copy, who="Ann", passphrase=PASSPHRASE) as library:
        assert library.engagement(complete().id) == complete()


def test_the_check_finds_a_flipped_bit_in_a_page_that_nobody_reads(locked: Path) -> None:
    with Library.open(locked, who="Ann", passphrase=PASSPHRASE) as library:
        library._database.hold_still(False)
        for statement in ("CREATE TABLE gone (x)", "INSERT INTO gone VALUES (zeroblob(400000))", "DROP TABLE gone"):
            library._database.execute(statement)
    damaged = bytearray(locked.read_bytes())
    damaged[-10 * 4096 + 700] ^= 1
    locked.write_bytes(damaged)
    with Library.open(locked, who="Ann", passphrase=PASSPHRASE) as library:
        assert library.engagement(complete().id) == complete()
        assert len(library.check()) == 1
