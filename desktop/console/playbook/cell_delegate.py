"""Paints the cells of a register and opens the field in which one is typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QAbstractItemModel, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.console.playbook.cell_field import CellField
from desktop.console.playbook.register_model import ACROSS, OUT, Index, RegisterModel
from desktop.system.long_text import breakable
from desktop.theme import Theme
from desktop.widgets.parts.icons import SIDE, icon_side, paint_icon
from desktop.widgets.parts.scale import scaled, sized
from models.playbook.cell_words import Standing

UPRIGHT, LEAST = 10, 40
"""Pixels above and below the text of a cell; of a line at a scale of 1."""
RADIUS, FRAME = 4, 8
"""Pixels of the frame around the cell in use: its corners, and above and below the text."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
_ACCOUNTABLE, _RESPONSIBLE = "A", "R"
PART = (48, 38)
"""Pixels of the frame around a part, at a scale of 1."""
DOT = 1.5
"""Pixels: half of a dot that stands for nobody."""
TALL = 100_000
SHORT = 6
"""Letters of a word that every column has room for."""
MOST_MEASURED = 4_096
"""Texts whose heights are known: those of the largest tables that anybody scrolls through."""


class CellDelegate(QStyledItemDelegate):
    """`opened` carries the field that was made and its column; what is typed in it is written at every key."""

    opened = Signal(CellField, int)

    def __init__(self, model: RegisterModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._table = model, parent
        self._measured_with = QFontMetrics(parent.font())
        self._tall = lru_cache(maxsize=MOST_MEASURED)(self._tall_of)
        self.theme: Theme | None = None
        self.has_focus: Callable[[], bool] = lambda: False
        self.in_use, self.written = LEAST, -1
        """Pixels of the line that is written, and which it is; below 0 where none is higher than the others."""
        self.stand_back: frozenset[int] = frozenset()
        """Columns whose figures are muted."""
        self.many = False
        """Whether more than one cell is chosen."""
        self.last = -1
        """The last column in sight, which goes out at the edge."""
        self.least, self.upright = LEAST, UPRIGHT
        """Pixels of a line at a scale of 1, and above and below its text."""

    def height_of(self, row: int, widths: list[int], metrics: QFontMetrics) -> int:
        """Pixels that a row takes, its texts wrapped."""
        self._measure_with(metrics)
        texts = [self._model.sheet.text(row, column) for column in range(len(widths))]
        rooms = [self._room(column, width) for column, width in enumerate(widths)]
        tallest = max((self._tall(text, room) for text, room in zip(texts, rooms, strict=True)), default=0)
        tall = max(tallest, metrics.lineSpacing()) + self._note_height(row, rooms[0], metrics) + 2 * self.upright
        return max(tall, scaled(self._table, self.in_use if row == self.written else self.least))

    def text_height(self, row: int, column: int, width: int, metrics: QFontMetrics) -> int:
        """Pixels that the text of a cell takes, wrapped; 0 for one line."""
        self._measure_with(metrics)
        return self._tall(self._model.sheet.text(row, column), self._room(column, width))

    def _measure_with(self, metrics: QFontMetrics) -> None:
        if metrics != self._measured_with:
            self._measured_with = metrics
            self._tall.cache_clear()

    def least_height(self) -> int:
        """Pixels of a line in which nothing wraps."""
        line = self._table.fontMetrics().lineSpacing() + 2 * self.upright
        return max(line, scaled(self._table, self.least))

    def _note_height(self, row: int, room: int, metrics: QFontMetrics) -> int:
        """Of a note on the line that has no room beside its text."""
        note, text = self._model.sheet.note(row), self._model.sheet.text(row, 0)
        if not note or metrics.horizontalAdvance(text) + self._note_width(note) <= room:
            return 0
        return metrics.lineSpacing()

    def _note_width(self, note: str) -> int:
        return 2 * ACROSS + QFontMetrics(sized(self._table.font(), "caption", bold=True)).horizontalAdvance(note)

    def _room(self, column: int, width: int) -> int:
        """Pixels across for the text of a cell."""
        return width - self._model.lead(column) - self._end(column)

    def _end(self, column: int) -> int:
        return OUT if column == self.last else ACROSS

    def _box(self, place: QRect, column: int) -> QRect:
        """Where the text of a cell stands."""
        upright = self._upright(place)
        return place.adjusted(self._model.lead(column), upright, -self._end(column), 0)

    def _upright(self, place: QRect) -> int:
        """A text of one line stands on the middle of its line."""
        line = self._table.fontMetrics().lineSpacing()
        return max((place.height() - line) // 2, 0) if place.height() < 2 * (line + self.upright) else self.upright

    def _frame(self, place: QRect, column: int) -> QRect:
        """Around the cell in use; the field that opens in it takes its place."""
        inside = max(self._upright(place) - FRAME, 0)
        box = place.adjusted(self._model.lead(column) - ACROSS, inside, ACROSS - self._end(column), -inside - 1)
        if self._model.sheet.places[column].kind == "part":
            box.setWidth(min(scaled(self._table, PART[0]), box.width()))
            box.setHeight(min(scaled(self._table, PART[1]), box.height()))
            box.moveCenter(self._middle(place, column))
        return box

    def _middle(self, place: QRect, column: int) -> QPoint:
        return place.adjusted(0, 0, ACROSS - self._end(column), -1).center()

    def _tall_of(self, text: str, room: int) -> int:
        """Pixels that a text takes, wrapped in that width. Pages of text are measured once, not with every change."""
        metrics = self._measured_with
        if "\n" not in text and metrics.horizontalAdvance(text) <= room - metrics.averageCharWidth():
            return 0
        shown = _broken_in(text, max(room, 10), metrics)
        return metrics.boundingRect(QRect(0, 0, max(room, 10), TALL), _WRAP, shown).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A hairline below, the text wrapped, and a frame around the cell that has the keyboard."""
        theme = self.theme
        if theme is None:
            return
        row, column, place = index.row(), index.column(), option.rect
        sheet = self._model.sheet
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus) and self.has_focus()
        if selected and self.many and not current and self.has_focus():
            painter.fillRect(place, QColor(theme.tint))
        left, right = place.left() + OUT * (not column), place.right() - OUT * (column == self.last)
        painter.setPen(QColor(theme.hair))
        painter.drawLine(left, place.bottom(), right, place.bottom())
        if current:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(QColor(theme.surface))
            painter.drawRoundedRect(QRectF(self._frame(place, column)).adjusted(1, 1, 0, 0), RADIUS, RADIUS)
        text = sheet.text(row, column)
        if sheet.places[column].kind == "part":
            self._paint_part(painter, self._middle(place, column), text, theme)
        elif text:
            self._paint_text(painter, place, text, self._standing(row, column), column, theme)
        elif self._model.is_foot(row):
            self._paint_next(painter, place, column, current, theme)
        if not column:
            self._paint_first(painter, place, row, text, theme)
        painter.restore()

    def _standing(self, row: int, column: int) -> Standing:
        word = self._model.sheet.why(row, column)
        return word.standing if word else Standing.UNDERSTOOD

    def _paint_text(
        self, painter: QPainter, place: QRect, text: str, standing: Standing, column: int, theme: Theme
    ) -> None:
        """What is not understood is in red with a bar beside it; what is merely doubtful has only the mark."""
        box, unclear = self._box(place, column), standing is Standing.NOT_UNDERSTOOD
        side = Qt.AlignmentFlag.AlignRight if self._model.is_number(column) else Qt.AlignmentFlag.AlignLeft
        plain = theme.muted if column in self.stand_back else theme.ink
        painter.setPen(QColor(theme.danger if unclear else plain))
        painter.drawText(box, _WRAP | int(side), _broken_in(text, box.width(), painter.fontMetrics()))
        if standing is Standing.UNDERSTOOD:
            return
        if unclear:
            painter.setPen(QPen(QColor(theme.danger), 3))
            painter.drawLine(place.left() + 1, place.top() + 3, place.left() + 1, place.bottom() - 3)
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.danger if unclear else theme.muted))
        mark = QRect(place.left(), box.top(), place.width() - 2, box.height())
        painter.drawText(mark, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight), "?")

    def _paint_next(self, painter: QPainter, place: QRect, column: int, current: bool, theme: Theme) -> None:
        """The line at the foot says that the next one begins there, and shows by an example what a column takes."""
        sheet, box = self._model.sheet, self._box(place, column)
        text = sheet.example(column) if current else ""
        if not column and not current:
            text, side = sheet.next_line, icon_side(self._table)
            middle = box.top() + self._table.fontMetrics().lineSpacing() / 2
            paint_icon(
                painter, "plus", QRectF(box.left(), middle - side / 2, side, side), theme.muted, theme.background
            )
            box.setLeft(box.left() + side + SIDE // 2)
            box.setRight(max(box.right(), self._table.width() - OUT))  # nothing stands beside it
        painter.setPen(QColor(theme.muted))
        side_ = Qt.AlignmentFlag.AlignRight if self._model.is_number(column) else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(side_ | Qt.AlignmentFlag.AlignTop), text)

    def _paint_first(self, painter: QPainter, place: QRect, row: int, text: str, theme: Theme) -> None:
        """Before the line its number, where the order says something; after its text what is wrong with it."""
        if self._model.sheet.numbered and not self._model.is_foot(row):
            painter.setPen(QColor(theme.muted))
            box = QRect(place.left() + OUT, self._box(place, 0).top(), self._model.lead(0) - OUT, place.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), str(row + 1))
        note = self._model.sheet.note(row)
        if not note:
            return
        box, metrics = self._box(place, 0), self._table.fontMetrics()
        painter.setFont(sized(painter.font(), "caption", bold=True))
        painter.setPen(QColor(theme.danger))
        if metrics.horizontalAdvance(text) + self._note_width(note) <= box.width():
            box = QRect(box.left() + metrics.horizontalAdvance(text) + ACROSS, box.top(), box.width(), metrics.height())
        else:
            box = QRect(
                box.left(), place.bottom() - self._upright(place) - metrics.height(), box.width(), metrics.height()
            )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), note)

    def _paint_part(self, painter: QPainter, middle: QPoint, letter: str, theme: Theme) -> None:
        """Who is accountable stands on a disc, who does it in a ring; nobody is a dot: shapes, not letters alone."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = round(painter.fontMetrics().height() * 1.3)
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(QPointF(middle))
        painter.setPen(Qt.PenStyle.NoPen)
        if not letter:
            painter.setBrush(QColor(theme.dash))
            painter.drawEllipse(disc.center(), DOT, DOT)
            return
        font = QFont(painter.font())
        ink = theme.muted
        if letter in (_ACCOUNTABLE, _RESPONSIBLE):
            font.setWeight(QFont.Weight.DemiBold)
            held = letter == _ACCOUNTABLE
            ink = theme.accent_ink if held else theme.ink
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(QColor(theme.accent) if held else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), letter)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = index.column()
        field = CellField(self._model.sheet.places[column].title, parent)
        if self._model.is_number(column):
            field.align_right()
        self.opened.emit(field, column)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Shows what stands in the cell, unless it is what is being typed."""
        if not isinstance(editor, CellField):
            return
        sheet, column = self._model.sheet, index.column()
        fresh = editor.property("begun") is None
        if fresh or sheet.meant(column, editor.toPlainText()) != sheet.value(index.row(), column):
            editor.show_text(sheet.text(index.row(), column))
        if fresh:
            editor.setProperty("begun", True)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Nothing is left to write: every key was."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(self._frame(option.rect, index.column()).adjusted(0, 0, 1, 1))


def _broken_in(text: str, room: int, metrics: QFontMetrics) -> str:
    """The text with places, unseen, at which a word may be broken that is wider than `room`: no letter is lost."""
    words = breakable(text).split(" ")
    return " ".join(
        "\u200b".join(word) if len(word) > SHORT and metrics.horizontalAdvance(word) > room else word for word in words
    )
