"""Where each failure mode stood and stands, and whether it moved: by the signs that have a level both times alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from fractions import Fraction

from models.diagnosis.diagnosis import ModeResult, mode_results
from models.engagement.engagement import Round
from models.frozen import frozen
from models.method.method import FailureMode, Method
from models.method.rules import HIGHEST_LEVEL, WHOLE
from models.rounds.signs import BOTH_TIMES, SignMoved


class Direction(Enum):
    """How a mode moved."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    NOT_COMPARABLE = "not-comparable"
    """No sign of it has a level both times."""


@frozen
class ModeMoved:
    """One failure mode in two rounds."""

    mode: FailureMode
    then: ModeResult
    now: ModeResult
    signs: tuple[SignMoved, ...]

    @property
    def both(self) -> tuple[SignMoved, ...]:
        """The signs that have a level both times."""
        return tuple(one for one in self.signs if one.movement in BOTH_TIMES)

    @property
    def alike(self) -> tuple[Fraction, Fraction] | None:
        """The index then and now over those signs alone; None for none."""
        if not self.both:
            return None
        sums = [sum(one.levels[n] or 0 for one in self.both) for n in (0, 1)]
        whole = HIGHEST_LEVEL * len(self.both)
        return Fraction(WHOLE * sums[0], whole), Fraction(WHOLE * sums[1], whole)

    @property
    def direction(self) -> Direction:
        """Whether it moved."""
        if self.alike is None:
            return Direction.NOT_COMPARABLE
        before, after = self.alike
        if before == after:
            return Direction.SAME
        return Direction.BETTER if after < before else Direction.WORSE

    @property
    def not_asked_again(self) -> bool:
        """Whether nothing of it was asked again, though something was asked before."""
        return self.now.left_out and not self.then.left_out

    @property
    def same_signs(self) -> bool:
        """Whether the two figures rest on the same signs, so that they can be set side by side as they are."""
        return self.then.index is not None and all(
            (one.levels[0] is None) == (one.levels[1] is None) for one in self.signs
        )


def modes_moved(method: Method, then: Round, now: Round, signs: Sequence[SignMoved]) -> tuple[ModeMoved, ...]:
    """Every mode, in the order of the method."""
    known = {one.sign.id: one for one in signs}
    return tuple(
        ModeMoved(mode, before, after, tuple(known[sign.id] for sign in mode.signs))
        for mode, before, after in zip(method.modes, mode_results(method, then), mode_results(method, now), strict=True)
    )
