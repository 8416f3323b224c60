"""Paints the cells of a register and opens the field in which one is typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QAbstractItemModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.console.playbook.cell_field import CellField
from desktop.console.playbook.register_head import ACROSS
from desktop.console.playbook.register_model import Index, RegisterModel
from desktop.system.long_text import breakable
from desktop.theme import Theme
from desktop.words import gettext
from models.playbook.cell_words import Standing

UPRIGHT = 10
"""Pixels above and below the text of a cell."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
_ACCOUNTABLE, _RESPONSIBLE = "A", "R"
DOT = 1.5
"""Pixels: half of a dot that stands for nobody."""
TALL = 100_000
MOST_MEASURED = 4_096
"""Texts whose heights are known: those of the largest tables that anybody scrolls through."""


class CellDelegate(QStyledItemDelegate):
    """`opened` carries the field that was made and its column; what is typed in it is written at every key."""

    opened = Signal(CellField, int)

    def __init__(self, model: RegisterModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._measured_with = QFontMetrics(parent.font())
        self._tall = lru_cache(maxsize=MOST_MEASURED)(self._tall_of)
        self.theme: Theme | None = None
        self.has_focus: Callable[[], bool] = lambda: False

    def height_of(self, row: int, widths: list[int], metrics: QFontMetrics) -> int:
        """Pixels that a row takes, its texts wrapped."""
        if metrics != self._measured_with:
            self._measured_with = metrics
            self._tall.cache_clear()
        texts = [self._model.sheet.text(row, column) for column in range(len(widths))]
        tallest = max(
            (self._tall(text, width - 2 * ACROSS) for text, width in zip(texts, widths, strict=True)), default=0
        )
        return max(tallest, metrics.lineSpacing()) + 2 * UPRIGHT

    def _tall_of(self, text: str, room: int) -> int:
        """Pixels that a text takes, wrapped in that width. Pages of text are measured once, not with every change."""
        metrics = self._measured_with
        if "\n" not in text and metrics.horizontalAdvance(text) <= room - metrics.averageCharWidth():
            return 0
        return metrics.boundingRect(QRect(0, 0, max(room, 10), TALL), _WRAP, breakable(text)).height()

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
        if selected and self.has_focus():
            painter.fillRect(place, QColor(theme.soft))
        painter.setPen(QColor(theme.hair))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        text = sheet.text(row, column)
        if sheet.places[column].kind == "part":
            self._paint_part(painter, place, text, theme)
        elif text:
            self._paint_text(painter, place, text, self._standing(row, column), column, theme)
        elif self._model.is_foot(row):
            self._paint_example(painter, place, column, current, theme)
        if current:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        painter.restore()

    def _standing(self, row: int, column: int) -> Standing:
        word = self._model.sheet.why(row, column)
        return word.standing if word else Standing.UNDERSTOOD

    def _paint_text(
        self, painter: QPainter, place: QRect, text: str, standing: Standing, column: int, theme: Theme
    ) -> None:
        """What is not understood is in red with a bar beside it; what is merely doubtful has only the mark."""
        box, unclear = place.adjusted(ACROSS, UPRIGHT, -ACROSS, 0), standing is Standing.NOT_UNDERSTOOD
        side = Qt.AlignmentFlag.AlignRight if self._model.is_number(column) else Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(theme.danger if unclear else theme.ink))
        painter.drawText(box, _WRAP | int(side), breakable(text))
        if standing is Standing.UNDERSTOOD:
            return
        if unclear:
            painter.setPen(QPen(QColor(theme.danger), 3))
            painter.drawLine(place.left() + 1, place.top() + 3, place.left() + 1, place.bottom() - 3)
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.danger if unclear else theme.muted))
        corner = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
        painter.drawText(place.adjusted(0, 0, -2, -1), int(corner), "?")

    def _paint_example(self, painter: QPainter, place: QRect, column: int, current: bool, theme: Theme) -> None:
        text = self._model.sheet.example(column) if current or column else gettext("Type here")
        painter.setPen(QColor(theme.muted))
        font = QFont(painter.font())
        font.setItalic(True)
        painter.setFont(font)
        side = Qt.AlignmentFlag.AlignRight if self._model.is_number(column) else Qt.AlignmentFlag.AlignLeft
        box = place.adjusted(ACROSS, UPRIGHT, -ACROSS, 0)
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignTop), text if column == 0 or current else "")

    def _paint_part(self, painter: QPainter, place: QRect, letter: str, theme: Theme) -> None:
        """Who is accountable stands on a disc, who does it in a ring; nobody is a dot: shapes, not letters alone."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = round(painter.fontMetrics().height() * 1.3)
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(QRectF(place).center())
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
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), letter)

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
        editor.setGeometry(option.rect)
