"""Each kind of record, declared once: where it stands in the snapshot, what it belongs to, what goes when it goes.

Applying an edit, taking it back, the library's tables and reading them all ask here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import Any

from models.engagement.dependency import Dependency
from models.engagement.engagement import (
    Action,
    Assessment,
    Brand,
    Client,
    Engagement,
    Note,
    Pilot,
    Rating,
    Record,
    Round,
    Stakeholder,
)
from models.engagement.evidence import Evidence
from models.engagement.judgements import Judgement
from models.engagement.outbox import Dispatch
from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry
from models.engagement.workshop import AgendaBox, Ballot, Vote
from models.frozen import frozen


class Shape(Enum):
    """How records of a kind stand in the snapshot."""

    ONE = auto()
    """There is one, always."""
    ROUNDS = auto()
    """Each heads a round."""
    KEYED = auto()
    """In a mapping, by one of their fields."""
    PLACED = auto()
    """In a tuple, in the order of some of their fields, then of their ids."""


@frozen
class Declared:
    """What is to be known of a kind of record."""

    kind: type[Any]
    place: str
    """The attribute of `Engagement`, or of `Round`, that holds it."""
    owners: Mapping[str, type[Any]]
    """The fields that name what it belongs to and goes with, the nearest first."""
    shape: Shape
    by: str = "id"
    """The field it is found by, or placed by."""

    @property
    def in_round(self) -> bool:
        """Whether it stands in a round."""
        return Assessment in self.owners.values()


_OF_PILOT: dict[str, type[Any]] = {"engagement_id": Pilot}
_OF_ROUND: dict[str, type[Any]] = {"assessment_id": Assessment}
_KEYED, _PLACED = Shape.KEYED, Shape.PLACED

DECLARED: Mapping[type[Any], Declared] = {
    declared.kind: declared
    for declared in (
        Declared(Client, "client", {}, Shape.ONE),
        Declared(Pilot, "pilot", {"client_id": Client}, Shape.ONE),
        Declared(Brand, "brand", {"id": Pilot}, Shape.ONE),
        Declared(Stakeholder, "stakeholders", _OF_PILOT, _PLACED, "position"),
        Declared(Assessment, "rounds", _OF_PILOT, Shape.ROUNDS),
        Declared(Rating, "ratings", _OF_ROUND, _KEYED, "sign_id"),
        Declared(Ballot, "ballots", _OF_ROUND, _KEYED),
        Declared(Vote, "votes", {"ballot_id": Ballot, **_OF_ROUND}, _KEYED),
        Declared(AgendaBox, "agenda", _OF_ROUND, _PLACED, "position"),
        Declared(Note, "notes", _OF_ROUND, _PLACED, "position"),
        Declared(Action, "actions", _OF_ROUND, _PLACED, "position"),
        Declared(Dependency, "dependencies", {"action_id": Action, "after_id": Action, **_OF_ROUND}, _KEYED),
        Declared(Judgement, "judgements", _OF_ROUND, _KEYED, "point_id"),
        Declared(RegisterEntry, "entries", _OF_ROUND, _PLACED, "position"),
        Declared(RegisterCell, "cells", {"entry_id": RegisterEntry, **_OF_ROUND}, _KEYED),
        Declared(Evidence, "evidence", {"entry_id": RegisterEntry, **_OF_ROUND}, _PLACED, "position"),
        Declared(Gate, "gates", _OF_ROUND, _KEYED, "phase_id"),
        Declared(GateCondition, "conditions", _OF_ROUND, _PLACED, "position"),
        Declared(Dispatch, "outbox", _OF_PILOT, _PLACED, "prepared_at"),
    )
}
"""Every kind of record, owners before what they own."""

_GO_WITH: Mapping[type[Any], tuple[tuple[Declared, str], ...]] = {
    owner: tuple(
        (declared, field)
        for declared in DECLARED.values()
        for field, kind in declared.owners.items()
        if kind is owner and declared.in_round and owner is not Assessment
    )
    for owner in DECLARED
}
"""For each kind, what goes when one of it goes, and by which field; rounds go as a whole."""


def owners_of(record: Record) -> list[tuple[type[Any], str]]:
    """What a record belongs to, by kind and id; a field that names nothing belongs to nothing."""
    named = ((kind, getattr(record, field)) for field, kind in DECLARED[type(record)].owners.items())
    return [(kind, owner) for kind, owner in named if owner is not None]


def find(engagement: Engagement, kind: type[Any], record_id: str) -> Record | None:
    """The record of that kind and id, or None."""
    declared = DECLARED[kind]
    if declared.shape is Shape.KEYED and declared.by == "id":
        held = (getattr(round_, declared.place) for round_ in engagement.rounds)
        return next((records_by_id[record_id] for records_by_id in held if record_id in records_by_id), None)
    return next((record for record in records(engagement, declared) if record.id == record_id), None)


def records(engagement: Engagement, declared: Declared) -> Iterator[Record]:
    """All of a kind."""
    if declared.shape is Shape.ROUNDS:
        yield from (round_.assessment for round_ in engagement.rounds)
    elif not declared.in_round:
        yield from _held(getattr(engagement, declared.place))
    else:
        for round_ in engagement.rounds:
            yield from _held(getattr(round_, declared.place))


def records_of_round(current: Round) -> Iterator[Record]:
    """Everything in a round but its assessment, owners before what they own."""
    for declared in DECLARED.values():
        if declared.in_round:
            yield from _held(getattr(current, declared.place))


def _held(place: Any) -> Iterable[Record]:
    if isinstance(place, Mapping):
        return place.values()
    return place if isinstance(place, tuple) else (place,)


def belongs(engagement: Engagement, record: Record) -> bool:
    """Whether the record is one of this engagement's, or would be."""
    declared = DECLARED[type(record)]
    if declared.in_round:
        rounds = (round_.assessment.id for round_ in engagement.rounds)
        return getattr(record, "assessment_id", "") in rounds
    if declared.shape is Shape.ONE:
        return bool(record.id == getattr(engagement, declared.place).id)
    return bool(getattr(record, "engagement_id", "") == engagement.id)


