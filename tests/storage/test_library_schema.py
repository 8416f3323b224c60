"""Libraries of every version: the old ones open with all they hold, and a backup stands before anything is changed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from contextlib import closing
from dataclasses import replace
from functools import wraps
from pathlib import Path

import pytest
from library_samples import ballot, cast, complete, small, tables_of
from make_stored_library import LIBRARIES, make
from ordinary_person import in_a_child
from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database

from models.engagement.edit import Edit
from models.engagement.library_entry import Steps
from models.storage import BackupError, Library, LibraryNewerError, LibraryReadOnlyError, default_library_path, digests
from models.storage.schema import APPLICATION_ID, SCHEMA, Schema, Step, objects_in, sum_of
from models.values.sentence import act_called
from models.values.terms import Answer

VERSIONS = range(1, SCHEMA.version + 1)


def number(path: Path, pragma: str) -> int:
    with closing(sqlcipher.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
        return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def holds_what_was_stored(path: Path, version: int) -> None:
    """Every cell that a stored library of that version held, and no other row."""
    rows, now = json.loads((LIBRARIES / f"schema_{version}.json").read_text()), tables_of(path)
    assert {f"{table}/{row}" for table, row in now} == set(rows)
    for (table, row), cells in now.items():
        then = rows[f"{table}/{row}"]
        assert {name: cells[name] for name in then} == then


@pytest.mark.parametrize("version", VERSIONS)
def test_a_library_of_every_version_is_kept(version: int) -> None:
    stored = LIBRARIES / f"schema_{version}.clearway"
    assert stored.exists(), "run tests/storage/make_stored_library.py and commit what it makes"
    assert (number(stored, "user_version"), number(stored, "application_id")) == (version, APPLICATION_ID)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_library_of_every_version_opens_with_all_it_holds(version: int, path: Path) -> None:
    shutil.copy(LIBRARIES / f"schema_{version}.clearway", path)
    with Library.open(path, who="Ben") as library:
        assert library.check() == []
        assert library.method_keys() == ["clearway@1.1.0", "clearway@1.0.0"]
        assert library.method_text("clearway@1.0.0") == "title = 'first'"
        assert set(library.engagement(complete().id).assets) == set(complete().assets)
        assert [entry.id for entry in library.entries("one")] == [small().id]
        assert [entry.id for entry in library.entries("letters", archived=True)] == [complete().id]
        assert library.steps(small().id) == Steps(undo=None, redo=act_called("Rename"))
        assert [(e.who, e.device) for e in library.history(complete().id)] == [("Ann", "laptop")] * 2
        library.engagement(small().id)
    holds_what_was_stored(path, version)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_steps_of_a_library_of_every_version_can_be_undone(version: int, path: Path) -> None:
    shutil.copy(LIBRARIES / f"schema_{version}.clearway", path)
    with Library.open(path, who="Ben") as library:
        assert [str(library.undo(complete().id)) for _ in range(3)] == ["Remove note", "Rate", "None"]
        notes = {note.id for note in library.engagement(complete().id).current.notes}
        assert notes == {note.id for note in complete().current.notes}
        assert "new" not in library.engagement(complete().id).current.ratings
        assert library.redo(small().id) == act_called("Rename")
        assert [str(library.undo("")) for _ in range(3)] == ["Add two", "Add one", "None"]
        assert library.count() == library.count(archived=True) == 0
        assert library.redo("") == act_called("Add one")
        assert library.engagement(small().id).pilot.name == "Renamed"


def add_mood(database: Database) -> None:
    database.execute("ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT ''")


def rebuild(database: Database) -> None:
    database["pilot"].transform(defaults={"purpose": "nothing yet"})


TOMORROW = Schema((*SCHEMA.steps, add_mood, rebuild))


@pytest.fixture
def old(path: Path) -> Path:
    make(path)
    return path


def test_an_older_library_is_migrated_with_all_it_holds(old: Path) -> None:
    before = tables_of(old)
    with Library.open(old, who="Ben", schema=TOMORROW) as library:
        assert library.check() == []
        assert library.undo(complete().id) == act_called("Remove note")
        assert library.redo(complete().id) == act_called("Remove note")
        library.save(
            Edit(act_called("Round"), small().id, put=(replace(small().current.assessment, facilitator="Ben"),))
        )
        assert library.undo(small().id) == act_called("Round")
        assert Database(library._database.conn)["note"].columns_dict["mood"] is str
    assert number(old, "user_version") == SCHEMA.version + 2
    assert tables_of(old) == before
    with Library.open(old, who="Ben", schema=TOMORROW) as library:
        assert library.engagement(small().id) == small()


def test_a_backup_stands_before_a_migration_and_opens_in_the_version_before(old: Path) -> None:
    before = tables_of(old)
    with Library.open(old, who="Ben", schema=TOMORROW):
        pass
    (backup,) = (old.parent / "backups").iterdir()
    assert backup.name.startswith(f"library-schema-{SCHEMA.version}-")
    assert tables_of(backup) == before
    with Library.open(backup, who="Ben") as library:
        assert library.check() == []
        assert library.undo(complete().id) == act_called("Remove note")
    with pytest.raises(LibraryNewerError):
        Library.open(old, who="Ben")


def test_opening_without_a_migration_makes_no_backup(old: Path) -> None:
    with Library.open(old, who="Ben"):
        pass
    assert not (old.parent / "backups").exists()


def test_nothing_is_migrated_when_no_backup_can_be_made(old: Path) -> None:
    (old.parent / "backups").touch()
    before = old.read_bytes()
    with pytest.raises(BackupError):
        Library.open(old, who="Ben", schema=TOMORROW)
    assert old.read_bytes() == before


def test_an_older_library_cannot_be_read_only(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(LibraryReadOnlyError):
        Library.open(old, who="Ben", read_only=True, schema=TOMORROW)
    assert old.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_migration_that_is_killed_leaves_the_version_before(old: Path) -> None:
    before = tables_of(old)

    def killed(database: Database) -> None:
        database.execute("CREATE TABLE half AS SELECT * FROM note")
        os.kill(os.getpid(), signal.SIGKILL)

    in_a_child(lambda: Library.open(old, who="Ben", schema=Schema((*TOMORROW.steps, killed))).close())
    with Library.open(old, who="Ben") as library:
        assert library.check() == []
        assert library.engagement(small().id) == small()
    assert tables_of(old) == before
    with Library.open(old, who="Ben", schema=TOMORROW) as library:
        assert library.engagement(small().id) == small()


def test_a_migration_that_fails_leaves_the_version_before(old: Path) -> None:
    before = old.read_bytes()

    def fails(database: Database) -> None:
        database.execute("DELETE FROM note")
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        Library.open(old, who="Ben", schema=Schema((*TOMORROW.steps, fails)))
    with Library.open(old, who="Ben") as library:
        assert library.engagement(small().id) == small()
    assert old.read_bytes() == before


def test_a_migration_may_not_leave_rows_without_their_owner(old: Path) -> None:
    def orphans(database: Database) -> None:
        database.execute("DELETE FROM assessment")

    with pytest.raises(sqlcipher.IntegrityError, match="foreign key"):
        Library.open(old, who="Ben", schema=Schema((*SCHEMA.steps, orphans)))
    with Library.open(old, who="Ben") as library:
        assert library.engagement(small().id) == small()


def test_a_library_of_the_first_version_takes_votes(path: Path) -> None:
    shutil.copy(LIBRARIES / "schema_1.clearway", path)
    round_id = small().current.assessment.id
    counted = ballot(round_id, revealed=True, count_3=4)
    with Library.open(path, who="Ben") as library:
        before = library.engagement(small().id)
        assert not before.current.ballots
        library.save(Edit(act_called("Vote"), small().id, put=(counted, cast(counted, "ana", Answer.EARLY))))
        assert library.engagement(small().id).current.ballots == {counted.id: counted}
        assert library.undo(small().id) == act_called("Vote")
        assert library.engagement(small().id) == before
    holds_what_was_stored(path, 1)


def test_a_backup_of_the_first_version_stands_before_the_tables_of_the_second_are_made(path: Path) -> None:
    shutil.copy(LIBRARIES / "schema_1.clearway", path)
    with Library.open(path, who="Ben"):
        pass
    (backup,) = (path.parent / "backups").iterdir()
    assert backup.name.startswith("library-schema-1-")
    assert (number(backup, "user_version"), number(path, "user_version")) == (1, SCHEMA.version)
    with Library.open(backup, who="Ben") as library:
        assert library.check() == []
    holds_what_was_stored(backup, 1)


def killed(step: Step, after: int) -> Step:
    """The step, in a process that dies after that many of its statements."""

    @wraps(step)
    def dies(database: Database) -> None:
        left = [after]

        def trace(sql: str, parameters: object) -> None:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

        database._tracer = trace
        step(database)

    return dies


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("after", range(7))
def test_a_library_of_the_first_version_outlives_a_killed_migration_to_the_second(after: int, path: Path) -> None:
    shutil.copy(LIBRARIES / "schema_1.clearway", path)
    first, second, *_ = SCHEMA.steps
    in_a_child(lambda: Library.open(path, who="Ann", schema=Schema((first, killed(second, after)))).close())
    with Library.open(path, who="Ann") as library:
        assert library.check() == []
    versions = [number(backup, "user_version") for backup in (path.parent / "backups").iterdir()]
    assert versions == [1, 1], "the second opening found another version than the first"
    holds_what_was_stored(path, 1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("after", range(0, 52, 3))
def test_a_library_whose_making_was_killed_is_made_again(after: int, path: Path) -> None:
    first, *others = SCHEMA.steps
    in_a_child(lambda: Library.open(path, who="Ann", schema=Schema((killed(first, after), *others))).close())
    with Library.open(path, who="Ann") as library:
        library.add(small(), act_called("Add"))
        assert library.engagement(small().id) == small()


def test_a_backup_opens_and_equals_the_library(library: Library, tmp_path: Path) -> None:
    library.add(complete(), act_called("Add"))
    target = tmp_path / "else where" / "copy.clearway"
    library.backup(target)
    assert target.read_bytes()[18:20] == b"\1\1", "the copy would bring a write-ahead log along"
    library.save(Edit(act_called("Remove"), complete().id, remove=complete().current.notes))
    with Library.open(target, who="Ben") as copy:
        assert copy.engagement(complete().id) == complete()
        assert copy.steps("") == Steps(undo=act_called("Add"))
    library.backup(target)
    with Library.open(target, who="Ben") as copy:
        assert copy.steps(complete().id) == Steps(undo=act_called("Remove"))
    assert [file.name for file in target.parent.iterdir()] == ["copy.clearway"]
    assert library.engagement(complete().id).current.notes == ()


def test_a_backup_that_cannot_be_made_harms_nothing(library: Library, path: Path, tmp_path: Path) -> None:
    library.add(complete(), act_called("Add"))
    (tmp_path / "file").write_text("text")
    for target in (path, tmp_path / "file" / "copy.clearway", tmp_path):
        with pytest.raises(BackupError, match="No sound copy"):
            library.backup(target)
    library.save(Edit(act_called("Remove"), complete().id, remove=complete().current.notes))
    assert library.check() == []
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere no variable says where that is")
def test_the_library_lives_where_the_platform_keeps_such_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    path = default_library_path()
    assert path.name == "library.clearway"
    assert path.parent.name == "Clearway"
    assert not path.parent.exists()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_step_that_was_released_is_never_edited(version: int) -> None:
    stored = LIBRARIES / f"schema_{version}.clearway"
    with closing(sqlcipher.connect(f"{stored.as_uri()}?immutable=1", uri=True)) as connection:
        assert objects_in(Database(connection, execute_plugins=False)) == SCHEMA.objects(version)


def test_the_newest_schema_is_told_by_its_sum() -> None:
    """Else every opening would make the schema in memory to hold the file against it."""
    assert SCHEMA.newest == sum_of(SCHEMA.objects(SCHEMA.version))


def test_a_migration_that_is_cut_off_before_its_digests_is_made_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the file would be of the newest version, and every engagement in it would count as damaged."""
    shutil.copy(LIBRARIES / "schema_5.clearway", path)

    def cut_off(database: Database, damaged: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as unplugged:
        unplugged.setattr(digests, "rebuild", cut_off)
        with pytest.raises(KeyboardInterrupt):
            Library.open(path, who="Ann")
    with Library.open(path, who="Ann") as library:
        assert [library.engagement(one) for one in library.ids_beginning("")]
