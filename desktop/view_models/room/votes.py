"""The room's pages about votes: while it votes, when the votes are revealed, and all of them on one map."""

from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations

from desktop.view_models.room.pages import AgreementGroup, RoomAgreement, RoomReveal, RoomSign, RoomTally, RoomVoting
from desktop.view_models.session import EngagementSession
from desktop.view_models.voting import Voting, progress_text
from desktop.words import gettext, spoken
from models.diagnosis.vote_words import agreement_name, agreement_text, level_text, movement_text
from models.diagnosis.voting import Agreement, Standing, Tally, standing
from models.engagement.workshop import Ballot
from models.method.rules import AgreementRule
from models.values.names import group_name
from models.values.terms import VoteWay

ORDER = (Agreement.AGREED_PROBLEM, Agreement.SPLIT, Agreement.NOT_KNOWN, Agreement.AGREED_FINE)
"""What stops a pilot first."""


def voting_page(session: EngagementSession, sign: RoomSign, ballot: Ballot) -> RoomVoting:
    """The sign without its answer, and how many have answered."""
    done, asked = Voting(session).progress(ballot)
    text = progress_text(ballot, done, asked)
    if ballot.way is VoteWay.COUNTS:
        text = gettext("Your vote, please")
    return RoomVoting(replace(sign, chosen=None, answer=""), text)


def reveal_page(session: EngagementSession, sign: RoomSign, sign_id: str) -> RoomReveal | None:
    """What the room voted last on the sign; None while nothing is revealed."""
    voting, rule = Voting(session), session.method.rules.agreement
    tally, before = voting.revealed(sign_id)
    if tally is None:
        return None
    return RoomReveal(
        place=sign.place,
        mode=sign.mode,
        question=sign.question,
        levels=sign.levels,
        tally=_room_tally(tally, rule),
        before=_room_tally(before, rule) if before else None,
        movement=movement_text(before, tally, spoken()),
        groups=tuple(
            (group_name(group, spoken()).capitalize(), f"{level:.1f}") for group, level in voting.groups(sign_id)
        ),
        chosen=sign.chosen,
        answer=sign.answer,
    )


def agreement_page(session: EngagementSession) -> RoomAgreement:
    """Every sign that was asked, under the kind of agreement it met."""
    signs, rule = session.method.signs, session.method.rules.agreement
    standings = {sign.id: standing(session.current, sign.id, rule) for sign in signs}
    groups = tuple(
        AgreementGroup(
            agreement_name(kind, spoken()),
            tuple(
                (number, sign.title, figures(standings[sign.id]))
                for number, sign in enumerate(signs, 1)
                if standings[sign.id].agreement is kind
            ),
        )
        for kind in ORDER
    )
    return RoomAgreement(agreement_finding(tuple(standings.values()), session.words), groups)


def figures(stands: Standing) -> str:
    """Level and agreement, where there are any."""
    if stands.level is None:
        return ""
    level = f"{stands.level:.1f}" if stands.consensus is not None else f"{stands.level:.0f}"
    return level if stands.consensus is None else f"{level} · {stands.consensus:.2f}"


def agreement_finding(standings: tuple[Standing, ...], words: NullTranslations) -> str:
    """What the map says, as a sentence."""
    count = {kind: sum(s.agreement is kind for s in standings) for kind in ORDER}
    if not any(count.values()):
        return words.gettext("Nothing has been answered yet")
    problems, split = count[Agreement.AGREED_PROBLEM], count[Agreement.SPLIT]
    parts = []
    if problems:
        text = words.ngettext("{count} sign agreed to be a problem", "{count} signs agreed to be a problem", problems)
        parts.append(text.format(count=problems))
    if split:
        if parts:
            parts.append(words.ngettext("{count} still split", "{count} still split", split).format(count=split))
        else:
            text = words.ngettext("{count} sign still split", "{count} signs still split", split)
            parts.append(text.format(count=split))
    if not parts:
        return words.gettext("Nothing stands out as an agreed problem")
    return ", ".join(parts)


def _room_tally(tally: Tally, rule: AgreementRule) -> RoomTally:
    return RoomTally(tally.counts, tally.not_known, level_text(tally), agreement_text(tally, rule, spoken()))
