"""What goes into a library comes out of it as it was."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from library_samples import complete, picture, replayed, small, tables_of
from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database

from models.engagement.copying import fresh_copy
from models.engagement.edit import Edit
from models.engagement.engagement import Action, Note, Record, Round
from models.engagement.workshop import AgendaBox, Ballot
from models.storage import (
    EngagementExistsError,
    EngagementMissingError,
    Library,
    MethodChangedError,
    StepNotPossibleError,
)
from models.storage.database import Database as StoredIn
from models.storage.records import TABLES
from models.storage.rows import records_of
from models.values.sentence import act_called
from models.values.terms import Answer

KINDS: list[type[Record]] = list(TABLES)


def bare_workshop(current: Round) -> tuple[Record, ...]:
    """The ballots, votes, boxes, actions and rows of a round with their ids, and little else."""
    ballots = (Ballot(id=b.id, assessment_id=b.assessment_id, sign_id="other") for b in current.ballots.values())
    votes = (replace(v, stakeholder_id="other", answer=Answer.NOT_KNOWN) for v in current.votes.values())
    boxes = (AgendaBox(id=b.id, assessment_id=b.assessment_id) for b in current.agenda)
    actions = (Action(id=a.id, assessment_id=a.assessment_id) for a in current.actions)
    entries = (replace(e, register_id="other") for e in current.entries)
    return (*ballots, *votes, *boxes, *actions, *entries)


def test_a_whole_engagement_comes_back_as_it_was_after_a_restart(
    library: Library, opened: Callable[[], Library]
) -> None:
    library.add(complete(), act_called("Add"))
    assert opened().engagement(complete().id) == complete()


def test_the_statements_of_an_act_are_read_once_in_a_library_that_was_just_made(library: Library) -> None:
    read: list[object] = []
    connection = library._database.conn
    connection.set_authorizer(lambda *asked: read.append(asked) or sqlcipher.SQLITE_OK)
    for _ in range(2):
        library.add(fresh_copy(complete()), act_called("Add"))
    read.clear()

    library.add(fresh_copy(complete()), act_called("Add"))

    assert read == []


def test_statements_that_are_done_once_are_all_done_or_none() -> None:
    with closing(sqlcipher.connect(":memory:", isolation_level=None)) as connection:
        database = StoredIn(connection)
        with pytest.raises(sqlcipher.OperationalError):
            database.do_once(("CREATE TABLE one (x)", "CREATE TABLE one (x)"))
        assert not connection.in_transaction
        database.do_once(("CREATE TABLE one (x)", "CREATE TABLE other (x)"))
        assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (2,)


def test_statements_that_are_done_once_within_a_transaction_leave_it_open() -> None:
    with closing(sqlcipher.connect(":memory:", isolation_level=None)) as connection:
        database = StoredIn(connection)
        database.execute("BEGIN")
        database.do_once(("CREATE TABLE one (x)",))
        with pytest.raises(sqlcipher.OperationalError):
            database.do_once(("CREATE TABLE other (x)", "CREATE TABLE one (x)"))
        assert connection.in_transaction
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("one",)]
        database.execute("ROLLBACK")
        assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)


@pytest.mark.parametrize("kind", KINDS)
def test_the_sample_leaves_no_column_untried(kind: type[Record]) -> None:
    records = [r for r in (complete().client, *records_of(complete())) if isinstance(r, kind)]
    for field in dataclasses.fields(kind):
        values = {getattr(r, field.name) for r in records}
        has_default = field.default is not dataclasses.MISSING
        assert not has_default or values - {field.default}, f"{kind.__name__}.{field.name} only holds its default"


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_of_every_record_can_be_edited(kind: type[Record], library: Library) -> None:
    plain, full = small("complete", rounds=2), complete()
    library.add(plain, act_called("Add"))
    library.save(Edit(act_called("Vote"), full.id, put=bare_workshop(full.current)))
    records = tuple(r for r in (full.client, *records_of(full)) if isinstance(r, kind))
    library.save(Edit(act_called("Edit"), full.id, put=records))
    stored = library.engagement(full.id)
    for record in records:
        assert record in {r for r in (stored.client, *records_of(stored)) if isinstance(r, kind)}


def test_only_the_cells_that_differ_are_written(library: Library, path: Path) -> None:
    library.add(small(), act_called("Add"))
    statements: list[str] = []
    library._database.conn.set_trace_callback(statements.append)
    library.save(Edit(act_called("Rename"), small().id, put=(replace(small().pilot, name="Other"),)))
    library._database.conn.set_trace_callback(None)
    # SQLite names the statement again with each trigger that it sets off.
    assert {sql for sql in statements if sql.startswith('UPDATE "pilot"')} == {
        """UPDATE "pilot" SET "name" = 'Other' WHERE "id" = 'pilot-one'"""
    }
    library.close()
    with closing(sqlcipher.connect(str(path))) as connection:
        log = connection.execute("SELECT tbl, row, op, col, old, new FROM change WHERE op = 'u'").fetchall()
    assert log == [("pilot", "pilot-one", "u", "name", '"Pilot one"', '"Other"')]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nul\0inside",
        "\0",
        "x" * 20_000,
        "W" * 300,
        "<b>&amp;</b>",
        "=1+1",
        "\u202eعربى 中文 😀\u2028",
        "e\u0301",
        "\ufeff",
    ],
)
def test_a_text_is_kept_as_typed_through_undo_and_redo(
    text: str, library: Library, opened: Callable[[], Library]
) -> None:
    library.add(small(), act_called("Add"))
    before = library.engagement(small().id)
    note = replace(small().current.notes[0], text=text)
    library.save(Edit(act_called("Type"), small().id, put=(note,)))
    assert opened().engagement(small().id).current.notes == (note,)
    library = opened()
    library.undo(small().id)
    assert library.engagement(small().id) == before
    library.redo(small().id)
    assert library.engagement(small().id).current.notes == (note,)
    library.save(Edit(act_called("Remove"), small().id, remove=(note,)))
    library.undo(small().id)
    assert library.engagement(small().id).current.notes == (note,)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("a\ud800b", "a\ufffdb"), ("\udfff", "\ufffd"), ("\ud83d\ude00", "😀"), ("\ufeffé\udc80", "\ufeffé\ufffd")],
)
def test_a_lone_surrogate_is_kept_as_a_replacement_character(typed: str, kept: str, library: Library) -> None:
    library.add(small(), act_called("Add \ud800"))
    note = replace(small().current.notes[0], text=typed)
    library.save(Edit(act_called(f"Type {typed}"), small().id, put=(note,)))
    assert library.engagement(small().id).current.notes[0].text == kept
    assert library.steps(small().id).undo == act_called(f"Type {kept}")
    assert library.entries("\ud800") == library.entries("")


def test_times_come_back_in_utc(library: Library) -> None:
    there = datetime(2025, 6, 1, 12, tzinfo=timezone(timedelta(hours=9)))
    engagement = replace(small(), pilot=replace(small().pilot, created=there))
    library.add(engagement, act_called("Add"))
    created = library.engagement(small().id).pilot.created
    assert created == there
    assert created.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(library: Library) -> None:
    engagement = replace(small(), pilot=replace(small().pilot, created=datetime(2025, 6, 1)))
    with pytest.raises(ValueError, match="no time zone"):
        library.add(engagement, act_called("Add"))
    assert library.entries() == []


def test_records_of_one_edit_may_come_in_any_order(library: Library) -> None:
    library.add(small(), act_called("Add"))
    other = small("other").current
    assessment = replace(other.assessment, engagement_id=small().id, number=2)
    library.save(Edit(act_called("New round"), small().id, put=(*other.ratings.values(), *other.notes, assessment)))
    assert library.engagement(small().id).current == replace(other, assessment=assessment)


def test_a_record_without_its_owner_is_refused_and_nothing_is_written(library: Library) -> None:
    library.add(small(), act_called("Add"))
    note = Note(assessment_id="gone", text="lost")
    with pytest.raises(StepNotPossibleError, match="“Note” is not possible"):
        library.save(Edit(act_called("Note"), small().id, put=(replace(small().pilot, name="Other"), note)))
    assert library.engagement(small().id) == small()
    assert library.steps(small().id).undo is None


def test_adding_the_same_engagement_twice_is_refused(library: Library) -> None:
    library.add(small(), act_called("Add"))
    with pytest.raises(EngagementExistsError, match="Pilot one"):
        library.add(small(), act_called("Add"))
    assert len(library.history("")) == 1


def test_an_engagement_never_takes_rows_from_another(library: Library) -> None:
    library.add(small(), act_called("Add"))
    thief = replace(small("two"), stakeholders=(replace(small().stakeholders[0], engagement_id="pilot-two"),))
    with pytest.raises(EngagementExistsError):
        library.add(thief, act_called("Import"))
    assert library.engagement(small().id) == small()
    assert library.count() == 1


def test_a_client_that_is_known_is_shared_and_left_as_it_is(library: Library) -> None:
    library.add(small(), act_called("Add"))
    renamed = replace(small().client, name="Imported name")
    library.add(small("two", client=renamed), act_called("Import"))
    assert library.engagement("pilot-two").client == small().client
    library.undo("")
    assert library.engagement(small().id) == small()


def test_a_missing_engagement_is_named(library: Library) -> None:
    with pytest.raises(EngagementMissingError, match="“nobody”"):
        library.engagement("nobody")
    with pytest.raises(KeyError):
        library.engagement("nobody")


def test_a_picture_is_kept_once_and_belongs_to_no_undo(library: Library) -> None:
    library.add(small(), act_called("Add"))
    library.keep_asset(picture())
    library.keep_asset(replace(picture(), name="other name"))
    brand = replace(small().brand, practice_logo=picture().id)
    library.save(Edit(act_called("Brand"), small().id, put=(brand,)))
    assert library.engagement(small().id).assets == {picture().id: picture()}
    library.undo(small().id)
    library.redo(small().id)
    assert library.engagement(small().id).assets == {picture().id: picture()}


def test_a_picture_under_a_false_id_is_refused(library: Library) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        library.keep_asset(replace(picture(), id="0" * 64))


def test_content_packs_are_kept_and_the_last_one_is_current(library: Library, opened: Callable[[], Library]) -> None:
    assert library.current_method() is None
    assert library.method_text("a@1") is None
    library.keep_method("a@1", "first")
    library.keep_method("a@2", "second")
    assert opened().current_method() == "a@2"
    library = opened()
    library.keep_method("a@1", "first")
    assert library.current_method() == "a@1"
    assert library.method_keys() == ["a@1", "a@2"]
    assert library.method_text("a@2") == "second"


def test_a_content_pack_cannot_change_under_finished_work(library: Library) -> None:
    library.keep_method("a@1", "first")
    with pytest.raises(MethodChangedError, match="a@1"):
        library.keep_method("a@1", "changed")
    assert library.method_text("a@1") == "first"


def test_replaying_the_history_gives_the_tables(library: Library, path: Path) -> None:
    library.add(complete(), act_called("Add"))
    library.add(small(), act_called("Add"))
    library.save(Edit(act_called("Remove"), complete().id, remove=(complete().current.assessment,)))
    library.undo(complete().id)
    library.undo("")
    library.close()
    assert replayed(path) == tables_of(path)


def test_every_table_has_the_columns_of_its_record(library: Library) -> None:
    for table in TABLES.values():
        columns = Database(library._database.conn)[table.name].columns
        assert {column.name for column in columns} == set(table.key.columns_of(table.names))
        assert {c.name for c in columns if not c.notnull} == {c.name for c in table.columns if c.optional}


def test_a_cell_is_kept_under_no_other_id_than_its_own(library: Library) -> None:
    library.add(complete(), act_called("Add"))
    cell = next(iter(complete().current.cells.values()))
    with pytest.raises(ValueError, match="not made of"):
        library.save(Edit(act_called("Type"), complete().id, put=(replace(cell, id="another"),)))
    assert library.engagement(complete().id) == complete()
