"""The colours of the room view: text at 7:1 or more on every ground it stands on, marks at 3:1 or more.

Severity is one scale of the brand's tints. Red, amber and green say only how a verdict, a point or a date stands.
"""

from __future__ import annotations

from models.frozen import frozen
from models.values.brand_tints import (
    SPARE,
    TEXT_CONTRAST,
    brand_on_dark,
    brand_on_light,
    dark_scale,
    light_scale,
)
from models.values.colour import mix, readable

MARK_CONTRAST = 3.0

GOOD, WARNING, BAD = "good", "warning", "bad"
"""What a verdict, a point or a date that does not hold may be said in; anything else is ink."""


@frozen
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
    brand = brand_on_light(brand, background)
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
        scale=light_scale(brand),
        low=mix("#FFFFFF", brand, 0.21),
    )


def _dark(brand: str, accent: str) -> RoomLook:
    background, ink = "#10181F", "#EEF2F5"
    loud, brand = brand, brand_on_dark(brand, background)
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
        scale=dark_scale(loud, background, ink),
        low=mix(background, brand, 0.22),
    )


def _text(colour: str, ground: str) -> str:
    return readable(colour, ground, TEXT_CONTRAST + SPARE)


def _mark(colour: str, ground: str) -> str:
    return readable(colour, ground, MARK_CONTRAST + SPARE)
