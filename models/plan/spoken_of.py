"""Whether a text speaks of what a title names."""

from __future__ import annotations

from itertools import pairwise

from models.values.folding import folded

FEWEST_LETTERS = 4
"""Of a word that tells what a text is about."""


def shared_words(title: str, text: str) -> str:
    """The first two words that stand side by side in both, as the title has them; empty for none."""
    said = _pairs(text)
    return next((shown for pair, shown in _pairs(title).items() if pair in said), "")


def _pairs(text: str) -> dict[tuple[str, str], str]:
    """Words that stand side by side, folded, and both as they are written, in small letters."""
    found = ["".join(c for c in word if c.isalnum() or c in "-’'") for word in text.casefold().split()]
    long = ((folded(one), folded(other), f"{one} {other}") for one, other in pairwise(found))
    return {(one, other): shown for one, other, shown in long if min(len(one), len(other)) >= FEWEST_LETTERS}
