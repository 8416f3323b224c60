"""The colours of the room view: text at 7:1 or more on every ground it stands on, marks at 3:1 or more.

Severity is one scale of the brand's tints. Red, amber and green say only how a verdict, a point or a date stands.
"""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass

from models.values.colour import channels, contrast, mix, readable

TEXT_CONTRAST, MARK_CONTRAST, FIGURE_CONTRAST = 7.0, 3.0, 4.5
"""A figure in a square of the scale is large, and its place says it too."""
_SPARE = 0.05
"""Colours are rounded to whole steps of a channel, so a little more than the least is asked for."""
_LIGHT_SHARES, _DARK_SHARES = (0.10, 0.33, 0.75), (0.16, 0.38, 0.70)
"""How much of the brand stands in the squares of levels 0 to 2; level 3 is the brand itself."""
_QUIET, _LIVELY, _DARK_CONTRAST = 0.46, 0.5, 10.6
"""On a dark ground a brand, and what is mixed from it, is no more saturated than that, and as light."""

GOOD, WARNING, BAD = "good", "warning", "bad"
"""What a verdict, a point or a date that does not hold may be said in; anything else is ink."""


@dataclass(frozen=True, slots=True)
class RoomLook:
    """Every colour of a page as #RRGGBB."""

    dark: bool
    background: str
    surface: str
    """Behind what the room is at, and in an empty mark."""
    ink: str
    muted: str
    brand: str
    brand_ink: str
    """On the brand."""
    brand_pale: str
    """A mark on the brand that steps back."""
    accent: str
    """Text: where the room is, and what has not been said yet."""
    accent_mark: str
    tones: tuple[str, str, str]
    """Text that says good, warning and bad."""
    tone_marks: tuple[str, str, str]
    edge: str
    """Outlines that carry meaning."""
    rule: str
    """Lines that only part one thing from another."""
    track: str
    """What is not reached yet."""
    done: str
    """What is; a first vote beside the last."""
    scale: tuple[str, str, str, str]
    """Severity, 0 to 3."""
    low: str
    """The bar of a mode that stands low, which on the tint of level 0 would not be seen."""

    def level(self, level: int) -> tuple[str, str]:
        """Ground and ink of a level's square."""
        ink = (self.ink, self.ink, self.ink if self.dark else "#FFFFFF", self.brand_ink)[level]
        return self.scale[level], ink

    def tone(self, tone: str) -> str:
        """The colour of text in a tone; ink for none."""
        return dict(zip((GOOD, WARNING, BAD), self.tones, strict=True)).get(tone, self.ink)

    def tone_mark(self, tone: str) -> str:
        """The colour of a mark in a tone."""
        return dict(zip((GOOD, WARNING, BAD), self.tone_marks, strict=True)).get(tone, self.edge)


def make_look(dark: bool, brand: str, accent: str) -> RoomLook:
    """The room's colours for a practice's brand and accent."""
    return _dark(brand, accent) if dark else _light(brand, accent)


def _light(brand: str, accent: str) -> RoomLook:
    background = "#F7F8FA"
    brand = _text(brand, background)
    good, warning, bad = marks = ("#1F7A6D", "#9A5B00", "#B3263A")
    return RoomLook(
        dark=False,
        background=background,
        surface="#FFFFFF",
        ink="#1B2430",
        muted=_text("#56616F", background),
        brand=brand,
        brand_ink="#FFFFFF",
        brand_pale=_mark(mix(brand, "#FFFFFF", 0.45), brand),
        accent=_text(accent, background),
        accent_mark=_mark(accent, background),
        tones=(_text(good, background), _text(warning, background), _text(bad, background)),
        tone_marks=marks,
        edge=_mark("#7A8796", background),
        rule="#D5DBE2",
        track="#D5DBE2",
        done=_mark(mix(background, brand, 0.45), background),
        scale=_light_scale(brand),
        low=mix("#FFFFFF", brand, 0.21),
    )


def _dark(brand: str, accent: str) -> RoomLook:
    background, ink = "#10181F", "#EEF2F5"
    loud, brand = brand, _quiet(brand, background, _QUIET, _DARK_CONTRAST)
    surface = "#18232C"
    tones = (_text("#5DBFA8", surface), _text("#E0A54F", surface), _text("#F2788A", surface))
    return RoomLook(
        dark=True,
        background=background,
        surface=surface,
        ink=ink,
        muted="#A7B3BE",
        brand=brand,
        brand_ink=background,
        brand_pale=_mark(mix(brand, background, 0.5), brand),
        accent=_text(accent, surface),
        accent_mark=_text(accent, surface),
        tones=tones,
        tone_marks=tones,
        edge=_mark("#7A8796", surface),
        rule="#2C3944",
        track="#2C3944",
        done=_mark(mix(background, brand, 0.42), surface),
        scale=(*_dark_steps(loud, background, ink), brand),
        low=mix(background, brand, 0.22),
    )


def _light_scale(brand: str) -> tuple[str, str, str, str]:
    none, early, established = (mix("#FFFFFF", brand, share) for share in _LIGHT_SHARES)
    return none, early, readable(established, "#FFFFFF", FIGURE_CONTRAST + _SPARE), brand


def _dark_steps(brand: str, background: str, ink: str) -> tuple[str, str, str]:
    """Levels 0 to 2, turned round: the worst is the brightest."""
    brand = _quiet(brand, background, _LIVELY, TEXT_CONTRAST)
    least, little, share = _DARK_SHARES
    none, early = mix(background, brand, least), mix(background, brand, little)
    while contrast(ink, mix(background, brand, share)) < FIGURE_CONTRAST + _SPARE:
        share -= 0.01
    return none, early, mix(background, brand, share)


def _quiet(brand: str, background: str, saturation: float, ratio: float) -> str:
    """The brand on a dark ground: in its own hue, light and never loud."""
    hue, lightness, most = rgb_to_hls(*channels(brand))
    calm = hls_to_rgb(hue, min(lightness, 0.3), min(most, saturation))
    return readable("#" + "".join(f"{round(c * 255):02X}" for c in calm), background, ratio)


def _text(colour: str, ground: str) -> str:
    return readable(colour, ground, TEXT_CONTRAST + _SPARE)


def _mark(colour: str, ground: str) -> str:
    return readable(colour, ground, MARK_CONTRAST + _SPARE)
