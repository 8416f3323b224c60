"""An open vote in the console: how the room votes and how many have answered, never what."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.console.diagnose.voter_list import VoterList
from desktop.view_models.voting import Voting
from desktop.widgets.fields import show_reason
from desktop.widgets.labels import button, label, restyle
from desktop.words import gettext, ngettext, spoken
from models.diagnosis.voting import read_counts
from models.engagement.engagement import Stakeholder
from models.engagement.workshop import Ballot
from models.values.refusal import Refusal
from models.values.terms import Answer, VoteWay

VOTE_KEYS = {
    Qt.Key.Key_0: Answer.NOT_PRESENT,
    Qt.Key.Key_1: Answer.EARLY,
    Qt.Key.Key_2: Answer.ESTABLISHED,
    Qt.Key.Key_3: Answer.SEVERE,
    Qt.Key.Key_K: Answer.NOT_KNOWN,
}


class CountsField(QLineEdit):
    """Takes numbers; letters are keys of the panel around it, and what blanks the room or shows the keys does so."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(lambda: restyle(self, "invalid", False))

    def event(self, event: QEvent) -> bool:
        """Leaves the keys that no count can hold to the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _not_counted(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _not_counted(event):
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # it has revealed: the panel behind must not do so again


def _not_counted(event: QKeyEvent) -> bool:
    """Whether the key types what no count can hold."""
    return event.text().isalpha() or event.text() in (".", "?")


class VotingPanel(QWidget):
    """`ballot_wanted` asks for the screen on which stakeholders vote themselves."""

    ballot_wanted = Signal()
    closed = Signal()

    def __init__(self, voting: Voting) -> None:
        super().__init__()
        self._voting = voting
        self._ballot: Ballot | None = None
        self._warned = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(gettext("Vote"))
        self._title, self._progress = label("", "section"), label("", "lead", wrap=True)
        self._hint = label("", "danger", wrap=True)
        self._voters = VoterList()
        self._voters.chosen.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self._parts = {VoteWay.COUNTS: self._counts(), VoteWay.NAMED: self._names(), VoteWay.BALLOT: self._laptop()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(label(gettext("V  another way"), "caption"))
        column.addLayout(head)
        column.addLayout(self._ways())
        column.addWidget(self._progress)
        for part in self._parts.values():
            column.addWidget(part)
        column.addWidget(self._hint)
        column.addLayout(self._foot())
        column.addStretch(1)

    @property
    def everyone_answered(self) -> bool:
        """Whether nobody who is present has yet to vote."""
        if self._ballot is None:
            return False
        done, asked = self._voting.progress(self._ballot)
        return 0 < done == asked

    def show_ballot(self, ballot: Ballot) -> None:
        """Shows an open vote as it stands."""
        another = self._ballot is None or ballot.id != self._ballot.id or ballot.way is not self._ballot.way
        self._ballot = ballot
        done, asked = self._voting.progress(ballot)
        again = gettext("The vote is open, round {0}").format(ballot.number)
        self._title.setText(gettext("The vote is open") if ballot.number == 1 else again)
        for way, made in self._buttons.items():
            made.setChecked(way is ballot.way)
            made.setEnabled(not done or way is ballot.way)
        for way, part in self._parts.items():
            part.setVisible(way is ballot.way)
        self._progress.setVisible(ballot.way is not VoteWay.COUNTS)
        self._progress.setText(gettext("{0} of {1} have answered").format(done, asked))
        self._voters.show_people(self._voting.people(ballot), self._voting.has_voted(ballot))
        if another:
            self._warn("")
            self._field.clear()
            restyle(self._field, "invalid", False)

    def take_keys(self) -> None:
        """The keyboard goes where the next vote is typed."""
        counted = self._ballot is not None and self._ballot.way is VoteWay.COUNTS
        (self._field if counted else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, *, surely: bool = False) -> None:
        """Shows what was voted. With people still to answer it asks to be asked again, unless `surely`."""
        ballot = self._ballot
        if ballot is None:
            return
        if ballot.way is VoteWay.COUNTS:
            self._count(ballot)
            return
        done, asked = self._voting.progress(ballot)
        if not done:
            self._warn(gettext("Nobody has voted yet."))
        elif done < asked and not surely and not self._warned:
            text = ngettext(
                "{n} person has not answered yet. Once more reveals the votes.",
                "{n} people have not answered yet. Once more reveals the votes.",
                asked - done,
            ).format(n=asked - done)
            self._warn(text)
        else:
            self._warn("")
            self._voting.reveal(ballot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ballot = Qt.Key(event.key()), self._ballot
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        named = ballot is not None and ballot.way is VoteWay.NAMED
        if ballot is None or not plain:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_V:
            self._next_way(ballot)
        elif key == Qt.Key.Key_R:
            self.reveal(surely=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(ballot)
        elif named and key in VOTE_KEYS:
            self._cast(ballot, VOTE_KEYS[key])
        elif named and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._voters.go(1 if key == Qt.Key.Key_Down else -1)
        elif named and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._take_back(ballot)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.reveal() if key == Qt.Key.Key_PageDown else self.closed.emit()
        # Any other plain key would rate or note behind the open vote.

    def _enter(self, ballot: Ballot) -> None:
        if ballot.way is VoteWay.BALLOT and not self.everyone_answered:
            self.ballot_wanted.emit()
        else:
            self.reveal()

    def _cast(self, ballot: Ballot, answer: Answer) -> None:
        person = self._voters.current
        if person is not None:
            self._voting.cast(ballot, person, answer)
            self._voters.go_on(self._voting.has_voted(ballot))
            self._warn("")

    def _take_back(self, ballot: Ballot) -> None:
        person: Stakeholder | None = self._voters.current
        if person is not None:
            self._voting.take_back(ballot, person)

    def _count(self, ballot: Ballot) -> None:
        try:
            tally = read_counts(self._field.text())
        except Refusal as refusal:
            restyle(self._field, "invalid", True)
            self._field.setToolTip(refusal.said(spoken()))
            self._warn(refusal.said(spoken()))
            show_reason(self._field)
            return
        self._warn("")
        self._voting.count(ballot, tally)

    def _next_way(self, ballot: Ballot) -> None:
        ways = list(VoteWay)
        self._choose(ways[(ways.index(ballot.way) + 1) % len(ways)])

    def _choose(self, way: VoteWay) -> None:
        if self._ballot is not None:
            if self._voting.has_voted(self._ballot) and way is not self._ballot.way:
                self._warn(gettext("Votes have been cast already: take them back first."))
            self._voting.vote_by(way, self._ballot)
            self.take_keys()

    def _warn(self, text: str) -> None:
        self._warned = bool(text)
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def _ways(self) -> QHBoxLayout:
        names = {
            VoteWay.COUNTS: gettext("Hands counted"),
            VoteWay.NAMED: gettext("By name"),
            VoteWay.BALLOT: gettext("At this laptop"),
        }
        line = QHBoxLayout()
        line.setSpacing(8)
        group = QButtonGroup(self)
        self._buttons: dict[VoteWay, QPushButton] = {}
        for way, name in names.items():
            made = button(name, "segment")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(lambda _=False, w=way: self._choose(w))
            group.addButton(made)
            line.addWidget(made)
            self._buttons[way] = made
        line.addStretch(1)
        return line

    def _counts(self) -> QWidget:
        self._field = CountsField(gettext("Counts of votes"), "1 2 4 2")
        self._field.returnPressed.connect(self.reveal)
        hint = gettext("How many voted 0, 1, 2 and 3. A fifth number counts those who do not know. Enter reveals.")
        return _stacked(self._field, label(hint, "caption", wrap=True))

    def _names(self) -> QWidget:
        hint = gettext("0 to 3, or K for not known, for the person marked. ↑ ↓ another person, Backspace takes back.")
        return _stacked(label(hint, "caption", wrap=True), self._voters)

    def _laptop(self) -> QWidget:
        hint = gettext(
            "Stakeholders come to this laptop one after another. The whole window turns into a ballot that shows "
            "nothing of yours; nobody is told afterwards who voted what. Esc brings you back."
        )
        start = button(gettext("Open the ballot"), key="↵")
        start.clicked.connect(self.ballot_wanted)
        start.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return _stacked(label(hint, "caption", wrap=True), start)

    def _foot(self) -> QHBoxLayout:
        reveal = button(gettext("Reveal"), "primary", key="R")
        reveal.clicked.connect(lambda: self.reveal())
        away = button(gettext("Back to the sign"), key="Page Up")
        away.clicked.connect(self.closed)
        line = QHBoxLayout()
        line.addWidget(away)
        line.addStretch(1)
        line.addWidget(reveal)
        return line


def _stacked(*parts: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for part in parts:
        column.addWidget(part)
    return box
