"""What an act changes, cell by cell, worked out where it is done: on the snapshot. Said backwards, it takes it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from models.engagement.declared import going_with, placed_by, standing, those, with_records, without_records
from models.engagement.engagement import Engagement, Record
from models.frozen import frozen, replaced


@frozen
class Added:
    """A record that was not there."""

    record: Record


@frozen
class Removed:
    """A record that goes, as it was. What went with it is said of its own, before it."""

    record: Record


@frozen
class Changed:
    """One field of one record."""

    kind: type[Record]
    id: str
    field: str
    before: Any
    after: Any


Change = Added | Removed | Changed


def kind_of(change: Change) -> type[Record]:
    """The kind of record that it is about."""
    return change.kind if isinstance(change, Changed) else type(change.record)


class OutOfPlaceError(Exception):
    """A change does not fit the snapshot: what it changes is gone, or was changed since."""


def worked_out(engagement: Engagement, put: Iterable[Record], remove: Iterable[Record]) -> tuple[Change, ...]:
    """What removing and putting these records changes; those that stand as they are, or are not there, change nothing.

    Records of other engagements are passed over by `applied`.
    """
    found: list[Change] = []
    for kind, of_kind in groupby(remove, type):
        leaving = tuple(those(engagement, kind, {record.id for record in of_kind}).values())
        steps = [Removed(record) for record in (*going_with(engagement, leaving), *leaving)]
        engagement = applied(engagement, steps)
        found += steps
    return (*found, *_put(engagement, tuple(put)))


def _put(engagement: Engagement, put: Sequence[Record]) -> Iterator[Change]:
    if len(put) == 1:
        yield from _steps(standing(engagement, put[0]), put[0])
        return
    known = _known(engagement, put)
    if _are_apart(put):
        for record in put:
            before = known[type(record)].get(record.id)
            if before is None:  # of a block nearly all are new
                yield Added(record)
            else:
                yield from _steps(before, record)
        return
    met: set[object] = set()
    waiting: list[Change] = []
    for n, record in enumerate(put):
        names = {(type(record), record.id), (type(record), placed_by(type(record))(record))}
        if met & names:  # what was put before it changed it; what was put of others does not
            engagement, waiting, met = applied(engagement, waiting), [], set()
            known = _known(engagement, put[n:])
        met |= names
        steps = list(_steps(known[type(record)].get(record.id), record))
        waiting += steps
        yield from steps


def _are_apart(put: Sequence[Record]) -> bool:
    """Whether no two of them have the same id, or stand in the same place."""
    of_kinds: dict[type[Any], list[Record]] = {}
    for record in put:
        of_kinds.setdefault(type(record), []).append(record)
    return all(
        len(many) == len({record.id for record in many}) == len(set(map(placed_by(kind), many)))
        for kind, many in of_kinds.items()
    )


def _known(engagement: Engagement, put: Iterable[Record]) -> dict[type[Any], dict[str, Record]]:
    """What stands under the ids of these, by kind."""
    ids: dict[type[Any], set[str]] = {}
    for record in put:
        ids.setdefault(type(record), set()).add(record.id)
    return {kind: those(engagement, kind, of_kind) for kind, of_kind in ids.items()}


def _steps(known: Record | None, record: Record) -> Iterator[Change]:
    if known is None:
        yield Added(record)
    elif known is not record:
        for name in type(record).__dataclass_fields__:
            before, after = getattr(known, name), getattr(record, name)
            if before is not after and before != after:
                yield Changed(type(record), record.id, name, before, after)


def applied(engagement: Engagement, changes: Iterable[Change]) -> Engagement:
    """The engagement once these were made. Raises OutOfPlaceError for one that does not fit it."""
    for way, steps in groupby(changes, type):
        make = _with_changed if way is Changed else _with_added if way is Added else _without
        engagement = make(engagement, steps)
    return engagement


def _with_added(engagement: Engagement, changes: Iterable[Any]) -> Engagement:
    return with_records(engagement, (change.record for change in changes))


def _without(engagement: Engagement, changes: Iterable[Any]) -> Engagement:
    return without_records(engagement, (change.record for change in changes))


def _with_changed(engagement: Engagement, changes: Iterable[Any]) -> Engagement:
    for kind, of_kind in groupby(changes, lambda change: change.kind):
        steps: list[Changed] = list(of_kind)
        known = those(engagement, kind, {step.id for step in steps})
        for step in steps:
            record = known.get(step.id)
            if record is None or getattr(record, step.field) != step.before:
                raise OutOfPlaceError(f"{kind.__name__} {step.id} {step.field}")
            known[step.id] = replaced(record, **{step.field: step.after})
        engagement = with_records(engagement, known.values())
    return engagement


def inverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take these back."""
    return tuple(_back(change) for change in reversed(tuple(changes)))


def _back(change: Change) -> Change:
    match change:
        case Added(record):
            return Removed(record)
        case Removed(record):
            return Added(record)
        case Changed(kind, record_id, field, before, after):
            return Changed(kind, record_id, field, after, before)


def joined(first: Iterable[Change], then: Iterable[Change]) -> tuple[Change, ...]:
    """Both as one act: a cell that both change is changed once, and one that ends as it was not at all."""
    found: list[Change] = list(first)
    places = {_cell(change): n for n, change in enumerate(found)}
    for change in then:
        place = places.get(_cell(change))
        if isinstance(change, Changed) and place is not None:
            begun: Any = found[place]
            found[place] = Changed(change.kind, change.id, change.field, begun.before, change.after)
        else:
            if not isinstance(change, Changed):
                gone = (type(change.record), change.record.id)
                places = {cell: n for cell, n in places.items() if cell[:2] != gone}
            found.append(change)
            places[_cell(change)] = len(found) - 1
    return tuple(c for c in found if not (isinstance(c, Changed) and c.before == c.after))


def _cell(change: Change) -> tuple[object, ...]:
    """What a later change has to be of to be one with this: a whole record that came or went is one with nothing."""
    return (change.kind, change.id, change.field) if isinstance(change, Changed) else (object(),)
