"""Finding anything in the open engagement by a few of its letters: places to go to, and what was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

from desktop.view_models.session import EngagementSession
from desktop.words import gettext, spoken
from models.engagement.engagement import Note
from models.engagement.people import name_of
from models.frozen import frozen
from models.plan.plan import accepted_actions
from models.plan.titles import titled
from models.playbook.cells import cell_context, shown_cell
from models.readiness.readiness import points_of
from models.values.folding import folded
from models.values.letters import on_one_line
from models.values.months import short_date
from models.values.names import note_kind_name, point_state_name


class Where(Enum):
    """The page on which a place is; the value is that of its `Step`."""

    PREPARE = "prepare"
    DIAGNOSE = "diagnose"
    RESULTS = "results"
    PLAYBOOK = "playbook"
    READINESS = "readiness"
    PLAN = "plan"


@frozen
class Place:
    """Something one can go to."""

    text: str
    beside: str
    """Where that is, and what is known of it, in a few words."""
    where: Where
    id: str
    """What the page knows it by; empty for the page itself."""
    mark: str = ""
    """A number, or the level of a sign."""
    said: bool = False
    """Whether it is what somebody said or wrote, rather than a thing of the method or the plan."""


def matches(text: str, typed: str) -> bool:
    """Whether every word typed stands somewhere in the text, whatever its case and accents."""
    known = folded(text)
    return all(word in known for word in folded(typed).split())


def places(session: EngagementSession) -> Iterator[Place]:
    """All of them: actions, signs, the playbook, readiness, people, then everything that was said."""
    yield from _actions(session)
    yield from _signs(session)
    yield from _items(session)
    yield from _points(session)
    yield from _people(session)
    yield from _notes(session.current.notes, session)
    yield from _cells(session)


def found(session: EngagementSession, typed: str, most: int) -> tuple[Place, ...]:
    """Those whose words match; at most so many of what was said and of the rest, each."""
    going: list[Place] = []
    said: list[Place] = []
    for place in places(session):
        if matches(f"{place.text} {place.beside}", typed):
            (said if place.said else going).append(place)
    return (*going[:most], *said[:most])


def _actions(session: EngagementSession) -> Iterator[Place]:
    for action in accepted_actions(session.current):
        owner = session.engagement.stakeholder(action.owner_id)
        known = [name_of(owner) if owner else "", short_date(action.due, spoken()) if action.due else ""]
        title = titled(action.title, spoken())
        yield Place(title, _joined((gettext("Plan"), *known)), Where.PLAN, action.id, mark=str(action.position))


def _signs(session: EngagementSession) -> Iterator[Place]:
    ratings = session.current.ratings
    for number, sign in enumerate(session.method.signs, 1):
        answer = ratings[sign.id].answer if sign.id in ratings else None
        place = gettext("Sign {number}").format(number=number)
        yield Place(sign.title, place, Where.DIAGNOSE, sign.id, mark=answer.mark if answer else "")


def _items(session: EngagementSession) -> Iterator[Place]:
    for phase in session.method.phases:
        for activity in phase.activities:
            for item in activity.items:
                beside = _joined((gettext("Playbook"), activity.title))
                yield Place(item.prompt, beside, Where.PLAYBOOK, item.id)


def _points(session: EngagementSession) -> Iterator[Place]:
    judgements = session.current.judgements
    for point in points_of(session.method):
        state = point_state_name(judgements[point.id].state, spoken()) if point.id in judgements else ""
        yield Place(point.title, _joined((gettext("Readiness"), state)), Where.READINESS, point.id)


def _people(session: EngagementSession) -> Iterator[Place]:
    for person in session.people():
        if name := name_of(person):
            role = person.role if person.name.strip() else ""
            yield Place(name, _joined((gettext("Prepare"), role)), Where.PREPARE, "")


def _notes(notes: Iterable[Note], session: EngagementSession) -> Iterator[Place]:
    numbers = {sign.id: number for number, sign in enumerate(session.method.signs, 1)}
    for note in notes:
        if text := on_one_line(note.text):
            on = gettext("sign {number}").format(number=numbers[note.sign_id]) if note.sign_id in numbers else ""
            beside = _joined((note_kind_name(note.kind, spoken()), on))
            where = Where.DIAGNOSE if on else Where.RESULTS
            yield Place(text, beside, where, note.sign_id if on else "", said=True)


def _cells(session: EngagementSession) -> Iterator[Place]:
    """Every row of the playbook as one line."""
    method, current = session.method, session.current
    context = cell_context(method, session.engagement, date.today(), session.words)
    first = {item.register: item.id for item in reversed(method.items.values())}
    for register in method.registers:
        for entry in current.entries_of(register.id):
            shown = (shown_cell(c, current.value(entry.id, c.id), context).strip() for c in register.columns)
            text = " · ".join(filter(None, shown))
            if text and register.id in first:
                beside = _joined((gettext("Playbook"), register.title))
                yield Place(text, beside, Where.PLAYBOOK, first[register.id], said=True)


def _joined(parts: Iterable[str]) -> str:
    return gettext(", ").join(part for part in parts if part)
