"""Sums on one scale from nothing to a round figure beyond the largest."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from gettext import NullTranslations

from models.values.sought import the_first
from reports.words.phrases import sum_in_words

ROUND = (Decimal(1), Decimal("1.5"), Decimal(2), Decimal(3), Decimal(4), Decimal(5), Decimal("7.5"), Decimal(10))
"""What the right end of a scale may be, times a power of ten."""


class MoneyScale:
    """Turns a sum into a distance from the left."""

    def __init__(self, sums: Iterable[Decimal], left: float, right: float) -> None:
        self.left, self.right = left, right
        self.most = _round_above(max([*sums, Decimal(1)]))

    def at(self, amount: Decimal) -> float:
        """In points; sums below nothing are nothing."""
        share = float(max(amount, Decimal(0)) / self.most)
        return self.left + (self.right - self.left) * share

    def quarters(self, currency: str, words: NullTranslations) -> list[tuple[float, str]]:
        """(distance, sum in words) of nothing, each quarter and the end."""
        sums = [self.most * n / 4 for n in range(5)]
        return [(self.at(amount), sum_in_words(amount, currency, words)) for amount in sums]


def _round_above(amount: Decimal) -> Decimal:
    power = Decimal(10) ** (len(str(int(amount))) - 1)
    return the_first(step * power for step in ROUND if step * power >= amount)
