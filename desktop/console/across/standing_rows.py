"""Rows of all pilots side by side: each pilot as in the library, below it what presses in its plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import Theme
from desktop.widgets.parts.rows import paint_line, paint_row
from desktop.widgets.parts.scale import sized
from models.frozen import frozen

ROW = Qt.ItemDataRole.UserRole + 1
PILOT, ACTION = 3.4, 1.8
"""How high a row is, in lines."""
EDGE, NUMBER, OWNER, MOST = 0.7, 2.0, 0.2, 0.4
"""Before the first column and the width of a number, in lines; the share of owners, and of how it stands at most."""
LONGEST = 8
"""Texts of the most letters, of which one is the widest."""
Index = QModelIndex | QPersistentModelIndex


@frozen
class StandingRow:
    """A pilot, where `number` is empty, with its client; else an action with its owner."""

    number: str
    title: str
    beside: str
    stands: str
    presses: bool = False
    """What may not wait is in the colour of that."""


class StandingRows(QStyledItemDelegate):
    """Paints what is kept under `ROW`; another item is a sentence."""

    def __init__(self, theme: Callable[[], Theme], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._longest = theme, tuple[str, ...]()

    def stand_below_one_another(self, texts: Iterable[str]) -> None:
        """What is said of how actions stand: the longest decides where all owners begin."""
        self._longest = tuple(sorted(texts, key=len)[-LONGEST:])

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, line = index.data(ROW), option.fontMetrics.height()
        return QSize(0, round(line * (ACTION if row is None or row.number else PILOT)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A row with its ground."""
        row, theme, line = index.data(ROW), self._theme(), option.fontMetrics.height()
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_row(painter, option.rect, theme, chosen=chosen, hovered=hovered)
        place = option.rect.adjusted(round(line * EDGE), 0, -round(line * EDGE), 0)
        if row is None:
            paint_line(painter, place, option.font, theme.muted, index.data(Qt.ItemDataRole.DisplayRole))
        else:
            self._paint_columns(painter, place, option, row)
        painter.restore()

    def _paint_columns(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, row: StandingRow) -> None:
        theme, line, font = self._theme(), option.fontMetrics.height(), option.font
        # A text's width is rounded; whether it is cut is asked of what it was before.
        said = (row.stands, *self._longest) if row.number else (row.stands,)
        wide = max(map(option.fontMetrics.horizontalAdvance, said)) + 1 + line
        wide = min(wide, round(place.width() * MOST))
        stands = place.adjusted(place.width() - wide + line, 0, 0, 0)
        text = place.adjusted(0, 0, -wide, 0)
        if not row.number:
            name = QRect(text.left(), text.top() + round(line * 0.45), text.width(), round(line * 1.4))
            paint_line(painter, name, sized(font, "lead", bold=True, serif=True), theme.ink, row.title)
            paint_line(painter, name.translated(0, round(line * 1.25)), font, theme.muted, row.beside)
            paint_line(painter, stands, font, theme.muted, row.stands, right=True)
            return
        owner = text.adjusted(round(text.width() - place.width() * OWNER), 0, 0, 0)
        number = sized(font, "body", bold=True)
        paint_line(painter, text, number, theme.ink, row.number)
        left = max(round(line * NUMBER), QFontMetrics(number).horizontalAdvance(row.number) + line // 2)
        title = text.adjusted(left, 0, -owner.width() - line // 2, 0)
        paint_line(painter, title, font, theme.ink, row.title)
        paint_line(painter, owner, font, theme.muted, row.beside)
        paint_line(painter, stands, font, theme.danger if row.presses else theme.muted, row.stands, right=True)
