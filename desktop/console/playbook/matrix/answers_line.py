"""The last line of a responsibility matrix: for how many tasks each person answers."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.console.playbook.matrix.table import MatrixTable
from desktop.console.playbook.register_model import ACROSS, OUT
from desktop.theme import Theme
from desktop.widgets.parts.scale import scaled, sized
from desktop.words import gettext

HIGH = 36


class AnswersLine(QWidget):
    """Under the columns of its table, whoever stands in them."""

    def __init__(self, table: MatrixTable, theme: Theme) -> None:
        super().__init__()
        self._table, self._theme = table, theme
        self._counts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.crossed.connect(self.update)
        self.setAccessibleName(gettext("Answers for"))

    def show_counts(self, theme: Theme) -> None:
        """As the matrix stands."""
        self._theme, self._counts = theme, self._table.sheet.answers_for()
        names = [place.title for place in self._table.sheet.places[1:]]
        told = [f"{name} {count}" for name, count in zip(names, self._counts, strict=True) if count]
        self.setAccessibleDescription(", ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, scaled(self, HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        table, theme = self._table, self._theme
        with QPainter(self) as painter:
            painter.setFont(sized(self.font(), "caption", bold=True))
            painter.setPen(QColor(theme.muted))
            first = QRect(OUT, 0, table.columnWidth(0) - OUT, self.height())
            painter.drawText(first, int(Qt.AlignmentFlag.AlignVCenter), gettext("Answers for"))
            for number, count in enumerate(self._counts, 1):
                if table.isColumnHidden(number):
                    continue
                left, width = table.columnViewportPosition(number), table.columnWidth(number)
                if left + width >= table.horizontalHeader().length():
                    width -= OUT - ACROSS
                painter.setFont(sized(self.font(), "body", bold=bool(count)))
                painter.setPen(QColor(theme.ink if count else theme.muted))
                box = QRect(left, 0, width, self.height())
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(count) if count else "–")
