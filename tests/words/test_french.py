"""What French asks of the code beyond its words: the first of a month, its quotation marks, its spaces, its plurals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from desktop.view_models.room.sentences import lowered
from models.method.check import read_method
from models.values.money import money_in_words, shown_money
from models.values.months import date_said, day_and_month, long_date, short_date
from models.values.numbers import shown_number
from models.values.sentence import act_called
from reports.words.text import plain
from resources import resource_text
from resources.words import catalogue

FRENCH, ENGLISH = catalogue("fr"), catalogue("en")
JUNE, MARCH = date(2027, 6, 1), date(2027, 3, 12)


def test_the_first_of_a_month_is_called_by_its_place() -> None:
    assert long_date(JUNE, FRENCH) == date_said(JUNE).said(FRENCH) == "1er\u00a0juin 2027"
    assert short_date(MARCH, FRENCH) == "12\u00a0mars 2027"
    assert day_and_month(JUNE, FRENCH) == "1er\u00a0juin"
    assert long_date(JUNE, ENGLISH) == "1 June 2027"


def test_numbers_and_sums_have_the_marks_of_french() -> None:
    assert shown_number(Decimal("1234.5"), FRENCH) == "1\u202f234,5"
    assert shown_money(Decimal(180_000), "EUR", FRENCH) == "180\u202f000\u00a0€"
    assert shown_money(Decimal("0.5"), "", FRENCH).strip() == "0,50"
    assert money_in_words(Decimal(1_200_000), "EUR", FRENCH) == "1,2\u00a0M\u00a0€"


def test_an_act_on_several_is_told_in_the_plural() -> None:
    told = [act_called("Agree {n} action", "Agree {n} actions", n=count).said(FRENCH) for count in (1, 3)]
    assert told == ["Décider 1 action", "Décider 3 actions"]


def test_quotation_marks_hold_on_to_what_they_enclose() -> None:
    """ReportLab breaks a line at the narrow space."""
    quoted = FRENCH.gettext("“{name}”").format(name="Budget")
    assert quoted == "«\u202fBudget\u202f»"
    assert plain(quoted) == "«\u00a0Budget\u00a0»"


def test_a_title_within_a_french_sentence_begins_small() -> None:
    name = "method/clearway-fr.toml"
    method = read_method(resource_text(name), name)
    assert lowered("Nommer un responsable", method) == "nommer un responsable"
    assert lowered("RACI signé", method) == "RACI signé"
