"""The documents' own colours as #RRGGBB, and the steps between a pale blue and the brand."""

from __future__ import annotations

from models.values.colour import contrast, ink_on, mix

INK = "#1B2430"
MUTED = "#5F6B7A"
RULE = "#D9DEE5"
GROUP_ROW = "#F3F5F8"
FIELD_LINE, FIELD_GROUND = "#8591A0", "#FAFBFC"
WHITE = "#FFFFFF"
RED, AMBER, GREEN = "#B3263A", "#9A5B00", "#1F7A6D"
PALEST = "#EAF1F6"
"""Where the heat ramp begins."""

READABLE = 4.5
"""Least contrast of text against what lies behind it."""

Ramp = tuple[str, str, str, str]


def heat_ramp(brand: str, palest: str = PALEST) -> Ramp:
    """Four steps of one hue for levels 0 to 3; the inner ones move until their ink can be read on them."""
    shares = range(0, 101, 2)
    pale = sorted(shares, key=lambda s: abs(s - 34))
    deep = sorted(shares, key=lambda s: abs(s - 68))
    inner = [
        next((c for c in (mix(palest, brand, s / 100) for s in order) if _reads(c)), brand) for order in (pale, deep)
    ]
    return palest, inner[0], inner[1], brand


def _reads(colour: str) -> bool:
    return contrast(ink_on(colour), colour) >= READABLE
