"""The plan as a list, and what can be done with several of its actions at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from desktop.console.plan.action_list import ActionList
from desktop.theme import Theme
from desktop.view_models.moving import Moving
from desktop.view_models.planning import Planning, PlanRow
from desktop.widgets.flow import Flow
from desktop.widgets.keys import KeyAct, pressed
from desktop.widgets.labels import button, label, rule
from desktop.words import gettext, ngettext
from models.engagement.people import called
from resources.words import marked

LATER, EARLIER = 1, -1
BETWEEN = 16
"""Pixels between two acts."""


class ListPane(QWidget):
    """Its keyboard is the list's."""

    keys = (
        KeyAct("Shift+Up Shift+Down", marked("In the list: choose several actions")),
        KeyAct("Ctrl+Space", marked("In the list: choose one more, or one less")),
        KeyAct(
            "Alt+Right Alt+Left",
            marked("In the list: what is chosen a week later, a week earlier"),
            lambda pane, n: pane.move_by((LATER, EARLIER)[n]),
        ),
    )

    def __init__(self, model: Planning) -> None:
        super().__init__()
        self._model, self._moving = model, Moving(model.session)
        self.list = ActionList(model.session.still)
        self.list.selected.connect(self._show_chosen)
        self.setFocusProxy(self.list)
        self._renumber = button(gettext("Number anew"), "small")
        self._renumber.setToolTip(gettext("Number the actions in this order"))
        self._renumber.setAccessibleName(self._renumber.toolTip())
        self._renumber.clicked.connect(model.number_as_shown)
        self._above_bar, self._bar, self._chosen = rule(), QWidget(), label("", "caption")
        self._moves: list[QPushButton] = []
        self._waiting = QCheckBox(gettext("With what waits for them"))
        self._waiting.setAccessibleName(self._waiting.text())
        self._waiting.setChecked(True)
        self._told = label("", "muted", wrap=True)
        self._told_of: frozenset[str] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self._above_bar)
        column.addWidget(self._bar)
        column.addWidget(self._told)
        self._lay_out_bar()
        self._told.hide()

    def show_rows(self, rows: tuple[PlanRow, ...], chosen: str, theme: Theme) -> None:
        """Shows these rows with one chosen; others that are chosen stay so."""
        session = self._model.session
        self._above_bar.setVisible(bool(rows))
        self._renumber.setVisible(bool(self._model.lines()) and not self._model.numbered_as_shown())
        self.list.show_rows(rows, chosen, theme, called(session.people()), self._model.rule())
        if session.labels.redo is not None:
            self._told_of = None  # what it says may have been taken back
            self._told.hide()

    def move_by(self, weeks: int) -> None:
        """The chosen actions so many weeks later, or earlier."""
        text = self._moving.by_weeks(self.list.chosen_actions(), weeks, with_waiting=self._waiting.isChecked())
        self._told_of = self.list.chosen_actions()
        self._told.setText(text)
        self._told.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed(self, self.keys, event):
            super().keyPressEvent(event)

    def _lay_out_bar(self) -> None:
        """Small, since what they do is done to the rows above them."""
        flow = Flow(BETWEEN, down=4)
        flow.addWidget(self._chosen)
        for text, key, weeks in (
            (gettext("A week earlier"), "Alt+Left", EARLIER),
            (gettext("A week later"), "Alt+Right", LATER),
        ):
            made = button(text, "small", key=key)
            made.clicked.connect(partial(self._move_and_go_on, weeks))
            self._moves.append(made)
            flow.addWidget(made)
        flow.addWidget(self._waiting)
        flow.addWidget(self._renumber)
        self._bar.setLayout(flow)

    def _move_and_go_on(self, weeks: int) -> None:
        self.move_by(weeks)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chosen(self) -> None:
        chosen = self.list.chosen_actions()
        count = len(chosen)
        if chosen != self._told_of:
            self._told.hide()
        self._chosen.setText(ngettext("{n} chosen", "{n} chosen", count).format(n=count))
        for part in (self._waiting, *self._moves):
            part.setVisible(count > 0)
        self._chosen.setVisible(count > 1)  # of one, the row says it
