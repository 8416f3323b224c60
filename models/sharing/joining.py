"""One copy of an engagement taken into another: what it adds, changes and overrules, and what is to be decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cached_property
from typing import Any

from models.engagement.changes import Added, Change, Changed, Removed
from models.engagement.engagement import Record
from models.frozen import frozen
from models.sharing.act import SharedAct
from models.sharing.known import Known
from models.sharing.rules import Broken, Rule, broken
from models.sharing.side import Side
from models.sharing.state import Key, State, Value
from models.sharing.whole import differences, engagement_of


@frozen
class CellConflict:
    """A field that both changed since they last met. The newer stands unless somebody chooses."""

    record: Record
    field: str
    mine: Value
    theirs: Value
    stands: Side

    @property
    def key(self) -> str:
        """Tells it from others."""
        return f"{type(self.record).__name__.lower()}/{self.record.id}/{self.field}"


@frozen
class RowConflict:
    """Something that one side removed and the other changed without knowing. It stays unless somebody chooses."""

    record: Record
    removed_by: Side
    mine: SharedAct
    theirs: SharedAct

    @property
    def stands(self) -> Side:
        """The side that keeps it."""
        return Side.THEIRS if self.removed_by is Side.MINE else Side.MINE

    @property
    def key(self) -> str:
        """Tells it from others."""
        return f"{type(self.record).__name__.lower()}/{self.record.id}"


@frozen
class RuleConflict:
    """What each may do and not both. The newer stands unless somebody chooses."""

    broken: Broken
    mine: tuple[Record, ...]
    """Those that stood like this here already."""
    theirs: tuple[Record, ...]
    newest: Record
    """Of them all, the one that was made what it is last."""

    @property
    def stands(self) -> Side:
        """The side of the newest."""
        return Side.MINE if self.newest in self.mine else Side.THEIRS

    @property
    def key(self) -> str:
        """Tells it from others."""
        return self.broken.key

    def kept(self, side: Side) -> tuple[Record, ...]:
        """What stays as it is where that side is chosen."""
        chosen = self.mine if side is Side.MINE else self.theirs
        if self.broken.rule is Rule.NO_CIRCLE:
            return chosen if chosen != self.broken.records else tuple(r for r in chosen if r is not self.newest)
        return (self.newest,) if side is self.stands else chosen[:1]


Conflict = CellConflict | RowConflict | RuleConflict


@frozen
class Part:
    """One act of theirs with what it changes here, which may be less than it once changed there."""

    act: SharedAct
    changes: tuple[Change, ...]


class Joining:
    """What is here, what comes, and what both come to. Nothing is decided in it."""

    def __init__(self, mine: Iterable[SharedAct], theirs: Iterable[SharedAct], *, is_here: bool = True) -> None:
        """`is_here`: whether the engagement is in the library; it may have been let go, and its acts be known still."""
        self._mine = Known(mine)
        stamps = {act.gid: act.stamp for act in (*self._mine.acts, *self._mine.waiting)}
        self.new = [act for act in theirs if stamps.get(act.gid, "") < act.stamp]
        """The acts that are not here yet, in the order in which they came."""
        self._all = Known([*self._mine.acts, *self._mine.waiting, *self.new])
        before = {act.gid for act in self._mine.acts} if is_here else set()
        self._came = {act.gid for act in self._all.acts} - before | {act.gid for act in self.new}
        self.is_here = is_here

    @cached_property
    def before(self) -> Mapping[Key, Record]:
        """The records as they stand here."""
        return State(self._mine).records if self.is_here else {}

    @cached_property
    def state(self) -> State:
        """What both come to."""
        return State(self._all)

    @property
    def after(self) -> Mapping[Key, Record]:
        """The records as they will stand."""
        return self.state.records

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What leads from one to the other."""
        return differences(self.before, self.after)

    @property
    def waiting(self) -> int:
        """How many acts cannot be applied before more has come."""
        return len(self._all.waiting)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The acts that change something here, the earliest first, each change told of one act."""
        found = defaultdict[str, list[Change]](list)
        for change in self.changes:
            found[self._made_by(change)].append(change)
        return tuple(
            Part(act, tuple(found[act.gid])) for act in sorted(self._all.acts, key=_moment) if act.gid in found
        )

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What both changed since they last met, and what does not go together."""
        return (*self._cells(), *self._rows(), *self._rules()) if self.is_here else ()

    def _made_by(self, change: Change) -> str:
        """The name of the act that is to be told of a change."""
        match change:
            case Changed(kind, record_id, name):
                return self.state.values((kind, record_id), name)[0].act.gid
            case Added(record) | Removed(record):
                acts = self._by_record.get((type(change), type(record), record.id)) or self._new_ones
                return min(acts, key=_moment).gid
        raise AssertionError(change)

    @cached_property
    def _new_ones(self) -> list[SharedAct]:
        """For what follows from several acts together, as an owner that comes back with what it owns."""
        return [act for act in self._all.acts if act.gid in self._came]

    @cached_property
    def _by_record(self) -> Mapping[tuple[Any, ...], list[SharedAct]]:
        """Which of the acts that came added or removed a record."""
        found = defaultdict[tuple[Any, ...], list[SharedAct]](list)
        for act in self._new_ones:
            for change in act.changes:
                if not isinstance(change, Changed):
                    found[type(change), type(change.record), change.record.id].append(act)
        return found

    def _cells(self) -> list[Conflict]:
        found: list[Conflict] = []
        for key, name, found_there in self.state.in_doubt():
            values = [v for v in found_there if not v.brought] or found_there
            mine = [v for v in values if v.act.gid not in self._came]
            theirs = [v for v in values if v.act.gid in self._came]
            if mine and theirs and mine[0].value != theirs[0].value and name != "id":
                stands = Side.MINE if values[0] is mine[0] else Side.THEIRS
                found.append(CellConflict(self.after[key], name, mine[0], theirs[0], stands))
        return found

    def _rows(self) -> list[Conflict]:
        found: list[Conflict] = []
        for key, removed, kept in self.state.brought_back():
            sides = [a.gid in self._came for a in removed], [a.gid in self._came for a in kept]
            if all(sides[0]) and not any(sides[1]):
                found.append(RowConflict(self.after[key], Side.THEIRS, kept[-1], removed[-1]))
            elif not any(sides[0]) and all(sides[1]):
                found.append(RowConflict(self.after[key], Side.MINE, removed[-1], kept[-1]))
        return found

    def _rules(self) -> list[Conflict]:
        before, after = engagement_of(self.before), engagement_of(self.after)
        if before is None or after is None:
            return []
        known = {what.key for what in broken(before)}
        return [self._rule(what) for what in broken(after) if what.key not in known]

    def _rule(self, what: Broken) -> RuleConflict:
        """A record is theirs where it is new here, or was made what it is by them."""
        theirs = tuple(r for r in what.records if self.before.get((type(r), r.id)) != r)
        mine = tuple(r for r in what.records if r not in theirs)
        return RuleConflict(what, mine, theirs, max(what.records, key=self._changed))

    def _changed(self, record: Record) -> tuple[str, str]:
        """When a record was last given something."""
        values = (self.state.values((type(record), record.id), name) for name in (f.name for f in fields(record)))
        return max((v.act.stamp, v.act.gid) for found in values for v in found)


def _moment(act: SharedAct) -> tuple[str, str]:
    return (act.stamp, act.gid)
