"""How the rows of the budget share the width: heads, groups, lines and total stand in the same columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from desktop.console.playbook.register_head import shared
from desktop.console.playbook.register_model import ACROSS, OUT
from desktop.view_models.playbook.sheet import Place
from desktop.words import gettext

COST_LETTERS = {"money": 9, "choice": 20, "": 38}
"""How wide the columns are beside each other, by their kind."""
LEAST_LETTERS = 16
"""Of what a line is for, and of what is asked over it, however narrow the window is."""
INDENT = 24
"""Pixels by which lines stand in from the name of their group."""


def share_title() -> str:
    """What stands over the last column."""
    return gettext("Share of the likely sum")


def least_words(row: QWidget, places: Sequence[Place]) -> dict[str, int]:
    """By the ids of the first and the last column: pixels of the words that stand over them."""
    metrics = row.fontMetrics()
    share = max(metrics.horizontalAdvance(word) for word in share_title().split())
    return {places[0].id: metrics.averageCharWidth() * LEAST_LETTERS, places[-1].id: share}


def boxes_of(row: QWidget, places: Sequence[Place], width: int = 0) -> list[QRect]:
    """Where the texts of a row stand, in its width or another: what for, low, likely, high, and the last column."""
    left, found = 0, []
    widths = shared(width or row.width(), places, row.fontMetrics(), COST_LETTERS, least_words(row, places))
    for number, wide in enumerate(widths):
        lead, end = (ACROSS if number else OUT), (OUT if number == len(places) - 1 else ACROSS)
        found.append(QRect(left + lead, 0, max(wide - lead - end, 1), row.height()))
        left += wide
    return found
