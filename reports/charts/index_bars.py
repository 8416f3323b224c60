"""How each failure mode stands: its index, how far it could still move, its band, and what that rests on."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from models.diagnosis.diagnosis import Band, ModeResult, confidence_text, coverage_text
from models.method.method import Method
from models.values.sought import the_first
from reports.charts.colours import ChartColours
from reports.charts.marks import (
    NAME_SIZES,
    bar,
    fitted,
    hatching,
    hollow,
    label,
    line,
    whisker,
    whole_word_size,
    wrapped,
)
from reports.charts.shapes import Drawing, Group
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts

ROW, AXIS = 31, 14
NAME_WIDTH, NOTE_WIDTH = 92, 168
BAR_HEIGHT = 9
THRESHOLDS = (0, 25, 50, 75, 100)


def index_bars(
    results: Sequence[ModeResult],
    method: Method,
    colours: ChartColours,
    words: NullTranslations,
    width: float = 487,
    details: bool = True,
) -> Drawing:
    """One row a mode, 31 points high (22 without `details`), in the order given.

    The bar is the index; the thin range with end marks is what it could become once open signs are known. A mode
    without a band has no bar, only that range, hatched.
    """
    register_fonts()
    row = ROW if details else 22
    height = row * len(results) + AXIS
    drawing = Drawing(width, height)
    left, right = NAME_WIDTH, width - (NOTE_WIDTH if details else 84)
    drawing.add(_axis(left, right, height, colours))
    for index, result in enumerate(results):
        middle = height - AXIS - row * (index + 0.5)
        drawing.add(_row(result, method, middle, left, right, colours))
        drawing.add(_notes(result, right + 12, middle, width - right - 12, colours, words, details))
    return drawing


def _axis(left: float, right: float, height: float, colours: ChartColours) -> Group:
    found = Group()
    for value in THRESHOLDS:
        x = left + (right - left) * value / 100
        found.add(line(x, 0, x, height - AXIS + 2, colours.rule, 0.5))
        found.add(label(x, height - 8, str(value), 7, colours.muted, SANS, "middle"))
    return found


def _row(result: ModeResult, method: Method, middle: float, left: float, right: float, colours: ChartColours) -> Group:
    mode = the_first(m for m in method.modes if m.id == result.mode_id)
    found = Group()
    size = whole_word_size(mode.short, SANS_SEMIBOLD, NAME_SIZES, NAME_WIDTH - 8)
    names = wrapped(mode.short, SANS_SEMIBOLD, size, NAME_WIDTH - 8, 2)
    for row, name in enumerate(names):
        found.add(label(0, middle - 3 + 5 * (len(names) - 1) - 10 * row, name, size, colours.ink, SANS_SEMIBOLD))
    low, high = (left + (right - left) * float(v) / 100 for v in (result.lowest, result.highest))
    base = middle - BAR_HEIGHT / 2
    if result.index is None or result.band is Band.NOT_KNOWN:
        found.add(hollow(low, base, high - low, BAR_HEIGHT, colours.muted, colours.background))
        found.add(hatching(low, base, high - low, BAR_HEIGHT, colours.muted, 5))
        return found
    found.add(bar(left, base, max((right - left) * float(result.index) / 100, 0.8), BAR_HEIGHT, colours.series))
    if low != high:
        found.add(line(low, base - 2.5, high, base - 2.5, colours.background, 3))
        found.add(whisker(low, high, base - 3, colours.muted))
    return found


def _notes(
    result: ModeResult,
    x: float,
    middle: float,
    width: float,
    colours: ChartColours,
    words: NullTranslations,
    details: bool,
) -> Group:
    band = result.standing_in(words)
    head = (
        ("" if result.left_out else "? · ") + band
        if result.band is Band.NOT_KNOWN
        else f"{result.shown_index} · {band}"
    )
    texts = [(head, SANS_SEMIBOLD, 8.5, colours.ink)]
    if details:
        backing = confidence_text(result, words)
        lines = [coverage_text(result, words), backing]
        texts += [(t, SANS, 7, colours.muted) for t in lines if t]
    top = middle - 3 + 4.5 * (len(texts) - 1)
    found = Group()
    for row, (text, font, size, colour) in enumerate(texts):
        found.add(label(x, top - 9 * row, fitted(text, font, size, width), size, colour, font))
    return found
