"""Each kind of record, declared once: where it stands in the snapshot, what it belongs to, what goes when it goes.

Applying an edit, taking it back, the library's tables and reading them all ask here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from operator import attrgetter
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
from models.frozen import frozen, replaced


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

_IN_ROUND = frozenset(kind for kind, declared in DECLARED.items() if declared.in_round)

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
    return those(engagement, kind, (record_id,)).get(record_id)


def those(engagement: Engagement, kind: type[Any], ids: Collection[str]) -> dict[str, Record]:
    """The records of that kind with these ids, by id: one look through all of them."""
    declared = DECLARED[kind]
    if declared.shape is Shape.KEYED and declared.by == "id":
        held = [getattr(round_, declared.place) for round_ in engagement.rounds]
        return {key: records_by_id[key] for records_by_id in held for key in ids if key in records_by_id}
    return {record.id: record for held in _places(engagement, declared) for record in held if record.id in ids}


def standing(engagement: Engagement, record: Record) -> Record | None:
    """What stands under the id of this record: in most cases just where it would be put."""
    declared = DECLARED[type(record)]
    if declared.shape is Shape.PLACED:
        for held in _places(engagement, declared):
            place = _place(held, declared.by, record)
            if place is not None:
                known: Record = held[place]
                return known
    return those(engagement, type(record), (record.id,)).get(record.id)


def records(engagement: Engagement, declared: Declared) -> Iterator[Record]:
    """All of a kind."""
    for held in _places(engagement, declared):
        yield from held


def _places(engagement: Engagement, declared: Declared) -> Sequence[Any]:
    """The records of a kind, together as they stand."""
    if declared.shape is Shape.ROUNDS:
        return ([round_.assessment for round_ in engagement.rounds],)
    if not declared.in_round:
        return (_held(getattr(engagement, declared.place)),)
    return [_held(getattr(round_, declared.place)) for round_ in engagement.rounds]


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


def going_with(engagement: Engagement, gone: Sequence[Record]) -> tuple[Record, ...]:
    """What goes when these records of one kind go, the last to go last; without themselves."""
    if not gone:
        return ()
    kind, ids = type(gone[0]), {record.id for record in gone}
    if kind is Assessment:
        rounds = (r for r in engagement.rounds if r.assessment.id in ids)
        return tuple(record for r in rounds for record in reversed(tuple(records_of_round(r))))
    going = {
        (declared.kind, other.id): other  # what belongs to two of them goes once
        for declared, field in _GO_WITH[kind]
        for other in records(engagement, declared)
        if getattr(other, field) in ids
    }
    return tuple(going.values())


def placed_by(kind: type[Any]) -> Callable[[Record], object]:
    """Tells of a record of that kind what no two have alike."""
    declared = DECLARED[kind]
    return attrgetter(declared.by if declared.shape is Shape.KEYED else "id")


def with_records(engagement: Engagement, put: Iterable[Record]) -> Engagement:
    """The engagement with these added, or in place of those with their ids. Those of a kind stay in their order.

    Records of other engagements are passed over.
    """
    return _replaced(engagement, put, gone=False)


def without_records(engagement: Engagement, gone: Iterable[Record]) -> Engagement:
    """The engagement without these; what goes with them is the caller's to take away."""
    return _replaced(engagement, gone, gone=True)


def _replaced(engagement: Engagement, records: Iterable[Record], gone: bool) -> Engagement:
    """Kinds of a round do not ask for one another, so they may be gathered; a round has to be there first."""
    groups: dict[tuple[type[Any], str], list[Record]] = {}
    for record in records:
        if type(record) in _IN_ROUND:
            groups.setdefault((type(record), getattr(record, "assessment_id", "")), []).append(record)
        else:
            engagement, groups = _one(_in_rounds(engagement, groups, gone), record, gone), {}
    return _in_rounds(engagement, groups, gone)


def _in_rounds(
    engagement: Engagement, groups: Mapping[tuple[type[Any], str], Sequence[Record]], gone: bool
) -> Engagement:
    for (kind, round_id), many in groups.items():
        rounds = tuple(
            _in_place(r, DECLARED[kind], many, gone) if r.assessment.id == round_id else r for r in engagement.rounds
        )
        engagement = replaced(engagement, rounds=rounds)
    return engagement


def _one(engagement: Engagement, record: Record, gone: bool) -> Engagement:
    """A record that stands in no round."""
    if not belongs(engagement, record):
        return engagement
    if isinstance(record, Assessment):
        return replaced(engagement, rounds=_rounds(engagement.rounds, record, gone))
    whole: Engagement = _in_place(engagement, DECLARED[type(record)], (record,), gone)
    return whole


def _rounds(rounds: tuple[Round, ...], assessment: Assessment, gone: bool) -> tuple[Round, ...]:
    others = [r for r in rounds if r.assessment.id != assessment.id]
    if not gone:
        known = next((r for r in rounds if r.assessment.id == assessment.id), None)
        others.append(replaced(known, assessment=assessment) if known else Round(assessment))
    return tuple(sorted(others, key=lambda r: (r.assessment.number, r.assessment.id)))


def _in_place(holder: Any, declared: Declared, many: Sequence[Any], gone: bool) -> Any:
    held = getattr(holder, declared.place)
    if declared.shape is Shape.ONE:
        return holder if gone else replaced(holder, **{declared.place: many[-1]})
    if declared.shape is Shape.KEYED:
        kept = _keyed(held, {getattr(record, declared.by): record for record in many}, gone)
        return replaced(holder, **{declared.place: kept})
    placed = (_placed_one if len(many) == 1 else _placed)(held, declared.by, many, gone)
    return holder if placed is held else replaced(holder, **{declared.place: placed})


def _keyed(held: Mapping[str, Any], many: Mapping[str, Any], gone: bool) -> Mapping[str, Any]:
    return {key: record for key, record in held.items() if key not in many} if gone else {**held, **many}


def _placed(held: tuple[Any, ...], by: str, many: Sequence[Any], gone: bool) -> tuple[Any, ...]:
    """The records in their order with these among them, or without them."""
    if gone:
        ids = {record.id for record in many}
        return tuple(record for record in held if record.id not in ids)
    whole = {record.id: record for record in (*held, *many)}.values()
    return tuple(sorted(whole, key=attrgetter(by, "id")))


def _placed_one(held: tuple[Any, ...], by: str, many: Sequence[Any], gone: bool) -> tuple[Any, ...]:
    """The same for one, which in most cases stays where it is."""
    (record,) = many
    place = _place(held, by, record)
    if place is None:
        return _placed(held, by, many, gone)
    if gone:
        return held[:place] + held[place + 1 :]
    return held if held[place] is record else (*held[:place], record, *held[place + 1 :])


def _place(held: tuple[Any, ...], by: str, record: Any) -> int | None:
    """Where the record with its id stands, among those in their order, if that is where the record would stand."""
    place = bisect_left(held, (getattr(record, by), record.id), key=attrgetter(by, "id"))
    return place if place < len(held) and held[place].id == record.id else None
