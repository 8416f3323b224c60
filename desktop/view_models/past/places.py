"""Where an act happened, and what it changed, in the words of the engagement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from desktop.words import gettext, spoken
from models.engagement.changes import Added, Change, Changed, Removed, kind_of
from models.engagement.declared import find
from models.engagement.engagement import Action, Engagement, Note, Rating, Record
from models.engagement.evidence import Evidence
from models.engagement.judgements import Judgement
from models.engagement.registers import RegisterCell, RegisterEntry
from models.engagement.workshop import Ballot
from models.frozen import frozen
from models.method.method import Method
from models.values.months import long_date
from models.values.numbers import shown_number, tidy
from resources.words import marked

_FIELDS = {
    "answer": marked("Answer"),
    "archived": marked("In the archive"),
    "closing_line": marked("Closing line"),
    "closing_reason": marked("Why closed with gaps"),
    "closed_on": marked("Closed on"),
    "conditions": marked("Conditions"),
    "confidence": marked("How well backed"),
    "confidentiality": marked("Confidentiality"),
    "contact": marked("Contact"),
    "cost": marked("Cost"),
    "decided_by": marked("Decided by"),
    "decided_on": marked("Decided on"),
    "decides": marked("Decides on"),
    "decision": marked("Decision"),
    "decision_asked": marked("Decision asked for"),
    "decisive": marked("The decision rests on it"),
    "done_when": marked("Done when"),
    "due": marked("Due"),
    "effort_high": marked("Effort, at most"),
    "effort_low": marked("Effort, at least"),
    "email": marked("E-mail"),
    "alternative": marked("What it shows"),
    "caption": marked("Caption"),
    "evidence": marked("Evidence"),
    "facilitator": marked("Facilitator"),
    "for_client": marked("For the client"),
    "group": marked("Group"),
    "headline": marked("Headline"),
    "held_on": marked("Day of the workshop"),
    "impact": marked("Impact"),
    "minutes": marked("Minutes"),
    "name": marked("Name"),
    "owner_id": marked("Owner"),
    "position": marked("Place in the list"),
    "practice": marked("Practice"),
    "present": marked("Present"),
    "problem": marked("Problem"),
    "progress": marked("Progress"),
    "purpose": marked("Purpose"),
    "reason": marked("Reason"),
    "role": marked("Role"),
    "sector": marked("Sector"),
    "short": marked("In a few words"),
    "sponsor": marked("Sponsor"),
    "started": marked("Started"),
    "state": marked("State"),
    "target_date": marked("Target date"),
    "text": marked("Text"),
    "title": marked("Title"),
    "until": marked("Until"),
    "value": marked("Entry"),
    "waived_by": marked("Waived by"),
    "why": marked("Why"),
}
"""The fields of records that are said; of whole records those alone."""
MOST = 8
"""Lines of what an act changed."""


@frozen
class Line:
    """One thing that an act changed."""

    what: str
    before: str
    after: str


def lines_of(changes: Iterable[Change], then: Engagement) -> list[Line]:
    """What an act changed, at most `MOST` lines."""
    found: list[Line] = []
    for line in _lines(changes, then):
        if line.before != line.after:
            found.append(line)
        if len(found) == MOST:
            break
    return found


def _lines(changes: Iterable[Change], then: Engagement) -> Iterator[Line]:
    for change in changes:
        match change:
            case Changed(_, _, field, before, after) if field in _FIELDS:
                yield Line(gettext(_FIELDS[field]), said_value(field, before, then), said_value(field, after, then))
            case Added(record):
                for field, value in _fields(record):
                    yield Line(gettext(_FIELDS[field]), "", said_value(field, value, then))
            case Removed(record):
                for field, value in _fields(record):
                    yield Line(gettext(_FIELDS[field]), said_value(field, value, then), "")


def _fields(record: Record) -> Iterator[tuple[str, Any]]:
    for field in _FIELDS:
        if hasattr(record, field) and field != "position" and getattr(record, field) is not False:
            yield field, getattr(record, field)


def said_value(field: str, value: Any, then: Engagement) -> str:
    """A value of a field as a person reads it; empty for nothing."""
    if field == "owner_id" and value:
        person = then.stakeholder(value)
        return person.name or person.role if person else gettext("somebody who is no longer there")
    match value:
        case bool():
            return gettext("yes") if value else gettext("no")
        case datetime():
            return f"{long_date(value.astimezone().date(), spoken())}, {value.astimezone():%H:%M}"
        case date():
            return long_date(value, spoken())
        case Enum():
            return str(value.value).replace("_", " ").replace("-", " ")
        case None:
            return ""
        case Decimal():
            return shown_number(tidy(value), spoken())
        case _:
            return str(value)


def spoken_field(field: str) -> str:
    """What a field is called; empty for one that people do not see."""
    return gettext(_FIELDS[field]) if field in _FIELDS and field != "position" else ""


def place_of(changes: Iterable[Change], kinds: frozenset[type[Record]], then: Engagement, method: Method) -> str:
    """The id by which its page knows where an act happened; empty where it is the page itself."""
    for change in changes:
        kind = kind_of(change)
        record = find(then, kind, change.id) if isinstance(change, Changed) else change.record
        if record is not None and kind in kinds and (place := _place(record, then, method)):
            return place
    return ""


def _place(record: Record, then: Engagement, method: Method) -> str:
    match record:
        case Rating() | Ballot() | Note():
            return record.sign_id
        case Action():
            return record.id
        case Judgement():
            return record.point_id
        case Evidence(sign_id=sign_id, point_id=point_id, entry_id=None):
            return sign_id or point_id
        case Evidence(entry_id=str() as entry_id):
            row = find(then, RegisterEntry, entry_id)
            return _item_of(row.register_id, method) if isinstance(row, RegisterEntry) else ""
        case RegisterEntry():
            return _item_of(record.register_id, method)
        case RegisterCell():
            entry = find(then, RegisterEntry, record.entry_id)
            return _item_of(entry.register_id, method) if isinstance(entry, RegisterEntry) else ""
        case _:
            return ""


def _item_of(register_id: str, method: Method) -> str:
    """The first item of the playbook that is filled in in a register."""
    return next((item.id for item in method.items.values() if item.register == register_id), "")
