"""Private text planted in every field of every record, looked for in everything the room is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from itertools import cycle
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from desktop.room.all_pages import described
from desktop.room.compositor import Compositor
from desktop.view_models.evidence.looking import Shown
from desktop.view_models.ledger import OnScreen
from desktop.view_models.planning import Planning
from desktop.view_models.room import entries as captured
from desktop.view_models.room import moved_pages as moved
from desktop.view_models.room import pages as room
from desktop.view_models.room.across import pages as across
from desktop.view_models.room.across.pages import RoomPortfolio, RoomProgress
from desktop.view_models.room.evidence import pages as evidence
from desktop.view_models.room.pages import (
    RoomActivity,
    RoomBlank,
    RoomChart,
    RoomClosing,
    RoomCommitment,
    RoomGate,
    RoomPage,
    RoomView,
)
from desktop.view_models.room.planned import pages as planned
from desktop.view_models.room.planned.pages import RoomLoad, RoomProposal
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.view_models.triaging import DUE, Triaging, Typed
from desktop.words import spoken
from models.engagement.acts import Acts
from models.engagement.engagement import Note, Round
from models.engagement.evidence import Evidence
from models.engagement.registers import RegisterCell
from models.engagement.workshop import Ballot, Vote, ballot_id, vote_id
from models.method.method import Method
from models.readiness.readiness import points_of
from models.rounds.comparison import compared
from models.rounds.turning import follow_up
from models.values.terms import Answer, VoteWay

MARK = "zq"
CODES = {"id", "kind", "proposal", "phase", "method", "currency", "primary", "accent", "media_type", "waived_by"}
CODES |= {"practice_logo", "client_logo"}
"""Fields that hold what a program reads: ids, colours."""
PUBLIC = {"Client.name", "Pilot.name", "Brand.practice", "AgendaBox.title", "Action.title", "Action.done_when"}
PUBLIC |= {"RegisterCell.value", "Gate.conditions", "GateCondition.text", "Action.short", "Brand.closing_line"}
PUBLIC |= {"Note.for_client", "Evidence.caption", "Evidence.alternative", "Assessment.headline"}
"""All that people type and the room may read. What the room agrees is read back with the name of who answers for it."""
NAMING = (RoomProgress, RoomCommitment, RoomActivity, RoomGate, RoomClosing, RoomProposal, RoomLoad)
NOON = datetime(2026, 11, 12, 12, tzinfo=UTC)
PLAIN = {str, int, float, bool, bytes, Decimal, NoneType, QImage}


def planted(value: Any) -> Any:
    """The same records, with the name of its field as the text of each field that people type in."""
    if isinstance(value, Mapping):
        return {key: planted(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(planted(inner) for inner in value)
    if not is_dataclass(value) or isinstance(value, (type, RegisterCell)):
        return value
    changes = {}
    for field in fields(value):
        inner = getattr(value, field.name)
        typed = isinstance(inner, str) and not isinstance(inner, Enum)
        if not typed:
            changes[field.name] = planted(inner)
        elif field.name not in CODES and not field.name.endswith("_id"):
            changes[field.name] = f"{MARK}{type(value).__name__}.{field.name}"
    if isinstance(value, Note):
        changes["text"] = f"{MARK}Note.{'for_client' if value.for_client else 'internal'}"
    return replace(value, **changes)


def planted_cells(current: Round, method: Method) -> dict[str, RegisterCell]:
    """The cells of a round, each text marked as the room's or as private, by what the content pack says."""
    registers = {entry.id: method.register(entry.register_id) for entry in current.entries}
    found = {}
    for key, cell in current.cells.items():
        register = registers[cell.entry_id]
        column = next((c for c in register.columns if c.id == cell.column_id), None)
        if column is not None and column.kind == "text":
            what = "private" if register.private or column.private else "value"
            cell = replace(cell, value=f"{MARK}RegisterCell.{what}")
        found[key] = cell
    return found


