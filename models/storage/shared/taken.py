"""Acts of others as the library keeps them: as they were made, beside the log, which says what they changed here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.sharing.act import SharedAct
from models.storage.cells import storable
from models.storage.database import Database
from models.storage.errors import UnreadableRowError
from models.storage.shared.lines import packed, unpacked
from models.storage.sums import row_sum

TAKEN = "batch, scope, kind, label, who, device, at, gid, stamp, seen, changes"


def taken_with(database: Database, scope: str, batch: int) -> list[SharedAct]:
    """The acts that came with a batch. Raises UnreadableRowError."""
    select = f"SELECT seal, {TAKEN} FROM taken WHERE scope = ? AND batch = ?"
    return [taken_act(row)[1] for row in database.execute(select, (storable(scope), batch)).fetchall()]


def taken_act(row: Iterable[Any]) -> tuple[int, SharedAct]:
    """The act in a row of `taken`, with its batch. Raises UnreadableRowError."""
    seal, *cells = row
    if seal != seal_of(cells):
        raise UnreadableRowError("taken")
    number, _, kind, label, who, device, at, gid, stamp, seen, changes = cells
    act = SharedAct(
        gid=gid, stamp=stamp, seen=tuple(seen.split()), kind=kind, label=label, who=who, device=device, at=at,
        changes=unpacked(changes),
    )  # fmt: skip
    return number, act


def keep_taken(database: Database, batch: int, scope: str, acts: Iterable[SharedAct]) -> None:
    """Keeps acts of others, which came with that batch."""
    insert = f"INSERT INTO taken ({TAKEN}, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    for act in acts:
        told = (act.kind, act.label, act.who, act.device, act.at, act.gid, act.stamp, " ".join(act.seen))
        cells = (batch, scope, *told, packed(act.changes))
        database.execute(insert, (*cells, seal_of(cells)))


def seal_of(cells: Iterable[Any]) -> str:
    """Of the columns `TAKEN`: what reads otherwise has been damaged."""
    return f"{row_sum('taken', tuple(cells)):032x}"
