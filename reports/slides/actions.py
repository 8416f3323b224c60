"""The slides of the actions: those that come first, then those that follow, seven on each."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.text import PP_ALIGN

from models.plan.plan import PlanLine
from models.plan.titles import titled
from models.plan.waves import Wave
from models.values.colour import ink_on
from models.values.months import long_date
from reports.slides.kit import BRAND, INK, QUIET, Look, SlideKit
from reports.slides.table import Cell, Column, Row, table_slides
from reports.type.ink import AMBER, RED
from reports.words.facts import Facts
from reports.words.findings import actions_title, last_title, later_title
from reports.words.late import due_and_late, late_text
from reports.words.phrases import effort_text, progress_text
from reports.words.plan_words import first_ones, ownership, why_of

SIZE = 13.6
SHARES, LATE_SHARES = (340, 245, 80), (317, 218, 130)
"""Widths of action, reason and day; the day has room to say how late it is where any is."""
STRONG = Look(14.4, bold=True)
DAY = Look(SIZE, bold=True)
LATE = Look(SIZE, RED, bold=True)
MISSING = Look(SIZE, AMBER, bold=True)


def actions(kit: SlideKit) -> None:
    """A table for each part of the plan; the summary shows what comes first alone."""
    facts = kit.facts
    first = facts.wave(Wave.FIRST)
    following, later = facts.wave(Wave.NEXT), facts.wave(Wave.LATER)
    if first or not facts.lines:
        lead = first_ones(facts) or (ownership(facts) if facts.lines else "")
        _table(kit, actions_title(facts), lead, first)
    if kit.brief and first:
        return
    if following:
        title, lead = (later_title(facts), "") if first else (actions_title(facts), ownership(facts))
        _table(kit, title, lead, following)
    if later:
        headed = first or following
        _table(kit, last_title(facts) if headed else actions_title(facts), "" if headed else ownership(facts), later)


def _table(kit: SlideKit, title: str, lead: str, lines: Sequence[PlanLine]) -> None:
    words, late = kit.words, any(late_text(kit.facts, line.action) for line in lines)
    action, why, due = LATE_SHARES if late else SHARES
    columns = [
        Column(words.gettext("No."), 46, Look(SIZE, BRAND, bold=True)),
        Column(words.gettext("Action"), action, STRONG),
        Column(words.gettext("Level"), 46, Look(SIZE, INK, bold=True, align=PP_ALIGN.CENTER)),
        Column(words.gettext("Why"), why, Look(SIZE), inset=8),
        Column(words.gettext("Owner"), 125, Look(SIZE)),
        Column(words.gettext("Due"), due, DAY),
    ]
    source = words.gettext("Level: that of the sign an action rests on, 0 to 3. Source: the action plan, {date}.")
    said = source.format(date=long_date(kit.facts.held_on, words))
    table_slides(
        kit, title, lead, said, columns, [_row(kit, line) for line in lines], [_whole(kit.facts, x) for x in lines]
    )


def _row(kit: SlideKit, line: PlanLine) -> Row:
    facts, words = kit.facts, kit.words
    why, owner, late = why_of(facts, line), facts.owner(line).strip(), late_text(facts, line.action)
    day = due_and_late(facts, line.action, facts.held_on)
    return [
        Cell(str(line.number)),
        Cell(titled(line.action.title, words)),
        _level(kit, why.answer.level if why.answer else None, why.answer is not None),
        Cell(why.text),
        Cell(owner) if owner else Cell(words.gettext("No owner yet"), MISSING),
        Cell(day, LATE if late else DAY) if line.action.due else Cell(words.gettext("No date"), MISSING),
    ]


def _level(kit: SlideKit, level: int | None, asked: bool) -> Cell:
    """On the tint of the level; a question mark where nobody knows."""
    if level is None:
        return Cell("?" if asked else "", Look(SIZE, QUIET, bold=True, align=PP_ALIGN.CENTER))
    ground = kit.colours.ramp[level]
    return Cell(str(level), Look(SIZE, ink_on(ground), bold=True, align=PP_ALIGN.CENTER), ground)


def _whole(facts: Facts, line: PlanLine) -> str:
    """An action with all that the plan says of it, for the notes."""
    words, action = facts.words, line.action
    parts = [
        f"{line.number}. {titled(action.title, words)}",
        words.gettext("Why: {text}").format(text=why_of(facts, line).text),
        words.gettext("Done when: {text}").format(text=action.done_when.strip()) if action.done_when.strip() else "",
        facts.owner(line).strip() or words.gettext("No owner yet"),
        due_and_late(facts, action, facts.held_on),
        effort_text(action, words),
        progress_text(action.progress, words),
    ]
    return " · ".join(filter(None, parts))
