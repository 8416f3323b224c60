"""Who took part: those who were marked as present, and those whose vote was taken; nobody else."""

from __future__ import annotations

from gettext import NullTranslations

from models.engagement.engagement import Engagement, Round, Stakeholder
from models.engagement.people import name_of
from models.frozen import frozen
from models.values.numbers import count_word
from models.values.terms import VoteWay

IN_THE_ROOM = (VoteWay.NAMED, VoteWay.BALLOT)
"""The ways of voting that take somebody who is there."""


@frozen
class Attendance:
    """Stakeholders with a name or a role, in their order, by whether they took part."""

    took_part: tuple[Stakeholder, ...]
    absent: tuple[Stakeholder, ...]
    not_noted: tuple[Stakeholder, ...]
    """Of whom nobody noted it."""


def attendance(engagement: Engagement, current: Round) -> Attendance:
    """Of one round."""
    ballots = {key for key, ballot in current.ballots.items() if ballot.way in IN_THE_ROOM}
    voted = {vote.stakeholder_id for vote in current.votes.values() if vote.ballot_id in ballots}
    people = [person for person in engagement.stakeholders if name_of(person)]
    there = {person.id: person.id in voted or person.present for person in people}
    return Attendance(
        took_part=tuple(p for p in people if there[p.id]),
        absent=tuple(p for p in people if there[p.id] is False),
        not_noted=tuple(p for p in people if there[p.id] is None),
    )


def attendance_text(found: Attendance, words: NullTranslations) -> str:
    """As in "Eight people took part", and of how many it was not noted; without a full stop."""
    count, unknown = len(found.took_part), len(found.not_noted)
    if not count:
        noted = found.absent and not unknown
        return words.gettext("Nobody else took part") if noted else words.gettext("Nobody noted who took part")
    text = words.ngettext("One person took part", "{count} people took part", count)
    said = text.format(count=count_word(count, words))
    if unknown:
        text = words.ngettext(
            "{said}; of one more it was not noted", "{said}; of {count} more it was not noted", unknown
        )
        said = text.format(said=said, count=count_word(unknown, words))
    return said[:1].upper() + said[1:]


def sponsor(engagement: Engagement) -> Stakeholder | None:
    """Who pays for the pilot and signs for it; None while nobody is marked."""
    return next((person for person in engagement.stakeholders if person.sponsor), None)
