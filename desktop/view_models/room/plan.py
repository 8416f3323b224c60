"""The room's pages about what was agreed: one action read back, and what the room leaves with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.system.long_text import shortened
from desktop.view_models.room.captured import LONGEST_CELL
from desktop.view_models.room.diagnosis import TONES
from desktop.view_models.room.entries import RoomFact, RoomNumber, RoomPerson
from desktop.view_models.room.marks import DONE, HERE, TO_COME
from desktop.view_models.room.pages import RoomClosing, RoomCommitment
from desktop.view_models.room.sentences import (
    begun,
    counted,
    days_of_work,
    first_names,
    listed,
    lowered,
    names_in,
    sentence_date,
    short_name,
    table_date,
    weekday,
)
from desktop.view_models.session import EngagementSession
from models.engagement.engagement import Action
from models.engagement.people import name_of
from models.plan.plan import accepted_actions, start_for
from models.plan.titles import titled
from models.readiness.readiness import verdict, verdict_name, verdict_text

MOST_WAITING = 2
"""Actions that wait for one that are told with their names."""
MOST_UNDATED = 6


def commitment_page(session: EngagementSession, action: Action, place: int, total: int) -> RoomCommitment:
    """An agreed action, read back as a sentence."""
    words, engagement = session.words, session.engagement
    person = engagement.stakeholder(action.owner_id)
    actions = accepted_actions(session.current)
    title = lowered(shortened(action.title.strip(), LONGEST_CELL), session.method, names_in(engagement))
    will = words.gettext("will {action}").format(action=title) if title else titled(title, words)
    return RoomCommitment(
        owner=shortened(name_of(person), LONGEST_CELL) if person else words.gettext("Who?"),
        owned=person is not None,
        will=will,
        by=_by(session, action),
        dated=action.due is not None,
        facts=_facts(session, action),
        ticks=tuple(_tick(other, action) for other in actions),
        place=words.gettext("Action {0} of {1}.").format(place, total),
        settled=_settled(session, actions),
        following=_following(session, action, actions),
    )


def _by(session: EngagementSession, action: Action) -> str:
    """The day; where there is none, by when somebody has to say one."""
    words, engagement = session.words, session.engagement
    if action.due is not None:
        day = sentence_date(action.due, engagement, words)
        return words.gettext("by {weekday} {day}").format(weekday=weekday(action.due, words), day=day)
    target = engagement.pilot.target_date
    latest = start_for(action, target) if target else None
    if latest is None or latest <= date.today():
        return words.gettext("has to say a day")
    return words.gettext("has to say a day by {day}").format(day=sentence_date(latest, engagement, words))


def _facts(session: EngagementSession, action: Action) -> tuple[RoomFact, ...]:
    words = session.words
    done = shortened(action.done_when.strip(), LONGEST_CELL)
    waiting = _waiting(session, action)
    facts = [RoomFact(words.gettext("Done when"), done)] if done else []
    facts.append(RoomFact(words.gettext("Work"), days_of_work(action.effort_low, action.effort_high, words)))
    return (*facts, RoomFact(words.gettext("Waits for it"), waiting)) if waiting else tuple(facts)


def _waiting(session: EngagementSession, action: Action) -> str:
    """What cannot begin before this is done."""
    words = session.words
    after = {d.action_id for d in session.current.dependencies.values() if d.after_id == action.id}
    found = [other for other in accepted_actions(session.current) if other.id in after]
    text = words.gettext("action {number}, {name}")
    said = [text.format(number=other.position, name=_named(session, other)) for other in found]
    return begun(listed(said, words, MOST_WAITING))


def _named(session: EngagementSession, action: Action) -> str:
    return lowered(
        shortened(short_name(action, session.method, session.words), LONGEST_CELL),
        session.method,
        names_in(session.engagement),
    )


def _tick(action: Action, here: Action) -> str:
    """Filled where it has an owner and a date."""
    if action.id == here.id:
        return HERE
    return DONE if action.owner_id and action.due else TO_COME


def _settled(session: EngagementSession, actions: Sequence[Action]) -> str:
    words, total = session.words, len(actions)
    count = sum(bool(action.owner_id and action.due) for action in actions)
    if count == total:
        return words.gettext("All have an owner and a date.")
    text = words.ngettext("{count} has an owner and a date.", "{count} have an owner and a date.", count)
    return begun(text.format(count=counted(count, words)))


def _following(session: EngagementSession, action: Action, actions: Sequence[Action]) -> str:
    words = session.words
    later = [other for other in actions if other.position > action.position]
    for other in later[:1]:
        name = _named(session, other)
        if other.due is None:
            return words.gettext("Next: {number}, {name}").format(number=other.position, name=name)
        text = words.gettext("Next: {number}, {name}, by {day}")
        day = sentence_date(other.due, session.engagement, words)
        return text.format(number=other.position, name=name, day=day)
    return words.gettext("This is the last one.")


def closing_page(session: EngagementSession) -> RoomClosing:
    """What was agreed, person by person, and the verdict on the readiness points."""
    words, actions = session.words, accepted_actions(session.current)
    found = verdict(session.method, session.current.judgements, date.today())
    name, whole = verdict_name(found.kind, words), verdict_text(found, words)
    tone = TONES.get(found.kind, "")
    why = whole.removeprefix(name).lstrip(": \u00a0") if whole.startswith(name) else whole
    return RoomClosing(
        title=_title(session, actions),
        verdict=words.gettext("{verdict} today").format(verdict=name) if tone else name,
        tone=tone,
        why=why,
        states=tuple(state.value for state, count in found.tally for _ in range(count)),
        people=_people(session, actions),
        thanks=session.engagement.brand.closing_line.strip() or words.gettext("Thank you for a frank day."),
        undated=_undated(session, actions),
    )


def _title(session: EngagementSession, actions: Sequence[Action]) -> str:
    words, count = session.words, len(actions)
    alone = sum(not session.engagement.stakeholder(action.owner_id) for action in actions)
    if not count:
        return words.gettext("No action is agreed yet")
    text = words.ngettext("We leave with one action", "We leave with {count} actions", count)
    first = text.format(count=counted(count, words))
    if count == 1:
        return first
    rest = words.gettext("both have an owner") if count == 2 else words.gettext("all have an owner")
    if alone:
        rest = words.ngettext("one has no owner", "{count} have no owner", alone)
        rest = rest.format(count=counted(alone, words))
    return words.gettext("{first}; {rest}").format(first=first, rest=rest)


def _people(session: EngagementSession, actions: Sequence[Action]) -> tuple[RoomPerson, ...]:
    """By their first date; what nobody owns comes last."""
    owned: dict[str, list[Action]] = {}
    for action in actions:
        known = session.engagement.stakeholder(action.owner_id)
        owned.setdefault(known.id if known else "", []).append(action)
    firsts = {owner: min(map(_day, mine)) for owner, mine in owned.items()}
    order = sorted(owned, key=lambda owner: (not owner, firsts[owner]))
    return tuple(_person(session, owner, owned[owner]) for owner in order)


def _day(action: Action) -> date:
    return action.due or date.max


def _person(session: EngagementSession, owner: str, actions: Sequence[Action]) -> RoomPerson:
    person = session.engagement.stakeholder(owner)
    first = min(actions, key=lambda action: (_day(action), action.position))
    mine = sorted(actions, key=lambda action: action.position)

    def state(action: Action) -> str:
        return "undated" if action.due is None else "first" if action is first else ""

    return RoomPerson(
        day=table_date(first.due, session.engagement, session.words),
        name=shortened(name_of(person), LONGEST_CELL) if person else "",
        begins=shortened(short_name(first, session.method, session.words), LONGEST_CELL),
        numbers=tuple(RoomNumber(str(action.position), state(action)) for action in mine),
    )


def _undated(session: EngagementSession, actions: Sequence[Action]) -> tuple[str, ...]:
    """What has no date yet; of one, who has to say it, and by when it has to begin."""
    words, engagement = session.words, session.engagement
    open_ = [action for action in actions if action.due is None]
    if not open_:
        return ()
    numbers = listed([str(action.position) for action in open_], words, MOST_UNDATED)
    text = words.ngettext("{numbers} has no date yet", "{numbers} have no date yet", len(open_))
    head = text.format(numbers=numbers)
    target = engagement.pilot.target_date
    if len(open_) > 1 or target is None:
        return (head,)
    latest = min(start_for(action, target) for action in open_)
    who = "".join(first_names(engagement.stakeholders).get(action.owner_id, "") for action in open_)
    day = table_date(latest, engagement, words)
    if not who:
        return (head, words.gettext("it has to begin by {day}").format(day=day))
    return (head, words.gettext("{name} has to begin by {day}").format(name=who, day=day))
