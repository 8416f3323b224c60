"""The room's page about what moved since the round before."""

from __future__ import annotations

from desktop.view_models.room.moved_pages import RoomMoved, RoomMovedGroup, RoomMovedMode, RoomMovedSign, RoomPromise
from desktop.view_models.session import EngagementSession
from models.diagnosis.diagnosis import worst_first
from models.rounds.comparison import Comparison, held
from models.rounds.modes import ModeMoved
from models.rounds.pasts import Became, Past
from models.rounds.signs import Movement
from models.rounds.wording import (
    became_name,
    headline,
    moved_text,
    movement_name,
    promises_sentence,
    readiness_sentence,
)
from models.values.months import day_and_month
from models.values.numbers import count_word

SHOWN = (Movement.CLEARED, Movement.WORSE, Movement.NEW, Movement.KNOWN_NOW, Movement.FIRST_ASKED, Movement.EASED)
"""The groups of signs, in the order in which they are told."""


def moved_page(session: EngagementSession, found: Comparison) -> RoomMoved:
    """Two rounds side by side."""
    words = session.words
    order = [result.mode_id for result in worst_first([moved.now for moved in found.modes])]
    groups = [(kind, found.of(kind)) for kind in SHOWN]
    return RoomMoved(
        title=headline(found, words),
        days=_days(found, session),
        lead=readiness_sentence(found, words),
        modes=tuple(_mode(m, session) for m in sorted(found.modes, key=lambda m: order.index(m.mode.id))),
        groups=tuple(
            RoomMovedGroup(
                words.gettext("{name}: {count}").format(
                    name=movement_name(kind, words), count=count_word(len(signs), words)
                ),
                tuple(
                    RoomMovedSign(s.then.mark if s.then else "", s.now.mark if s.now else "", moved_text(s))
                    for s in signs
                ),
            )
            for kind, signs in groups
            if signs
        ),
        promised=promises_sentence(found, words),
        promises=tuple(_promise(past, found, session) for past in found.pasts),
        key=_key(found, session),
    )


def _days(found: Comparison, session: EngagementSession) -> str:
    days = [day_and_month(held(one.assessment, found.day), session.words) for one in (found.then, found.now)]
    return session.words.gettext("{before} to {after}").format(before=days[0], after=days[1])


def _key(found: Comparison, session: EngagementSession) -> str:
    text = session.words.gettext("Ring: then. Dot: now. Filled: done. Outlined: late.")
    if not any(past.became is Became.DROPPED for past in found.pasts):
        return text
    return text + " " + session.words.gettext("Dashed: dropped.")


def _mode(moved: ModeMoved, session: EngagementSession) -> RoomMovedMode:
    then, now = (None if r.index is None else round(r.index) for r in (moved.then, moved.now))
    aside = session.words.gettext("not asked again") if moved.not_asked_again else ""
    return RoomMovedMode(moved.mode.short, then, now, aside)


def _promise(past: Past, found: Comparison, session: EngagementSession) -> RoomPromise:
    number, said = str(past.action.position), became_name(past.became, session.words)
    if past.is_late(found.day):
        return RoomPromise(number, "late", session.words.gettext("Late"))
    states = {Became.DONE: "done", Became.DROPPED: "dropped", Became.CARRIED: "to come"}
    return RoomPromise(number, states[past.became], said)
