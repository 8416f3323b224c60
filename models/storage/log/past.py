"""What was done, read in pieces, and an engagement as it stood: worked out from the log backwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from models.engagement.assembling import assembled
from models.engagement.changes import Change, kind_of
from models.engagement.engagement import Brand, Client, Engagement, Record
from models.engagement.library_entry import HistoryEntry
from models.storage import rows
from models.storage.cells import storable, utc_text
from models.storage.database import Database
from models.storage.errors import UnreadableRowError
from models.storage.log.cells import change_of, known_table, value_of
from models.storage.log.seals import SEALED, changes_of, check_batch
from models.storage.log.steps import MERGE
from models.storage.log.told import Line
from models.storage.records import TABLES
from models.storage.shared.taken import taken_with
from models.values.sentence import read_sentence
from models.values.sought import the_first

_KINDS = {table.name: table.record for table in TABLES.values()}
# A batch ends where the next one of any scope begins.
_END = """ifnull((SELECT next.first FROM batch AS next WHERE next.id > batch.id ORDER BY next.id LIMIT 1),
    (SELECT ifnull(max(id), 0) + 1 FROM change))"""
Rows = dict[tuple[str, str], dict[str, Any]]
"""Cells by column, by table and id."""


class Past:
    """The log as it is read. Every method raises UnreadableRowError for what is not as it was written."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self) -> HistoryEntry | None:
        """The last act of all on the disk."""
        last = self._database.execute("SELECT scope FROM batch WHERE kind <> ? ORDER BY id DESC LIMIT 1", (ERASED,))
        found = last.fetchone()
        return self.entries(found[0], 1)[0] if found else None

    def entries(self, scope: str, limit: int, before: int = 0) -> list[HistoryEntry]:
        """What was done in a scope, newest first, from the act before the one with the id `before` on."""
        select = f"SELECT id, seal, {SEALED}, {_END} FROM batch WHERE scope = ? {{}} ORDER BY id DESC LIMIT ?"
        where, values = ("AND id < ?", (before,)) if before else ("", ())
        found = self._database.execute(select.format(where), (storable(scope), *values, limit)).fetchall()
        entries = (self._entry(*row) for row in found)
        return [each for entry in entries for each in (entry, *self._taken(scope, entry))]

    def _taken(self, scope: str, merge: HistoryEntry) -> list[HistoryEntry]:
        """The acts of others that came with one, newest first; what they came to here is told of it."""
        if merge.kind != MERGE:
            return []
        found = sorted(taken_with(self._database, scope, merge.id), key=lambda act: act.stamp, reverse=True)
        return [
            replace(
                merge, label=act.said, who=act.who, device=act.device, when=moment_of(act.at), kind=act.kind,
                changes=len(act.changes), kinds=frozenset(map(kind_of, act.changes)),
            )
            for act in found
        ]  # fmt: skip

    def whole_acts(self, engagement_id: str) -> list[HistoryEntry]:
        """What was done with an engagement as a whole, in the library: how it came, whether it was archived."""
        select = f"""SELECT id, seal, {SEALED}, {_END} FROM batch WHERE scope = '' AND id IN
            (SELECT batch FROM change WHERE row = ?) ORDER BY id DESC"""
        return [self._entry(*row) for row in self._database.execute(select, (storable(engagement_id),)).fetchall()]

    def people(self, scope: str) -> dict[str, int]:
        """Who did how much in a scope, the busiest first."""
        select = """SELECT who, count(*) FROM (SELECT who FROM batch WHERE scope = ?1
            UNION ALL SELECT who FROM taken WHERE scope = ?1) GROUP BY who ORDER BY count(*) DESC, who"""
        return dict(self._database.execute(select, (storable(scope),)).fetchall())

    def changes(self, act: int) -> tuple[Change, ...]:
        """What an act changed, as the domain says it."""
        return tuple(change_of(*line) for line in changes_of(self._database, act))

    def changes_of(self, scope: str, *kinds: type[Record]) -> list[tuple[Change, ...]]:
        """What each act of the scope changed in records of these kinds, newest first."""
        acts = self._database.execute("SELECT id FROM batch WHERE scope = ? ORDER BY id DESC", (storable(scope),))
        found = (tuple(c for c in self.changes(act) if kind_of(c) in kinds) for (act,) in acts.fetchall())
        return [changes for changes in found if changes]

    def engagement_at(self, engagement_id: str, moment: datetime | int) -> Engagement | None:
        """The engagement as it stood at a time, or after the act of an id; None where it was not there yet.

        Raises EngagementMissingError, EngagementDamagedError.
        """
        engagement = rows.read_engagement(self._database, storable(engagement_id))
        held = _rows_of(engagement)
        for act in self._after(engagement, moment):
            for line in reversed(changes_of(self._database, act)):
                _take_back(held, line, engagement.client.id)
        if ("pilot", engagement.id) not in held:
            return None
        records = [_record(table, cells) for (table, _), cells in held.items()]
        brand = next((record for record in records if isinstance(record, Brand)), engagement.brand)
        return assembled(records, rows.read_assets(self._database, brand))

    def _after(self, engagement: Engagement, moment: datetime | int) -> Iterator[int]:
        """The ids of the acts that came later and may concern it, newest first."""
        first: Any = moment
        if isinstance(moment, datetime):
            (found,) = self._database.execute("SELECT min(id) FROM batch WHERE at > ?", (utc_text(moment),)).fetchone()
            if found is None:
                return
            first = found - 1
        # A client is several engagements' own, so it may have been changed in another one.
        select = """SELECT id FROM batch WHERE id > ?1 AND (scope = ?2 OR id IN
            (SELECT batch FROM change WHERE batch > ?1 AND row IN (?2, ?3))) ORDER BY id DESC"""
        values = (first, engagement.id, engagement.client.id)
        for (act,) in self._database.execute(select, values).fetchall():
            yield act

    def _entry(self, number: int, sealed: str, *cells: Any) -> HistoryEntry:
        """Of the columns `SEALED` and the place where its changes end."""
        *batch, end = cells
        check_batch(sealed, batch)
        _, kind, _, first, label, who, device, at, _, _ = batch
        tables = self._database.execute("SELECT DISTINCT tbl FROM change WHERE id >= ? AND id < ?", (first, end))
        return HistoryEntry(
            id=number,
            label=read_sentence(label),
            who=who,
            device=device,
            when=moment_of(at),
            kind=kind,
            changes=end - first,
            kinds=frozenset(_KINDS[name] for (name,) in tables if name in _KINDS),
        )


