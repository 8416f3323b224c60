"""Counts over the newest round of every pilot, in one query: no engagement is read for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from models.portfolio.counted import Counted, ModeCount, PackParts
from models.storage.database import Database
from models.storage.errors import UnreadableRowError
from models.values.terms import Answer, PointState

BETWEEN, AFTER = "\x1f", "\x1e"
"""What stands in a query's answer between what belongs together, and after it: no id holds either."""
# What belongs to a pilot is gathered where it lies: joined and grouped, all of it would be sorted first. The ids of
# answers and points begin with their round's and a stroke, which "0" comes after (`rating_id`, `judgement_id`), so they
# lie side by side. Of a row with one min() SQLite gives the other columns of that very row.
_COUNTED = """SELECT p.id, c.name, p.name, c.sector, a.method, a.number, a.held_on, p.target_date,
    (SELECT group_concat(sign_id || char(31) || answer, char(30))
        FROM rating r WHERE r.id > a.id || '/' AND r.id < a.id || '0'),
    (SELECT group_concat(point_id || char(31) || CASE WHEN state = 'waived' AND (waived_by = '' OR until IS NULL
            OR until < ?1 OR trim(reason, char(9, 10, 11, 12, 13, 32, 160)) = '') THEN 'open' ELSE state END, char(30))
        FROM judgement j WHERE j.id > a.id || '/' AND j.id < a.id || '0'),
    (SELECT count(*) FILTER (WHERE due < ?1) || char(31) || count(*) FILTER (WHERE progress = 'blocked') || char(31)
            || count(*) FILTER (WHERE due > p.target_date) || char(31)
            || ifnull(min(CASE WHEN due >= ?1 THEN due END), '') || char(31)
            || CASE WHEN trim(short) = '' THEN title ELSE short END
        FROM "action" x WHERE x.assessment_id = a.id AND decision = 'accepted' AND progress <> 'done'),
    EXISTS (SELECT 1 FROM gatecondition g JOIN "action" x ON x.id = g.action_id WHERE g.assessment_id = a.id
        AND x.decision = 'accepted' AND x.progress <> 'done' AND x.due > g.day)
    FROM pilot p CROSS JOIN client c ON c.id = p.client_id CROSS JOIN assessment a ON a.id =
        (SELECT id FROM assessment WHERE engagement_id = p.id ORDER BY number DESC, id DESC LIMIT 1)
    WHERE {which}"""
_NO_ACTIONS = f"0{BETWEEN}0{BETWEEN}0{BETWEEN}{BETWEEN}"


def counted(
    database: Database, packs: Mapping[str, PackParts], today: date, ids: Sequence[str] | None = None
) -> list[Counted]:
    """Every pilot that is not in the archive, or those with these ids, archived ones too. Raises UnreadableRowError.

    `packs` are by their keys; of a round whose pack is not among them nothing is counted but its actions.
    """
    which = "p.archived = 0" if ids is None else f"p.id IN ({', '.join('?' * len(ids))})"
    answers = {key: _answers(pack) for key, pack in packs.items()}
    known = {key: frozenset(pack.points) for key, pack in packs.items()}
    found = []
    rows = database.execute(_COUNTED.format(which=which), (today.isoformat(), *(ids or ())))
    for key, client, name, sector, method, number, held, target, signs, points, actions, late in rows:
        overdue, held_up, after, due, title = (actions or _NO_ACTIONS).split(BETWEEN, 4)
        found.append(
            Counted(
                key, client, name, sector, method, number, _day(held), _day(target),
                _modes(signs or "", answers.get(method, {})), _points(points or "", known.get(method, frozenset())),
                int(overdue), int(held_up), _day(due), title if due else "", bool(int(after) or late),
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
