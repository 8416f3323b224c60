"""Keeps what people typed at any length from widening a window."""

from __future__ import annotations

import re

_HOLDS = re.compile(r"(?<=\d) (?=\w)|(?<=\d h) (?=\d)|(?:(?<=\b\d\.)|(?<=\b\d\d\.)) (?=[^\W\d])| +(?=·)")
"""Spaces at which no line ends: "4 décembre", "4. Dezember", "7 h 30", and before a point in the middle."""

_SHORT = re.compile(r"(?:(?<=\b\w)|(?<=\b\w\w))[-/](?=\w)")
"""A hyphen or a stroke after one or two letters: "No-Go", "E-Mail", "a-t-on", "5-mal"."""
_HELD = "\u2060"
"""Where no line ends; no letter, and nothing is seen of it."""

LONGEST_RUN = 24
"""Letters after which a word without a break may be broken, so that no name widens a window."""
_ENDS = re.compile(r"(?<=[.!?])\s|\s?;\s|\s·\s")
"""After a sentence, a row or a cell."""


def breakable(text: str) -> str:
    """The same text with places, unseen, at which a very long word may be broken."""
    return " ".join(
        word if len(word) <= LONGEST_RUN else "\u200b".join(word[n : n + 12] for n in range(0, len(word), 12))
        for word in text.split(" ")
    )


def as_tip(text: str) -> str:
    """The same text where the mouse rests: there Qt would take for markup what looks like it, and people typed it."""
    plain = breakable(text)
    if "<" not in plain:
        return plain
    from html import escape

    return f"<qt>{escape(plain).replace(chr(10), '<br>')}</qt>"


def with_hyphens_kept(text: str) -> str:
    """The same text, in which no line ends after a hyphen that follows one or two letters.

    For what is painted alone: a screen reader would say the sign that holds them.
    """
    return _SHORT.sub(lambda found: found.group() + _HELD, text)


def without_widow(text: str) -> str:
    """The same text, whose last word never stands alone on a line."""
    head, _, last = text.rpartition(" ")
    return f"{head}\u00a0{last}" if head and len(last) <= LONGEST_RUN // 2 else text


def with_numbers_kept(text: str) -> str:
    """The same text, in which no line ends between a number and what it counts, nor within an hour or a date, nor
    begins with the point between two parts.
    """
    return _HOLDS.sub(lambda found: found.group().replace(" ", "\u00a0"), text)


def shortened(text: str, most: int) -> str:
    """The text, or its beginning and an ellipsis: cut between two words where that leaves the most of it."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    words = kept if text[most - 1] == " " else kept.rpartition(" ")[0]
    return (words if len(words) > most * 2 // 3 else kept).rstrip(" ,;:·") + "…"


def ended(text: str, most: int) -> str:
    """The text, or as many of its sentences, cells and rows as fit and an ellipsis; as `shortened` where that is less
    than a third.
    """
    if len(text) <= most:
        return text
    ends = [found.start() for found in _ENDS.finditer(text[: most - 1])]
    return f"{text[: ends[-1]]} …" if ends and ends[-1] > most // 3 else shortened(text, most)
