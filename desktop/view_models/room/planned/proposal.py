"""The room's page about the action that is put to it: what, why, and who takes it by when, as it is said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.system.long_text import shortened
from desktop.view_models.room.captured import LONGEST_CELL
from desktop.view_models.room.entries import RoomFact
from desktop.view_models.room.marks import AGREED, ASIDE, HERE, TO_COME
from desktop.view_models.room.planned.pages import RoomAnswer, RoomProposal
from desktop.view_models.room.sentences import begun, counted, days_of_work, how_far, sentence_date, weekday
from desktop.view_models.session import EngagementSession
from desktop.view_models.triaging import DUE, OWNER, Line, Triaging, Typed
from models.engagement.people import name_of
from models.plan.proposals import Proposal, ReasonKind
from models.statements.standing import why_line


def proposal_page(triaging: Triaging, shown: Proposal, typed: Typed) -> RoomProposal:
    """What is put to the room, with what has been typed of owner and date."""
    session, first = triaging.session, triaging.first()
    words = session.words
    level, why = _why(session, shown)
    facts = [
        RoomFact(words.gettext("Done when"), shortened(shown.done_when.strip(), LONGEST_CELL)),
        RoomFact(words.gettext("Work"), days_of_work(shown.effort_low, shown.effort_high, words)),
    ]
    agreed = sum(line.agreed for line in first)
    aside = sum(not line.agreed and not line.open for line in first)
    return RoomProposal(
        title=shortened(shown.title.strip(), LONGEST_CELL),
        level=level,
        why=RoomFact(words.gettext("Why"), shortened(why, LONGEST_CELL)),
        facts=tuple(fact for fact in facts if fact.text),
        owner=_owner(session, shown, typed),
        due=_due(session, typed),
        ticks=tuple(_tick(line, shown) for line in first),
        settled=words.gettext("{count} agreed").format(count=agreed),
        aside=words.gettext("{count} set aside").format(count=aside) if aside else "",
        place=_place(triaging, first, shown),
    )


def _why(session: EngagementSession, proposal: Proposal) -> tuple[str, str]:
    """The level of the gravest sign with evidence for the client, and what that says; else what calls for it most."""
    current = session.current
    reasons = sorted(proposal.because, key=lambda reason: -reason.severity)
    signs = [reason for reason in reasons if reason.kind is ReasonKind.SIGN]
    for sign in signs:
        if said := why_line(current, sign.id):
            return str(sign.severity), said
    for reason in reasons[:1]:
        return str(reason.severity) if reason.kind is ReasonKind.SIGN else "", reason.text
    return "", ""


def _owner(session: EngagementSession, proposal: Proposal, typed: Typed) -> RoomAnswer:
    """Who is likely stands there as a suggestion; where nobody is, who it usually is."""
    words, person = session.words, session.engagement.stakeholder(typed.owner_id)
    below = ""
    if person is None and proposal.owner_role:
        below = words.gettext("usually: {role}").format(role=proposal.owner_role)
    elif typed.suggested:
        below = words.gettext("suggested, not said yet")
    text = shortened(name_of(person), LONGEST_CELL) if person else ""
    suggested = typed.suggested and person is not None
    return RoomAnswer(words.gettext("Who takes it"), text, suggested, below, typed.field == OWNER)


def _due(session: EngagementSession, typed: Typed) -> RoomAnswer:
    """The day, and how far off it is; while there is none, the day that production is wanted."""
    words, engagement, day = session.words, session.engagement, typed.due
    text, below, target = "", "", engagement.pilot.target_date
    if day is not None:
        text = sentence_date(day, engagement, words)
        below = words.gettext("{weekday}, {far}").format(
            weekday=weekday(day, words), far=how_far(day, date.today(), words)
        )
    elif target is not None:
        wanted = sentence_date(target, engagement, words)
        below = words.gettext("wanted in production by {day}").format(day=wanted)
    return RoomAnswer(words.gettext("Done by"), text, False, below, typed.field == DUE)


def _tick(line: Line, shown: Proposal) -> str:
    if line.proposal.id == shown.id:
        return HERE
    return AGREED if line.agreed else TO_COME if line.open else ASIDE


def _place(triaging: Triaging, first: Sequence[Line], shown: Proposal) -> str:
    """As the console counts: among the first few, with how many more are open; or one of those."""
    words, ids = triaging.session.words, [line.proposal.id for line in first]
    groups = triaging.order().groups
    more = sum(line.open for group in groups for line in triaging.lines(group.proposals))
    if shown.id not in ids:
        return words.gettext("One of {count} more").format(count=more)
    ordinals = words.gettext("first second third fourth fifth sixth seventh").split()
    number = ids.index(shown.id)
    ordinal = ordinals[number] if number < len(ordinals) else str(number + 1)
    place = begun(words.gettext("{ordinal} of {count}").format(ordinal=ordinal, count=counted(len(ids), words)))
    return words.gettext("{place}, {count} more").format(place=place, count=more) if more else place
