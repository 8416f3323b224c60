"""The first votes that do not agree and of what nobody knew; the rest is one sentence and a key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.results.painted import OUT, PaintedRow
from desktop.console.results.vote_row import VoteHead, VoteRow
from desktop.theme import Theme
from desktop.view_models.results.votes import MOST_OPEN, open_votes, rest_sentence
from desktop.view_models.session import EngagementSession
from desktop.widgets.labels import button, clear, label
from desktop.words import gettext
from models.statements.votes import HowItCame, votes_title


class OpenVotes(QWidget):
    """`sign_wanted` carries the sign to go to; `all_wanted`: every answer with how it came about."""

    sign_wanted = Signal(str)
    all_wanted = Signal()

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self._session, self._rows = session, dict[str, VoteRow]()
        self._head, self._rest = VoteHead(), label("", "muted", wrap=True)
        every = button(gettext("All agreement"), key="G", edge="right")
        every.clicked.connect(self.all_wanted)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        foot = QHBoxLayout()
        foot.setContentsMargins(OUT, 4, OUT, 0)
        foot.setSpacing(16)
        foot.addWidget(self._rest, 1)
        foot.addWidget(every, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._lines)
        column.addLayout(foot)
        column.addStretch(1)

    def refresh(self, came: HowItCame, theme: Theme) -> None:
        """Draws the votes as they stand."""
        typing = QApplication.focusWidget()
        at = next((key for key, row in self._rows.items() if row is typing), "")
        clear(self._lines)
        self._rows = {}
        lines = open_votes(self._session, came)[:MOST_OPEN]
        title = votes_title(came, self._session.words)
        self._head.show_title(title, theme, counted=any(line.counts for line in lines))
        for line in lines:
            row = VoteRow(line, theme)
            row.clicked.connect(lambda _=False, key=line.sign_id: self.sign_wanted.emit(key))
            self._rows[line.sign_id] = row
            self._lines.addWidget(row)
        self._rest.setText(rest_sentence(self._session, came))
        if at in self._rows:
            self._rows[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> list[PaintedRow]:
        """All that can be chosen in it, from above."""
        return list(self._rows.values())
