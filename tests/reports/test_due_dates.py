"""The due dates as a calendar, read back by a program of another maker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from report_cases import HOSTILE, TODAY, WORDS, built_in_method, empty, full, hostile

from models.engagement.engagement import Action, Engagement
from models.values.terms import Decision, Progress
from reports.exports.due_dates import due_dates, owners_due_dates
from reports.words.facts import Facts
from reports.words.text import plain
from resources.words import catalogue

CHANGED = datetime(2026, 3, 12, 16, 30, tzinfo=UTC)


def facts(engagement: Engagement) -> Facts:
    return Facts(engagement, built_in_method(), TODAY, WORDS)


def calendar(engagement: Engagement, changed: datetime = CHANGED, **more: Any) -> bytes:
    return due_dates(facts(engagement), changed, **more)


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


def test_an_event_of_an_action_without_a_title_says_so() -> None:
    untitled = with_first(title=" ")
    first = untitled.current.actions[0]
    event = next(e for e in events(calendar(untitled)) if e["uid"] == f"{first.id}@clearway")

    assert event["summary"].startswith("Due: No title yet")


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


FIRST = full().current.actions[0]
GONE = [{"due": None}, {"decision": Decision.REJECTED}, {"progress": Progress.DONE}]


@pytest.mark.parametrize("then", GONE, ids=["without a date", "rejected", "done"])
def test_what_is_awaited_no_more_is_called_off_in_a_later_file(then: dict[str, Any]) -> None:
    before = events(calendar(full()))
    after = events(calendar(with_first(**then), CHANGED + timedelta(minutes=1), earlier=[FIRST]))
    off = next(e for e in after if e["uid"] == f"{FIRST.id}@clearway")

    assert {e["uid"] for e in after} == {e["uid"] for e in before}
    assert off["status"] == "CANCELLED"
    assert off["sequence"] > before[0]["sequence"]
    assert off.decoded("dtstart") == FIRST.due
    assert {e["status"] for e in after if e is not off} == {"CONFIRMED"}


def test_what_was_removed_is_called_off_too() -> None:
    start = full()
    without = replace(start, rounds=(replace(start.current, actions=start.current.actions[1:]),))
    after = events(calendar(without, earlier=[FIRST]))

    assert [e["uid"] for e in after if e["status"] == "CANCELLED"] == [f"{FIRST.id}@clearway"]


def test_what_was_in_no_earlier_file_is_not_called_off() -> None:
    assert [e for e in events(calendar(with_first(due=None))) if e["status"] == "CANCELLED"] == []
    assert {e["status"] for e in events(calendar(full(), earlier=full().current.actions))} == {"CONFIRMED"}


def test_an_action_is_called_off_as_it_stood_last() -> None:
    older = replace(FIRST, owner_id="p5", due=date(2026, 1, 1))
    after = events(calendar(with_first(due=None), earlier=[FIRST, older]))

    assert [e.decoded("dtstart") for e in after if e["status"] == "CANCELLED"] == [FIRST.due]


def of_owner(engagement: Engagement, owner: str, earlier: Sequence[Action] = ()) -> dict[str, str]:
    found = events(calendar(engagement, earlier=earlier, owner_id=owner))
    return {str(e["uid"]).removesuffix("@clearway"): str(e["status"]) for e in found}


def test_each_owner_has_a_file_of_their_own() -> None:
    found = owners_due_dates(facts(full()), CHANGED, full().current.actions)
    owned = {a.owner_id: set[str]() for a in full().current.actions if a.due and a.owner_id}
    for action in full().current.actions:
        if action.due and action.owner_id:
            owned[action.owner_id].add(f"{action.id}@clearway")

    assert list(found) == [p.name for p in full().stakeholders if p.id in owned]
    for person in full().stakeholders:
        if person.id in owned:
            assert {str(e["uid"]) for e in events(found[person.name])} == owned[person.id]


def test_what_another_owner_takes_over_is_called_off_for_the_one_before() -> None:
    now = with_first(owner_id="p7")

    assert of_owner(now, FIRST.owner_id, [FIRST])[FIRST.id] == "CANCELLED"
    assert of_owner(now, "p7", [FIRST])[FIRST.id] == "CONFIRMED"
    assert "CANCELLED" in {
        str(e["status"]) for e in events(owners_due_dates(facts(now), CHANGED, [FIRST])["Margaret Osei"])
    }


def test_owners_of_one_name_have_two_files_and_no_name_is_a_path() -> None:
    people = tuple(replace(p, name="../Ana/Ruiz") for p in full().stakeholders[:2])
    actions = [replace(FIRST, id=f"a{n}", owner_id=p.id) for n, p in enumerate(people)]
    start = full()
    alike = replace(start, stakeholders=people, rounds=(replace(start.current, actions=tuple(actions)),))

    assert list(owners_due_dates(facts(alike), CHANGED, ())) == ["Ana Ruiz", "Ana Ruiz 2"]


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


def test_texts_say_their_language_and_umlauts_fold_whole() -> None:
    title = "Die Größe der Übergabe für alle Außenstellen prüfen, Störungen ausräumen und Schlüssel übergeben"
    german = replace(built_in_method(), language="de")
    data = due_dates(Facts(with_first(title=title), german, TODAY, catalogue("de")), CHANGED)
    event = next(event for event in events(data) if title in event["summary"])

    assert event["summary"].params["LANGUAGE"] == event["description"].params["LANGUAGE"] == "de"
    assert event["summary"].startswith("Fällig: ")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert [line.decode() for line in data.split(b"\r\n")]


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

    assert r":Due: Move \\\\server\\News to \\N (" in written
    assert r"Done when: \\n\, \\N\nStatus" in written


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert calendar(full()) == calendar(full())
    off = [calendar(with_first(due=None), earlier=[FIRST]) for _ in range(2)]
    assert off[0] == off[1]


def test_the_last_day_of_the_calendar_does_not_break_it() -> None:
    assert len(events(calendar(with_first(due=date(9999, 12, 31))))) == len(events(calendar(full()))) - 1


def test_a_plan_without_dates_is_an_empty_calendar() -> None:
    assert events(calendar(empty())) == []
