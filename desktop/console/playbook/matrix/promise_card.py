"""Under a cell of a matrix: that whoever it belongs to could answer for the task. It never takes keyboard or mouse."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.system.long_text import shortened
from desktop.view_models.playbook.matrix_sheet import Offer
from desktop.widgets.labels import label
from desktop.widgets.parts.hints import Cap
from desktop.words import gettext

LONGEST_NAME = 40
"""Letters."""
ASIDE = 24
"""Pixels that it begins left of its cell."""


class PromiseCard(QFrame):
    """It covers one line of the matrix."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._said, self._promised = label(""), label("", "caption")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Cap("A"))
        line.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 16, 2)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._promised)
        self.hide()

    def show_offer(self, offer: Offer | None, cell: QRectF) -> None:
        """Below that place of what is around it; out of sight without an offer."""
        if offer is not None:
            text = gettext("{name} answers for it").format(name=shortened(offer.name, LONGEST_NAME))
            self._said.setText(text)
            self._promised.setText(offer.promised)
            self._promised.setVisible(bool(offer.promised))
            size = self.sizeHint()
            left = min(round(cell.left()) - ASIDE, self._around.width() - size.width() - 8)
            self.setGeometry(left, round(cell.bottom()), size.width(), size.height())
            self.raise_()
        self.setVisible(offer is not None)
