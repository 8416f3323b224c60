"""The ways to look at the plan, and the choice of one of them."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton

from desktop.widgets.flow import Flow
from desktop.widgets.labels import button
from desktop.words import gettext


class View(Enum):
    """The ways to look at the plan, by their keys."""

    DECIDE = "1"
    LIST = "2"
    PICTURE = "3"
    TIMELINE = "4"
    LOAD = "5"
    PROGRESS = "6"


class ViewChoice(Flow):
    """`wanted` carries the `View` that was pressed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(16)
        names = {
            View.DECIDE: gettext("Decide"),
            View.LIST: gettext("List"),
            View.PICTURE: gettext("Picture"),
            View.TIMELINE: gettext("Timeline"),
            View.LOAD: gettext("Workload"),
            View.PROGRESS: gettext("Progress"),
        }
        self._group = QButtonGroup(self)
        self._buttons: dict[View, QPushButton] = {}
        for view, name in names.items():
            made = button(name, "tab", key=view.value)
            made.setCheckable(True)
            made.setProperty("glides", True)
            made.clicked.connect(lambda _=False, v=view: self.wanted.emit(v))
            self._group.addButton(made)
            self.addWidget(made)
            self._buttons[view] = made

    def show_view(self, view: View) -> None:
        """Marks the one that is in front."""
        self._buttons[view].setChecked(True)

    def place(self, view: View | None) -> QRectF:
        """Of a view, in what the choice is laid out in; nowhere for none."""
        return QRectF(self._buttons[view].geometry()) if view else QRectF()
