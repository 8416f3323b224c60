"""The room's pages about the playbook: one activity at a time, the gate of a phase, and what the room leaves with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from gettext import NullTranslations

from desktop.system.long_text import shortened
from desktop.view_models.room.captured import LONGEST_CELL, CapturedRows
from desktop.view_models.room.entries import RoomOwner, RoomPlace
from desktop.view_models.room.pages import RoomActivity, RoomClosing, RoomGate, RoomImpact, RoomMode
from desktop.view_models.session import EngagementSession
from desktop.words import gettext, spoken
from models.engagement.engagement import Action, Engagement
from models.engagement.people import name_of
from models.method.method import Method, Phase
from models.playbook.phases import decision_name, items_of, phase_progress
from models.readiness.readiness import verdict, verdict_text
from models.values.months import shown_date
from models.values.sought import the_first
from models.values.terms import Decision


def activity_page(
    session: EngagementSession, phase_id: str, activity_id: str, item_id: str, entry_id: str
) -> RoomActivity:
    """An activity at one of its items. Raises LookupError for ids that the method does not have."""
    method, engagement = session.method, session.engagement
    phase = the_first(p for p in method.phases if p.id == phase_id)
    activity = the_first(a for a in phase.activities if a.id == activity_id)
    item = the_first(i for i in activity.items if i.id == item_id)
    rows = CapturedRows(method, engagement, date.today(), session.words, entry_id)
    return RoomActivity(
        place=_place(method, phase),
        activity=activity.title,
        prompt=item.prompt,
        captured=rows.captured(activity, item),
        phases=_phases(method, engagement, phase_id),
    )


def gate_page(session: EngagementSession, phase_id: str) -> RoomGate:
    """The gate of a phase. Raises LookupError for a phase that the method does not have."""
    method, engagement = session.method, session.engagement
    phase = the_first(p for p in method.phases if p.id == phase_id)
    progress = phase_progress(method, engagement, phase)
    gate = progress.gate
    person = engagement.stakeholder(gate.decided_by)
    who = shortened(name_of(person) if person else "", LONGEST_CELL)
    return RoomGate(
        place=_place(method, phase),
        decision=decision_name(gate.decision, session.words),
        decided="\N{NO-BREAK SPACE}· ".join(filter(None, (who, shown_date(gate.decided_on, spoken())))),
        conditions=shortened(gate.conditions.strip(), LONGEST_CELL),
        done=len(progress.done),
        open=_names(method, phase, progress.open),
        missing=_names(method, phase, progress.missing),
        counts=(len(progress.open), len(progress.missing)),
        phases=_phases(method, engagement, phase_id),
    )


def impact_page(session: EngagementSession, impacts: Sequence[tuple[Action, int]]) -> RoomImpact:
    """Actions with what they bring, 0 to 100, against the days they take."""
    places = tuple(
        RoomPlace(shortened(action.title, LONGEST_CELL), impact, (action.effort_low + action.effort_high) / 2)
        for action, impact in impacts
    )
    count = len(places)
    title = session.words.ngettext("{count} commitment agreed", "{count} commitments agreed", count)
    return RoomImpact(title.format(count=count), places)


def closing_page(session: EngagementSession) -> RoomClosing:
    """What was agreed, by owner, and the verdict on the readiness points."""
    current, words = session.current, session.words
    agreed = [a for a in current.actions if a.decision is Decision.ACCEPTED]
    owners = sorted(_owners(session.engagement, agreed, words), key=lambda found: found[0])
    count = len(agreed)
    headline = words.ngettext("{count} commitment agreed", "{count} commitments agreed", count).format(count=count)
    found = verdict(session.method, current.judgements, date.today())
    return RoomClosing(headline, verdict_text(found, words), tuple(owner for _, owner in owners))


def _owners(
    engagement: Engagement, agreed: Iterable[Action], words: NullTranslations
) -> Iterable[tuple[tuple[bool, date], RoomOwner]]:
    """Owners with what they are sorted by; those that nobody owns come last."""
    by_owner: dict[str, list[Action]] = {}
    for action in agreed:
        known = engagement.stakeholder(action.owner_id) is not None
        by_owner.setdefault(action.owner_id if known else "", []).append(action)
    for owner_id, actions in by_owner.items():
        person = engagement.stakeholder(owner_id)
        due = min((a.due for a in actions if a.due), default=None)
        name = shortened(name_of(person) if person else "", LONGEST_CELL)
        count = len(actions)
        owns = words.ngettext("{count} commitment", "{count} commitments", count).format(count=count)
        yield (person is None, due or date.max), RoomOwner(name, owns, shown_date(due, spoken()))


def _place(method: Method, phase: Phase) -> str:
    number = method.phases.index(phase) + 1
    where = gettext("Phase {0} of {1}").format(number, len(method.phases))
    return f"{where}  ·  {phase.title}"


def _phases(method: Method, engagement: Engagement, here: str) -> tuple[RoomMode, ...]:
    return tuple(
        RoomMode(
            phase.title,
            len(phase_progress(method, engagement, phase).done),
            sum(1 for _ in items_of(phase)),
            phase.id == here,
        )
        for phase in method.phases
    )


def _names(method: Method, phase: Phase, item_ids: tuple[str, ...]) -> tuple[str, ...]:
    """Items by their registers' titles, each once; with the columns where only some of a register's are meant."""
    names = []
    for item in (method.items[key] for key in item_ids):
        register = method.register(item.register)
        same = {other.id for other in items_of(phase) if other.register == item.register}
        if same <= set(item_ids) or not item.columns:
            names.append(register.title)
        else:
            titles = ", ".join(column.title for column in register.columns if column.id in item.columns)
            names.append(f"{register.title}: {titles}")
    return tuple(dict.fromkeys(names))
