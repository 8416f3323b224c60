"""Dates, money, effort and small numbers as people write them, through the translation."""

from __future__ import annotations

from decimal import Decimal
from gettext import NullTranslations

from models.engagement.engagement import Action, Engagement, Stakeholder
from models.engagement.people import name_of
from models.values.money import shown_money
from models.values.months import short_date
from models.values.names import progress_name
from models.values.terms import Progress
from reports.words.text import one_line, shortened

LONGEST_NAME = 60
"""Names inside composed sentences are shortened past this; where they stand alone they are printed in full."""


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def due_text(action: Action, words: NullTranslations) -> str:
    """When the action is due, or that it has no date."""
    return short_date(action.due, words) if action.due else words.gettext("No date yet")


def progress_text(progress: Progress, words: NullTranslations) -> str:
    """How far the action has come; empty before it has started, which needs no word."""
    return "" if progress is Progress.NOT_STARTED else progress_name(progress, words)


def plain_number(value: Decimal) -> str:
    """Without trailing zeros: 0.5, 2, 20."""
    return f"{value.normalize():f}" if value.is_finite() else "–"


def effort_text(action: Action, words: NullTranslations) -> str:
    """As in "1 to 2 days"."""
    low, high = action.effort_low, action.effort_high
    if low == high:
        text = words.ngettext("{days} day", "{days} days", 1 if high == 1 else 2)
        return text.format(days=plain_number(high))
    return words.gettext("{low} to {high} days").format(low=plain_number(low), high=plain_number(high))


def money(amount: Decimal, currency: str) -> str:
    """As in "£180,000"; pence only where there are any."""
    return shown_money(amount, shortened(one_line(currency), 12)).strip()


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
