"""An engagement written and read again is the same engagement, whatever people have typed into it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from exchange_documents import ABSENT, WHOLE, changed, text_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from model_samples import DOES_NOT_APPLY

from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import (
    Action,
    Assessment,
    Brand,
    Client,
    Engagement,
    Note,
    Pilot,
    Rating,
    Round,
    Stakeholder,
    rating_id,
)
from models.engagement.judgements import Judgement, judgement_id
from models.engagement.outbox import Dispatch
from models.engagement.registers import Gate, RegisterCell, RegisterEntry, cell_id, gate_id
from models.engagement.workshop import AgendaBox, Ballot, Vote, ballot_id, vote_id
from models.exchange import write_engagement
from models.values.lengths import LONGEST_NAME
from models.values.terms import (
    Answer,
    Confidence,
    Decision,
    GateDecision,
    Group,
    NoteKind,
    PointState,
    Progress,
    RaciPart,
    VoteWay,
    new_id,
)
from tests.built_in import KEY

Read = Callable[[str | bytes], Engagement]
HOSTILE = [
    "<b>bold</b> & </para> ]]>",
    "\0\x01\x1b[31m\x7f\x85",
    "👩‍👩‍👧 family, 🇬🇧, e\u0301, \ufdfa",
    "مرحبا بالعالم \u202e abc",
    "数据管道不存在",
    "x" * 300,
    "'; DROP TABLE pilot; --",
    "=1+1",
    "\\u0041 \\n %s {0} {name}",
    "\r\n\t tail ",
    "\u2028\ufeff\U0010ffff",
    "Leak, 20,000 characters: " + "long " * 3995,
]
texts = st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE[:-1]))
days = st.decimals("0.1", "400", places=1)


@st.composite
def engagements(draw: st.DrawFn) -> Engagement:
    """An engagement with any text in every text field, and a value in every other."""
    pilot = Pilot(
        client_id=new_id(),
        name=draw(texts),
        purpose=draw(texts),
        problem=draw(texts),
        started=draw(st.none() | st.dates()),
        currency=draw(st.sampled_from(["GBP", "THB"])),
        cost=draw(st.none() | st.decimals("0", "999999999999999.99", places=2)),
        target_date=draw(st.none() | st.dates()),
        decision_asked=draw(texts),
        created=draw(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=st.just(UTC))),
        archived=draw(st.booleans()),
    )
    lines = {key: draw(texts) for key in ("practice", "contact", "confidentiality", "closing_line")}
    brand = Brand(id=pilot.id, **lines)
    person = Stakeholder(
        engagement_id=pilot.id,
        name=draw(texts),
        role=draw(texts),
        group=draw(st.sampled_from(Group)),
        decides=draw(texts),
        email=draw(texts),
        present=draw(st.booleans()),
    )
    return Engagement(
        client=Client(id=pilot.client_id, name=draw(texts), sector=draw(texts)),
        pilot=pilot,
        brand=brand,
        stakeholders=(person,),
        rounds=(draw(rounds(pilot.id, 1, person.id)), draw(rounds(pilot.id, 2, ""))),
        outbox=(draw(dispatches(pilot.id)),),
    )


@st.composite
def dispatches(draw: st.DrawFn, engagement_id: str) -> Dispatch:
    return Dispatch(
        engagement_id=engagement_id,
        document="action-plan",
        title=draw(texts),
        file_name=draw(texts),
        revision="0123456789ab",
        sha256="5" * 64,
        recipients=draw(st.sampled_from(["", "Ana <ana@example.org>", "Ana <ana@example.org>\nBo <bo@example.org>"])),
        subject=draw(texts),
        prepared_at=draw(st.datetimes(min_value=datetime(2, 1, 1), timezones=st.just(UTC))),
    )


@st.composite
def rounds(draw: st.DrawFn, engagement_id: str, number: int, owner: str) -> Round:
    first = Assessment(
        engagement_id=engagement_id,
        number=number,
        held_on=draw(st.none() | st.dates()),
        facilitator=draw(texts),
        closed_on=draw(st.none() | st.dates()),
        closing_reason=draw(texts),
        method=KEY,
    )
    answer = draw(st.sampled_from(Answer))
    rating = Rating(
        id=rating_id(first.id, "resistance"),
        assessment_id=first.id,
        sign_id="resistance",
        answer=answer,
        reason=draw(texts),
        confidence=draw(st.none() | st.sampled_from(Confidence)) if answer.level is not None else None,
    )
    note = Note(
        assessment_id=first.id,
        sign_id=draw(st.sampled_from(["", "resistance"])),
        kind=draw(st.sampled_from(NoteKind)),
        text=draw(texts),
        for_client=draw(st.booleans()),
    )
    low, high = sorted((draw(days), draw(days)))
    action = Action(
        assessment_id=first.id,
        proposal=draw(texts),
        decision=draw(st.sampled_from(Decision)),
        title=draw(texts),
        phase=draw(st.sampled_from(["", "pilot-design"])),
        owner_role=draw(texts),
        owner_id=owner,
        due=draw(st.none() | st.dates()),
        effort_low=low,
        effort_high=high,
        done_when=draw(texts),
        progress=draw(st.sampled_from(Progress)),
        reason=draw(texts),
        impact=draw(st.none() | st.integers(0, 100)),
    )
    later = replace(action, id=new_id(), position=1)
    tied = Dependency(
        id=dependency_id(later.id, action.id), assessment_id=first.id, action_id=later.id, after_id=action.id
    )
    judged = Judgement(
        id=judgement_id(first.id, "volumes"),
        assessment_id=first.id,
        point_id="volumes",
        state=draw(st.sampled_from(PointState)),
        evidence=draw(texts),
        owner_id=owner,
        waived_by=owner,
        reason=draw(texts),
        until=draw(st.none() | st.dates()),
    )
    workshop = draw(workshops(first.id, owner))
    playbook = draw(playbooks(first.id, owner))
    actions, ties = (action, later), {tied.id: tied}
    return Round(first, {"resistance": rating}, (note,), actions, *workshop, {"volumes": judged}, ties, *playbook)


@st.composite
def playbooks(
    draw: st.DrawFn, round_id: str, person: str
) -> tuple[tuple[RegisterEntry, ...], dict[str, RegisterCell], dict[str, Gate]]:
    """A metric with an owner, a reading that refers to it, a task of the matrix, and a gate."""
    metric, reading, task = (
        RegisterEntry(assessment_id=round_id, register_id=register)
        for register in ("metrics", "metric-readings", "raci")
    )
    cells = [
        (metric, "metric", draw(texts)),
        (metric, "owner", person),
        (metric, "baseline", draw(texts)),
        (reading, "metric", metric.id),
        (task, "task", draw(texts)),
    ]
    if person:
        cells.append((task, person, draw(st.sampled_from(RaciPart)).value))
    gate = Gate(
        id=gate_id(round_id, "pilot-design"),
        assessment_id=round_id,
        phase_id="pilot-design",
        decision=draw(st.sampled_from(GateDecision)),
        decided_by=person,
        decided_on=draw(st.none() | st.dates()),
        conditions=draw(texts),
    )
    filled = {
        cell_id(e.id, column): RegisterCell(
            id=cell_id(e.id, column), assessment_id=round_id, entry_id=e.id, column_id=column, value=value
        )
        for e, column, value in cells
        if value
    }
    entries = sorted((metric, reading, task), key=lambda e: (e.position, e.id))
    return tuple(entries), filled, {gate.phase_id: gate}


@st.composite
def workshops(
    draw: st.DrawFn, round_id: str, person: str
) -> tuple[dict[str, Ballot], dict[str, Vote], tuple[AgendaBox, ...]]:
    counts = st.integers(0, 9_999)
    counted = Ballot(
        id=ballot_id(round_id, "resistance", 1),
        assessment_id=round_id,
        sign_id="resistance",
        revealed=draw(st.booleans()),
        count_0=draw(counts),
        count_1=draw(counts),
        count_2=draw(counts),
        count_3=draw(counts),
        not_known=draw(counts),
    )
    named = Ballot(
        id=ballot_id(round_id, "resistance", 2),
        assessment_id=round_id,
        sign_id="resistance",
        number=2,
        way=VoteWay.NAMED,
    )
    cast = Vote(
        id=vote_id(named.id, person),
        assessment_id=round_id,
        ballot_id=named.id,
        stakeholder_id=person,
        answer=draw(st.sampled_from([a for a in Answer if a is not Answer.DOES_NOT_APPLY])),
    )
    box = AgendaBox(
        assessment_id=round_id,
        kind=draw(texts),
        title=draw(texts),
        minutes=draw(st.integers(0, 1440)),
        added=draw(st.integers(-1440, 1440)),
        spent=draw(st.integers(0, 604_800)),
        since=draw(st.none() | st.datetimes(min_value=datetime(2, 1, 1), timezones=st.just(UTC))),
    )
    return {b.id: b for b in (counted, named)}, {cast.id: cast} if person else {}, (box,)


def test_the_sample_is_the_same_after_writing_and_reading(sample: Engagement, read: Read) -> None:
    assert read(write_engagement(sample)) == sample


def test_the_thailand_case_is_the_same_after_writing_and_reading(thailand: Engagement, read: Read) -> None:
    assert read(write_engagement(thailand)) == thailand


def test_writing_what_was_read_gives_the_same_text(sample: Engagement, thailand: Engagement, read: Read) -> None:
    for engagement in (sample, thailand):
        text = write_engagement(engagement)
        assert write_engagement(read(text)) == text


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(engagements())
def test_anything_that_can_be_typed_survives(read: Read, engagement: Engagement) -> None:
    assert read(write_engagement(engagement)) == engagement


@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: ascii(t)[:20])
def test_a_hostile_text_survives_in_a_note_and_a_title(read: Read, sample: Engagement, text: str) -> None:
    current = sample.current
    note, action = replace(current.notes[0], text=text), replace(current.actions[0], title=text[:LONGEST_NAME])
    changed_round = replace(current, notes=(note, *current.notes[1:]), actions=(action, *current.actions[1:]))
    engagement = replace(sample, rounds=(changed_round,))

    assert read(write_engagement(engagement).encode()) == engagement


@pytest.mark.parametrize("place", ["client", "pilot", "person", "role"])
def test_the_longest_name_can_be_exported_and_imported(read: Read, sample: Engagement, place: str) -> None:
    """The forms take it, so the file has to: what has been exported must always be importable."""
    long = "name " * (LONGEST_NAME // 5)
    people = sample.stakeholders
    engagement = {
        "client": replace(sample, client=replace(sample.client, name=long)),
        "pilot": replace(sample, pilot=replace(sample.pilot, name=long)),
        "person": replace(sample, stakeholders=(replace(people[0], name=long), *people[1:])),
        "role": replace(sample, stakeholders=(replace(people[0], role=long), *people[1:])),
    }[place]

    assert read(write_engagement(engagement)) == engagement


def test_the_file_is_plain_json_that_a_person_can_read(sample: Engagement) -> None:
    text = write_engagement(sample)

    assert text.endswith("}\n")
    assert "£58,000" in text
    assert text.splitlines()[1] == '  "format": "clearway-engagement",'
    assert json.loads(text)["client"]["name"] == "Arkenby Water"


def test_only_two_names_are_needed(read: Read, method: object) -> None:
    found = read('{"format": "clearway-engagement", "version": 1, "client": {"name": "A"}, "pilot": {"name": "B"}}')

    assert (found.client.name, found.pilot.name, found.pilot.currency) == ("A", "B", "GBP")
    assert found.pilot.created == datetime(2026, 11, 12, 9, 0, tzinfo=UTC)
    assert (len(found.rounds), found.current.ratings, found.current.assessment.method) == (1, {}, KEY)


def test_short_ids_written_by_hand_become_permanent_ones_and_still_refer(read: Read) -> None:
    found = read(text_of(WHOLE))

    assert all(len(i) == 32 for i in (found.id, found.client.id, found.stakeholders[0].id, found.current.notes[0].id))
    assert found.current.actions[0].owner_id == found.stakeholders[0].id
    assert read(text_of(WHOLE)).id != found.id


def test_an_id_of_32_hexadecimal_digits_is_kept(read: Read) -> None:
    assert read(text_of(changed("pilot.id", "ab" * 16))).id == "ab" * 16


def test_a_file_in_which_windows_put_a_byte_order_mark_is_read(read: Read) -> None:
    assert read(b"\xef\xbb\xbf" + text_of(WHOLE).encode()).client.name == "Arken"


@pytest.mark.parametrize("answer", [1, 1.0])
def test_one_and_one_point_nought_are_the_same_answer(read: Read, answer: float) -> None:
    found = read(text_of(changed("rounds.0.ratings.0.answer", answer)))

    assert found.current.ratings["ownership-gap"].answer is Answer.EARLY


def test_an_answer_that_is_no_level_has_no_confidence(read: Read) -> None:
    found = read(text_of(changed("rounds.0.ratings.0.answer", "does-not-apply")))

    rating = found.current.ratings["ownership-gap"]
    assert (rating.answer, rating.confidence) == (DOES_NOT_APPLY, None)


def test_a_note_is_internal_unless_the_file_says_otherwise(read: Read) -> None:
    assert not read(text_of(changed("rounds.0.notes.0.for_client", ABSENT))).current.notes[0].for_client
    assert read(text_of(WHOLE)).current.notes[0].for_client


def test_a_time_with_an_offset_is_kept_as_the_same_moment(read: Read) -> None:
    found = read(text_of(changed("pilot.created", "2026-11-09T16:30:00+07:00")))

    assert found.pilot.created == datetime(2026, 11, 9, 9, 30, tzinfo=UTC)


def test_half_days_and_pence_are_exact(read: Read) -> None:
    found = read(text_of(changed("rounds.0.actions.0.effort", [0.1, 2.3])))

    action = found.current.actions[0]
    assert (action.effort_low, action.effort_high) == (Decimal("0.1"), Decimal("2.3"))
    assert found.pilot.cost == Decimal("1200.50")
