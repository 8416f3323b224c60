"""The colours a chart is drawn in."""

from __future__ import annotations

from dataclasses import dataclass

from models.values.colour import is_colour, mix, readable
from reports.type.ink import INK, MUTED, RULE, WHITE, Ramp, heat_ramp

HOUSE_PRIMARY, HOUSE_ACCENT = "#12395B", "#C2334D"
DARK_BACKGROUND, DARK_INK, DARK_MUTED = "#12161C", "#F1F4F8", "#A9B4C2"


@dataclass(frozen=True, slots=True)
class ChartColours:
    """Every colour is #RRGGBB and stands on `background`."""

    ink: str
    muted: str
    rule: str
    accent: str
    background: str
    ramp: Ramp
    """One hue for levels 0 to 3."""

    @property
    def series(self) -> str:
        """The first series: the strongest step of the ramp."""
        return self.ramp[3]


def paper_colours(primary: str = HOUSE_PRIMARY, accent: str = HOUSE_ACCENT) -> ChartColours:
    """For white paper or a light screen, from the two brand colours."""
    strong = readable(primary if is_colour(primary) else HOUSE_PRIMARY, WHITE)
    mark = readable(accent if is_colour(accent) else HOUSE_ACCENT, WHITE)
    return ChartColours(INK, MUTED, RULE, mark, WHITE, heat_ramp(strong))


def dark_colours(
    primary: str = HOUSE_PRIMARY, accent: str = HOUSE_ACCENT, background: str = DARK_BACKGROUND
) -> ChartColours:
    """For a dark screen: the ramp runs from just above the background to the brand, lightened until it stands out."""
    strong = readable(primary if is_colour(primary) else HOUSE_PRIMARY, background, 5.5)
    mark = readable(accent if is_colour(accent) else HOUSE_ACCENT, background)
    rule = mix(background, WHITE, 0.18)
    return ChartColours(DARK_INK, DARK_MUTED, rule, mark, background, heat_ramp(strong, mix(background, WHITE, 0.1)))
