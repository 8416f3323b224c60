"""How a vote is put into words, alike in the console and in the room."""

from __future__ import annotations

from desktop.words import gettext
from models.diagnosis.voting import Agreement, Tally, agreement, consensus, interpolated_median
from models.method.rules import AgreementRule

SAME = 0.05
"""Differences in agreement below this are no movement: they do not show in the figures that are printed."""


def agreement_name(kind: Agreement) -> str:
    """The part of the agreement map, by name."""
    names = {
        Agreement.AGREED_PROBLEM: gettext("Agreed problem"),
        Agreement.AGREED_FINE: gettext("Agreed fine"),
        Agreement.SPLIT: gettext("Split"),
        Agreement.NOT_KNOWN: gettext("Not known"),
    }
    return names[kind]


def level_text(tally: Tally) -> str:
    """The interpolated median with one decimal; nothing where nobody voted a level."""
    level = interpolated_median(tally.counts)
    return "" if level is None else f"{level:.1f}"


def agreement_text(tally: Tally, rule: AgreementRule) -> str:
    """How far the room agrees, with the figure."""
    agreed = consensus(tally.counts)
    if agreed is None:
        return gettext("Nobody knows")
    kind = agreement(tally, rule)
    if kind is Agreement.NOT_KNOWN:
        return gettext("Most do not know")
    if kind is Agreement.SPLIT:
        return gettext("Split ({0})").format(f"{agreed:.2f}")
    return gettext("Agreed ({0})").format(f"{agreed:.2f}")


def movement_text(before: Tally | None, after: Tally) -> str:
    """What the discussion moved; nothing after a first round, or where one of the two has no level."""
    if before is None:
        return ""
    old_level, new_level = level_text(before), level_text(after)
    old, new = consensus(before.counts), consensus(after.counts)
    if not old_level or not new_level or old is None or new is None:
        return ""
    if abs(new - old) < SAME:
        moved = gettext("as far apart as before")
    elif new > old:
        moved = gettext("closer together")
    else:
        moved = gettext("further apart")
    text = gettext("After discussion: level {0} → {1}, {2}")
    return text.format(old_level, new_level, moved)
