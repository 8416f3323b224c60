"""How a vote is put into words. Nobody's name is near it: a tally knows only numbers."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from models.diagnosis.voting import Agreement, Tally, agreement, consensus
from models.method.rules import AgreementRule
from models.values.numbers import with_marks


def agreement_figure(tally: Tally, words: NullTranslations) -> str:
    """How far the room agreed, from 0 to 1 with two decimals; a dash where nobody voted a level."""
    agreed = consensus(tally.counts)
    return "–" if agreed is None else with_marks(f"{agreed:.2f}", words)


def outcome_text(tally: Tally, rule: AgreementRule, words: NullTranslations) -> str:
    """What a vote came to, in two or three words."""
    _ = words.gettext
    if consensus(tally.counts) is None:
        return _("Nobody knew.")
    texts = {Agreement.SPLIT: _("Split."), Agreement.NOT_KNOWN: _("Most did not know.")}
    return texts.get(agreement(tally, rule), _("Agreed."))


def rounds_text(rounds: int, words: NullTranslations) -> str:
    """What stands where, of a chart with two votes; empty for one."""
    if rounds < 2:
        return ""
    if rounds == 2:
        return words.gettext("Above: first vote. Below: after talking.")
    return words.gettext("Above: first vote. Below: last of {count}.").format(count=rounds)


def spread_text(tallies: Sequence[Tally], levels: Sequence[str], words: NullTranslations) -> str:
    """The votes of every round, for whoever cannot see the chart."""
    rounds = (_round_text(number, tally, levels, words) for number, tally in enumerate(tallies, 1))
    return " ".join([words.gettext("Votes by level."), *rounds])


def _round_text(number: int, tally: Tally, levels: Sequence[str], words: NullTranslations) -> str:
    counts = [*zip(levels, tally.counts, strict=True), (words.gettext("Not known"), tally.not_known)]
    parts = ", ".join(f"{name} {count}" for name, count in counts if count) or words.gettext("no votes")
    return words.gettext("Round {number}: {parts}.").format(number=number, parts=parts)
