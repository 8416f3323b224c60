"""Breaks text into lines by measuring it, quickly enough to try many sizes for one page."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFontMetricsF

from desktop.room.drawing.composition import Face
from desktop.system.long_text import shortened
from models.frozen import frozen

LONGEST_TEXT = 2_400
"""Characters of one text: forty whole lines, more than any wall holds."""
LONGEST_LINE = 60
"""Characters, as the room reads them."""
LONE = 0.3
"""Of the longest line, what one word has on the last one where no other has to keep it company."""

_MEASURED_AT = 400
"""Pixels at which words are measured; unhinted widths grow with the size."""
_LONGEST_BEGINNING = 8 * LONGEST_LINE
"""Characters looked at for a line where a text is cut: one letter can be several."""
_SAFETY = 1.004
"""For what rounding adds when a word is painted small."""
_SECOND_HALVES = tuple(bytes([high]) for high in range(0xDC, 0xE0))
"""How the second unit of a letter outside the first plane begins."""
_SHORT = re.compile(r"\b\w{1,2}[-/]$")
"""One or two letters before a hyphen or a stroke: no line ends with them."""
_SPACES = re.compile(r"[ \t\r\n]+")


@frozen
class Style:
    """How a paragraph is set."""

    face: Face
    size: int
    leading: float = 1.26
    """From line to line, as a share of the size."""


@frozen
class Paragraph:
    """A text broken into lines."""

    text: str
    lines: tuple[str, ...]
    style: Style
    width: float
    """Of its longest line."""
    whole: bool
    """Whether no word had to be broken."""

    @property
    def leading(self) -> float:
        """From line to line, in pixels."""
        return self.style.size * self.style.leading

    @property
    def height(self) -> float:
        """Of all lines."""
        return len(self.lines) * self.leading


class Typesetter:
    """Measures words once and sets paragraphs of them, each once: a page is tried at many sizes, and most of one that
    changes stays as it was."""

    def __init__(self) -> None:
        self._advance = lru_cache(maxsize=8192)(_advance)
        self._pieces = lru_cache(maxsize=1024)(_pieces)
        self._set = lru_cache(maxsize=1024)(self._paragraph)
        self._cut = lru_cache(maxsize=256)(self._limited)
        self._even = lru_cache(maxsize=256)(self._evened)

    def width(self, text: str, style: Style) -> float:
        """Of a text set in one line."""
        return sum(self._advance(piece, style.face) for piece in self._pieces(text)) * style.size * _SAFETY

    def paragraph(self, text: str, style: Style, width: float, *, balanced: bool = False) -> Paragraph:
        """The text in lines of at most `width` pixels and 60 characters; `balanced` makes them about equally long."""
        return self._set(text[: 2 * LONGEST_TEXT], style, width, balanced)

    def _paragraph(self, text: str, style: Style, width: float, balanced: bool) -> Paragraph:
        clean = shortened(_SPACES.sub(" ", text).strip(), LONGEST_TEXT)
        made = self._broken(clean, style, width)
        if len(made.lines) > 1 and (balanced or self._leaves_a_word_alone(made)):
            made = self.evened(made, made.width + 1)
        return made

    def _leaves_a_word_alone(self, made: Paragraph) -> bool:
        """Whether its last line is one short word."""
        last = made.lines[-1]
        return " " not in last and self.width(last, made.style) < LONE * made.width

    def limited(self, text: str, style: Style, width: float, most: int) -> Paragraph:
        """The text in at most so many lines, about equally long; where it has more, its beginning and an ellipsis."""
        return self._cut(text[: most * _LONGEST_BEGINNING], style, width, most)

    def _limited(self, text: str, style: Style, width: float, most: int) -> Paragraph:
        made = self.paragraph(text, style, width)
        if len(made.lines) <= most:
            return self.evened(made, made.width + 1) if len(made.lines) > 1 else made
        kept = list(_letters(_beginning(made, most)))
        while len(made.lines) > most:
            kept.pop()
            made = self.paragraph("".join(kept).rstrip(" ·,;:–—-") + "…", style, width)
        return made

    def evened(self, made: Paragraph, width: float) -> Paragraph:
        """The same number of lines, about equally long."""
        return self._even(made, width)

    def _evened(self, made: Paragraph, width: float) -> Paragraph:
        narrow, wide = width / 2, width
        for _ in range(5):
            middle = (narrow + wide) / 2
            tried = self._broken(made.text, made.style, middle)
            if len(tried.lines) == len(made.lines) and tried.whole == made.whole:
                made, wide = tried, middle
            else:
                narrow = middle
        return made

    def _broken(self, text: str, style: Style, width: float) -> Paragraph:
        room = width / (style.size * _SAFETY)
        lines: list[str] = []
        line, length, widest, whole = "", 0.0, 0.0, True
        for piece, advance in self._fitting(text, style.face, room):
            bare = advance if piece[-1:] != " " else advance - self._advance(" ", style.face)
            if line and (length + bare > room or len(line) + len(piece.rstrip()) > LONGEST_LINE):
                lines.append(line.rstrip())
                whole = whole and (line[-1] in " -/–—" or not piece[0].isalpha() or not line[-1].isalpha())
                line, length = "", 0.0
            widest = max(widest, length + bare)
            line, length = line + piece, length + advance
        return Paragraph(text, (*lines, line.rstrip()), style, widest * style.size * _SAFETY, whole)

    def _fitting(self, text: str, face: Face, room: float) -> list[tuple[str, float]]:
        """The pieces of a text; those too wide for a line letter by letter."""
        found = []
        for piece in self._pieces(text):
            advance = self._advance(piece, face)
            if advance <= room and len(piece) <= LONGEST_LINE:
                found.append((piece, advance))
            else:
                found += [(letter, self._advance(letter, face)) for letter in _letters(piece)]
        return found


def _beginning(made: Paragraph, lines: int) -> str:
    """What stands in the first lines, as it was written."""
    end = 0
    for line in made.lines[:lines]:
        end = made.text.index(line, end) + len(line)
    return made.text[:end]


def _advance(text: str, face: Face) -> float:
    """How wide a text is at a size of one pixel."""
    return QFontMetricsF(face.font(_MEASURED_AT)).horizontalAdvance(text) / _MEASURED_AT


def _pieces(text: str) -> tuple[str, ...]:
    """What may not be broken, each with the space after it: "No-Go" and "E-Mail", too."""
    found: list[str] = []
    for piece in _split(text, QTextBoundaryFinder.BoundaryType.Line):
        if found and piece[0].isalnum() and _SHORT.search(found[-1]):
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(found)


def _letters(text: str) -> tuple[str, ...]:
    return _split(text, QTextBoundaryFinder.BoundaryType.Grapheme)


def _split(text: str, boundary: QTextBoundaryFinder.BoundaryType) -> tuple[str, ...]:
    # Qt counts in units of UTF-16, of which a letter outside the first plane takes two.
    units = text.encode("utf-16-le", "surrogatepass")
    finder = QTextBoundaryFinder(boundary, text)
    pieces, start = [], 0
    while (end := finder.toNextBoundary()) > 0:
        if end > start and not _inside_letter(units, end):
            pieces.append(units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass"))
            start = end
    return tuple(pieces)


def _inside_letter(units: bytes, place: int) -> bool:
    """Whether a boundary parts the two units of one letter: Qt finds one before a numeral of an old Tamil sum."""
    return units[2 * place + 1 : 2 * place + 2] in _SECOND_HALVES and units[2 * place - 1] & 0xFC == 0xD8
