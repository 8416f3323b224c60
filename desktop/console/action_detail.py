"""The chosen action: why it is proposed, and everything about it that can be agreed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.long_text import breakable
from desktop.view_models.planning import Part, Planning, PlanRow
from desktop.widgets.fields import ChoiceField, DateField, LineField, TextField
from desktop.widgets.labels import button, keep_focus, label, restyle
from desktop.wording import progress_name
from models.dates import read_days
from models.engagement import Action
from models.terms import Progress


class ActionDetail(QScrollArea):
    """Reads for a proposal, edits for an action. Escape goes back to the list."""

    left = Signal()

    def __init__(self, model: Planning, decide: Callable[[bool], None]) -> None:
        super().__init__()
        self._model, self._decide = model, decide
        self._row: PlanRow | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 0, 16, 0)
        column.setSpacing(8)
        self._heading = label("", "section", wrap=True)
        self._because, self._reason = label("", wrap=True), label("", "caption", wrap=True)
        self._terms = label("", "muted", wrap=True)
        column.addWidget(self._heading)
        column.addWidget(self._because)
        column.addWidget(self._reason)
        column.addWidget(self._terms)
        column.addLayout(self._buttons())
        column.addWidget(self._fields())
        column.addStretch(1)
        self.setWidget(content)

    def show_row(self, row: PlanRow | None) -> None:
        """Shows a line of the list, or nothing."""
        anew = row is None or self._row is None or row.key != self._row.key
        self._row = row
        self._content.setVisible(row is not None)
        if row is None:
            return
        self._heading.setText(row.title)
        self._heading.setVisible(row.action is None)
        reasons = "\n".join(f"–  {title}" for title in row.because)
        self._because.setText(self.tr("Because of:\n{0}").format(reasons) if reasons else "")
        self._because.setVisible(bool(reasons))
        words = self._model.session.words
        self._reason.setText(self.tr("Priority: {0}").format(row.priority.reason(words)) if row.priority else "")
        self._reason.setVisible(row.priority is not None)
        proposed = row.part is Part.PROPOSED and row.proposal is not None
        self._terms.setVisible(proposed)
        if proposed and row.proposal:
            days = f"{row.proposal.effort_low.normalize():f}–{row.proposal.effort_high.normalize():f}"
            text = self.tr("Usually owned by: {0}\nEffort: {1} days\nDone when: {2}")
            self._terms.setText(text.format(row.proposal.owner_role, days, row.proposal.done_when))
        self._accept.setVisible(row.part is not Part.ACCEPTED)
        self._reject.setVisible(row.part is not Part.REJECTED)
        if row.action is None:
            keep_focus(self._box)
        self._box.setVisible(row.action is not None)
        if row.action:
            self._show_action(row.action, row.part, anew)

    def edit_title(self) -> None:
        """Puts the cursor in the title."""
        self._title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_first(self) -> None:
        """Puts the cursor where an accepted action most often lacks something: the owner."""
        if self._row and self._row.part is Part.ACCEPTED:
            self._owner.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _show_action(self, action: Action, part: Part, anew: bool) -> None:
        session = self._model.session
        people = [("", self.tr("Nobody yet"))]
        people += [(s.id, s.name or s.role or self.tr("unnamed")) for s in session.people()]
        self._owner.offer(people)
        self._owner.show_key(action.owner_id)
        self._phase.show_key(action.phase)
        self._progress.show_key(action.progress.value)
        self._title.show_text(action.title)
        self._due.show_date(action.due, anew=anew)
        self._done_when.show_text(action.done_when)
        for field, days in ((self._low, action.effort_low), (self._high, action.effort_high)):
            if anew or not (field.hasFocus() or field.property("invalid")):
                field.show_text(f"{days.normalize():f}")
                restyle(field, "invalid", False)
        self._why_not.show_text(action.reason)
        self._role.setText(breakable(self.tr("Usually: {0}").format(action.owner_role)) if action.owner_role else "")
        self._role.setVisible(bool(action.owner_role))
        rejected = part is Part.REJECTED
        self._why_label.setVisible(rejected)
        self._why_not.setVisible(rejected)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._accept = button(self.tr("Accept"), "primary", key="A")
        self._reject = button(self.tr("Reject"), key="R")
        self._accept.clicked.connect(lambda: self._decide(True))
        self._reject.clicked.connect(lambda: self._decide(False))
        line.addWidget(self._accept)
        line.addWidget(self._reject)
        line.addStretch(1)
        return line

    def _fields(self) -> QWidget:
        session = self._model.session
        self._box = QWidget()
        grid = QGridLayout(self._box)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        self._title = TextField(self.tr("Action"), lines=1)
        self._owner = ChoiceField(self.tr("Owner"), [])
        self._role = label("", "caption", wrap=True)
        self._due = DateField(self.tr("Due"), self.tr("12 mar"), date.today())
        self._low, self._high = LineField(self.tr("Effort, low, days")), LineField(self.tr("Effort, high, days"))
        self._done_when = TextField(self.tr("Done when"), lines=2)
        self._phase = ChoiceField(self.tr("Phase"), [(p.id, p.title) for p in session.method.phases])
        self._progress = ChoiceField(self.tr("Progress"), [(p.value, progress_name(p)) for p in Progress])
        self._why_label = label(self.tr("Why it was rejected"), "label")
        self._why_not = TextField(self.tr("Why it was rejected"), lines=1)
        effort = QHBoxLayout()
        effort.setSpacing(6)
        effort.addWidget(self._low)
        effort.addWidget(label(self.tr("to"), "muted"))
        effort.addWidget(self._high)
        effort.addWidget(label(self.tr("days"), "muted"))
        rows = (
            (self._why_label, self._why_not, None, None),
            (label(self.tr("Action"), "label"), self._title, None, None),
            (label(self.tr("Owner"), "label"), self._owner, label(self.tr("Due"), "label"), self._due),
            (None, self._role, None, None),
            (label(self.tr("Done when"), "label"), self._done_when, None, None),
            (label(self.tr("Phase"), "label"), self._phase, None, None),
        )
        for n, (name, field, second_name, second) in enumerate(rows):
            span = 1 if second else 2
            if name:
                grid.addWidget(name, 2 * n, 0, 1, span)
            grid.addWidget(field, 2 * n + 1, 0, 1, span)
            if second and second_name:
                grid.addWidget(second_name, 2 * n, 1)
                grid.addWidget(second, 2 * n + 1, 1)
        grid.addWidget(label(self.tr("Progress"), "label"), 20, 0)
        grid.addWidget(self._progress, 21, 0)
        grid.addWidget(label(self.tr("Effort"), "label"), 20, 1)
        grid.addLayout(effort, 21, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._connect()
        return self._box

    def _connect(self) -> None:
        model = self._model
        self._title.typed.connect(lambda text, typing: model.write(self._id(), "title", text, typing))
        self._done_when.typed.connect(lambda text, typing: model.write(self._id(), "done_when", text, typing))
        self._why_not.typed.connect(lambda text, typing: model.write(self._id(), "reason", text, typing))
        self._owner.chosen.connect(lambda key: model.own(self._id(), key))
        self._due.dated.connect(lambda day: model.due(self._id(), day))
        self._phase.chosen.connect(lambda key: model.phase(self._id(), key))
        self._progress.chosen.connect(lambda key: model.progress(self._id(), Progress(key)))
        self._low.editingFinished.connect(self._effort_left)
        self._high.editingFinished.connect(self._effort_left)

    def _id(self) -> str:
        return self._row.action.id if self._row and self._row.action else ""

    def _effort_left(self) -> None:
        low, high = read_days(self._low.text()), read_days(self._high.text())
        for field, days in ((self._low, low), (self._high, high)):
            restyle(field, "invalid", days is None)
            field.setToolTip(self.tr("A number of days, above 0 and up to 400") if days is None else "")
        if low is not None and high is not None:
            in_order = low <= high
            restyle(self._high, "invalid", not in_order)
            if in_order:
                self._model.effort(self._id(), low, high)
