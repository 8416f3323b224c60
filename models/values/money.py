"""Sums of money as people type them: "180,000", "45'000.-", "1 234,50 zł", "12k€"; and as they are shown back."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from gettext import NullTranslations

from models.frozen import frozen
from models.values.currencies import WITH_COMMA, WITH_LAKHS, codes_of, currency_name, sign_name
from models.values.folding import folded
from models.values.numbers import decimal_mark_in, with_marks
from models.values.sentence import Sentence
from models.values.typed.figures import LARGEST, SCALES, TOO_LARGE, Figure, plain_figures, read_figure
from models.values.typed.understood import Understood, value_of

_SUM = re.compile(r"([^0-9]{0,9}?) *([0-9](?:[0-9 ,.']*[0-9])?)(?:[.,] ?-{1,2})? *(\D{0,24})")
"""What stands before the figures, these themselves, and what stands after them; a dash in between is for no pence."""
_LOCAL_SCALES = {
    "mil": {"BRL": 1_000, "CZK": 1_000_000},
    "mi": {"BRL": 1_000_000},
    "bi": {"BRL": 1_000_000_000},
    "b": {"TRY": 1_000},
    "mr": {"TRY": 1_000_000_000},
    "tn": {"SEK": 1_000},
    "t": dict.fromkeys(("EUR", "CHF", "SEK", "NOK", "DKK"), 1_000),
}
"""Words that are another number elsewhere, with the currencies that tell which."""
_PENCE = 2
"""Figures after the mark of a sum."""
_MILLION = Decimal(1_000_000)
_PENNY = Decimal("0.01")
_SHOWN_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
"""Those that mean one currency and no other. The dollars of others than the United States are told by their code."""

UNCLEAR = Sentence("Not a sum yet. Try “180,000” or “180k”.")
_TWO_WAYS = Sentence("To some that is a thousand times as much as to others. Write it out, as in “1,200,000”.")
_NOT_PENCE = Sentence("Three figures after the mark: a part of one, or thousands? Write two after it, or none.")


@frozen
class _Written:
    """A sum as it stands on paper."""

    figure: Figure
    scale: str
    """Folded; empty for none."""
    sign: str
    """The sign or the code of its currency, folded; empty where it has none."""


def understand_money(
    text: str, currency: str, decimal_mark: str = "", words: NullTranslations | None = None
) -> Understood[Decimal] | Sentence:
    """The sum meant, to the penny, in `currency`, a code of ISO 4217; or why it cannot be told.

    Groups of three figures are thousands, unless `decimal_mark` stands before them. In a language that writes a comma
    before fractions, a point before three figures says thousands to everybody. A sum in another currency is none
    in this one.
    """
    written = _take_apart(text, currency)
    if written is None:
        return UNCLEAR
    codes = codes_of(written.sign, currency)
    if written.sign and currency not in codes:
        values = {"sign": sign_name(written.sign), "currency": currency_name(currency)}
        return Sentence("In {sign}; this engagement counts in {currency}.", values)
    return _amount(written, currency, decimal_mark, words)


def read_money(text: str, currency: str) -> Decimal | None:
    """The sum meant, as `understand_money` gives it; None if it is unclear."""
    return value_of(understand_money(text, currency))


def currency_of(text: str) -> str:
    """The currency that a sum names itself; empty where it names none, or its sign stands for those of neighbours."""
    written = _take_apart(text, "")
    if written is None or written.sign in ("", "kr", "¥", "dh"):
        return ""
    return codes_of(written.sign, "")[0]


def _take_apart(text: str, currency: str) -> _Written | None:
    match = _SUM.fullmatch(plain_figures(text))
    figure = read_figure(match[2]) if match else None
    if match is None or figure is None:
        return None
    before = folded(match[1]).replace(" ", "").strip(".")
    if before and not codes_of(before, currency):
        return None
    after = folded(match[3]).strip(" .").replace("d'euro", "euro")
    for place in (0, *range(len(after), 0, -1)):  # all of it a sign first: "kr" is no thousand rand
        scale, sign = after[:place].strip(" ."), after[place:].strip(" .")
        if (not scale or scale in SCALES or scale in _LOCAL_SCALES) and (not sign or codes_of(sign, currency)):
            return _Written(figure, scale, sign or before) if not sign or not before or sign == before else None
    return None


def _amount(
    written: _Written, currency: str, decimal_mark: str, words: NullTranslations | None
) -> Understood[Decimal] | Sentence:
    own = decimal_mark_in(words) if words else "."
    usual = decimal_mark or ("," if own == "," or currency in WITH_COMMA else ".")
    figure = written.figure
    if figure.lakhs and currency not in WITH_LAKHS:
        return UNCLEAR
    if written.scale:
        scale = _LOCAL_SCALES.get(written.scale, {}).get(currency) or SCALES.get(written.scale)
        return _TWO_WAYS if scale is None or figure.mark not in ("", usual) else _in_range(figure.as_fraction * scale)
    if (figure.decimals > _PENCE and not figure.mark) or (figure.mark and figure.mark == decimal_mark):
        return _NOT_PENCE
    return _in_range(figure.number, figure.as_fraction.quantize(_PENNY) if figure.mark == usual else None)


def _in_range(amount: Decimal, other: Decimal | None = None) -> Understood[Decimal] | Sentence:
    return Understood(amount.quantize(_PENNY), other) if amount < LARGEST else TOO_LARGE


def in_two_figures(amount: Decimal) -> Decimal:
    """A difference of rounded sums says no more than two figures."""
    step = Decimal(10) ** max(len(str(int(amount))) - 2, 0)
    return (amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def money_in_words(amount: Decimal | None, currency: str, words: NullTranslations) -> str:
    """As in "£345,000" and "£1.2 M": for a sentence, to three figures below a million and to a tenth of one above."""
    if amount is None:
        return ""
    if abs(amount) >= _MILLION:
        millions = (amount / _MILLION).quantize(Decimal(1 if abs(amount) >= 100 * _MILLION else "0.1"), ROUND_HALF_UP)
        millions = millions.to_integral_value() if millions == millions.to_integral_value() else millions
        said = words.gettext("{millions}\u00a0M").format(millions=with_marks(f"{millions:,f}", words))
        return _signed(said, currency, words)
    step = Decimal(10) ** max(len(str(int(abs(amount)))) - 3, 0)
    figures = f"{(amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step:,.0f}"
    return _signed(with_marks(figures, words), currency, words)


def shown_money(amount: Decimal | None, currency: str, words: NullTranslations) -> str:
    """As in "£180,000", "€180,000", "USD 180,000"; pence only where there are any; empty for None."""
    if amount is None:
        return ""
    pattern = "{:,.0f}" if amount == amount.to_integral_value() else "{:,.2f}"
    return _signed(with_marks(pattern.format(amount), words), currency, words)


def _signed(figures: str, currency: str, words: NullTranslations) -> str:
    """With the currency where the language puts it; a code that stands before the figures has a space after it."""
    sign = _SHOWN_SIGNS.get(currency, f"{currency} ")
    return words.gettext("{sign}{sum}").format(sign=sign, sum=figures).rstrip()
