"""An open vote in the console: how the room votes and how many have answered, never what."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.console.diagnose.hand_count import HandCount
from desktop.console.diagnose.vote_foot import VoteFoot, VoteProgress
from desktop.console.diagnose.voter_list import VoterList
from desktop.view_models.voting import Voting, progress_text
from desktop.view_models.workshop.counting import ASKED
from desktop.widgets.flow import Flow
from desktop.widgets.keys import KeyAct, pressed
from desktop.widgets.labels import button, label
from desktop.widgets.parts.hints import key_hints
from desktop.words import gettext, ngettext, spoken
from models.engagement.engagement import Stakeholder
from models.engagement.workshop import Ballot
from models.values.names import vote_way_name
from models.values.terms import Answer, VoteWay
from resources.words import marked

VOTE_KEYS = {
    Qt.Key.Key_0: Answer.NOT_PRESENT,
    Qt.Key.Key_1: Answer.EARLY,
    Qt.Key.Key_2: Answer.ESTABLISHED,
    Qt.Key.Key_3: Answer.SEVERE,
    Qt.Key.Key_K: Answer.NOT_KNOWN,
}


class VotingPanel(QWidget):
    """`ballot_wanted` asks for the screen on which stakeholders vote themselves."""

    ballot_wanted = Signal()
    closed = Signal()
    moved = Signal()
    """Hands go up for another answer."""

    keys = (
        KeyAct(
            "R", marked("In a vote: reveal, without those who are missing"), lambda panel, _: panel.reveal(surely=True)
        ),
        KeyAct("V", marked("In a vote: another way"), lambda panel, _: panel.next_way()),
        KeyAct("Enter", marked("In a vote: open the ballot, the next hands, reveal"), lambda panel, _: panel.enter()),
        KeyAct("PgDown PgUp", marked("In a vote: reveal, put it away"), lambda panel, n: panel.page((1, -1)[n])),
        KeyAct("Up Down", marked("By name: another person"), lambda panel, n: panel.go((-1, 1)[n])),
        KeyAct("0 1 2 3 K", marked("By name: what that person votes"), lambda panel, n: panel.cast(n)),
        KeyAct("Backspace Del", marked("In a vote: take the last answer back"), lambda panel, _: panel.take_back()),
    )

    def __init__(self, voting: Voting) -> None:
        super().__init__()
        self._voting = voting
        self._ballot: Ballot | None = None
        self._warned = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(gettext("Vote"))
        self._title, self.progress = label("", "section"), VoteProgress()
        self.hands = HandCount(voting)
        self._hint = label("", "danger", wrap=True)
        self._voters = VoterList()
        self._voters.chosen.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self._parts = {VoteWay.COUNTS: self.hands, VoteWay.NAMED: self._names(), VoteWay.BALLOT: self._laptop()}
        self._letters = self._by_letter()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._ways())
        for part in (*self._parts.values(), self._letters):
            column.addWidget(part)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.foot = VoteFoot()
        self.hands.warned.connect(self._warn)
        self.hands.moved.connect(self._hands_moved)
        self.hands.field.passed.connect(self.keyPressEvent)
        self.foot.away.connect(self.closed)
        self.foot.back.connect(self.take_back)
        self.foot.early.connect(lambda: self.reveal(surely=True))
        self.foot.reveal.connect(self.enter)

    @property
    def by_hand(self) -> bool:
        """Whether hands are counted."""
        return self._ballot is not None and self._ballot.way is VoteWay.COUNTS

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
        done, _ = self._voting.progress(ballot)
        again = gettext("The vote is open, round {0}").format(ballot.number)
        self._title.setText(gettext("The vote is open") if ballot.number == 1 else again)
        for way, made in self._buttons.items():
            made.setChecked(way is ballot.way)
            made.setEnabled(not done or way is ballot.way)
        for way, part in self._parts.items():
            part.setVisible(way is ballot.way)
        self._letters.setVisible(ballot.way is VoteWay.LETTER)
        self.hands.show_ballot(ballot if ballot.way is VoteWay.COUNTS else None)
        self._voters.show_people(self._voting.people(ballot), self._voting.has_voted(ballot))
        self._show_progress(ballot)
        if another:
            self._warn("")

    def has_keys(self) -> bool:
        """Whether what is typed goes to the vote."""
        typing = self.window().focusWidget()
        return typing is not None and (typing in (self, self.hands.field) or self.isAncestorOf(typing))

    def take_keys(self) -> None:
        """The keyboard goes where the next vote is typed."""
        counted = self.by_hand and self.hands.asked is not None
        (self.hands.field if counted else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, *, surely: bool = False) -> None:
        """Shows what was voted. With people still to answer it asks to be asked again, unless `surely`."""
        ballot = self._ballot
        if ballot is None:
            return
        if ballot.way is VoteWay.COUNTS:
            self.hands.enter(surely=surely)
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
        """Any other plain key would rate or note behind the open vote."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if self._ballot is None or not (pressed(self, self.keys, event) or plain):
            super().keyPressEvent(event)

    def next_way(self) -> None:
        """Another way of voting."""
        if self._ballot is not None:
            self._next_way(self._ballot)

    def enter(self) -> None:
        """Opens the ballot, or reveals."""
        if self._ballot is not None:
            self._enter(self._ballot)

    def go(self, steps: int) -> None:
        """To another person, where votes are entered by name; as for the next two."""
        if self._by_name():
            self._voters.go(steps)

    def cast(self, place: int) -> None:
        """The vote of the person at hand, by its place among `VOTES`."""
        if ballot := self._by_name():
            self._cast(ballot, tuple(VOTE_KEYS.values())[place])

    def take_back(self) -> None:
        """As if the person at hand had not voted, or the last hands had not been counted."""
        if self.by_hand:
            self.hands.take_back()
        elif ballot := self._by_name():
            self._take_back(ballot)

    def _hands_moved(self) -> None:
        if self._ballot is not None:
            self._show_progress(self._ballot)
            self.moved.emit()

    def _show_progress(self, ballot: Ballot) -> None:
        """Of hands, how many answers were asked for; of letters nobody more is."""
        done, asked = self._voting.progress(ballot)
        said = progress_text(ballot, done, asked)
        if self.by_hand:
            done, asked = self.hands.place, len(ASKED)
            said = gettext("{0} of {1} counted").format(done, asked)
        self.progress.show_progress(said, all_in=done >= asked)
        self.foot.show_progress(done, asked)

    def _by_name(self) -> Ballot | None:
        named = self._ballot is not None and self._ballot.way is VoteWay.NAMED
        return self._ballot if named else None

    def page(self, steps: int) -> None:
        """A clicker's on and back: reveal, or put the vote away."""
        if steps > 0:
            self.reveal()
        else:
            self.closed.emit()

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

    def _next_way(self, ballot: Ballot) -> None:
        ways = list(self._parts)
        self._choose(ways[(ways.index(ballot.way) + 1 if ballot.way in ways else 0) % len(ways)])

    def _choose(self, way: VoteWay) -> None:
        if self._ballot is not None:
            if self._voting.has_voted(self._ballot) and way is not self._ballot.way:
                letters = gettext("These answers came by letter: reveal them, then let the room vote again.")
                taken = gettext("Votes have been cast already: take them back first.")
                self._warn(letters if self._ballot.way is VoteWay.LETTER else taken)
            self._voting.vote_by(way, self._ballot)
            self.take_keys()

    def _warn(self, text: str) -> None:
        self._warned = bool(text)
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def _ways(self) -> Flow:
        line = Flow(8)
        line.addWidget(self._title)
        group = QButtonGroup(self)
        self._buttons: dict[VoteWay, QPushButton] = {}
        for way in self._parts:
            made = button(vote_way_name(way, spoken()), "segment")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(lambda _=False, w=way: self._choose(w))
            group.addButton(made)
            line.addWidget(made)
            self._buttons[way] = made
        other = QWidget()
        key_hints((("V", gettext("another way")),), other)
        line.addWidget(other)
        return line

    def _names(self) -> QWidget:
        hint = QWidget()
        keys = (
            ("0 1 2 3", gettext("what the person marked says")),
            ("K", gettext("or that it is not known")),
            ("Up Down", gettext("another person")),
            ("Backspace", gettext("take it back")),
        )
        key_hints(keys, hint)
        return _stacked(hint, self._voters)

    def _laptop(self) -> QWidget:
        hint = gettext(
            "Stakeholders come to this laptop one after another. The whole window turns into a ballot that shows "
            "nothing of yours; nobody is told afterwards who voted what. Esc brings you back."
        )
        start = button(gettext("Open the ballot"), "boxed", key="Enter")
        start.clicked.connect(self.ballot_wanted)
        start.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return _stacked(label(hint, "caption", wrap=True), start)

    def _by_letter(self) -> QWidget:
        hint = gettext(
            "Answered before the meeting, each on a form of their own. Nobody is told who answered what. Enter reveals."
        )
        head = label(vote_way_name(VoteWay.LETTER, spoken()), "strong")
        return _stacked(head, label(hint, "caption", wrap=True))


def _stacked(*parts: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for part in parts:
        column.addWidget(part)
    return box
