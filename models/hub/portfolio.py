"""Every engagement that one may see side by side, and what is usual: counted by the server, out of what was told it."""

from __future__ import annotations

from datetime import date
from typing import Any

from models.hub.hub import Hub
from models.portfolio.counted import Counted, ModeCount
from models.portfolio.usual import LEAST, WIDTH, Usual
from models.values.terms import PointState

_PORTFOLIO = """SELECT s.engagement, s.client, s.pilot, s.sector, s.method, s.round, s.held_on, s.target, s.modes,
        s.points,
        (SELECT count(*) FROM unnest(s.waived) AS w(day) WHERE w.day < %(today)s),
        (SELECT count(*) FROM unnest(s.dues) AS d(day) WHERE d.day < %(today)s), next.day, next.title, s.ends_late
    FROM clearway.member mine JOIN clearway.standing s ON s.engagement = mine.engagement
    LEFT JOIN LATERAL (
        SELECT d.day, d.title FROM unnest(s.dues, s.titles) AS d(day, title) WHERE d.day >= %(today)s
        ORDER BY d.day, d.title LIMIT 1) AS next ON true
    WHERE mine.role = session_user AND NOT s.archived"""
_USUAL = f"""WITH own AS (SELECT like_sector, pack FROM clearway.standing WHERE engagement = %(id)s)
    SELECT mode.key, count(*), (array_agg(mode.value::int ORDER BY mode.value::int))[count(*) / 2 + 1],
        count(*) FILTER (WHERE mode.value::int < {WIDTH}),
        count(*) FILTER (WHERE mode.value::int >= {WIDTH} AND mode.value::int < {2 * WIDTH}),
        count(*) FILTER (WHERE mode.value::int >= {2 * WIDTH} AND mode.value::int < {3 * WIDTH}),
        count(*) FILTER (WHERE mode.value::int >= {3 * WIDTH})
    FROM own JOIN clearway.standing s ON s.like_sector = own.like_sector AND s.pack = own.pack
    JOIN clearway.member mine ON mine.engagement = s.engagement AND mine.role = session_user
    CROSS JOIN LATERAL jsonb_each_text(s.figures) AS mode
    WHERE own.like_sector <> '' AND s.engagement <> %(id)s AND NOT s.archived
    GROUP BY mode.key HAVING count(*) >= {LEAST}"""


def portfolio(hub: Hub, today: date) -> list[Counted]:
    """All that this person is in and that is not in the archive, as far as the hub was told. Raises HubError."""
    with hub.connection.transaction() as cursor:
        rows = cursor.execute(_PORTFOLIO, {"today": today}).fetchall()
    return [_counted(row) for row in rows]


def usual(hub: Hub, engagement_id: str) -> dict[str, Usual]:
    """By failure mode, how the others of its sector stand that one may see; without its own. Raises HubError."""
    with hub.connection.transaction() as cursor:
        rows = cursor.execute(_USUAL, {"id": engagement_id}).fetchall()
    return {mode: Usual(mode, None, others, middle, tuple(spread)) for mode, others, middle, *spread in rows}


def _counted(row: tuple[Any, ...]) -> Counted:
    key, client, pilot, sector, method, number, held, target, modes, points, run_out, overdue, due, title, late = row
    states = {PointState(state): count for state, count in points.items()}
    if run_out:  # a waiver that has run out leaves its point open
        states[PointState.OPEN] = states.get(PointState.OPEN, 0) + run_out
        states[PointState.WAIVED] = states.get(PointState.WAIVED, 0) - run_out
    return Counted(
        key, client, pilot, sector, method, number, held, target,
        {mode: ModeCount(*counts) for mode, counts in modes.items()},
        {state: count for state, count in states.items() if count}, overdue,
        next_due=due, next_action=title or "", ends_late=late,
    )  # fmt: skip
