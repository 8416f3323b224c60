"""The currencies that people write by a sign, and what they are called."""

from __future__ import annotations

from models.values.folding import folded
from models.values.sentence import Sentence
from models.values.typed.understood import Understood

_SIGNS = """
£ GBP
€ EUR
¥ JPY CNY
$ USD AUD CAD NZD SGD HKD TWD MXN ARS CLP COP UYU
us$ USD
a$ AUD
au$ AUD
c$ CAD
ca$ CAD
nz$ NZD
s$ SGD
hk$ HKD
nt$ TWD
mx$ MXN
r$ BRL
kr SEK NOK DKK ISK
zl PLN
kc CZK
ft HUF
₺ TRY
tl TRY
₹ INR
rs INR PKR LKR NPR MUR
रु INR NPR
fr CHF
sfr CHF
₽ RUB
₴ UAH
₪ ILS
₩ KRW
₫ VND
฿ THB
₱ PHP
₦ NGN
lei RON
лв BGN
rp IDR
rm MYR
r ZAR
dh AED MAD
元 CNY
円 JPY
pound GBP
pounds GBP
euro EUR
euros EUR
kronor SEK
kroner NOK DKK
zloty PLN
zlotys PLN
zlotych PLN
korun CZK
lira TRY
lirasi TRY
reais BRL
rupees INR PKR LKR NPR MUR
रुपए INR NPR
francs CHF
dollar USD AUD CAD NZD SGD HKD TWD
dollars USD AUD CAD NZD SGD HKD TWD
"""
SIGNS = {sign: tuple(codes) for sign, *codes in map(str.split, _SIGNS.strip().splitlines())}
"""Which currencies a sign may stand for, folded; the likeliest first."""
CODE_LENGTH = 3
MOST_NAMED = 4
_MORE = "QAR SAR KWD BHD EGP KES GHS PEN RSD BDT TND GEL KZT"
CODES = frozenset(code for codes in (*SIGNS.values(), _MORE.split()) for code in codes)
"""Of ISO 4217: three letters that are none of these are no currency."""

WITH_COMMA = frozenset(
    [
        "EUR",
        "SEK",
        "NOK",
        "DKK",
        "ISK",
        "PLN",
        "CZK",
        "HUF",
        "BRL",
        "TRY",
        "RUB",
        "UAH",
        "RON",
        "BGN",
        "RSD",
        "IDR",
        "VND",
        "ARS",
        "CLP",
        "COP",
        "UYU",
    ]
)
"""Currencies of countries that write a comma before the pence, and some of them points between thousands."""
WITH_LAKHS = frozenset(("INR", "PKR", "BDT", "NPR", "LKR"))


def codes_of(sign: str, known: str) -> tuple[str, ...]:
    """The currencies that a sign or a code, folded, may stand for; `known` is a code that counts as one in any case."""
    if sign in SIGNS:
        return SIGNS[sign]
    code = sign.upper()
    return (code,) if code in CODES or code == known else ()


def understand_currency(text: str) -> Understood[str] | Sentence:
    """The code that three letters are, or that a sign stands for; or why it is none."""
    sign = folded(text)
    codes = SIGNS.get(sign, ())
    if len(codes) == 1:
        return Understood(codes[0])
    if len(sign) == CODE_LENGTH and sign.isascii() and sign.isalpha():
        return Understood(sign.upper())
    if codes:
        values = {"codes": ", ".join(codes[:MOST_NAMED])}
        return Sentence("Several currencies have that sign. Write the code: {codes}.", values)
    return Sentence("Not a currency yet. It has three letters, as in “GBP”.")


def sign_name(sign: str) -> Sentence:
    """The currency that a sign of `SIGNS` or a code stands for: "dollars" for $, since many are."""
    found = {
        **dict.fromkeys(("$", "dollar", "dollars"), Sentence("dollars")),
        "kr": Sentence("kronor or kroner"),
        "¥": Sentence("yen or yuan"),
    }
    codes = SIGNS.get(sign, (sign.upper(),))
    return found.get(sign) or currency_name(codes[0])


def currency_name(code: str) -> Sentence:
    """What the money of a currency is called; its code where the product has no name for it."""
    names = {
        "GBP": Sentence("pounds"),
        "EUR": Sentence("euros"),
        "USD": Sentence("US dollars"),
        "AUD": Sentence("Australian dollars"),
        "CAD": Sentence("Canadian dollars"),
        "CHF": Sentence("Swiss francs"),
        "SEK": Sentence("Swedish kronor"),
        "NOK": Sentence("Norwegian kroner"),
        "DKK": Sentence("Danish kroner"),
        "PLN": Sentence("zlotys"),
        "CZK": Sentence("Czech crowns"),
        "TRY": Sentence("Turkish lira"),
        "BRL": Sentence("reais"),
        "INR": Sentence("rupees"),
        "JPY": Sentence("yen"),
        "CNY": Sentence("yuan"),
        "ZAR": Sentence("rand"),
    }
    return names.get(code) or Sentence("{code}", {"code": code})