@pytest.fixture
def session(facilitator: Facilitator) -> EngagementSession:
    """The sample, everything in it planted, with a vote by name that is open and one that is revealed."""
    facilitator.opens_the_sample()
    kept, method = facilitator.engagement, facilitator.session.method
    ballots, votes = dict(kept.current.ballots), dict(kept.current.votes)
    scope = kept.current.assessment.id
    for sign, revealed in zip(method.signs, (True, False), strict=False):
        key = ballot_id(scope, sign.id, 9)
        way = VoteWay.NAMED
        ballots[key] = Ballot(id=key, assessment_id=scope, sign_id=sign.id, number=9, way=way, revealed=revealed)
        for person in kept.stakeholders:
            vote = vote_id(key, person.id)
            votes[vote] = Vote(
                id=vote, assessment_id=scope, ballot_id=key, stakeholder_id=person.id, answer=Answer.SEVERE
            )
    shown = Evidence(assessment_id=scope, sign_id=method.signs[0].id, name="a.jpg", sha256="0" * 64, taken_in=NOON)
    voted = replace(
        kept.current, ballots=ballots, votes=votes, cells=planted_cells(kept.current, method), evidence=(shown,)
    )
    engagement = planted(replace(kept, rounds=(*kept.rounds[:-1], voted)))
    return EngagementSession(OnScreen(engagement, Acts()), method, facilitator.clearway.ledger, spoken())


def every_page(session: EngagementSession) -> Iterator[RoomPage]:
    presenter = Presenter(session, dark=False)
    yield presenter.welcome()
    for sign in session.method.signs:
        yield presenter.sign(sign.id)
        yield presenter.reveal(sign.id)
    yield from (presenter.voting(ballot) for ballot in session.current.ballots.values())
    yield from (presenter.agreement(), presenter.results())
    yield from (presenter.readiness(point.id) for point in points_of(session.method))
    for phase in session.method.phases:
        yield presenter.gate(phase.id)
        for activity in phase.activities:
            yield from (presenter.activity(phase.id, activity.id, item.id) for item in activity.items)
    yield presenter.closing()
    yield from (presenter.evidence(Shown(shown, None)) for shown in session.current.evidence)
    planning = Planning(session)
    triaging, people = Triaging(planning), session.people()
    for line, person in zip(triaging.lines(planning.proposals()), cycle(people)):
        typed = Typed(person.id, person is people[0], date(2027, 1, 29), DUE)
        yield presenter.proposal(triaging, line.proposal, typed)
    for chosen in planning.lines():
        yield presenter.impact(planning.lines(), chosen.action.id)
        yield presenter.timeline(planning.lines(), planning.rubs(), chosen.action.id)
    yield presenter.load()
    yield presenter.progress(date(2027, 1, 29))
    yield from (presenter.commitment(action, 1, 1) for action in session.current.actions)
    begun = follow_up(session.engagement)
    later = replace(begun, ratings={key: replace(r, answer=Answer.EARLY) for key, r in session.current.ratings.items()})
    two = replace(session.engagement, rounds=(*session.engagement.rounds, later))
    if found := compared(session.method, two, date(2027, 2, 10)):
        yield presenter.moved(found)


def marks_in(text: str) -> set[str]:
    """The names of the fields whose planted text stands in `text`."""
    return {word.strip("….,:;!?\"“”'()") for part in text.split(MARK)[1:] for word in part.split()[:1]}


def test_only_what_is_meant_for_the_room_is_drawn_or_said_in_it(session: EngagementSession) -> None:
    brand, compositor, seen = Presenter(session, dark=False).view.brand, Compositor(), set()
    pages = list(every_page(session))
    assert {type(page) for page in pages} == set(get_args(RoomPage)) - {RoomBlank, RoomChart, RoomPortfolio}, "left out"
    for page in pages:
        view = RoomView(page, brand, dark=False)
        texts = [text.text for text in compositor.compose(view, QSize(1920, 1080)).texts]
        allowed = PUBLIC | ({"Stakeholder.name"} if isinstance(page, NAMING) else set())
        for text in (*texts, described(view), *texts_in(view)):
            assert marks_in(text) <= allowed, f"{type(page).__name__} says {text!r}"
            seen |= marks_in(text)
    assert seen == PUBLIC | {"Stakeholder.name"}, "the marks are found where they may be"


def texts_in(value: Any) -> Iterator[str]:
    """Every text reachable from a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_in(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def test_no_type_of_the_room_holds_anything_but_plain_values_and_other_types_of_the_room() -> None:
    own = {
        kind
        for module in (room, captured, planned, moved, evidence, across)
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__
    }
    reached: set[type] = set()

    def walk(kind: Any) -> None:
        if kind in PLAIN or kind in reached or kind is Ellipsis:
            return
        if get_args(kind):
            for inner in get_args(kind):
                walk(inner)
            return
        assert kind in own, f"{kind} is not the room's"
        reached.add(kind)
        for inner in get_type_hints(kind).values():
            walk(inner)

    walk(RoomView)
    assert reached == own
    private = {"note", "notes", "evidence", "reason", "email", "voter", "voters", "votes", "person", "stakeholder"}
    assert not {field.name for kind in own for field in fields(kind)} & private
