"""How an engagement stands, told to the hub with its acts: no day is worked into it, so it holds until the next act."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from models.engagement.engagement import Engagement
from models.frozen import frozen
from models.hub.hub import Hub
from models.portfolio.standing import PilotStanding
from models.portfolio.usual import like_sector
from models.readiness.readiness import state_of
from models.values.terms import Decision, PointState, Progress

LONGEST_AGO = date.min
"""Counted on this day nothing is due yet and no waiver has run out."""


@frozen
class Standing:
    """The columns of `clearway.standing`."""

    digest: int
    """Of the acts that it was worked out of."""
    client: str
    pilot: str
    sector: str
    like_sector: str
    method: str
    pack: str
    round: int
    held_on: date | None
    target: date | None
    modes: Mapping[str, tuple[int, int, int, int]]
    """Of each failure mode: answered, total, severe, not applying."""
    figures: Mapping[str, int]
    """Of each failure mode, where enough is known of it."""
    points: Mapping[str, int]
    """How many readiness points were judged how."""
    waived: tuple[date, ...]
    """Until when those hold that were waived."""
    dues: tuple[date, ...]
    """When what was agreed and is not done is due, in order."""
    titles: tuple[str, ...]
    held_up: int
    ends_late: bool
    archived: bool

    @classmethod
    def of(cls, engagement: Engagement, pilot: PilotStanding, digest: int) -> Standing:
        """What was counted on `LONGEST_AGO`, and the days."""
        counted, current = pilot.counted, engagement.current
        waived = (j for j in current.judgements.values() if state_of(j, LONGEST_AGO) is PointState.WAIVED)
        due = sorted(
            (action.due, action.short if action.short.strip() else action.title)
            for action in current.actions
            if action.decision is Decision.ACCEPTED and action.progress is not Progress.DONE and action.due
        )
        return cls(
            digest, counted.client, counted.pilot, counted.sector, like_sector(counted.sector), counted.method,
            counted.method.partition("@")[0], counted.round, counted.held_on, counted.target,
            {key: (m.answered, m.total, m.severe, m.not_applying) for key, m in counted.modes.items()},
            {mode.mode_id: mode.figure for mode in pilot.modes if mode.figure is not None},
            {state.value: count for state, count in counted.points.items()},
            tuple(sorted(j.until for j in waived if j.until)), tuple(day for day, _ in due),
            tuple(title for _, title in due), counted.held_up, counted.ends_late, engagement.pilot.archived,
        )  # fmt: skip


_COLUMNS = [field.name for field in fields(Standing)]
_JSON = frozenset({"modes", "figures", "points"})


def put_standing(hub: Hub, engagement_id: str, standing: Standing) -> None:
    """Says how it stands, unless the hub does not ask yet. Raises HubError."""
    if hub.version < 2:
        return
    names = ", ".join(("engagement", *_COLUMNS))
    insert = f"INSERT INTO clearway.standing ({names}) VALUES ({', '.join(['%s'] * (len(_COLUMNS) + 1))})"
    told = [(name, getattr(standing, name)) for name in _COLUMNS]
    cells = [
        json.dumps(value) if name in _JSON else list(value) if isinstance(value, tuple) else value
        for name, value in told
    ]
    with hub.connection.transaction() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", (engagement_id,))
        cursor.execute("DELETE FROM clearway.standing WHERE engagement = %s", (engagement_id,))
        cursor.execute(insert, (engagement_id, *cells))
