"""The answer to a warning sign: four levels, not known, does not apply, how well it is backed, and what was voted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.console.diagnose.level_row import OUT, Hands, LevelRow, Votes, paint_frame
from desktop.console.diagnose.vote_summary import VoteSummary
from desktop.console.page import LOW
from desktop.system.long_text import as_tip
from desktop.theme import Theme
from desktop.view_models.diagnosing import Diagnosing
from desktop.view_models.workshop.then import is_weaker
from desktop.widgets.fields import LineField
from desktop.widgets.flow import Flow
from desktop.widgets.gliding.glide import Glide
from desktop.widgets.labels import button, label, restyle
from desktop.widgets.parts.bare import reads_as_text
from desktop.widgets.parts.cell import NOT_KNOWN
from desktop.widgets.parts.icons import Icon
from desktop.words import gettext, ngettext, spoken
from models.diagnosis.voting import Tally
from models.engagement.engagement import Rating
from models.values.letters import small
from models.values.names import confidence_name
from models.values.terms import Answer, Confidence


class AnswerForm(QWidget):
    """Pressing a row asks for that answer; the snapshot decides what is chosen. Wider than its column by `OUT`."""

    left = Signal()
    """A field was left with Enter: the page's keys are wanted again."""
    left_out = Signal()
    """The sign is not asked again in this round."""

    def __init__(self, model: Diagnosing) -> None:
        super().__init__()
        self.model = model
        self.votes = VoteSummary(model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._glide = Glide(self)
        self._glide.moved.connect(self._glides)
        self._chosen: tuple[str, int | None] = "", None
        """The sign, and the level that has the frame."""
        self._theme: Theme | None = None
        self._levels = [LevelRow(str(level)) for level in range(len(model.session.method.levels))]
        for answer in Answer:
            if answer.level is not None:
                row = self._levels[answer.level]
                row.clicked.connect(lambda _=False, a=answer: self.answer(a))
                column.addWidget(row)
        self._unknown_row = LevelRow(NOT_KNOWN)
        self._unknown_row.setEnabled(False)
        column.addWidget(self._unknown_row)
        self._reason = reads_as_text(LineField(gettext("Why it does not apply"), gettext("Why does it not apply?")))
        self._reason.typed.connect(self.model.explain)
        self._reason.returnPressed.connect(self.left)
        self._reason.editingFinished.connect(lambda: QTimer.singleShot(0, self, self._judge_reason))
        self._choice = self._further()
        below = QVBoxLayout()
        below.setContentsMargins(0, 6, OUT, 0)
        below.setSpacing(2)
        below.addWidget(self._choice)
        below.addWidget(self._reason)
        self._weaker = QWidget()
        line = QHBoxLayout(self._weaker)
        line.setContentsMargins(OUT, 2, 0, 2)
        line.setSpacing(8)
        self._weaker_text = label("", "strong", wrap=True)
        line.addWidget(Icon("warn"))
        line.addWidget(self._weaker_text, 1)
        below.addWidget(self._weaker)
        column.addLayout(below)

    def answer(self, answer: Answer) -> None:
        """Sets the answer, and asks why where it does not apply."""
        self.model.rate(answer)
        if answer is Answer.DOES_NOT_APPLY and self._reason.isVisibleTo(self):
            self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._judge_reason()

    def show_rating(self, theme: Theme, *, voting: bool) -> None:
        """Shows the agreed answer of the sign on the screen, and what was voted on it: neither while it is voted on."""
        rating = None if voting else self.model.rating
        tally, before = (None, None) if voting else self.model.voting.revealed(self.model.sign_id)
        self.votes.show_votes(voting=voting)
        self._choice.setVisible(not voting)
        self._show_levels(rating, tally, before, theme, voting=voting)
        for answer, made in self._others.items():
            made.setChecked(rating is not None and rating.answer is answer)
        skipped = rating is not None and rating.answer is Answer.DOES_NOT_APPLY
        self._reason.setVisible(skipped)
        self._reason.show_text(rating.reason if rating else "")
        self._judge_reason()
        self._show_trust(rating)

    def _judge_reason(self) -> None:
        """Without a reason it is wanted while the keyboard is in it, and wrong once it was left."""
        lacks = self._reason.isVisibleTo(self) and not self._reason.text().strip()
        restyle(self._reason, "invalid", lacks and not self._reason.hasFocus())

    def grow(self) -> None:
        """What was voted grows from nothing, unless nothing is to move."""
        if not self.model.session.still():
            for row in self._levels:
                row.grow()

    def show_hands(self, counted: int | None, theme: Theme) -> QWidget | None:
        """While hands go up for one answer after another: how many were asked for; None in no such vote.

        Gives the row of the answer that is asked for now.
        """
        rows = [*self._levels, self._unknown_row]
        self._unknown_row.show_choice(gettext("Not known"), "", False, theme, None)
        self._unknown_row.setVisible(counted is not None)
        for place, row in enumerate(rows):
            row.show_hands(None if counted is None else _hands(place, counted))
        return rows[counted] if counted is not None and counted < len(rows) else None

    def _show_levels(
        self, rating: Rating | None, tally: Tally | None, before: Tally | None, theme: Theme, *, voting: bool
    ) -> None:
        sign, names, last = self.model.sign, self.model.session.method.levels, self.model.last_time
        then = self.model.voted_last_time if tally else None
        self._was = gettext("last time: {answer}").format(answer=answer_text(last)) if last else ""
        offered = last is not None and rating is None
        for act in (self._as_before, self._left_out):
            act.setVisible(offered)
        answered = rating is not None and rating.answer is not Answer.DOES_NOT_APPLY
        for part in (self._backed, *self._trust.values()):
            part.setVisible(answered or not (offered or rating))  # what there is to do instead stands in the place
        self._before.setText(self._was if last and last.answer.level is None else "")
        self._before.setVisible(bool(self._before.text()))
        for level, row in enumerate(self._levels):
            chosen = rating is not None and rating.answer.level == level
            row.setEnabled(not voting)
            row.compared = last is not None
            was = self._was if last and last.answer.level == level else ""
            votes = _votes(level, tally, before, then)
            row.show_choice(names[level], sign.anchors[level], chosen, theme, votes, was)
        self._follow(rating.answer.level if rating else None, theme)
        not_known = tally.not_known if tally else 0
        said = _in_words(not_known) if not_known else ""
        self._others[Answer.NOT_KNOWN].setToolTip(as_tip(said))
        self._unknown.setText(said)
        self._unknown.setVisible(bool(said))

    def _follow(self, level: int | None, theme: Theme) -> None:
        """The frame goes from the level that was chosen to the one that is, of one sign and where things may move."""
        (sign_id, before), self._theme = self._chosen, theme
        self._chosen = self.model.sign_id, level
        for row in self._levels:
            row.gliding = False
        if sign_id != self.model.sign_id or None in (before, level) or before == level:
            return
        if before is not None and level is not None and self.isVisible() and not self.model.session.still():
            start, end = (QRectF(self._levels[one].geometry()) for one in (before, level))
            self._levels[level].gliding = True
            self._glide.go(start, end)

    def _glides(self) -> None:
        if self._glide.place is None:
            for row in self._levels:
                row.gliding = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        place = self._glide.place
        if place is not None and self._theme is not None and any(row.gliding for row in self._levels):
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(QColor(self._theme.accent), 2))
                paint_frame(painter, place, self._theme)

    def _show_trust(self, rating: Rating | None) -> None:
        has_level = rating is not None and rating.answer.level is not None
        for confidence, made in self._trust.items():
            made.setEnabled(has_level)
            made.setChecked(rating is not None and rating.confidence is confidence)
        last = self.model.last_time
        weaker = is_weaker(rating, last)
        self._weaker_text.setText("")
        if weaker and rating and rating.confidence and last and last.confidence:
            now, then = confidence_name(rating.confidence, spoken()), small(confidence_name(last.confidence, spoken()))
            self._weaker_text.setText(gettext("{now} is weaker than last time’s {then}.").format(now=now, then=then))
        self._show_weaker()

    def _show_weaker(self) -> None:
        """In a low window there is no line for it."""
        self._weaker.setVisible(bool(self._weaker_text.text()) and self.window().height() >= LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_weaker()

    def _further(self) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        flow = Flow(4)
        self._others: dict[Answer, QPushButton] = {}
        names = {Answer.NOT_KNOWN: gettext("Not known"), Answer.DOES_NOT_APPLY: gettext("Does not apply")}
        for answer, key in ((Answer.NOT_KNOWN, "K"), (Answer.DOES_NOT_APPLY, "X")):
            made = button(names[answer], "segment", key=key)
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, a=answer: self._pressed(a))
            self._others[answer] = made
            flow.addWidget(made)
        self._unknown = label("", "caption")
        flow.addWidget(self._unknown)
        self._backed = label(gettext("How well backed"), "label")
        self._backed.setContentsMargins(8, 0, 4, 0)
        flow.add_head(self._backed)
        self._add_trust(flow)
        self._before = label("", "caption")
        flow.addWidget(self._before)
        self._as_before = button(gettext("As last time"), key="R")
        self._as_before.clicked.connect(self.model.as_last_time)
        line.addLayout(flow, 1)
        self._left_out = button(gettext("Not asked again"), key="U")
        self._left_out.clicked.connect(self.left_out)
        again = QHBoxLayout()
        again.setSpacing(4)
        for act in (self._as_before, self._left_out):
            again.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(again)
        line.addLayout(self.votes.acts, 0)
        return box

    def _add_trust(self, line: Flow) -> None:
        tips = {
            Confidence.CLAIMED: ("C", gettext("Somebody said so")),
            Confidence.SEEN: ("S", gettext("We were shown it")),
            Confidence.TESTED: ("T", gettext("It was checked")),
        }
        self._trust: dict[Confidence, QPushButton] = {}
        group = QButtonGroup(self)
        group.setExclusive(False)
        for confidence, (key, tip) in tips.items():
            made = button(confidence_name(confidence, spoken()), "segment", key=key, tip=tip)
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, c=confidence: self._trust_pressed(c))
            group.addButton(made)
            line.addWidget(made)
            self._trust[confidence] = made

    def _pressed(self, answer: Answer) -> None:
        self.answer(answer)
        rating = self.model.rating
        self._others[answer].setChecked(rating is not None and rating.answer is answer)

    def _trust_pressed(self, confidence: Confidence) -> None:
        self.model.trust(confidence)
        self._show_trust(self.model.rating)


def answer_text(last: Rating) -> str:
    """As in "3, tested"."""
    names = {Answer.NOT_KNOWN: gettext("not known"), Answer.DOES_NOT_APPLY: gettext("does not apply")}
    said = names.get(last.answer, last.answer.value)
    if last.confidence:
        said = f"{said}, {small(confidence_name(last.confidence, spoken()))}"
    return said


def _hands(place: int, counted: int) -> Hands:
    if place == counted:
        return Hands.ASKED
    return Hands.COUNTED if place < counted else Hands.TO_COME


def _votes(level: int, tally: Tally | None, before: Tally | None, then: Tally | None) -> Votes | None:
    if tally is None:
        return None
    total = sum(tally.counts) + tally.not_known
    asked = sum(before.counts) + before.not_known if before else 0
    share = before.counts[level] / asked if before and asked else None
    last_time = (then.counts[level], then.answers) if then and then.answers else None
    return Votes(tally.counts[level], total, share, _in_words(tally.counts[level]), last_time)


def _in_words(count: int) -> str:
    return ngettext("{n} vote", "{n} votes", count).format(n=count) if count else ""
