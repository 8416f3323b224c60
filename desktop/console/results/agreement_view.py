"""How each answer came about: what was voted and where the room agrees, and apart from it what had no vote."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.console.results.agreement_map import AgreementMap, Dot
from desktop.system.long_text import shortened
from desktop.theme import Theme
from desktop.view_models.session import EngagementSession
from desktop.widgets.labels import bring_into_sight, button, clear, label
from desktop.words import gettext, ngettext, spoken
from models.diagnosis.vote_words import level_text
from models.diagnosis.voting import Tally, ballot_tally, newest_revealed, proposed_level, standing, was_asked
from models.method.method import WarningSign
from models.statements.standing import sign_text
from models.statements.votes import HowItCame
from models.values.terms import Answer

Groups = tuple[tuple[str, tuple[str, ...]], ...]
"""The titles of groups, and the ids of the signs in each."""

TWO_COLUMNS = 1000
"""Pixels from which what was voted and what was not stand side by side."""
BETWEEN, BELOW = 32, 16
"""Pixels between these, and below a group."""
FIGURE_SPACE = "\u2007"
"""As wide as a figure, so that numbers end below one another."""
MOST_LETTERS = 80
"""Of a warning sign's title."""


class AgreementView(QWidget):
    """`sign_wanted` carries the sign to go back to."""

    sign_wanted = Signal(str)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self._session = session
        self._rows: list[QPushButton] = []
        self._map = AgreementMap()
        self._map.chosen.connect(self.sign_wanted)
        self._about = label("", "caption", wrap=True)
        self._sides = tuple(QVBoxLayout() for _ in range(2))
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(BETWEEN)
        for side in self._sides:
            side.setSpacing(BELOW)
            self._beside.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._map)
        column.addWidget(self._about)
        column.addLayout(self._beside)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= TWO_COLUMNS
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(BETWEEN if wide else BELOW)

    def refresh(self, came: HowItCame, theme: Theme) -> None:
        """Draws the answers as they came about."""
        self._show_map(theme)
        self._rows = []
        voted, without = self._voted(came), self._without_a_vote(came)
        for side, groups in zip(self._sides, (voted or without[:1], without if voted else without[1:]), strict=True):
            clear(side)
            for title, sign_ids in groups:
                side.addLayout(self._group(title, sign_ids))
            side.addStretch(1)

    def take_keys(self) -> None:
        """The keyboard goes to the first sign; the arrows go on from there and Enter goes back to it."""
        for row in self._rows[:1]:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(row)

    def _voted(self, came: HowItCame) -> Groups:
        """What stops a pilot first; none of them while nothing was put to the vote."""
        if not came.voted:
            return ()
        return (
            (gettext("Voted: a problem"), came.problems),
            (gettext("Voted: split"), came.split),
            (gettext("Voted: not known"), came.not_known),
            (gettext("Voted: in good order, or early"), came.fine),
        )

    def _without_a_vote(self, came: HowItCame) -> Groups:
        groups = (
            (gettext("Agreed aloud"), came.aloud),
            (gettext("Entered"), came.entered),
            (gettext("Nobody noted how"), came.not_said),
        )
        return tuple((title, sign_ids) for title, sign_ids in groups if sign_ids)

    def _show_map(self, theme: Theme) -> None:
        method, current = self._session.method, self._session.current
        stands = {sign.id: standing(current, sign.id, method.rules.agreement) for sign in method.signs}
        dots = tuple(
            Dot(sign.id, number, sign.title, level, consensus)
            for number, sign in enumerate(method.signs, 1)
            if (level := stands[sign.id].level) is not None and (consensus := stands[sign.id].consensus) is not None
        )
        self._map.show_dots(dots, method.rules.agreement, theme)
        self._map.setVisible(bool(dots))
        not_asked = sum(not was_asked(current, sign.id) for sign in method.signs)
        text = ngettext("{n} warning sign was not asked.", "{n} warning signs were not asked.", not_asked)
        self._about.setText(text.format(n=not_asked) if not_asked else "")
        self._about.setVisible(not_asked > 0)

    def _group(self, title: str, sign_ids: tuple[str, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(f"{title}  ·  {len(sign_ids)}", "section"))
        for sign_id in sign_ids:
            column.addLayout(self._row(self._session.method.sign(sign_id)))
        if not sign_ids:
            column.addWidget(label(gettext("None"), "muted"))
        return column

    def _row(self, sign: WarningSign) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        number, text = self._session.method.signs.index(sign) + 1, sign_text(sign, self._answer(sign.id))
        figure = str(number).rjust(2, FIGURE_SPACE)
        go = button(f"{figure}  {shortened(text, MOST_LETTERS)}", "line", tip=gettext("Go back to this sign"))
        go.setAccessibleName(f"{number}  {shortened(text, MOST_LETTERS)}")
        go.clicked.connect(lambda: self.sign_wanted.emit(sign.id))
        self._rows.append(go)
        line.addWidget(go, 1)
        line.addWidget(label(self._level(sign.id), "caption"))
        return line

    def _tally(self, sign_id: str) -> Tally | None:
        ballot, _ = newest_revealed(self._session.current, sign_id)
        return ballot_tally(self._session.current, ballot) if ballot else None

    def _answer(self, sign_id: str) -> Answer | None:
        """The agreed one; until there is one, the level that the vote proposes."""
        rating, tally = self._session.current.ratings.get(sign_id), self._tally(sign_id)
        level = proposed_level(tally) if tally else None
        return rating.answer if rating else None if level is None else Answer(str(level))

    def _level(self, sign_id: str) -> str:
        """The vote's level with its votes, or the level that was agreed without one."""
        tally, answer = self._tally(sign_id), self._answer(sign_id)
        if tally is not None and tally.not_known > tally.votes:
            return gettext("{0} of {1} do not know").format(tally.not_known, tally.answers)
        if tally is not None:
            votes = ngettext("{n} vote", "{n} votes", tally.answers).format(n=tally.answers)
            level = level_text(tally, spoken())
            return gettext("level {0}, {1}").format(level, votes) if level else votes
        if answer is None or answer.level is None:
            return gettext("does not apply") if answer is Answer.DOES_NOT_APPLY else gettext("not known")
        return gettext("level {0}").format(answer.level)
