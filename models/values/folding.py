"""One folding of text for every search and match: what people take for the same word is the same text afterwards.

Case, accents, letters with a stroke, typographic apostrophes and dashes, widths and forms of composition make no
difference. Signs that carry a vowel, as in Hindi or Thai, are letters and stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

FOLDING = 1
"""The number of this folding. What is kept folded is made anew where it was folded by another one."""

_LETTERS = dict(zip("ıłøđðħŧŋɓɗƙĸǝə", "iloddhtnbdkkee", strict=True)) | {"æ": "ae", "œ": "oe", "þ": "th"}
_MARKS = {
    **dict.fromkeys("‘’‚‛ʹʻʼʽˈ′‵´`＇\u1fef\u1ffd", "'"),
    **dict.fromkeys("“”„‟«»″‶ˮ", '"'),
    **dict.fromkeys("‐‑‒–—―−⁃﹘﹣", "-"),
}
_ACCENTS = (
    *((0x300, 0x36F), (0x483, 0x487), (0x591, 0x5BD), (0x5C1, 0x5C2), (0x64B, 0x65F), (0x670, 0x670)),
    *((0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F)),
)
"""Marks above and below letters that people leave out where they search."""
_UNSEEN = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F)),
    *((0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
)
_WORD = r"[^\W_]+"
_WITH_SIGNS = "[\u0300-\u036f\u0591-\u1cff\ua66f-\uabff\U00010000-\U0010ffff]"
"""Letters of scripts in which a word may have signs that are no letters."""


@cache
def _table() -> dict[int, str]:
    unseen = {chr(n): "" for first, last in (*_ACCENTS, *_UNSEEN) for n in range(first, last + 1)}
    return str.maketrans(_LETTERS | _MARKS | unseen)


def folded(text: str) -> str:
    """The text for comparing with another that is folded too, its spaces single and none at its ends."""
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    text = text.translate(_table())  # first: an acute accent that stands alone would be taken apart into a space
    for _ in range(2):  # the small form of a letter may have to be taken apart again
        text = unicodedata.normalize("NFKD", text).translate(_table()).casefold()
        if text.isascii():
            return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", text).split())


def words_of(text: str) -> list[str]:
    """The words of a text, folded, without what stands between them."""
    text = folded(text)
    if text.isascii() or not re.search(_WITH_SIGNS, text):
        return re.findall(_WORD, text)
    return "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text).split()


@lru_cache(maxsize=4096)
def folded_name(text: str) -> str:
    """`folded`, of a name: it is asked for at every key, a page of text only once."""
    return folded(text)


def begins_words(text: str, typed: str) -> bool:
    """Whether each word of what is typed begins a word of the text, in their order. Dashes part words."""
    words = iter(_bare(text))
    return all(any(word.startswith(part) for word in words) for part in _bare(typed))


@lru_cache(maxsize=4096)
def _bare(text: str) -> tuple[str, ...]:
    return tuple(folded(text).replace("'", "").replace("-", " ").split())


def agreeing(typed: str, known: Mapping[T, str]) -> list[T]:
    """The keys of the texts that are what was typed, or else begin with it, or whose words or initials do."""
    named, whole = [(key, name) for key, name in known.items() if name.strip()], folded_name(typed)
    return (
        [key for key, name in named if folded_name(name) == whole]
        or [key for key, name in named if folded_name(name).startswith(whole)]
        or [key for key, name in named if begins_words(name, typed)]
        or [key for key, name in named if _initials(name) == whole]
    )


def meant(typed: str, known: Mapping[str, str]) -> str:
    """The key of the one text that `agreeing` finds; empty where there is none, or several.

    Two that differ in their accents alone are told apart by them.
    """
    found = agreeing(typed, known)
    if len(found) > 1:
        found = [key for key in found if _composed(known[key]) == _composed(typed)]
    return found[0] if len(found) == 1 else ""


def _composed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@lru_cache(maxsize=4096)
def _initials(name: str) -> str:
    return "".join(word[0] for word in folded_name(name).split())
