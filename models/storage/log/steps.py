"""What can be taken back and made again in a scope, worked out from its log; and one line of it taken back."""

from __future__ import annotations

from collections.abc import Iterator

from models.engagement.acts import Step
from models.engagement.changes import Change, inverse
from models.frozen import frozen
from models.sharing.back import Touched, taken_back
from models.storage.cells import quoted, storable
from models.storage.database import Database
from models.storage.errors import UnreadableRowError
from models.storage.log.cells import Kept, change_of, known_table, value_of
from models.storage.log.seals import SEALED, changes_of, check_batch
from models.values.sentence import Sentence, read_sentence
from resources.words import marked

MERGE = "merge"
"""The kind of a batch that says what acts of others changed here. It is nobody's to take back."""
_PARTLY = marked("{act}, but for what {people} changed since")


@frozen
class Batch:
    """One entry of the log: what one edit, undo or redo changed together."""

    id: int
    kind: str
    label: str
    """As it is written in the library."""
    at: str
    """ISO, UTC."""

    @property
    def said(self) -> Sentence:
        """What was done."""
        return read_sentence(self.label)


@frozen
class Undoable:
    """An act that can be taken back, and what others have changed since."""

    batch: Batch
    touched: Touched | None
    people: tuple[str, ...]


def newest_first(database: Database, scope: str) -> Iterator[Batch]:
    """The batches of a scope. Raises UnreadableRowError."""
    select = f"SELECT id, kind, label, at, seal, {SEALED} FROM batch WHERE scope = ? ORDER BY id DESC"
    for number, kind, label, at, sealed, *cells in database.execute(select, (storable(scope),)):
        check_batch(sealed, cells)
        yield Batch(number, kind, label, at)


def undoables(database: Database, scope: str) -> Iterator[Undoable]:
    """Read backwards, each undo cancels the nearest step before it that is not cancelled yet."""
    undone, touched = 0, Touched()
    people: tuple[str, ...] = ()
    for batch in newest_first(database, scope):
        if batch.kind == MERGE:
            touched.add(changes(database, batch))
            people = tuple(sorted({*people, *_makers(database, batch)}))
        elif batch.kind == "undo":
            undone += 1
        elif undone:
            undone -= 1
        else:
            yield Undoable(batch, touched if people else None, people)


def redoables(database: Database, scope: str) -> Iterator[Batch]:
    """The undos that no redo has cancelled, newest first; what was done since ends them."""
    redone = 0
    for batch in newest_first(database, scope):
        if batch.kind in ("edit", MERGE):
            return
        if batch.kind == "redo":
            redone += 1
        elif redone:
            redone -= 1
        else:
            yield batch


def changes(database: Database, batch: Batch) -> tuple[Change, ...]:
    """What a batch changed, as the domain says it. Raises UnreadableRowError."""
    return tuple(change_of(*line) for line in changes_of(database, batch.id))


def step_of(database: Database, undoable: Undoable) -> Step:
    """The act as it can be taken back: without what somebody else has changed since, which its label says."""
    made = changes(database, undoable.batch)
    if undoable.touched is None:
        return Step(undoable.batch.said, made)
    left = inverse(taken_back(made, undoable.touched))
    label = undoable.batch.said
    if len(left) < len(made):
        label = Sentence(_PARTLY, {"act": label, "people": ", ".join(undoable.people)})
    return Step(label, left)


def label_of(database: Database, undoable: Undoable) -> Sentence:
    """What taking the act back is called."""
    return step_of(database, undoable).label if undoable.touched else undoable.batch.said


def _makers(database: Database, batch: Batch) -> list[str]:
    return [who for (who,) in database.execute("SELECT DISTINCT who FROM taken WHERE batch = ?", (batch.id,))]


def take_back(database: Database, table: str, row: str, op: str, column: str | None, old: Kept) -> bool:
    """Inverts one change; False when the row it changed is not there any more. Raises UnreadableRowError."""
    known = known_table(table, {"id"})
    name = quoted(table)
    if op == "i":
        database.execute(f"DELETE FROM {name} WHERE {known.key.found}", known.key.values(row))
        return True
    cells = {column: value_of(old)} if op == "u" and column else value_of(old)
    if not isinstance(cells, dict):
        raise UnreadableRowError(table)
    known_table(table, set(cells))
    if op == "u":
        update = f"UPDATE {name} SET {quoted(column or '')} = ? WHERE {known.key.found}"
        return database.execute(update, (*cells.values(), *known.key.values(row))).rowcount > 0
    stored = {column: cell for column, cell in cells.items() if column != "id" or not known.key.told}
    insert = f"INSERT INTO {name} ({', '.join(map(quoted, stored))}) VALUES ({', '.join('?' * len(stored))})"
    database.execute(insert, tuple(stored.values()))
    return True
