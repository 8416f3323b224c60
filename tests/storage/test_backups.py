"""Backups: which are kept, what counts as one, and that restoring one loses nothing."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from library_samples import complete, rating, small, tables_of
from sqlcipher3 import dbapi2 as sqlcipher

from models.engagement.edit import Edit
from models.storage import BackupError, BackupPlaceError, Library, UnsoundCopyError
from models.storage.backups.kept import Backup, Backups, surplus
from models.storage.backups.restoring import restore
from models.values.sentence import act_called

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
RESTORES = """
import sys
from pathlib import Path

from models.storage.backups.restoring import restore

restore(*map(Path, sys.argv[1:]))
"""


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def is_private(file: Path) -> bool:
    """Whether only its owner may read it, where files have modes that say so."""
    return os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o600


def write(library: Library, number: int) -> None:
    record = rating("round-one-1", f"sign{number % 20}", reason=f"{number} " + "because " * 400)
    library.save(Edit(act_called("Rate"), small().id, (record,)))


@pytest.fixture
def filled(library: Library) -> Library:
    library.add(small(), act_called("Add"))
    return library


@pytest.fixture
def backups(path: Path) -> Backups:
    return Backups(path)


def test_of_a_year_of_days_seven_days_four_weeks_and_twelve_months_are_kept() -> None:
    made = [Backup(Path(f"{day}"), NOON - timedelta(days=day), "") for day in range(500)]
    kept = [backup for backup in made if backup not in surplus(made)]

    assert [backup.path.name for backup in kept[:7]] == [str(day) for day in range(7)]
    assert {backup.when.isocalendar()[:2] for backup in kept} >= {
        made[7 * week].when.isocalendar()[:2] for week in range(4)
    }
    months = {(backup.when.year, backup.when.month) for backup in kept}
    assert len(months) == 12
    assert (2025, 12) in months
    assert (2025, 11) not in months
    assert len(kept) <= 7 + 4 + 12


def test_days_with_gaps_count_as_days_on_which_there_was_one() -> None:
    made = [Backup(Path(f"{n}"), NOON - timedelta(days=40 * n), "") for n in range(9)]
    assert surplus(made) == []


def test_one_is_due_with_the_first_edit_of_a_day_and_at_closing_what_came_since(
    filled: Library, backups: Backups
) -> None:
    assert backups.due(filled.copying(), closing=False)
    made = backups.keep(filled.copying())
    assert not backups.due(filled.copying(), closing=False)
    old = made.path.with_name(made.path.name.replace(f"{made.when:%Y%m%d}", f"{made.when - timedelta(days=2):%Y%m%d}"))
    made.path.rename(old)
    assert backups.due(filled.copying(), closing=False), "the newest is of another day"
    assert backups.due(filled.copying(), closing=True)
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    old.rename(old.with_name(f"library-{tomorrow:%Y%m%dT%H%M%SZ}.clearway"))
    assert not backups.due(filled.copying(), closing=True), "nothing was done since"


def test_an_empty_library_needs_none(library: Library, backups: Backups) -> None:
    assert not backups.due(library.copying(), closing=True)


def test_the_second_of_a_day_takes_the_place_of_the_first_and_no_other_file_is_touched(
    filled: Library, backups: Backups
) -> None:
    first = backups.keep(filled.copying())
    moved = first.path.with_name(first.path.name.replace(f"{first.when:%H%M%S}", "000000"))
    first.path.rename(moved)
    others = [
        "library-2-20250101T000000Z.clearway",
        "mine.clearway",
        "library-schema-8-20200101T000000000000Z.clearway",
    ]
    for name in others:
        (moved.parent / name).touch()
    write(filled, 1)
    second = backups.keep(filled.copying())
    assert names(moved.parent) == sorted([second.path.name, *others])


def test_a_backup_is_whole_private_and_equal_to_the_library(filled: Library, path: Path, backups: Backups) -> None:
    filled.add(complete(), act_called("Add"))
    made = backups.keep(filled.copying())
    filled.close()
    assert tables_of(made.path) == tables_of(path)
    assert is_private(made.path)
    assert made.sound()
    assert made.holds(complete().id)
    assert not made.holds("nobody")
    assert backups.all() == [made]


def test_a_library_that_grows_while_it_is_copied_is_copied_as_it_stands_in_the_end(
    filled: Library, path: Path, backups: Backups
) -> None:
    for number in range(60):
        filled.add(small(f"{number}"), act_called("Add"))
    steps, grown = threading.Semaphore(0), threading.Semaphore(0)
    made: list[Backup] = []

    def between() -> None:
        steps.release()
        grown.acquire(timeout=5)

    copying = filled.copying()
    thread = threading.Thread(target=lambda: made.append(backups.keep(copying, between)))
    thread.start()
    written = 0
    while thread.is_alive():
        if steps.acquire(timeout=0.01):
            if written < 400:
                write(filled, written)
                written += 1
            grown.release()
    thread.join()
    assert written > 3
    assert made[0].sound()
    filled.close()
    with closing(sqlcipher.connect(str(made[0].path))) as copy, closing(sqlcipher.connect(str(path))) as whole:
        held, all_ = (c.execute("SELECT id, seal FROM batch ORDER BY id").fetchall() for c in (copy, whole))
    assert held == all_[: len(held)]
    assert len(held) > 61, "what was written while it was copied is missing"


def test_a_copy_that_is_broken_off_leaves_nothing_and_counts_for_nothing(filled: Library, backups: Backups) -> None:
    for steps in range(8):
        left = iter(range(steps))

        def stop(left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise InterruptedError("enough")

        with pytest.raises(InterruptedError):
            backups.keep(filled.copying(), stop)
        assert names(backups.folder) == []
        assert backups.all() == []


def test_what_an_end_in_the_middle_left_is_cleared_away_and_never_listed(filled: Library, backups: Backups) -> None:
    backups.folder.mkdir()
    half = backups.folder / "library-20260101T000000Z.clearway.part"
    half.write_bytes(b"SQLite format 3\0")
    assert backups.all() == []
    made = backups.keep(filled.copying())
    assert names(backups.folder) == [made.path.name]


def test_a_damaged_library_makes_no_backup_and_the_one_before_stays(
    filled: Library, path: Path, backups: Backups, opened: Callable[[], Library]
) -> None:
    made = backups.keep(filled.copying())
    filled.close()
    with closing(sqlcipher.connect(str(path), isolation_level=None)) as connection:
        connection.execute("UPDATE note SET text = 'Somebody else wrote this.'")
    again = opened()
    with pytest.raises(BackupError):
        backups.keep(again.copying())
    assert names(backups.folder) == [made.path.name]


def test_a_chosen_folder_gets_a_folder_of_the_library_in_it_and_a_missing_one_is_not_made(
    filled: Library, backups: Backups, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    with pytest.raises(BackupPlaceError):
        backups.choose(disk)
    disk.mkdir()
    backups.choose(disk)
    made = backups.keep(filled.copying())
    assert made.path.parent.parent == disk
    (settings,) = tmp_path.glob("*.json")
    assert json.loads(settings.read_text()) == {"folder": str(disk)}
    assert is_private(settings)
    disk.rename(tmp_path / "unplugged")
    with pytest.raises(BackupPlaceError, match="there is no such folder"):
        backups.keep(filled.copying())
    assert not disk.exists()
    backups.choose(None)
    assert backups.folder == backups.beside


def test_restoring_keeps_what_was_there_and_gives_the_library_a_name_of_its_own(
    filled: Library, path: Path, backups: Backups
) -> None:
    made = backups.keep(filled.copying())
    write(filled, 1)
    after = filled.engagement(small().id)
    filled.close()
    before = made.path.read_bytes()
    kept = restore(path, made.path)

    assert kept is not None
    assert kept in {backup.path for backup in backups.all()}
    with Library.open(path, who="Ann") as library, Library.open(kept, who="Ann") as other:
        assert library.engagement(small().id) == small()
        assert other.engagement(small().id) == after
        assert library.check() == other.check() == []
    with closing(sqlcipher.connect(str(path))) as one, closing(sqlcipher.connect(str(kept))) as two:
        assert one.execute("SELECT id FROM library").fetchone() != two.execute("SELECT id FROM library").fetchone()
    assert made.path.read_bytes() == before
    assert names(path.parent) == ["backups", "library.clearway"]


@pytest.mark.parametrize("damage", ["header", "middle", "foreign log", "gone", "empty"])
def test_a_library_that_cannot_be_opened_is_kept_as_it_is_and_a_backup_takes_its_place(
    filled: Library, path: Path, backups: Backups, damage: str
) -> None:
    made = backups.keep(filled.copying())
    filled.close()
    log = Path(f"{path}-wal")
    match damage:
        case "header":
            path.write_bytes(b"not SQLite at all" * 100)
        case "middle":
            data = bytearray(path.read_bytes())
            data[5000:60000] = os.urandom(55000)
            path.write_bytes(data)
        case "foreign log":
            other = path.with_name("other.clearway")
            open_one = Library.open(other, who="Ben")
            open_one.add(small("two"), act_called("Add"))
            log.write_bytes(Path(f"{other}-wal").read_bytes())
            open_one.close()
        case "gone":
            path.unlink()
        case _:
            path.write_bytes(b"")
    was = path.read_bytes() if path.exists() else None
    was_log = log.read_bytes() if log.exists() else None
    kept = restore(path, made.path)

    assert (kept.read_bytes() if kept else None) == was
    if was_log is not None:
        assert kept is not None
        assert Path(f"{kept}-wal").read_bytes() == was_log
    with Library.open(path, who="Ann") as library:
        assert library.engagement(small().id) == small()
        assert library.check() == []


def test_what_is_no_sound_library_is_refused_and_nothing_is_touched(
    filled: Library, path: Path, backups: Backups, tmp_path: Path
) -> None:
    made = backups.keep(filled.copying())
    filled.close()
    before = path.read_bytes()
    with closing(sqlcipher.connect(str(made.path), isolation_level=None)) as connection:
        connection.execute("UPDATE note SET text = 'Somebody else wrote this.'")
    assert not made.sound()
    empty, folder = tmp_path / "empty.clearway", tmp_path / "folder"
    empty.touch()
    folder.mkdir()
    for source in (made.path, empty, folder, path, tmp_path / "none"):
        with pytest.raises(UnsoundCopyError, match="nothing was restored"):
            restore(path, source)
    (tmp_path / "text").write_text("text")
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.restored*"))


def test_a_library_that_is_open_elsewhere_is_not_replaced(filled: Library, path: Path, backups: Backups) -> None:
    made = backups.keep(filled.copying())
    other = subprocess.run([sys.executable, "-c", RESTORES, path, made.path], cwd=ROOT, capture_output=True, text=True)
    assert "LibraryLockedError" in other.stderr
    write(filled, 1)
    assert filled.check() == []


def test_a_backup_of_a_backup_of_an_older_form_is_restored_and_migrated(path: Path, backups: Backups) -> None:
    stored = Path(__file__).parent / "libraries" / "schema_5.clearway"
    restore(path, stored)
    with Library.open(path, who="Ann") as library:
        assert library.check() == []
    assert [backup.why for backup in backups.all()] == ["schema-5"]
