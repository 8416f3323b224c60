"""Every form in `forms.toml`, real ones of spreadsheets, mail programs and people, means what stands beside it."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.diagnosis.voting import read_counts
from models.values.currencies import WITH_COMMA
from models.values.dates import understand_date, understand_days
from models.values.folding import meant
from models.values.money import understand_money
from models.values.numbers import decimal_mark_in, tidy, understand_number, understand_percent
from models.values.refusal import Refusal
from models.values.sentence import Sentence
from models.values.typed.addresses import NamedAddress, read_address
from models.values.typed.understood import Understood
from resources.words import catalogue, languages

TODAY = date(2026, 11, 12)
FORMS = tomllib.loads(Path(__file__).with_name("forms.toml").read_text("utf-8"))
PEOPLE = (
    *("Zoë Adams", "Łukasz Nowak", "Siân Lloyd", "Aoife O’Brien", "Søren Ødegård", "İstanbul Ofisi", "Deniz Işık"),
    *("Lena Straße", "Anne-Marie Dupont", "Ann Berg"),
)


def said(found: Understood[date] | Understood[Decimal] | Sentence) -> str:
    if isinstance(found, Sentence):
        return f"no: {found}"
    other = "" if found.other is None else f" or {plain(found.other)}"
    how = f" ({found.how})" if found.how else ""
    return f"{plain(found.value)}{other}{how}"


def plain(value: date | Decimal) -> str:
    return f"{tidy(value):f}" if isinstance(value, Decimal) else value.isoformat()


def said_address(form: str) -> str:
    found = read_address(form)
    if isinstance(found, NamedAddress):
        return f"{found.name} | {found.address}" if found.name else found.address
    return f"no: {found}"


def said_counts(form: str) -> str:
    try:
        tally = read_counts(form)
    except Refusal as refusal:
        return f"no: {refusal}"
    return " ".join(map(str, tally.counts)) + (f" and {tally.not_known}" if tally.not_known else "")


def usual_mark(context: str) -> str:
    """Of a language that the context names, else of its currency."""
    if context in languages():
        return decimal_mark_in(catalogue(context))
    return "" if context in WITH_COMMA else "."


def sum_in(context: str, form: str) -> str:
    """In a currency, and in a language where the context names one after it."""
    currency, _, language = context.partition(" ")
    return said(understand_money(form, currency, words=catalogue(language or "en")))


def read(kind: str, context: str, form: str) -> str:
    match kind:
        case "date":
            found = understand_date(form, TODAY, past=context == "past", month_first=context == "month first")
            return said(found)
        case "sum":
            return sum_in(context, form)
        case "number":
            return said(understand_number(form, usual_mark(context)))
        case "percent":
            return said(understand_percent(form, usual_mark(context)))
        case "days":
            return said(understand_days(form))
        case "address":
            return said_address(form)
        case "counts":
            return said_counts(form)
    return meant(form, {name: name for name in PEOPLE}) or "no: nobody, or more than one"


ROWS = [(kind, *row) for kind, rows in FORMS.items() for row in rows]


@pytest.mark.parametrize(("kind", "source", "context", "form", "means"), ROWS)
def test_a_form_means_what_stands_beside_it(kind: str, source: str, context: str, form: str, means: str) -> None:
    assert read(kind, context, form) == means, source


def test_the_forms_are_many_and_each_stands_once() -> None:
    assert len(ROWS) >= 300
    assert len({(kind, source, context, form) for kind, source, context, form, _ in ROWS}) == len(ROWS)
    for kind, minimum in {"date": 100, "sum": 80, "number": 40, "address": 30, "person": 25}.items():
        assert len(FORMS[kind]) >= minimum


@pytest.mark.parametrize("kind", FORMS)
def test_each_kind_has_what_is_taken_and_what_is_refused(kind: str) -> None:
    refused = [means for *_, means in FORMS[kind] if means.startswith("no: ")]
    assert 0 < len(refused) < len(FORMS[kind]) / 2
