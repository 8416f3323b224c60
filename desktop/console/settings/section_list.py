"""The sections of what is set, each with what holds in it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem

from desktop.system.long_text import as_tip
from desktop.theme import Theme
from desktop.widgets.keys import name_of
from desktop.widgets.parts.rows import BAR, Index, RowDelegate, paint_line, stands_out
from desktop.widgets.parts.scale import sized
from desktop.words import gettext

SET = Qt.ItemDataRole.UserRole
HIGH, LEFT = 2.7, 16
"""Lines of type that a section takes, and pixels before its words."""


class _Delegate(RowDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area, line = option.rect, option.fontMetrics.height()
        chosen, hovered = stands_out(option)
        painter.save()
        if chosen or hovered:
            painter.fillRect(area, QColor(self.theme.soft))
        if chosen:
            painter.fillRect(QRect(area.left(), area.top(), BAR, area.height()), QColor(self.theme.accent))
        place = QRect(area.left() + LEFT, area.top() + round(line * 0.3), area.width() - 2 * LEFT, round(line * 1.1))
        paint_line(painter, place, sized(option.font, "body", bold=chosen), self.theme.ink, index.data())
        below = place.translated(0, round(line * 1.0))
        paint_line(painter, below, sized(option.font, "caption"), self.theme.muted, index.data(SET))
        painter.restore()


class SectionList(QListWidget):
    """Up and Down go from section to section; Right, Enter and Tab go into it: `entered` carries its number."""

    gone_in = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(gettext("Sections"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self.setItemDelegate(_Delegate(theme, HIGH, self))

    def tell(self, sections: list[tuple[str, str]]) -> None:
        """Each section's name and what holds in it."""
        while self.count() < len(sections):
            self.addItem(QListWidgetItem())
        for row, (name, held) in enumerate(sections):
            item = self.item(row)
            item.setText(name)
            item.setData(SET, held)
            item.setToolTip(as_tip(held))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, gettext("{name}: {value}").format(name=name, value=held))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if name_of(event) in ("Right", "Enter"):
            self.gone_in.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward:
            self.gone_in.emit(self.currentRow())
            return True
        return super().focusNextPrevChild(forward)
