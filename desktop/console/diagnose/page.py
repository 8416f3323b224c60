"""Diagnose: one warning sign at a time, answered or voted on from the keyboard."""

from __future__ import annotations

from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.console.diagnose.answer_form import AnswerForm
from desktop.console.diagnose.ballot_overlay import BallotOverlay
from desktop.console.diagnose.capture_bar import CaptureBar
from desktop.console.diagnose.level_row import OUT
from desktop.console.diagnose.sign_foot import SignFoot
from desktop.console.diagnose.sign_head import SignHead
from desktop.console.diagnose.sign_notes import SignNotes
from desktop.console.diagnose.sign_words import SignWords
from desktop.console.diagnose.voting_panel import VotingPanel
from desktop.console.page import Page, page_column
from desktop.console.steps import Step
from desktop.theme import Theme
from desktop.view_models.diagnosing import Diagnosing
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.attending import Attending
from desktop.widgets.evidence.strip import EVIDENCE_KEYS, EvidenceStrip
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import rule
from desktop.widgets.note_list import WordsEditor
from models.engagement.engagement import Note, Rating, Record, Stakeholder
from models.engagement.evidence import Beside, Evidence
from models.engagement.workshop import Ballot, Vote
from models.values.terms import Answer, Confidence, NoteKind
from resources.words import marked

_ANSWERS = (Answer.NOT_PRESENT, Answer.EARLY, Answer.ESTABLISHED, Answer.SEVERE)
_OTHERWISE = (Answer.NOT_KNOWN, Answer.DOES_NOT_APPLY)
_CONFIDENCE = (Confidence.CLAIMED, Confidence.SEEN, Confidence.TESTED)
_NOTED = (NoteKind.NOTE, NoteKind.EVIDENCE)
_CAPTURED = (NoteKind.PARKED, NoteKind.RETURN, NoteKind.DISSENT, NoteKind.DECISION)


