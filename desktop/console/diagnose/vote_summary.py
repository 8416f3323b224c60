"""How the answer to a warning sign came about: the room's level and how far it agrees, or that it was entered; and the
way into a vote.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.system.long_text import as_tip
from desktop.view_models.diagnosing import Diagnosing
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, label
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.words import gettext, ngettext, spoken
from models.diagnosis.vote_words import agreement_text, level_text, movement_text
from models.diagnosis.voting import Tally, consensus, proposed_level
from models.values.names import group_name
from models.values.numbers import with_marks


class VoteSummary(QWidget):
    """`vote_wanted` opens a vote, `level_wanted` carries the proposed level: the facilitator decides.

    `acts` and `more`, what moved and who differs, stand elsewhere on the page.
    """

    vote_wanted = Signal()
    level_wanted = Signal(int)

    def __init__(self, model: Diagnosing) -> None:
        super().__init__()
        self._model = model
        self._proposed: int | None = None
        self._said, self._level = label("", "caption"), label("", "figure")
        self._how = label("", "agreed")
        self.more = label("", "caption", wrap=True)
        tip = gettext("How the answer came about: agreed aloud, or entered at the desk")
        self._came = button("", tip=tip, edge="right")
        self._came.clicked.connect(model.say_how)
        self._vote = button(gettext("Let the room vote"), "quiet", key="V")
        self._take = button(gettext("Take the room’s level"), "quiet")
        self._vote.clicked.connect(self.vote_wanted)
        self._take.clicked.connect(self.take)
        self.acts = Flow(4)
        for made in (self._take, self._vote):
            self.acts.addWidget(made)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch(1)
        line.addWidget(self._said, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self._level)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        for part in (self._how, self._came):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        self.more.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._said.setContentsMargins(0, 0, 0, 6)

    def show_votes(self, *, voting: bool) -> None:
        """Of the sign on the screen; nothing while it is voted on again."""
        sign_id = self._model.sign_id
        tally, before = (None, None) if voting else self._model.voting.revealed(sign_id)
        self._proposed = proposed_level(tally) if tally else None
        self._vote.setText(f"{self._may_vote(tally)}{BEFORE_KEY}V")
        rating = self._model.rating
        stands = rating is not None and rating.answer.level == self._proposed
        self._take.setVisible(self._proposed is not None and not stands)
        self._take.setText(gettext("Take level {0}").format(self._proposed) + f"{BEFORE_KEY}A")
        level = level_text(tally, spoken()) if tally else ""
        by_letter = self._model.voting.by_letter(sign_id)
        then = self._model.voted_last_time if tally else None
        was = level_text(then, spoken()) if then else ""
        said = gettext("By letter: level") if by_letter else gettext("The room: level")
        self._said.setText(gettext("was {level} →").format(level=was) if was else said)
        self._level.setText(level)
        for part in (self._said, self._level):
            part.setVisible(bool(level))
        self._show_agreement(tally, before, outlined=then is not None)
        self._show_came(voting=voting)

    def _may_vote(self, tally: Tally | None) -> str:
        if self._model.voting.open_ballot(self._model.sign_id):
            return gettext("Go on with the vote")
        return gettext("Vote again") if tally else gettext("Let the room vote")

    def _show_agreement(self, tally: Tally | None, before: Tally | None, *, outlined: bool) -> None:
        """`outlined`: the bars have the last time's around them, which is said."""
        how, more = "", []
        if tally:
            votes = ngettext("{n} vote", "{n} votes", tally.answers).format(n=tally.answers)
            agreed = agreement_text(tally, self._model.session.method.rules.agreement, spoken())
            how = "  ·  ".join(part for part in (votes, agreed) if part)
            more = [gettext("outlined: last time") if outlined else "", movement_text(before, tally, spoken())]
        groups = self._model.voting.groups(self._model.sign_id) if tally else []
        more += [
            gettext("{0} {1}").format(group_name(group, spoken()), with_marks(f"{level:.1f}", spoken()))
            for group, level in groups
        ]
        text = "  ·  ".join(part for part in more if part)
        self._how.setText(how)
        self._how.setToolTip(as_tip(self._figure(tally) if tally else ""))
        self._how.setVisible(bool(how))
        self.more.setText(text)
        self.more.setVisible(bool(text))

    def _show_came(self, *, voting: bool) -> None:
        came = self._model.came()
        self._came.setVisible(self._model.may_say_how() and not voting)
        self.setVisible(self._how.isVisibleTo(self) or self._came.isVisibleTo(self))
        self._came.setText(f"{came}{BEFORE_KEY}G")
        self._came.setAccessibleName(came)

    def take(self) -> None:
        """Asks for the level next to the room's median."""
        if self._proposed is not None:
            self.level_wanted.emit(self._proposed)

    def _figure(self, tally: Tally) -> str:
        """What is behind the words of how far the room agrees."""
        agreed = consensus(tally.counts)
        text = gettext("Agreement {0}: 0 is half at each end, 1 is all the same (Tastle and Wierman).")
        return "" if agreed is None else text.format(with_marks(f"{agreed:.2f}", spoken()))
