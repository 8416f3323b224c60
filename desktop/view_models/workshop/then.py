"""What was known of a sign when it was asked last: its answer, its evidence, and what became of what was promised."""

from __future__ import annotations

from desktop.view_models.session import EngagementSession
from desktop.words import gettext, spoken
from models.engagement.engagement import Rating, Round
from models.frozen import frozen
from models.plan.titles import titled
from models.rounds.pasts import Past, pasts
from models.rounds.wording import became_name
from models.values.letters import small
from models.values.months import day_and_month
from models.values.terms import Confidence, NoteKind

_STRENGTH = {Confidence.CLAIMED: 1, Confidence.SEEN: 2, Confidence.TESTED: 3}


@frozen
class Then:
    """A sign in an earlier round."""

    day: str
    """As in "12 November"; of a round without a day, what it is."""
    number: int
    """Of the round."""
    rating: Rating
    evidence: tuple[str, ...]
    promises: tuple[tuple[int, str, str], ...]
    """The number of each action it called for, its title, and what became of it."""


def asked_before(session: EngagementSession, sign_id: str) -> Then | None:
    """In the newest earlier round that answered it; None where there is none."""
    earlier = [one for one in session.engagement.rounds if one is not session.current]
    found = next((one for one in reversed(earlier) if sign_id in one.ratings), None)
    if found is None:
        return None
    held = found.assessment.held_on
    return Then(
        day=day_and_month(held, spoken()) if held else gettext("The round before"),
        number=found.assessment.number,
        rating=found.ratings[sign_id],
        evidence=tuple(n.text.strip() for n in found.notes_on(sign_id, NoteKind.EVIDENCE) if n.text.strip()),
        promises=tuple(_promises(session, found, sign_id)),
    )


def _promises(session: EngagementSession, then: Round, sign_id: str) -> list[tuple[int, str, str]]:
    called_for = session.method.sign(sign_id).actions
    return [
        (past.action.position, titled(past.action.title, spoken()), _became(past))
        for past in pasts(session.engagement, then)
        if past.action.proposal in called_for
    ]


def _became(past: Past) -> str:
    became = small(became_name(past.became, spoken()))
    if past.promised is None:
        return gettext("Promised: {became}").format(became=became)
    text = gettext("Promised by {day}: {became}")
    return text.format(day=day_and_month(past.promised, spoken()), became=became)


def is_weaker(now: Rating | None, then: Rating | None) -> bool:
    """Whether a level is backed by less than it was the last time."""
    if now is None or then is None or now.answer.level is None or then.answer.level is None:
        return False
    return bool(now.confidence and then.confidence and _STRENGTH[now.confidence] < _STRENGTH[then.confidence])
