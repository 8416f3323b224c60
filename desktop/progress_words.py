"""How a plan stands, in words, alike in the window and on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.words import gettext, ngettext, spoken
from models.plan.progress import Standing, Tracked, standing_so
from models.values.months import shown_date


def standing_name(standing: Standing) -> str:
    """What those that stand so are called together."""
    return {
        Standing.OVERDUE: gettext("Overdue"),
        Standing.BLOCKED: gettext("Held up"),
        Standing.THIS_WEEK: gettext("Due this week"),
        Standing.LATER: gettext("Due later"),
        Standing.UNDATED: gettext("Without a date"),
        Standing.DONE: gettext("Done"),
    }[standing]


def progress_line(found: Sequence[Tracked]) -> str:
    """All of it in a line: what presses, then how many are done."""
    if not found:
        return gettext("no action is agreed")
    late, held, now, done = (
        len(standing_so(found, standing))
        for standing in (Standing.OVERDUE, Standing.BLOCKED, Standing.THIS_WEEK, Standing.DONE)
    )
    parts = []
    if late:
        parts.append(gettext("{count} overdue").format(count=late))
    if held:
        parts.append(gettext("{count} held up").format(count=held))
    if now:
        parts.append(gettext("{count} due this week").format(count=now))
    parts.append(gettext("{done} of {count} done").format(done=done, count=len(found)))
    return gettext(", ").join(parts)


def tracked_text(one: Tracked) -> str:
    """When it is due, how late it is and what it waits for."""
    due = one.action.due
    parts = [gettext("due {date}").format(date=shown_date(due, spoken())) if due else gettext("no date yet")]
    if one.standing is Standing.OVERDUE:
        parts.append(ngettext("{n} day late", "{n} days late", one.days_late).format(n=one.days_late))
    if one.waits_for and one.standing is not Standing.DONE:
        numbers = gettext(", ").join(str(action.position) for action in one.waits_for)
        text = ngettext("waits for action {numbers}", "waits for actions {numbers}", len(one.waits_for))
        parts.append(text.format(numbers=numbers))
    return gettext("; ").join(parts)
