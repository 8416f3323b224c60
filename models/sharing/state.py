"""What a set of acts leads to: the records that stand, and the cells that two people changed without knowing.

A cell keeps every value that no later act had seen, and belongs to the newest stamp among them. A removal removes no
more than its maker had seen, so what was changed meanwhile comes back, and what it belongs to with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from models.engagement.changes import Added, Changed, Removed
from models.engagement.declared import DECLARED, owners_of
from models.engagement.engagement import Brand, Client, Pilot, Record
from models.frozen import frozen
from models.sharing.act import SharedAct
from models.sharing.known import Known

Key = tuple[type[Record], str]
"""A record's kind and id."""
STAY = frozenset({Client, Pilot, Brand})
"""There is one of each in an engagement, always: that a library lets go of an engagement is its own affair."""
_FIELDS: Mapping[type[Record], tuple[str, ...]] = {kind: tuple(f.name for f in fields(kind)) for kind in DECLARED}


@frozen
class Value:
    """What one act gave a cell."""

    value: Any
    act: SharedAct
    brought: bool = False
    """Whether it came with the engagement as a whole, which changes nothing that was changed."""

    @property
    def rank(self) -> tuple[bool, str, str]:
        """What stands is what has the highest: the newest."""
        return (not self.brought, self.act.stamp, self.act.gid)


@dataclass(slots=True)
class _Row:
    whole: bool = False
    """Whether anybody ever added it."""
    living: list[SharedAct] = field(default_factory=list)
    """The newest acts that gave it something, and that no removal had seen."""
    removed: list[SharedAct] = field(default_factory=list)
    """The acts that removed it."""
    cells: dict[str, list[Value]] = field(default_factory=dict)
    """The values that no later act had seen."""


class State:
    """What `known` leads to. It is worked out once, when made."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._rows: dict[Key, _Row] = {}
        for act in known.acts:
            brings_all = act.brings_all
            for change in act.changes:
                match change:
                    case Added(record):
                        row = self._row((type(record), record.id))
                        row.whole = True
                        for name in _FIELDS[type(record)]:
                            self._give(row, name, Value(getattr(record, name), act, brings_all))
                    case Changed(kind, record_id, name, _, after):
                        self._give(self._row((kind, record_id)), name, Value(after, act))
                    case Removed(record) if type(record) not in STAY:
                        row = self._row((type(record), record.id))
                        row.living = [a for a in row.living if a is not act and not known.saw(act.gid, a.gid)]
                        row.removed.append(act)
                    case _:
                        pass

    @cached_property
    def records(self) -> Mapping[Key, Record]:
        """The records that stand, by kind and id, owners before what they own."""
        standing = self._standing()
        found: dict[Key, Record] = {}
        for kind in DECLARED:
            for key in sorted(standing.get(kind, ())):
                row = self._rows[kind, key]
                record: Record = kind(**{name: self._best(values).value for name, values in row.cells.items()})
                if all(owner in found for owner in owners_of(record)):
                    found[kind, key] = record
        return found

    def values(self, key: Key, name: str) -> list[Value]:
        """What stands in a cell, the value that it shows first: more than one where its makers knew nothing of each
        other.
        """
        row = self._rows.get(key)
        return sorted(row.cells.get(name, ()), key=lambda v: v.rank, reverse=True) if row else []

    def in_doubt(self) -> Iterator[tuple[Key, str, list[Value]]]:
        """The cells of standing records that were given different values by people who knew nothing of each other."""
        for key in self.records:
            for name, values in self._rows[key].cells.items():
                if len(values) > 1 and any(v.value != values[0].value for v in values[1:]):
                    yield key, name, self.values(key, name)

    def brought_back(self) -> Iterator[tuple[Key, list[SharedAct], list[SharedAct]]]:
        """Records that stand although somebody removed them without having seen all that was done to them: with the
        acts that removed them and those that keep them.
        """
        for key in self.records:
            row = self._rows[key]
            unseen = [r for r in row.removed if not any(a is r or self._known.saw(a.gid, r.gid) for a in row.living)]
            if unseen and row.living:
                yield key, unseen, row.living

    def _row(self, key: Key) -> _Row:
        return self._rows.setdefault(key, _Row())

    def _give(self, row: _Row, name: str, value: Value) -> None:
        saw, act = self._known.saw, value.act
        kept = row.cells.get(name, ())
        row.cells[name] = [*(v for v in kept if v.act is not act and not saw(act.gid, v.act.gid)), value]
        if not row.living or row.living[-1] is not act:
            row.living = [*(a for a in row.living if not saw(act.gid, a.gid)), act]

    def _best(self, values: list[Value]) -> Value:
        return values[0] if len(values) == 1 else max(values, key=lambda v: v.rank)

    def _standing(self) -> dict[type[Record], set[str]]:
        """The ids of what lives, and of what that belongs to, all the way up."""
        found: dict[type[Record], set[str]] = {}
        waiting = [key for key, row in self._rows.items() if row.living]
        while waiting:
            kind, record_id = waiting.pop()
            row = self._rows.get((kind, record_id))
            if row is None or not row.whole or record_id in found.setdefault(kind, set()):
                continue
            found[kind].add(record_id)
            for name, owner in DECLARED[kind].owners.items():
                named = self._best(row.cells[name]).value if name in row.cells else None
                if named is not None:
                    waiting.append((owner, str(named)))
        return found
