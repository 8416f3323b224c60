"""A tick beside words, and the key that sets it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from desktop.widgets.parts.act import GAP, cap_size, key_font, paint_cap, parted
from desktop.widgets.parts.inks import inks


class ActCheck(QCheckBox):
    """A check box whose text ends in its key, as that of an `Act` does."""

    def sizeHint(self) -> QSize:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, key = parted(self.text())
        size = QFontMetrics(self.font()).size(Qt.TextFlag.TextShowMnemonic, words)
        whole = self.style().sizeFromContents(QStyle.ContentsType.CT_CheckBox, option, size, self)
        return whole + QSize(GAP + cap_size(key, self.font()).width(), 0) if key else whole

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, key = parted(option.text)
        size = cap_size(key, self.font()) if key else QSize(-GAP, 0)
        width = min(self.sizeHint().width(), self.width())
        option.text = words
        option.rect = QRect(0, 0, width - size.width() - GAP, self.height())
        with QPainter(self) as painter:
            self.style().drawControl(QStyle.ControlElement.CE_CheckBox, option, painter, self)
            if key:
                colours = inks(self)
                place = QRect(QPoint(width - size.width(), (self.height() - size.height()) // 2), size)
                muted, edge = colours.color(QPalette.ColorRole.Shadow), colours.color(QPalette.ColorRole.Mid)
                paint_cap(painter, key, place, key_font(self.font()), muted, edge, QColor(0, 0, 0, 0))
