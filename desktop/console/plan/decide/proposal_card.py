"""One proposal, large: what it is, why, when it is done, how much work it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.page import LOW, NARROW
from desktop.system.long_text import breakable, with_numbers_kept, without_widow
from desktop.theme import Theme
from desktop.view_models.room.sentences import days_of_work
from desktop.widgets.labels import clear, label, restyle
from desktop.widgets.level_mark import LevelMark
from desktop.words import gettext, ngettext, spoken
from models.engagement.engagement import Round
from models.method.method import Method
from models.plan.proposals import Proposal, Reason, ReasonKind
from models.statements.standing import why_line

MOST_REASONS = 3
LONG = 84
"""Letters of a statement that would need a third line in the larger type."""
NAMES = 104
"""Pixels of the column of names."""


class ProposalCard(QWidget):
    """Reads; nothing on it is typed into."""

    def __init__(self, method: Method) -> None:
        super().__init__()
        self._method = method
        self._place, self._title = label("", "caption"), label("", "title", wrap=True)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(10)
        self._rows.setColumnMinimumWidth(0, NAMES)
        self._rows.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._place)
        column.addWidget(self._title)
        column.addSpacing(12)
        column.addLayout(self._rows)
        column.addStretch(1)

    def show_proposal(self, proposal: Proposal, place: str, current: Round, theme: Theme) -> None:
        """`place` says where it stands in the order."""
        self._place.setText(place)
        most = LONG if self.window().width() >= NARROW else LONG // 2
        long = len(proposal.title) > most or self.window().height() < LOW
        restyle(self._title, "role", "question" if long else "title")
        self._title.setText(with_numbers_kept(without_widow(breakable(proposal.title))))
        clear(self._rows)
        self._row(gettext("Why"), self._why(proposal, current, theme))
        self._row(gettext("Done when"), label(with_numbers_kept(breakable(proposal.done_when)), wrap=True))
        self._row(gettext("Effort"), label(days_of_work(proposal.effort_low, proposal.effort_high, spoken())))

    def _row(self, name: str, what: QWidget) -> None:
        line = self._rows.rowCount()
        self._rows.addWidget(label(name, "label"), line, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(what, line, 1)

    def _why(self, proposal: Proposal, current: Round, theme: Theme) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        reasons = sorted(proposal.because, key=lambda reason: -reason.severity)
        for reason in reasons[:MOST_REASONS]:
            column.addLayout(self._reason(reason, current, theme))
        more = len(reasons) - MOST_REASONS
        if more > 0:
            text = ngettext("and {n} more reason", "and {n} more reasons", more).format(n=more)
            column.addWidget(label(text, "caption"))
        signs = [reason.id for reason in reasons if reason.kind is ReasonKind.SIGN]
        if said := next(filter(None, (why_line(current, sign) for sign in signs)), ""):
            column.addWidget(label(with_numbers_kept(breakable(said)), "muted", wrap=True))
        return box

    def _reason(self, reason: Reason, current: Round, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        if reason.kind is ReasonKind.SIGN and reason.id in current.ratings:
            line.addWidget(LevelMark(current.ratings[reason.id].answer.level, theme), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(with_numbers_kept(breakable(reason.text)), wrap=True), 1)
        return line
