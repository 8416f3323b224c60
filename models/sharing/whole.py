"""An engagement made of its records, and what two sets of records differ in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from models.engagement.assembling import assembled
from models.engagement.changes import Added, Change, Changed, Removed
from models.engagement.declared import DECLARED, records
from models.engagement.engagement import Assessment, Brand, Client, Engagement, Pilot, Record
from models.sharing.state import Key

Records = Mapping[Key, Record]
"""Records by kind and id, owners before what they own."""


def engagement_of(found: Records) -> Engagement | None:
    """The snapshot that these records make, without its pictures; None where they are not a whole engagement."""
    kinds = {kind for kind, _ in found}
    return assembled(found.values(), {}) if kinds >= {Client, Pilot, Brand, Assessment} else None


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
