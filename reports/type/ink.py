"""The documents' own colours as #RRGGBB, and the scale in which severity is shown: tints of the brand."""

from __future__ import annotations

from colorsys import rgb_to_hls
from functools import lru_cache

from models.values.colour import channels, is_colour, mix, readable

INK = "#1B2430"
MUTED = "#5F6B7A"
RULE = "#D9DEE5"
GROUP_ROW = "#F3F5F8"
"""Behind the rows that name a group, and behind bars."""
FIELD_LINE, FIELD_GROUND = "#8591A0", "#FAFBFC"
WHITE = "#FFFFFF"
RED, AMBER, GREEN = "#B3263A", "#9A5B00", "#1F7A6D"
"""Only for a verdict, the state of a point, and a date that does not hold."""
SAME_HUE, LEAST_STRENGTH = 15 / 360, 0.35
"""How near a colour's hue, and from which saturation on, it is read as the red of a verdict."""
FRAME = "#C4CCD6"
"""Around what does not apply."""

READABLE = 4.5
"""Least contrast of text against what lies behind it."""
ON_LIGHT, ON_DARK = (0.10, 0.33, 0.75), (0.12, 0.28, 0.50)
"""How much of the brand is in each step below the strongest."""

Scale = tuple[str, str, str, str]
"""For levels 0 to 3."""


STRONGEST = 6.5
"""Least contrast of level 3 on a light ground, so that it is told from level 2 whatever the brand."""


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """The colour as a page's code names it: three shares of light."""
    return " ".join(f"{share:.6f}".rstrip("0").rstrip(".") for share in channels(colour))


def apart_from_verdicts(accent: str, instead: str) -> str:
    """The accent, or `instead` where it could be taken for the red of a verdict, an open point or a late date."""
    if not is_colour(accent):
        return instead
    (hue, _, strength), (red, *_) = rgb_to_hls(*channels(accent)), rgb_to_hls(*channels(RED))
    apart = abs(hue - red)
    return instead if strength > LEAST_STRENGTH and min(apart, 1 - apart) < SAME_HUE else accent


def severity_scale(brand: str, ground: str = WHITE, shares: tuple[float, float, float] = ON_LIGHT) -> Scale:
    """Tints of one hue for levels 0 to 3, from next to the ground to the brand itself, which stands out from it.

    Level 2 is darkened until white figures can be read on it.
    """
    first, second, third = (mix(ground, brand, share) for share in shares)
    last = readable(brand, WHITE, STRONGEST) if ground == WHITE else brand
    return first, second, readable(third, WHITE, READABLE), last
