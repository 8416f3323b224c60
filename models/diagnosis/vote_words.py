"""How a vote is put into words, alike in console, room and documents. Nobody's name is near it: a tally knows only
numbers.
"""

from __future__ import annotations

from gettext import NullTranslations

from models.diagnosis.voting import Agreement, Tally, agreement, consensus, interpolated_median
from models.method.rules import AgreementRule
from models.values.numbers import with_marks

SAME = 0.05
"""Differences in agreement below this are no movement: they do not show in the figures that are printed."""


def agreement_name(kind: Agreement, words: NullTranslations) -> str:
    """Where a sign lies on the map of level against agreement."""
    _ = words.gettext
    return {
        Agreement.AGREED_PROBLEM: _("Agreed problem"),
        Agreement.AGREED_FINE: _("Agreed fine"),
        Agreement.SPLIT: _("Split"),
        Agreement.NOT_KNOWN: _("Not known"),
    }[kind]


def level_text(tally: Tally, words: NullTranslations) -> str:
    """The interpolated median with one decimal; nothing where nobody voted a level."""
    level = interpolated_median(tally.counts)
    return "" if level is None else with_marks(f"{level:.1f}", words)


def agreement_text(tally: Tally, rule: AgreementRule, words: NullTranslations) -> str:
    """How far the room agrees."""
    if consensus(tally.counts) is None:
        return words.gettext("Nobody knows")
    kind = agreement(tally, rule)
    if kind is Agreement.NOT_KNOWN:
        return words.gettext("Most do not know")
    return words.gettext("Split") if kind is Agreement.SPLIT else words.gettext("Strong agreement")


def movement_text(before: Tally | None, after: Tally, words: NullTranslations) -> str:
    """What the discussion moved; nothing after a first round, or where one of the two has no level."""
    old, new = consensus(before.counts) if before else None, consensus(after.counts)
    if before is None or old is None or new is None:
        return ""
    if abs(new - old) < SAME:
        moved = words.gettext("as far apart as before")
    else:
        moved = words.gettext("closer together") if new > old else words.gettext("further apart")
    text = words.gettext("After discussion: level {old} → {new}, {moved}")
    return text.format(old=level_text(before, words), new=level_text(after, words), moved=moved)
