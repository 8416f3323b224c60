"""How the room's pages put things: counts in words, dates without a year, a title within a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from gettext import NullTranslations

from models.attending.person_names import title_and_name
from models.engagement.engagement import Action, Engagement, Stakeholder
from models.engagement.people import is_role, name_of
from models.method.method import Method
from models.plan.titles import titled
from models.values.months import day_and_month, short_date, short_day
from models.values.numbers import count_word, shown_number, tidy

LONGEST_TITLE = 50
"""Characters of a finding."""
DAYS_IN_A_WEEK = 7
MOST_NAMED = 3
"""Of a list that a sentence tells; the rest is counted."""


def writes_nouns_small(method: Method) -> bool:
    """Whether a noun within a sentence begins with a small letter in the language of the method, as far as we know."""
    return method.language.startswith(("en", "fr"))


def begun(text: str) -> str:
    """As a sentence begins."""
    return text[:1].upper() + text[1:]


def lowered(text: str, method: Method, names: Iterable[str] = ()) -> str:
    """As it stands within a sentence; unchanged where it begins with one of `names` or an abbreviation, or is of a
    language that writes nouns large.
    """
    first = text.split(" ", 1)[0]
    kept = not writes_nouns_small(method) or (not first[1:].islower() and len(first) > 1)
    known = {word for name in names for word in name.split()}
    return text if kept or first.strip("’'s,") in known or first in known else text[:1].lower() + text[1:]


def names_in(engagement: Engagement) -> tuple[str, ...]:
    """Names that stay large wherever they stand."""
    people = [word for person in engagement.stakeholders for word in (person.name, person.role)]
    return (engagement.client.name, engagement.pilot.name, *people)


def counted(count: int, words: NullTranslations) -> str:
    """See `count_word`; a sentence that begins with it has to be `begun`."""
    return count_word(count, words)


def listed(texts: Sequence[str], words: NullTranslations, most: int = MOST_NAMED) -> str:
    """As in "a, b and c", or "a, b, c and two more"."""
    shown, rest = texts[:most], len(texts) - most
    if rest > 0:
        more = words.gettext("{count} more").format(count=count_word(rest, words))
        return words.gettext("{first} and {last}").format(first=", ".join(shown), last=more)
    *first, last = shown or ("",)
    return words.gettext("{first} and {last}").format(first=", ".join(first), last=last) if first else last


def weekday(day: date, words: NullTranslations) -> str:
    """The day of the week, in full."""
    names = words.gettext("Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split()
    return names[day.weekday()]


def sentence_date(day: date, engagement: Engagement, words: NullTranslations) -> str:
    """As in "22 January"; with the year where it is not within one of the workshop."""
    return day_and_month(day, words, engagement.current.assessment.held_on or date.today())


def table_date(day: date | None, engagement: Engagement, words: NullTranslations) -> str:
    """As in "22 Jan"; with the year likewise. Empty for None."""
    if day is None:
        return ""
    since = engagement.current.assessment.held_on or date.today()
    if not 0 <= (day - since).days < 365:
        return short_date(day, words)
    return short_day(day, words)


def first_names(people: Sequence[Stakeholder]) -> dict[str, str]:
    """By id: the first name; two of one name with the initial of the other, and in full where that is no help, or where
    it is a role or a title with one name ("Dr Okafor"). Who has no name is called by the role; beside a name it is not
    for the room.
    """
    parted = {p.id: title_and_name(p.name) for p in people if p.name.strip() and not is_role(p.name)}
    known = {key: words for key, (title, name) in parted.items() if len(words := name.split()) > 1 or not title}
    found = {person.id: name_of(person) for person in people}
    firsts = Counter(first for first, *_ in known.values())
    longer = {key: f"{first} {last[:1]}." for key, (first, *rest) in known.items() for last in rest[-1:]}
    twice = Counter(longer.values())
    for key, (first, *_) in known.items():
        if firsts[first] == 1:
            found[key] = first
        elif key in longer and twice[longer[key]] == 1:
            found[key] = longer[key]
    return found


def short_name(action: Action, method: Method, words: NullTranslations) -> str:
    """What an action is called where there is little room: the pack's own name where the title is still the pack's."""
    same = (template.short for template in method.actions if template.title == action.title)
    return action.short.strip() or next(same, "") or titled(action.title, words)


def days_of_work(low: Decimal, high: Decimal, words: NullTranslations) -> str:
    """As in "2 to 5 days"."""
    first, last = (shown_number(tidy(days), words) for days in (low, high))
    if first != last:
        return words.gettext("{low} to {high} days").format(low=first, high=last)
    return words.ngettext("{days} day", "{days} days", 1 if high == 1 else 2).format(days=first)


def how_far(day: date, today: date, words: NullTranslations) -> str:
    """As in "in four weeks"; what is over says so."""
    days = (day - today).days
    if days < 0:
        return words.gettext("which is over")
    if not days:
        return words.gettext("today")
    if days < 2 * DAYS_IN_A_WEEK:
        return words.ngettext("in {count} day", "in {count} days", days).format(count=count_word(days, words))
    weeks = round(days / DAYS_IN_A_WEEK)
    return words.ngettext("in {count} week", "in {count} weeks", weeks).format(count=count_word(weeks, words))
