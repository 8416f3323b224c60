"""How wide the columns of the people are: each has its share, and what one does not need another takes."""

from __future__ import annotations

from collections.abc import Sequence

SHARES = (20, 23, 21, 36)
"""Of the width of a row: name, role, group, and what they decide with what stands behind it."""
NAME, ROLE, GROUP, DECIDES = range(len(SHARES))
TAKING = (GROUP, NAME, ROLE, DECIDES)
"""Who takes first: a group is a word of our own, a name is what people are known by."""
FULL = (GROUP, NAME)
"""What takes from roles and decisions, too, where nobody has pixels to spare."""


def shared(room: int, needs: Sequence[int], least: int) -> tuple[int, ...]:
    """Pixels for each column, where its longest text needs so many; none gives up the `least` that it has to have."""
    widths = [room * share // sum(SHARES) for share in SHARES]
    for taker in TAKING:
        for giver in (DECIDES, ROLE, GROUP, NAME):
            _give(widths, giver, taker, needs, needs[giver])
    for taker in FULL:
        for giver in (DECIDES, ROLE):
            _give(widths, giver, taker, needs, least)
    return tuple(widths)


def _give(widths: list[int], giver: int, taker: int, needs: Sequence[int], keeps: int) -> None:
    """What the one lacks, as far as the other has more than it `keeps`."""
    taken = min(max(needs[taker] - widths[taker], 0), max(widths[giver] - keeps, 0))
    widths[taker] += taken
    widths[giver] -= taken
