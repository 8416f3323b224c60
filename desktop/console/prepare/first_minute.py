"""The foot of the page: what adds people, and until the first sign is answered the way on even now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.widgets.labels import button, rule
from desktop.words import gettext

BETWEEN = 16
"""Pixels."""


class FirstMinute(QWidget):
    """`sign_wanted`: to the first sign, with nothing filled in; `other_wanted`: what was set elsewhere comes here."""

    sign_wanted, other_wanted = Signal(), Signal()

    def __init__(self, acts: QLayout, out: int) -> None:
        """`acts` stand at the left; all of it `out` pixels inside of its edges."""
        super().__init__()
        on = button(gettext("Try the first sign"), "primary", key="PgDown")
        on.clicked.connect(self.sign_wanted)
        other = button(gettext("Take over from another"), "quiet", key="Ctrl+D")
        other.clicked.connect(self.other_wanted)
        line = QHBoxLayout()
        line.setSpacing(BETWEEN)
        line.addLayout(acts, 1)
        above = rule()
        self._way_on = (above, other, on)
        for act in (other, on):
            line.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(out, 0, out, 0)
        column.setSpacing(8)
        column.addWidget(above)
        column.addLayout(line)

    def show_way_on(self, needed: bool) -> None:
        """Whether the first sign is still to be tried."""
        for part in self._way_on:
            part.setVisible(needed)
