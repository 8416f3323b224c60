"""What an act changes, cell by cell, worked out where it is done: on the snapshot. Said backwards, it takes it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from itertools import groupby
from typing import Any

from models.engagement.declared import find, going_with, place_of, with_record, with_records, without_record
from models.engagement.engagement import Engagement, Record
from models.frozen import frozen


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
    for record in remove:
        known = find(engagement, type(record), record.id)
        if known is not None:
            steps = [Removed(other) for other in (*going_with(engagement, known), known)]
            engagement = applied(engagement, steps)
            found += steps
    met: set[object] = set()
    waiting: list[Change] = []
    for record in put:
        names = {(type(record), record.id), (type(record), place_of(record))}
        if met & names:  # what was put before it changed it; what was put of others does not
            engagement, waiting, met = applied(engagement, waiting), [], set()
        met |= names
        steps_in = list(_put(engagement, record))
        waiting += steps_in
        found += steps_in
    return tuple(found)


def _put(engagement: Engagement, record: Record) -> Iterator[Change]:
    known = find(engagement, type(record), record.id)
    if known is None:
        yield Added(record)
    elif known is not record:
        for field in fields(record):
            before, after = getattr(known, field.name), getattr(record, field.name)
            if before != after:
                yield Changed(type(record), record.id, field.name, before, after)


def applied(engagement: Engagement, changes: Iterable[Change]) -> Engagement:
    """The engagement once these were made. Raises OutOfPlaceError for one that does not fit it."""
    for added, steps in groupby(changes, lambda change: isinstance(change, Added)):
        make = _with_added if added else _one_by_one
        engagement = make(engagement, steps)
    return engagement


def _with_added(engagement: Engagement, changes: Iterable[Change]) -> Engagement:
    """Many at once: one by one, each would copy all that the ones before it left."""
    return with_records(engagement, [change.record for change in changes if isinstance(change, Added)])


def _one_by_one(engagement: Engagement, changes: Iterable[Change]) -> Engagement:
    """What was not added."""
    for change in changes:
        match change:
            case Removed(record):
                engagement = without_record(engagement, record)
            case Changed(kind, record_id, field, before, after):
                known = find(engagement, kind, record_id)
                if known is None or getattr(known, field) != before:
                    raise OutOfPlaceError(f"{kind.__name__} {record_id} {field}")
                engagement = with_record(engagement, replace(known, **{field: after}))
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
            found[place] = replace(found[place], after=change.after)
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
