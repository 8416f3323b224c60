"""What a vote says: its level, how far the room agrees, and where groups differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from math import floor, log2

from models.engagement.engagement import Round, Stakeholder
from models.engagement.people import takes_part
from models.engagement.workshop import Ballot, Vote
from models.frozen import frozen
from models.method.rules import AgreementRule
from models.values.refusal import Refusal
from models.values.terms import Answer, Group, VoteWay
from models.values.typed.figures import plain_figures

LEVELS = 4
MOST_VOTES = 9_999
"""For one level: more is a slip of the finger."""
_COUNTS = re.compile(r"[0-9\s,;/]*|[0-9]+\s*([-.:|+*])\s*[0-9]+(?:\s*\1\s*[0-9]+)*")
SMALLEST_GROUP = 3
"""Votes below which a group is not named: fewer would tell who voted what."""


@frozen
class Tally:
    """How often each level 0 to 3 was voted, and how many did not know."""

    counts: tuple[int, int, int, int]
    not_known: int = 0

    @property
    def votes(self) -> int:
        """Votes for a level."""
        return sum(self.counts)

    @property
    def answers(self) -> int:
        """Votes for a level and those that did not know."""
        return self.votes + self.not_known


def interpolated_median(counts: Sequence[int]) -> float | None:
    """M − ½ + (N/2 − votes below M) / votes at M; the plain median where nobody voted M. None without votes.

    Levels count from 0: over counts 1, 2, 4, 2 it is 1.875, which is 2.875 on a scale from 1.
    """
    votes = [level for level, count in enumerate(counts) for _ in range(count)]
    if not votes:
        return None
    middle = (votes[(len(votes) - 1) // 2] + votes[len(votes) // 2]) / 2
    at_middle = counts[int(middle)] if middle.is_integer() else 0
    if not at_middle:
        return middle
    below = sum(counts[: int(middle)])
    return middle - 0.5 + (len(votes) / 2 - below) / at_middle


def consensus(counts: Sequence[int]) -> float | None:
    """Cns = 1 + Σ pᵢ·log₂(1 − |xᵢ − μ| / (max − min)), from 0 (half at each end) to 1 (all agreed). None without votes.

    Tastle and Wierman, "Consensus and dissention: a measure of ordinal dispersion" (2007).
    """
    total = sum(counts)
    if not total:
        return None
    width = len(counts) - 1
    mean = sum(level * count for level, count in enumerate(counts)) / total
    parts = (count / total * log2(1 - abs(level - mean) / width) for level, count in enumerate(counts) if count)
    return min(max(1 + sum(parts), 0.0), 1.0)


class Agreement(Enum):
    """Where a sign lies on the map of level against agreement."""

    AGREED_PROBLEM = "agreed-problem"
    AGREED_FINE = "agreed-fine"
    SPLIT = "split"
    NOT_KNOWN = "not-known"


def agreement(tally: Tally, rule: AgreementRule) -> Agreement:
    """Not known where more people did not know than voted a level, or nobody voted."""
    level, agreed = interpolated_median(tally.counts), consensus(tally.counts)
    if level is None or agreed is None or tally.not_known > tally.votes:
        return Agreement.NOT_KNOWN
    if agreed < rule.agreed:
        return Agreement.SPLIT
    return Agreement.AGREED_PROBLEM if level >= rule.problem else Agreement.AGREED_FINE


def tally_of(answers: Iterable[int | None]) -> Tally:
    """Counts levels 0 to 3; None is a vote of "not known"."""
    given = list(answers)
    zero, one, two, three = (given.count(level) for level in range(LEVELS))
    return Tally((zero, one, two, three), given.count(None))


def group_medians(votes: Iterable[tuple[Group, int]]) -> Mapping[Group, float]:
    """The interpolated median of each group with at least three votes, in the order of `Group`."""
    levels: dict[Group, list[int | None]] = {group: [] for group in Group}
    for group, level in votes:
        levels[group].append(level)
    medians = {
        group: interpolated_median(tally_of(given).counts)
        for group, given in levels.items()
        if len(given) >= SMALLEST_GROUP
    }
    return {group: median for group, median in medians.items() if median is not None}


def groups_apart(current: Round, ballot: Ballot, people: Iterable[Stakeholder]) -> list[tuple[Group, float]]:
    """The median of each group that can be named in a ballot, from low to high, where at least two can be."""
    groups = {person.id: person.group for person in people}
    votes = [(groups[v.stakeholder_id], v.answer.level) for v in current.votes_in(ballot) if v.stakeholder_id in groups]
    medians = group_medians((group, level) for group, level in votes if level is not None)
    return sorted(medians.items(), key=lambda item: item[1]) if len(medians) > 1 else []


def ballot_tally(current: Round, ballot: Ballot) -> Tally:
    """What was voted in a ballot, whether it was counted or cast one by one."""
    if ballot.way is VoteWay.COUNTS:
        return Tally((ballot.count_0, ballot.count_1, ballot.count_2, ballot.count_3), ballot.not_known)
    return tally_of(vote.answer.level for vote in current.votes_in(ballot))


def voters(people: Iterable[Stakeholder], votes: Iterable[Vote]) -> tuple[Stakeholder, ...]:
    """Who is asked: everyone who takes part, and whoever has voted. Absent people are not missing."""
    voted = {vote.stakeholder_id for vote in votes}
    return tuple(person for person in people if takes_part(person) or person.id in voted)


def proposed_level(tally: Tally) -> int | None:
    """The level next to the interpolated median, the graver of two that are as near. None without votes for a level."""
    middle = interpolated_median(tally.counts)
    return None if middle is None else min(max(floor(middle + 0.5), 0), LEVELS - 1)


def read_counts(text: str) -> Tally:
    """Four counts, for levels 0 to 3, and perhaps a fifth for "not known", as in `1 2 4 2`. Raises Refusal.

    The same mark may stand between all of them. Where nobody's count is above nine, the spaces may be left out: `1242`.
    """
    text = plain_figures(text)
    numbers = re.findall(r"[0-9]+", text)
    if len(numbers) == 1 and len(numbers[0]) in (LEVELS, LEVELS + 1):
        numbers = list(numbers[0])
    if not _COUNTS.fullmatch(text) or len(numbers) not in (LEVELS, LEVELS + 1):
        raise Refusal(
            "Type how many voted 0, 1, 2 and 3, as in “1 2 4 2”; a fifth number counts those who do not know."
        )
    if any(len(number.lstrip("0")) > len(str(MOST_VOTES)) or int(number) > MOST_VOTES for number in numbers):
        raise Refusal("A count of more than {most_votes} cannot be right. Type it again.", most_votes=MOST_VOTES)
    zero, one, two, three, *rest = map(int, numbers)
    tally = Tally((zero, one, two, three), sum(rest))
    if not tally.answers:
        raise Refusal("Nobody has voted yet. Type how many voted 0, 1, 2 and 3, as in “1 2 4 2”.")
    return tally


def newest_revealed(current: Round, sign_id: str) -> tuple[Ballot | None, Ballot | None]:
    """The newest ballot on a sign that is revealed, and the one before it."""
    shown = [ballot for ballot in current.ballots_on(sign_id) if ballot.revealed]
    return (shown[-1] if shown else None, shown[-2] if len(shown) > 1 else None)


def was_asked(current: Round, sign_id: str) -> bool:
    """Whether a sign was asked in this round: it has an answer in it, or a vote that was revealed.

    Nothing else says so. A round begins without either, and what was asked in an earlier one counts there.
    """
    return sign_id in current.ratings or newest_revealed(current, sign_id)[0] is not None


@frozen
class Standing:
    """Where one warning sign stands on the map of level against agreement."""

    sign_id: str
    agreement: Agreement | None
    """None while the sign was not asked, or does not apply."""
    level: float | None
    """The interpolated median, or the agreed level where there was no vote."""
    consensus: float | None
    """0 to 1; None where there was no vote."""


def standing(current: Round, sign_id: str, rule: AgreementRule) -> Standing:
    """By what the room voted last; by the agreed answer where it did not vote."""
    ballot, _ = newest_revealed(current, sign_id)
    rating = current.ratings.get(sign_id)
    if rating and rating.answer is Answer.DOES_NOT_APPLY:
        return Standing(sign_id, None, None, None)
    if ballot is not None:
        tally = ballot_tally(current, ballot)
        return Standing(sign_id, agreement(tally, rule), interpolated_median(tally.counts), consensus(tally.counts))
    if rating is None:
        return Standing(sign_id, None, None, None)
    level = rating.answer.level
    if level is None:
        return Standing(sign_id, Agreement.NOT_KNOWN, None, None)
    agreed = Agreement.AGREED_PROBLEM if level >= rule.problem else Agreement.AGREED_FINE
    return Standing(sign_id, agreed, float(level), None)
