"""The due dates of the actions as an iCalendar file (RFC 5545).

Each action is an all-day event under an id of its own that never changes, so importing a later file moves what is in
the calendar already. Events rather than to-dos: not every calendar shows those.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from models.engagement.engagement import Action
from models.plan.plan import PlanLine
from reports.reply.fields import status_options
from reports.words.facts import Facts
from reports.words.phrases import subject
from reports.words.text import plain, shortened

LONGEST_LINE = 75
"""Bytes, the line end apart. (RFC 5545, 3.1.)"""
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
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Clearway//Clearway//EN", "CALSCALE:GREGORIAN"]
    lines.append("X-WR-CALNAME:" + _text(subject(facts.engagement, facts.words), LONGEST_TITLE))
    stamp = changed.astimezone(UTC)
    sequence = min(max(int((stamp - facts.engagement.pilot.created).total_seconds()), 0), MOST)
    for line in sorted(dated, key=lambda line: (line.action.due or LATEST, line.action.id)):
        lines += _event(facts, line, stamp, sequence)
    lines.append("END:VCALENDAR")
    return b"".join(b"\r\n ".join(_folded(line)) + b"\r\n" for line in lines)


def _event(facts: Facts, line: PlanLine, stamp: datetime, sequence: int) -> list[str]:
    action, day = line.action, line.action.due or LATEST
    return [
        "BEGIN:VEVENT",
        f"UID:{action.id}@clearway",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{sequence}",
        f"DTSTART;VALUE=DATE:{_day(day)}",
        f"DTEND;VALUE=DATE:{_day(day + timedelta(days=1))}",
        "SUMMARY:" + _text(_title(facts, line), LONGEST_TITLE),
        "DESCRIPTION:" + _text(_description(facts, action), LONGEST_DESCRIPTION),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _day(day: date) -> str:
    """Four digits for the year, which strftime does not promise for early ones."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


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


def _text(text: str, most: int) -> str:
    """A text as the format writes it. (RFC 5545, 3.3.11.)"""
    kept = shortened(plain(text), most)
    for char in "\\;,":
        kept = kept.replace(char, "\\" + char)
    return kept.replace("\n", "\\n")


def _folded(line: str) -> Iterator[bytes]:
    """A line in pieces of at most 75 bytes, the blank before a continuation included, never within a character."""
    piece, room = b"", LONGEST_LINE
    for char in line:
        coded = char.encode()
        if len(piece) + len(coded) > room:
            yield piece
            piece, room = b"", LONGEST_LINE - 1
        piece += coded
    yield piece