def going_with(engagement: Engagement, record: Record) -> tuple[Record, ...]:
    """What goes when a record goes, the last to go last; without the record itself."""
    if isinstance(record, Assessment):
        found = next((r for r in engagement.rounds if r.assessment.id == record.id), None)
        return tuple(reversed(tuple(records_of_round(found)))) if found else ()
    return tuple(
        other
        for declared, field in _GO_WITH[type(record)]
        for other in records(engagement, declared)
        if getattr(other, field) == record.id
    )


def with_record(engagement: Engagement, record: Record) -> Engagement:
    """The engagement with the record added, or in place of the one with its id."""
    return _replaced(engagement, record, gone=False)


def with_records(engagement: Engagement, added: Iterable[Record]) -> Engagement:
    """The same for many. Those of a kind stay in their order; kinds of a round do not ask for one another."""
    groups: dict[tuple[type[Any], str], list[Record]] = {}
    for record in added:
        if DECLARED[type(record)].in_round:
            groups.setdefault((type(record), getattr(record, "assessment_id", "")), []).append(record)
        else:
            engagement, groups = with_record(_with_groups(engagement, groups), record), {}
    return _with_groups(engagement, groups)


def _with_groups(engagement: Engagement, groups: Mapping[tuple[type[Any], str], Sequence[Record]]) -> Engagement:
    for (kind, round_id), many in groups.items():
        rounds = tuple(
            _with_many(r, DECLARED[kind], many) if r.assessment.id == round_id else r for r in engagement.rounds
        )
        engagement = replace(engagement, rounds=rounds)
    return engagement


def _with_many(current: Any, declared: Declared, many: Sequence[Any]) -> Any:
    held = getattr(current, declared.place)
    if declared.shape is Shape.KEYED:
        return replace(current, **{declared.place: {**held, **{getattr(r, declared.by): r for r in many}}})
    whole = {record.id: record for record in (*held, *many)}.values()
    placed = tuple(sorted(whole, key=lambda r: (getattr(r, declared.by), r.id)))
    return replace(current, **{declared.place: placed})


def place_of(record: Record) -> object:
    """What no two records of its kind have alike."""
    declared = DECLARED[type(record)]
    return getattr(record, declared.by) if declared.shape is Shape.KEYED else record.id


def without_record(engagement: Engagement, record: Record) -> Engagement:
    """The engagement without the record; what goes with it is the caller's to take away."""
    return _replaced(engagement, record, gone=True)


def _replaced(engagement: Engagement, record: Record, gone: bool) -> Engagement:
    declared = DECLARED[type(record)]
    if not belongs(engagement, record):
        return engagement
    if isinstance(record, Assessment):
        return replace(engagement, rounds=_rounds(engagement.rounds, record, gone))
    if not declared.in_round:
        whole: Engagement = _in_place(engagement, declared, record, gone)
        return whole
    rounds = tuple(
        _in_place(r, declared, record, gone) if r.assessment.id == record.assessment_id else r  # type: ignore[union-attr]
        for r in engagement.rounds
    )
    return replace(engagement, rounds=rounds)


def _rounds(rounds: tuple[Round, ...], assessment: Assessment, gone: bool) -> tuple[Round, ...]:
    others = [r for r in rounds if r.assessment.id != assessment.id]
    if not gone:
        known = next((r for r in rounds if r.assessment.id == assessment.id), None)
        others.append(replace(known, assessment=assessment) if known else Round(assessment))
    return tuple(sorted(others, key=lambda r: (r.assessment.number, r.assessment.id)))


def _in_place(holder: Any, declared: Declared, record: Record, gone: bool) -> Any:
    held = getattr(holder, declared.place)
    if declared.shape is Shape.ONE:
        return holder if gone else replace(holder, **{declared.place: record})
    if declared.shape is Shape.KEYED:
        key = getattr(record, declared.by)
        kept = {k: r for k, r in held.items() if k != key} if gone else {**held, key: record}
        return replace(holder, **{declared.place: kept})
    placed = _placed(held, declared.by, record, gone)
    return holder if placed is held else replace(holder, **{declared.place: placed})


def _placed(held: tuple[Any, ...], by: str, record: Any, gone: bool) -> tuple[Any, ...]:
    """The records in their order with this one among them, or without it."""
    place = next((place for place, known in enumerate(held) if known.id == record.id), len(held))
    others = (*held[:place], *held[place + 1 :])
    if gone:
        return others
    if place < len(held) and getattr(held[place], by) == getattr(record, by):
        return held if held[place] is record else (*held[:place], record, *held[place + 1 :])
    return tuple(sorted([*others, record], key=lambda r: (getattr(r, by), r.id)))
