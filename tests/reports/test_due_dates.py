"""The due dates as a calendar, read back by a program of another maker."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from report_cases import HOSTILE, TODAY, WORDS, built_in_method, empty, full, hostile

from models.engagement.engagement import Engagement
from reports.exports.due_dates import due_dates
from reports.words.facts import Facts
from reports.words.text import plain

CHANGED = datetime(2026, 3, 12, 16, 30, tzinfo=UTC)


def calendar(engagement: Engagement, changed: datetime = CHANGED) -> bytes:
    return due_dates(Facts(engagement, built_in_method(), TODAY, WORDS), changed)


def events(data: bytes) -> list[Any]:
    found = Calendar.from_ical(data)
    assert found.errors == []
    return list(found.walk("VEVENT"))


def with_first(**changes: Any) -> Engagement:
    start = full()
    actions = (replace(start.current.actions[0], **changes), *start.current.actions[1:])
    return replace(start, rounds=(replace(start.current, actions=actions),))


def test_every_action_with_a_date_is_an_all_day_event() -> None:
    dated = sorted(a.due for a in full().current.actions if a.due)
    found = events(calendar(full()))

    assert [event.decoded("dtstart") for event in found] == dated
    assert all(event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1) for event in found)
    assert all(event["transp"] == "TRANSPARENT" for event in found)


def test_an_event_says_what_who_and_when_it_is_done() -> None:
    first = full().current.actions[0]
    owner = full().stakeholder(first.owner_id)
    assert owner
    event = next(e for e in events(calendar(full())) if e["uid"] == f"{first.id}@clearway")

    assert event["summary"] == f"Due: {first.title} ({owner.name})"
    assert event["description"].splitlines() == [
        "Claims triage assistant, Harbour & Vale Mutual",
        f"Done when: {first.done_when}",
        "Status: Not started",
    ]


def test_a_later_file_moves_the_same_events() -> None:
    first = full().current.actions[0]
    later = with_first(due=date(2026, 12, 1))
    before, after = events(calendar(full())), events(calendar(later, CHANGED + timedelta(minutes=1)))

    assert {e["uid"] for e in before} == {e["uid"] for e in after}
    moved = next(e for e in after if e["uid"] == f"{first.id}@clearway")
    assert moved.decoded("dtstart") == date(2026, 12, 1)
    assert {e["sequence"] for e in after} == {before[0]["sequence"] + 60}
    assert after[0].decoded("dtstamp") == CHANGED + timedelta(minutes=1)


def test_the_sequence_never_goes_below_nought_nor_past_what_calendars_read() -> None:
    created = full().pilot.created
    assert events(calendar(full(), created - timedelta(days=1)))[0]["sequence"] == 0
    assert events(calendar(full(), datetime(9999, 1, 1, tzinfo=UTC)))[0]["sequence"] == 2**31 - 1


def test_every_line_is_short_ends_in_crlf_and_is_whole_characters() -> None:
    data = calendar(hostile("Überprüfung 中文 👍🏽 " * 40, "Größe"))

    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert max(map(len, lines)) > 70
    for line in lines:
        line.decode()


@pytest.mark.parametrize(
    "text",
    [
        "End\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:planted",
        "a;b,c\\d\\n: \"quoted\" \u2028BEGIN:VALARM",
        HOSTILE,
        "",
    ],
)  # fmt: skip
def test_text_stays_text(text: str) -> None:
    engagement = with_first(title=text, done_when=text)
    found = events(calendar(engagement))

    assert len(found) == len(events(calendar(full())))
    event = next(e for e in found if e["uid"] == f"{full().current.actions[0].id}@clearway")
    assert not event.subcomponents
    assert str(event["summary"]).startswith("Due: " + plain(text)[:40])
    if text.strip():
        assert plain(text).strip()[:60] in str(event["description"])


def test_a_path_keeps_its_backslashes_and_capitals() -> None:
    """The library itself would read a backslash before an N as the end of a line, both when it writes and reads."""
    data = calendar(with_first(title=r"Move \\server\News to \N", done_when=r"\n, \N"))
    written = data.replace(b"\r\n ", b"").decode()

    assert r"SUMMARY:Due: Move \\\\server\\News to \\N (" in written
    assert r"Done when: \\n\, \\N\nStatus" in written


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert calendar(full()) == calendar(full())


def test_the_last_day_of_the_calendar_does_not_break_it() -> None:
    assert len(events(calendar(with_first(due=date(9999, 12, 31))))) == len(events(calendar(full()))) - 1


def test_a_plan_without_dates_is_an_empty_calendar() -> None:
    assert events(calendar(empty())) == []
