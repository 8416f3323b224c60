"""The acts on one engagement as they can be shared: those that were made here, and those that were taken in.

What was seen when an act was made here is all that stands before it; no key press has to write it down.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from models.engagement.changes import Added, Change, Changed
from models.engagement.declared import DECLARED
from models.engagement.engagement import Assessment, Client, Pilot, Record
from models.hashes import sha256
from models.sharing.act import SharedAct
from models.sharing.known import Known
from models.sharing.state import State
from models.sharing.whole import Records, records_of
from models.storage.cells import utc_text
from models.storage.database import Database
from models.storage.errors import EngagementMissingError
from models.storage.log.cells import change_of, value_of
from models.storage.log.seals import SEALED, changes_of, check_batch
from models.storage.log.steps import MERGE
from models.storage.rows import exists, read_engagement
from models.storage.shared.lines import line_of
from models.storage.shared.taken import TAKEN, taken_act
from models.values.sought import the_first

OF_CLIENT = "@client"
"""What the name of an act ends in where it is of another engagement."""
_BY_PILOT = "SELECT batch FROM change WHERE tbl = 'pilot' AND row = ?"
_BY_CLIENT = "SELECT batch FROM change WHERE tbl = 'client' AND row = ?"
_OF_CLIENT_OF = "(SELECT client_id FROM pilot WHERE id = :id)"
_NEWEST = f"""SELECT gid || ' ' || stamp FROM batch WHERE id = (SELECT max(n) FROM (
    SELECT max(id) AS n FROM batch WHERE scope = :id
    UNION ALL SELECT max(batch) FROM change WHERE tbl = 'pilot' AND row = :id
    UNION ALL SELECT max(batch) FROM change WHERE tbl = 'client' AND row = {_OF_CLIENT_OF}
    UNION ALL SELECT max(c.batch) FROM pilot p JOIN change c ON c.tbl = 'pilot' AND c.row = p.id
        WHERE p.client_id = {_OF_CLIENT_OF}
    UNION ALL SELECT max(t.batch) FROM pilot p JOIN taken t ON t.scope = p.id WHERE p.client_id = {_OF_CLIENT_OF}))"""


def newest_on(database: Database, engagement_id: str) -> str:
    """What changes with every act that `acts_on` would find anew, without reading them."""
    row = database.execute(_NEWEST, {"id": engagement_id}).fetchone()
    return str(row[0]) if row else ""


def acts_on(database: Database, engagement_id: str, client: str = "") -> list[SharedAct]:
    """Every act on the engagement, in the order in which they came here. Raises UnreadableRowError.

    `client` is the id of its client, where the engagement is not in the library.
    """
    return _Reading(database, engagement_id, client).acts()


def records_here(database: Database, engagement_id: str) -> Records:
    """The engagement's records as they stand; empty where it is not in the library."""
    try:
        return records_of(read_engagement(database, engagement_id))
    except EngagementMissingError:
        return {}


