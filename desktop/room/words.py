"""What the room view says of its own accord, and how it describes a page to a screen reader."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.view_models.room.entries import (
    Captured,
    RoomCount,
    RoomModeResult,
    RoomReading,
    RoomReadings,
    RoomRow,
    RoomTable,
)
from desktop.view_models.room.pages import RoomBudget
from desktop.words import gettext, ngettext


def joined(parts: Iterable[str]) -> str:
    """One after the other."""
    return "\N{NO-BREAK SPACE}· ".join(part for part in parts if part)


def and_more(count: int) -> str:
    """After a list that does not find room."""
    return gettext("and {0} more").format(count)


def and_more_named(count: int, names: str) -> str:
    """The same, and who or what they are."""
    return gettext("and {0} more: {1}").format(count, names)


def sign_label() -> str:
    """Before what a sign is."""
    return gettext("Warning sign")


def also_an_answer() -> str:
    """Below the levels."""
    return gettext("“We do not know” is an answer too.")


def also_my_answer() -> str:
    """Below the levels while each answers alone."""
    return gettext("“I do not know” is an answer too.")


def voting_open() -> str:
    """Of a sign while the room votes on it."""
    return gettext("Voting is open")


def not_known() -> str:
    """Of those who voted that they do not know."""
    return gettext("Not known")


def does_not_apply() -> str:
    """Of a sign that says nothing about this pilot."""
    return gettext("Does not apply")


def not_asked() -> str:
    """Of a sign that nobody has answered."""
    return gettext("Not asked yet")


def level_heading() -> str:
    """Above the levels that were agreed."""
    return gettext("Level")


def answered(chosen: int | None, answer: str, levels: tuple[str, str, str, str], agreed: bool) -> str:
    """As in "Agreed: 2 Established", or "Not known" where nobody said that it was agreed; nothing without an answer."""
    said = answer if chosen is None else f"{chosen} {levels[chosen]}"
    return gettext("Agreed: {0}").format(said) if said and agreed else said


def results_heading() -> str:
    """Above the bars."""
    return gettext("What holds it back, 0 to 100")


def decides_heading() -> str:
    """Above what decides each mode."""
    return gettext("What decides")


def range_note(results: tuple[RoomModeResult, ...]) -> str:
    """What the line across a bar is; only where there is one."""
    open_ = any(r.index is not None and r.lowest != r.highest for r in results)
    return gettext("Line: where it can end") if open_ else ""


def range_words(result: RoomModeResult) -> str:
    """Where a mode can still end up; nothing where that is settled."""
    if result.lowest == result.highest:
        return ""
    return gettext("{0} to {1} possible").format(result.lowest, result.highest)


def readiness_kicker() -> str:
    """Above the verdict."""
    return gettext("Ready for production?")


def what_shows_it(evidence: str) -> str:
    """What would show how a point stands."""
    return gettext("What shows it: {0}").format(evidence)


def condition_note() -> str:
    """Below what has to be true first."""
    return gettext("Figure: the action that does it, and its day.")


def nothing_written() -> str:
    """Of a decision beside which nobody has written anything."""
    return gettext("Nothing is written down yet.")


def no_day() -> str:
    """Where nobody has said a day."""
    return gettext("no date")


def commitment_kicker() -> str:
    """Above an action that is read back."""
    return gettext("Read back: is this what you said?")


def closing_heads() -> tuple[str, str, str, str]:
    """Above what the room leaves with."""
    return gettext("First"), gettext("Who"), gettext("Begins with"), gettext("All of theirs; filled: the first")


def nobody() -> str:
    """Of actions that nobody owns."""
    return gettext("No owner yet")


def more_above(count: int) -> str:
    """Above the rows in sight."""
    return gettext("and {0} above").format(count)


def more_below(count: int) -> str:
    """Below the rows in sight."""
    return gettext("and {0} below").format(count)


def nothing_yet() -> str:
    """Where nothing has been captured."""
    return gettext("What you say appears here")


def entries(count: int) -> str:
    """Of rows that the room is not shown."""
    if not count:
        return gettext("Nothing is written down yet.")
    return gettext("{0} written down").format(count)


def anyone_may_speak() -> str:
    """At the foot of what is being captured."""
    return gettext("Anyone may speak; it is written as it is said")


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


def pilot_row() -> str:
    """Beside what the pilot has cost."""
    return gettext("Pilot")


def plan_row() -> str:
    """Beside what is planned."""
    return gettext("Planned")


def usual_row() -> str:
    """Beside what production usually costs."""
    return gettext("Usual")


def not_entered() -> str:
    """Of a kind of cost without a line."""
    return gettext("Not entered")


def budget_notes(page: RoomBudget) -> tuple[str, str]:
    """What is drawn, and what the rule is worth; only of what is on the page."""
    drawn = gettext("Bar: likely, in thousands.") if page.plan else ""
    if page.plan and page.plan[0].amount != page.plan[2].amount:
        drawn = gettext("Bar: likely, in thousands. Line: low to high.")
    return drawn, gettext("Usual: a rule of thumb, not a quote.") if page.usual else ""


def rules_heading() -> str:
    """Above how the room works."""
    return gettext("How we work")


def proposal_kicker() -> str:
    """Above an action that is put to the room."""
    return gettext("Shall we do this?")


def quadrants() -> tuple[tuple[str, str], tuple[str, str]]:
    """What brings much and what brings little: each for what takes days, and for what takes weeks."""
    return (gettext("Quick wins"), gettext("Big bets")), (gettext("Small steps"), gettext("Think twice"))


def work_axis() -> str:
    """Beside the days along the picture."""
    return gettext("Work")


def in_days(days: int) -> str:
    """At the ends of that line."""
    return ngettext("{0} day", "{0} days", days).format(days)


def number_undated(number: str) -> str:
    """In the place of an action that has no date."""
    return gettext("{0}, no date").format(number)


def load_head() -> str:
    """Above the bars of what each carries."""
    return gettext("Days of work, low to high")


def load_note() -> str:
    """What is drawn of what each carries."""
    return gettext("Bar: low to high. Numbers: actions, when they are due.")


def timeline_note() -> str:
    """What is drawn along the calendar."""
    return gettext("Bar: from the latest day to begin to the day it is due.")


def the_others() -> str:
    """Beside the actions that have no row of their own."""
    return gettext("The others")


def days_carried(days: str) -> str:
    """As in "33 to 68 days of work"."""
    return gettext("{0} days of work").format(days)


def chart_line(part: int) -> str:
    """A line that is one of so many parts of the window's height."""
    return gettext("1/{0}: Can the last row read this line?").format(part)


def chart_said() -> str:
    """What the legibility chart is."""
    return gettext("Lines of four sizes, to be read from the last row")


def captured_said(captured: Captured) -> tuple[str, ...]:
    """What stands in a register, in words, part by part."""
    match captured:
        case RoomTable(rows=()) | RoomReadings(rows=()):
            return (nothing_yet(),)
        case RoomTable():
            return tuple(_row_said(row) for row in captured.rows)
        case RoomReadings():
            return tuple(_reading_said(row) for row in captured.rows)
        case RoomCount():
            return (entries(captured.rows),)


def _row_said(row: RoomRow) -> str:
    return f"{row.number} {joined(cell.text for cell in row.cells)}"


def _reading_said(row: RoomReading) -> str:
    latest = f"{row.latest or '?'} ({read_on(row.on, bool(row.latest))})"
    return f"{row.metric}: {row.baseline or '?'} → {latest} → {row.target or '?'} {row.unit}".rstrip()
