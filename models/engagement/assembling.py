"""An engagement put together from its records, wherever they were read, and what leads from one state to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from models.engagement.declared import DECLARED, Declared, Shape, records
from models.engagement.engagement import Assessment, Asset, Engagement, Record, Round
from models.engagement.outbox import Dispatch


def assembled(found: Iterable[Record], assets: Mapping[str, Asset]) -> Engagement:
    """The engagement that these records are; there has to be one of each kind of which there is always one."""
    of_kinds = defaultdict[type[Any], list[Any]](list)
    for record in found:
        of_kinds[type(record)].append(record)
    whole = {d.place: _held(d, of_kinds[d.kind]) for d in DECLARED.values() if d.shape is not Shape.ROUNDS}
    in_rounds = [d for d in DECLARED.values() if d.in_round]
    parts = defaultdict[str, dict[str, Any]](dict)
    for declared in in_rounds:
        del whole[declared.place]
        of_rounds = defaultdict[str, list[Any]](list)
        for record in of_kinds[declared.kind]:
            of_rounds[record.assessment_id].append(record)
        for round_id, held in of_rounds.items():
            parts[round_id][declared.place] = _held(declared, held)
    assessments = sorted(of_kinds[Assessment], key=lambda one: (one.number, one.id))
    rounds = tuple(Round(assessment, **parts[assessment.id]) for assessment in assessments)
    return Engagement(**whole, rounds=rounds, assets=dict(assets))


def _held(declared: Declared, held: list[Any]) -> Any:
    """As the engagement, or a round, holds all of a kind."""
    if declared.shape is Shape.ONE:
        return held[0] if held else None
    if declared.shape is Shape.KEYED:
        return {getattr(record, declared.by): record for record in held}
    return tuple(sorted(held, key=lambda record: (getattr(record, declared.by), record.id)))


def leading_to(now: Engagement, then: Engagement) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """What has to be put, and what has to go, to make an engagement what it was; what was sent stays sent."""
    here, there = _all(now), _all(then)
    put = tuple(record for key, record in there.items() if here.get(key) != record)
    return put, tuple(record for key, record in here.items() if key not in there)


def _all(engagement: Engagement) -> dict[tuple[type[Any], str], Record]:
    """Every record by its kind and id, owners before what they own."""
    kinds = [declared for declared in DECLARED.values() if declared.kind is not Dispatch]
    return {(d.kind, record.id): record for d in kinds for record in records(engagement, d)}
