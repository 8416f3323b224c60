"""The room's page about who carries how much, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from gettext import NullTranslations

from desktop.system.long_text import shortened
from desktop.view_models.room.captured import LONGEST_CELL
from desktop.view_models.room.planned.calendar import YEAR, Calendar
from desktop.view_models.room.planned.pages import RoomCarrier, RoomLoad
from desktop.view_models.room.sentences import begun, counted, first_names
from desktop.view_models.session import EngagementSession
from models.engagement.people import name_of
from models.frozen import frozen
from models.plan.plan import Load, loads, start_for
from models.values.months import month_name
from models.values.numbers import shown_number, tidy
from models.values.working_days import working_days_between

MOST_MONTHS = 24
"""Of a person's work that are looked at for a window with too much in it."""


def load_page(session: EngagementSession) -> RoomLoad:
    """Everybody who owns something that is not done, most days first; what nobody owns comes last."""
    words, found = session.words, loads(session.current)
    actions = [action for load in found for action in load.actions]
    calendar, count = Calendar(session, actions), len(actions)
    return RoomLoad(
        title=_title(session, found),
        lead=_lead(session, found),
        head=words.ngettext("{count} action", "{count} actions", count).format(count=count),
        carriers=tuple(_carrier(session, load, calendar) for load in found),
        calendar=calendar.drawn(),
    )


def _carrier(session: EngagementSession, load: Load, calendar: Calendar) -> RoomCarrier:
    person = session.engagement.stakeholder(load.owner_id)
    return RoomCarrier(
        name=shortened(name_of(person), LONGEST_CELL) if person else session.words.gettext("No owner yet"),
        low=load.low,
        high=load.high,
        days=_span(load.low, load.high, session.words),
        works=tuple(calendar.work(action) for action in load.actions),
    )


def _span(low: Decimal, high: Decimal, words: NullTranslations) -> str:
    """As in "33 to 68"."""
    first, last = shown_number(tidy(low), words), shown_number(tidy(high), words)
    return first if low == high else words.gettext("{low} to {high}").format(low=first, high=last)


def _title(session: EngagementSession, found: Sequence[Load]) -> str:
    """The largest share, as far as it holds for the low estimates and for the high."""
    words = session.words
    owned = [load for load in found if session.engagement.stakeholder(load.owner_id)]
    if not found:
        return words.gettext("Nothing that was agreed is still to be done")
    if not owned:
        return words.gettext("Nobody has taken anything on yet")
    most = max(owned, key=lambda load: load.high)
    name = first_names(session.engagement.stakeholders)[most.owner_id]
    if len(found) == 1:
        return words.gettext("{name} carries all of the work").format(name=name)
    low, high = sum(load.low for load in found), sum(load.high for load in found)
    share = min(Fraction(most.low) / Fraction(low or 1), Fraction(most.high) / Fraction(high or 1))
    if any(load.high == most.high for load in owned if load is not most):
        share = Fraction(0)  # of two with as much to do, neither is the one to name
    if part := next((said for least, said in _shares(words) if share > least), ""):
        return words.gettext("{name} carries {share} of the work").format(name=name, share=part)
    return words.gettext("The work is spread over {count} people").format(count=counted(len(owned), words))


def _shares(words: NullTranslations) -> tuple[tuple[Fraction, str], ...]:
    _ = words.gettext
    return (
        (Fraction(3, 4), _("over three quarters")),
        (Fraction(2, 3), _("over two thirds")),
        (Fraction(1, 2), _("over half")),
        (Fraction(2, 5), _("over two fifths")),
        (Fraction(1, 3), _("over a third")),
        (Fraction(1, 4), _("over a quarter")),
    )


@frozen
class _Window:
    """Months in which somebody's work, by the higher estimate, is more than the working days there are."""

    first: date
    last: date
    low: Decimal
    high: Decimal
    days: int


def _lead(session: EngagementSession, found: Sequence[Load]) -> str:
    """Who has too much when, the one the title speaks of without a name; else what nobody owns."""
    words = session.words
    owned = [load for load in found if session.engagement.stakeholder(load.owner_id)]
    for place, load in enumerate(owned):
        if window := _too_full(load, date.today()):
            said = _window_said(window, words)
            name = first_names(session.engagement.stakeholders)[load.owner_id]
            return words.gettext("{name}, {window}").format(name=name, window=said) if place else said
    alone = sum(len(load.actions) for load in found if load not in owned)
    if not alone or not owned:
        return ""
    text = words.ngettext("One action has no owner yet.", "{count} actions have no owner yet.", alone)
    return begun(text.format(count=counted(alone, words)))


def _window_said(window: _Window, words: NullTranslations) -> str:
    months = (window.last.year - window.first.year) * YEAR + window.last.month - window.first.month
    text = (
        words.gettext("{month}: {work} days’ work in {days} working days."),
        words.gettext("{month} and {other}: {work} days’ work in {days} working days."),
        words.gettext("{month} to {other}: {work} days’ work in {days} working days."),
    )[min(months, 2)]
    return text.format(
        month=month_name(window.first.month, words),
        other=month_name(window.last.month, words),
        work=_span(window.low, window.high, words),
        days=window.days,
    )


def _too_full(load: Load, today: date) -> _Window | None:
    """Of whole months, those with the most work beside their working days: what both begins and is due in them."""
    dated = [(start_for(action, action.due), action.due, action) for action in load.actions if action.due]
    if not dated:
        return None
    ends = _month_ends(max(min(begin for begin, _, _ in dated), today), max(due for _, due, _ in dated))
    full = []
    for place, (first, _) in enumerate(ends):
        for _, last in ends[place:]:
            inside = [action for begin, due, action in dated if first <= begin and due <= last]
            low = sum((action.effort_low for action in inside), Decimal(0))
            high = sum((action.effort_high for action in inside), Decimal(0))
            days = working_days_between(first - timedelta(1), last + timedelta(1))
            if high > days:
                full.append(_Window(first, last, low, high, days))
    return max(full, key=lambda window: window.high / max(window.days, 1), default=None)


def _month_ends(first: date, last: date) -> list[tuple[date, date]]:
    """The first day, from `first` on, and the last of each month up to that of `last`."""
    found: list[tuple[date, date]] = []
    while first <= last and len(found) < MOST_MONTHS:
        following = (first.replace(day=1) + timedelta(32)).replace(day=1)
        found.append((first, following - timedelta(1)))
        first = following
    return found
