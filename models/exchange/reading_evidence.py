"""The photos and files of one round in an engagement file: what is known of them, without the files themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from models.engagement.evidence import Beside, Evidence
from models.exchange.structure import ExchangeError
from models.exchange.values import known_sign, moment_of
from models.method.method import Method
from models.readiness.readiness import points_of


def read_evidence(
    source: list[dict[str, Any]],
    round_id: str,
    method: Method,
    place: str,
    rows: Mapping[str, str],
    own_id: Callable[[dict[str, Any]], str],
) -> tuple[Evidence, ...]:
    """In order. `rows` are the rows of registers in the round, each with the id it has now. Raises ExchangeError."""
    return tuple(
        _evidence(entry, n, round_id, _beside(entry, method, f"{place}[{n}]", rows), own_id(entry), f"{place}[{n}]")
        for n, entry in enumerate(source)
    )


def _beside(entry: dict[str, Any], method: Method, here: str, rows: Mapping[str, str]) -> Beside:
    if sum(key in entry for key in ("sign", "point", "row")) != 1:
        raise ExchangeError("{here}: backs one of sign, point and row, and one only.", here=here)
    if "sign" in entry:
        return Beside(sign_id=known_sign(entry["sign"], method, f"{here}.sign"))
    if "row" in entry:
        if entry["row"] not in rows:
            raise ExchangeError(
                "{here}.row: no row of a register in this round has the id “{row}”.", here=here, row=entry["row"]
            )
        return Beside(entry_id=rows[entry["row"]])
    point = entry["point"]
    if all(point != known.id for known in points_of(method)):
        raise ExchangeError(
            "{here}.point: “{point}” is not a readiness point of the method {key}.",
            here=here,
            point=point,
            key=method.key,
        )
    return Beside(point_id=point)


def _evidence(entry: dict[str, Any], n: int, round_id: str, beside: Beside, own_id: str, here: str) -> Evidence:
    return Evidence(
        id=own_id,
        assessment_id=round_id,
        entry_id=beside.entry_id,
        sign_id=beside.sign_id,
        point_id=beside.point_id,
        position=n,
        name=entry.get("name", ""),
        media_type=entry.get("media_type", ""),
        size=int(entry.get("size", 0)),
        sha256=entry["sha256"],
        thumbnail=entry.get("thumbnail", ""),
        original=entry.get("original", ""),
        caption=entry.get("caption", ""),
        alternative=entry.get("alternative", ""),
        for_client=entry.get("for_client", False),
        taken_in=moment_of(entry["taken_in"], f"{here}.taken_in"),
    )
