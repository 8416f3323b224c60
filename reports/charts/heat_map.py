"""Every warning sign in its place: a row for each failure mode, a cell for each sign."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from models.diagnosis.diagnosis import Band, ModeResult
from models.method.method import FailureMode, Method
from models.statements.standing import sign_text
from models.values.colour import ink_on
from models.values.sought import the_first
from models.values.terms import Answer
from reports.charts.colours import ChartColours
from reports.charts.marks import NAME_SIZES, bar, hatching, hollow, label, whole_word_size, wrapped
from reports.charts.shapes import Drawing, Group
from reports.type.fonts import SANS, SANS_BOLD, SANS_SEMIBOLD, register_fonts

NAME_WIDTH = 92
GAP = 3
NUMBER_WIDTH = 20
TITLE_SIZES = (7.4, 7.0, 6.6, 6.2, 5.8)
TITLE_LEADING = 1.16


def heat_map(
    results: Sequence[ModeResult],
    method: Method,
    colours: ChartColours,
    words: NullTranslations,
    width: float = 487,
    height: float = 290,
) -> Drawing:
    """Cells carry the level and what is so at it, good or bad; "?" stands for not known, "–" for does not apply.

    A sign that is not known is hollow with a hatched edge; one that does not apply or was not asked is empty.
    """
    register_fonts((SANS, SANS_SEMIBOLD, SANS_BOLD))
    drawing = Drawing(width, height)
    row_height = height / max(len(results), 1)
    for index, result in enumerate(results):
        mode = the_first(m for m in method.modes if m.id == result.mode_id)
        bottom = height - (index + 1) * row_height + GAP
        drawing.add(_name(mode, result, bottom, row_height - GAP, colours, words))
        cell = (width - NAME_WIDTH + GAP) / max(len(mode.signs), 1)
        for column, sign in enumerate(mode.signs):
            left = NAME_WIDTH + column * cell
            answer = result.shown.get(sign.id)
            drawing.add(_cell(left, bottom, cell - GAP, row_height - GAP, answer, sign_text(sign, answer), colours))
    return drawing


def _name(
    mode: FailureMode, result: ModeResult, bottom: float, height: float, colours: ChartColours, words: NullTranslations
) -> Group:
    size = whole_word_size(mode.short, SANS_SEMIBOLD, NAME_SIZES, NAME_WIDTH - 8)
    names = wrapped(mode.short, SANS_SEMIBOLD, size, NAME_WIDTH - 8, 2)
    band = result.standing_in(words)
    value = band if result.band is Band.NOT_KNOWN else f"{result.shown_index} · {band}"
    top = bottom + height / 2 + 5 * len(names) - 7
    found = Group()
    for row, name in enumerate(names):
        found.add(label(0, top - 10 * row, name, size, colours.ink, SANS_SEMIBOLD))
    found.add(label(0, top - 10 * len(names), value, 7.5, colours.muted))
    return found


def _cell(
    left: float, bottom: float, width: float, height: float, answer: Answer | None, title: str, colours: ChartColours
) -> Group:
    level = answer.level if answer else None
    if level is not None:
        found = Group(bar(left, bottom, width, height, colours.ramp[level]))
        ink = (ink_on(colours.ramp[level]),) * 2
        mark = str(level)
    elif answer is Answer.DOES_NOT_APPLY:
        found = Group(hollow(left, bottom, width, height, colours.rule, colours.background, dash=False))
        ink, mark = (colours.muted, colours.muted), "–"
    elif answer is None:
        found = Group(hollow(left, bottom, width, height, colours.muted, colours.background))
        ink, mark = (colours.muted, colours.muted), ""
    else:
        found = Group(hollow(left, bottom, width, height, colours.muted, colours.background))
        found.add(hatching(left, bottom, 5, height, colours.muted, 3.2))
        ink, mark = (colours.ink, colours.muted), "?"
    middle = bottom + height / 2
    found.add(label(left + 6 + NUMBER_WIDTH / 2 - 3, middle - 4.6, mark, 13, ink[0], SANS_BOLD, "middle"))
    found.add(_title(left + NUMBER_WIDTH + 4, middle, width - NUMBER_WIDTH - 8, height - 6, title, ink[1]))
    return found


def _title(left: float, middle: float, width: float, height: float, title: str, ink: str) -> Group:
    """The sign's words in the largest size at which they stand whole in the cell."""
    for size in TITLE_SIZES:
        leading = size * TITLE_LEADING
        lines = wrapped(title, SANS, size, width, max(int(height / leading), 1))
        if not lines or not lines[-1].endswith(("…", "-")):
            break
    top = middle + leading * len(lines) / 2 - size * 0.82
    return Group(*(label(left, top - leading * row, text, size, ink) for row, text in enumerate(lines)))
