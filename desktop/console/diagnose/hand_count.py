"""The vote by hands: one answer after another is asked for, its number typed where that answer stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.console.diagnose.counts_field import CountsField
from desktop.view_models.voting import Voting
from desktop.view_models.workshop.counting import Counting
from desktop.widgets.labels import label, restyle
from desktop.widgets.parts.scale import scaled
from desktop.words import gettext, ngettext, spoken
from models.engagement.workshop import Ballot
from models.values.letters import small
from models.values.refusal import Refusal
from models.values.terms import Answer

FIELD, HIGH, EDGE = 112, 32, 8
"""Pixels, at a scale of 1: the field, and how far from the end of its row it stands."""


class HandField(CountsField):
    """Stands at the end of a row. `passed` carries a key that is none of a number."""

    passed = Signal(object)

    def __init__(self) -> None:
        super().__init__(gettext("Counts of votes"), gettext("hands"))
        self._row: QWidget | None = None

    def stand_in(self, row: QWidget | None) -> None:
        """Goes to another row; out of sight where there is none."""
        if self._row is not None:
            self._row.removeEventFilter(self)
        self._row = row
        if row is None:
            self.hide()
            return
        row.installEventFilter(self)
        if self.parentWidget() is not row:
            self.setParent(row)
        self._place(row)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
        if not event.isAccepted():
            event.accept()
            self.passed.emit(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the end of its row."""
        if self._row is not None and event.type() is QEvent.Type.Resize:
            self._place(self._row)
        return False

    def _place(self, row: QWidget) -> None:
        wide, high = scaled(row, FIELD), min(scaled(row, HIGH), row.height())
        self.setGeometry(row.width() - scaled(row, EDGE) - wide, (row.height() - high) // 2, wide, high)


class HandCount(QWidget):
    """Says what is asked for; `moved` once that is another answer, `warned` carries what is wrong."""

    moved = Signal()
    warned = Signal(str)

    def __init__(self, voting: Voting) -> None:
        super().__init__()
        self._voting, self._counting, self._levels = voting, Counting(), voting.session.method.levels
        self._ballot: Ballot | None = None
        self._warned = False
        self.field = HandField()
        self.field.returnPressed.connect(self.enter)
        self._ask, self._sum = label("", wrap=True), label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._ask)
        column.addWidget(self._sum)

    def go_on_from(self, before: HandCount) -> None:
        """With the hands that were counted there."""
        self._counting = before._counting

    @property
    def place(self) -> int:
        """How many answers hands were counted for, and so the place of the one that is asked for."""
        return self._counting.counted(self._ballot) if self._ballot else 0

    @property
    def asked(self) -> Answer | None:
        """For which answer hands go up now; None once all are counted."""
        return self._counting.asked(self._ballot) if self._ballot else None

    def show_ballot(self, ballot: Ballot | None) -> None:
        """Goes on with a vote by hands; None where the vote is taken in another way."""
        another = (ballot and ballot.id) != (self._ballot and self._ballot.id)
        self._ballot = ballot
        if another:
            self._say("")
            self.field.clear()
        self._show()

    def enter(self, *, surely: bool = False) -> None:
        """Takes what was typed and asks for the next; with all counted, or `surely`, shows what was voted."""
        ballot, text = self._ballot, self.field.text()
        if ballot is None:
            return
        whole = False
        if text.strip() or not (surely or self.asked is None):
            try:
                whole = self._counting.take(ballot, text)
            except Refusal as refusal:
                restyle(self.field, "invalid", True)
                self._say(refusal.said(spoken()))
                return
            self.field.clear()
            restyle(self.field, "invalid", False)
        if whole or surely or (self.asked is None and not text.strip()):
            self._reveal(ballot, whole or surely)
        else:
            self._say(self._amiss(ballot) if self.asked is None else "")
        self._show()
        self.moved.emit()

    def take_back(self) -> None:
        """As if the last answer had not been asked for."""
        if self._ballot is not None and self._counting.take_back(self._ballot):
            self._say("")
            self._show()
            self.moved.emit()

    def _reveal(self, ballot: Ballot, surely: bool) -> None:
        tally = self._counting.tally(ballot)
        if not tally.answers:
            self._say(gettext("Nobody has voted yet."))
        elif not surely and not self._warned and (amiss := self._amiss(ballot)):
            self._say(amiss)
        else:
            self._say("")
            self._voting.count(ballot, tally)

    def _amiss(self, ballot: Ballot) -> str:
        """That the counts do not add up to those who are here, without saying where."""
        people, hands = len(self._voting.people(ballot)), self._counting.tally(ballot).answers
        if not people or hands == people:
            return ""
        went = ngettext("{n} hand went up", "{n} hands went up", hands).format(n=hands)
        here = ngettext("{n} person is asked", "{n} people are asked", people).format(n=people)
        text = gettext("{hands}, {people}. Backspace takes back the last count; once more reveals all the same.")
        return text.format(hands=went, people=here)

    def _say(self, text: str) -> None:
        self._warned = bool(text)
        self.warned.emit(text)

    def _show(self) -> None:
        ballot, asked = self._ballot, self.asked
        if ballot is None:
            return
        if asked is None:
            self._ask.setText(gettext("All hands are counted. Enter shows what was voted."))
            self._sum.setText("")
        else:
            text = gettext("“Who says {level}?” Count the hands, type the number; Enter asks for the next.")
            if asked is Answer.NOT_KNOWN:
                text = gettext("“Who does not know?” Count the hands, type the number, Enter.")
            level = asked.level
            self._ask.setText(text.format(level=small(self._levels[level]) if level is not None else ""))
            people = len(self._voting.people(ballot))
            text = ngettext(
                "{n} person is here: the sum must be {n}.", "{n} people are here: the sum must be {n}.", people
            )
            self._sum.setText(text.format(n=people) if people else "")
        self._sum.setVisible(bool(self._sum.text()))
