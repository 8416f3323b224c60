"""What a vote says: its level, how far the room agrees, and where groups differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import log2

from models.engagement import Group

LEVELS = 4
SMALLEST_GROUP = 3
"""Votes below which a group is not named: fewer would tell who voted what."""

AGREED_FROM = 0.6
"""Consensus from which the room counts as agreed. The method's own convention."""

PROBLEM_FROM = 1.5
"""Interpolated median from which a sign counts as a problem: the middle of the scale."""


@dataclass(frozen=True, slots=True)
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


def agreement(tally: Tally) -> Agreement:
    """Not known where more people did not know than voted a level, or nobody voted."""
    level, agreed = interpolated_median(tally.counts), consensus(tally.counts)
    if level is None or agreed is None or tally.not_known > tally.votes:
        return Agreement.NOT_KNOWN
    if agreed < AGREED_FROM:
        return Agreement.SPLIT
    return Agreement.AGREED_PROBLEM if level >= PROBLEM_FROM else Agreement.AGREED_FINE


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