class _Reading:
    """One look through the log for one engagement."""

    def __init__(self, database: Database, engagement_id: str, client: str) -> None:
        self._database, self._id = database, engagement_id
        self._here = records_here(database, engagement_id)
        self._client = next((key[1] for key in self._here if key[0] is Client), client) or self._client_of_log()
        siblings = database.execute("SELECT id FROM pilot WHERE client_id = ?", (self._client,)).fetchall()
        self._siblings = {pilot for (pilot,) in siblings} - {engagement_id}
        self._rounds = {key[1] for key in self._here if key[0] is Assessment}
        self._heads: set[str] = set()
        self._found: list[SharedAct] = []
        self._applied: set[str] = set()
        self._waiting: list[SharedAct] = []

    def acts(self) -> list[SharedAct]:
        """See `acts_on`."""
        taken = self._taken()
        for number, scope, cells in self._batches():
            if cells[1] == MERGE:  # it goes nowhere itself: everybody works it out for themselves
                for act in taken.pop(number, ()):
                    self._arrives(act)
                continue
            _, kind, _, _, label, who, device, at, gid, stamp = cells
            changes = self._changes(number, scope)
            if changes:
                act = SharedAct(
                    gid=_name(gid, changes), stamp=stamp, seen=tuple(sorted(self._heads)), kind=kind, label=label,
                    who=who, device=device, at=at, changes=changes,
                )  # fmt: skip
                self._found.append(act)
                self._apply(act)
        return [*self._what_the_log_lacks(), *self._found]

    def _batches(self) -> Iterator[tuple[int, str, tuple[Any, ...]]]:
        numbers = {n for (n,) in self._database.execute("SELECT id FROM batch WHERE scope = ?", (self._id,))}
        numbers |= {n for (n,) in self._database.execute(_BY_PILOT, (self._id,))}
        numbers |= {n for (n,) in self._database.execute(_BY_CLIENT, (self._client,))}
        for pilot in self._siblings:
            numbers |= {n for (n,) in self._database.execute(_BY_PILOT, (pilot,))}
            merges = "SELECT DISTINCT batch FROM taken WHERE scope = ?"
            numbers |= {n for (n,) in self._database.execute(merges, (pilot,))}
        select = f"SELECT id, scope, seal, {SEALED} FROM batch WHERE id = ?"
        for number in sorted(numbers):
            row = self._database.execute(select, (number,)).fetchone()
            if row is not None:
                check_batch(row[2], row[3:])
                yield row[0], row[1], row[3:]

    def _client_of_log(self) -> str:
        """The client of an engagement that the library has let go."""
        for (number,) in self._database.execute(_BY_PILOT, (self._id,)).fetchall():
            for line in changes_of(self._database, number):
                if line[0] == "pilot" and line[2] in "id" and line[1] == self._id:
                    return str(value_of(line[5] or line[4])["client_id"])
        return ""

    def _changes(self, number: int, scope: str) -> tuple[Change, ...]:
        """What a batch changed in this engagement. That it left the library is no part of its history."""
        lines = changes_of(self._database, number)
        gone = any(line[:3] == ("pilot", self._id, "d") for line in lines)
        changes = (change_of(*line) for line in lines if not (gone and line[2] == "d"))
        return tuple(change for change in changes if self._is_ours(change, scope))

    def _is_ours(self, change: Change, scope: str) -> bool:
        if isinstance(change, Changed):
            own = (change.kind is Pilot and change.id == self._id) or (
                change.kind is Client and change.id == self._client
            )
            return own or (scope == self._id and change.kind is not Client)
        record = change.record
        if isinstance(record, Client):
            return record.id == self._client
        if isinstance(record, Assessment) and record.engagement_id == self._id:
            self._rounds.add(record.id)
        if DECLARED[type(record)].in_round:
            return getattr(record, "assessment_id", "") in self._rounds
        return getattr(record, "engagement_id", record.id) == self._id

    def _taken(self) -> dict[int, list[SharedAct]]:
        """By the batch with which they came; of other engagements of the client, what concerns the client."""
        found = defaultdict[int, list[SharedAct]](list)
        for scope in (self._id, *sorted(self._siblings)):
            select = f"SELECT seal, {TAKEN} FROM taken WHERE scope = ? ORDER BY id"
            for row in self._database.execute(select, (scope,)).fetchall():
                number, act = taken_act(row)
                if scope != self._id:
                    changes = tuple(c for c in act.changes if self._is_ours(c, scope))
                    act = replace(act, gid=_name(act.gid, changes), seen=(), changes=changes)
                if act.changes:
                    found[number].append(act)
        return found

    def _arrives(self, act: SharedAct) -> None:
        """It is seen by what is made here afterwards once all that it had seen is here."""
        self._found.append(act)
        self._waiting.append(act)
        while ready := [a for a in self._waiting if self._applied.issuperset(a.seen)]:
            self._waiting = [a for a in self._waiting if a not in ready]
            for one in ready:
                self._apply(one)

    def _apply(self, act: SharedAct) -> None:
        self._heads = {gid for gid in self._heads if gid not in act.seen} | {act.gid}
        self._applied.add(act.gid)

    def _what_the_log_lacks(self) -> Iterator[SharedAct]:
        """Records whose beginning is not in the log, such as a client's that came with a deleted engagement."""
        known = State(Known(self._found)).records
        lacking: list[Change] = [Added(record) for key, record in self._here.items() if key not in known]
        if not lacking:
            return
        pilot = the_first(r for r in self._here.values() if isinstance(r, Pilot))
        name = sha256(json.dumps([line_of(change) for change in lacking]).encode())[:32]
        created = utc_text(pilot.created)
        yield SharedAct(gid=name, stamp=f"{created} -", at=created, changes=tuple(lacking))


def _name(gid: str, changes: Sequence[Change]) -> str:
    """Of an act on another engagement of the client only what it did to the client belongs here: it is not that act."""
    only = all((c.kind if isinstance(c, Changed) else type(c.record)) is Client for c in changes)
    return f"{gid.removesuffix(OF_CLIENT)}{OF_CLIENT}" if only else gid


def belongs_elsewhere(database: Database, records: Mapping[Any, Record], before: Mapping[Any, Record]) -> bool:
    """Whether one of these, new to its engagement, stands in the library already: then it is another's."""
    new = (record for key, record in records.items() if key not in before and not isinstance(record, Client))
    return any(exists(database, type(record), record.id) for record in new)
