"""Records written to and read from the tables, with no more work than the edit needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from sqlite_utils import Database

from models.engagement.edit import InRound
from models.engagement.engagement import (
    Action,
    Assessment,
    Asset,
    Brand,
    Client,
    Dependency,
    Engagement,
    Note,
    Pilot,
    Rating,
    Record,
    Round,
    Stakeholder,
)
from models.engagement.judgements import Judgement
from models.engagement.outbox import Dispatch
from models.engagement.registers import Gate, RegisterCell, RegisterEntry
from models.engagement.workshop import AgendaBox, Ballot, Vote
from models.storage.errors import UnreadableRowError
from models.storage.records import TABLES, AnyRecord, quoted, read_record, storable

OfRound = TypeVar("OfRound", bound=InRound)


def put(database: Database, record: Record) -> bool:
    """Adds the record, or updates those of its cells that differ. Returns whether it was added."""
    table = TABLES[type(record)]
    row = table.row(record)
    known = database.execute(f"{table.select} WHERE t.id = ?", (row[0],)).fetchone()
    if known is None:
        insert(database, record)
        return True
    differing = [(name, cell) for name, cell, old in zip(table.names, row, known, strict=True) if cell != old]
    if differing:
        assignments = ", ".join(f"{quoted(name)} = ?" for name, _ in differing)
        cells = [cell for _, cell in differing]
        database.execute(f"UPDATE {quoted(table.name)} SET {assignments} WHERE id = ?", (*cells, row[0]))
    return False


def insert(database: Database, record: Record) -> None:
    """Adds the record. Raises the driver's IntegrityError when there is one with its id."""
    table = TABLES[type(record)]
    columns = ", ".join(map(quoted, table.names))
    places = ", ".join("?" * len(table.names))
    database.execute(f"INSERT INTO {quoted(table.name)} ({columns}) VALUES ({places})", table.row(record))


def remove(database: Database, record: Record) -> None:
    """Deletes the record and all that it owns; nothing happens when it is not there."""
    database.execute(f"DELETE FROM {quoted(TABLES[type(record)].name)} WHERE id = ?", (storable(record.id),))


def exists(database: Database, kind: type[Record], record_id: str) -> bool:
    """Whether a record of that type and id is in the library."""
    select = f"SELECT 1 FROM {quoted(TABLES[kind].name)} WHERE id = ?"
    return database.execute(select, (storable(record_id),)).fetchone() is not None


def records_of(engagement: Engagement) -> Iterable[Record]:
    """Every record of the aggregate but its client, owners before what they own."""
    yield engagement.pilot
    yield engagement.brand
    yield from engagement.stakeholders
    for round_ in engagement.rounds:
        yield round_.assessment
        yield from round_.ratings.values()
        yield from round_.ballots.values()
        yield from round_.votes.values()
        yield from round_.agenda
        yield from round_.notes
        yield from round_.actions
        yield from round_.dependencies.values()
        yield from round_.judgements.values()
        yield from round_.entries
        yield from round_.cells.values()
        yield from round_.gates.values()
    yield from engagement.outbox


def read_engagement(database: Database, engagement_id: str) -> Engagement | None:
    """The whole engagement, or None if there is none of that id. Raises UnreadableRowError."""
    pilot = _read(database, Pilot, "WHERE t.id = ?", engagement_id)
    if not pilot:
        return None
    client = _read(database, Client, "WHERE t.id = ?", pilot[0].client_id)
    brand = _read(database, Brand, "WHERE t.id = ?", engagement_id)
    if not client or not brand:
        raise UnreadableRowError(engagement_id)
    return Engagement(
        client=client[0],
        pilot=pilot[0],
        brand=brand[0],
        stakeholders=_read(database, Stakeholder, "WHERE t.engagement_id = ? ORDER BY t.position, t.id", engagement_id),
        rounds=_read_rounds(database, engagement_id),
        assets=_read_assets(database, brand[0]),
        outbox=_read(database, Dispatch, "WHERE t.engagement_id = ? ORDER BY t.prepared_at, t.id", engagement_id),
    )


def _read(database: Database, kind: type[AnyRecord], where: str, value: str) -> tuple[AnyRecord, ...]:
    rows = database.execute(f"{TABLES[kind].select} {where}", (value,))
    return tuple(read_record(kind, row) for row in rows)


def _read_rounds(database: Database, engagement_id: str) -> tuple[Round, ...]:
    assessments = _read(database, Assessment, "WHERE t.engagement_id = ? ORDER BY t.number, t.id", engagement_id)
    of_engagement = "JOIN assessment ON assessment.id = t.assessment_id WHERE assessment.engagement_id = ?"
    placed = f"{of_engagement} ORDER BY t.position, t.id"

    def by_round(kind: type[OfRound], where: str) -> dict[str, list[OfRound]]:
        found = defaultdict[str, list[OfRound]](list)
        for record in _read(database, kind, where, engagement_id):
            found[record.assessment_id].append(record)
        return found

    ratings, ballots = by_round(Rating, of_engagement), by_round(Ballot, of_engagement)
    votes, agenda = by_round(Vote, of_engagement), by_round(AgendaBox, placed)
    notes, actions = by_round(Note, placed), by_round(Action, placed)
    judgements, dependencies = by_round(Judgement, of_engagement), by_round(Dependency, of_engagement)
    entries, cells = by_round(RegisterEntry, placed), by_round(RegisterCell, of_engagement)
    gates = by_round(Gate, of_engagement)
    return tuple(
        Round(
            a,
            ratings={r.sign_id: r for r in ratings[a.id]},
            notes=tuple(notes[a.id]),
            actions=tuple(actions[a.id]),
            ballots={b.id: b for b in ballots[a.id]},
            votes={v.id: v for v in votes[a.id]},
            agenda=tuple(agenda[a.id]),
            judgements={j.point_id: j for j in judgements[a.id]},
            dependencies={d.id: d for d in dependencies[a.id]},
            entries=tuple(entries[a.id]),
            cells={c.id: c for c in cells[a.id]},
            gates={g.phase_id: g for g in gates[a.id]},
        )
        for a in assessments
    )


def _read_assets(database: Database, brand: Brand) -> dict[str, Asset]:
    found = (read_asset(database, key) for key in {brand.practice_logo, brand.client_logo} - {""})
    return {asset.id: asset for asset in found if asset}


def read_asset(database: Database, asset_id: str) -> Asset | None:
    """The file with that id, or None."""
    select = "SELECT id, name, media_type, data FROM asset WHERE id = ?"
    row = database.execute(select, (asset_id,)).fetchone()
    return Asset(id=row[0], name=row[1], media_type=row[2], data=row[3]) if row else None


def keep_asset(database: Database, asset: Asset) -> None:
    """Adds the file unless the library has it."""
    cells = (asset.id, storable(asset.name), storable(asset.media_type), asset.data)
    database.execute("INSERT OR IGNORE INTO asset (id, name, media_type, data) VALUES (?, ?, ?, ?)", cells)