class DiagnosePage(Page):
    """Question, anchors, evidence, whom to ask; the vote, the answer, its confidence and what was said."""

    keys = (
        KeyAct("0 1 2 3", marked("Rate the sign"), lambda page, n: page.answers.answer(_ANSWERS[n])),
        KeyAct("K X", marked("Not known, does not apply"), lambda page, n: page.answers.answer(_OTHERWISE[n])),
        KeyAct("C S T", marked("Claimed, seen, tested"), lambda page, n: page.model.trust(_CONFIDENCE[n])),
        KeyAct("N E", marked("New note, new evidence"), lambda page, n: page.capture(_NOTED[n])),
        KeyAct(
            "P L D O",
            marked("Park, come back to this, dissent, decision"),
            lambda page, n: page.capture(_CAPTURED[n]),
        ),
        KeyAct("R", marked("As last time"), lambda page, _: page.model.as_last_time()),
        KeyAct("U", marked("In a later round: the sign is not asked again"), lambda page, _: page.leave_out()),
        KeyAct("V", marked("Let the room vote"), lambda page, _: page.vote()),
        KeyAct("A", marked("Take the room’s level"), lambda page, _: page.answers.votes.take()),
        KeyAct("G", marked("How it came: agreed aloud, or entered"), lambda page, _: page.model.say_how()),
        KeyAct("H", marked("Everybody is here"), lambda page, _: page.attending.everybody_is_here()),
        KeyAct("W", marked("Words and how to rate"), lambda page, _: page.words.turn()),
        KeyAct("Enter Right PgDown", marked("Next sign"), lambda page, _: page.step(1)),
        KeyAct("Left PgUp", marked("Back"), lambda page, _: page.step(-1)),
        KeyAct("Up Down", marked("The failure mode before, after"), lambda page, n: page.step_mode((-1, 1)[n])),
        *EVIDENCE_KEYS,
    )

    concerns = frozenset({Rating, Note, Evidence, Ballot, Vote, Stakeholder})

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model, self.attending = Diagnosing(session), Attending(session)
        self._revealing = False
        self._marked: frozenset[str] = frozenset()
        self.answers = AnswerForm(self.model)
        self._foot, self.files = SignFoot(), EvidenceStrip(session, self)
        self.bar = CaptureBar(self.model, self._foot)
        self.notes = SignNotes(self.model, self.files, lambda: self.bar.note_id)
        self.words = SignWords(self.model)
        self.panel, self.ballot = VotingPanel(self.model.voting), BallotOverlay(self.model.voting, self)
        self._open: Ballot | None = None
        column = page_column(self, out=OUT)
        column.setSpacing(0)
        self._head = SignHead(self.answers.votes, self.panel.progress, self.answers.votes.more)
        self._map = self._head.map
        column.addLayout(self._head)
        column.addSpacing(4)
        column.addWidget(self.answers)
        column.addLayout(self._below(), 1)
        if (outer := self.layout()) is not None:
            outer.addWidget(self.bar)
        self._connect()

    def stand_as(self, before: Self) -> None:
        self.model.sign_id = before.model.sign_id
        self._open, self._revealing = before._open, before._revealing
        self.panel.hands.go_on_from(before.panel.hands)
        if before.words.unfolded:
            self.words.turn()
        self.refresh()
        self.files.stand_as(before.files)
        self.bar.go_on_from(before.bar)

    def show_place(self, place_id: str) -> None:
        self.show_sign(place_id)

    def show_sign(self, sign_id: str) -> None:
        """Shows another sign, or the same without its vote."""
        self.model.sign_id = sign_id
        self._open, self._revealing = None, False
        self.bar.finish()
        self.moved.emit()
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def capture(self, kind: NoteKind) -> None:
        """A new entry with the cursor in it; "come back to this" is a mark that needs no words."""
        if kind is NoteKind.RETURN:
            self.model.noting.mark_for_return(self.model.sign_id)
        else:
            self.bar.begin(kind)
            self.notes.show_notes()

    def room_page(self, presenter: Presenter) -> RoomPage:
        if self._open is not None:
            return presenter.voting(self._open, self.panel.hands.asked if self.panel.by_hand else None)
        if self.files.shown is not None:
            return presenter.evidence(self.files.shown)
        return presenter.reveal(self.model.sign_id) if self._revealing else presenter.sign(self.model.sign_id)

    def step_out(self) -> bool:
        return self.files.take_from_wall()

    def comes_next(self) -> str:
        following = self.model.following
        return following.title if following is not None and self._open is None else ""

    def step(self, steps: int) -> None:
        """Next or back. An open vote is revealed or put away first; past the last sign the results follow."""
        if self.ballot.isVisible():
            self.ballot.put_away()
        elif self._open is not None:
            self.panel.reveal() if steps > 0 else self._close_vote()
        elif (self._revealing and steps < 0) or self.model.move(steps):
            self.show_sign(self.model.sign_id)
        else:
            self.passed.emit(steps)

    def leave_out(self) -> bool:
        """Leaves the sign out of this round and goes on; False in a first round, and after a vote on it."""
        left = self.model.leave_out()
        if left:
            self.step(1)
        return left

    def vote(self) -> None:
        """Lets the room vote on the sign, once more where it has."""
        self._open, self._revealing = self.model.voting.open(self.model.sign_id), False
        self.refresh()
        self.panel.take_keys()
        self.moved.emit()

    def refresh(self) -> None:
        self._head.show_sign(self.model)
        self._show_answer()
        self._foot.back.setEnabled(self.model.place > 1)
        self._foot.here.show_people(len(self.attending.people()), len(self.attending.not_said()))
        self.bar.show_note()  # what stands at the foot by now says how much room its kinds have
        self.notes.show_notes()
        self.words.show_sign()
        self.files.show_beside(Beside(sign_id=self.model.sign_id))

    def _show_answer(self) -> None:
        self._show_map(anew=True)
        self._show_vote()
        self.answers.show_rating(self.theme, voting=self._open is not None)
        self._show_hands()
        self.notes.show_last_time()

    def refresh_after(self, kinds: frozenset[type[Record]]) -> None:
        if kinds & {Rating, Ballot, Vote, Stakeholder}:
            voting, revealed = self._open is not None, self._revealing
            (self._show_answer if kinds == {Rating} else self.refresh)()
            if self._revealing and not revealed:
                self.answers.grow()
            if (voting, revealed) != (self._open is not None, self._revealing):
                self.moved.emit()
            return
        if Note in kinds and not self.bar.only_typed():
            self._show_map(anew=False)
            self.bar.show_note()
            self.notes.show_notes()
        if Evidence in kinds:
            self.files.refresh()

    @classmethod
    def key_acts(cls) -> tuple[KeyAct, ...]:
        return (*cls.keys, *WordsEditor.keys, *VotingPanel.keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._open is None:
            super().keyPressEvent(event)
        elif not self.ends_field(event):
            self.panel.keyPressEvent(event)

    def take_keys(self) -> None:
        """The keyboard goes to the page, or to the vote that is open."""
        self.bar.finish()
        self.notes.show_notes()
        if self._open is not None:
            self.panel.take_keys()
        else:
            super().take_keys()

    def leave(self) -> None:
        self.ballot.put_away()
        self.files.leave()

    def step_mode(self, steps: int) -> None:
        """To the failure mode after (1) or before (-1)."""
        if self.model.move_mode(steps):
            self.show_sign(self.model.sign_id)

    def _show_map(self, *, anew: bool) -> None:
        """As notes are typed, only where a sign was marked to come back to: each key would draw all signs."""
        marked = self.model.to_return()
        if anew or marked != self._marked:
            self._marked = marked
            self._map.show_map(self.model.map(), self.model.sign_id, self.theme)

    def _show_vote(self) -> None:
        """Follows the open vote of the snapshot: it may have been revealed, or undone."""
        if self._open is not None:
            still = self.model.voting.open_ballot(self.model.sign_id)
            if still is None:
                self._revealing = self.model.voting.revealed(self.model.sign_id)[0] is not None
                self.ballot.put_away()
            self._open = still
        elif self._revealing:
            self._revealing = self.model.voting.revealed(self.model.sign_id)[0] is not None
        voting = self._open is not None
        had_keys = self.panel.has_keys()
        if had_keys and not voting:  # before it goes: Qt would take them to what stands below, and scroll there
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.notes.setVisible(not voting)
        self.panel.setVisible(voting)
        self.panel.progress.setVisible(voting)
        self.bar.show_foot(self.panel.foot, instead=voting)
        if self._open is not None:
            self.panel.show_ballot(self._open)

    def _show_hands(self) -> None:
        by_hand = self._open is not None and self.panel.by_hand
        row = self.answers.show_hands(self.panel.hands.place if by_hand else None, self.theme)
        self.panel.hands.field.stand_in(row)

    def _hands_moved(self) -> None:
        self._show_hands()
        self.panel.take_keys()
        self.moved.emit()

    def _close_vote(self) -> None:
        if self._open is not None:
            ballot, self._open = self._open, None
            self.model.voting.close(ballot)
            self.show_sign(self.model.sign_id)

    def _open_ballot(self) -> None:
        if self._open is not None:
            self.ballot.open(self._open, self.model.sign, self.session.method.levels)

    def _connect(self) -> None:
        self._map.chosen.connect(self.show_sign)
        self.notes.added.connect(self.capture)
        self.bar.kind_wanted.connect(self.capture)
        self.answers.left.connect(self.take_keys)
        self.answers.left_out.connect(self.leave_out)
        self.answers.votes.vote_wanted.connect(self.vote)
        self.answers.votes.level_wanted.connect(self.model.agree_on)
        self.panel.ballot_wanted.connect(self._open_ballot)
        self.panel.closed.connect(self._close_vote)
        self.panel.moved.connect(self._hands_moved)
        self.ballot.left.connect(self.take_keys)
        self.files.moved.connect(self.moved)
        self._foot.stepped.connect(self.step)
        self._foot.here.everybody.connect(self.attending.everybody_is_here)
        self._foot.here.one_by_one.connect(lambda: self.place_wanted.emit(Step.PREPARE, ""))

    def _below(self) -> QVBoxLayout:
        below = QVBoxLayout()
        below.setContentsMargins(OUT, 4, OUT, 0)
        below.setSpacing(6)
        below.addWidget(rule())
        below.addWidget(self.panel)
        below.addWidget(self.notes, 1)
        below.addWidget(self.words)
        return below
