"""Whose colours everything bears, in a word; the way to where they are set."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.widgets.parts.inks import inks
from desktop.widgets.parts.rows import as_far
from desktop.widgets.parts.scale import scaled
from desktop.words import gettext
from models.engagement.engagement import Brand

HIGH, LEFT, SIDE, GAP = 28, 9, 12, 8
"""Pixels: of the row, before the colour, of the colour, and beside it."""


class BrandFact(QAbstractButton):
    """A small field of the main colour before the name of the practice."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = ""
        self.setToolTip(gettext("Colours, logos and what stands on every document"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_brand(self, brand: Brand) -> None:
        """The snapshot's."""
        self._colour = brand.primary
        self.setText(brand.practice)
        self.setAccessibleName(gettext("Brand: {practice}").format(practice=brand.practice or gettext("not set")))
        self.update()

    def wide(self) -> int:
        """Pixels across with which the name is whole."""
        around = 2 * scaled(self, LEFT) + scaled(self, SIDE) + scaled(self, GAP)
        return around + self.fontMetrics().horizontalAdvance(self._said())

    def sizeHint(self) -> QSize:
        return QSize(scaled(self, HIGH) * 3, scaled(self, HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, roles = inks(self), QPalette.ColorRole
        left, side = scaled(self, LEFT), scaled(self, SIDE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self.hasFocus():
                painter.setPen(QPen(colours.color(roles.Link if self.hasFocus() else roles.Mid), 1))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(colours.color(roles.Shadow))
            painter.setBrush(QColor(self._colour))
            painter.drawRoundedRect(QRectF(left, (self.height() - side) / 2, side, side), 2, 2)
            text = self._said()
            painter.setPen(colours.color(roles.WindowText if self.text() else roles.Shadow))
            place = self.rect().adjusted(left + side + scaled(self, GAP), 0, -left, 0)
            shown = as_far(text, place.width(), QFontMetrics(self.font()))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _said(self) -> str:
        return self.text() or gettext("not set")
