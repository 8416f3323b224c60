"""How the answer to a warning sign came about, in a few lines above the answers; and the way into a vote."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.view_models.diagnosing import Diagnosing
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, label
from desktop.words import gettext, ngettext, spoken
from models.diagnosis.vote_words import agreement_text, level_text, movement_text
from models.diagnosis.voting import Tally, consensus, proposed_level
from models.values.names import group_name


class VoteSummary(QWidget):
    """`vote_wanted` opens a vote, `level_wanted` carries the proposed level: the facilitator decides."""

    vote_wanted = Signal()
    level_wanted = Signal(int)

    def __init__(self, model: Diagnosing) -> None:
        super().__init__()
        self._model = model
        self._proposed: int | None = None
        self._said, self._more = label(), label("", "caption", wrap=True)
        tip = gettext("How the answer came about: agreed aloud, or entered at the desk")
        self._came = button("", "quiet", tip=tip, edge="left")
        self._came.clicked.connect(model.say_how)
        self._vote = button(gettext("Let the room vote"), "quiet", key="V", edge="right")
        self._take = button(gettext("Take the room’s level"), "quiet")
        self._vote.clicked.connect(self.vote_wanted)
        self._take.clicked.connect(self.take)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._came)
        line.addWidget(self._said, 1)
        acts = Flow(4)
        for made in (self._take, self._vote):
            acts.addWidget(made)
        line.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._more)

    def show_votes(self) -> None:
        """Of the sign on the screen."""
        sign_id = self._model.sign_id
        tally, before = self._model.voting.revealed(sign_id)
        self._proposed = proposed_level(tally) if tally else None
        self._vote.setText((gettext("Vote again") if tally else gettext("Let the room vote")) + "   V")
        self._take.setVisible(self._proposed is not None)
        self._take.setText(gettext("Take level {0}").format(self._proposed) + "   A")
        level = level_text(tally) if tally else ""
        by_letter = self._model.voting.by_letter(sign_id)
        said = gettext("By letter: level {0}") if by_letter else gettext("The room: level {0}")
        self._said.setText(said.format(level) if level else "")
        self._more.setToolTip(self._figure(tally) if tally else "")
        self._show_came()
        more = []
        if tally:
            votes = ngettext("{n} vote", "{n} votes", tally.answers).format(n=tally.answers)
            rule = self._model.session.method.rules.agreement
            more += [votes, agreement_text(tally, rule, spoken()), movement_text(before, tally, spoken())]
        groups = self._model.voting.groups(sign_id) if tally else []
        more += [gettext("{0} {1}").format(group_name(group, spoken()), f"{level:.1f}") for group, level in groups]
        text = "  ·  ".join(part for part in more if part)
        self._more.setText(text)
        self._more.setVisible(bool(text))

    def _show_came(self) -> None:
        came = self._model.came()
        self._came.setVisible(self._model.may_say_how())
        self._came.setText(f"{came}   G")
        self._came.setAccessibleName(came)

    def take(self) -> None:
        """Asks for the level next to the room's median."""
        if self._proposed is not None:
            self.level_wanted.emit(self._proposed)

    def _figure(self, tally: Tally) -> str:
        """What is behind the words of how far the room agrees."""
        agreed = consensus(tally.counts)
        text = gettext("Agreement {0}: 0 is half at each end, 1 is all the same (Tastle and Wierman).")
        return "" if agreed is None else text.format(f"{agreed:.2f}")
