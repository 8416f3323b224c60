"""Everything about an action that can be agreed, as fields."""

from __future__ import annotations

from datetime import date
from textwrap import fill
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.console.plan.order_field import OrderField
from desktop.console.plan.same_title import SameTitle
from desktop.console.plan.title_field import TitleField
from desktop.system.long_text import breakable
from desktop.view_models.not_understood import Where
from desktop.view_models.planning import Part, Planning, PlanRow
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.fields import LineField, TextField
from desktop.widgets.labels import label, restyle
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.widgets.parts.check import ActCheck
from desktop.widgets.parts.scale import scaled
from desktop.widgets.person_field import PersonField
from desktop.widgets.typed.understood_field import DateField, DaysField, UnderstoodField
from desktop.words import gettext, spoken
from models.engagement.engagement import Action
from models.values.dates import read_days
from models.values.lengths import LONGEST_NAME, LONGEST_TEXT
from models.values.names import progress_name
from models.values.sentence import Sentence
from models.values.terms import Progress

LETTERS_IN_A_LINE = 30
"""Of a text that does not break by itself, beside the list in the smallest window."""
LONGEST_SHORT = 28
"""Letters of a name that charts have room for; the pack's own keep to it too."""


BEFORE_TEXT, OF_A_LINE = 9, 2
"""Pixels from the edge of a field that reads as text to its words; those that a field of one line adds by itself."""
ABOVE_NAME = 8
"""Pixels, so that the name of a field stands on the line of what is in it."""
FEW, MOST_OF_DAYS, AROUND = "00.0", 10, 20
"""What an empty field of days has room for, the letters that it grows with at most, and the pixels around these."""


