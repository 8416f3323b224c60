"""Records written to and read from the tables, with no more work than the edit needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from models.engagement.changes import Added, Change, Changed, Removed
from models.engagement.declared import DECLARED, Declared, Shape, records
from models.engagement.engagement import Assessment, Asset, Brand, Client, Engagement, Pilot, Record, Round, Stakeholder
from models.engagement.outbox import Dispatch
from models.hashes import sha256
from models.storage.cells import quoted, storable
from models.storage.database import Database
from models.storage.digests import add_rows
from models.storage.errors import (
    EngagementDamagedError,
    EngagementExistsError,
    EngagementMissingError,
    UnreadableRowError,
)
from models.storage.records import TABLES, TOGETHER, AnyRecord, Cell, Column, Table, read_record
from models.storage.sums import fits
from models.values.sought import the_first


def put(database: Database, record: Record) -> bool:
    """Adds the record, or updates those of its cells that differ. Returns whether it was added."""
    table = TABLES[type(record)]
    row = table.row(record)
    found = table.key.values(str(row[0]))
    known = database.execute(f"{table.select} WHERE {table.key.found}", found).fetchone()
    if known is None:
        insert(database, record)
        return True
    differing = [(name, cell) for name, cell, old in zip(table.names, row, known, strict=True) if cell != old]
    if differing:
        assignments = ", ".join(f"{quoted(name)} = ?" for name, _ in differing)
        cells = [cell for _, cell in differing]
        database.execute(f"UPDATE {quoted(table.name)} SET {assignments} WHERE {table.key.found}", (*cells, *found))
    return False


def give(database: Database, table: Table, record_id: str, column: Column, value: Any) -> None:
    """Gives one cell a value, whatever it held."""
    name = quoted(column.name)
    update = f"UPDATE {quoted(table.name)} SET {name} = ? WHERE {table.key.found}"
    database.execute(update, (column.to_cell(value), *table.key.values(record_id)))


def change(database: Database, made: Change) -> bool:
    """Makes one change. False where it does not fit what stands in the library: nothing is changed then."""
    match made:
        case Added(record):
            insert(database, record)
        case Removed(record):
            remove(database, record)
        case Changed(kind, record_id, field, before, after):
            table = TABLES[kind]
            column = the_first(c for c in table.columns if c.name == field)
            name = quoted(field)
            update = f"UPDATE {quoted(table.name)} SET {name} = ? WHERE {table.key.found} AND {name} IS ?"
            cells = (column.to_cell(after), *table.key.values(storable(record_id)), column.to_cell(before))
            return database.execute(update, cells).rowcount > 0
    return True


def insert(database: Database, record: Record) -> None:
    """Adds the record. Raises the driver's IntegrityError when there is one with its id."""
    table = TABLES[type(record)]
    database.executemany(table.insert, table.key.stored([table.row(record)]))


def insert_whole(database: Database, engagement: Engagement) -> None:
    """Adds an engagement with its pictures; a client that is there already stays as it is.

    Raises EngagementExistsError.
    """
    for asset in engagement.assets.values():
        keep_asset(database, asset)
    if not exists(database, Client, engagement.client.id):
        insert(database, engagement.client)
    for kind, held in groupby(records_of(engagement), key=type):
        table = TABLES[kind]
        try:
            # In the order of their ids they are appended, where they would be sorted in one by one.
            _insert_all(database, table, table.key.stored(sorted(table.rows(held), key=itemgetter(0))))
        except sqlcipher.IntegrityError as error:
            if not str(error).startswith("UNIQUE constraint"):
                raise
            raise EngagementExistsError(name=engagement.pilot.name) from error


def _insert_all(database: Database, table: Table, rows: list[tuple[Cell, ...]]) -> None:
    whole = len(rows) - len(rows) % TOGETHER
    if whole:
        together = (tuple(chain.from_iterable(rows[n : n + TOGETHER])) for n in range(0, whole, TOGETHER))
        database.executemany(table.insert_together, together)
    database.executemany(table.insert, rows[whole:])


def remove(database: Database, record: Record) -> None:
    """Deletes the record and all that it owns; nothing happens when it is not there."""
    table = TABLES[type(record)]
    database.execute(f"DELETE FROM {quoted(table.name)} WHERE {table.key.found}", table.key.values(storable(record.id)))


def exists(database: Database, kind: type[Record], record_id: str) -> bool:
    """Whether a record of that type and id is in the library."""
    table = TABLES[kind]
    select = f"SELECT 1 FROM {quoted(table.name)} WHERE {table.key.found}"
    return database.execute(select, table.key.values(storable(record_id))).fetchone() is not None


