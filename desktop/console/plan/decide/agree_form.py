"""Owner and date in one breath, and the three ways a proposal can go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.console.plan.decide.owner_entry import OwnerEntry
from desktop.view_models.room.sentences import how_far
from desktop.view_models.triaging import DUE, OWNER, Typed
from desktop.widgets.fields import LineField
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, label, restyle
from desktop.widgets.parts.scale import scaled
from desktop.words import gettext, spoken
from models.values.dates import understand_date
from models.values.months import long_date
from models.values.sentence import Sentence
from models.values.typed.date_order import month_first_in
from models.values.typed.understood import Understood, said_in_full, value_of
from models.values.working_days import working_day

LEAST = (130, 100)
"""Pixels across, at a scale of 1, in which an owner is seen whole, and what may be typed for a date."""


class AgreeForm(QWidget):
    """`agreed` carries the owner's id and the day, each perhaps none; `rejected` and `left` carry nothing.

    Enter in the owner goes on to the date; Enter in the date agrees. Nothing is saved before.
    """

    agreed = Signal(str, object)
    rejected = Signal()
    left = Signal()
    typed = Signal(Typed)
    """Owner and date as far as they are understood, and where the keyboard is, for the room to follow."""

    def __init__(self) -> None:
        super().__init__()
        self.owner, self.due = OwnerEntry(), LineField(gettext("Due"), gettext("such as 11 dec"), own_undo=True)
        self._below_owner, self._below_due = label("", "caption", wrap=True), label("", "caption", wrap=True)
        self._target: date | None = None
        self._suggested, self._taken = "", False
        self._asked = False
        """Whether the owner of this proposal was asked for."""
        self._agree = button(gettext("Agree and go on"), "primary", key="A")
        self._later = button(gettext("Later"), "quiet", key="L")
        self._reject = button(gettext("Reject"), "quiet", key="R")
        self._lay_out()
        self.owner.returnPressed.connect(self._to_due)
        self.due.returnPressed.connect(self.agree)
        self.owner.textEdited.connect(self._show_reading)
        self.due.textEdited.connect(self._show_reading)
        self._agree.clicked.connect(self._pressed)
        self._later.clicked.connect(self.left)
        self._reject.clicked.connect(self.rejected)
        for field in (self.owner, self.due):
            field.installEventFilter(self)

    def offer(self, names: Mapping[str, str], suggested: str, target: date | None) -> None:
        """For another proposal: empty but for the likely owner."""
        self._target = target
        self.owner.offer(names, suggested)
        self.due.setText("")
        self._suggested, self._taken = names.get(suggested, ""), False
        self._asked = False
        self._show_reading()

    def begin(self) -> None:
        """The keyboard goes to the owner."""
        self._asked = True
        self.owner.take()
        self._tell()

    def _pressed(self) -> None:
        """The button does what its key does: it asks for the owner first, and agrees once that was asked."""
        if self._asked:
            self.agree()
        else:
            self.begin()

    def agree(self) -> None:
        """Agrees on what is understood; where something is not, says so and stays."""
        if self.owner.text().strip() and not self.owner.owner():
            self.owner.take()
        elif self.due.text().strip() and self._day() is None:
            self.due.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.agreed.emit(self.owner.owner(), self._day())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room sees which of the two is being said; who goes on to the date has taken who is suggested."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._asked = self._asked or event.type() == QEvent.Type.FocusIn
            self._tell()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        self._tell()  # while the room has the keyboard, no event says so
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An Enter that a field has understood is no Enter for the page."""
        event.setAccepted(event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_width()

    def _keep_width(self) -> None:
        for place, pixels in enumerate(LEAST):
            self._grid.setColumnMinimumWidth(place, scaled(self, pixels))

    def _to_due(self) -> None:
        if self.owner.text().strip() and not self.owner.owner():
            return
        self.owner.setText(self.owner.called())
        self._taken = True
        self.due.setFocus(Qt.FocusReason.TabFocusReason)
        self._show_reading()

    def _day(self) -> date | None:
        """What will be agreed: a day on a weekend becomes the Monday after."""
        day = value_of(self._read())
        return working_day(day) if day else None

    def _read(self) -> Understood[date] | Sentence:
        words = spoken()
        return understand_date(self.due.text(), date.today(), words=words, month_first=month_first_in(words))

    def _show_reading(self) -> None:
        unknown = bool(self.owner.text().strip()) and not self.owner.owner()
        restyle(self.owner, "invalid", unknown)
        if unknown:
            said = gettext("Nobody here is called so, or several are.")
        elif self._only_suggested():
            said = gettext("Suggested. Enter takes it; type to find another.")
        else:
            said = self.owner.called()
        self._below_owner.setText(said)
        restyle(self._below_owner, "role", "danger" if unknown else "caption")
        self._show_day()
        self._tell()

    def _only_suggested(self) -> bool:
        return bool(self._suggested) and not self._taken and self.owner.text() == self._suggested

    def _tell(self) -> None:
        # The room may lie over the console, which has its keyboard all the same.
        place = self.window().focusWidget()
        field = OWNER if place is self.owner else DUE if place is self.due else ""
        self._taken = self._taken or field == DUE
        self.typed.emit(Typed(self.owner.owner(), self._only_suggested(), self._day(), field))

    def _show_day(self) -> None:
        text = self.due.text().strip()
        found = (
            understand_date(text, date.today(), words=spoken(), month_first=month_first_in(spoken())) if text else None
        )
        wrong = found is not None and not isinstance(found, Understood)
        restyle(self.due, "invalid", wrong)
        restyle(self._below_due, "role", "danger" if wrong else "caption")
        if found is None:
            said = (
                gettext("Wanted in production by {0}").format(long_date(self._target, spoken())) if self._target else ""
            )
        elif isinstance(found, Understood):
            other = long_date(found.other, spoken()) if found.other else ""
            due = working_day(found.value)
            day = f"{long_date(due, spoken())}, {how_far(due, date.today(), spoken())}"
            said = said_in_full(day, other, found.how).said(spoken())
            if due != found.value:
                said = gettext("A weekend: {monday}").format(monday=said)
        else:
            said = found.said(spoken())
        self._below_due.setText(said)

    def _lay_out(self) -> None:
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        fields = ((gettext("Owner"), self.owner, self._below_owner), (gettext("Due"), self.due, self._below_due))
        for place, (name, field, below) in enumerate(fields):
            field.setObjectName("large")
            grid.addWidget(label(name, "label"), 0, place)
            grid.addWidget(field, 1, place)
            grid.addWidget(below, 2, place, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 3)
        grid.setRowMinimumHeight(2, 40)
        self._keep_width()
        line = Flow(16)
        for made in (self._agree, self._later, self._reject):
            line.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addLayout(line)
