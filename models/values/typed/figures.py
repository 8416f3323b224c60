"""Figures as they are written anywhere: their groups, their decimal mark, and the words that stand for thousands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from models.frozen import frozen
from models.values.folding import folded
from models.values.sentence import Sentence

_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ′´`＇", "'"),
        **dict.fromkeys("−‐‑‒–—―﹣－", "-"),
        **dict.fromkeys("，٬", ","),
        **dict.fromkeys("．٫", "."),
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069\ufeff", ""),
    }
)
_GROUPED = re.compile(r"([0-9]{1,3})((?:([ ,.'])[0-9]{3})(?:\3[0-9]{3})*)(?:([.,])([0-9]{1,9}))?")
_LAKHS = re.compile(r"([0-9]{1,2}(?:,[0-9]{2}){1,5},[0-9]{3})(?:\.([0-9]{1,9}))?")
_FIGURES = re.compile(r"[0-9](?:[0-9 ,.']*[0-9])?")
_PLAIN = re.compile(r"([0-9]+)(?:[.,]([0-9]{1,9}))?")
THOUSANDS_LONG = 3
LARGEST = 10**15
"""Nobody types as much; larger ones would not be understood as they are shown back."""
TOO_LARGE = Sentence("Too large: 999,999,999,999,999 is the most that is taken.")

SCALES = {
    **dict.fromkeys(("k", "tsd", "tys", "tis", "thousand", "thsd", "bin", "mille"), 1_000),
    **dict.fromkeys(("m", "mn", "mm", "mio", "mln", "million", "millions", "millionen", "milyon"), 1_000_000),
    **dict.fromkeys(("milhao", "milhoes"), 1_000_000),
    **dict.fromkeys(
        ("bn", "b", "billion", "billions", "mrd", "md", "mld", "milyar", "miljard", "milliard", "milliards"),
        1_000_000_000,
    ),
    **dict.fromkeys(("lakh", "lakhs", "lac", "lacs", folded("लाख")), 100_000),
    **dict.fromkeys(("crore", "crores", "cr", folded("करोड़"), "क॰"), 10_000_000),
    folded("हज़ार"): 1_000,
}
"""What stands after a number for so many of it, folded and without a full stop."""


@frozen
class Figure:
    """A number above or at zero as it was written."""

    number: Decimal
    decimals: int = 0
    """How many figures stand after its decimal mark."""
    mark: str = ""
    """The one mark before exactly three figures, so that these may be thousands or a fraction; empty for no such."""
    lakhs: bool = False
    """Whether it is grouped as in India."""

    @property
    def as_fraction(self) -> Decimal:
        """The number were its one mark a decimal mark."""
        return self.number / 1_000 if self.mark else self.number


def plain_figures(text: str) -> str:
    """The text with figures, spaces, apostrophes and dashes of any kind as the plain ones; signs nobody sees are gone.

    A figure above the line is none: it would make another number.
    """
    text = text.translate(_MARKS)
    if not text.isascii():
        text = "".join(_plain(c) for c in text)
    return text.strip()


def _plain(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return " " if unicodedata.category(char) == "Zs" else char


def read_figure(text: str) -> Figure | None:
    """The number that plain figures are; None if they are none.

    Groups of three are thousands. Where one comma or point stands before three figures, `mark` says so.
    """
    if match := _GROUPED.fullmatch(text):
        head, groups, mark, decimal_mark, decimals = match.groups()
        if decimal_mark != mark and not head.startswith("0"):
            number = Decimal(f"{head}{re.sub(r'[^0-9]', '', groups)}.{decimals or 0}")
            single = mark in (".", ",") and len(groups) == 1 + THOUSANDS_LONG and not decimals
            return Figure(number, len(decimals or ""), mark if single else "")
    if match := _LAKHS.fullmatch(text):
        whole, decimals = match.groups()
        if not whole.startswith("0"):
            return Figure(Decimal(f"{whole.replace(',', '')}.{decimals or 0}"), len(decimals or ""), lakhs=True)
    if match := _PLAIN.fullmatch(text):
        return Figure(Decimal(f"{match[1]}.{match[2] or 0}"), len(match[2] or ""))
    return None


def decimal_mark_of(column: Iterable[str]) -> str:
    """The mark before fractions in a column of figures, where one of them tells it and none another; else empty."""
    found = set()
    for text in set(column):
        if text.isascii() and "." not in text and "," not in text:
            continue
        for figures in _FIGURES.findall(plain_figures(text)):
            found.add(_told(figures))
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _told(figures: str) -> str:
    """Which mark stands before the fraction in these figures; empty where they do not tell."""
    marks = [c for c in figures if c in ".,"]
    if not marks or (figure := read_figure(figures)) is None or figure.mark:
        return ""
    if figure.decimals:
        return marks[-1]
    return {".": ",", ",": "."}[marks[-1]]
