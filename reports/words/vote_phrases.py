"""How a vote is put into words. Nobody's name is near it: a tally knows only numbers."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from models.diagnosis.vote_words import level_text
from models.diagnosis.voting import Agreement, Tally, agreement, consensus
from models.method.rules import AgreementRule


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
    return text.format(level=level_text(tally) or "–", agreement=said, consensus=consensus_text(tally))


def spread_text(tallies: Sequence[Tally], levels: Sequence[str], words: NullTranslations) -> str:
    """The votes of every round, for whoever cannot see the chart."""
    return " ".join(_round_text(number, tally, levels, words) for number, tally in enumerate(tallies, 1))


def _round_text(number: int, tally: Tally, levels: Sequence[str], words: NullTranslations) -> str:
    counts = [*zip(levels, tally.counts, strict=True), (words.gettext("Not known"), tally.not_known)]
    parts = ", ".join(f"{name} {count}" for name, count in counts if count) or words.gettext("no votes")
    return words.gettext("Round {number}: {parts}.").format(number=number, parts=parts)
