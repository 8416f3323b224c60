"""The answer to a warning sign: four levels, not known, does not apply, how well it is backed, and what was voted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.console.diagnose.vote_summary import VoteSummary
from desktop.theme import Theme
from desktop.view_models.diagnosing import Diagnosing
from desktop.widgets.choice_row import ChoiceRow
from desktop.widgets.fields import LineField
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, label, restyle
from desktop.words import gettext, ngettext, spoken
from models.diagnosis.voting import Tally
from models.engagement.engagement import Rating
from models.values.names import confidence_name
from models.values.terms import Answer, Confidence


class AnswerForm(QWidget):
    """Pressing a row asks for that answer; the snapshot decides what is chosen."""

    left = Signal()
    """A field was left with Enter: the page's keys are wanted again."""

    def __init__(self, model: Diagnosing) -> None:
        super().__init__()
        self.model = model
        self.votes = VoteSummary(model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.votes)
        self._rows: dict[Answer, ChoiceRow] = {}
        for answer in Answer:
            if answer.level is not None:
                column.addWidget(self._row(answer, answer.value, answer.level))
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self._row(Answer.NOT_KNOWN, "K", None))
        pair.addWidget(self._row(Answer.DOES_NOT_APPLY, "X", None))
        column.addLayout(pair)
        self._reason = LineField(gettext("Why it does not apply"), gettext("Why does it not apply?"))
        self._reason.typed.connect(self.model.explain)
        self._reason.returnPressed.connect(self.left)
        column.addWidget(self._reason)
        column.addSpacing(8)
        column.addWidget(self._confidence())
        column.addStretch(1)

    def answer(self, answer: Answer) -> None:
        """Sets the answer, and asks why where it does not apply."""
        self.model.rate(answer)
        if answer is Answer.DOES_NOT_APPLY and self._reason.isVisibleTo(self):
            self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_rating(self, theme: Theme) -> None:
        """Shows the agreed answer of the sign on the screen, and what was voted on it."""
        rating, tally = self.model.rating, self.model.voting.revealed(self.model.sign_id)[0]
        self.votes.show_votes()
        self._show_rows(rating, tally, theme)
        skipped = rating is not None and rating.answer is Answer.DOES_NOT_APPLY
        self._reason.setVisible(skipped)
        self._reason.show_text(rating.reason if rating else "")
        restyle(self._reason, "invalid", skipped and not (rating and rating.reason.strip()))
        self._show_trust(rating)

    def _show_rows(self, rating: Rating | None, tally: Tally | None, theme: Theme) -> None:
        sign, levels = self.model.sign, self.model.session.method.levels
        names = {Answer.NOT_KNOWN: gettext("Not known"), Answer.DOES_NOT_APPLY: gettext("Does not apply")}
        for answer, row in self._rows.items():
            chosen = rating is not None and rating.answer is answer
            level = answer.level
            if level is not None:
                votes = self._votes(tally.counts[level]) if tally else ""
                row.show_choice(levels[level], sign.anchors[level], chosen, theme, votes)
            else:
                said = tally is not None and answer is Answer.NOT_KNOWN and tally.not_known > 0
                votes = self._votes(tally.not_known) if tally and said else ""
                row.show_choice(names[answer], "", chosen, theme, votes)

    def _votes(self, count: int) -> str:
        return ngettext("{n} vote", "{n} votes", count).format(n=count) if count else "–"

    def _show_trust(self, rating: Rating | None) -> None:
        has_level = rating is not None and rating.answer.level is not None
        for confidence, made in self._trust.items():
            made.setEnabled(has_level)
            made.setChecked(rating is not None and rating.confidence is confidence)

    def _row(self, answer: Answer, key: str, level: int | None) -> ChoiceRow:
        row = ChoiceRow(key, level)
        row.clicked.connect(lambda: self.answer(answer))
        self._rows[answer] = row
        return row

    def _confidence(self) -> QWidget:
        box = QWidget()
        line = Flow(8, box)
        line.addWidget(label(gettext("How well is it backed?"), "label"))
        tips = {
            Confidence.CLAIMED: ("C", gettext("Somebody said so")),
            Confidence.SEEN: ("S", gettext("We were shown it")),
            Confidence.TESTED: ("T", gettext("It was checked")),
        }
        self._trust: dict[Confidence, QPushButton] = {}
        group = QButtonGroup(box)
        group.setExclusive(False)
        for confidence, (key, tip) in tips.items():
            name = confidence_name(confidence, spoken())
            made = button(name, "segment", key=key, tip=tip)
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, c=confidence: self._trust_pressed(c))
            group.addButton(made)
            line.addWidget(made)
            self._trust[confidence] = made
        return box

    def _trust_pressed(self, confidence: Confidence) -> None:
        self.model.trust(confidence)
        self._show_trust(self.model.rating)
