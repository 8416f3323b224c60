"""Diagnose: one warning sign at a time, answered from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.console.page import Page, page_column
from desktop.theme import Theme
from desktop.view_models.diagnosing import Diagnosing
from desktop.view_models.presenting import Presenter
from desktop.view_models.room import RoomPage
from desktop.view_models.session import EngagementSession
from desktop.widgets.choice_row import ChoiceRow
from desktop.widgets.fields import LineField
from desktop.widgets.labels import button, label, restyle
from desktop.widgets.note_list import NoteList
from desktop.widgets.sign_map import SignMap
from desktop.wording import group_name
from models.engagement import Answer, Confidence, Note, NoteKind, Rating, Record

_ANSWER_KEYS = {
    Qt.Key.Key_0: Answer.NOT_PRESENT,
    Qt.Key.Key_1: Answer.EARLY,
    Qt.Key.Key_2: Answer.ESTABLISHED,
    Qt.Key.Key_3: Answer.SEVERE,
    Qt.Key.Key_K: Answer.NOT_KNOWN,
    Qt.Key.Key_X: Answer.DOES_NOT_APPLY,
}
_CONFIDENCE_KEYS = {
    Qt.Key.Key_C: Confidence.CLAIMED,
    Qt.Key.Key_S: Confidence.SEEN,
    Qt.Key.Key_T: Confidence.TESTED,
}
_NEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)


class DiagnosePage(Page):
    """Question, anchors, evidence, whom to ask; the answer, its confidence and what was said."""

    concerns = frozenset({Rating, Note})

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__(session, theme)
        self.model = Diagnosing(session)
        column = page_column(self, self._foot())
        column.setSpacing(12)
        self._map = SignMap()
        self._map.chosen.connect(self.show_sign)
        column.addWidget(self._map)
        column.addSpacing(8)
        self._kicker = label("", "kicker")
        self._question = label("", "title", wrap=True)
        self._sign = label("", "muted", wrap=True)
        head = QVBoxLayout()
        head.setSpacing(4)
        for part in (self._kicker, self._question, self._sign):
            head.addWidget(part)
        column.addLayout(head)
        columns = QHBoxLayout()
        columns.setSpacing(40)
        columns.addLayout(self._answers(), 3)
        columns.addLayout(self._beside(), 2)
        column.addLayout(columns)
        column.addStretch(1)

    def show_sign(self, sign_id: str) -> None:
        """Shows another sign."""
        self.model.sign_id = sign_id
        self.refresh()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

    def room_page(self, presenter: Presenter) -> RoomPage:
        return presenter.sign(self.model.sign_id)

    def step(self, steps: int) -> None:
        """Next or back; past the last sign the results follow."""
        if self.model.move(steps):
            self.show_sign(self.model.sign_id)
        elif steps > 0:
            self.finished.emit()

    def add_note(self, kind: NoteKind) -> None:
        """Opens a new entry and puts the cursor in it."""
        note_id = self.model.noting.add(kind, self.model.sign_id)
        self._lists[kind].edit_note(note_id)

    def refresh(self) -> None:
        model, sign = self.model, self.model.sign
        self._map.show_map(model.map(), sign.id, self.theme)
        place = self.tr("Warning sign {0} of {1}").format(model.place, model.total)
        self._kicker.setText(f"{place}  ·  {model.mode.title}")
        self._question.setText(sign.question)
        self._sign.setText(self.tr("Warning sign: {0}").format(sign.title))
        self._show_answers(model.rating)
        self._ask.setText(", ".join(group_name(g) for g in sign.ask).capitalize())
        self._evidence.setText("\n".join(f"–  {item}" for item in sign.evidence))
        self._show_notes()
        self._back.setEnabled(model.place > 1)

    def refresh_after(self, kinds: frozenset[type[Record]]) -> None:
        if Rating in kinds:
            self.refresh()
        else:
            self._show_notes()

    def _show_notes(self) -> None:
        for kind, notes in self._lists.items():
            notes.show_notes(self.model.notes(kind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and key in _ANSWER_KEYS:
            self._answer(_ANSWER_KEYS[key])
        elif plain and key in _CONFIDENCE_KEYS:
            self.model.trust(_CONFIDENCE_KEYS[key])
        elif plain and key in (Qt.Key.Key_N, Qt.Key.Key_E):
            self.add_note(NoteKind.NOTE if key == Qt.Key.Key_N else NoteKind.EVIDENCE)
        elif plain and key in _NEXT + _BACK:
            self.step(1 if key in _NEXT else -1)
        elif key == Qt.Key.Key_Escape:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _answer(self, answer: Answer) -> None:
        self.model.rate(answer)
        if answer is Answer.DOES_NOT_APPLY and self._reason.isVisibleTo(self):
            self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _answers(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self._rows: dict[Answer, ChoiceRow] = {}
        for answer in Answer:
            if answer.level is None:
                continue
            column.addWidget(self._row(answer, answer.value, answer.level))
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self._row(Answer.NOT_KNOWN, "K", None))
        pair.addWidget(self._row(Answer.DOES_NOT_APPLY, "X", None))
        column.addLayout(pair)
        self._reason = LineField(self.tr("Why it does not apply"), self.tr("Why does it not apply?"))
        self._reason.typed.connect(self.model.explain)
        self._reason.returnPressed.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        column.addWidget(self._reason)
        column.addSpacing(8)
        column.addWidget(self._confidence())
        column.addStretch(1)
        return column

    def _row(self, answer: Answer, key: str, level: int | None) -> ChoiceRow:
        row = ChoiceRow(key, level)
        row.clicked.connect(lambda: self._answer(answer))
        self._rows[answer] = row
        return row

    def _confidence(self) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(label(self.tr("How well is it backed?"), "label"))
        names = {
            Confidence.CLAIMED: (self.tr("Claimed"), "C", self.tr("Somebody said so")),
            Confidence.SEEN: (self.tr("Seen"), "S", self.tr("We were shown it")),
            Confidence.TESTED: (self.tr("Tested"), "T", self.tr("It was checked")),
        }
        self._trust: dict[Confidence, QPushButton] = {}
        group = QButtonGroup(box)
        group.setExclusive(False)
        for confidence, (name, key, tip) in names.items():
            made = button(name, "segment", key=key, tip=tip)
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, c=confidence: self._trust_pressed(c))
            group.addButton(made)
            line.addWidget(made)
            self._trust[confidence] = made
        line.addStretch(1)
        return box

    def _trust_pressed(self, confidence: Confidence) -> None:
        self.model.trust(confidence)
        self._show_answers(self.model.rating)

    def _show_answers(self, rating: Rating | None) -> None:
        sign, levels = self.model.sign, self.session.method.levels
        for answer, row in self._rows.items():
            chosen = rating is not None and rating.answer is answer
            if answer.level is not None:
                row.show_choice(levels[answer.level], sign.anchors[answer.level], chosen, self.theme)
            elif answer is Answer.NOT_KNOWN:
                row.show_choice(self.tr("Not known"), "", chosen, self.theme)
            else:
                row.show_choice(self.tr("Does not apply"), "", chosen, self.theme)
        skipped = rating is not None and rating.answer is Answer.DOES_NOT_APPLY
        self._reason.setVisible(skipped)
        self._reason.show_text(rating.reason if rating else "")
        restyle(self._reason, "invalid", skipped and not (rating and rating.reason.strip()))
        has_level = rating is not None and rating.answer.level is not None
        for confidence, made in self._trust.items():
            made.setEnabled(has_level)
            made.setChecked(rating is not None and rating.confidence is confidence)

    def _beside(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        self._ask, self._evidence = label(wrap=True), label(wrap=True)
        column.addWidget(label(self.tr("Whom to ask"), "label"))
        column.addWidget(self._ask)
        column.addSpacing(12)
        column.addWidget(label(self.tr("Evidence to ask for"), "label"))
        column.addWidget(self._evidence)
        column.addSpacing(16)
        texts = {
            NoteKind.NOTE: (self.tr("Notes"), self.tr("New note"), "N"),
            NoteKind.EVIDENCE: (self.tr("Evidence seen"), self.tr("New evidence"), "E"),
        }
        self._lists: dict[NoteKind, NoteList] = {}
        noting = self.model.noting
        for kind, (title, add, key) in texts.items():
            notes = NoteList(title, add, key, noting.write, noting.share, noting.remove)
            notes.added.connect(lambda k=kind: self.add_note(k))
            self._lists[kind] = notes
            column.addWidget(notes)
            column.addSpacing(8)
        column.addStretch(1)
        return column

    def _foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._back = button(self.tr("Back"), key="←")
        self._back.clicked.connect(lambda: self.step(-1))
        forward = button(self.tr("Next"), "primary", key="↵")
        forward.clicked.connect(lambda: self.step(1))
        line.addWidget(self._back)
        line.addStretch(1)
        line.addWidget(forward)
        return line
