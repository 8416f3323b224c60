"""The library with the rules that files have on Windows: what is open there stays where it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from library_samples import complete, small, tables_of

from models.storage import BackupError, Library, LibraryError
from models.storage.backups import copying
from models.storage.backups.kept import Backups
from models.storage.backups.restoring import restore
from models.storage.lock import relock
from models.storage.lock.relock import change_passphrase
from models.values import files
from models.values.files import FileInUseError, PathTooLongError, put_away, write_whole
from models.values.sentence import act_called
from tests.windows_rules import keep_windows_rules

PASSPHRASE = "kiln ferry harbour salt"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells what is open")


@pytest.fixture(autouse=True)
def _as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_windows_rules(monkeypatch, files, relock, copying)


@pytest.fixture
def kept(path: Path) -> Path:
    """A library with a backup."""
    with Library.open(path, who="Ann") as library:
        library.add(complete(), act_called("Add"))
        Backups(path).keep(library.copying())
    return path


def test_the_rules_are_those_of_windows(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.touch()
    with file.open("rb"):
        for act in (file.unlink, lambda: file.rename(tmp_path / "other"), lambda: (tmp_path / "new").replace(file)):
            with pytest.raises(PermissionError):
                act()
    file.unlink()


def test_a_passphrase_is_set_changed_and_removed_and_all_is_kept(kept: Path) -> None:
    before = tables_of(kept)
    change_passphrase(kept, None, PASSPHRASE)
    change_passphrase(kept, PASSPHRASE, "another ferry")
    change_passphrase(kept, "another ferry", None)
    assert tables_of(kept) == before
    assert [name.name for name in kept.parent.iterdir() if "library" not in name.name] == ["backups"]


def test_a_backup_is_put_in_the_place_of_the_library_and_never_under_one_that_is_open(kept: Path) -> None:
    (backup,) = Backups(kept).all()
    with Library.open(kept, who="Ann") as library:
        library.add(small("two"), act_called("Add"))
        with pytest.raises(LibraryError):
            restore(kept, backup.path)
        assert len(library.ids_beginning("")) == 2
    aside = restore(kept, backup.path)
    with Library.open(kept, who="Ann") as library:
        assert len(library.ids_beginning("")) == 1
    assert aside is not None
    assert aside.is_file()


def test_a_backup_that_somebody_reads_is_not_replaced_and_it_is_told(kept: Path) -> None:
    (backup,) = Backups(kept).all()
    with backup.path.open("rb") as reader, Library.open(kept, who="Ann") as library:
        with pytest.raises(BackupError):
            library.backup(backup.path)
        assert len(reader.read()) == backup.path.stat().st_size


def test_what_is_read_elsewhere_is_overwritten_at_least_and_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    write_whole(file, b"of before")
    with file.open("rb") as reader:
        with pytest.raises(FileInUseError):
            write_whole(file, b"new")
        assert file.read_bytes() == b"of before"
        put_away(file)
        assert not reader.read().strip(b"\0")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_path_that_is_too_long_is_told_with_a_place_that_is_not(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*(100 * "x" for _ in range(3)))
    folder.mkdir(parents=True)
    with pytest.raises(PathTooLongError) as caught:
        write_whole(folder / "plan.pdf", b"new")
    assert str(len(str(folder / "plan.pdf"))) in str(caught.value)
    assert caught.value.other == Path.home() / "plan.pdf"
    with pytest.raises(PathTooLongError):
        write_whole(tmp_path / f"{300 * 'n'}.pdf", b"new")
    assert list(folder.iterdir()) == []
