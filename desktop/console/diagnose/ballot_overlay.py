"""The ballot at the laptop: it covers the whole console, so that whoever votes sees the question and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.diagnose.voter_list import voter_name
from desktop.console.diagnose.voting_panel import VOTE_KEYS
from desktop.system.long_text import breakable, shortened
from desktop.view_models.voting import Voting
from desktop.widgets.key_meaning import as_meant
from desktop.widgets.labels import clear, label
from desktop.widgets.overlay import Overlay
from desktop.words import gettext
from models.engagement.workshop import Ballot
from models.method.method import WarningSign

LONGEST_NAME = 80
"""Characters of a name or a role."""


class BallotOverlay(Overlay):
    """One stakeholder after another; what was pressed is not shown to the next."""

    left = Signal()

    def __init__(self, voting: Voting, page: QWidget) -> None:
        super().__init__(page)
        self._voting, self._page = voting, page
        self._ballot: Ballot | None = None
        self._at = 0
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(gettext("Ballot"))
        self._question = label("", "title", wrap=True)
        self._anchors = QGridLayout()
        self._anchors.setHorizontalSpacing(16)
        self._anchors.setVerticalSpacing(8)
        self._person, self._role = label("", "display", wrap=True), label("", "lead", wrap=True)
        self._how, self._thanks = label("", "lead", wrap=True), label("", "muted", wrap=True)
        foot = label(gettext("↑ ↓  another person     Esc  back to the facilitator"), "caption")
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addStretch(1)
        for part in (self._thanks, self._person, self._role):
            middle.addWidget(part)
        middle.addSpacing(24)
        middle.addWidget(self._question)
        middle.addSpacing(8)
        middle.addLayout(self._anchors)
        middle.addSpacing(24)
        middle.addWidget(self._how)
        middle.addStretch(2)
        middle.addWidget(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(48, 32, 48, 24)
        row.addStretch(1)
        row.addLayout(middle, 8)
        row.addStretch(1)
        self.hide()

    def open(self, ballot: Ballot, sign: WarningSign, levels: tuple[str, ...]) -> None:
        """Covers the window and asks whoever has not voted."""
        self._ballot = ballot
        self._question.setText(sign.question)
        clear(self._anchors)
        for row, (level, anchor) in enumerate(zip(levels, sign.anchors, strict=True)):
            self._anchors.addWidget(label(str(row), "figure"), row, 0)
            self._anchors.addWidget(label(level, "section"), row, 1)
            self._anchors.addWidget(label(anchor, "lead", wrap=True), row, 2)
        self._anchors.setColumnStretch(2, 1)
        self._thanks.setText("")
        self._go_on()
        self.cover(self._page.window())
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Uncovers the window."""
        if not self.isHidden():
            self.uncover(self._page.window())
            self.setParent(self._page)
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the ballot here: it must uncover the console, not hold the room."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and as_meant(event).key() in (Qt.Key.Key_Escape, Qt.Key.Key_Period, Qt.Key.Key_B)
        ):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Nothing behind the ballot may be reached."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(as_meant(event).key())
        if key == Qt.Key.Key_Escape:
            self.put_away()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._choose(1 if key == Qt.Key.Key_Down else -1)
        elif key in VOTE_KEYS:
            self._vote(key)

    def _vote(self, key: Qt.Key) -> None:
        people = self._voting.people(self._ballot) if self._ballot else ()
        if self._ballot is None or not people or self._done():
            return
        self._voting.cast(self._ballot, people[self._at], VOTE_KEYS[key])
        self._thanks.setText(gettext("Thank you, {0}.").format(shortened(voter_name(people[self._at]), LONGEST_NAME)))
        self._go_on()

    def _done(self) -> bool:
        done, asked = self._voting.progress(self._ballot) if self._ballot else (0, 0)
        return done >= asked

    def _go_on(self) -> None:
        """To the next who has not voted."""
        if self._ballot is None:
            return
        voted = self._voting.has_voted(self._ballot)
        waiting = [n for n, person in enumerate(self._voting.people(self._ballot)) if person.id not in voted]
        self._at = next((n for n in waiting if n >= self._at), waiting[0] if waiting else 0)
        self._show()

    def _choose(self, steps: int) -> None:
        people = self._voting.people(self._ballot) if self._ballot else ()
        if people and not self._done():
            self._at = (self._at + steps) % len(people)
            self._show()

    def _show(self) -> None:
        people = self._voting.people(self._ballot) if self._ballot else ()
        if not people:
            self._say(gettext("Nobody is marked as present"))
            self._how.setText(gettext("Under Prepare, mark who is in the room."))
        elif self._done():
            self._say(gettext("Everyone has voted"))
            self._how.setText(gettext("The facilitator goes on with Esc."))
        else:
            person = people[self._at]
            role = person.role if person.name else ""
            self._say(shortened(person.name or person.role, LONGEST_NAME), shortened(role, LONGEST_NAME))
            again = self._ballot is not None and person.id in self._voting.has_voted(self._ballot)
            ask = gettext("Press 0, 1, 2 or 3, or K if you do not know. Nobody sees your answer.")
            more = gettext("You have answered already: another key replaces your answer.")
            self._how.setText(f"{ask} {more}" if again else ask)

    def _say(self, large: str, small: str = "") -> None:
        self._person.setText(breakable(large))
        self._role.setText(breakable(small))
        self._role.setVisible(bool(small))
