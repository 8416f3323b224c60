"""The action of a row as the disc with its number; pressed, it offers the others."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy

from desktop.system.long_text import as_tip
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.parts.icons import icon_side, paint_icon
from desktop.widgets.parts.inks import inks
from desktop.widgets.parts.scale import scaled, sized

SIDE, ROOM, LIST = 22, 34, 320
"""Pixels at a scale of 1: of the disc, of its place, and of the list that it opens."""
DASHES = [2.0, 2.0]


class ActionDisc(ChoiceField):
    """Dashed while no action is chosen."""

    def __init__(self) -> None:
        super().__init__("", [])
        self._number = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_number(self, number: str, said: str) -> None:
        """The number of what is chosen, and what it is; both empty for nothing."""
        self._number = number
        self.setToolTip(as_tip(said))
        self.view().setMinimumWidth(scaled(self, LIST))
        self.update()

    def sizeHint(self) -> QSize:
        side = scaled(self, ROOM)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, roles, side = inks(self), QPalette.ColorRole, scaled(self, SIDE)
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(QRectF(self.rect()).center())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QPen(colours.color(roles.Link), 2))
                painter.drawEllipse(disc.adjusted(-4, -4, 4, 4))
            if self._number:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.color(roles.Link))
                painter.drawEllipse(disc)
                painter.setFont(sized(self.font(), "caption", bold=True))
                painter.setPen(colours.color(roles.HighlightedText))
                painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), self._number)
                return
            pen = QPen(colours.color(roles.Dark), 1)
            pen.setDashPattern(DASHES)
            painter.setPen(pen)
            painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
            if self.currentIndex() > 0 or self.underMouse() or self.hasFocus():
                icon = icon_side(self)
                place = QRectF(0, 0, icon, icon)
                place.moveCenter(disc.center())
                name = "cross" if self.currentIndex() > 0 else "plus"
                paint_icon(painter, name, place, colours.color(roles.Shadow), QColor(Qt.GlobalColor.transparent))
