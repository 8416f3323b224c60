"""The head of a responsibility matrix: the task is what is asked; people stand over their columns in two lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from desktop.console.playbook.register_head import PART_MARGIN, RegisterHead
from desktop.console.playbook.register_model import ACROSS, OUT
from desktop.theme import Theme
from desktop.view_models.playbook.heads import Head
from desktop.widgets.parts.rows import as_far
from models.attending.person_names import first_and_rest

MANY = 10
"""People from which the last name alone stands there."""


class MatrixHead(RegisterHead):
    """`here` is the column of whoever the keyboard is at; below 0 for nobody."""

    here = -1

    def name_of(self, column: int) -> tuple[str, str]:
        """The first name and the rest; only the rest of many people, where it tells them apart."""
        names = [place.title for place in self._places[1:]]
        first, rest = first_and_rest(self._places[column].title)
        others = [others for _, others in map(first_and_rest, names)]
        if len(names) > MANY and rest and others.count(rest) == 1:
            return "", rest
        return (first, rest) if rest else ("", first)

    def _titles_height(self, head: Head) -> int:
        if self._places[head.first].kind != "part":
            return super()._titles_height(head)
        return 2 * QFontMetrics(self._type(bold=True)).lineSpacing()

    def _paint_title(self, painter: QPainter, column: int, box: QRect, theme: Theme, *, bold: bool) -> None:
        if self._places[column].kind != "part":
            super()._paint_title(painter, column, box, theme, bold=bold)
            return
        left = self.sectionViewportPosition(column)
        right = left + self.sectionSize(column)
        right -= OUT - ACROSS if right >= self.length() else 0
        painter.setFont(self._type(bold=column == self.here))
        metrics = painter.fontMetrics()
        place = QRect(
            left + PART_MARGIN, box.bottom() - metrics.height(), right - left - 2 * PART_MARGIN, metrics.height()
        )
        for text, ink in zip(reversed(self.name_of(column)), (theme.muted, theme.ink), strict=True):
            painter.setPen(QColor(theme.ink if column == self.here or not self.name_of(column)[0] else ink))
            shown = as_far(text, place.width(), metrics)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), shown)
            place.translate(0, -metrics.lineSpacing())
