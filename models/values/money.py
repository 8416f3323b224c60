"""Sums of money as people type them: "180,000", "180.000,50", "45k", "1,5m", "EUR 100k"."""

from __future__ import annotations

import re
from decimal import Decimal

_CURRENCY = re.compile(r"[£$€¥]|\b[A-Za-z]{3}\b")
_SIGNS = {"£": ("GBP",), "€": ("EUR",), "¥": ("JPY", "CNY")}
_GROUPED = re.compile(r"([0-9]{1,3})((?:[ ,.'’][0-9]{3}){1,4})(?:([.,])([0-9]{1,2}))?")
_PLAIN = re.compile(r"([0-9]{1,15})(?:[.,]([0-9]{1,2}))?")
_SHORT = re.compile(r"([0-9]{1,9})(?:[.,]([0-9]{1,6}))?\s*([km])", re.IGNORECASE)
_FACTORS = {"k": 1_000, "m": 1_000_000}
_MILLION = Decimal(1_000_000)
_PENNY = Decimal("0.01")


def read_money(text: str, currency: str) -> Decimal | None:
    """The sum meant, to the penny, without its currency; None if unclear, or if it is said to be in another one.

    Groups of three digits are thousands. `currency` is an ISO 4217 code.
    """
    if (mark := _CURRENCY.search(text)) and not _stands_for(mark[0], currency):
        return None
    text = _CURRENCY.sub("", text, count=1).strip()
    if match := _SHORT.fullmatch(text):
        amount = Decimal(f"{match[1]}.{match[2] or 0}") * _FACTORS[match[3].lower()]
    elif match := _GROUPED.fullmatch(text):
        marks = set(re.sub(r"[0-9]", "", match[2]))
        if len(marks) > 1 or match[3] in marks:
            return None
        amount = Decimal(f"{match[1]}{re.sub(r'[^0-9]', '', match[2])}.{match[4] or 0}")
    elif match := _PLAIN.fullmatch(text):
        amount = Decimal(f"{match[1]}.{match[2] or 0}")
    else:
        return None
    return amount.quantize(_PENNY)


def _stands_for(mark: str, currency: str) -> bool:
    """Many currencies are dollars; none of them has a sign of its own."""
    if mark == "$":
        return all(currency not in codes for codes in _SIGNS.values())
    return currency in _SIGNS.get(mark, (mark.upper(),))


def money_in_words(amount: Decimal | None, currency: str) -> str:
    """As in "£345,000" and "£1.2 M": for a sentence, to three figures below a million and to a tenth of one above."""
    if amount is None:
        return ""
    if abs(amount) >= _MILLION:
        millions = (amount / _MILLION).quantize(Decimal(1 if abs(amount) >= 100 * _MILLION else "0.1"))
        millions = millions.to_integral_value() if millions == millions.to_integral_value() else millions
        return _sign(currency) + f"{millions:,f}\u00a0M"
    step = Decimal(10) ** max(len(str(int(abs(amount)))) - 3, 0)
    return _sign(currency) + f"{(amount / step).quantize(Decimal(1)) * step:,.0f}"


def shown_money(amount: Decimal | None, currency: str) -> str:
    """As in "£180,000", "€180,000", "USD 180,000"; pence only where there are any; empty for None.

    A sign stands where it means one currency and no other.
    """
    if amount is None:
        return ""
    pattern = "{:,.0f}" if amount == amount.to_integral_value() else "{:,.2f}"
    return _sign(currency) + pattern.format(amount)


def _sign(currency: str) -> str:
    """US dollars have theirs in English; the dollars of others are told apart by their code."""
    if currency == "USD":
        return "$"
    return next((sign for sign, codes in _SIGNS.items() if codes == (currency,)), f"{currency} ")
