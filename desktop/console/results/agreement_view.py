"""Where the room agrees, and where it does not: every warning sign by level and agreement."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.console.results.agreement_map import AgreementMap, Dot
from desktop.system.long_text import shortened
from desktop.theme import Theme
from desktop.view_models.room.votes import ORDER, figures
from desktop.view_models.session import EngagementSession
from desktop.widgets.labels import bring_into_sight, button, clear, label
from desktop.words import gettext, ngettext, spoken
from models.diagnosis.vote_words import agreement_name
from models.diagnosis.voting import Agreement, Standing, standing
from models.method.method import WarningSign

TWO_COLUMNS = 1000
"""Pixels from which two groups stand side by side."""
MOST_LETTERS = 80
"""Of a warning sign's title."""


class AgreementView(QWidget):
    """`sign_wanted` carries the sign to go back to."""

    sign_wanted = Signal(str)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self._session = session
        self._theme: Theme | None = None
        self._columns = 2
        self._rows: list[QPushButton] = []
        self._map = AgreementMap()
        self._map.chosen.connect(self.sign_wanted)
        self._about = label("", "caption", wrap=True)
        self._groups = QGridLayout()
        self._groups.setHorizontalSpacing(32)
        self._groups.setVerticalSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._map)
        column.addWidget(self._about)
        column.addLayout(self._groups)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._theme is not None and self._columns != self._fitting():
            self.refresh(self._theme)

    def refresh(self, theme: Theme) -> None:
        """Draws the votes as they stand."""
        self._theme, self._columns = theme, self._fitting()
        method, current = self._session.method, self._session.current
        stands = {sign.id: standing(current, sign.id, method.rules.agreement) for sign in method.signs}
        self._show_map(stands, theme)
        clear(self._groups)
        self._rows = []
        for place, kind in enumerate(ORDER):
            self._groups.addLayout(self._group(kind, stands), place // self._columns, place % self._columns)
        self._groups.setColumnStretch(0, 1)
        self._groups.setColumnStretch(1, self._columns - 1)

    def take_keys(self) -> None:
        """The keyboard goes to the first sign; the arrows go on from there and Enter goes back to it."""
        for row in self._rows[:1]:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(row)

    def _fitting(self) -> int:
        return 2 if self.width() >= TWO_COLUMNS else 1

    def _show_map(self, stands: dict[str, Standing], theme: Theme) -> None:
        dots = tuple(
            Dot(sign.id, number, sign.title, level, consensus)
            for number, sign in enumerate(self._session.method.signs, 1)
            if (level := stands[sign.id].level) is not None and (consensus := stands[sign.id].consensus) is not None
        )
        self._map.show_dots(dots, self._session.method.rules.agreement, theme)
        self._map.setVisible(bool(dots))
        voted = ngettext("{n} warning sign voted on.", "{n} warning signs voted on.", len(dots)).format(n=len(dots))
        rest = gettext("A sign without a vote stands by its agreed answer.")
        unasked = sum(stand.agreement is None for stand in stands.values())
        left = gettext("{n} not asked, or not applying.").format(n=unasked) if unasked else ""
        self._about.setText(" ".join(part for part in (voted, rest, left) if part))

    def _group(self, kind: Agreement, stands: dict[str, Standing]) -> QVBoxLayout:
        members = [
            (number, sign)
            for number, sign in enumerate(self._session.method.signs, 1)
            if stands[sign.id].agreement is kind
        ]
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(f"{agreement_name(kind, spoken())}  ·  {len(members)}", "section"))
        for number, sign in members:
            column.addLayout(self._row(number, sign, figures(stands[sign.id])))
        if not members:
            column.addWidget(label(gettext("None"), "muted"))
        column.addStretch(1)
        return column

    def _row(self, number: int, sign: WarningSign, said: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        go = button(f"{number}  {shortened(sign.title, MOST_LETTERS)}", "quiet", tip=gettext("Go back to this sign"))
        go.setStyleSheet("text-align: left")
        go.clicked.connect(lambda: self.sign_wanted.emit(sign.id))
        self._rows.append(go)
        line.addWidget(go, 1)
        line.addWidget(label(said, "caption"))
        return line
