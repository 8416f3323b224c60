"""What is shown in a language has its marks, and a word keeps its letter where the language writes nouns large."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.values.letters import in_row, small, within
from models.values.money import money_in_words, shown_money, understand_money
from models.values.numbers import decimal_mark_in, shown_number, understand_number
from models.values.typed.understood import Understood
from resources.words import PSEUDO, catalogue

SHOWN = {
    "en": ("1,234.5", "£180,000", "£1.2\u00a0M", "CHF 12.50"),
    PSEUDO: ("1,234.5", "£180,000", "£1.2\u00a0M", "CHF 12.50"),
    "de": ("1.234,5", "180.000\u00a0£", "1,2\u00a0Mio.\u00a0£", "12,50\u00a0CHF"),
}


@pytest.mark.parametrize("language", SHOWN)
def test_figures_have_the_marks_of_the_language(language: str) -> None:
    words = catalogue(language)

    assert SHOWN[language] == (
        shown_number(Decimal("1234.5"), words),
        shown_money(Decimal(180_000), "GBP", words),
        money_in_words(Decimal(1_234_000), "GBP", words),
        shown_money(Decimal("12.5"), "CHF", words),
    )


@pytest.mark.parametrize("language", SHOWN)
@pytest.mark.parametrize("number", [Decimal("1234"), Decimal("1234567.5"), Decimal("0.25"), Decimal("12500")])
def test_what_is_shown_is_understood_as_it_was(language: str, number: Decimal) -> None:
    words = catalogue(language)
    read = understand_number(shown_number(number, words), decimal_mark_in(words))
    sum_read = understand_money(shown_money(number, "EUR", words), "EUR", words=words)

    assert isinstance(read, Understood)
    assert read.value == number
    assert isinstance(sum_read, Understood)
    assert sum_read.value == number


def test_a_text_within_a_sentence_keeps_its_noun() -> None:
    assert within("Processes updated", catalogue("en")) == "processes updated"
    assert within("RACI signed", catalogue("en")) == "RACI signed"
    assert within("Nutzende geschult", catalogue("de")) == "Nutzende geschult"
    assert small("In Ordnung") == "in Ordnung"


def test_what_follows_in_a_row_begins_small_unless_it_may_be_a_name() -> None:
    assert in_row("Der Bericht mit den Ergebnissen", "de") == "der Bericht mit den Ergebnissen"
    assert in_row("Ergebnisse je Woche", "de") == "Ergebnisse je Woche"
    assert in_row("The report", "en-GB") == "the report"
    assert in_row("Jira tickets", "en") == "Jira tickets"
    assert in_row("Les scripts", "fr") == "les scripts"
