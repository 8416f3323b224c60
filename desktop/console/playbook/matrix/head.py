"""The head of a responsibility matrix: the task is what is asked; people stand over their columns, told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from desktop.console.playbook.register_head import PART_MARGIN, RegisterHead
from desktop.console.playbook.register_model import ACROSS, OUT
from desktop.theme import Theme
from desktop.view_models.playbook.heads import Head
from desktop.widgets.parts.by_width import lines_of
from desktop.widgets.parts.rows import as_far
from models.attending.person_names import first_and_rest

MANY = 10
"""People from which the last name alone stands there."""
LINES = ((3, 1), (3, 2), (3, 3))
"""At most, of the first name and of the rest: more where somebody would read as somebody else does."""
REMNANT = 3
"""Letters that are too few for a line of their own."""
Lines = tuple[tuple[str, bool], ...]
"""Of a name, each with whether it is of the first name."""


@lru_cache(maxsize=8)
def told_apart(names: tuple[tuple[str, str], ...], widths: tuple[int, ...], font: QFont) -> list[Lines]:
    """Each in its lines, in so many pixels across; more of them where fewer would cut away what differs.

    Worked out once for all that is painted, column by column.
    """
    made: list[Lines] = [()] * len(names)
    alike = list(range(len(names)))
    for most in LINES:
        for n in alike:
            parts = zip(names[n], most, (True, False), strict=True)
            made[n] = tuple(
                (line, of) for part, few, of in parts if part for line in _broken(part, font, widths[n], few)
            )
        met = Counter(made)
        alike = [n for n in alike if met[made[n]] > 1]
    return made


def _broken(text: str, font: QFont, width: int, most: int) -> list[str]:
    """In lines, of which the last is not what is left of a word."""
    lines = lines_of(text, font, width, most)
    *before, last = lines
    return lines_of(text, font, width * 3 // 4, most) if before and len(last) < REMNANT else lines


class MatrixHead(RegisterHead):
    """`here` is the column of whoever the keyboard is at; below 0 for nobody."""

    here = -1

    def names(self) -> list[Lines]:
        """How each person is called over their column, whether that is in sight or not."""
        people = range(1, len(self._places))
        least = min((self._room(n).width() for n in people if not self.isSectionHidden(n)), default=1)
        widths = (least if self.isSectionHidden(n) else self._room(n).width() for n in people)
        return told_apart(tuple(self._named()), tuple(widths), self._type(bold=False))

    def _named(self) -> Iterator[tuple[str, str]]:
        """First name and rest of everybody; only the rest of many people, where it tells them apart."""
        names = [first_and_rest(place.title) for place in self._places[1:]]
        met, many = Counter(_begun(rest) for _, rest in names), len(names) > MANY
        for first, rest in names:
            alone = not rest or (many and met[_begun(rest)] == 1)
            yield ("", rest or first) if alone else (first, rest)

    def _titles_height(self, head: Head) -> int:
        if self._places[head.first].kind != "part":
            return super()._titles_height(head)
        most = max(2, *map(len, self.names()))
        return most * QFontMetrics(self._type(bold=True)).lineSpacing()

    def _room(self, column: int) -> QRect:
        """Where its lines stand, across."""
        left = self.sectionViewportPosition(column)
        right = left + self.sectionSize(column)
        right -= OUT - ACROSS if right >= self.length() else 0
        return QRect(left + PART_MARGIN, 0, right - left - 2 * PART_MARGIN, 0)

    def _paint_title(self, painter: QPainter, column: int, box: QRect, theme: Theme, *, bold: bool) -> None:
        if self._places[column].kind != "part":
            super()._paint_title(painter, column, box, theme, bold=bold)
            return
        here, lines = column == self.here, self.names()[column - 1]
        painter.setFont(self._type(bold=here))
        metrics, place = painter.fontMetrics(), self._room(column)
        place.setRect(place.left(), box.bottom() - metrics.height(), place.width(), metrics.height())
        alone = not any(of_first for _, of_first in lines)
        for text, of_first in reversed(lines):
            painter.setPen(QColor(theme.ink if here or alone or of_first else theme.muted))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), as_far(text, place.width(), metrics))
            place.translate(0, -metrics.lineSpacing())


def _begun(rest: str) -> str:
    """Its first word: behind it stands what tells two of one name apart, which has no room."""
    return rest.partition(" ")[0].rstrip(",")
