"""The colours of the room view: text at 7:1 or more on every ground it stands on, marks at 3:1 or more."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.theme import make_theme
from models.values.colour import contrast, luminance, mix, readable

TEXT_CONTRAST, MARK_CONTRAST = 7.0, 3.0
_SPARE = 0.1
"""Colours are rounded to whole steps of a channel, so a little more than the least is asked for."""
_LEVEL_SHARES = (0.0, 0.14, 0.34, 1.0)
"""How much of the accent stands in the cell of a level, 0 to 3."""


@dataclass(frozen=True, slots=True)
class RoomLook:
    """Every colour of a page as #RRGGBB."""

    dark: bool
    background: str
    shade: str
    """The rail's ground."""
    surface: str
    """A card's ground."""
    ink: str
    muted: str
    accent: str
    accent_ink: str
    soft: str
    """Behind where the room is in the rail."""
    edge: str
    """Outlines that carry meaning."""
    rule: str
    """Lines that only part one thing from another."""
    track: str
    """Behind a bar."""

    def cell(self, level: int) -> tuple[str, str]:
        """Ground and ink of a level's cell: one hue that deepens, since the number says it too."""
        share = _LEVEL_SHARES[level]
        if share == 1:
            return self.accent, self.accent_ink
        while contrast(ground := mix(self.surface, self.accent, share), self.ink) < TEXT_CONTRAST:
            share -= 0.02
        return ground, self.ink


def make_look(dark: bool, brand: str) -> RoomLook:
    """The room's colours, with one accent taken from the brand's colour."""
    theme = make_theme(dark, brand)
    background, shade = (theme.background, theme.shade) if dark else ("#F4F6F9", "#FFFFFF")
    soft = mix(theme.surface, theme.ink, 0.06)
    hardest = soft if dark else min(background, soft, key=luminance)
    accent = readable(brand, hardest, TEXT_CONTRAST + _SPARE)
    return RoomLook(
        dark=dark,
        background=background,
        shade=shade,
        surface=theme.surface,
        ink=theme.ink,
        muted=readable(theme.muted, hardest, TEXT_CONTRAST + _SPARE),
        accent=accent,
        accent_ink=background if dark else "#FFFFFF",
        soft=soft,
        edge=readable(theme.rule, hardest, MARK_CONTRAST + _SPARE),
        rule=theme.rule,
        track=mix(theme.surface, theme.ink, 0.14),
    )
