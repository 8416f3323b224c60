"""Dates and sums of money as people type them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values.dates import read_date
from models.values.money import in_two_figures, money_in_words, read_money, shown_money
from models.values.months import shown_date

TODAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-03-12", date(2027, 3, 12)),
        ("2027-3-2", date(2027, 3, 2)),
        ("12/3/27", date(2027, 3, 12)),
        ("12/03/2027", date(2027, 3, 12)),
        ("12.3.2027", date(2027, 3, 12)),
        ("12/3", date(2027, 3, 12)),
        ("12/11", date(2026, 11, 12)),
        ("11/11", date(2027, 11, 11)),
        ("13/11", date(2026, 11, 13)),
        ("12 mar", date(2027, 3, 12)),
        ("12 March", date(2027, 3, 12)),
        ("12. mar", date(2027, 3, 12)),
        ("12 march 2028", date(2028, 3, 12)),
        ("1 sept", date(2027, 9, 1)),
        ("12mar", date(2027, 3, 12)),
        ("12 mar 28", date(2028, 3, 12)),
        ("  12   MAR   2028 ", date(2028, 3, 12)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 13)),
        ("in 3 weeks", date(2026, 12, 3)),
        ("in 1 week", date(2026, 11, 19)),
        ("in 10 days", date(2026, 11, 22)),
        ("in 2 d", date(2026, 11, 14)),
        ("+5", date(2026, 11, 17)),
        ("+ 2w", date(2026, 11, 26)),
        ("in 0 days", TODAY),
        ("29 feb 2028", date(2028, 2, 29)),
        ("29/2/28", date(2028, 2, 29)),
        ("2028-02-29", date(2028, 2, 29)),
    ],
)
def test_a_date_is_read_as_it_was_meant(text: str, day: date) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 mar", date(2026, 3, 12)),
        ("mar 12", date(2026, 3, 12)),
        ("12/11", TODAY),
        ("13/11", date(2025, 11, 13)),
        ("29 feb", date(2024, 2, 29)),
        ("12 mar 2027", date(2027, 3, 12)),
        ("30 feb", None),
    ],
)
def test_what_has_begun_began_the_last_time_the_day_came_round(text: str, day: date | None) -> None:
    assert read_date(text, TODAY, past=True) == day


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 12), date(2028, 2, 29)),
        (date(2028, 1, 10), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2028, 3, 1), date(2032, 2, 29)),
    ],
)
def test_29_february_without_a_year_is_the_next_there_is(today: date, day: date) -> None:
    assert read_date("29 feb", today) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "soon",
        "next week",
        "12",
        "march",
        "31 june",
        "30/2/27",
        "29 feb 2027",
        "2027-02-29",
        "13/13/27",
        "0/1/27",
        "1/0/27",
        "0000-01-01",
        "12/3/0",
        "12/3/123",
        "12 maximum",
        "12 marzipan",
        "12 decide",
        "12 mar 2027 please",
        "10000-01-01",
        "99999999999-01-01",
        "in 1000 days",
        "in -3 days",
        "1" * 5000,
        "\0",
        "12 mar\u202e",
    ],
)
def test_what_is_no_clear_date_is_not_guessed(text: str) -> None:
    assert read_date(text, TODAY) is None


def test_a_date_beyond_the_calendar_is_not_one() -> None:
    assert read_date("in 999 weeks", date(9999, 1, 1)) is None
    assert read_date("1 jan", date(9999, 12, 31)) is None
    assert read_date("tomorrow", date(9999, 12, 31)) is None
    assert read_date("29 feb", date(9996, 3, 1)) is None


@given(st.text(max_size=30), st.dates())
def test_no_text_whatever_is_more_than_a_date_or_none(text: str, today: date) -> None:
    found = read_date(text, today)

    assert found is None or isinstance(found, date)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_reads_back_as_it_is_shown(day: date) -> None:
    assert read_date(shown_date(day, NullTranslations()), TODAY) == day
    assert read_date(day.isoformat(), TODAY) == day


def test_a_date_is_shown_in_full_and_no_date_not_at_all() -> None:
    assert shown_date(date(2027, 3, 2), NullTranslations()) == "2 March 2027"
    assert shown_date(None, NullTranslations()) == ""


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("180000", "180000"),
        ("180,000", "180000"),
        ("1,234,567.89", "1234567.89"),
        ("180 000", "180000"),
        ("£180,000", "180000"),
        ("$ 1.5", "1.5"),
        ("€12", "12"),
        ("45k", "45000"),
        ("45 K", "45000"),
        ("1.2m", "1200000"),
        ("1.25M", "1250000"),
        ("0", "0"),
        ("0.5", "0.5"),
        ("0.005k", "5"),
        ("0.0001m", "100"),
        ("1.239", "1239"),
        ("1,23", "1.23"),
        ("180.000", "180000"),
        ("1.000.000", "1000000"),
        ("1.000.000,50", "1000000.50"),
        ("1,5m", "1500000"),
        ("EUR 100k", "100000"),
        ("180k EUR", "180000"),
        ("5 £", "5"),
        ("999999999999999.99", "999999999999999.99"),
    ],
)
def test_a_sum_is_read_as_it_was_meant(text: str, amount: str) -> None:
    found = read_money(text, "EUR" if "EUR" in text or "€" in text else "USD" if "$" in text else "GBP")

    assert found == Decimal(amount)
    assert found is not None
    assert found.as_tuple().exponent == -2, "to the penny"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "k",
        "-5",
        "12,34,567",
        "1,000,00",
        "1.2.3",
        "1e9",
        "NaN",
        "inf",
        "about 5",
        "5 kg",
        "1111111111111111",
        "1000000000000000",
        "999999999999999.999",
        "1000000000m",
        "5\n6",
        "9" * 30,
        "9" * 5000,
    ],
)
def test_what_is_no_clear_sum_is_not_guessed(text: str) -> None:
    assert read_money(text, "GBP") is None


@pytest.mark.parametrize("text", ["29 feb", "12 mar", "USD 45k", "45k usd", "€45k", "$5", "¥5"])
def test_a_sum_in_another_currency_or_a_date_is_no_sum_in_this_one(text: str) -> None:
    assert read_money(text, "GBP") is None


@pytest.mark.parametrize(("text", "currency"), [("$45k", "AUD"), ("thb 45k", "THB"), ("¥45k", "CNY"), ("€45k", "EUR")])
def test_a_sum_in_this_currency_is_one(text: str, currency: str) -> None:
    assert read_money(text, currency) == 45_000


@given(st.text(max_size=30))
def test_no_text_whatever_is_more_than_a_sum_or_none(text: str) -> None:
    found = read_money(text, "GBP")

    assert found is None or 0 <= found < 10**15


@given(st.text(alphabet="0123456789., kmKM£", max_size=40))
def test_nothing_made_of_digits_and_marks_goes_wrong(text: str) -> None:
    found = read_money(text, "GBP")

    assert found is None or 0 <= found < 10**15


@given(st.decimals("0", "999999999999999.99", places=2))
def test_a_sum_reads_back_as_it_is_shown(amount: Decimal) -> None:
    assert read_money(shown_money(amount, "GBP", NullTranslations()), "GBP") == amount


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Decimal(180000), "£180,000"),
        (Decimal("180000.00"), "£180,000"),
        (Decimal("0.5"), "£0.50"),
        (Decimal("1234.56"), "£1,234.56"),
        (Decimal(0), "£0"),
        (None, ""),
    ],
)
def test_a_sum_is_shown_with_its_currency_and_pence_only_where_there_are_any(amount: Decimal | None, text: str) -> None:
    assert shown_money(amount, "GBP", NullTranslations()) == text


IN_WORDS = [
    ("344500", "GBP", "£345,000"), ("186400", "GBP", "£186,000"), ("950", "EUR", "€950"), ("1250000", "GBP", "£1.3 M"),
    ("124000000", "USD", "$124 M"), ("2000000", "CHF", "CHF 2 M"),
]  # fmt: skip


@pytest.mark.parametrize(("amount", "currency", "text"), IN_WORDS)
def test_in_a_sentence_a_sum_has_three_figures_and_a_half_is_rounded_up(amount: str, currency: str, text: str) -> None:
    assert money_in_words(Decimal(amount), currency, NullTranslations()).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("amount", "figures"), [("1050000", 1_100_000), ("28300", 28_000), ("68000", 68_000), ("9.5", 10), ("0", 0)]
)
def test_a_difference_says_no_more_than_two_figures_and_a_half_is_rounded_up(amount: str, figures: int) -> None:
    assert in_two_figures(Decimal(amount)) == figures