class _FewDays(DaysField):
    """No wider than what stands in it, so that both read on: "1 to 2 days"."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        text = self.text()[:MOST_OF_DAYS] or FEW
        return QSize(self.fontMetrics().horizontalAdvance(text) + scaled(self, AROUND), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ActionFields(QWidget):
    """Edits one action of the current round. `agreed`: its date was given with Enter. `names_laid_out` carries the
    pixels of the column of names, for what goes on below it.
    """

    agreed, names_laid_out = Signal(), Signal(int)

    def __init__(self, model: Planning) -> None:
        super().__init__()
        self._model, self._action_id = model, ""
        session = model.session
        self.title, self.same = TitleField(gettext("Action"), LONGEST_NAME), SameTitle()
        self.short = LineField(gettext("Short name"), longest=LONGEST_SHORT)
        self.owner = PersonField(gettext("Owner"))
        self._role = label("", "caption", wrap=True)
        self.due = DateField(gettext("Due"), gettext("12 mar"), date.today())
        self._due = self.due.note.under_field()
        self._low, self._high = _FewDays(gettext("Effort, low, days")), _FewDays(gettext("Effort, high, days"))
        decisive = gettext("The decision rests on this")
        self.decisive = ActCheck(f"{fill(decisive, LETTERS_IN_A_LINE)}{BEFORE_KEY}D")
        self.decisive.setAccessibleName(decisive)
        self._why = TitleField(gettext("Why, in a line"), LONGEST_TEXT)
        self._done_when = TextField(gettext("Done when"), lines=2)
        self._phase = ChoiceField(gettext("Phase"), [(p.id, p.title) for p in session.method.phases])
        self._progress = ChoiceField(gettext("Progress"), [(p.value, progress_name(p, spoken())) for p in Progress])
        self._why_label = label(gettext("Why it was rejected"), "label")
        self._why_not = TextField(gettext("Why it was rejected"), lines=1)
        self._placed = label("", "caption", wrap=True)
        self.order = OrderField(model)
        for field in (self.title, self._why, self._done_when, self.short, self._phase, self._progress, self.owner):
            field.setProperty("bare", True)
        for one_line in (self.short, self.due, self._low, self._high):
            one_line.setTextMargins(-OF_A_LINE, 0, 0, 0)
        for below in (self._role, self._placed):
            below.setContentsMargins(BEFORE_TEXT, 0, 0, 0)
        self.title.setProperty("role", "headline")
        self._phase.setObjectName("phase")
        for choice in (self.owner, self._phase, self._progress):
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._connect()

    def show_row(self, row: PlanRow, anew: bool) -> None:
        """Shows the action of the row as it stands; `anew` where another one was shown before."""
        action = row.action
        if action is None:
            return
        self._action_id = action.id
        self.owner.show_person(self._model.session.people(), action.owner_id)
        self._phase.show_key(action.phase)
        self._progress.show_key(action.progress.value)
        self.title.show_text(action.title)
        self.same.show_other(self._model.same_title(row))
        self._show_values(action, anew)
        self.short.setPlaceholderText(self._model.usual_short(action))
        self.short.show_text(action.short)
        self._why.setPlaceholderText(self._model.usual_why(row))
        self._why.show_text(action.why)
        self.decisive.setChecked(action.decisive)
        self._done_when.show_text(action.done_when)
        self._why_not.show_text(action.reason)
        self._role.setText(breakable(gettext("Usually: {0}").format(action.owner_role)) if action.owner_role else "")
        self._role.setVisible(bool(action.owner_role))
        self._show_order(action, row.part)

    def _show_values(self, action: Action, anew: bool) -> None:
        kept = self._model.session.not_understood
        values: tuple[tuple[UnderstoodField[Any], Any], ...] = (
            (self.due, action.due),
            (self._low, action.effort_low),
            (self._high, action.effort_high),
        )
        for field, value in values:
            field.show_value(value, anew=anew, unclear=kept.text(self._where(field)))
            restyle(field, "bare", value is not None)

    def _where(self, field: UnderstoodField[Any]) -> Where:
        return Where("plan", self._action_id, field.accessibleName())

    def _show_order(self, action: Action, part: Part) -> None:
        agreed = part is Part.ACCEPTED
        if agreed:
            self.order.show_action(action)
        placed = gettext("Impact {0} of 100, as the room placed it. Backspace in the picture takes that back.")
        self._placed.setText(placed.format(action.impact) if action.impact is not None else "")
        self._placed.setVisible(action.impact is not None)
        for shown in (self._order_label, self.order, self.decisive):
            shown.setVisible(agreed)
        self._why_label.setVisible(not agreed)
        self._why_not.setVisible(not agreed)

    def _lay_out(self) -> None:
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._order_label = label(gettext("Waits for"), "label")
        rows: tuple[tuple[QLabel | None, QWidget], ...] = (
            (self._why_label, self._why_not),
            (label(gettext("Action"), "label"), self.title),
            (None, self.same),
            (label(gettext("Owner"), "label"), self.owner),
            (None, self._role),
            (label(gettext("Due"), "label"), self._due),
            (None, self._decisive_line()),
            (label(gettext("Progress"), "label"), self._progress),
            (label(gettext("Why, in a line"), "label"), self._why),
            (label(gettext("Done when"), "label"), self._done_when),
            (label(gettext("Effort"), "label"), self._effort()),
            (label(gettext("In charts"), "label"), self.short),
            (label(gettext("Phase"), "label"), self._phase),
            (self._order_label, self.order),
            (None, self._placed),
        )
        for place, (name, field) in enumerate(rows):
            if name is not None:
                name.setContentsMargins(0, ABOVE_NAME, 0, 0)
                name.setWordWrap(True)
                grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, place, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.names_laid_out.emit(self._grid.cellRect(0, 0).width())

    def _decisive_line(self) -> QWidget:
        """A tick stands where the text of a field begins."""
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(BEFORE_TEXT, 0, 0, 0)
        line.addWidget(self.decisive)
        line.addStretch(1)
        return made

    def _effort(self) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for part in (self._low, label(gettext("to"), "muted"), self._high, label(gettext("days"), "muted")):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (box, self._low.note.line, self._high.note.line):
            column.addWidget(widget)
        return both

    def _connect(self) -> None:
        model = self._model
        self.title.entered.connect(lambda: self.owner.setFocus(Qt.FocusReason.TabFocusReason))
        self.owner.entered.connect(lambda: self.due.setFocus(Qt.FocusReason.TabFocusReason))
        self.due.returnPressed.connect(self._due_entered)
        self._why.entered.connect(self._done_when.setFocus)
        self.title.typed.connect(lambda text, typing: model.write(self._action_id, "title", text, typing))
        self.short.typed.connect(lambda text, typing: model.write(self._action_id, "short", text, typing))
        self._why.typed.connect(lambda text, typing: model.write(self._action_id, "why", text, typing))
        self.decisive.clicked.connect(lambda on: model.rest_on(self._action_id, on))
        self._done_when.typed.connect(lambda text, typing: model.write(self._action_id, "done_when", text, typing))
        self._why_not.typed.connect(lambda text, typing: model.write(self._action_id, "reason", text, typing))
        self.owner.chosen.connect(lambda key: model.own(self._action_id, key))
        self.due.settled.connect(lambda day: model.due(self._action_id, day))
        self._phase.chosen.connect(lambda key: model.phase(self._action_id, key))
        self._progress.chosen.connect(lambda key: model.progress(self._action_id, Progress(key)))
        self._low.settled.connect(lambda _: self._effort_left(self._low))
        self._high.settled.connect(lambda _: self._effort_left(self._high))
        for field in (self.due, self._low, self._high):
            field.unclear.connect(lambda text, f=field: model.session.not_understood.keep(self._where(f), text))

    def _due_entered(self) -> None:
        """A date that is not understood keeps the keyboard: the line under it says why."""
        self.due.settle()
        if self.due.understood:
            self.agreed.emit()

    def _effort_left(self, left: DaysField) -> None:
        """Both ends are written together; one that crosses the other waits for it as it was typed."""
        low, high = read_days(self._low.text()), read_days(self._high.text())
        if low is None or high is None:
            return
        if low > high:
            left.refuse(Sentence("The low figure is above the high one."))
            return
        self._model.effort(self._action_id, low, high)
        self._low.accept(low)
        self._high.accept(high)
