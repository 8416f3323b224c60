"""Severity, 0 to 3, as one scale of the brand's tints: darker is worse on a light ground, brighter on a dark one."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from models.values.colour import channels, contrast, mix, readable

FIGURE_CONTRAST = 4.5
"""A figure in a square of the scale."""
TEXT_CONTRAST = 7.0
SPARE = 0.05
"""Colours are rounded to whole steps of a channel, so a little more than the least is asked for."""
_LIGHT_SHARES, _DARK_SHARES = (0.10, 0.33, 0.75), (0.16, 0.38, 0.70)
"""How much of the brand stands in the squares of levels 0 to 2; level 3 is the brand itself."""
_QUIET, _LIVELY, _DARK_CONTRAST = 0.46, 0.5, 10.6
"""On a dark ground a brand, and what is mixed from it, is no more saturated than that, and as light."""

Scale = tuple[str, str, str, str]


def brand_on_light(brand: str, background: str) -> str:
    """The brand dark enough to be read."""
    return readable(brand, background, TEXT_CONTRAST + SPARE)


def brand_on_dark(brand: str, background: str) -> str:
    """The brand on a dark ground: in its own hue, light and never loud."""
    return _quiet(brand, background, _QUIET, _DARK_CONTRAST)


def light_scale(brand: str, figure: float = FIGURE_CONTRAST) -> Scale:
    """For a brand that can be read on white; `figure` is the contrast of what stands in a square."""
    none, early, established = (mix("#FFFFFF", brand, share) for share in _LIGHT_SHARES)
    return none, early, readable(established, "#FFFFFF", figure + SPARE), brand


def dark_scale(brand: str, background: str, ink: str, figure: float = FIGURE_CONTRAST) -> Scale:
    """Turned round: the worst is the brightest. `ink` is what stands on levels 0 to 2."""
    lively = _quiet(brand, background, _LIVELY, TEXT_CONTRAST)
    least, little, share = _DARK_SHARES
    none, early = mix(background, lively, least), mix(background, lively, little)
    while contrast(ink, mix(background, lively, share)) < figure + SPARE:
        share -= 0.01
    return none, early, mix(background, lively, share), brand_on_dark(brand, background)


def _quiet(brand: str, background: str, saturation: float, ratio: float) -> str:
    hue, lightness, most = rgb_to_hls(*channels(brand))
    calm = hls_to_rgb(hue, min(lightness, 0.3), min(most, saturation))
    return readable("#" + "".join(f"{round(c * 255):02X}" for c in calm), background, ratio)
