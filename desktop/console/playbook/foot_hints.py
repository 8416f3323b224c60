"""Below an activity: what keys do in the register at hand."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.parts.hints import key_hint
from desktop.words import gettext

BETWEEN = 16
"""Pixels between two hints."""


class Kind(Enum):
    """What is filled in."""

    LINES = "lines"
    MATRIX = "matrix"
    COSTS = "costs"


class FootHints(QWidget):
    """Of one kind at a time, in one line: the last ones go where there is no room, and the keys' card has them all."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = Kind.LINES
        self._hints: dict[Kind, list[QWidget]] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(BETWEEN)
        for kind, hints in _hints().items():
            self._hints[kind] = [key_hint(keys, words) for keys, words in hints]
            for hint in self._hints[kind]:
                line.addWidget(hint)
        line.addStretch(1)
        self._fit()

    def show_kind(self, kind: Kind) -> None:
        """Says what keys do in one of these."""
        self._kind = kind
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as it has to be: what goes on stands beside it."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shows as many as there is room for, from the first."""
        end = 0
        for kind, hints in self._hints.items():
            for hint in hints:
                end += hint.sizeHint().width() + BETWEEN if kind is self._kind else 0
                hint.setVisible(kind is self._kind and end - BETWEEN <= self.width())


def _hints() -> dict[Kind, tuple[tuple[str, str], ...]]:
    move, remove = ("Alt+Up Alt+Down", gettext("move")), ("Ctrl+Del", gettext("remove"))
    paste, line = ("Ctrl+V", gettext("paste rows")), ("Enter", gettext("next line"))
    return {
        Kind.LINES: (("Tab", gettext("next cell")), line, paste, move, remove),
        Kind.COSTS: (("Tab", gettext("next figure")), line, paste, move, remove),
        Kind.MATRIX: (
            ("R", gettext("does it")),
            ("A", gettext("answers for it")),
            ("C", gettext("advises")),
            ("I", gettext("is told")),
            ("Space", gettext("none")),
            ("Left Up Down Right", gettext("go on")),
        ),
    }
