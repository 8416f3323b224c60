"""Hands that are counted for one answer after another. What was counted is told to nobody before the reveal."""

from __future__ import annotations

import re

from models.diagnosis.voting import LEVELS, MOST_VOTES, Tally, read_counts
from models.engagement.workshop import Ballot
from models.values.refusal import Refusal
from models.values.terms import Answer
from models.values.typed.figures import plain_figures

ASKED = (Answer.NOT_PRESENT, Answer.EARLY, Answer.ESTABLISHED, Answer.SEVERE, Answer.NOT_KNOWN)
"""In the order in which hands go up."""
_ONE = re.compile(rf"\s*[0-9]{{1,{LEVELS - 1}}}\s*")
"""A lone number. One of four figures is all four counts without spaces."""


class Counting:
    """For this sitting: a vote that is put away goes on where it was."""

    def __init__(self) -> None:
        self._counted: dict[str, list[int]] = {}

    def counted(self, ballot: Ballot) -> int:
        """For how many answers hands were counted."""
        return len(self._counted.get(ballot.id, ()))

    def asked(self, ballot: Ballot) -> Answer | None:
        """For which answer hands go up now; None once all are counted."""
        place = self.counted(ballot)
        return ASKED[place] if place < len(ASKED) else None

    def take(self, ballot: Ballot, text: str) -> bool:
        """Takes what was typed for the answer that is asked for; whether that was all at once, as in `1 2 4 2`.

        Raises Refusal.
        """
        counted = self._counted.setdefault(ballot.id, [])
        figures = plain_figures(text)
        if _ONE.fullmatch(figures):
            counted.append(int(figures))
            return False
        if counted:
            raise Refusal("Type how many hands went up, 0 where none did; at most {most_votes}.", most_votes=MOST_VOTES)
        tally = read_counts(text)
        counted.extend((*tally.counts, tally.not_known))
        return True

    def take_back(self, ballot: Ballot) -> bool:
        """Forgets the last count; False where there is none."""
        counted = self._counted.get(ballot.id)
        if counted:
            counted.pop()
        return counted is not None

    def tally(self, ballot: Ballot) -> Tally:
        """What was counted; no hands for what was not asked yet."""
        counted = self._counted.get(ballot.id, [])
        zero, one, two, three, not_known = (*counted, *[0] * (len(ASKED) - len(counted)))
        return Tally((zero, one, two, three), not_known)
