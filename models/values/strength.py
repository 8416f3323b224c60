"""How long a passphrase withstands somebody who has the locked file, as the library zxcvbn estimates it."""

from __future__ import annotations

from models.values.sentence import Sentence
from models.values.sought import the_first
from resources.words import marked

TRIED_A_SECOND = 10_000
"""On one good graphics card, with the 256,000 rounds that a try takes."""
FIRST_TRIED = 10_000
"""Whoever guesses begins with these."""
_MOST_LETTERS = 72
"""zxcvbn takes no more, and no more are needed."""
_YEAR = 365 * 24 * 3600
_UNITS = (
    (100 * _YEAR, 10**12 * _YEAR, marked("more than a century"), marked("more than a century")),
    (_YEAR, _YEAR, marked("a year"), marked("{n} years")),
    (24 * 3600, 24 * 3600, marked("a day"), marked("{n} days")),
    (3600, 3600, marked("an hour"), marked("{n} hours")),
    (60, 60, marked("a minute"), marked("{n} minutes")),
    (0, 1, marked("a second"), marked("{n} seconds")),
)
"""From how many seconds on, the seconds in one of them, and its names."""


def told_strength(passphrase: str) -> Sentence:
    """A sentence for the person who chose it; nothing is refused."""
    from zxcvbn import zxcvbn

    guesses = int(zxcvbn(passphrase[:_MOST_LETTERS])["guesses"])
    if guesses < FIRST_TRIED:
        return Sentence(
            "Weak: this is among the first that anybody tries. Four words that do not belong together are better."
        )
    seconds = guesses / TRIED_A_SECOND
    lasts = _lasting(seconds)
    if seconds < 30 * 24 * 3600:
        return Sentence(
            "Weak: whoever has the file and one good computer finds it within {time}. "
            "Four words that do not belong together are better.",
            {"time": lasts},
        )
    return Sentence("Whoever has the file and one good computer needs {time} to find it.", {"time": lasts})


def _lasting(seconds: float) -> Sentence:
    unit = the_first(u for u in _UNITS if seconds >= u[0])
    count = max(round(seconds / unit[1]), 1)
    return Sentence(unit[2], {"n": count}, unit[3])
