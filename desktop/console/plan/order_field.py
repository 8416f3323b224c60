"""What an action waits for, and where the room placed it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.system.long_text import breakable
from desktop.view_models.planning import Planning
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.labels import button, clear, label
from desktop.words import gettext, spoken
from models.engagement.engagement import Action
from models.plan.plan import accepted_actions, wait_in_the_end_for, waits_for
from models.plan.titles import titled
from models.values.months import shown_date


class OrderField(QWidget):
    """The actions that come first, each with a way to take it off, and a choice to add another."""

    def __init__(self, model: Planning) -> None:
        super().__init__()
        self._model, self._action_id = model, ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._first = QVBoxLayout()
        self._first.setSpacing(2)
        self._early = label("", "danger", wrap=True)
        self.other = ChoiceField(gettext("Waits for"), [])
        self.other.setProperty("bare", True)
        self.other.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._add = button(gettext("Add"), "quiet")
        self._add.setAccessibleName(gettext("Wait for the chosen action"))
        self._add.clicked.connect(self._add_other)
        line = QHBoxLayout()
        line.addWidget(self.other, 1)
        line.addWidget(self._add)
        column.addLayout(self._first)
        column.addWidget(self._early)
        column.addLayout(line)

    def show_action(self, action: Action) -> None:
        """Shows the order around an agreed action."""
        if action.id != self._action_id:
            self.other.show_key("")
        current, self._action_id = self._model.session.current, action.id
        known = {a.id: a for a in accepted_actions(current)}
        first = [known[key] for key in waits_for(current, action.id) if key in known]
        clear(self._first)
        late = self._model.too_early().get(action.id, ())
        for before in first:
            self._first.addLayout(self._line(before))
        self._early.setText(gettext("By its effort it begins before that is done."))
        self._early.setVisible(bool(late))
        barred = wait_in_the_end_for(current, action.id) | {before.id for before in first}
        choices = [(a.id, f"{a.position}  {titled(a.title, spoken())}") for a in known.values() if a.id not in barred]
        self.other.offer([("", gettext("Nothing more") if first else gettext("Nothing")), *choices])

    def _line(self, before: Action) -> QHBoxLayout:
        line = QHBoxLayout()
        due, title = shown_date(before.due, spoken()) or gettext("no date"), titled(before.title, spoken())
        line.addWidget(label(breakable(f"{before.position}  {title}  ·  {due}"), wrap=True), 1)
        off = button(gettext("Take off"), "quiet")
        off.setAccessibleName(gettext("No longer wait for {0}").format(title))
        off.clicked.connect(lambda: self._model.wait(self._action_id, before.id, False))
        line.addWidget(off)
        return line

    def _add_other(self) -> None:
        if key := self.other.currentData():
            self.other.show_key("")
            self._model.wait(self._action_id, key, True)
