"""Dates, money, effort and small numbers as people write them, through the translation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from gettext import NullTranslations

from models.engagement.engagement import Action, Engagement, Stakeholder
from models.engagement.people import name_of
from models.method.method import WarningSign
from models.statements.standing import sign_text
from models.values.money import money_in_words, shown_money
from models.values.months import month_first, short_date
from models.values.months import short_day as short_day_of_year
from models.values.names import progress_name
from models.values.numbers import with_marks
from models.values.terms import Answer, Progress
from reports.words.text import one_line, shortened

FRACTIONS = {Decimal("0.25"): "¼", Decimal("0.5"): "½", Decimal("0.75"): "¾"}
MILLION = Decimal(1_000_000)
YEAR = 365
"""Days."""
LONGEST_NAME = 60
"""Names inside composed sentences are shortened past this; where they stand alone they are printed in full."""


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def sign_name(sign: WarningSign, answer: Answer | None) -> str:
    """The sign by its name; what is so where it is in good order; without a level its question."""
    if answer is None or answer.level is None:
        return sign.question
    return sign_text(sign, answer) if answer is Answer.NOT_PRESENT else sign.title


def due_text(action: Action, words: NullTranslations) -> str:
    """When the action is due, or that it has no date."""
    return short_date(action.due, words) if action.due else words.gettext("No date yet")


def short_day(day: date, words: NullTranslations, since: date) -> str:
    """As in 22 Jan, for a table; with the year where it is not within a year after `since`."""
    if not 0 <= (day - since).days < YEAR:
        return short_date(day, words)
    return short_day_of_year(day, words)


def progress_text(progress: Progress, words: NullTranslations) -> str:
    """How far the action has come; empty before it has started, which needs no word."""
    return "" if progress is Progress.NOT_STARTED else progress_name(progress, words)


def plain_number(value: Decimal, words: NullTranslations) -> str:
    """Without trailing zeros, halves and quarters as people write them: ½, 2, 20."""
    if not value.is_finite():
        return "–"
    whole, part = divmod(value, 1)
    if part in FRACTIONS and value > 0:
        return f"{whole.normalize():f}" * bool(whole) + FRACTIONS[part]
    return with_marks(f"{value.normalize():f}", words)


def effort_text(action: Action, words: NullTranslations) -> str:
    """As in "1 to 2 days"."""
    low, high = action.effort_low, action.effort_high
    if low == high:
        text = words.ngettext("{days} day", "{days} days", 1 if high <= 1 else 2)
        return text.format(days=plain_number(high, words))
    text = words.ngettext("{low} to {high} day", "{low} to {high} days", 1 if high <= 1 else 2)
    return text.format(low=plain_number(low, words), high=plain_number(high, words))


def money(amount: Decimal, currency: str, words: NullTranslations) -> str:
    """As in "£180,000"; pence only where there are any."""
    return shown_money(amount, shortened(one_line(currency), 12), words).strip()


def sum_in_words(amount: Decimal, currency: str, words: NullTranslations) -> str:
    """As in "£345,000" or "£1.2 M", for a sentence or a chart."""
    return money_in_words(amount, shortened(one_line(currency), 12), words).strip()


def exact_sum(amount: Decimal, currency: str, words: NullTranslations) -> str:
    """A sum as it was given, unless it is too large to be read so."""
    return money(amount, currency, words) if abs(amount) < MILLION else sum_in_words(amount, currency, words)


def person(who: Stakeholder | None) -> str:
    """A stakeholder's name, or the role where there is no name; empty where there is neither."""
    return name_of(who) if who else ""


def owner_name(action: Action, engagement: Engagement) -> str:
    """Who owns the action; empty while nobody does."""
    return person(engagement.stakeholder(action.owner_id)) if action.owner_id else ""


def subject(engagement: Engagement, words: NullTranslations) -> str:
    """The pilot and the client, each short enough for a sentence; what has no name is left out."""
    names = [shortened(one_line(name), LONGEST_NAME) for name in (engagement.pilot.name, engagement.client.name)]
    return words.gettext(", ").join(n for n in names if n) or words.gettext("The pilot")


def order_said(language: str, words: NullTranslations) -> str:
    """In which order a date is to be typed, for the head of a column."""
    return words.gettext("month/day/year") if month_first(language) else words.gettext("day/month/year")
