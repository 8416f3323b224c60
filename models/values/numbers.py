"""Numbers as people type them: "1,200", "45k", "2,5 %"."""

from __future__ import annotations

import re
from decimal import Decimal
from gettext import NullTranslations

from models.values.folding import folded
from models.values.sentence import Sentence
from models.values.typed.figures import LARGEST, SCALES, TOO_LARGE, plain_figures, read_figure
from models.values.typed.understood import Understood, value_of

UNCLEAR = Sentence("Not a number yet. Try “1,200” or “45k”.")
NO_PERCENTAGE = Sentence("Not a percentage yet. Try “2.5” or “2.5%”.")
_WITHOUT_SIGN = Sentence("a plain figure without its sign")
_SCALED = re.compile(r"([0-9][0-9 ,.']*?)\s*([^\d\s.,']+)\.?")
_PER_CENT = re.compile(r"%\s*(.+)|(.+?)\s*(?:%|(?:per|pour) ?cent|pct\.?)", re.IGNORECASE)


def understand_number(text: str, decimal_mark: str = ".") -> Understood[Decimal] | Sentence:
    """The number meant, with what it is where the mark before fractions is another; or why it is unclear.

    Without a `decimal_mark` three figures after one point are a fraction, after one comma thousands, and either could
    be the other. Of a percentage the figures are taken.
    """
    text = plain_figures(text)
    percentage = _PER_CENT.fullmatch(text)
    found = _understood(_beside_sign(percentage) if percentage else text, decimal_mark)
    if percentage and isinstance(found, Understood):
        return Understood(found.value, found.other, _WITHOUT_SIGN)
    return found


def _beside_sign(percentage: re.Match[str]) -> str:
    return percentage[1] or percentage[2]


def _understood(text: str, decimal_mark: str) -> Understood[Decimal] | Sentence:
    sign = -1 if text.startswith("-") else 1
    text = text.removeprefix("-").strip()
    found = _scaled(text, decimal_mark) if text[-1:].isalpha() or text.endswith(".") else _plain(text, decimal_mark)
    if found is None:
        return UNCLEAR
    if found[0] >= LARGEST:
        return TOO_LARGE
    number, other = found
    return Understood(tidy(sign * number), None if other is None else tidy(sign * other))


def read_number(text: str) -> Decimal | None:
    """The number meant by somebody who writes a point before fractions; None if unclear."""
    return value_of(understand_number(text))


def _plain(text: str, decimal_mark: str) -> tuple[Decimal, Decimal | None] | None:
    """The number, and the other one that it could be."""
    figure = read_figure(text)
    if figure is None:
        return None
    if figure.mark == (decimal_mark or "."):
        return figure.as_fraction, None if decimal_mark else figure.number
    return figure.number, figure.as_fraction if figure.mark and not decimal_mark else None


def _scaled(text: str, decimal_mark: str) -> tuple[Decimal, None] | None:
    """As in "1.5k". "1,200k" is a million to some and a thousand to others, and so neither."""
    match = _SCALED.fullmatch(text)
    scale = SCALES.get(folded(match[2])) if match else None
    figure = read_figure(match[1]) if match else None
    if scale is None or figure is None or figure.mark not in ("", decimal_mark):
        return None
    return figure.as_fraction * scale, None


def understand_percent(text: str, decimal_mark: str = ".") -> Understood[Decimal] | Sentence:
    """The number beside a per cent sign, which may be left out, as `understand_number` gives it."""
    text = plain_figures(text)
    percentage = _PER_CENT.fullmatch(text)
    found = _understood(_beside_sign(percentage) if percentage else text, decimal_mark)
    return NO_PERCENTAGE if found is UNCLEAR else found


def read_percent(text: str) -> Decimal | None:
    """The number beside a per cent sign; None if unclear."""
    return value_of(understand_percent(text))


def shown_number(number: Decimal, words: NullTranslations) -> str:
    """As in "1,200" or "0.75", with the marks of the language."""
    return with_marks(f"{number:,f}", words)


def shown_percent(number: Decimal, words: NullTranslations) -> str:
    """As in "2.5%", with the space before the sign that the language asks for."""
    return words.gettext("{number}%").format(number=shown_number(number, words))


def with_marks(figures: str, words: NullTranslations) -> str:
    """Figures as the code writes them, a comma between thousands and a point before fractions, as the language does."""
    thousands, fraction = _marks(words)
    return figures.translate({ord(","): thousands, ord("."): fraction})


def decimal_mark_in(words: NullTranslations) -> str:
    """What the language writes before fractions."""
    return _marks(words)[1]


def _marks(words: NullTranslations) -> tuple[str, str]:
    """What stands between thousands and what before a fraction."""
    one = words.gettext("1,234.5")
    return one[1], one[-2]


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
