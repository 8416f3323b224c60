"""Numbers as people type them: "1,200", "45k", "2,5 %"."""

from __future__ import annotations

import re
from decimal import Decimal
from gettext import NullTranslations

from models.values.folding import folded
from models.values.typed.figures import SCALES, plain_figures, read_figure

LARGEST = 10**15
"""Nobody types as much; larger ones would not be understood as they are shown back."""
_SCALED = re.compile(r"([0-9][0-9 ,.']*?)\s*([^\W\d_]+)\.?")
_PER_CENT = re.compile(r"%\s*(.+)|(.+?)\s*(?:%|per ?cent|pct\.?)", re.IGNORECASE)


def read_number(text: str) -> Decimal | None:
    """The number meant; None if unclear. Three figures after a comma are thousands, after one point a fraction."""
    text = plain_figures(text)
    sign = -1 if text.startswith("-") else 1
    text = text.removeprefix("-").strip()
    number = _scaled(text) if text[-1:].isalpha() or text.endswith(".") else _plain(text)
    return tidy(sign * number) if number is not None and number < LARGEST else None


def _plain(text: str) -> Decimal | None:
    figure = read_figure(text)
    if figure is None:
        return None
    return figure.as_fraction if figure.mark == "." else figure.number


def _scaled(text: str) -> Decimal | None:
    """As in "1.5k". "1,200k" is a million to some and a thousand to others, and so neither."""
    match = _SCALED.fullmatch(text)
    scale = SCALES.get(folded(match[2])) if match else None
    figure = read_figure(match[1]) if match else None
    if scale is None or figure is None or figure.mark == ",":
        return None
    return figure.as_fraction * scale


def read_percent(text: str) -> Decimal | None:
    """The number beside a per cent sign, which may be left out."""
    text = plain_figures(text)
    match = _PER_CENT.fullmatch(text)
    return read_number((match[1] or match[2]) if match else text)


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