def records_of(engagement: Engagement) -> Iterable[Record]:
    """Every record of the aggregate but its client, owners before what they own."""
    for declared in DECLARED.values():
        if declared.kind is not Client:
            yield from records(engagement, declared)


def read_engagement(database: Database, engagement_id: str) -> Engagement:
    """The whole engagement.

    Raises EngagementMissingError, UnreadableRowError, and EngagementDamagedError where what is read is not what was
    written.
    """
    sums: dict[str, int] = defaultdict(int)
    pilot = _read(database, Pilot, "WHERE t.id = ?", engagement_id, sums)
    if not pilot:
        raise EngagementMissingError(id=engagement_id)
    client = _read(database, Client, "WHERE t.id = ?", pilot[0].client_id, sums)
    brand = _read(database, Brand, "WHERE t.id = ?", engagement_id, sums)
    if not client or not brand:
        raise UnreadableRowError(engagement_id)
    of_engagement = "WHERE t.engagement_id = ? ORDER BY"
    found = Engagement(
        client=client[0],
        pilot=pilot[0],
        brand=brand[0],
        stakeholders=_read(database, Stakeholder, f"{of_engagement} t.position, t.id", engagement_id, sums),
        rounds=_read_rounds(database, engagement_id, sums),
        assets=read_assets(database, brand[0]),
        outbox=_read(database, Dispatch, f"{of_engagement} t.prepared_at, t.id", engagement_id, sums),
    )
    owners = (client[0].id, engagement_id, *(round_.assessment.id for round_ in found.rounds))
    if not fits(database, sums, owners):
        raise EngagementDamagedError(name=found.pilot.name, id=engagement_id)
    return found


def _read(
    database: Database, kind: type[AnyRecord], where: str, value: str, sums: dict[str, int]
) -> tuple[AnyRecord, ...]:
    table = TABLES[kind]
    rows = database.execute(f"{table.select} {where}", (value,)).fetchall()
    add_rows(sums, table, rows)
    return tuple(read_record(kind, row) for row in rows)


def _read_rounds(database: Database, engagement_id: str, sums: dict[str, int]) -> tuple[Round, ...]:
    where = "WHERE t.engagement_id = ? ORDER BY t.number, t.id"
    assessments = _read(database, Assessment, where, engagement_id, sums)
    parts: dict[str, dict[str, Any]] = {assessment.id: {} for assessment in assessments}
    for declared in DECLARED.values():
        if declared.in_round:
            for round_id, held in _read_part(database, declared, engagement_id, sums).items():
                parts.setdefault(round_id, {})[declared.place] = held
    return tuple(Round(assessment, **parts[assessment.id]) for assessment in assessments)


def _read_part(database: Database, declared: Declared, engagement_id: str, sums: dict[str, int]) -> dict[str, Any]:
    """The records of a kind by round, as a round holds them."""
    where = f"{TABLES[declared.kind].key.in_rounds} WHERE assessment.engagement_id = ?"
    if declared.shape is Shape.PLACED:
        where += f" ORDER BY t.{quoted(declared.by)}, t.id"
    found = defaultdict[str, list[Any]](list)
    for record in _read(database, declared.kind, where, engagement_id, sums):
        found[record.assessment_id].append(record)
    if declared.shape is Shape.PLACED:
        return {round_id: tuple(held) for round_id, held in found.items()}
    return {round_id: {getattr(r, declared.by): r for r in held} for round_id, held in found.items()}


def read_assets(database: Database, brand: Brand) -> dict[str, Asset]:
    """The pictures that a brand shows, as far as the library has them."""
    found = (read_asset(database, key) for key in {brand.practice_logo, brand.client_logo} - {""})
    return {asset.id: asset for asset in found if asset}


def read_asset(database: Database, asset_id: str) -> Asset | None:
    """The file with that id, or None."""
    select = "SELECT id, name, media_type, data FROM asset WHERE id = ?"
    row = database.execute(select, (asset_id,)).fetchone()
    if row and sha256(row[3]) != row[0]:
        raise UnreadableRowError("asset")
    return Asset(id=row[0], name=row[1], media_type=row[2], data=row[3]) if row else None


def keep_asset(database: Database, asset: Asset) -> None:
    """Adds the file unless the library has it. Raises ValueError unless its id is the SHA-256 of its bytes."""
    if asset.id != sha256(asset.data):
        raise ValueError(f"the id of the file {asset.name} is not the SHA-256 of its bytes")
    cells = (asset.id, storable(asset.name), storable(asset.media_type), asset.data)
    database.execute("INSERT OR IGNORE INTO asset (id, name, media_type, data) VALUES (?, ?, ?, ?)", cells)
