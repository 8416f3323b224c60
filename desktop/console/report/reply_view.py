"""A returned plan beside the plan: what was sent, what the plan says now, what the reply says."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.system.long_text import breakable, shortened
from desktop.view_models.replying import Replying
from desktop.widgets.labels import button, clear, label, rule
from desktop.words import gettext, ngettext, spoken
from models.values.months import shown_date
from models.values.terms import Progress
from reports.reply.fields import Part, status_options
from reports.reply.merge import contested
from reports.reply.reply import ActionReply, Change, Reply, Value

COLUMNS = 4
MOST_LETTERS = 200
"""Of an action's title."""


class ReplyView(QWidget):
    """A check mark for each thing that would change; nothing changes before it is taken."""

    closed = Signal()

    def __init__(self, model: Replying) -> None:
        super().__init__()
        self._model = model
        self._statuses = dict(status_options(model.session.words))
        self._shown: Reply | None = None
        self._title = label("", "section", wrap=True)
        self._notes, self._grid, self._row = QVBoxLayout(), QGridLayout(), 0
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for place, stretch in enumerate((2, 2, 2, 3)):
            self._grid.setColumnStretch(place, stretch)
        self._take = button("", "primary")
        self._take.clicked.connect(self._taken)
        leave = button(gettext("Put it away"))
        leave.clicked.connect(self._put_away)
        acts = QHBoxLayout()
        acts.addWidget(self._take)
        acts.addWidget(leave)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._notes)
        column.addLayout(self._grid)
        column.addLayout(acts)
        column.addStretch(1)

    def refresh(self) -> None:
        """Shows the reply as it stands beside the plan."""
        model, reply = self._model, self._model.reply
        self._title.setText(breakable(self._headline()))
        if reply is None or reply is not self._shown:
            self._shown = reply
            clear(self._notes)
            clear(self._grid)
            if model.refusal:
                self._notes.addWidget(label(breakable(model.refusal), "danger", wrap=True))
            for sentence in reply.warnings if reply else ():
                self._notes.addWidget(label(breakable(sentence), "danger", wrap=True))
            if reply and reply.actions:
                self._show(reply)
        self._take.setText(gettext("Take what is ticked ({n})").format(n=model.chosen))
        self._take.setVisible(bool(reply and reply.changes))
        self._take.setEnabled(model.chosen > 0)

    def _headline(self) -> str:
        model = self._model
        if model.refusal:
            return gettext("{0} holds no reply that can be read").format(model.name)
        if model.reply is None:
            return gettext("Reading {0} …").format(model.name)
        if not model.reply.changes:
            return gettext("{0} says nothing that the plan does not say already").format(model.name)
        return ngettext(
            "{n} thing would change, by {0}", "{n} things would change, by {0}", model.reply.changes
        ).format(model.name, n=model.reply.changes)

    def _show(self, reply: Reply) -> None:
        """All actions stand in one grid, so that what was sent, the plan and the reply are columns throughout."""
        for place, name in enumerate((gettext("Sent"), gettext("Plan now"), gettext("Reply")), 1):
            self._grid.addWidget(label(name, "label"), 0, place)
        self._row = 1
        for action in reply.actions:
            self._across(rule(), 0)
            self._across(label(breakable(shortened(action.title or "–", MOST_LETTERS)), "strong", wrap=True), 0)
            if action.status:
                self._change(action, Part.STATUS, gettext("Status"), [self._status(v) for v in _sides(action.status)])
            if action.due:
                self._change(action, Part.DUE, gettext("Date"), [self._day(v) for v in _sides(action.due)])
            if action.comment:
                box = self._box(action, Part.COMMENT, gettext("Comment"))
                self._grid.addWidget(box, self._row, 0, Qt.AlignmentFlag.AlignTop)
                self._across(label(breakable(action.comment), wrap=True), 1)
            for problem in action.problems:
                text = gettext("{0} It is left as it is.").format(problem)
                self._across(label(breakable(text), "danger", wrap=True), 1)

    def _across(self, widget: QWidget, first: int) -> None:
        """From a column to the last, in a row of its own."""
        self._grid.addWidget(widget, self._row, first, 1, COLUMNS - first)
        self._row += 1

    def _change(self, action: ActionReply, part: Part, name: str, texts: list[str]) -> None:
        self._grid.addWidget(self._box(action, part, name), self._row, 0)
        for place, text in enumerate(texts, 1):
            self._grid.addWidget(label(text, wrap=True), self._row, place)
        self._row += 1
        if part in contested(action):
            text = gettext("The plan was changed as well since this was sent.")
            self._across(label(text, "danger", wrap=True), 1)

    def _box(self, action: ActionReply, part: Part, name: str) -> QCheckBox:
        made = QCheckBox(name)
        made.setAccessibleName(gettext("Take: {0}, {1}").format(name, shortened(action.title, MOST_LETTERS)))
        made.setChecked(self._model.is_chosen(action.action_id, part))
        made.toggled.connect(lambda chosen: self._model.choose(action.action_id, part, chosen))
        return made

    def _status(self, value: Progress) -> str:
        return self._statuses[value.value]

    def _day(self, value: date | None) -> str:
        return shown_date(value, spoken()) or gettext("no date")

    def _taken(self) -> None:
        self._model.take()
        self.closed.emit()

    def _put_away(self) -> None:
        self._model.put_away()
        self.closed.emit()


def _sides(change: Change[Value]) -> tuple[Value, Value, Value]:
    return change.sent, change.now, change.replied
