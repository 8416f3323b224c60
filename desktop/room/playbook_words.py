"""What the room view says of its own accord on the pages about the playbook and the close."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.view_models.room.entries import (
    Captured,
    RoomBudget,
    RoomCount,
    RoomLine,
    RoomOutcome,
    RoomOwner,
    RoomReading,
    RoomRow,
    RoomRows,
    RoomTask,
)
from desktop.words import gettext


def phases_heading() -> str:
    """Above the phases in the rail."""
    return gettext("Playbook")


def joined(parts: Iterable[str]) -> str:
    """The cells of a row, one after the other."""
    return "\N{NO-BREAK SPACE}· ".join(parts)


def more_above(count: int) -> str:
    """Above the rows in sight."""
    return gettext("and {0} more above").format(count)


def more_below(count: int) -> str:
    """Below the rows in sight."""
    return gettext("and {0} more below").format(count)


def and_more(count: int) -> str:
    """After a list that does not find room."""
    return gettext("and {0} more").format(count)


def nothing_yet() -> str:
    """Where nothing has been captured."""
    return gettext("What you say appears here")


def entries(count: int) -> str:
    """Of rows that the room is not shown."""
    if not count:
        return gettext("Nothing is written down yet")
    return gettext("{0} written down").format(count)


def accountable_in_doubt(names: tuple[str, ...]) -> str:
    """Where not exactly one person answers for a task."""
    if not names:
        return gettext("Nobody answers for it yet")
    return gettext("Only one of: {0}").format(", ".join(names))


def no_task() -> str:
    """Of a task without a name."""
    return gettext("A task without a name")


def parts(task: RoomTask) -> str:
    """Who else has a part in a task."""
    said = (
        (gettext("Does it: {0}"), task.responsible),
        (gettext("Advises: {0}"), task.consulted),
        (gettext("Is told: {0}"), task.informed),
    )
    # What a name stands for stays on its line.
    bound = ((text.replace(" {0}", "\N{NO-BREAK SPACE}{0}"), names) for text, names in said)
    return joined(text.format(", ".join(names)) for text, names in bound if names)


def no_result() -> str:
    """Of a test that has none."""
    return gettext("No result yet")


def baseline() -> str:
    """Below where a metric was."""
    return gettext("at the start")


def read_on(day: str, known: bool) -> str:
    """Below the latest reading."""
    if not known:
        return gettext("no reading yet")
    return day or gettext("no date")


def target() -> str:
    """Below where a metric is to be."""
    return gettext("target")


def plan_words(low: str, likely: str, high: str) -> str:
    """The plan's sum and how far it may go either way."""
    if low == high:
        return gettext("Planned: {0}").format(likely)
    return gettext("Planned: {0}, between {1} and {2}").format(likely, low, high)


def rule_words(low: str, high: str) -> str:
    """What the band is."""
    return gettext("{low} to {high} times the pilot").format(low=low, high=high)


def decision_heading() -> str:
    """Above how a phase was closed."""
    return gettext("Decision on this phase")


def no_costs() -> str:
    """Of a kind of cost without a line."""
    return gettext("no line yet")


def state_words() -> tuple[str, str, str]:
    """What has been done, begun and not begun."""
    return (
        gettext("done"),
        gettext("open"),
        gettext("missing"),
    )


def nothing_open() -> str:
    """Of a phase in which everything is done."""
    return gettext("Nothing is open or missing")


def more_impact() -> str:
    """At the top of the plane."""
    return gettext("↑ brings more")


def more_effort() -> str:
    """At the right of the plane."""
    return gettext("takes more days →")


def closing_heading() -> str:
    """Above what the room leaves with."""
    return gettext("What we leave with")


def nobody() -> str:
    """Of commitments that nobody owns."""
    return gettext("No owner yet")


def owned(owner: RoomOwner) -> str:
    """How much somebody owns and when the first of it is due."""
    due = owner.due or gettext("no date yet")
    if owner.due:
        due = gettext("next on {0}").format(owner.due)
    return joined((owner.owns, due))


def captured_said(captured: Captured) -> tuple[str, ...]:
    """What stands in a register, in words, part by part."""
    match captured:
        case RoomRows():
            return tuple(_described_row(row) for row in captured.rows) or (nothing_yet(),)
        case RoomCount():
            return (entries(captured.rows),)
        case RoomBudget():
            plan = plan_words(*(s.text for s in captured.plan)) if captured.plan else ""
            kinds = (f"{k.name}: {joined((k.share, k.likely)) if k.likely else no_costs()}" for k in captured.kinds)
            return plan, captured.sentence, *kinds


def _described_row(row: RoomRow) -> str:
    match row:
        case RoomLine():
            return joined(part for part in (str(row.step or ""), row.strong, *row.rest) if part)
        case RoomTask():
            one = len(row.accountable) == 1
            who = row.accountable[0] if one else accountable_in_doubt(row.accountable)
            return joined(part for part in (f"{who}: {row.task or no_task()}", parts(row)) if part)
        case RoomReading():
            latest = f"{row.latest or '?'} ({read_on(row.on, bool(row.latest))})"
            return f"{row.metric}: {row.baseline or '?'} → {latest} → {row.target or '?'} {row.unit}".rstrip()
        case RoomOutcome():
            return joined(part for part in (f"{row.test}: {row.word or no_result()}", row.shown_by) if part)
