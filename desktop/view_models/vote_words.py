"""How a vote is put into words, alike in the console and in the room."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models.diagnosis.voting import Agreement, Tally, agreement, consensus, interpolated_median

SAME = 0.05
"""Differences in agreement below this are no movement: they do not show in the figures that are printed."""


def agreement_name(kind: Agreement) -> str:
    """The part of the agreement map, by name."""
    names = {
        Agreement.AGREED_PROBLEM: QCoreApplication.translate("votes", "Agreed problem"),
        Agreement.AGREED_FINE: QCoreApplication.translate("votes", "Agreed fine"),
        Agreement.SPLIT: QCoreApplication.translate("votes", "Split"),
        Agreement.NOT_KNOWN: QCoreApplication.translate("votes", "Not known"),
    }
    return names[kind]


def level_text(tally: Tally) -> str:
    """The interpolated median with one decimal; nothing where nobody voted a level."""
    level = interpolated_median(tally.counts)
    return "" if level is None else f"{level:.1f}"


def agreement_text(tally: Tally) -> str:
    """How far the room agrees, with the figure."""
    agreed = consensus(tally.counts)
    if agreed is None:
        return QCoreApplication.translate("votes", "Nobody knows")
    kind = agreement(tally)
    if kind is Agreement.NOT_KNOWN:
        return QCoreApplication.translate("votes", "Most do not know")
    if kind is Agreement.SPLIT:
        return QCoreApplication.translate("votes", "Split ({0})").format(f"{agreed:.2f}")
    return QCoreApplication.translate("votes", "Agreed ({0})").format(f"{agreed:.2f}")


def movement_text(before: Tally | None, after: Tally) -> str:
    """What the discussion moved; nothing after a first round, or where one of the two has no level."""
    if before is None:
        return ""
    old_level, new_level = level_text(before), level_text(after)
    old, new = consensus(before.counts), consensus(after.counts)
    if not old_level or not new_level or old is None or new is None:
        return ""
    if abs(new - old) < SAME:
        moved = QCoreApplication.translate("votes", "as far apart as before")
    elif new > old:
        moved = QCoreApplication.translate("votes", "closer together")
    else:
        moved = QCoreApplication.translate("votes", "further apart")
    text = QCoreApplication.translate("votes", "After discussion: level {0} → {1}, {2}")
    return text.format(old_level, new_level, moved)
