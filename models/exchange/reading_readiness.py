"""The readiness points of one round in an engagement file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.engagement.judgements import Judgement, judgement_id
from models.exchange.structure import ExchangeError
from models.exchange.values import day_of, person_of
from models.method.method import Method
from models.readiness.readiness import points_of
from models.values.terms import PointState


def read_readiness(
    source: dict[str, Any], round_id: str, method: Method, place: str, people: Mapping[str, str]
) -> dict[str, Judgement]:
    """By point id. `people` are the stakeholders' ids in the file with those they have now. Raises ExchangeError."""
    known = {point.id for point in points_of(method)}
    found: dict[str, Judgement] = {}
    for n, entry in enumerate(source.get("readiness", [])):
        here, point = f"{place}.readiness[{n}]", entry["point"]
        if point not in known:
            raise ExchangeError(
                "{here}.point: “{point}” is not a readiness point of the method {key}.",
                here=here,
                point=point,
                key=method.key,
            )
        if point in found:
            raise ExchangeError("{here}.point: “{point}” is judged twice in this round.", here=here, point=point)
        found[point] = Judgement(
            id=judgement_id(round_id, point),
            assessment_id=round_id,
            point_id=point,
            state=PointState(entry["state"]),
            evidence=entry.get("evidence", ""),
            owner_id=person_of(entry.get("owner"), people, f"{here}.owner"),
            waived_by=person_of(entry.get("waived_by"), people, f"{here}.waived_by"),
            reason=entry.get("reason", ""),
            until=day_of(entry.get("until"), f"{here}.until"),
        )
    return found
