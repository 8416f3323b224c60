"""When the disk, the file or another program stands in the way: said at once, nothing lost, saved once it can be."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from library_samples import picture, small
from ordinary_person import in_a_child

from models.engagement.edit import Edit
from models.engagement.library_entry import Steps
from models.storage import (
    Library,
    LibraryFullError,
    LibraryLockedError,
    LibraryReadOnlyError,
    LibraryVanishedError,
    LibraryWriteError,
)
from models.values.sentence import act_called

ONE = small().id
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def note(text: str) -> Edit:
    return Edit(act_called("Type"), ONE, put=(replace(small().current.notes[0], text=text),), typing="note")


def text(library: Library) -> str:
    return library.engagement(ONE).current.notes[0].text


@pytest.fixture
def filled(library: Library) -> Library:
    library.add(small(), act_called("Add"))
    library.save(note("before"))
    return library


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine can reach."""
    folder = Path(tempfile.mkdtemp(prefix="clearway-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_a_full_database_refuses_the_edit_and_takes_it_once_there_is_room(filled: Library) -> None:
    pages = filled._database.execute("PRAGMA page_count").fetchone()[0]
    filled._database.execute(f"PRAGMA max_page_count={pages}")
    long = "word " * 50_000
    with pytest.raises(LibraryFullError, match="full"):
        filled.save(note(long))
    assert text(filled) == "before"
    assert filled.check() == []
    filled._database.execute("PRAGMA max_page_count=1000000")
    filled.save(note(long))
    assert text(filled) == long
    assert filled.undo(ONE) == act_called("Type")
    assert text(filled) == small().current.notes[0].text, "the burst that the full disk broke into is still one step"


@needs_fork
def test_a_disk_that_takes_no_more_refuses_the_edit_and_takes_it_once_it_can(path: Path) -> None:
    import resource  # Windows has none

    def act() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with Library.open(path, who="Ann") as library:
            library.add(small(), act_called("Add"))
            size = Path(f"{path}-wal").stat().st_size
            resource.setrlimit(resource.RLIMIT_FSIZE, (size + 6000, resource.RLIM_INFINITY))
            with pytest.raises(LibraryWriteError):
                library.save(note("word " * 20_000))
            assert library.engagement(ONE) == small()
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            library.save(note("after"))
        with Library.open(path, who="Ann") as library:
            assert text(library) == "after"
            assert library.check() == []

    in_a_child(act)


@pytest.mark.skipif(os.name != "posix", reason="Windows does not let go of an open file")
@pytest.mark.parametrize("loss", ["moved", "deleted", "replaced", "log deleted", "folder moved"])
def test_a_file_that_is_gone_or_replaced_refuses_every_write(loss: str, filled: Library, path: Path) -> None:
    aside = path.with_name("aside")
    if loss == "moved":
        path.rename(aside)
    elif loss == "deleted":
        path.unlink()
    elif loss == "replaced":
        shutil.copy(path, aside)
        aside.replace(path)
    elif loss == "log deleted":
        Path(f"{path}-wal").unlink()
    else:
        path.parent.rename(path.parent.with_name("elsewhere"))
    with pytest.raises(LibraryVanishedError, match="moved, deleted or replaced"):
        filled.save(note("lost"))
    for write in (
        lambda: filled.undo(ONE),
        lambda: filled.add(small("two"), act_called("Add")),
        lambda: filled.keep_asset(picture()),
    ):
        with pytest.raises(LibraryWriteError):
            write()
    assert text(filled) == "before"
    assert filled.steps(ONE).undo == act_called("Type")


@pytest.mark.skipif(os.name != "posix", reason="Windows does not let go of an open file")
def test_a_file_that_comes_back_takes_the_edit(filled: Library, path: Path) -> None:
    path.rename(path.with_name("aside"))
    with pytest.raises(LibraryVanishedError):
        filled.save(note("after"))
    path.with_name("aside").rename(path)
    filled.save(note("after"))
    assert text(filled) == "after"


def test_a_second_instance_is_told_at_once(filled: Library, path: Path) -> None:
    for read_only in (False, True):
        start = time.monotonic()
        with pytest.raises(LibraryLockedError, match="another window"):
            Library.open(path, who="Ben", read_only=read_only)
        assert time.monotonic() - start < 3
    filled.save(note("after"))
    assert text(filled) == "after"


def test_a_second_process_is_told_and_may_open_after_the_first_has_closed(filled: Library, path: Path) -> None:
    other = [
        sys.executable,
        "-c",
        f"from models.storage import Library; Library.open(__import__('pathlib').Path({str(path)!r}), who='Ben')",
    ]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    refused = subprocess.run(other, env=environment, capture_output=True, text=True, check=False)
    assert "LibraryLockedError" in refused.stderr
    filled.close()
    assert subprocess.run(other, env=environment, capture_output=True, text=True, check=False).stderr == ""


def test_a_library_that_was_just_opened_and_not_yet_written_is_locked_too(library: Library, path: Path) -> None:
    library.close()
    with Library.open(path, who="Ann"), pytest.raises(LibraryLockedError):
        Library.open(path, who="Ben")


def test_another_program_that_reads_or_writes_the_file_is_waited_for_and_named(filled: Library, path: Path) -> None:
    filled.close()
    program = f"import sqlite3; c = sqlite3.connect({str(path)!r}); c.execute('SELECT * FROM note').fetchone(); "
    # In a process of its own: two copies of SQLite in one process do not see each other's locks.
    with subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"{program} c.execute('BEGIN'); c.execute('SELECT * FROM note').fetchone(); input('ready')",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout
        assert other.stdout.read(5) == b"ready"
        with pytest.raises(LibraryLockedError):
            Library.open(path, who="Ben")
        other.communicate(b"\n")
    with Library.open(path, who="Ben") as library:
        assert text(library) == "before"


@needs_fork
def test_the_lock_of_a_crashed_instance_is_no_hindrance(path: Path) -> None:
    def crash() -> None:
        library = Library.open(path, who="Ann")
        library.add(small(), act_called("Add"))
        library.save(note("before"))
        os._exit(0)

    in_a_child(crash)
    assert Path(f"{path}-wal").stat().st_size > 0
    with Library.open(path, who="Ann") as library:
        assert text(library) == "before"
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@needs_fork
def test_a_library_behind_a_link_is_guarded_and_recovered_like_any_other(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.clearway"
    link.parent.mkdir()
    link.symlink_to(path)

    def crash() -> None:
        library = Library.open(link, who="Ann")
        library.add(small(), act_called("Add"))
        library.save(note("before"))
        os._exit(0)

    in_a_child(crash)
    with Library.open(link, who="Ann", read_only=True) as library:
        assert text(library) == "before"
    with Library.open(link, who="Ann") as library:
        Path(f"{path}-wal").unlink()
        with pytest.raises(LibraryVanishedError):
            library.save(note("lost"))


@needs_fork
@pytest.mark.parametrize("kept", ["file", "folder"])
def test_a_read_only_file_or_folder_is_named_and_can_still_be_read(kept: str, open_folder: Path) -> None:
    path = open_folder / "library.clearway"
    with Library.open(path, who="Ann") as library:
        library.add(small(), act_called("Add"))
    path.chmod(0o444 if kept == "file" else 0o666)
    open_folder.chmod(0o777 if kept == "file" else 0o555)

    def act() -> None:
        with pytest.raises(LibraryReadOnlyError, match="can be read but not changed"):
            Library.open(path, who="Ben")
        with Library.open(path, who="Ben", read_only=True) as library:
            assert library.engagement(ONE) == small()

    in_a_child(act, as_nobody=True)
    assert sorted(file.name for file in open_folder.iterdir()) == ["library.clearway"]


@needs_fork
def test_a_new_library_in_a_read_only_folder_is_refused(open_folder: Path) -> None:
    open_folder.chmod(0o555)

    def act() -> None:
        with pytest.raises(LibraryReadOnlyError):
            Library.open(open_folder / "library.clearway", who="Ben")

    in_a_child(act, as_nobody=True)


@needs_fork
def test_a_file_that_may_not_be_read_is_refused(open_folder: Path) -> None:
    path = open_folder / "library.clearway"
    with Library.open(path, who="Ann") as library:
        library.add(small(), act_called("Add"))
    path.chmod(0)
    assert stat.S_IMODE(path.stat().st_mode) == 0

    def act() -> None:
        with pytest.raises(LibraryReadOnlyError):
            Library.open(path, who="Ben")

    in_a_child(act, as_nobody=True)


def test_a_database_that_the_driver_calls_read_only_refuses_the_edit(filled: Library) -> None:
    filled._database.execute("PRAGMA query_only=ON")
    with pytest.raises(LibraryWriteError):
        filled.save(note("after"))
    filled._database.execute("PRAGMA query_only=OFF")
    filled.save(note("after"))
    assert text(filled) == "after"


def test_a_failed_save_leaves_the_burst_of_typing_what_it_was(filled: Library) -> None:
    filled._database.execute("PRAGMA query_only=ON")
    with pytest.raises(LibraryWriteError):
        filled.save(note("lost"))
    filled._database.execute("PRAGMA query_only=OFF")
    filled.save(note("after"))
    filled.undo(ONE)
    assert text(filled) == small().current.notes[0].text
    assert filled.steps(ONE) == Steps(undo=None, redo=act_called("Type"))


def test_every_commit_is_synced_and_no_other_program_is_let_in(library: Library) -> None:
    wanted = {
        "synchronous": 2,
        "journal_mode": "wal",
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
    }
    assert {name: library._database.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
