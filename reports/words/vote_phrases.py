"""How a vote is put into words. Nobody's name is near it: a tally knows only numbers."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from models.diagnosis.voting import Agreement, Tally, agreement, consensus, interpolated_median
from models.method.rules import AgreementRule

SAME = 0.05
"""Differences in agreement below this do not show in the figures that are printed."""


def agreement_name(kind: Agreement, words: NullTranslations) -> str:
    """Where a sign lies on the map of level against agreement."""
    _ = words.gettext
    return {
        Agreement.AGREED_PROBLEM: _("Agreed problem"),
        Agreement.AGREED_FINE: _("Agreed fine"),
        Agreement.SPLIT: _("Split"),
        Agreement.NOT_KNOWN: _("Not known"),
    }[kind]


def level_text(tally: Tally) -> str:
    """The interpolated median with one decimal; a dash where nobody voted a level."""
    level = interpolated_median(tally.counts)
    return "–" if level is None else f"{level:.1f}"


def consensus_text(tally: Tally) -> str:
    """The consensus with two decimals; a dash where nobody voted a level."""
    agreed = consensus(tally.counts)
    return "–" if agreed is None else f"{agreed:.2f}"


def verdict_text(tally: Tally, rule: AgreementRule, words: NullTranslations) -> str:
    """What a vote comes to, as in "Level 1.9, agreed (0.83)"."""
    _ = words.gettext
    if consensus(tally.counts) is None:
        return _("Nobody knew")
    names = {Agreement.SPLIT: _("split"), Agreement.NOT_KNOWN: _("most did not know")}
    text = _("Level {level}, {agreement} ({consensus})")
    said = names.get(agreement(tally, rule), _("agreed"))
    return text.format(level=level_text(tally), agreement=said, consensus=consensus_text(tally))


def movement_text(before: Tally, after: Tally, words: NullTranslations) -> str:
    """What the discussion between two rounds moved; empty where one of the two has no level."""
    _ = words.gettext
    old, new = consensus(before.counts), consensus(after.counts)
    if old is None or new is None:
        return ""
    moved = _("closer together") if new > old else _("further apart")
    if abs(new - old) < SAME:
        moved = _("as far apart as before")
    text = _("After discussion: level {old} → {new}, {moved}")
    return text.format(old=level_text(before), new=level_text(after), moved=moved)


def spread_text(tallies: Sequence[Tally], levels: Sequence[str], words: NullTranslations) -> str:
    """The votes of every round, for whoever cannot see the chart."""
    return " ".join(_round_text(number, tally, levels, words) for number, tally in enumerate(tallies, 1))


def _round_text(number: int, tally: Tally, levels: Sequence[str], words: NullTranslations) -> str:
    counts = [*zip(levels, tally.counts, strict=True), (words.gettext("Not known"), tally.not_known)]
    parts = ", ".join(f"{name} {count}" for name, count in counts if count) or words.gettext("no votes")
    return words.gettext("Round {number}: {parts}.").format(number=number, parts=parts)
