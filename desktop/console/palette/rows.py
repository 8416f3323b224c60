"""What was found, one to a line, with what matches marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import Theme
from desktop.widgets.matched import begun_near, matched_parts
from desktop.widgets.parts.act import cap_size, key_font, paint_cap
from desktop.widgets.parts.rows import as_far, paint_line
from desktop.words import gettext
from models.frozen import frozen

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
HEIGHT, HEAD_HEIGHT, LEFT, DISC = 36, 32, 20, 22
"""Pixels."""
NEAR = 44
"""Letters before what matches that surely find room."""


@frozen
class Row:
    """A head, or something that was found."""

    text: str
    beside: str = ""
    mark: str = ""
    do: Callable[[], object] | None = None
    """None for a head."""
    show: Callable[[], object] | None = None
    """Goes there and shows it to the room; None where there is nothing to show."""
    key: str = ""
    """What does the same where it is, as printed on a keyboard."""
    disc: bool = False
    """Whether the mark is the number of an action, which stands in a disc wherever it stands."""


class _Rows(QAbstractListModel):
    """Heads cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Replaces what is shown."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return gettext(", ").join(part for part in (row.text, row.beside, row.key) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        head = self.rows[index.row()].do is None
        return Qt.ItemFlag.NoItemFlags if head else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, typed: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._typed = theme, typed

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, HEIGHT if index.data(ROW).do else HEAD_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme, area = index.data(ROW), self._theme, option.rect
        painter.save()
        if row.do is None:
            paint_line(painter, area.adjusted(LEFT, 8, -LEFT, 0), _weighted(option.font), theme.muted, row.text)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(area, QColor(theme.soft))
                painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), QColor(theme.accent))
            self._paint_row(painter, row, area.adjusted(LEFT, 0, -LEFT, 0), option.font)
        painter.restore()

    def _paint_row(self, painter: QPainter, row: Row, area: QRect, font: QFont) -> None:
        theme = self._theme
        self._paint_mark(painter, row, QRect(area.left(), area.top(), DISC, area.height()), font)
        if row.key:
            cap = QRect(QPoint(0, 0), cap_size(row.key, font))
            cap.moveRight(area.right())
            cap.moveTop(area.center().y() - cap.height() // 2)
            edge, ground = QColor(theme.rule), QColor(theme.surface)
            paint_cap(painter, row.key, cap, font, QColor(theme.muted), edge, ground)
            area = area.adjusted(0, 0, -cap.width() - 8, 0)
        beside = QFontMetrics(font).horizontalAdvance(row.beside) + 4
        side = min(beside, area.width() // 2)
        text = area.adjusted(34, 0, -side - 16, 0)
        place = QRect(area.right() - side, area.top(), side, area.height())
        paint_line(painter, place, font, theme.muted, row.beside, right=True)
        said = begun_near(row.text, self._typed, NEAR)
        shown = as_far(said, text.width(), QFontMetrics(font))
        x = text.left()
        for part, marked in matched_parts(shown, self._typed):
            used = _weighted(font) if marked else font
            width = QFontMetrics(used).horizontalAdvance(part)
            if marked:
                painter.fillRect(QRect(x - 1, text.center().y() - 10, width + 2, 21), QColor(theme.rule))
            paint_line(painter, QRect(x, text.top(), width + 8, text.height()), used, theme.ink, part)
            x += width

    def _paint_mark(self, painter: QPainter, row: Row, place: QRect, font: QFont) -> None:
        theme = self._theme
        if not row.disc:
            paint_line(painter, place, _weighted(font), theme.accent, row.mark)
            return
        disc = QRect(place.left(), place.center().y() - DISC // 2, DISC, DISC)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(disc)
        painter.setFont(_weighted(key_font(font)))
        painter.setPen(QColor(theme.accent_ink))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, row.mark)


def _weighted(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


class RowList(QListView):
    """The keyboard stays in the search above; `choose` moves on and back, over the heads."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(gettext("Found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self._rows = _Rows()
        self.setModel(self._rows)

    def show_rows(self, rows: Sequence[Row], theme: Theme, typed: str) -> None:
        """Shows these, the first of them chosen."""
        self.setItemDelegate(_Delegate(theme, typed, self))
        self._rows.show(rows)
        self.choose(1)

    def choose(self, steps: int) -> None:
        """Moves on (1) or back (-1), as far as there is anything."""
        place = self.currentIndex().row() + steps
        while 0 <= place < len(self._rows.rows) and self._rows.rows[place].do is None:
            place += steps
        if 0 <= place < len(self._rows.rows):
            self.setCurrentIndex(self._rows.index(place))

    def chosen(self) -> Row | None:
        """What is chosen, or None while nothing was found."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def height_of_all(self) -> int:
        """Pixels that all rows take."""
        return sum(HEIGHT if row.do else HEAD_HEIGHT for row in self._rows.rows)
