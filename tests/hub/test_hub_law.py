"""What each may do with plain SQL in hand, as somebody who knows the schema and has no Clearway in between."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from psycopg import errors

from models.sharing.told import digest_of
from tests.hub.postgres import Server

ANN, BEN, EVE = "a" * 32, "b" * 32, "e" * 32
"""The identities of their libraries."""
LATE = "2026-01-02T03:04:05.000000+00:00"
INSERT = "INSERT INTO clearway.act (engagement, gid, stamp, seen, body) VALUES ('one', %s, %s, %s, %s)"
Ask = Callable[..., list[Any]]


@pytest.fixture
def ask(server: Server, database: str) -> Iterator[Ask]:
    """One statement as a person, who has logged in once."""
    connections: dict[str, psycopg.Connection[Any]] = {}

    def asked(role: str, statement: str, *values: object) -> list[Any]:
        if role not in connections:
            connections[role] = server.connect(role, database)
        cursor = connections[role].execute(statement.encode(), values)
        return cursor.fetchall() if cursor.description else []

    yield asked
    for connection in connections.values():
        connection.close()


@pytest.fixture(autouse=True)
def _shared(ask: Ask) -> None:
    """Ann leads, Ben is a member, Eve a reader of “one”; Dan is in another, Zoe is nobody here."""
    ask("ann", "SELECT clearway.share('one')")
    ask("ann", "INSERT INTO clearway.member (engagement, role, part) VALUES ('one', 'ben', 'member')")
    ask("ann", "INSERT INTO clearway.member (engagement, role, part) VALUES ('one', 'eve', 'reader')")
    ask("dan", "SELECT clearway.share('two')")
    for role, maker in (("ann", ANN), ("ben", BEN), ("eve", EVE)):
        ask(role, "INSERT INTO clearway.maker (id) VALUES (%s)", maker)
    write(ask, "ann", "1", ANN)


def write(ask: Ask, role: str, gid: str, maker: str, seen: tuple[str, ...] = (), at: str = LATE) -> None:
    ask(role, INSERT, gid * 32, f"{at} {maker}", [one * 32 for one in seen], zlib.compress(b"{}"))


TABLES = ("engagement", "member", "act", "asset", "needs", "standing")


@pytest.mark.parametrize("table", TABLES)
def test_who_is_in_nothing_sees_nothing(ask: Ask, table: str) -> None:
    own = "WHERE id = 'one'" if table == "engagement" else "WHERE engagement = 'one'"
    assert ask("dan", f"SELECT * FROM clearway.{table} {own}") == []
    with pytest.raises(errors.InsufficientPrivilege):
        ask("zoe", f"SELECT * FROM clearway.{table}")


def test_members_list_is_for_those_who_are_in_it(ask: Ask) -> None:
    members = "SELECT role::text, part FROM clearway.member ORDER BY role"
    of_one = [("ann", "lead"), ("ben", "member"), ("eve", "reader")]
    for role in ("ann", "ben", "eve"):
        assert ask(role, members) == of_one
    assert ask("dan", members) == [("dan", "lead")]
    assert ask("dan", "SELECT clearway.part_in('one')") == [(None,)]


def test_lead_and_member_write_and_a_reader_does_not(ask: Ask) -> None:
    write(ask, "ben", "2", BEN, seen=("1",))
    with pytest.raises(errors.InsufficientPrivilege):
        write(ask, "eve", "3", EVE)
    with pytest.raises(errors.InsufficientPrivilege):
        write(ask, "dan", "3", "c" * 32)
    told = "SELECT number, substr(gid, 1, 1), signed::text FROM clearway.act ORDER BY number"
    assert ask("eve", told) == [(1, "1", "ann"), (2, "2", "ben")]


def test_nobody_signs_with_anothers_name(ask: Ask) -> None:
    signing = (
        "INSERT INTO clearway.act (engagement, gid, stamp, seen, body, signed) VALUES ('one', %s, %s, '{}', '', 'ann')"
    )
    for role in ("ann", "ben"):
        with pytest.raises(errors.InsufficientPrivilege):
            ask(role, signing, "4" * 32, f"{LATE} {BEN}")
    with pytest.raises(errors.InsufficientPrivilege):
        ask("ben", "INSERT INTO clearway.maker (id, role) VALUES (%s, 'ann')", "9" * 32)
    with pytest.raises(errors.UniqueViolation):
        ask("ben", "INSERT INTO clearway.maker (id) VALUES (%s)", ANN)
    with pytest.raises(errors.InsufficientPrivilege):
        write(ask, "ben", "4", ANN)  # as if Ann's library had made it
    write(ask, "ann", "5", BEN)  # a lead may, and it says who she is
    assert ask("ben", "SELECT signed::text FROM clearway.act WHERE gid = %s", "5" * 32) == [("ann",)]


def test_logging_in_as_one_and_turning_into_another_signs_as_the_one(server: Server, ask: Ask) -> None:
    server.sql("GRANT ann TO ben")
    try:
        ask("ben", "SET ROLE ann")
        assert ask("ben", "SELECT clearway.part_in('one')") == [("member",)]
        write(ask, "ben", "6", BEN)
        with pytest.raises(errors.InsufficientPrivilege):
            ask("ben", "INSERT INTO clearway.member (engagement, role, part) VALUES ('one', 'dan', 'lead')")
        assert ask("ann", "SELECT signed::text FROM clearway.act WHERE gid = %s", "6" * 32) == [("ben",)]
    finally:
        server.sql("REVOKE ann FROM ben")


@pytest.mark.parametrize("role", ["ben", "eve", "dan"])
def test_nobody_raises_their_own_part(ask: Ask, role: str) -> None:
    before = ask("ann", "SELECT role::text, part FROM clearway.member ORDER BY role")
    ask(role, "UPDATE clearway.member SET part = 'lead' WHERE engagement = 'one'")
    ask(role, "DELETE FROM clearway.member WHERE role = 'ann'")
    for statement in (
        (
            f"INSERT INTO clearway.member (engagement, role, part) VALUES ('one', '{role}', 'lead') "
            "ON CONFLICT (engagement, role) DO UPDATE SET part = 'lead'"
        ),
        "INSERT INTO clearway.member (engagement, role, part) VALUES ('one', 'owner', 'reader')",
        "UPDATE clearway.member SET role = 'ben'",
        "SELECT clearway.unshare('one')",
        "SELECT clearway.remove_person('ann', 'ben')",
        "ALTER TABLE clearway.act DISABLE ROW LEVEL SECURITY",
        "CREATE FUNCTION clearway.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "TRUNCATE clearway.act",
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            ask(role, statement)
    assert ask("ann", "SELECT role::text, part FROM clearway.member ORDER BY role") == before


@pytest.mark.parametrize("role", ["ann", "ben", "eve"])
def test_what_was_done_stays_as_it_was_done(ask: Ask, role: str) -> None:
    for statement in (
        "UPDATE clearway.act SET body = ''",
        "DELETE FROM clearway.act",
        "UPDATE clearway.engagement SET digest = 0",
        "INSERT INTO clearway.engagement (id) VALUES ('three')",
        "UPDATE clearway.asset SET data = ''",
        "UPDATE clearway.pack SET text = ''",
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            ask(role, statement)


def test_an_act_takes_no_others_name_and_comes_after_what_it_had_seen(ask: Ask) -> None:
    write(ask, "ann", "1", ANN)  # once more: it stays as it is
    assert ask("ann", "SELECT count(*) FROM clearway.act") == [(1,)]
    with pytest.raises(errors.Error) as taken:
        write(ask, "ben", "1", BEN, at="2027-01-02T03:04:05.000000+00:00")
    assert taken.value.sqlstate == "CW004"
    with pytest.raises(errors.Error) as gap:
        write(ask, "ben", "7", BEN, seen=("8",))
    assert gap.value.sqlstate == "CW005"
    with pytest.raises(errors.CheckViolation):
        write(ask, "ben", "7", BEN, at="9999-01-02T03:04:05.000000+00:00")


def test_of_a_burst_of_typing_that_went_on_the_latest_stands(ask: Ask) -> None:
    ask("ann", INSERT, "1" * 32, f"2027-01-02T03:04:05.000000+00:00 {ANN}", [], b"later")
    assert ask("eve", "SELECT number, body FROM clearway.act") == [(2, b"later")]
    (counted,) = ask("eve", "SELECT acts, digest, newest FROM clearway.engagement")
    assert counted == (1, digest_of({"1" * 32: f"2027-01-02T03:04:05.000000+00:00 {ANN}"}), 2)


def test_what_was_taken_off_stays_off_but_for_its_lead(ask: Ask) -> None:
    ask("ann", "SELECT clearway.unshare('one')")
    assert ask("ben", "SELECT id FROM clearway.engagement") == []
    for role in ("ben", "eve", "dan"):
        with pytest.raises(errors.Error):
            write(ask, role, "1", "b" * 32)
        with pytest.raises(errors.Error):
            ask(role, "SELECT clearway.share('one')")
    with pytest.raises(errors.Error) as over:
        write(ask, "ann", "1", ANN)
    assert over.value.sqlstate == "CW003"
    ask("ann", "SELECT clearway.share('one')")
    write(ask, "ann", "1", ANN)


def test_who_is_put_out_is_out_at_once(ask: Ask) -> None:
    assert ask("ben", "SELECT count(*) FROM clearway.act") == [(1,)]
    ask("ann", "DELETE FROM clearway.member WHERE role = 'ben'")
    assert ask("ben", "SELECT count(*) FROM clearway.act") == [(0,)]
    with pytest.raises(errors.InsufficientPrivilege):
        write(ask, "ben", "2", BEN)


def test_there_is_a_lead_always(ask: Ask, server: Server) -> None:
    for statement in (
        "DELETE FROM clearway.member WHERE role = 'ann'",
        "UPDATE clearway.member SET part = 'member' WHERE role = 'ann'",
    ):
        with pytest.raises(errors.Error) as last:
            ask("ann", statement)
        assert last.value.sqlstate == "CW002"
    server.sql("SELECT clearway.remove_person('ann', 'ben')")
    assert ask("ben", "SELECT role::text, part FROM clearway.member ORDER BY role") == [
        ("ben", "lead"),
        ("eve", "reader"),
    ]


def test_only_people_of_the_hub_are_let_in(ask: Ask) -> None:
    for name in ("zoe", "nobody_at_all"):
        with pytest.raises(errors.Error) as unknown:
            ask("ann", f"INSERT INTO clearway.member (engagement, role, part) VALUES ('one', '{name}', 'reader')")
        assert unknown.value.sqlstate == "CW001"


def test_when_somebody_was_here_is_told_to_those_who_share_something(ask: Ask) -> None:
    for role in ("ben", "dan"):
        ask(role, "INSERT INTO clearway.met (at, program) VALUES (now(), 'x')")
    assert ask("ann", "SELECT role::text FROM clearway.met") == [("ben",)]
    ask("ann", "UPDATE clearway.met SET program = 'y'")
    assert ask("ben", "SELECT program FROM clearway.met") == [("x",)]


def test_files_are_what_their_names_say(ask: Ask) -> None:
    insert = "INSERT INTO clearway.asset (engagement, id, name, media_type, data) VALUES ('one', %s, 'n', 'm', %s)"
    with pytest.raises(errors.CheckViolation):
        ask("ben", insert, "0" * 64, b"other")
    with pytest.raises(errors.InsufficientPrivilege):
        ask("eve", insert, "0" * 64, b"other")
