"""How a pilot stands, in the words of the library's columns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.words import gettext, ngettext, spoken
from models.portfolio.soon import next_day
from models.portfolio.standing import PilotStanding
from models.portfolio.wording import what_is_next, worst_finding
from models.readiness.readiness import verdict_name
from models.values.months import short_date, short_day, short_weekday


def worst_text(pilot: PilotStanding, findings: Mapping[str, str]) -> str:
    """What the mode that leads comes to, in words."""
    return worst_finding(pilot, findings, spoken())


def next_text(pilot: PilotStanding, today: date) -> tuple[str, str]:
    """What is late, else the day of what is next; and below it what that is."""
    found, day = pilot.counted, next_day(pilot.counted, today)
    due, what = "", ""
    if day is not None:
        due = gettext("{weekday} {day}").format(weekday=short_weekday(day, spoken()), day=short_day(day, spoken()))
        what = what_is_next(pilot, spoken()) if day == found.next_due else gettext("Workshop")
    if found.overdue:
        late = ngettext("{n} overdue", "{n} overdue", found.overdue).format(n=found.overdue)
        then = gettext(", ").join(filter(None, (due, what)))
        return late, gettext("then {action}").format(action=then) if then else ""
    if due:
        return due, what
    target = found.target if found.target and found.target >= today else None
    return gettext("Nothing due"), gettext("wanted live {date}").format(
        date=short_date(target, spoken())
    ) if target else ""


def standing_text(pilot: PilotStanding, findings: Mapping[str, str]) -> str:
    """All of it for whoever cannot see the columns."""
    text = gettext("Worst: {worst}. {verdict}. {next}.")
    said = gettext(", ").join(filter(None, next_text(pilot, date.today())))
    return text.format(worst=worst_text(pilot, findings), verdict=verdict_name(pilot.verdict, spoken()), next=said)


def held_text(pilot: PilotStanding, today: date) -> str:
    """When its round was held, with the year where that is another one; empty while no day is known."""
    day = pilot.counted.held_on
    if day is None:
        return ""
    return short_day(day, spoken()) if day.year == today.year else short_date(day, spoken())
