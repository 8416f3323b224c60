"""Six failure modes around a centre; further out is worse."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations
from math import cos, pi, sin

from models.diagnosis.diagnosis import Band, ModeResult
from models.method.method import Method
from models.values.colour import mix
from models.values.sought import the_first
from reports.charts.colours import ChartColours
from reports.charts.marks import NAME_SIZES, dot, label, line, question_mark, whole_word_size, wrapped
from reports.charts.shapes import Drawing, Group, Polygon
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts, text_width

VALUE_SIZE, RING_SIZE = 8.0, 6.5
SIDE_LABEL = 66
"""Widest line of a label beside the radar, in points."""
RINGS = (25, 50, 75, 100)


def radar(
    results: Sequence[ModeResult],
    method: Method,
    colours: ChartColours,
    words: NullTranslations,
    width: float = 300,
    height: float = 270,
    before: Sequence[ModeResult] = (),
) -> Drawing:
    """Each mode's index on its own spoke. Give it at least 280 points of width or its labels are cut.

    The area is filled only between neighbouring modes that are both known. A mode without a band is a dashed spoke
    with "?" on it; nothing pretends to join across it. A bar along a spoke is the range that open signs leave.
    `before` are the same modes in the round before, drawn as a dashed ghost.
    """
    register_fonts()
    drawing = Drawing(width, height)
    radius = min((height - 62) / 2, (width / 2 - SIDE_LABEL - 8) / sin(pi / 3))
    place = _Place(width / 2, height / 2, radius, len(results))
    drawing.add(_areas(results, place, colours))
    drawing.add(_rings(place, colours))
    drawing.add(_ghost(before, place, colours))
    for index, result in enumerate(results):
        drawing.add(_spoke(index, result, place, colours))
        drawing.add(_name(index, result, method, place, colours, words))
    return drawing


class _Place:
    """Turns (spoke, index 0 to 100) into a point; spoke 0 points up, the others follow clockwise."""

    def __init__(self, x: float, y: float, radius: float, spokes: int) -> None:
        self.x, self.y, self.radius, self.spokes = x, y, radius, spokes

    def at(self, spoke: float, value: float) -> tuple[float, float]:
        angle = pi / 2 - 2 * pi * spoke / self.spokes
        reach = self.radius * value / 100
        return self.x + reach * cos(angle), self.y + reach * sin(angle)


def _known(result: ModeResult) -> bool:
    return result.index is not None and result.band is not Band.NOT_KNOWN


def _areas(results: Sequence[ModeResult], place: _Place, colours: ChartColours) -> Group:
    found = Group()
    fill = mix(colours.background, colours.series, 0.2)
    for index, result in enumerate(results):
        after = results[(index + 1) % len(results)]
        if _known(result) and _known(after) and len(results) > 2:
            corners = (
                place.at(0, 0),
                place.at(index, float(result.index or 0)),
                place.at(index + 1, float(after.index or 0)),
            )
            points = tuple(value for corner in corners for value in corner)
            found.add(Polygon(points, fill, fill, 0.4))
            found.add(line(*corners[1], *corners[2], colours.series, 1.6))
    return found


def _ghost(results: Sequence[ModeResult], place: _Place, colours: ChartColours) -> Group:
    """Lines between neighbouring modes that were both known, without an area."""
    found = Group()
    for index, result in enumerate(results):
        after = results[(index + 1) % len(results)]
        if _known(result) and _known(after) and len(results) > 2:
            ends = place.at(index, float(result.index or 0)), place.at(index + 1, float(after.index or 0))
            found.add(line(*ends[0], *ends[1], colours.muted, 1.2, True))
    return found


def _rings(place: _Place, colours: ChartColours) -> Group:
    found = Group()
    for value in RINGS:
        points = tuple(c for spoke in range(place.spokes) for c in place.at(spoke, value))
        found.add(Polygon(points, stroke=colours.rule, thickness=0.5))
        x, y = place.at(0.5, value * cos(pi / place.spokes))
        if value < 100:
            found.add(label(x, y + 1.5, str(value), RING_SIZE, colours.muted, SANS, "middle"))
    return found


def _spoke(index: int, result: ModeResult, place: _Place, colours: ChartColours) -> Group:
    known = _known(result)
    found = Group(
        line(*place.at(index, 0), *place.at(index, 100), colours.rule if known else colours.muted, 0.6, not known)
    )
    if known and result.lowest != result.highest:
        ends = place.at(index, float(result.lowest)), place.at(index, float(result.highest))
        found.add(line(*ends[0], *ends[1], mix(colours.background, colours.muted, 0.45), 2.4))
    if known:
        found.add(dot(*place.at(index, float(result.index or 0)), colours.series, 3, colours.background))
    else:
        found.add(
            Group() if result.left_out else question_mark(*place.at(index, 50), colours.muted, colours.background)
        )
    return found


def _name(
    index: int, result: ModeResult, method: Method, place: _Place, colours: ChartColours, words: NullTranslations
) -> Group:
    x, y = place.at(index, 100)
    side = 0 if abs(x - place.x) < 1 else (1 if x > place.x else -1)
    mode = the_first(m for m in method.modes if m.id == result.mode_id)
    room = SIDE_LABEL if side else 150
    size = whole_word_size(mode.short, SANS_SEMIBOLD, NAME_SIZES, room)
    names = wrapped(mode.short, SANS_SEMIBOLD, size, room, 2)
    band = result.standing_in(words)
    value = f"{result.shown_index} · {band}" if _known(result) else band if result.left_out else f"? · {band}"
    if side and text_width(value, SANS, VALUE_SIZE) > SIDE_LABEL:
        value = band
    lines = [(n, SANS_SEMIBOLD, size, colours.ink) for n in names] + [(value, SANS, VALUE_SIZE, colours.muted)]
    top = _label_top(y, place.y, len(lines), side)
    anchor = ("middle", "start", "end")[side]
    found = Group()
    for row, (text, font, size, colour) in enumerate(lines):
        found.add(label(x + side * 8, top - 10 * row, text, size, colour, font, anchor))
    return found


def _label_top(y: float, middle: float, lines: int, side: int) -> float:
    """Baseline of a label's first line: above the top spoke, below the bottom one, beside the others."""
    if side:
        return y + 5 * (lines - 1) - 3
    return y + 8 + 10 * (lines - 1) if y > middle else y - 16
