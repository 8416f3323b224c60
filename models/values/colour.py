"""Colours that stay legible: contrast by WCAG 2.2, and brand colours moved until text in them can be read."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls

from models.values.sentence import Sentence
from models.values.typed.understood import Understood

DARK_INK, LIGHT_INK = "#1B2430", "#FFFFFF"

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")

SHORT = 3
"""Figures of a colour on the web, each for two."""
_UNCLEAR = Sentence("Not a colour yet. It is written as in “#12395B”.")

Channels = tuple[float, float, float]


def is_colour(text: str) -> bool:
    """Whether `text` is a colour as #RRGGBB."""
    return _HEX.fullmatch(text) is not None


def understand_colour(text: str) -> Understood[str] | Sentence:
    """The colour as #RRGGBB; the # may be left out, and three figures stand for six as on the web."""
    figures = text.strip().removeprefix("#").upper()
    if len(figures) == SHORT:
        figures = "".join(figure * 2 for figure in figures)
    return Understood(f"#{figures}") if is_colour(f"#{figures}") else _UNCLEAR


def channels(colour: str) -> Channels:
    """Red, green and blue from 0 to 1. Raises ValueError for anything but #RRGGBB."""
    if not is_colour(colour):
        raise ValueError(f"not a colour: {colour!r}")
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue


def luminance(colour: str) -> float:
    """Relative luminance from 0 to 1 (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(background: str) -> str:
    """Dark or light ink, whichever stands out more from `background`."""
    return max((DARK_INK, LIGHT_INK), key=lambda ink: contrast(ink, background))


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` in it."""
    mixed = (a + (b - a) * share for a, b in zip(channels(one), channels(other), strict=True))
    return "#" + "".join(f"{round(c * 255):02X}" for c in mixed)


def readable(colour: str, background: str, ratio: float = 4.5) -> str:
    """`colour` made darker, or lighter in its own hue, no further than needed for a contrast of `ratio`.

    On a light background it goes towards black, on a dark one towards white.
    """
    darker = luminance(background) > 0.18
    for step in range(101):
        moved = mix(colour, "#000000", step / 100) if darker else _lighter(colour, step / 100)
        if contrast(moved, background) >= ratio:
            return moved
    return "#000000" if darker else "#FFFFFF"


def _lighter(colour: str, share: float) -> str:
    hue, lightness, saturation = rgb_to_hls(*channels(colour))
    made = hls_to_rgb(hue, lightness + (1 - lightness) * share, saturation)
    return "#" + "".join(f"{round(c * 255):02X}" for c in made)
