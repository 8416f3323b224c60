"""Letters to owners: their own actions only, by date, with a reply that is read as any other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from io import BytesIO

import pikepdf
import pytest
from icalendar import Calendar
from pdf_text import text_of
from reply_hand import read_reply
from report_cases import TODAY, WORDS, built_in_method, complete, full, hostile
from structure_reading import NOTHING, SpokenDocument

from models.engagement.engagement import Engagement
from models.plan.plan import accepted_actions
from models.values.terms import Progress
from reports.exports.letters import owners_letters
from reports.exports.parcel import Parcel
from reports.reply.fields import Box, FieldName, parse_field_name
from reports.reply.plan_data import plan_revision
from reports.words.facts import Facts
from reports.words.typography import typeset

CHANGED = datetime(2026, 3, 13, 9, 0, tzinfo=UTC)


def facts(engagement: Engagement, today: date = TODAY) -> Facts:
    return Facts(engagement, built_in_method(), today, WORDS)


def letters(engagement: Engagement, only_late: bool = False, today: date = TODAY) -> tuple[Parcel, ...]:
    return owners_letters(facts(engagement, today), CHANGED, (), only_late)


def test_each_owner_reads_their_own_actions_in_the_order_of_their_dates_and_nobody_else_s() -> None:
    engagement = full()
    actions = accepted_actions(engagement.current)
    found = letters(engagement)
    assert {one.who.id for one in found} == {a.owner_id for a in actions if a.owner_id}
    for one in found:
        text = " ".join(text_of(one.document).split())
        own = sorted((a for a in actions if a.owner_id == one.who.id), key=lambda a: (a.due or date.max, a.position))
        places = [text.index(typeset(a.title)) for a in own if a.progress is not Progress.DONE]
        assert places == sorted(places)
        assert not [a.title for a in actions if a.owner_id != one.who.id and typeset(a.title) in text]


def test_what_is_done_and_who_has_nothing_left_gets_no_letter() -> None:
    engagement = full()
    first = letters(engagement)[0].who.id
    actions = tuple(
        replace(a, progress=Progress.DONE) if a.owner_id == first else a for a in engagement.current.actions
    )
    after = replace(engagement, rounds=(*engagement.rounds[:-1], replace(engagement.current, actions=actions)))
    assert first not in {one.who.id for one in letters(after)}


def test_only_those_who_are_late_are_chased_and_only_about_what_is_late() -> None:
    engagement = full()
    dated = sorted((a for a in accepted_actions(engagement.current) if a.due and a.owner_id), key=lambda a: a.due)
    day = dated[0].due
    assert day
    assert letters(engagement, only_late=True, today=day) == ()
    (one,) = letters(engagement, only_late=True, today=day + timedelta(days=1))
    assert one.who.id == dated[0].owner_id
    assert one.title == "One of your actions is late"
    text = " ".join(text_of(one.document).split())
    assert typeset(dated[0].title) in text
    assert not [a.title for a in dated[1:] if a.due != day and typeset(a.title) in text]


def test_the_reply_in_a_letter_is_read_like_that_of_the_plan() -> None:
    engagement = full()
    one = letters(engagement)[0]
    with pikepdf.open(BytesIO(one.document)) as pdf:
        names = [parse_field_name(str(field.T)) for field in pdf.Root.AcroForm.Fields]
        assert all(names)
        action = next(n.action for n in names if n)
        held = str(FieldName(engagement.id, plan_revision(engagement), action, Box.HELD_UP))
        next(f for f in pdf.Root.AcroForm.Fields if str(f.T) == held).V = pikepdf.String("Who pays?")
        target = BytesIO()
        pdf.save(target)
    (replied,) = read_reply(target.getvalue(), facts(engagement)).actions
    assert (replied.action_id, replied.comment) == (action, "Who pays?")


def test_the_message_carries_the_letter_and_the_calendar_to_the_one_address() -> None:
    engagement = full()
    people = tuple(
        replace(p, email=f"p{n}@example.org" if n else "nowhere") for n, p in enumerate(engagement.stakeholders)
    )
    for one in letters(replace(engagement, stakeholders=people)):
        message = message_from_bytes(one.draft(), policy=default)
        assert bool(one.to) is (one.who.id != people[0].id)
        if one.to:
            assert message["To"].addresses[0].addr_spec == one.who.email
        pdf, *calendars = message.iter_attachments()
        assert pdf.get_content() == one.document
        if not one.calendar:
            assert not [a for a in accepted_actions(engagement.current) if a.owner_id == one.who.id and a.due]
            continue
        (calendar,) = calendars
        assert calendar.get_content_type() == "text/calendar"
        assert calendar.get_filename() == f"{one.name}.ics"
        assert len(Calendar.from_ical(one.calendar).walk("VEVENT")) == len(
            [a for a in accepted_actions(engagement.current) if a.owner_id == one.who.id and a.due]
        )


def test_the_same_input_gives_the_same_bytes_and_everything_painted_is_tagged() -> None:
    found = letters(complete())
    assert found == letters(complete())
    for one in found:
        document = SpokenDocument(one.document)
        assert document.outside() == []
        assert not [text for (_, number), text in document.words.items() if number == NOTHING and text.strip()]
        roles = [element.role for element in document.root.walk()]
        assert roles.count("H1") == 1


def test_what_people_wrote_is_only_words() -> None:
    assert letters(hostile())


def with_days(*days: date | None) -> Engagement:
    """One owner with as many actions."""
    start = full()
    first = start.current.actions[0]
    actions = tuple(
        replace(first, id=f"a{n}", position=n + 1, owner_id="p0", progress=Progress.NOT_STARTED, due=day)
        for n, day in enumerate(days)
    )
    return replace(start, rounds=(replace(start.current, actions=actions),))


@pytest.mark.parametrize("many", [1, 2])
def test_without_a_day_no_calendar_is_spoken_of_or_sent(many: int) -> None:
    (one,) = letters(with_days(*[None] * many))
    text = text_of(one.document)
    assert one.calendar == b""
    assert "calendar" not in text + one.message.text
    assert {1: "It has no date yet: give it one below.", 2: "None has a date yet: give each one below."}[many] in text
    assert one.message.text.count("Attached ") == 1
    assert "calendar" in letters(with_days(None, TODAY))[0].message.text
    once = with_days(TODAY).current.actions
    (called_off,) = owners_letters(facts(with_days(*[None] * many)), CHANGED, once)
    assert b"STATUS:CANCELLED" in called_off.calendar, "what it had a day for is called off"


@pytest.mark.parametrize(("days", "title"), [
    ((date(2026, 3, 12), date(2026, 4, 1)), "One of your actions is late"),
    ((date(2026, 3, 11), date(2026, 3, 12), None), "Two of your actions are late"),
    ((date(2026, 3, 13), None), "Your two actions; the first by 13 March"),
    ((date(2026, 3, 12),), "Your one action is late"),
])  # fmt: skip
def test_a_day_that_is_past_is_not_a_day_to_come(days: tuple[date | None, ...], title: str) -> None:
    (one,) = letters(with_days(*days))
    assert one.title == title
    assert one.message.subject.startswith(title)
