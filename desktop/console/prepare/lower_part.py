"""The lower half of the page: who attends, what they answered beforehand, or the brand; one of them at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, rule
from desktop.widgets.parts.front_stack import FrontStack
from desktop.widgets.parts.scrolled import OwnScroll
from desktop.words import gettext


class Part(Enum):
    """What stands in the lower half."""

    PEOPLE = "people"
    ANSWERS = "answers"
    BRAND = "brand"


class LowerPart(QWidget):
    """`chosen` carries the `Part` that was pressed; `wanted`: what is in front is higher or lower than it was."""

    chosen = Signal(object)
    wanted = Signal()

    def __init__(self, makers: Mapping[Part, Callable[[], QWidget]], count: QWidget, beside: QWidget, out: int) -> None:
        """`makers` make what stands in it when that is first wanted; `count` and `beside` stand in its head.

        `out`: pixels by which what stands in it goes out over its head at both sides.
        """
        super().__init__()
        self.part = Part.PEOPLE
        self._makers, self._made = makers, dict[Part, OwnScroll]()
        self._words, self._group = dict[Part, QPushButton](), QButtonGroup(self)
        self._stack = FrontStack()
        head, line, below = QVBoxLayout(), QHBoxLayout(), rule()
        line.addLayout(self._head(count), 1)
        line.addWidget(beside)
        below.setProperty("kind", "worked")
        head.setContentsMargins(out, 0, out, 0)
        head.setSpacing(0)
        head.addLayout(line)
        head.addWidget(below)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.show_part(Part.PEOPLE)

    def asked(self) -> int:
        """Pixels with which nothing in it would be scrolled."""
        return self._column.totalHeightForWidth(self.width())

    def hasHeightForWidth(self) -> bool:
        """What is in it is scrolled; a layout would take what it asks for as what it needs."""
        return False

    def show_part(self, part: Part) -> None:
        """Brings it to the front."""
        if part not in self._made:
            self._made[part] = made = OwnScroll(self._makers[part]())
            made.wanted.connect(self.wanted)
            self._stack.addWidget(made)
        self.part = part
        self._words[part].setChecked(True)
        self._stack.setCurrentWidget(self._made[part])
        self.wanted.emit()

    def offer(self, part: Part, offered: bool) -> None:
        """Whether it can be chosen; where it is in front and no longer can be, the people are."""
        self._words[part].setVisible(offered)
        if part is self.part and not offered:
            self.chosen.emit(Part.PEOPLE)

    def _head(self, count: QWidget) -> Flow:
        head = Flow(16, down=0)
        names = {
            Part.PEOPLE: gettext("Who attends"),
            Part.ANSWERS: gettext("Answers before the meeting"),
            Part.BRAND: gettext("Brand"),
        }
        for part, name in names.items():
            self._words[part] = made = button(name, "tab", key="Ctrl+E" if part is Part.ANSWERS else "")
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, p=part: self.chosen.emit(p))
            self._group.addButton(made)
            head.addWidget(made)
            if part is Part.PEOPLE:
                head.addWidget(count)
        return head
