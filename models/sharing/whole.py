"""An engagement made of its records, and what two sets of records differ in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from models.engagement.changes import Added, Change, Changed, Removed
from models.engagement.declared import DECLARED, Declared, Shape, records
from models.engagement.engagement import Assessment, Engagement, Record, Round
from models.sharing.state import Key

Records = Mapping[Key, Record]
"""Records by kind and id, owners before what they own."""


def engagement_of(found: Records) -> Engagement | None:
    """The snapshot that these records make, without its pictures; None where they are not a whole engagement."""
    held = defaultdict[str, list[Any]](list)
    for (kind, _), record in found.items():
        held[DECLARED[kind].place].append(record)
    rounds = _rounds(found)
    if not (held["client"] and held["pilot"] and held["brand"] and rounds):
        return None
    return Engagement(
        client=held["client"][0],
        pilot=held["pilot"][0],
        brand=held["brand"][0],
        stakeholders=_placed(held["stakeholders"], "position"),
        rounds=rounds,
        outbox=_placed(held["outbox"], "prepared_at"),
    )


def records_of(engagement: Engagement) -> Records:
    """Every record of an engagement."""
    held = (record for declared in DECLARED.values() for record in records(engagement, declared))
    return {(type(record), record.id): record for record in held}


def differences(before: Records, after: Records) -> tuple[Change, ...]:
    """What leads from one to the other: removals first, the owned before their owners, then the other way round."""
    return (
        *(Removed(record) for key, record in reversed(tuple(before.items())) if key not in after),
        *(change for key, record in after.items() for change in _steps(before.get(key), record)),
    )


def _steps(known: Record | None, record: Record) -> Iterator[Change]:
    if known is None:
        yield Added(record)
    elif known != record:
        for field in fields(record):
            old, new = getattr(known, field.name), getattr(record, field.name)
            if old != new:
                yield Changed(type(record), record.id, field.name, old, new)


def _rounds(found: Records) -> tuple[Round, ...]:
    assessments = [record for record in found.values() if isinstance(record, Assessment)]
    parts: dict[str, dict[str, Any]] = {assessment.id: defaultdict(list) for assessment in assessments}
    for (kind, _), record in found.items():
        if DECLARED[kind].in_round:
            parts[record.assessment_id][DECLARED[kind].place].append(record)  # type: ignore[union-attr]
    made = (
        Round(one, **{d.place: _held(d, parts[one.id][d.place]) for d in DECLARED.values() if d.in_round})
        for one in assessments
    )
    return tuple(sorted(made, key=lambda r: (r.assessment.number, r.assessment.id)))


def _held(declared: Declared, held: list[Any]) -> Any:
    if declared.shape is Shape.PLACED:
        return _placed(held, declared.by)
    return {getattr(record, declared.by): record for record in held}


def _placed(held: list[Any], by: str) -> tuple[Any, ...]:
    return tuple(sorted(held, key=lambda r: (getattr(r, by), r.id)))
