"""Where each failure mode stands, the worst first, and why."""

from __future__ import annotations

from textwrap import fill

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.results.mode_row import ModeHead, ModeLine, ModeRow
from desktop.system.long_text import with_numbers_kept
from desktop.theme import Theme
from desktop.view_models.noting import Noting
from desktop.view_models.room.diagnosis import TINTS, results_page
from desktop.view_models.session import EngagementSession
from desktop.widgets.labels import button, clear, label
from desktop.widgets.level_mark import LevelMark
from desktop.widgets.note_list import NoteList
from desktop.words import gettext, spoken
from models.diagnosis.diagnosis import (
    ModeResult,
    confidence_text,
    coverage_text,
    mode_results,
    why_this_number,
    worst_first,
)
from models.diagnosis.voting import was_asked
from models.statements.standing import sign_text, what_decides
from models.statements.votes import came_text
from models.values.names import confidence_name
from models.values.sought import the_first
from models.values.terms import Answer, NoteKind

READS_WELL = 860
"""Pixels: in longer lines the eye loses its place."""
LINE = 84
"""Letters in a line of a button that names a sign, in the smallest window."""


class ModesView(QWidget):
    """One table; a mode opens in place to the sum behind its index and to the signs it is made of."""

    sign_wanted = Signal(str)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self.session = session
        self._explained: set[str] = set()
        self._rows: dict[str, ModeRow] = {}
        most = max(len(mode.signs) for mode in session.method.modes)
        self._head, self._most = ModeHead(most, results_page(session).signs_head), most
        self._modes = QVBoxLayout()
        self._modes.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._modes)
        column.addSpacing(20)
        column.addWidget(self._notes_on_the_whole())
        column.addStretch(1)

    def refresh(self, theme: Theme) -> None:
        """Draws the ratings and the notes as they stand."""
        self.show_notes()
        self._head.show_theme(theme)
        results = worst_first(mode_results(self.session.method, self.session.current))
        at = next((mode_id for mode_id, row in self._rows.items() if row.hasFocus()), "")
        clear(self._modes)
        self._rows = {}
        for result in results:
            self._add_mode(result, theme)
        if at in self._rows:
            self._rows[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_notes(self) -> None:
        """What was said about the pilot as a whole."""
        self._notes.show_notes(self.session.current.notes_on("", NoteKind.NOTE))

    def step_out(self) -> bool:
        """Closes the explanations; False where none is open."""
        open_ = [row for row in self._rows.values() if row.isChecked()]
        for row in open_:
            row.setChecked(False)
        return bool(open_)

    def _notes_on_the_whole(self) -> NoteList:
        noting = Noting(self.session)
        self._notes = NoteList(gettext("About the pilot as a whole"), gettext("New note"), "", noting)
        self._notes.setMaximumWidth(READS_WELL)
        self._notes.added.connect(lambda: self._notes.edit_note(noting.add(NoteKind.NOTE)))
        return self._notes

    def _add_mode(self, result: ModeResult, theme: Theme) -> None:
        mode_id = result.mode_id
        row, explanation = ModeRow(self._line(result), self._most, theme), self._explanation(result, theme)
        row.setChecked(mode_id in self._explained)
        explanation.setVisible(mode_id in self._explained)
        row.toggled.connect(lambda shown: self._explain(mode_id, shown, explanation))
        self._rows[mode_id] = row
        self._modes.addWidget(row)
        self._modes.addWidget(explanation)

    def _line(self, result: ModeResult) -> ModeLine:
        words, method, current = self.session.words, self.session.method, self.session.current
        mode = the_first(m for m in method.modes if m.id == result.mode_id)
        found = what_decides(method, current, result)
        nothing = gettext("Nobody knows yet.") if any(result.answers.values()) else gettext("Not asked yet.")
        backed = found.confidence if found else None
        return ModeLine(
            name=mode.short,
            index=result.shown_index,
            band=result.band.name_in(words),
            tint=TINTS[result.band],
            known=None if result.index is None else float(result.index),
            lowest=float(result.lowest),
            highest=float(result.highest),
            signs=tuple(answer.mark if answer else "" for answer in result.answers.values()),
            coverage=coverage_text(result, words),
            decides=found.text if found else nothing,
            backed=confidence_name(backed, spoken()) if backed else "",
        )

    def _explain(self, mode_id: str, shown: bool, explanation: QWidget) -> None:
        self._explained = self._explained | {mode_id} if shown else self._explained - {mode_id}
        explanation.setVisible(shown)

    def _explanation(self, result: ModeResult, theme: Theme) -> QWidget:
        """The formula and, as its inputs, every sign with its answer, to press and go to."""
        box = QFrame()
        box.setObjectName("opened")
        column = QVBoxLayout(box)
        column.setContentsMargins(21, 8, 16, 12)
        column.setSpacing(4)
        for sign_id, answer in result.answers.items():
            column.addLayout(self._sign(sign_id, answer, theme))
        column.addSpacing(4)
        detail = coverage_text(result, self.session.words)
        if backing := confidence_text(result, self.session.words):
            detail = gettext("{0}. Backed by: {1}").format(detail, backing)
        for sentence in why_this_number(result, self.session.words):
            column.addWidget(label(sentence, wrap=True))
        column.addWidget(label(with_numbers_kept(detail), "caption", wrap=True))
        return box

    def _sign(self, sign_id: str, answer: Answer | None, theme: Theme) -> QHBoxLayout:
        came = came_text(self.session.current, sign_id, self.session.words)
        said = "  ·  ".join(part for part in (with_numbers_kept(self._answered(sign_id, answer)), came) if part)
        text = fill(f"{sign_text(self.session.method.sign(sign_id), answer)}: {said}", LINE)
        go = button(text, "line", tip=gettext("Go to this sign"))
        go.clicked.connect(lambda: self.sign_wanted.emit(sign_id))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(LevelMark.of_answer(answer, theme))
        line.addWidget(go)
        line.addStretch(1)
        return line

    def _answered(self, sign_id: str, answer: Answer | None) -> str:
        if answer is None:
            asked = was_asked(self.session.current, sign_id)
            return gettext("voted on, not answered yet") if asked else gettext("not asked yet")
        if answer.level is not None:
            return f"{answer.level} {self.session.method.levels[answer.level]}"
        return gettext("not known") if answer is Answer.NOT_KNOWN else gettext("does not apply")
