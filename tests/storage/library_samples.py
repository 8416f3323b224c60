"""Engagements to store, and a look at a library file that goes past the product's own reading."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import (
    Action,
    Assessment,
    Asset,
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
from models.engagement.evidence import Evidence
from models.engagement.judgements import Judgement, judgement_id
from models.engagement.outbox import Dispatch
from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry, cell_id, gate_id
from models.engagement.workshop import AgendaBox, Ballot, Vote, ballot_id, vote_id
from models.storage.log.cells import value_of
from models.storage.log.packed import unpacked
from models.storage.records import TABLES
from models.values.terms import (
    Answer,
    Came,
    Confidence,
    Decision,
    GateDecision,
    Group,
    NoteKind,
    PointState,
    Progress,
    RoundState,
    VoteWay,
)


def picture(data: bytes = b"\x89PNG not really", name: str = "logo.png") -> Asset:
    return Asset(id=hashlib.sha256(data).hexdigest(), name=name, media_type="image/png", data=data)


def rating(round_id: str, sign: str, answer: Answer = Answer.EARLY, **more: Any) -> Rating:
    return Rating(id=rating_id(round_id, sign), assessment_id=round_id, sign_id=sign, answer=answer, **more)


def small(name: str = "one", *, client: Client | None = None, rounds: int = 1) -> Engagement:
    """An engagement with little in it and ids that follow from `name`."""
    client = client or Client(id=f"client-{name}", name=f"Client {name}", sector="banking")
    pilot = Pilot(
        id=f"pilot-{name}", client_id=client.id, name=f"Pilot {name}", created=datetime(2025, 1, 2, tzinfo=UTC)
    )
    return Engagement(
        client=client,
        pilot=pilot,
        brand=Brand(id=pilot.id),
        stakeholders=(Stakeholder(id=f"person-{name}", engagement_id=pilot.id, name="Ana", role="sponsor"),),
        rounds=tuple(_round(pilot.id, f"round-{name}-{number}", number) for number in range(1, rounds + 1)),
    )


def _round(pilot_id: str, round_id: str, number: int) -> Round:
    return Round(
        assessment=Assessment(id=round_id, engagement_id=pilot_id, number=number, method="clearway@1.0.0"),
        ratings={"gap": rating(round_id, "gap")},
        notes=(Note(id=f"note-{round_id}", assessment_id=round_id, sign_id="gap", text="Nobody owns it."),),
    )


def complete() -> Engagement:
    """An engagement in which every column of every table differs from its default, and from a plain one."""
    practice, client_logo = picture(), picture(b"<svg/>", "client.svg")
    base = small("complete", rounds=2)
    first, second = base.rounds
    round_id = second.assessment.id
    pilot = replace(
        base.pilot,
        purpose="Sorts letters – 信件, رسائل 📬",
        problem="Letters wait\nfor days",
        started=date(2024, 2, 29),
        currency="EUR",
        cost=Decimal("120000.50"),
        target_date=date(2026, 12, 31),
        decision_asked="Go on?",
        created=datetime(2025, 1, 2, 3, 4, 5, 678901, tzinfo=UTC),
        archived=True,
    )
    brand = Brand(
        id=pilot.id,
        practice="Clear & Co",
        practice_logo=practice.id,
        client_logo=client_logo.id,
        primary="#000001",
        accent="#fffffe",
        contact="a@b.example",
        confidentiality="Confidential",
        closing_line="Thank you",
    )
    person = Stakeholder(
        id="person-2",
        engagement_id=pilot.id,
        position=3,
        name="Zoë O'Neil",
        role='Chief "risk" officer',
        group=Group.RISK,
        decides="stops it",
        email="zoe@example.org",
        present=False,
        sponsor=True,
    )
    assessment = replace(
        second.assessment,
        held_on=date(2025, 5, 6),
        facilitator="Ann",
        closed_on=date(2025, 5, 7),
        closing_reason="The sponsor had to leave",
        headline="Nobody picked it up",
        state=RoundState.CLOSED,
        began=datetime(2025, 5, 6, 7, 0, tzinfo=UTC),
    )
    ratings = {
        "gap": rating(round_id, "gap", Answer.SEVERE, confidence=Confidence.TESTED, came=Came.VOTED),
        "none": rating(round_id, "none", Answer.DOES_NOT_APPLY, reason="no users yet"),
    }
    note = Note(
        id="note-2",
        assessment_id=round_id,
        sign_id="none",
        position=2,
        kind=NoteKind.EVIDENCE,
        text="nul \0, tab \t, " + "long " * 4000,
        for_client=True,
        by=person.id,
        named=True,
    )
    action = Action(
        id="action-1",
        assessment_id=round_id,
        proposal="name-owner",
        position=5,
        decision=Decision.REJECTED,
        title="Name an owner",
        phase="foundation",
        owner_role="sponsor",
        owner_id=person.id,
        due=date(2025, 7, 1),
        effort_low=Decimal("0.5"),
        effort_high=Decimal("2.50"),
        done_when="the name is written down",
        progress=Progress.BLOCKED,
        reason="done already",
        impact=70,
        short="Owner",
        why="Nobody answered on Monday",
        decisive=True,
    )
    first_action = Action(id="action-0", assessment_id=round_id, title="Ask")
    tied = Dependency(
        id=dependency_id(action.id, first_action.id),
        assessment_id=round_id,
        action_id=action.id,
        after_id=first_action.id,
    )
    judged = Judgement(
        id=judgement_id(round_id, "volumes"),
        assessment_id=round_id,
        point_id="volumes",
        state=PointState.WAIVED,
        evidence="report 7",
        owner_id=person.id,
        waived_by=person.id,
        reason="The load comes in May",
        until=date(2025, 6, 30),
    )
    workshop = _workshop(round_id, person.id)
    newest = Round(
        assessment,
        ratings,
        (*second.notes, note),
        (first_action, action),
        *workshop,
        {"volumes": judged},
        {tied.id: tied},
        *_playbook(round_id, person.id),
        (photo(round_id),),
    )
    return replace(
        base,
        pilot=pilot,
        brand=brand,
        stakeholders=(*base.stakeholders, person),
        rounds=(first, newest),
        assets={practice.id: practice, client_logo.id: client_logo},
        outbox=(dispatch(pilot.id),),
    )


def photo(round_id: str, name: str = "1", **more: Any) -> Evidence:
    """Something that was shown, with a value in every field."""
    filled = {
        "entry_id": "entry-1",
        "sign_id": "gap",
        "point_id": "volumes",
        "position": 3,
        "name": "rota – 信件.jpg",
        "media_type": "image/jpeg",
        "size": 12,
        "sha256": sent_file(b"photo").id,
        "thumbnail": sent_file(b"small photo").id,
        "original": sent_file(b"photo with place").id,
        "caption": "The rota on the wall",
        "alternative": "A sheet of paper with nine names",
        "for_client": True,
        "taken_in": datetime(2025, 5, 6, 11, 12, 13, 141516, tzinfo=UTC),
    }
    return Evidence(id=f"photo-{name}", assessment_id=round_id, **{**filled, **more})


def dispatch(pilot_id: str, name: str = "1", **more: Any) -> Dispatch:
    """Something that was made ready to be sent, with a value in every field."""
    filled = {
        "document": "action-plan",
        "title": "Action plan",
        "file_name": "Clear & Co – 信件.pdf",
        "revision": "0123456789ab",
        "sha256": sent_file().id,
        "recipients": "Zoë O'Neil <zoe@example.org>\nAna <ana@example.org>",
        "subject": "Action plan: letters",
        "prepared_at": datetime(2025, 5, 8, 9, 10, 11, 121314, tzinfo=UTC),
    }
    return Dispatch(id=f"dispatch-{name}", engagement_id=pilot_id, **{**filled, **more})


def sent_file(data: bytes = b"%PDF-1.7 not really") -> Asset:
    """The file that `dispatch` speaks of."""
    return Asset(id=hashlib.sha256(data).hexdigest(), name="plan.pdf", media_type="application/pdf", data=data)


def _workshop(round_id: str, person_id: str) -> tuple[dict[str, Ballot], dict[str, Vote], tuple[AgendaBox, ...]]:
    counted = ballot(
        round_id, 1, way=VoteWay.COUNTS, revealed=True, count_0=1, count_1=2, count_2=4, count_3=2, not_known=3
    )
    named = ballot(round_id, 2, way=VoteWay.NAMED, revealed=True)
    vote = cast(named, person_id, Answer.SEVERE)
    box = AgendaBox(
        id="box-1",
        assessment_id=round_id,
        position=4,
        kind="break",
        title="Tea ☕",
        minutes=15,
        added=-5,
        spent=611,
        since=datetime(2025, 5, 6, 10, 11, 12, 131415, tzinfo=UTC),
    )
    return {counted.id: counted, named.id: named}, {vote.id: vote}, (box,)


def _playbook(
    round_id: str, person_id: str
) -> tuple[tuple[RegisterEntry, ...], dict[str, RegisterCell], dict[str, Gate], tuple[GateCondition, ...]]:
    entry = RegisterEntry(id="entry-1", assessment_id=round_id, register_id="metrics", position=2)
    cell = RegisterCell(
        id=cell_id(entry.id, "metric"),
        assessment_id=round_id,
        entry_id=entry.id,
        column_id="metric",
        value="Minutes a letter ✉",
    )
    gate = Gate(
        id=gate_id(round_id, "pilot-design"),
        assessment_id=round_id,
        phase_id="pilot-design",
        decision=GateDecision.CONDITIONS,
        decided_by=person_id,
        decided_on=date(2025, 5, 7),
        conditions="A baseline by June",
    )
    condition = GateCondition(
        id="condition-1",
        assessment_id=round_id,
        phase_id="pilot-design",
        position=2,
        text="A baseline by June",
        day=date(2025, 6, 1),
        action_id="action-1",
    )
    return (entry,), {cell.id: cell}, {gate.phase_id: gate}, (condition,)


def ballot(round_id: str, number: int = 1, sign: str = "gap", **more: Any) -> Ballot:
    return Ballot(id=ballot_id(round_id, sign, number), assessment_id=round_id, sign_id=sign, number=number, **more)


def cast(on: Ballot, person: str, answer: Answer) -> Vote:
    return Vote(
        id=vote_id(on.id, person),
        assessment_id=on.assessment_id,
        ballot_id=on.id,
        stakeholder_id=person,
        answer=answer,
    )


Tables = dict[tuple[str, str], dict[str, Any]]


def tables_of(path: Path) -> Tables:
    """Every row of every record table of a closed library."""
    found: Tables = {}
    with closing(sqlcipher.connect(str(path))) as connection:
        for table in TABLES.values():
            for row in connection.execute(table.select):
                found[table.name, row[0]] = dict(zip(table.names, row, strict=True))
    return found


def replayed(path: Path) -> Tables:
    """The rows that the history of a closed library leads to, each step checked against what it says was there."""
    found: Tables = {}
    with closing(sqlcipher.connect(str(path))) as connection:
        log = connection.execute("SELECT tbl, row, op, col, old, new, packed FROM change ORDER BY id").fetchall()
    lines = (one for line in log for one in unpacked(line))
    for table, row, op, column, old, new in lines:
        if op == "i":
            assert (table, row) not in found
            found[table, row] = value_of(new)
        elif op == "d":
            assert found.pop((table, row)) == value_of(old)
        else:
            assert found[table, row][column] == value_of(old)
            found[table, row][column] = value_of(new)
    return found
