"""Who carries how much of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from gettext import NullTranslations

from models.engagement.engagement import Engagement
from models.plan.plan import Load
from models.values.months import short_date
from reports.charts.colours import ChartColours
from reports.charts.marks import bar, fitted, hollow, label
from reports.charts.shapes import Drawing, Group
from reports.type.fonts import SANS, SANS_SEMIBOLD, register_fonts
from reports.words.phrases import person, plain_number
from reports.words.text import one_line

ROW, NAME_WIDTH, SUM_WIDTH = 30, 150, 150
NAME_ROOM = NAME_WIDTH - 10


def owner_load(
    loads: Sequence[Load], engagement: Engagement, colours: ChartColours, words: NullTranslations, width: float = 487
) -> Drawing:
    """A row of 30 points for each owner. The full bar is the low estimate of the days, the pale one reaches the high.

    What nobody owns is hollow and says so.
    """
    register_fonts()
    drawing = Drawing(width, max(ROW * len(loads), ROW))
    most = max((load.high for load in loads), default=Decimal(1)) or Decimal(1)
    room = width - NAME_WIDTH - SUM_WIDTH
    for place, load in enumerate(loads):
        drawing.add(
            _row(load, ROW * (len(loads) - place - 0.5), engagement, float(room / float(most)), width, colours, words)
        )
    return drawing


def _row(
    load: Load,
    middle: float,
    engagement: Engagement,
    unit: float,
    width: float,
    colours: ChartColours,
    words: NullTranslations,
) -> Group:
    owner = person(engagement.stakeholder(load.owner_id)) if load.owner_id else words.gettext("Nobody yet")
    name = fitted(one_line(owner) or "–", SANS_SEMIBOLD, 9, NAME_ROOM)
    found = Group(label(0, middle + 1, name, 9, colours.ink, SANS_SEMIBOLD))
    count = words.ngettext("{count} action", "{count} actions", len(load.actions)).format(count=len(load.actions))
    numbers = ", ".join(str(action.position) for action in load.actions)
    said = fitted(words.gettext("{actions}: {numbers}").format(actions=count, numbers=numbers), SANS, 7.5, NAME_ROOM)
    found.add(label(0, middle - 9, said, 7.5, colours.muted))
    low, high = float(load.low) * unit, float(load.high) * unit
    if load.owner_id:
        found.add(bar(NAME_WIDTH, middle - 4, max(high, 1), 9, colours.ramp[1]))
        found.add(bar(NAME_WIDTH, middle - 4, max(low, 1), 9, colours.series))
    else:
        found.add(hollow(NAME_WIDTH, middle - 4, max(high, 1), 9, colours.muted, colours.background))
    x = NAME_WIDTH + high + 8
    found.add(label(x, middle + 1, _days(load, words), 8.5, colours.ink, SANS_SEMIBOLD))
    first = next((action.due for action in load.actions if action.due), None)
    when = (
        words.gettext("first due {date}").format(date=short_date(first, words)) if first else words.gettext("no date")
    )
    found.add(label(x, middle - 8.5, fitted(when, SANS, 7.5, width - x), 7.5, colours.muted))
    return found


def _days(load: Load, words: NullTranslations) -> str:
    if load.low == load.high:
        text = words.ngettext("{days} day", "{days} days", 1 if load.high == 1 else 2)
        return text.format(days=plain_number(load.high, words))
    low, high = plain_number(load.low, words), plain_number(load.high, words)
    return words.gettext("{low} to {high} days").format(low=low, high=high)
