"""The actions of the plan that help to confirm a point; each leads to its place in the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.labels import LineButton, clear, label
from desktop.words import gettext, spoken
from models.engagement.engagement import Action
from models.plan.titles import titled
from models.values.months import short_date

MOST = 2
"""Actions that are named; more are counted."""


class ClosingActions(QWidget):
    """`wanted` carries the id of the action to go to."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Draws them with their numbers and days; nothing is said of none."""
        clear(self._lines)
        for action in actions[:MOST]:
            self._lines.addLayout(self._line(action))
        if (left := len(actions) - MOST) > 0:
            self._lines.addWidget(label(gettext("and {0} more").format(left), "caption"))

    def _line(self, action: Action) -> QHBoxLayout:
        number = label(str(action.position), "number")
        number.setProperty("state", "agreed")
        title = titled(action.title, spoken())
        go = LineButton(title, settled=not action.title.strip())
        go.setToolTip(gettext("Go to this action"))
        go.setAccessibleName(gettext("Action {number}: {title}").format(number=action.position, title=title))
        go.clicked.connect(lambda: self.wanted.emit(action.id))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(number)
        line.addWidget(go, 1)
        line.addWidget(label(short_date(action.due, spoken()) if action.due else gettext("no date"), "caption"))
        return line
