"""English that looks foreign: letters with accents, and every text about a third longer, as German is."""

from __future__ import annotations

import re
from math import ceil

PLAIN = "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ"
"""The letters that get an accent; the others have none in every cut of the house fonts."""
_ACCENTED = str.maketrans(PLAIN, "åçďéğħîĵķļñöŕšţûŵýžÅÇĎÉĞĦÎĴĶĻÑÖŔŠŢÛŴÝŽ")
_PLACES = re.compile(r"(\{[^{}]*\}|%\(\w+\)[rs]|%[rs]|`[^`]*`)")
"""Named places, argparse's among them, and commands to be typed, which stay as they are."""
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
GROWTH = 1 / 3


def pseudo(text: str) -> str:
    """The text in the pseudo-language. Places in braces stay; vowels are doubled until it is long enough."""
    parts = _PLACES.split(text)
    missing = ceil(sum(len(part) for part in parts[::2]) * GROWTH) if len(text) > 1 else 0
    return "".join(part if n % 2 else _lengthened(part, missing, parts) for n, part in enumerate(parts))


def _lengthened(part: str, missing: int, parts: list[str]) -> str:
    """A part with its share of what is missing."""
    whole = sum(len(p) for p in parts[::2])
    share = ceil(missing * len(part) / whole) if whole else 0
    found = [match.start() for match in _VOWEL.finditer(part)]
    doubled = {place: share // len(found) + (n < share % len(found)) for n, place in enumerate(found)} if found else {}
    longer = "".join(letter * (1 + doubled.get(n, 0)) for n, letter in enumerate(part))
    return longer.translate(_ACCENTED)
