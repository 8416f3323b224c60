"""What stands together tells how each of it is meant; and the tables behind the reading mean one thing each."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from models.values.currencies import SIGNS, understand_currency
from models.values.dates import read_date, understand_date
from models.values.money import currency_of, read_money, understand_money
from models.values.months import month_first
from models.values.sentence import Sentence
from models.values.typed import calendar_words
from models.values.typed.date_order import ColumnOrder, order_of
from models.values.typed.figures import decimal_mark_of
from models.values.typed.understood import Understood

TODAY = date(2026, 11, 12)
LOCALES = ("en_GB", "de_DE", "fr_FR", "sv_SE", "pl_PL", "cs_CZ", "tr_TR", "pt_BR", "hi_IN", "es_ES", "it_IT", "nl_NL")


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["3/12/2027", "3/25/2027", "4/1/2027"], ColumnOrder(month_first=True, settled=True)),
        (["3/12/2027", "25/3/2027"], ColumnOrder(month_first=False, settled=True)),
        (["3/12/2027", "13.4.2027"], ColumnOrder(month_first=False, settled=True)),
        (["3/12/2027", "4/1/2027"], ColumnOrder(month_first=False, settled=False)),
        (["3/25/2027", "25/3/2027"], ColumnOrder(month_first=False, settled=False, mixed=True)),
        (["12 March 2027", "2027-03-25", "soon", ""], ColumnOrder(month_first=False, settled=False)),
        (["3/25/2027 0:00", "4/1/2027 0:00"], ColumnOrder(month_first=True, settled=True)),
    ],
)
def test_a_column_of_dates_tells_its_order(column: list[str], order: ColumnOrder) -> None:
    assert order_of(column, usual=False) == order


@pytest.mark.parametrize(
    ("column", "mark"),
    [
        (["1.234,5", "45.000"], ","),
        (["12,5", "1.275"], ","),
        (["1,200", "1.5"], "."),
        (["1,200", "45"], ""),
        (["1.5", "1,5"], ""),
        (["1.234.567"], ","),
        (["£1,234,567"], "."),
        (["45'000.50", "1 200"], "."),
        (["1\u00a0234,5"], ","),
        (["4,50,000"], "."),
        (["n/a", "", "12"], ""),
    ],
)
def test_a_column_of_figures_tells_its_mark(column: list[str], mark: str) -> None:
    assert decimal_mark_of(column) == mark


def test_no_word_names_two_months_and_no_month_is_a_day_to_be_counted_to() -> None:
    numbers: Counter[str] = Counter()
    for line in calendar_words._MONTHS.strip().splitlines():
        number, *names = line.split()
        for name in names:
            numbers[name] += 1
            assert calendar_words.month_of(calendar_words.folded(name)) == int(number), name
    assert [name for name, count in numbers.items() if count > 1] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_day_of_a_year_is_read_as_spreadsheets_write_it(locale: str) -> None:
    for ordinal in range(date(2027, 1, 1).toordinal(), date(2028, 1, 1).toordinal(), 5):
        day = date.fromordinal(ordinal)
        for width in ("short", "medium", "long", "full"):
            text = format_date(day, width, locale=locale)
            assert read_date(text, TODAY) == day, text


@given(day=st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_american_dates_are_read_where_the_month_comes_first(day: date) -> None:
    for width in ("short", "medium", "long", "full"):
        assert read_date(format_date(day, width, locale="en_US"), TODAY, month_first=True) == day


@given(text=st.text(max_size=30), today=st.dates(), past=st.booleans(), month_first=st.booleans())
def test_whatever_is_typed_is_a_date_or_a_sentence(text: str, today: date, past: bool, month_first: bool) -> None:
    found = understand_date(text, today, past=past, month_first=month_first)
    assert isinstance(found, Sentence) or isinstance(found.value, date)


@given(
    amount=st.decimals("0.001", "999.999", places=3), kind=st.sampled_from([("GBP", "."), ("EUR", ","), ("PLN", ",")])
)
def test_no_fraction_becomes_a_thousand_times_as_much_in_silence(amount: Decimal, kind: tuple[str, str]) -> None:
    currency, mark = kind
    found = understand_money(str(amount).replace(".", mark), currency)
    assert isinstance(found, Sentence) or found.other == amount.quantize(Decimal("0.01"))


def test_languages_with_the_month_first_are_told_apart() -> None:
    assert month_first("en-US")
    assert month_first("en_us")
    assert not month_first("en")
    assert not month_first("de")


@pytest.mark.parametrize(
    ("text", "code"),
    [("usd", "USD"), ("€", "EUR"), ("zł", "PLN"), ("R$", "BRL"), ("Kč", "CZK"), ("xts", "XTS"), ("₹", "INR")],
)
def test_a_currency_is_its_code_or_a_sign_of_its_own(text: str, code: str) -> None:
    assert understand_currency(text) == Understood(code)


@pytest.mark.parametrize("text", ["", "po", "pounds please", "kr", "$", "12€"])
def test_what_is_no_currency_or_several_is_said(text: str) -> None:
    assert isinstance(understand_currency(text), Sentence)


@pytest.mark.parametrize(
    ("text", "code"), [("$3.2m", "USD"), ("12k€", "EUR"), ("45 kr", ""), ("45", ""), ("¥5", ""), ("1 zł", "PLN")]
)
def test_a_sum_names_a_currency_where_its_sign_has_one_likely_meaning(text: str, code: str) -> None:
    assert currency_of(text) == code


@pytest.mark.parametrize("sign", sorted(SIGNS))
def test_every_sign_is_understood_before_and_after_a_sum_of_each_of_its_currencies(sign: str) -> None:
    for code in SIGNS[sign]:
        assert read_money(f"{sign} 1200", code) == read_money(f"1200 {sign}", code) == 1200, code
