"""How an engagement begins, with as little as a client's and a pilot's name; and how a later round of it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from models.engagement.engagement import Assessment, Brand, Client, Engagement, Pilot, Record, Round, Stakeholder
from models.engagement.workshop import AgendaBox
from models.values.folding import folded
from models.values.terms import new_id


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


def same_client(here: Engagement, other: Engagement) -> bool:
    """Whether both are of one client, or no client is named here yet: no client's people come to another one."""
    name = folded(here.client.name).strip()
    return not name or name == folded(other.client.name).strip()


def begun_like(here: Engagement, other: Engagement) -> tuple[list[Record], list[AgendaBox]]:
    """What is put, and what goes, where `here` begins with what was set for `other`: its brand, agenda, facilitator.

    Client and people come too where both are of one client; nothing that was answered does.
    """
    same, first = same_client(here, other), here.current.assessment
    brand = replace(other.brand, id=here.id)
    if not same:
        brand = replace(brand, client_logo=here.brand.client_logo, confidentiality=here.brand.confidentiality)
    put: list[Record] = [brand]
    if facilitator := other.current.assessment.facilitator:
        put.append(replace(first, facilitator=facilitator))
    begun = any(box.spent or box.since for box in here.current.agenda)
    agenda = () if begun else other.current.agenda
    put += [replace(b, id=new_id(), assessment_id=first.id, added=0, spent=0, since=None) for b in agenda]
    if same and not here.client.name.strip():
        put.append(replace(here.client, name=other.client.name, sector=other.client.sector))
    if same:
        put += _people_of(here, other)
    return put, list(here.current.agenda) if agenda else []


def _people_of(here: Engagement, other: Engagement) -> Iterator[Stakeholder]:
    """Those who are not here yet, after those who are; whether they come was not asked."""
    known = {folded(person.name).strip() for person in here.stakeholders}
    sponsored = any(person.sponsor for person in here.stakeholders)
    place = max((person.position for person in here.stakeholders), default=-1)
    for person in other.stakeholders:
        if folded(person.name).strip() not in known:
            place += 1
            sponsor = person.sponsor and not sponsored
            yield replace(person, id=new_id(), engagement_id=here.id, position=place, present=None, sponsor=sponsor)
