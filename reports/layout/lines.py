"""Text broken into lines: as many words as fit; a word wider than a line is broken where it meets its end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias, TypeVar

from reports.type.fonts import em_width
from reports.words.text import Run
from reports.words.typography import NO_BREAK

Look: TypeAlias = tuple[str, str]
"""Font and colour."""
Piece: TypeAlias = tuple[Look, str]
T = TypeVar("T")
Cut: TypeAlias = Callable[[T, float, float], "list[tuple[T, float]]"]
"""Cuts a word: what fits into the rest of a line, in the first measure, and into whole lines, each with its width."""

SHRINKAGE = 0.05
"""The part of the spaces of a line that it may be too long by: they are set that much narrower."""
LEAST = 1e-6
"""Points that a line may be too long by: what reckoning leaves."""
FIRST_WITHOUT_SPACES = 0x3000
NOT_FIRST = frozenset(
    "!',.:;?!\")]、。」』】〕］】）々―ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮーヵヶ゛゜・ヽヾゝゞ―‐°′″℃￠％‰"
)
"""What may not begin a line."""

_SPACES = re.compile(f"[^\\S{NO_BREAK}]+")


class Word(NamedTuple):
    """Letters that stay together, and the look of the space behind them."""

    pieces: tuple[Piece, ...]
    space: Look


class Line(NamedTuple):
    """One line; its width in points."""

    pieces: tuple[Piece, ...]
    width: float

    @property
    def text(self) -> str:
        """Its letters in the order in which they are read."""
        return "".join(text for _, text in self.pieces)

    def spacing(self, room: float) -> float:
        """What each of its spaces is wider or narrower by, in points: negative where the line is too long."""
        spaces = sum(text.count(" ") + text.count(NO_BREAK) for _, text in self.pieces)
        return (room - self.width) / spaces if spaces and self.width > room + LEAST else 0.0


def broken(runs: Sequence[Run], size: float, room: float) -> list[Line]:
    """The lines of a paragraph in type of that size, none wider than `room`; both in points.

    Each run has its font and colour.
    """
    if len(runs) == 1:
        return _of_one_look(runs[0], size, room)
    lines: list[Line] = []
    for words in _words(runs):
        widths = [sum(em_width(text, look[0]) for look, text in word.pieces) * size for word in words]
        spaces = [em_width(" ", word.space[0]) * size for word in words]
        found = _filled(words, widths, spaces, room, partial(_cut_pieces, size))
        lines += [Line(_joined(chosen), width) for chosen, width in found] or [Line((), 0.0)]
    return lines


def broken_between_letters(runs: Sequence[Run], size: float, room: float) -> list[Line]:
    """The same for scripts without spaces, in which a line may end between any two letters.

    What may not begin a line hangs over its end. Among other letters it ends after a space, if there is one near.
    """
    lines: list[Line] = []
    for words in _words(runs):
        letters = [(look, letter) for look, text in _joined(words) for letter in text]
        widths = [em_width(letter, look[0]) * size for look, letter in letters]
        start = 0
        if not letters:
            lines.append(Line((), 0.0))
        while start < len(letters):
            end = _line_end(letters, widths, start, room)
            lines.append(Line(tuple(letters[start:end]), sum(widths[start:end])))
            start = end
    return lines


def _line_end(letters: Sequence[Piece], widths: Sequence[float], start: int, room: float) -> int:
    used = 0.0
    for end in range(start + 1, len(letters) + 1):
        used += widths[end - 1]
        if used > room + LEAST:
            break
    else:
        return len(letters)
    if ord(letters[end - 1][1]) < FIRST_WITHOUT_SPACES:
        near = range(end - 2, (start + end) >> 1, -1)
        end = next((at + 2 for at in near if _may_end(letters[at][1])), end)
    return end if letters[end - 1][1] in NOT_FIRST or end == start + 1 else end - 1


def _may_end(letter: str) -> bool:
    return letter.isspace() or ord(letter) >= FIRST_WITHOUT_SPACES


def _of_one_look(run: Run, size: float, room: float) -> list[Line]:
    look = run.font, run.colour
    space = em_width(" ", run.font) * size
    lines: list[Line] = []
    for part in _typed_lines(run.text):
        words = _split(part)
        widths = [em_width(word, run.font) * size for word in words]
        found = _filled(words, widths, [space] * len(words), room, partial(_cut_text, run.font, size))
        lines += [Line(((look, " ".join(chosen)),), width) for chosen, width in found] or [Line((), 0.0)]
    return lines


def _filled(
    words: Iterable[T], widths: Iterable[float], spaces: Iterable[float], room: float, cut: Cut[T]
) -> list[tuple[list[T], float]]:
    """Words line by line, with the width that they take together: at most so much that their spaces can give way."""
    lines: list[tuple[list[T], float]] = []
    line: list[T] = []
    used = gap = gaps = 0.0
    for word, width, space in zip(words, widths, spaces, strict=True):
        after = used + gap + width
        gaps += gap
        if after <= room + gaps * SHRINKAGE:
            line.append(word)
            used = after
        elif width <= room:
            lines.append((line, used))
            line, used, gaps = [word], width, 0.0
        else:
            (first, taken), *rest = cut(word, room - used - gap, room)
            lines.append(([*line, first] if first else line, used + gap + taken))
            lines += [([part], part_width) for part, part_width in rest[:-1]]
            line, used, gaps = ([rest[-1][0]], rest[-1][1], 0.0) if rest else ([], 0.0, 0.0)
        gap = space if line else 0.0
    return [*lines, (line, used)] if line else lines


def _cut_text(font: str, size: float, word: str, first_room: float, room: float) -> list[tuple[str, float]]:
    parts: list[tuple[str, float]] = []
    begun, used, limit = 0, 0.0, first_room
    for place, char in enumerate(word):
        width = em_width(char, font) * size
        if used + width > limit and (place > begun or width <= room):
            parts.append((word[begun:place], used))
            begun, used, limit = place, 0.0, room
        used += width
    return [*parts, (word[begun:], used)]


def _cut_pieces(size: float, word: Word, first_room: float, room: float) -> list[tuple[Word, float]]:
    parts: list[tuple[Word, float]] = []
    begun: list[Piece] = []
    used, limit = 0.0, first_room
    for look, text in word.pieces:
        found = _cut_text(look[0], size, text, limit - used, room)
        for part, width in found[:-1]:
            parts.append((Word((*begun, (look, part)), word.space), used + width))
            begun, used, limit = [], 0.0, room
        begun.append((look, found[-1][0]))
        used += found[-1][1]
    return [*parts, (Word(tuple(begun), word.space), used)]


def _split(text: str) -> list[str]:
    return list(filter(None, _SPACES.split(text))) if NO_BREAK in text else text.split()


def _typed_lines(text: str) -> list[str]:
    """What stands between line ends; the last one begins no line."""
    parts = text.split("\n")
    if not _split(parts[-1]):
        parts.pop()
    return parts


def _words(runs: Sequence[Run]) -> list[list[Word]]:
    """The words of each line that was typed; one may begin in one run and end in the next."""
    lines: list[list[Word]] = [[]]
    goes_on = False
    for run in runs:
        look = run.font, run.colour
        for number, part in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
                goes_on = False
            if not part:
                continue
            line, words = lines[-1], _split(part)
            if goes_on:
                before, goes_on = line.pop().pieces, bool(_split(part[0]))
                more = ((look, words.pop(0)),) if goes_on else ()
                line.append(Word((*before, *more), look))
            line += [Word(((look, word),), look) for word in words]
            goes_on = bool(line and _split(part[-1]))
    return lines if lines[-1] else lines[:-1]


def _joined(words: Iterable[Word]) -> tuple[Piece, ...]:
    """The words with a space between them, in as few pieces as there are looks."""
    found: list[Piece] = []
    before: Word | None = None
    for word in words:
        for look, text in (*([(before.space, " ")] if before else []), *word.pieces):
            if found and found[-1][0] == look:
                found[-1] = look, found[-1][1] + text
            else:
                found.append((look, text))
        before = word
    return tuple(found)
