"""Which of several texts is about the same thing: the one that shares words with it that the others do not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from models.values.folding import folded

_WORD = re.compile(r"\w{3,}")
ENOUGH = 1.0
"""What the shared words have to weigh: one that stands in no other text, or several that few have."""
CLEAR = 1.5
"""Times as much as the next best."""
LONGEST = 2_000
"""Letters that are looked at."""


def most_alike(text: str, among: Mapping[str, str]) -> str | None:
    """The key of the text that is clearly most alike; None where none is. Words that many have weigh little."""
    words = {key: _words(other) for key, other in among.items()}
    common = Counter(word for found in words.values() for word in found)
    sought = _words(text)
    weights = {key: sum(1 / common[word] for word in found & sought) for key, found in words.items()}
    best, *others = sorted(weights, key=lambda key: -weights[key]) or [""]
    if weights.get(best, 0) < ENOUGH or (others and weights[best] < CLEAR * weights[others[0]]):
        return None
    return best


def _words(text: str) -> set[str]:
    return set(_WORD.findall(folded(text[:LONGEST])))
