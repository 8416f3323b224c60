"""Whether somebody is here, as a mark to press: not said, here, not here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.system.long_text import as_tip
from desktop.widgets.parts.icons import SIDE, ink_role, paint_icon
from desktop.widgets.parts.inks import inks
from desktop.widgets.parts.scale import scaled
from desktop.words import gettext

HIGH = 28
"""Pixels."""
_ICONS = {None: "dashring", True: "done", False: "ring"}
_NEXT = {None: True, True: False, False: None}


class PresentMark(QAbstractButton):
    """`said` carries True, False, or None where it is not said."""

    said = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._present: bool | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.said.emit(_NEXT[self._present]))

    def show_present(self, present: bool | None, name: str) -> None:
        """Of whom, for those who cannot see it."""
        self._present = present
        texts = {None: gettext("Not said"), True: gettext("Here"), False: gettext("Not here")}
        self.setAccessibleName(gettext("Here? {name}").format(name=name))
        self.setAccessibleDescription(texts[present])
        self.setToolTip(as_tip(texts[present]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(self, HIGH), scaled(self, HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, side, name = inks(self), scaled(self, SIDE), _ICONS[self._present]
        place = self.rect()
        place.setSize(QSize(side, side))
        place.moveCenter(self.rect().center())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = colours.color(ink_role(name, QPalette.ColorRole.Shadow))
            paint_icon(painter, name, place.toRectF(), ink, colours.color(QPalette.ColorRole.Light))
            if self.hasFocus():
                painter.setPen(QPen(colours.color(QPalette.ColorRole.Link), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
