"""The due dates of the actions as an iCalendar file (RFC 5545).

Each action is an all-day event under an id of its own that never changes, so importing a later file moves what is in
the calendar already, and calls off what is not awaited any more. Events rather than to-dos: not every calendar shows
those.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText

from models.engagement.engagement import Action
from models.plan.once_due import is_awaited
from models.plan.titles import titled
from reports.personal.file_names import own_names
from reports.reply.fields import status_options
from reports.words.facts import Facts
from reports.words.phrases import owner_name, subject
from reports.words.text import plain, shortened

LONGEST_TITLE, LONGEST_DESCRIPTION = 200, 2_000
"""Characters."""
LATEST = date(9999, 12, 30)
"""An event ends on the day after."""
MOST = 2**31 - 1
"""The largest number a calendar can read."""


def due_dates(facts: Facts, changed: datetime, earlier: Iterable[Action] = (), owner_id: str | None = None) -> bytes:
    """The agreed actions that have a date and are not done, in UTF-8 with CRLF. The same plan gives the same bytes.

    `changed` is when the engagement was last edited (UTC): a later file counts as a newer version of the same events.
    `earlier` are actions as an earlier file may have had them; those that are awaited no more are called off. With
    `owner_id` the file is for one owner: what another has taken over is called off too.
    """
    awaited = [line.action for line in facts.lines if is_awaited(line.action) and _is_of(line.action, owner_id)]
    shown = {action.id: action for action in awaited if action.due and action.due <= LATEST}
    once = [action for action in earlier if action.due and action.due <= LATEST and _is_of(action, owner_id)]
    gone = {action.id: action for action in reversed(once) if action.id not in shown}  # as it stood last
    calendar = Calendar()
    for name, value in (("VERSION", "2.0"), ("PRODID", "-//Clearway//Clearway//EN"), ("CALSCALE", "GREGORIAN")):
        calendar.add(name, value)
    calendar.add("X-WR-CALNAME", _text(subject(facts.engagement, facts.words), LONGEST_TITLE))
    stamp = changed.astimezone(UTC)
    sequence = min(max(int((stamp - facts.engagement.pilot.created).total_seconds()), 0), MOST)
    for action in sorted([*shown.values(), *gone.values()], key=lambda action: (action.due or LATEST, action.id)):
        event = _event(facts, action, stamp, sequence)
        event.add("STATUS", "CONFIRMED" if action.id in shown else "CANCELLED")
        calendar.add_component(event)
    made: bytes = calendar.to_ical(sorted=False)
    return made


def has_events(days: bytes) -> bool:
    """Whether such a file has anything to put into a calendar, or to call off there."""
    return b"\nBEGIN:VEVENT" in days


def owners_due_dates(facts: Facts, changed: datetime, earlier: Sequence[Action]) -> dict[str, bytes]:
    """One such file for each owner, also for those who own nothing any more, by a name that is safe for a file."""
    owners = {action.owner_id for action in (*earlier, *(line.action for line in facts.lines)) if is_awaited(action)}
    names = own_names((who for who in facts.engagement.stakeholders if who.id in owners), "owner")
    return {name: due_dates(facts, changed, earlier, key) for key, name in names.items()}


def _is_of(action: Action, owner_id: str | None) -> bool:
    return owner_id in (None, action.owner_id)


def _event(facts: Facts, action: Action, stamp: datetime, sequence: int) -> Event:
    day = action.due or LATEST
    event = Event()
    event.add("UID", f"{action.id}@clearway")
    event.add("DTSTAMP", stamp)
    event.add("SEQUENCE", sequence)
    event.add("DTSTART", day)
    event.add("DTEND", day + timedelta(days=1))
    event.add("SUMMARY", _text(_title(facts, action), LONGEST_TITLE))
    event.add("DESCRIPTION", _text(_description(facts, action), LONGEST_DESCRIPTION))
    for told in ("SUMMARY", "DESCRIPTION"):
        event[told].params["LANGUAGE"] = facts.method.language
    event.add("TRANSP", "TRANSPARENT")
    return event


def _title(facts: Facts, action: Action) -> str:
    owner = owner_name(action, facts.engagement)
    text = facts.words.gettext("Due: {action} ({owner})") if owner else facts.words.gettext("Due: {action}")
    named = titled(plain(action.title), facts.words)
    return text.format(action=shortened(named, LONGEST_TITLE - 60), owner=shortened(owner, 50))


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
