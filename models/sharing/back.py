"""Taking back one's own act where somebody else's have come since: what they changed is left as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from models.engagement.changes import Added, Change, Changed, Removed, inverse
from models.engagement.declared import owners_of
from models.engagement.engagement import Record
from models.sharing.state import Key


@dataclass(slots=True)
class Touched:
    """What somebody else has changed since."""

    cells: set[tuple[type[Record], str, str]] = field(default_factory=set)
    rows: set[Key] = field(default_factory=set)
    """Records that came or went."""
    held: set[Key] = field(default_factory=set)
    """Records that were given something: a value, or another record that belongs to them."""

    def add(self, changes: Iterable[Change]) -> None:
        """These were made by somebody else."""
        for change in changes:
            if isinstance(change, Changed):
                self.cells.add((change.kind, change.id, change.field))
                self.held.add((change.kind, change.id))
                continue
            record = change.record
            self.rows.add((type(record), record.id))
            if isinstance(change, Added):
                self.held.update(owners_of(record))


def taken_back(changes: Iterable[Change], touched: Touched) -> tuple[Change, ...]:
    """The changes that take these back, without those that would undo what somebody else did."""
    return tuple(change for change in inverse(changes) if not _is_theirs(change, touched))


def _is_theirs(change: Change, touched: Touched) -> bool:
    match change:
        case Changed(kind, record_id, name):
            return (kind, record_id, name) in touched.cells or (kind, record_id) in touched.rows
        case Removed(record):
            return (type(record), record.id) in touched.rows | touched.held
        case Added(record):
            return not touched.rows.isdisjoint(((type(record), record.id), *owners_of(record)))
