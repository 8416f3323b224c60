"""The plan hour as a good chair keeps it: one proposal at a time, agreed with owner and date in one breath."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from desktop.console.look import LARGE_FROM, LARGE_SCALE
from desktop.console.page import LOW
from desktop.console.plan.decide.agree_form import AgreeForm
from desktop.console.plan.decide.proposal_card import ProposalCard
from desktop.console.plan.decide.segments import Segments
from desktop.console.plan.decide.triage_side import TriageSide
from desktop.system.emphasis import Piece, Weight
from desktop.theme import Theme
from desktop.view_models.triaging import Line, Triaging, Typed
from desktop.view_models.workshop.pacing import utc_now
from desktop.widgets.flow import TurningLine
from desktop.widgets.labels import label
from desktop.widgets.parts.scale import scaled
from desktop.widgets.parts.scrolled import OwnScroll, scrolled
from desktop.widgets.parts.weighted_line import WeightedLine
from desktop.words import gettext, ngettext, spoken
from models.engagement.people import called
from models.values.numbers import count_word

MOST_LEFT, MOST_RIGHT = 760, 560
"""Pixels across that the proposal and the list beside it take at most, in the type that a wide window has."""
BESIDE, LEAST = 520, (400, 260)
"""Pixels, at a scale of 1, from which they stand side by side; how high each is where they do not."""
BEFORE_FORM = 16
"""Pixels between what is proposed and the fields, where the window is not low."""


class DecideView(QWidget):
    """`moved` says that another proposal is shown, or that owner and date were typed: the room follows."""

    moved = Signal()

    def __init__(self, model: Triaging) -> None:
        super().__init__()
        self.model = model
        self.typed = Typed()
        """Owner and date as far as they are understood, for the room."""
        self.visited = False
        """Whether anybody has come here. Until then the first proposal is shown, whatever comes up before it."""
        self._theme: Theme | None = None
        self._shown = ""
        self.head, self._done = WeightedLine("lead"), label("", "lead", wrap=True)
        """How far it is; stands at the head of the page."""
        self._segments = Segments()
        self.card, self.form = ProposalCard(model.session.method), AgreeForm()
        self.side = TriageSide(model)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.form.agreed.connect(self._agree)
        self.form.rejected.connect(self.reject)
        self.form.left.connect(self.later)
        self.form.typed.connect(self._typed)
        self.side.wanted.connect(self.show_proposal)
        self.side.decided.connect(self._go_on)

    def hasHeightForWidth(self) -> bool:
        """What is in it is scrolled; a layout would take what it asks for as what it needs."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the text needs what parts it from the fields."""
        super().resizeEvent(event)
        larger = LARGE_SCALE if self.window().width() >= LARGE_FROM else 1
        self._proposal.setMaximumWidth(scaled(self, MOST_LEFT / larger))
        self._beside.setMaximumWidth(scaled(self, MOST_RIGHT / larger))
        self._before_form.changeSize(0, BEFORE_FORM if self.window().height() >= LOW else 0)
        self._left.invalidate()

    def refresh(self, theme: Theme) -> None:
        """Draws what is to be decided as it stands."""
        self._theme = theme
        if not self.visited:
            self.model.proposal_id = ""
        line = self.model.shown()
        self._show_head(theme)
        self.side.refresh(theme)
        for part in (self.card, self.form):
            part.setVisible(line is not None)
        self._done.setVisible(line is None and bool(self.model.first()))
        if line is None:
            self._shown = ""
            self._done.setText(gettext("Everything that is called for is decided."))
            return
        self.card.show_proposal(line.proposal, self._place(line), self.model.session.current, theme)
        if line.proposal.id != self._shown:
            self._shown, self.typed = line.proposal.id, Typed()
            if self.form.isAncestorOf(self.window().focusWidget()):
                self.setFocus(Qt.FocusReason.OtherFocusReason)  # what was being said was said of another
            people = called(self.model.session.people())
            target = self.model.session.engagement.pilot.target_date
            self.form.offer(people, self.model.suggested_owner(line.proposal), target)

    def stand_as(self, before: DecideView) -> None:
        """On the same proposal, with the same left for later."""
        self.model.go_on_from(before.model)
        self.visited = before.visited
        self.side.open_as(before.side)

    def show_proposal(self, proposal_id: str) -> None:
        """Shows another proposal."""
        self.model.proposal_id = proposal_id
        self._go_on()

    def step(self, steps: int) -> bool:
        """Shows the next open proposal (1), or the one before (-1); False where there is none."""
        moved = self.model.step(steps)
        if moved:
            self._go_on()
        return moved

    def agree(self) -> None:
        """The keyboard goes to the owner; from there Enter leads on."""
        if self.model.shown() is not None:
            self.form.begin()

    def reject(self) -> None:
        """Decides against what is shown, and goes on."""
        if line := self.model.shown():
            self.model.reject(line.proposal)
            self._go_on()

    def later(self) -> None:
        """Leaves what is shown for later, and goes on."""
        if line := self.model.shown():
            self.model.leave_for_later(line.proposal)
            self._go_on()

    def _agree(self, owner_id: str, due: date | None) -> None:
        if line := self.model.shown():
            self.model.agree(line.proposal, owner_id, due)
            self._go_on()

    def _go_on(self) -> None:
        if self._theme is not None:
            self.refresh(self._theme)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

    def _typed(self, typed: Typed) -> None:
        if typed != self.typed:
            self.typed = typed
            self.moved.emit()

    def _show_head(self, theme: Theme) -> None:
        first = self.model.first()
        agreed, open_ = sum(line.agreed for line in first), sum(line.open for line in first)
        shown = self.model.proposal_id
        self._segments.show_states(
            [2 if line.agreed else 1 if line.proposal.id == shown else 0 if line.open else 3 for line in first], theme
        )
        parts = [gettext("{n} agreed").format(n=agreed), gettext("{n} to go").format(n=open_)]
        self.head.show_pieces(
            self._pieces(parts, len(first)) if first else (Piece(gettext("Nothing is called for yet")),)
        )

    def _pieces(self, parts: list[str], count: int) -> tuple[Piece, ...]:
        """What is done and to do leads; what is left of the time accompanies it."""
        before, _, after = gettext("{parts} of the first {count}").partition("{parts}")
        first = count_word(count, spoken())
        said = [Piece(before.format(count=first)), Piece(gettext(", ").join(parts), Weight.STRONG)]
        said.append(Piece(after.format(count=first)))
        left = self.model.minutes_left(utc_now())
        if left is not None:
            late = ngettext("{n} minute over", "{n} minutes over", -left).format(n=-left)
            still = ngettext("{n} minute left", "{n} minutes left", left).format(n=left)
            time = gettext(", {time}").format(time=still if left >= 0 else late)
            said.append(Piece(time, Weight.MUTED))
        return tuple(piece for piece in said if piece.text)

    def _place(self, line: Line) -> str:
        first = [one.proposal.id for one in self.model.first()]
        if line.proposal.id in first:
            place = gettext("Proposal {n} of {total}").format(n=first.index(line.proposal.id) + 1, total=len(first))
        else:
            place = gettext("One of the rest")
        method = self.model.session.method
        phase = next((p.title for p in method.phases if p.id == line.proposal.phase), "")
        return "  ·  ".join(part for part in (place, phase) if part)

    def _lay_out(self) -> None:
        self._proposal = QWidget()
        self._left = left = QVBoxLayout(self._proposal)
        left.setContentsMargins(0, 0, 0, 0)
        self._before_form = QSpacerItem(0, BEFORE_FORM)
        left.setSpacing(8)
        left.addWidget(self._segments)
        left.addSpacing(12)
        self.card.setObjectName("content")
        left.addWidget(OwnScroll(self.card))
        left.addItem(self._before_form)
        left.addWidget(self.form)
        left.addWidget(self._done)
        left.addStretch(1)
        self.side.setObjectName("content")
        self._beside = scrolled(self.side, on_page=True)
        self._beside.setObjectName("triageSide")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(TurningLine(self._proposal, self._beside, beside=BESIDE, spacing=40, shares=(3, 2), least=LEAST))
