"""The level of a sign as a cell of the scale for severity, to stand beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme
from desktop.widgets.parts.cell import NOT_ASKED, NOT_KNOWN, paint_cell
from models.values.terms import Answer

SIDE = 24


class LevelMark(QWidget):
    """A level, or a dashed square where it is not known."""

    def __init__(self, level: int | None, theme: Theme) -> None:
        super().__init__()
        self._mark, self._theme = NOT_KNOWN if level is None else str(level), theme
        self.setFixedSize(QSize(SIDE, SIDE))

    @classmethod
    def of_answer(cls, answer: Answer | None, theme: Theme) -> LevelMark:
        """The mark of any answer, or of none."""
        made = cls(None, theme)
        made._mark = answer.mark if answer else NOT_ASKED
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_cell(painter, QRectF(self.rect()), self._mark, self._theme, self.font())
