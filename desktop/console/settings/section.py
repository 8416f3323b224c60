"""One section of what is set: a head, and a row for each thing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets.labels import hair, label, section_head
from desktop.widgets.parts.scale import scaled

NAME, ROW, BETWEEN = 168, 40, 16
"""Pixels: of a name, how high a row is at least, and between what stands in it."""
NARROW = 22
"""Lines of type, as wide as high, below which a name stands above what is set."""


class _Said(QWidget):
    """What is set, and its effect: beside it where both have room, else below."""

    def __init__(self, what: QWidget, effect: str) -> None:
        super().__init__()
        self._what, self._effect = what, label(effect, "caption", wrap=True)
        self._effect.setVisible(bool(effect))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 4, 0, 4)
        self._line.addWidget(what, int(not effect))
        self._line.addWidget(self._effect, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        what = _advance(self._what) if isinstance(self._what, QLabel) else self._what.sizeHint().width()
        fits = what + _advance(self._effect) + 2 * BETWEEN <= self.width()
        if isinstance(self._what, QLabel):
            self._what.setMinimumWidth(what if fits else 0)
        kinds = QBoxLayout.Direction
        self._line.setDirection(kinds.LeftToRight if fits else kinds.TopToBottom)
        self._line.setSpacing(BETWEEN if fits else 0)


def _advance(text: QLabel) -> int:
    """Pixels that it takes in one line, a fraction of one counted whole."""
    return text.fontMetrics().horizontalAdvance(text.text()) + 1


class _Row(QWidget):
    """A name and what is set: side by side where there is room, else one below the other."""

    def __init__(self, name: str, said: QWidget, acts: Sequence[QWidget]) -> None:
        super().__init__()
        self._name = label(name, "label", wrap=True)
        self.setMinimumHeight(ROW)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._name)
        held = QHBoxLayout()
        held.setSpacing(BETWEEN)
        held.addWidget(said, 1)
        for act in acts:
            held.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(held, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, kinds = self.width() < NARROW * self.fontMetrics().height(), QBoxLayout.Direction
        self._line.setDirection(kinds.TopToBottom if narrow else kinds.LeftToRight)
        self._line.setSpacing(0 if narrow else BETWEEN)
        self._name.setMinimumWidth(0 if narrow else scaled(self, NAME))
        self._name.setMaximumWidth(self.width() if narrow else scaled(self, NAME))


class Section(QWidget):
    """Rows are added from above to below."""

    def __init__(self, name: str, beside: str = "") -> None:
        super().__init__()
        self.name = name
        self.beside = label(beside, "caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 24)
        self._column.setSpacing(0)
        self._column.addLayout(section_head(name, self.beside))

    def add(self, name: str, what: QWidget, effect: str = "", acts: Sequence[QWidget] = ()) -> None:
        """What is set, what that does where it does not say so itself, and what else can be done there."""
        self._column.addWidget(_Row(name, _Said(what, effect), acts))
        self._column.addWidget(hair())

    def end_with(self, text: str) -> None:
        """What there is to know of all of it."""
        self._column.addSpacing(12)
        self._column.addWidget(label(text, "caption", wrap=True))

    def first(self) -> QWidget | None:
        """What takes the keyboard first."""
        found = [w for w in self.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()]
        return found[0] if found else None