ERASED = "erased"
"""The kind and the scope of what is left of an act that was deleted for good: its place in the log."""


def _rows_of(engagement: Engagement) -> Rows:
    records: Sequence[Record] = (engagement.client, *rows.records_of(engagement))
    return {
        (table.name, record.id): dict(zip(table.names, table.row(record), strict=True))
        for record in records
        if (table := TABLES[type(record)])
    }


def _take_back(held: Rows, line: Line, client_id: str) -> None:
    """Makes one change of the log unmade; of other engagements and clients it says nothing here."""
    table, row, op, column, old, _ = line
    key = (table, row)
    if op == "i":
        held.pop(key, None)
    elif op == "u":
        if key in held and column is not None:
            known_table(table, {column})
            held[key][column] = value_of(old)
    elif table != TABLES[Client].name or row == client_id:
        cells = value_of(old)
        if not isinstance(cells, dict):
            raise UnreadableRowError(table)
        known_table(table, set(cells))
        held[key] = cells


def _record(table: str, cells: dict[str, Any]) -> Record:
    kept = the_first(t for t in TABLES.values() if t.name == table)
    try:
        return kept.record(**{c.name: c.from_cell(cells[c.name]) for c in kept.columns if c.name in cells})
    except (ValueError, ArithmeticError, TypeError) as error:
        raise UnreadableRowError(table) from error


def moment_of(text: str) -> datetime:
    """A time of the log."""
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise UnreadableRowError("batch") from error
