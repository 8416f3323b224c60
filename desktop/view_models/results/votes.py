"""The votes that do not agree and what nobody knew, the first of them; all others are one sentence."""

from __future__ import annotations

from desktop.view_models.session import EngagementSession
from desktop.words import gettext, ngettext
from models.diagnosis.voting import ballot_tally, newest_revealed, proposed_level
from models.frozen import frozen
from models.statements.standing import sign_text
from models.statements.votes import HowItCame
from models.values.numbers import count_word
from models.values.terms import Answer

MOST_OPEN = 4
"""Votes that stand in lines of their own: as many as one page has room for."""


@frozen
class VoteLine:
    """A vote: how many gave each level, how many did not know, and what holds for now."""

    sign_id: str
    text: str
    counts: tuple[int, ...]
    """For level 0 to 3, then not known; empty where there was no vote."""
    mark: str
    for_now: bool
    """Whether a level holds although the votes are split."""


def open_votes(session: EngagementSession, came: HowItCame) -> tuple[VoteLine, ...]:
    """The split ones, then those where most did not know, then what was entered as not known."""
    ratings = session.current.ratings
    told = {*came.split, *came.not_known}
    unknown = (s.id for s in session.method.signs if s.id in ratings and ratings[s.id].answer is Answer.NOT_KNOWN)
    return tuple(
        _line(session, sign_id, sign_id in came.split)
        for sign_id in (*came.split, *came.not_known, *(key for key in unknown if key not in told))
    )


def _line(session: EngagementSession, sign_id: str, split: bool) -> VoteLine:
    current, sign = session.current, session.method.sign(sign_id)
    ballot, _ = newest_revealed(current, sign_id)
    tally = ballot_tally(current, ballot) if ballot else None
    rating = current.ratings.get(sign_id)
    level = proposed_level(tally) if tally and rating is None else None
    proposed = None if level is None else Answer(str(level))
    answer = rating.answer if rating else proposed
    return VoteLine(
        sign_id=sign_id,
        text=sign_text(sign, answer),
        counts=(*tally.counts, tally.not_known) if tally else (),
        mark=answer.mark if answer else "",
        for_now=split and answer is not None and answer.level is not None,
    )


def rest_sentence(session: EngagementSession, came: HowItCame) -> str:
    """How many votes agree, and what had none, as in "Six more agree. 15 signs were entered without a vote."."""
    words = session.words
    agreeing, more = len(came.problems) + len(came.fine), max(len(open_votes(session, came)) - MOST_OPEN, 0)
    counts = (
        (more, ngettext("{count} more is split or not known.", "{count} more are split or not known.", more)),
        (agreeing, ngettext("{count} vote agrees.", "{count} votes agree.", agreeing)),
        (
            len(came.aloud),
            ngettext("{count} sign was agreed aloud.", "{count} signs were agreed aloud.", len(came.aloud)),
        ),
        (
            len(came.entered),
            ngettext(
                "{count} sign was entered without a vote.",
                "{count} signs were entered without a vote.",
                len(came.entered),
            ),
        ),
        (
            len(came.not_said),
            ngettext("Of {count} sign nobody noted how.", "Of {count} signs nobody noted how.", len(came.not_said)),
        ),
    )
    said = (text.format(count=count_word(count, words)) for count, text in counts if count)
    return " ".join(sentence[:1].upper() + sentence[1:] for sentence in said) or gettext("No sign was asked yet.")
