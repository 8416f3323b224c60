"""Counts over the newest round of every pilot, in a handful of queries: no engagement is read for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from models.portfolio.counted import Counted, ModeCount, PackParts
from models.storage.database import Database
from models.storage.errors import UnreadableRowError
from models.values.terms import PointState

_NEWEST = """WITH newest(id, pilot, method, target) AS MATERIALIZED (
    SELECT a.id, p.id, a.method, p.target_date FROM pilot p CROSS JOIN assessment a ON a.id =
        (SELECT id FROM assessment WHERE engagement_id = p.id ORDER BY number DESC, id DESC LIMIT 1)
    WHERE {which})"""
_NAMES = """SELECT n.pilot, c.name, p.name, c.sector, n.method, a.number, a.held_on, n.target
    FROM newest n JOIN pilot p ON p.id = n.pilot JOIN client c ON c.id = p.client_id JOIN assessment a ON a.id = n.id"""
_SIGNS = """, sign(method, id, mode) AS (VALUES {values})
    SELECT n.pilot, sign.mode, sum(answer BETWEEN '0' AND '3'),
        sum(CASE WHEN answer BETWEEN '0' AND '3' THEN CAST(answer AS INTEGER) ELSE 0 END),
        sum(answer = '3'), sum(answer = 'does-not-apply')
    FROM newest n CROSS JOIN rating r ON r.assessment_id = n.id
    CROSS JOIN sign ON sign.id = r.sign_id AND sign.method = n.method GROUP BY n.pilot, sign.mode"""
_POINTS = """, point(method, id) AS (VALUES {values})
    SELECT n.pilot, CASE WHEN state = 'waived' AND (waived_by = '' OR until IS NULL OR until < :today
        OR trim(reason, char(9, 10, 11, 12, 13, 32, 160)) = '') THEN 'open' ELSE state END, count(*)
    FROM newest n CROSS JOIN judgement j ON j.assessment_id = n.id
    CROSS JOIN point ON point.id = j.point_id AND point.method = n.method GROUP BY 1, 2"""
# Of a row with one min() SQLite gives the other columns of that very row.
_ACTIONS = """SELECT n.pilot, total(due < :today), min(CASE WHEN due >= :today THEN due END),
        CASE WHEN trim(short) = '' THEN title ELSE short END, total(due > n.target),
        total(progress = 'blocked')
    FROM newest n CROSS JOIN "action" x ON x.assessment_id = n.id
    WHERE decision = 'accepted' AND progress <> 'done' GROUP BY n.pilot"""
_GATES = """SELECT DISTINCT n.pilot FROM newest n CROSS JOIN gatecondition g ON g.assessment_id = n.id
    JOIN "action" x ON x.id = g.action_id AND x.decision = 'accepted' AND x.progress <> 'done' AND x.due > g.day"""


def counted(
    database: Database, packs: Mapping[str, PackParts], today: date, ids: Sequence[str] | None = None
) -> list[Counted]:
    """Every pilot that is not in the archive, or those with these ids, archived ones too. Raises UnreadableRowError.

    `packs` are by their keys; of a round whose pack is not among them nothing is counted but its actions.
    """
    which = "p.archived = 0" if ids is None else f"p.id IN ({', '.join('?' * len(ids))})"
    newest = _NEWEST.format(which=which)

    def ask(query: str, values: Sequence[tuple[str, ...]] = ()) -> Iterator[Any]:
        if "{values}" in query and not values:
            return iter(())
        given = [part for row in values for part in row]
        text = newest + " " + query.format(values=", ".join(f"({', '.join('?' * len(row))})" for row in values))
        return iter(database.execute(text.replace(":today", f"'{today.isoformat()}'"), [*(ids or ()), *given]))

    modes: dict[str, dict[str, ModeCount]] = defaultdict(dict)
    for pilot, mode, *counts in ask(_SIGNS, [(k, s, m) for k, p in packs.items() for s, m in p.modes.items()]):
        modes[pilot][mode] = ModeCount(*counts)
    points: dict[str, dict[PointState, int]] = defaultdict(dict)
    for pilot, state, count in ask(_POINTS, [(k, point) for k, p in packs.items() for point in p.points]):
        points[pilot][_state(state)] = count
    actions = {pilot: rest for pilot, *rest in ask(_ACTIONS)}
    late = {pilot for (pilot,) in ask(_GATES)}
    found = []
    for key, client, name, sector, method, number, held, target in ask(_NAMES):
        overdue, due, title, after, held_up = actions.get(key, (0, None, "", 0, 0))
        found.append(
            Counted(
                key, client, name, sector, method, number, _day(held), _day(target), modes[key], points[key],
                int(overdue), int(held_up), _day(due), title if due else "", bool(after) or key in late,
            )
        )  # fmt: skip
    return found


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UnreadableRowError("action") from error


def _state(text: str) -> PointState:
    try:
        return PointState(text)
    except ValueError as error:
        raise UnreadableRowError("judgement") from error
