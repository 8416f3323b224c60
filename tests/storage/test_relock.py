"""Setting, changing and removing a passphrase: everything is kept, nothing can be read, whenever it is killed."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from library_samples import complete, small, tables_of

from models.storage import Library, LibraryError, LibraryLockedError, PassphraseWrongError
from models.storage.lock import relock
from models.storage.lock.aside import aside_of
from models.storage.lock.errors import NotLockedError, PassphraseEmptyError, RelockError
from models.storage.lock.relock import change_passphrase
from models.values.sentence import act_called

PLAIN = b"CREATE TABLE"
TOUCHES = ("open", "os.link", "os.rename", "os.remove", "os.rmdir", "os.mkdir")
KILLED, DONE = 99, 0


@pytest.fixture
def plain(path: Path) -> Path:
    """With a backup beside it, and a backup of another library."""
    with Library.open(path, who="Ann") as library:
        library.add(complete(), act_called("Add"))
        library.backup(path.parent / "backups" / "library-schema-9-20260101T000000000000Z.clearway")
        library.backup(path.parent / "backups" / "another-20260101T000000000000Z.clearway")
    return path


def read_in(folder: Path) -> list[str]:
    """The files of this library in which something can be read."""
    found = [file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("another")]
    return sorted(file.name for file in found if PLAIN in file.read_bytes())


def test_setting_changing_and_removing_keeps_every_row_of_the_library_and_its_backups(plain: Path) -> None:
    before = tables_of(plain)
    backup = next(plain.parent.glob("backups/library-*"))
    present: str | None = None
    for new in ("one", "two 'quoted'", None):
        assert change_passphrase(plain, present, new) == ()
        assert read_in(plain.parent) == ([] if new else sorted([plain.name, backup.name]))
        for file in (plain, backup):
            with Library.open(file, who="Ann", passphrase=new) as library:
                assert library.engagement(complete().id) == complete()
                assert library.check() == []
                assert library.steps("").undo
        present = new
    assert tables_of(plain) == before
    assert sorted(file.name for file in plain.parent.iterdir()) == ["backups", plain.name]


@pytest.mark.skipif(os.name != "posix", reason="Windows does not let go of an open file")
def test_the_bytes_of_the_library_before_are_overwritten(plain: Path) -> None:
    with plain.open("rb") as file:
        before = file.read()
        change_passphrase(plain, None, "one")
        file.seek(0)
        assert file.read() == bytes(len(before))


def test_what_only_the_log_holds_is_kept_and_overwritten(plain: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed" / plain.name
    killed.parent.mkdir()
    with Library.open(plain, who="Ann") as library:
        library.add(small(), act_called("Add"))
        for file in tmp_path.glob("library.clearway*"):
            shutil.copy(file, killed.parent)
    change_passphrase(killed, None, "one")
    assert read_in(killed.parent) == []
    with Library.open(killed, who="Ann", passphrase="one") as library:
        assert library.engagement(small().id) == small()


def test_what_cannot_be_is_refused_and_nothing_is_changed(plain: Path) -> None:
    change_passphrase(plain, None, "one")
    before = plain.read_bytes()
    for present, new, error in (
        ("wrong", "two", PassphraseWrongError),
        ("one", "", PassphraseEmptyError),
        ("wrong", None, PassphraseWrongError),
    ):
        with pytest.raises(error):
            change_passphrase(plain, present, new)
    assert plain.read_bytes() == before
    with Library.open(plain, who="Ann", passphrase="one"), pytest.raises(LibraryLockedError):
        change_passphrase(plain, "one", "two")
    change_passphrase(plain, "one", None)
    with pytest.raises(NotLockedError):
        change_passphrase(plain, None, None)
    with pytest.raises(LibraryError):
        change_passphrase(plain.with_name("none"), None, None)
    assert not plain.with_name("none").exists()


def test_a_copy_that_is_not_what_it_was_made_of_takes_no_place(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = relock._copy

    def damaged(*arguments: object) -> None:
        at_once(*arguments)  # type: ignore[arg-type]
        fresh = aside_of(plain.parent, plain) / "new"
        data = bytearray(fresh.read_bytes())
        data[9000] ^= 1
        fresh.write_bytes(data)

    monkeypatch.setattr(relock, "_copy", damaged)
    before = plain.read_bytes()
    with pytest.raises(RelockError):
        change_passphrase(plain, None, "one")
    assert plain.read_bytes() == before
    assert not aside_of(plain.parent, plain).exists()


def test_a_backup_that_another_passphrase_locks_stays_and_is_named(plain: Path) -> None:
    change_passphrase(plain, None, "one")
    backup = next(plain.parent.glob("backups/library-*"))
    change_passphrase(backup, "one", "elsewhere")
    assert change_passphrase(plain, "one", "two") == (backup,)
    Library.open(backup, who="Ann", passphrase="elsewhere").close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a child that begins where we are")
@pytest.mark.parametrize(("old", "new"), [(None, "new"), ("old", "new"), ("old", None)])
def test_killed_at_any_moment_the_one_or_the_other_stands_there_whole(
    old: str | None, new: str | None, path: Path, long: bool
) -> None:
    with Library.open(path, who="Ann", passphrase=old) as library:
        library.add(small(), act_called("Add"))
    first = path.read_bytes()
    ends = []
    for last in range(1, 200, 1 if long else 4):
        for file in path.parent.iterdir():
            shutil.rmtree(file) if file.is_dir() else file.unlink()
        path.write_bytes(first)
        ended = _changed_until(path, old, new, last)
        ends.append(_passphrase_after(path, old, new))
        if ended == DONE:
            break
        assert ended == KILLED
    assert ends[0] == old
    assert ends[-1] == new
    assert len(ends) > (10 if long else 3)


def _changed_until(path: Path, old: str | None, new: str | None, last: int) -> int:
    """Changes it in a child that ends at its touch of a file with that number; how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    touched = 0

    def count(event: str, values: tuple[object, ...]) -> None:
        nonlocal touched
        if event in TOUCHES and str(path.parent) in str(values[0]):
            touched += 1
            if touched == last:
                os._exit(KILLED)

    try:
        sys.addaudithook(count)
        change_passphrase(path, old, new)
        os._exit(DONE)
    finally:
        os._exit(1)


def _passphrase_after(path: Path, old: str | None, new: str | None) -> str | None:
    """Which of the two opens it; it holds everything, and what was left aside is gone."""
    try:
        library, found = Library.open(path, who="Ann", passphrase=old), old
    except LibraryError:
        library, found = Library.open(path, who="Ann", passphrase=new), new
    with library:
        assert library.engagement(small().id) == small()
    assert read_in(path.parent) == ([] if found else [path.name])
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    return found
