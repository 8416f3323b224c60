"""Below an activity: what keys do in the register at hand."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.parts.hints import key_hints
from desktop.words import gettext


class Kind(Enum):
    """What is filled in."""

    LINES = "lines"
    MATRIX = "matrix"
    COSTS = "costs"


class FootHints(QWidget):
    """Of one kind at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[Kind, QWidget] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for kind, hints in _hints().items():
            self._shown[kind] = shown = QWidget()
            shown.setLayout(key_hints(hints))
            line.addWidget(shown)

    def show_kind(self, kind: Kind) -> None:
        """Says what keys do in one of these."""
        for other, shown in self._shown.items():
            shown.setVisible(other is kind)


def _hints() -> dict[Kind, tuple[tuple[str, str], ...]]:
    move, remove = ("Alt+Up Alt+Down", gettext("move")), ("Ctrl+Del", gettext("remove"))
    paste, line = ("Ctrl+V", gettext("paste rows")), ("Enter", gettext("next line"))
    return {
        Kind.LINES: (("Tab", gettext("next cell")), line, move, remove, paste),
        Kind.COSTS: (("Tab", gettext("next figure")), line, move, remove, paste),
        Kind.MATRIX: (
            ("R", gettext("does it")),
            ("A", gettext("answers for it")),
            ("C", gettext("advises")),
            ("I", gettext("is told")),
            ("Space", gettext("none")),
            ("Left Up Down Right", gettext("go on")),
        ),
    }
