"""A returned plan beside the plan: what the plan says now, what the reply says, and each taken or left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.system.long_text import breakable, shortened
from desktop.view_models.replying import Replying
from desktop.widgets.flow import APART, Flow
from desktop.widgets.labels import button, clear, label, rule
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.words import gettext, ngettext, spoken
from models.plan.titles import titled
from models.values.months import shown_date
from models.values.terms import Progress
from reports.reply.fields import Part, status_options
from reports.reply.merge import remark_place
from reports.reply.reply import ActionReply, Change, Reply, Value

COLUMNS = 3
MOST_LETTERS = 200
"""Of an action's title."""


class ReplyView(QWidget):
    """A check mark for each thing that would change; nothing changes before it is taken."""

    closed = Signal()

    def __init__(self, model: Replying) -> None:
        super().__init__()
        self._model = model
        self._statuses = dict(status_options(model.session.words))
        self._shown: tuple[Reply | None, str] = (None, "")
        self._title = label("", "section", wrap=True)
        self._notes, self._grid, self._row = QVBoxLayout(), QGridLayout(), 0
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for place, stretch in enumerate((3, 3, 4)):
            self._grid.setColumnStretch(place, stretch)
        self._take = button("", "primary", key="A")
        self._take.clicked.connect(self.take)
        self._one = button(gettext("One by one"), "quiet", key="Right", edge="left")
        self._one.clicked.connect(self.one_by_one)
        leave = button(gettext("Put it away"), "quiet", key="Del", edge="left")
        leave.clicked.connect(self.put_away)
        acts = Flow(APART, down=8)
        for act in (self._take, self._one, leave):
            acts.addWidget(act)
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
        if reply is None or (reply, model.together) != self._shown:
            self._shown = (reply, model.together)
            clear(self._notes)
            clear(self._grid)
            told = [model.together, *(reply.warnings if reply else ()), model.refusal]
            for sentence in filter(None, told):
                self._notes.addWidget(label(breakable(sentence), "danger", wrap=True))
            if reply and reply.changes:
                self._show(reply)
        named = gettext("Take what is ticked ({n})").format(n=model.chosen)
        self._take.setText(f"{named}{BEFORE_KEY}A")
        self._take.setAccessibleName(named)
        for act in (self._take, self._one):
            act.setVisible(bool(reply and reply.changes))
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
            "{n} thing to take or leave, from {0}", "{n} things to take or leave, from {0}", model.reply.changes
        ).format(model.name, n=model.reply.changes)

    def _show(self, reply: Reply) -> None:
        """All actions stand in one grid, so that what was sent, the plan and the reply are columns throughout."""
        self._row = 0
        if reply.actions:
            for place, name in enumerate((gettext("The plan"), gettext("The reply")), 1):
                self._grid.addWidget(label(name, "label"), 0, place)
            self._row = 1
        for action in reply.actions:
            self._show_action(action)
        if reply.remarks:
            self._across(rule(), 0)
            self._across(label(gettext("Written on the pages"), "strong", wrap=True), 0)
        for remark in reply.remarks:
            where = remark_place(remark, self._model.session.words)
            self._text(remark.key, Part.REMARK, gettext("Remark"), f"{where}:\n{remark.text}", where)

    def _show_action(self, action: ActionReply) -> None:
        self._across(rule(), 0)
        head = QHBoxLayout()
        head.setSpacing(12)
        if action.number:
            head.addWidget(label(str(action.number), "number"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(
            label(breakable(shortened(titled(action.title, spoken()), MOST_LETTERS)), "strong", wrap=True), 1
        )
        self._grid.addLayout(head, self._row, 0, 1, COLUMNS)
        self._row += 1
        if action.status:
            self._change(action, Part.STATUS, gettext("Status"), action.status, self._status)
        if action.due:
            self._change(action, Part.DUE, gettext("Date"), action.due, self._day)
        if action.comment:
            self._text(action.action_id, Part.COMMENT, gettext("Comment"), action.comment, action.title)
        if action.refused:
            why = "\n".join(one.why for one in action.refused)
            kept = gettext("{0} It is kept as a parked item, and nothing else is changed.").format(why)
            self._text(action.action_id, Part.REFUSED, gettext("Not understood"), kept, action.title, "danger")

    def _across(self, widget: QWidget, first: int) -> None:
        """From a column to the last, in a row of its own."""
        self._grid.addWidget(widget, self._row, first, 1, COLUMNS - first)
        self._row += 1

    def _change(
        self, action: ActionReply, part: Part, name: str, change: Change[Value], shown: Callable[[Value], str]
    ) -> None:
        self._grid.addWidget(self._box(action.action_id, part, name, action.title), self._row, 0)
        self._grid.addWidget(label(shown(change.now), "muted", wrap=True), self._row, 1)
        self._grid.addWidget(label(shown(change.replied), "strong", wrap=True), self._row, 2)
        self._row += 1
        if change.asked:
            self._across(label(breakable(change.asked), "danger", wrap=True), 1)
        if change.contested:
            text = gettext("The plan was changed as well since this was sent: it said “{sent}” then.")
            self._across(label(breakable(text.format(sent=shown(change.sent))), "danger", wrap=True), 1)

    def _text(self, key: str, part: Part, name: str, text: str, about: str, role: str = "body") -> None:
        """Something that was written, over all the columns."""
        self._grid.addWidget(self._box(key, part, name, about), self._row, 0, Qt.AlignmentFlag.AlignTop)
        self._across(label(breakable(text), role, wrap=True), 1)

    def _box(self, key: str, part: Part, name: str, about: str) -> QCheckBox:
        made = QCheckBox(name)
        made.setAccessibleName(gettext("Take: {0}, {1}").format(name, shortened(about, MOST_LETTERS)))
        made.setChecked(self._model.is_chosen(key, part))
        made.toggled.connect(lambda chosen: self._model.choose(key, part, chosen))
        return made

    def _status(self, value: Progress) -> str:
        return self._statuses[value.value]

    def _day(self, value: date | None) -> str:
        return shown_date(value, spoken()) or gettext("no date")

    def take(self) -> None:
        """All that is ticked, as one step."""
        if self._take.isEnabled():
            self._model.take()
            self.closed.emit()

    def put_away(self) -> None:
        """Nothing of it is taken."""
        self._model.put_away()
        self.closed.emit()

    def one_by_one(self) -> None:
        """The keyboard goes from mark to mark, where Space takes or leaves."""
        shown = (box for box in self.findChildren(QCheckBox) if not box.isHidden())  # those before are on their way out
        if box := next(shown, None):
            box.setFocus(Qt.FocusReason.TabFocusReason)
