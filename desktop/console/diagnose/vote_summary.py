"""What the room voted on a warning sign, in a few lines above the answers; and the way into a vote."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.view_models.diagnosing import Diagnosing
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, label
from desktop.words import gettext, ngettext, spoken
from models.diagnosis.vote_words import agreement_text, level_text, movement_text
from models.diagnosis.voting import Tally, proposed_level
from models.values.names import group_name


class VoteSummary(QWidget):
    """`vote_wanted` opens a vote, `level_wanted` carries the proposed level: the facilitator decides."""

    vote_wanted = Signal()
    level_wanted = Signal(int)

    def __init__(self, model: Diagnosing) -> None:
        super().__init__()
        self._model = model
        self._proposed: int | None = None
        self._said, self._more = label("", wrap=True), label("", "caption", wrap=True)
        self._vote = button(gettext("Let the room vote"), "quiet", key="V", edge="right")
        self._take = button(gettext("Take the room’s level"), "quiet")
        self._vote.clicked.connect(self.vote_wanted)
        self._take.clicked.connect(self.take)
        line = QHBoxLayout()
        line.setSpacing(4)
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
        self._said.setText(self._in_words(tally) if tally else "")
        more = []
        if tally:
            votes = ngettext("{n} vote", "{n} votes", tally.answers).format(n=tally.answers)
            more += [votes, movement_text(before, tally, spoken())]
        groups = self._model.voting.groups(sign_id) if tally else []
        more += [gettext("{0} {1}").format(group_name(group, spoken()), f"{level:.1f}") for group, level in groups]
        text = "  ·  ".join(part for part in more if part)
        self._more.setText(text)
        self._more.setVisible(bool(text))

    def take(self) -> None:
        """Asks for the level next to the room's median."""
        if self._proposed is not None:
            self.level_wanted.emit(self._proposed)

    def _in_words(self, tally: Tally) -> str:
        level = level_text(tally)
        by_letter = self._model.voting.by_letter(self._model.sign_id)
        text = gettext("By letter: level {0}") if by_letter else gettext("The room: level {0}")
        said = text.format(level) if level else ""
        rule = self._model.session.method.rules.agreement
        return "  ·  ".join(part for part in (said, agreement_text(tally, rule, spoken())) if part)
