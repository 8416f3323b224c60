"""Lines in any script: letters that join, marks that stack, words that run from right to left among others.

Only what needs it is shaped: it takes longer, and house type is set as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from models.frozen import frozen
from reports.type.fonts import SANS, em_width, font_runs, in_face

RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
SHAPED = "[\u0590-\u109f\u1780-\u17ff\u1cd0-\u1cff\ua8e0-\ua8ff\ufb1d-\ufdff\ufe70-\ufefc\U0001f000-\U0001faff]"
"""Letters that change with those beside them, and emoji. Both patterns are made ready for texts that may have some."""


@frozen
class Piece:
    """A stretch of a line that is drawn at once, in one font."""

    font: str
    drawn: str
    typed: str
    """The letters, where what is drawn does not tell them; else empty."""
    width: float
    """As a multiple of the font's size."""


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph runs from right to left: most of its letters do. A name in a sentence does not turn it."""
    if in_face(text, SANS):
        return False
    found = len(re.findall(RIGHT_TO_LEFT, text))
    return found > 0 and 2 * found > sum(map(str.isalpha, text))


@lru_cache(maxsize=2048)
def line_pieces(text: str, font: str, right_to_left: bool = False) -> tuple[Piece, ...]:
    """The line from left to right. `right_to_left` is the direction of its paragraph."""
    if in_face(text, font):
        return (Piece(font, text, "", em_width(text, font)),)
    if not re.search(RIGHT_TO_LEFT, text):
        return tuple(_pieces(font_runs(text, font), False))
    levels = _levels(text, right_to_left)
    runs: list[tuple[int, list[Piece]]] = []
    start = 0
    for level, group in groupby(levels):
        end = start + len(list(group))
        runs.append((level, _pieces(font_runs(text[start:end], font), level % 2 == 1)))
        start = end
    return tuple(piece for _, pieces in _in_sight(runs) for piece in pieces)


def line_width(pieces: tuple[Piece, ...], size: float) -> float:
    """In points."""
    return size * sum(piece.width for piece in pieces)


def draw_pieces(canvas: Canvas, pieces: tuple[Piece, ...], size: float, x: float, y: float) -> None:
    """Draws a line from its left end; where the glyphs do not tell what was typed, the file says it."""
    for piece in pieces:
        if piece.typed:
            letters = (b"\xfe\xff" + piece.typed.encode("utf-16-be")).hex().upper()
            canvas._code.append(f"/Span <</ActualText <{letters}>>> BDC")
        canvas.setFont(piece.font, size)
        canvas.drawString(x, y, piece.drawn)
        if piece.typed:
            canvas._code.append("EMC")
        x += piece.width * size


def draw_line(canvas: Canvas, text: str, font: str, size: float, x: float, y: float, anchor: str = "start") -> None:
    """One line of text with its baseline at y, in the colour that is set; `anchor` is start, middle or end."""
    pieces = line_pieces(text, font, is_right_to_left(text))
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    draw_pieces(canvas, pieces, size, x - share * line_width(pieces, size), y)


def _pieces(runs: list[tuple[str, str]], right_to_left: bool) -> list[Piece]:
    """What all runs in one direction draw, from left to right."""
    found: list[Piece] = []
    for name, text in reversed(runs) if right_to_left else runs:
        font = name or SANS
        if right_to_left or re.search(SHAPED, text):
            shaped = pdfmetrics.getFont(font).shape(text, right_to_left)
            found += [Piece(font, run.drawn, run.typed, run.width) for run in shaped]
        else:
            found.append(Piece(font, text, "", pdfmetrics.stringWidth(text, font, 1)))
    return found


def _levels(text: str, right_to_left: bool) -> list[int]:
    """The direction of every character as an embedding level, odd from right to left. (UAX #9.)"""
    from bidi import algorithm  # few documents need it

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = (1, "R") if right_to_left else (0, "L")
    algorithm.get_embedding_levels(text, storage)
    for index, char in enumerate(storage["chars"]):
        char["index"] = index
    for step in (
        algorithm.explicit_embed_and_overrides,
        algorithm.resolve_weak_types,
        algorithm.resolve_neutral_types,
        algorithm.resolve_implicit_levels,
    ):
        step(storage, False)
    found = {char["index"]: int(char["level"]) for char in storage["chars"]}
    levels: list[int] = []
    for index in range(len(text)):  # joiners have none, and go with what is before them
        levels.append(found.get(index, levels[-1] if levels else int(right_to_left)))
    return levels


def _in_sight(runs: list[tuple[int, list[Piece]]]) -> list[tuple[int, list[Piece]]]:
    """The runs of a line as they are seen from left to right. (UAX #9, L2.)"""
    for level in range(max(number for number, _ in runs), 0, -1):
        start = 0
        while start < len(runs):
            end = start
            while end < len(runs) and runs[end][0] >= level:
                end += 1
            runs[start:end] = runs[start:end][::-1]
            start = max(end, start + 1)
    return runs
