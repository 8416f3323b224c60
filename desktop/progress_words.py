"""How a plan stands, in words, alike in the window and on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.words import gettext, ngettext, spoken
from models.plan.progress import Standing, Tracked, standing_so
from models.values.months import shown_date
from models.values.numbers import count_word


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


def progress_headline(found: Sequence[Tracked]) -> str:
    """What presses most, as in "One action overdue, two due this week"; else that nothing does."""
    late, held, now, done = _counts(found)
    parts = []
    if late:
        parts.append(ngettext("one action overdue", "{count} actions overdue", late).format(count=_word(late)))
    if held:
        parts.append(ngettext("one held up", "{count} held up", held).format(count=_word(held)))
    if now:
        parts.append(ngettext("one due this week", "{count} due this week", now).format(count=_word(now)))
    if parts:
        text = gettext(", ").join(parts)
        return text[:1].upper() + text[1:]
    if found and done == len(found):
        return gettext("Everything agreed is done")
    return gettext("Nothing is late, and nothing is due this week")


def _word(count: int) -> str:
    return count_word(count, spoken())


def _counts(found: Sequence[Tracked]) -> list[int]:
    """How many are overdue, held up, due this week, done."""
    wanted = (Standing.OVERDUE, Standing.BLOCKED, Standing.THIS_WEEK, Standing.DONE)
    return [len(standing_so(found, standing)) for standing in wanted]


def progress_line(found: Sequence[Tracked]) -> str:
    """All of it in a line: what presses, then how many are done."""
    if not found:
        return gettext("no action is agreed")
    late, held, now, _ = _counts(found)
    parts = []
    if late:
        parts.append(gettext("{count} overdue").format(count=late))
    if held:
        parts.append(gettext("{count} held up").format(count=held))
    if now:
        parts.append(gettext("{count} due this week").format(count=now))
    parts.append(done_line(found))
    return gettext(", ").join(parts)


def done_line(found: Sequence[Tracked]) -> str:
    """How many are done: the rest of the line stands as the headline of a page."""
    done = len(standing_so(found, Standing.DONE))
    return gettext("{done} of {count} done").format(done=done, count=len(found))


def overdue_text(days: int) -> str:
    """How long it has been overdue."""
    return ngettext("{n} day overdue", "{n} days overdue", days).format(n=days)


def tracked_text(one: Tracked) -> str:
    """When it is due, how late it is and what it waits for."""
    return gettext("; ").join(tracked_parts(one))


def tracked_parts(one: Tracked) -> tuple[str, ...]:
    """The same, each by itself."""
    due = one.action.due
    parts = [gettext("due {date}").format(date=shown_date(due, spoken())) if due else gettext("no date yet")]
    if one.standing is Standing.OVERDUE:
        parts.append(ngettext("{n} day late", "{n} days late", one.days_late).format(n=one.days_late))
    if one.waits_for and one.standing is not Standing.DONE:
        numbers = gettext(", ").join(str(action.position) for action in one.waits_for)
        text = ngettext("waits for action {numbers}", "waits for actions {numbers}", len(one.waits_for))
        parts.append(text.format(numbers=numbers))
    return tuple(parts)
