"""A field that offers a few choices."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QToolTip, QWidget

from desktop.system.long_text import as_tip
from desktop.widgets.folded_list import FoldedList
from desktop.widgets.key_meaning import is_enter
from desktop.widgets.parts.bare import RestingText

_STEPS = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class ChoiceField(QComboBox):
    """One of a few choices, each a key and a text. `chosen` carries the key; `entered`: Enter with the list closed."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, name: str, choices: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list, self._resting = FoldedList(), RestingText(self, self._room)
        self.setView(self._list)
        self.setAccessibleName(name)
        if sys.platform.startswith("linux"):
            self.setAccessibleDescription(name)  # the name that Qt tells there is what is chosen
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt's own lets the wheel take the keyboard
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.offer(choices)
        self.activated.connect(lambda _: self.chosen.emit(self.currentData()))

    def offer(self, choices: list[tuple[str, str]]) -> None:
        """Replaces the choices where they differ; the one shown stays if it is still there."""
        if [(self.itemData(n), self.itemText(n)) for n in range(self.count())] == choices:
            return
        key = self.currentData()
        self.clear()
        for choice, text in choices:
            self.addItem(text, choice)
        self.show_key(key or "")

    def show_key(self, key: str) -> None:
        """Shows the choice with that key; the first where there is none."""
        self.setCurrentIndex(max(self.findData(key), 0))

    def width_of_chosen(self) -> int:
        """Pixels across in which what is chosen is read whole."""
        return self.fontMetrics().horizontalAdvance(self.currentText()) + self.width() - self._room().width() + 1

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """What has no room is cut with a sign that it is; Qt itself cuts through the letter."""
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where it reads as text it is painted as text is, until it is touched."""
        if not self.property("bare") or self.hasFocus() or self.underMouse():
            super().paintEvent(event)
            return
        with QPainter(self) as painter:
            self._resting.paint(painter, self.currentText(), QPalette.ColorRole.ButtonText)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._resting.forget()

    def _room(self) -> QRect:
        """Where Qt sets its text."""
        option, part = QStyleOptionComboBox(), QStyle.SubControl.SC_ComboBoxEditField
        super().initStyleOption(option)
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        return room.adjusted(0, 0, -1, -1)

    def event(self, event: QEvent) -> bool:
        """Where the mouse rests on what is cut, the whole of it is told."""
        if event.type() is QEvent.Type.ToolTip and not self.toolTip():
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            cut = option.currentText != self.currentText()
            QToolTip.showText(QCursor.pos(), as_tip(self.currentText()) if cut else "", self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QEvent) -> None:
        """Scrolling the page must not change an answer on the way."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._list.end_word()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow meant for the page must not change an answer either; with Alt it opens the list, as Space does."""
        if event.key() in _STEPS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        super().keyPressEvent(event)
        if is_enter(event):
            self.entered.emit()
            event.setAccepted(self.window().focusWidget() is not self)
