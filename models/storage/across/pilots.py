"""Counts over the newest round of every pilot, in a handful of queries: no engagement is read for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from models.portfolio.counted import Counted, ModeCount, PackParts
from models.storage.database import Database
from models.storage.errors import UnreadableRowError
from models.values.terms import Answer, PointState

BETWEEN, AFTER = "\x1f", "\x1e"
"""What stands in a query's answer between what belongs together, and after it: no id holds either."""
_NEWEST = """WITH newest(id, pilot, method, target) AS MATERIALIZED (
    SELECT a.id, p.id, a.method, p.target_date FROM pilot p CROSS JOIN assessment a ON a.id =
        (SELECT id FROM assessment WHERE engagement_id = p.id ORDER BY number DESC, id DESC LIMIT 1)
    WHERE {which})"""
_NAMES = """SELECT n.pilot, c.name, p.name, c.sector, n.method, a.number, a.held_on, n.target
    FROM newest n JOIN pilot p ON p.id = n.pilot JOIN client c ON c.id = p.client_id JOIN assessment a ON a.id = n.id"""
_SIGNS = """SELECT n.pilot, n.method, group_concat(sign_id || char(31) || answer, char(30))
    FROM newest n CROSS JOIN rating r ON r.assessment_id = n.id GROUP BY n.pilot"""
_POINTS = """SELECT n.pilot, n.method, group_concat(point_id || char(31) ||
        CASE WHEN state = 'waived' AND (waived_by = '' OR until IS NULL OR until < :today
        OR trim(reason, char(9, 10, 11, 12, 13, 32, 160)) = '') THEN 'open' ELSE state END, char(30))
    FROM newest n CROSS JOIN judgement j ON j.assessment_id = n.id GROUP BY n.pilot"""
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

    def ask(query: str) -> Iterator[Any]:
        text = (newest + " " + query).replace(":today", f"'{today.isoformat()}'")
        return iter(database.execute(text, [*(ids or ())]))

    answers = {key: _answers(pack) for key, pack in packs.items()}
    modes = {pilot: _modes(text, answers.get(method, {})) for pilot, method, text in ask(_SIGNS)}
    known = {key: frozenset(pack.points) for key, pack in packs.items()}
    points = {pilot: _points(text, known.get(method, frozenset())) for pilot, method, text in ask(_POINTS)}
    actions = {pilot: rest for pilot, *rest in ask(_ACTIONS)}
    late = {pilot for (pilot,) in ask(_GATES)}
    found = []
    for key, client, name, sector, method, number, held, target in ask(_NAMES):
        overdue, due, title, after, held_up = actions.get(key, (0, None, "", 0, 0))
        found.append(
            Counted(
                key, client, name, sector, method, number, _day(held), _day(target),
                modes.get(key, {}), points.get(key, {}), int(overdue), int(held_up), _day(due),
                title if due else "", bool(after) or key in late,
            )
        )  # fmt: skip
    return found


def _answers(pack: PackParts) -> dict[str, tuple[str, ModeCount]]:
    """What each answer to each sign adds to which failure mode, by sign and answer as a query gives them."""
    found = {}
    for sign, mode in pack.modes.items():
        for level in range(4):
            found[f"{sign}{BETWEEN}{level}"] = mode, ModeCount(1, level, int(level == 3), 0)
        found[f"{sign}{BETWEEN}{Answer.DOES_NOT_APPLY.value}"] = mode, ModeCount(0, 0, 0, 1)
        found[f"{sign}{BETWEEN}{Answer.NOT_KNOWN.value}"] = mode, ModeCount(0, 0, 0, 0)
    return found


def _modes(text: str, answers: Mapping[str, tuple[str, ModeCount]]) -> dict[str, ModeCount]:
    """The counts by failure mode; an answer to a sign that the pack does not have counts for nothing."""
    found: dict[str, list[int]] = {}
    for one in text.split(AFTER):
        if one in answers:
            mode, more = answers[one]
            counts = found.setdefault(mode, [0, 0, 0, 0])
            counts[0] += more.answered
            counts[1] += more.total
            counts[2] += more.severe
            counts[3] += more.not_applying
    return {mode: ModeCount(*counts) for mode, counts in found.items()}


def _points(text: str, points: frozenset[str]) -> dict[PointState, int]:
    """How many of the pack's points stand how."""
    found: dict[str, int] = {}
    for one in text.split(AFTER):
        point, _, state = one.partition(BETWEEN)
        if point in points:
            found[state] = found.get(state, 0) + 1
    return {_state(state): count for state, count in found.items()}


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
