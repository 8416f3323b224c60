"""Numbers as people type them: "1,200", "45k", "2,5 %"."""

from __future__ import annotations

import re
from decimal import Decimal
from gettext import NullTranslations

_GROUPED = re.compile(r"([0-9]{1,3})((?:[ ,.'’][0-9]{3}){1,4})(?:([.,])([0-9]{1,6}))?")
_PLAIN = re.compile(r"([0-9]{1,15})(?:[.,]([0-9]{1,9}))?\s*([km])?", re.IGNORECASE)
LARGEST = 10**15
"""Nobody types as much; larger ones would not be understood as they are shown back."""
_FACTORS = {"": 1, "k": 1_000, "m": 1_000_000}


def read_number(text: str) -> Decimal | None:
    """The number meant; None if unclear. Three digits after a comma are thousands, as in "1,200"."""
    text = text.strip().replace("−", "-")
    sign = -1 if text.startswith("-") else 1
    text = text.removeprefix("-").strip()
    if match := _GROUPED.fullmatch(text):
        marks = set(re.sub(r"[0-9]", "", match[2]))
        if not (len(marks) > 1 or match[3] in marks or _is_fraction(match)):
            return tidy(sign * Decimal(f"{match[1]}{re.sub(r'[^0-9]', '', match[2])}.{match[4] or 0}"))
    if match := _PLAIN.fullmatch(text):
        number = Decimal(f"{match[1]}.{match[2] or 0}") * _FACTORS[(match[3] or "").lower()]
        return tidy(sign * number) if number < LARGEST else None
    return None


def _is_fraction(match: re.Match[str]) -> bool:
    """Whether what looks like thousands is a fraction: "0.125", or one point before three digits, as in "1.275"."""
    return match[1].startswith("0") or (match[2].count(".") == 1 and len(match[2]) == 4 and not match[3])


def read_percent(text: str) -> Decimal | None:
    """The number before a per cent sign, which may be left out."""
    return read_number(text.strip().removesuffix("%"))


def shown_number(number: Decimal) -> str:
    """As in "1,200" or "0.75"."""
    return f"{number:,f}"


def count_word(count: int, words: NullTranslations) -> str:
    """Numbers up to ten in words, larger ones in figures."""
    _ = words.gettext
    small = [_("zero"), _("one"), _("two"), _("three"), _("four"), _("five")]
    small += [_("six"), _("seven"), _("eight"), _("nine"), _("ten")]
    return small[count] if 0 <= count < len(small) else str(count)


def tidy(number: Decimal) -> Decimal:
    """The number without zeros that say nothing, and never as 1E+3 or -0."""
    number = number.normalize() if number else Decimal(0)
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number
