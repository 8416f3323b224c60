"""How high rows stand that share a height."""

from __future__ import annotations

from collections.abc import Sequence

STEPS = 20


def spread(needs: Sequence[float], free: float, ideal: float, least: float = 0.0) -> list[float] | None:
    """All as high as `ideal` where that finds room; else lower, but none lower than it needs or than `least`.

    None where not even that finds room.
    """
    for step in range(STEPS, -1, -1):
        base = least + (ideal - least) * step / STEPS
        heights = [max(need, base) for need in needs]
        if sum(heights) <= free + 0.5:
            return heights
    return None
