"""What the squares mean, in one row below a chart."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from models.values.letters import small
from models.values.terms import Answer
from reports.charts.colours import ChartColours
from reports.charts.marks import fitted, label
from reports.charts.shapes import Drawing
from reports.figures.level_square import level_square
from reports.type.fonts import SANS, register_fonts, text_width
from reports.words.text import one_line

SQUARE, AFTER, GAP = 10.0, 4.0, 14.0
SIZES = (7.4, 7.0, 6.6, 6.2)


def level_legend(
    levels: Sequence[str], colours: ChartColours, words: NullTranslations, width: float, unasked: str = ""
) -> Drawing:
    """The four levels by their names, then not known and does not apply; last what was not asked, by that name."""
    register_fonts()
    answers: Sequence[Answer] = (Answer.NOT_PRESENT, Answer.EARLY, Answer.ESTABLISHED, Answer.SEVERE)
    named: list[tuple[Answer | None, str]] = [
        (answer, small(one_line(name))) for answer, name in zip(answers, levels, strict=True)
    ]
    named += [(Answer.NOT_KNOWN, words.gettext("not known")), (Answer.DOES_NOT_APPLY, words.gettext("does not apply"))]
    if unasked:
        named.append((None, unasked))
    taken = len(named) * (SQUARE + AFTER + GAP)
    size = next((s for s in SIZES if taken + sum(text_width(n, SANS, s) for _, n in named) <= width), SIZES[-1])
    drawing, x = Drawing(width, SQUARE), 0.0
    for answer, name in named:
        drawing.add(level_square(x, 0, SQUARE, answer, colours))
        shown = fitted(name, SANS, size, max(width - x - SQUARE - AFTER, 0))
        drawing.add(label(x + SQUARE + AFTER, 2.6, shown, size, colours.muted))
        x += SQUARE + AFTER + text_width(name, SANS, size) + GAP
    return drawing
