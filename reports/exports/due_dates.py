"""The due dates of the actions as an iCalendar file (RFC 5545).

Each action is an all-day event under an id of its own that never changes, so importing a later file moves what is in
the calendar already. Events rather than to-dos: not every calendar shows those.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText

from models.engagement.engagement import Action
from models.plan.plan import PlanLine
from reports.reply.fields import status_options
from reports.words.facts import Facts
from reports.words.phrases import subject
from reports.words.text import plain, shortened

LONGEST_TITLE, LONGEST_DESCRIPTION = 200, 2_000
"""Characters."""
LATEST = date(9999, 12, 30)
"""An event ends on the day after."""
MOST = 2**31 - 1
"""The largest number a calendar can read."""


def due_dates(facts: Facts, changed: datetime) -> bytes:
    """The agreed actions that have a date, in UTF-8 with CRLF. The same plan gives the same bytes.

    `changed` is when the engagement was last edited (UTC): a later file counts as a newer version of the same events.
    """
    dated = [line for line in facts.lines if line.action.due and line.action.due <= LATEST]
    calendar = Calendar()
    for name, value in (("VERSION", "2.0"), ("PRODID", "-//Clearway//Clearway//EN"), ("CALSCALE", "GREGORIAN")):
        calendar.add(name, value)
    calendar.add("X-WR-CALNAME", _text(subject(facts.engagement, facts.words), LONGEST_TITLE))
    stamp = changed.astimezone(UTC)
    sequence = min(max(int((stamp - facts.engagement.pilot.created).total_seconds()), 0), MOST)
    for line in sorted(dated, key=lambda line: (line.action.due or LATEST, line.action.id)):
        calendar.add_component(_event(facts, line, stamp, sequence))
    made: bytes = calendar.to_ical(sorted=False)
    return made


def _event(facts: Facts, line: PlanLine, stamp: datetime, sequence: int) -> Event:
    action, day = line.action, line.action.due or LATEST
    event = Event()
    event.add("UID", f"{action.id}@clearway")
    event.add("DTSTAMP", stamp)
    event.add("SEQUENCE", sequence)
    event.add("DTSTART", day)
    event.add("DTEND", day + timedelta(days=1))
    event.add("SUMMARY", _text(_title(facts, line), LONGEST_TITLE))
    event.add("DESCRIPTION", _text(_description(facts, action), LONGEST_DESCRIPTION))
    event.add("TRANSP", "TRANSPARENT")
    return event


def _title(facts: Facts, line: PlanLine) -> str:
    owner = facts.owner(line)
    text = facts.words.gettext("Due: {action} ({owner})") if owner else facts.words.gettext("Due: {action}")
    return text.format(action=shortened(plain(line.action.title), LONGEST_TITLE - 60), owner=shortened(owner, 50))


def _description(facts: Facts, action: Action) -> str:
    _ = facts.words.gettext
    parts = [subject(facts.engagement, facts.words)]
    if action.done_when.strip():
        parts.append(_("Done when: {text}").format(text=action.done_when.strip()))
    status = dict(status_options(facts.words))[action.progress.value]
    return "\n".join([*parts, _("Status: {status}").format(status=status)])


def _text(text: str, most: int) -> _Typed:
    return _Typed(shortened(plain(text), most))


class _Typed(vText):
    """A text as it was typed: the library itself reads a backslash before an N, as in a path, as the end of a line."""

    def to_ical(self) -> bytes:
        return rb"\\N".join(vText(part).to_ical() for part in self.split(r"\N"))
