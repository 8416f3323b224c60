"""How an engagement begins, with as little as a client's and a pilot's name; and how a later round of it does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from models.engagement.engagement import Assessment, Brand, Client, Engagement, Pilot, Round


def new_engagement(client: str, pilot: str, method: str, now: datetime, house: Brand | None = None) -> Engagement:
    """An empty engagement in its first round of `method` (a pack's key), created at `now` (UTC).

    `house` is the brand of an earlier engagement: what is the practice's own carries over. The client's logo does not,
    nor does the confidentiality line, which may name the client.
    """
    client_record = Client(name=client)
    pilot_record = Pilot(client_id=client_record.id, name=pilot, created=now)
    brand = Brand(id=pilot_record.id)
    if house:
        brand = replace(house, id=pilot_record.id, client_logo="", confidentiality="")
    first = Assessment(engagement_id=pilot_record.id, method=method, held_on=now.date())
    return Engagement(client=client_record, pilot=pilot_record, brand=brand, stakeholders=(), rounds=(Round(first),))


def next_round(engagement: Engagement, method: str, now: datetime) -> Round:
    """The round after the newest, of `method` (a pack's key), begun at `now` (UTC).

    No rating and no ballot is taken over: one in a round says that its sign was asked in it (DECISIONS.md, 6).
    """
    number = engagement.current.assessment.number + 1
    return Round(Assessment(engagement_id=engagement.id, number=number, method=method, held_on=now.date()))
