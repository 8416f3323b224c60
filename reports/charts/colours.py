"""The colours a chart is drawn in."""

from __future__ import annotations

from models.frozen import frozen
from models.values.colour import is_colour, mix, readable
from reports.type.ink import INK, MUTED, ON_DARK, RULE, WHITE, Scale, severity_scale

HOUSE_PRIMARY, HOUSE_ACCENT = "#12395B", "#C2334D"
DARK_BACKGROUND, DARK_INK, DARK_MUTED = "#12161C", "#F1F4F8", "#A9B4C2"


@frozen
class ChartColours:
    """Every colour is #RRGGBB and stands on `background`."""

    ink: str
    muted: str
    rule: str
    accent: str
    background: str
    series: str
    """The brand's own, for whatever is no severity."""
    ramp: Scale
    """Severity: one hue for levels 0 to 3."""


def paper_colours(primary: str = HOUSE_PRIMARY, accent: str = HOUSE_ACCENT) -> ChartColours:
    """For white paper or a light screen, from the two brand colours."""
    strong = readable(primary if is_colour(primary) else HOUSE_PRIMARY, WHITE)
    mark = readable(accent if is_colour(accent) else HOUSE_ACCENT, WHITE)
    return ChartColours(INK, MUTED, RULE, mark, WHITE, strong, severity_scale(strong))


def dark_colours(
    primary: str = HOUSE_PRIMARY, accent: str = HOUSE_ACCENT, background: str = DARK_BACKGROUND
) -> ChartColours:
    """For a dark screen: the scale turns round, from just above the background to the brand made light enough."""
    strong = readable(primary if is_colour(primary) else HOUSE_PRIMARY, background, 9)
    mark = readable(accent if is_colour(accent) else HOUSE_ACCENT, background)
    rule = mix(background, WHITE, 0.18)
    scale = severity_scale(strong, background, ON_DARK)
    return ChartColours(DARK_INK, DARK_MUTED, rule, mark, background, strong, scale)
