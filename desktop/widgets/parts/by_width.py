"""Texts that wrap: what is painted by hand asks for another height at another width, and no last line is a remnant."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object  # a class of PySide6 may stand once only among those that another is made of

LONGEST = 300
"""Letters; what is longer is no statement, and what has lines of its own is left as it is."""
LAST_LINE = 0.45
"""Of the longest line of a statement, how much the last one has at least."""
LONE = 0.3
"""The same of any text whose last line is a single word."""


class HighByWidth(_Widget):
    """Stands before the widget's own class, which says its `heightForWidth`."""

    def ask_by_width(self, down: QSizePolicy.Policy = QSizePolicy.Policy.Minimum) -> None:
        """As wide as there is room; `down` is what holds of the height that was asked for."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, down)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A layout that was told a height for the width before keeps to it."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def balanced_width(text: str, font: QFont, room: int) -> int:
    """Pixels, at most `room`, in which the text takes as many lines and its last one is no remnant of a word or two."""
    return _without(text, font, room, LAST_LINE, lone=False)


def width_without_lone_word(text: str, font: QFont, room: int) -> int:
    """The same, but that only a single short word is a remnant."""
    if QFontMetrics(font).horizontalAdvance(text) <= room:
        return room
    return _without(text, font, room, LONE, lone=True)


def lines_of(text: str, font: QFont, width: int, most: int) -> list[str]:
    """The text in lines of so many pixels; the last of the `most` there may be ends in a sign that there is more."""
    if most == 1:
        return [_elided(text, font, width)]
    layout, lines = QTextLayout(text, font), list[str]()
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        begin, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(_units(text, begin, end if len(lines) < most - 1 else None).rstrip())
    layout.endLayout()
    return [_elided(line, font, width) for line in lines] or [""]


def _elided(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _units(text: str, begin: int, end: int | None) -> str:
    """From one place to another as Qt counts them, for which letters beyond the first 65,536 are two."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * begin : None if end is None else 2 * end].decode("utf-16-le", "surrogatepass")


def _without(text: str, font: QFont, room: int, least: float, *, lone: bool) -> int:
    if len(text) > LONGEST or "\n" in text:
        return room
    width, (lines, last) = room, _lines(text, font, room)
    while len(lines) > 1 and lines[-1] < least * max(lines) and not (lone and " " in last):
        narrower = ceil(max(lines)) - 1
        tried, ends = _lines(text, font, narrower)
        if len(tried) > len(lines) or max(tried) >= max(lines):  # a word that is wider than its line stays so
            break
        width, lines, last = narrower, tried, ends
    return width


def _lines(text: str, font: QFont, width: int) -> tuple[list[float], str]:
    """How wide each line of the text is, and what stands in the last."""
    layout, found, begin = QTextLayout(text, font), [], 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(line.naturalTextWidth())
        begin = line.textStart()
    layout.endLayout()
    return found, _units(text, begin, None).strip()
