"""What rows of a list and maps are painted with: the ground with a bar beside what is chosen, lines of text, heads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import Theme
from desktop.widgets.parts.scale import sized

BAR = 3
"""Pixels beside what is chosen."""
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """What paints the rows of a list in a theme, each so many lines of its type high and as wide as there is room."""

    def __init__(self, theme: Theme, lines: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self._lines = theme, lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * self._lines))


def stands_out(option: QStyleOptionViewItem) -> tuple[bool, bool]:
    """Whether a row is chosen, and whether the mouse is over it."""
    state = option.state
    return bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)


def paint_row(
    painter: QPainter, area: QRect, theme: Theme, *, chosen: bool, hovered: bool = False, out: int = 0
) -> None:
    """To be painted before what stands in the row; `out`: pixels by which the ground goes out over the line below."""
    if chosen or hovered:
        painter.fillRect(area, QColor(theme.soft))
    if chosen:
        painter.fillRect(QRect(area.left(), area.top(), BAR, area.height()), QColor(theme.accent))
    painter.setPen(QColor(theme.hair))
    line = area.adjusted(out, 0, -out, 0)
    painter.drawLine(line.bottomLeft(), line.bottomRight())


def as_far(text: str, width: int, metrics: QFontMetrics) -> str:
    """As much of the text as so many pixels hold, ending in a sign that there is more.

    A width that was measured for a text is rounded to whole pixels: that it takes a fraction more cuts nothing off.
    """
    if metrics.horizontalAdvance(text) <= width:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def paint_line(painter: QPainter, place: QRect, font: QFont, colour: str, text: str, *, right: bool = False) -> None:
    """A text in one line, cut where its place ends; at the right of it where that is said."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = as_far(text, place.width(), QFontMetrics(font))
    painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def paint_heads(
    painter: QPainter,
    heads: Sequence[tuple[str, bool]],
    column: float,
    room: QRectF,
    theme: Theme,
    font: QFont,
    *,
    wraps: bool = False,
) -> None:
    """Each name with whether one is in it, a column of so many pixels from the next; `room` is that of the first.

    What has no room in a line is shortened, unless it `wraps`. Behind the last no other follows, and the map ends:
    what it lacks it takes from the distance before it.
    """
    spare = column - room.width()
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    for place, (name, here) in enumerate(heads):
        painter.setFont(sized(font, "caption", bold=here))
        painter.setPen(QColor(theme.ink if here else theme.muted))
        box = room.translated(place * column, 0)
        if place == len(heads) - 1:
            lacks = painter.fontMetrics().horizontalAdvance(name) - (box.width() - spare)
            box.adjust(-min(max(lacks, 0), spare), 0, -spare, 0)
        if wraps:
            painter.drawText(box, int(flags | Qt.TextFlag.TextWordWrap), name)
        else:
            shown = as_far(name, int(box.width()), painter.fontMetrics())
            painter.drawText(box, int(flags), shown)
