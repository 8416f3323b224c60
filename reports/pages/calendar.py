"""The plan along the calendar, on pages that lie on their side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from models.engagement.registers import GateCondition
from models.plan.plan import PlanLine, start_for
from models.plan.rubs import Kind, Rub
from models.plan.waves import Wave
from models.playbook.cells import day_in, number_in
from models.values.letters import headed
from models.values.months import day_and_month, long_date
from models.values.numbers import count_word, shown_number
from reports.figures.calendar import LEAST_ROW, CalendarGroup, CalendarRow, Tie, calendar, calendar_height
from reports.figures.calendar import LEFT as CALENDAR_LEFT
from reports.figures.calendar_days import CalendarFrame, DayMark, Stage, calendar_frame, not_whole
from reports.figures.calendar_scale import CalendarScale
from reports.layout.flowables import Flowable, NextPageTemplate, PageBreak
from reports.layout.page_frame import INSIDE, WIDE
from reports.layout.page_kit import PageKit, stacked_height
from reports.words.facts import Facts
from reports.words.findings import calendar_title
from reports.words.late import condition_late, due_and_late, late_text
from reports.words.phrases import sentence, short_day
from reports.words.plan_words import group_name, short_name
from reports.words.text import one_line

ROOM_FOR_SOURCE, LONGEST_NAMES = 26.0, 160
"""Points for two lines below the chart; characters there for stages whose names have no room in it."""
STAGES = "ordered"
"""The kind of register whose rows with a day are stages."""


def calendar_pages(kit: PageKit, facts: Facts) -> list[Flowable]:
    """As many charts as the pages need; none where nothing has a date and no day is wanted."""
    wide, lines = kit.turned, facts.lines
    if not any(line.action.due for line in lines) and not (lines and facts.engagement.pilot.target_date):
        return []
    head = [
        *wide.heading(facts.words.gettext("When"), calendar_title(facts)),
        wide.paragraph(calendar_span(facts), "text"),
    ]
    head.append(wide.space(8))
    scale, stages = _span(wide, facts)
    room = wide.height - stacked_height(head, wide.width) - ROOM_FOR_SOURCE
    story: list[Flowable] = [NextPageTemplate(WIDE)]
    for part in _pages_of(facts, room, calendar_frame(stages, calendar_marks(facts), scale)):
        chart = _chart(wide, facts, part, stages, scale, room)
        story += [PageBreak(), *(head if len(story) == 1 else []), *chart]
    return [*story, NextPageTemplate(INSIDE), PageBreak()]


def _pages_of(facts: Facts, room: float, frame: CalendarFrame) -> list[Sequence[PlanLine]]:
    """The actions in the order of the plan, on as few pages as hold them, about as many on each."""
    pages = _filled(facts, room, frame, len(facts.lines))
    return _filled(facts, room, frame, -(-len(facts.lines) // len(pages)))


def _filled(facts: Facts, room: float, frame: CalendarFrame, most: int) -> list[Sequence[PlanLine]]:
    """Portions of at most so many actions, of which each fits into `room` points."""
    parts: list[list[PlanLine]] = [[]]
    names: list[str] = []
    for line in facts.lines:
        names.append(group_name(facts, line))
        sizes = [len(list(group)) for _, group in groupby(names)]
        if parts[-1] and (len(parts[-1]) == most or calendar_height(sizes, frame, LEAST_ROW) > room):
            parts.append([])
            names = names[-1:]
        parts[-1].append(line)
    return list(parts)


def _span(kit: PageKit, facts: Facts) -> tuple[CalendarScale, list[Stage]]:
    """The days that the calendar reaches over, and the stages that begin in them."""
    days = [facts.held_on, *(mark.day for mark in calendar_marks(facts) if mark.wanted)]
    for line in facts.lines:
        days += [day for day in (line.action.due, begins_on(facts, line)) if day]
    stages = [stage for n, stage in enumerate(calendar_stages(facts)) if not n or stage.start <= max(days)]
    return CalendarScale(days, CALENDAR_LEFT, kit.width), stages


def _chart(
    kit: PageKit, facts: Facts, lines: Sequence[PlanLine], stages: list[Stage], scale: CalendarScale, room: float
) -> list[Flowable]:
    words, marks = facts.words, calendar_marks(facts)
    groups, ties = _groups(facts, lines), list(calendar_ties(facts))
    title = words.gettext("Where it runs")
    drawing = calendar(groups, stages, title, marks, ties, scale, kit.colours, words, kit.width, room)
    source = words.gettext(
        "A bar runs from the day work has to begin, at the higher effort, to the day it is due. An arrow is drawn "
        "where under ten working days lie between two actions."
    )
    told = " ".join(f"{sentence(stage.name).rstrip('.')}." for stage in not_whole(stages, scale))
    below = f"{told} {source}" if 0 < len(told) <= LONGEST_NAMES else source
    return kit.figure(drawing, _in_words(facts, lines, marks, stages), below)


def begins_on(facts: Facts, line: PlanLine) -> date | None:
    """When it has to begin; an undated one, to be done by the day that production is wanted."""
    target = facts.engagement.pilot.target_date
    return line.start if line.action.due else start_for(line.action, target) if target else None


def _groups(facts: Facts, lines: Sequence[PlanLine]) -> list[CalendarGroup]:
    found = []
    for name, group in groupby(lines, key=lambda line: group_name(facts, line)):
        members = list(group)
        first = members[0].wave is Wave.FIRST
        leading = first and (members[0].action.id in facts.rested_on or not facts.rested_on)
        found.append(
            CalendarGroup(name, 3 if leading else 2 if first else 1, [calendar_row(facts, line) for line in members])
        )
    return found


def calendar_row(facts: Facts, line: PlanLine) -> CalendarRow:
    """What the calendar shows of an action."""
    owner = one_line(facts.owner(line)) or facts.words.gettext("No owner yet")
    late = any(
        rub.kind is Kind.BACKWARDS and rub.action_id == line.action.id and not rub.after_id for rub in facts.rubs
    )
    return CalendarRow(
        key=line.action.id,
        number=line.number,
        name=short_name(facts, line),
        owner=owner,
        start=begins_on(facts, line),
        due=line.action.due,
        said=_said(facts, line, late),
        late=late or bool(late_text(facts, line.action)),
        first=line.wave is Wave.FIRST,
    )


def _said(facts: Facts, line: PlanLine, late: bool) -> str:
    """The day, or by when work has to begin where there is none."""
    words, due, start = facts.words, line.action.due, begins_on(facts, line)
    if due is None:
        if start is None:
            return words.gettext("No date yet")
        text = words.gettext("No date yet; has to begin by {day}")
        if start < facts.today:
            text = words.gettext("No date yet; had to begin by {day}")
        return text.format(day=day_and_month(start, words, facts.held_on))
    day = due_and_late(facts, line.action, facts.held_on)
    asked = [c.day for c in facts.engagement.current.conditions if c.action_id == line.action.id and c.day]
    if not late or not asked:
        return day
    text = words.gettext("{day}; asked for by {asked}")
    return text.format(day=day, asked=short_day(min(asked), words, facts.held_on))


def calendar_ties(facts: Facts) -> Iterator[Tie]:
    """Where one action waits for another with little room, or none."""
    numbers = {line.action.id: line.number for line in facts.lines}
    for rub in facts.rubs:
        if rub.after_id:
            yield Tie(rub.after_id, rub.action_id, _room(facts, rub, numbers[rub.after_id]), rub.kind is Kind.BACKWARDS)


def _room(facts: Facts, rub: Rub, after: int) -> str:
    words = facts.words
    if rub.kind is Kind.BACKWARDS:
        return words.gettext("has to begin before {number} is done").format(number=after)
    text = words.ngettext("one working day to spare", "{count} working days to spare", rub.spare)
    return text.format(count=count_word(rub.spare, words))


def calendar_marks(facts: Facts) -> list[DayMark]:
    """The days that gates name, and the one that production is wanted."""
    words, since = facts.words, facts.held_on
    text = words.gettext("{day}: {what}")
    found = [
        DayMark(c.day, text.format(day=_gate_day(facts, c, c.day), what=one_line(c.text).rstrip(".")))
        for c in facts.engagement.current.conditions
        if c.day
    ]
    if target := facts.engagement.pilot.target_date:
        said = text.format(day=short_day(target, words, since), what=words.gettext("production is wanted"))
        found.append(DayMark(target, said, wanted=True))
    return found


def _gate_day(facts: Facts, condition: GateCondition, day: date) -> str:
    """The day of a gate's condition, and that it is past where nothing says that it is met."""
    said, late = short_day(day, facts.words, facts.held_on), condition_late(facts, condition)
    return facts.words.gettext("{text} ({late})").format(text=said, late=late) if late else said


def calendar_stages(facts: Facts) -> Iterator[Stage]:
    """The rows with a day of the first register that is in stages, by their days."""
    current = facts.engagement.current
    for register in facts.method.registers:
        days = [c for c in register.columns if c.kind == "date" and not facts.method.is_private(c)]
        if (
            register.private
            or register.kind != STAGES
            or len(days) != 1
            or facts.method.is_private(register.columns[0])
        ):
            continue
        counts = [c for c in register.columns if c.kind == "number" and not facts.method.is_private(c)]
        found = []
        for entry in current.entries_of(register.id):
            day = day_in(current.value(entry.id, days[0].id))
            count = number_in(current.value(entry.id, counts[0].id)) if counts else None
            name = one_line(current.value(entry.id, register.columns[0].id))
            if day:
                short = "" if count is None else shown_number(count, facts.words)
                found.append(Stage(headed(short, name, facts.words) if short else name, short, day))
        yield from sorted(found, key=lambda stage: stage.start)
        return


def calendar_span(facts: Facts) -> str:
    """From the first date to the last, and when production is wanted. Where dates rub stands beside the actions."""
    words, days = facts.words, [line.action.due for line in facts.lines if line.action.due]
    target, found = facts.engagement.pilot.target_date, list[str]()
    if days:
        text = _from_first_to_last(facts, days)
        first, last = (day_and_month(day, words, facts.held_on) for day in (min(days), max(days)))
        found.append(text.format(first=first, last=last))
    if target:
        text = words.gettext("Production is wanted by {date}.")
        if target < facts.today:
            text = words.gettext("Production was wanted by {date}; that day is past.")
        found.append(text.format(date=long_date(target, words)))
    return " ".join(found)


def _from_first_to_last(facts: Facts, days: Sequence[date]) -> str:
    """What is past is told as past."""
    words, past, many = facts.words, max(days) < facts.today, len(days)
    if len(set(days)) == 1:
        if past:
            return words.ngettext("One action was due, on {first}.", "All that have a date were due on {first}.", many)
        return words.ngettext("One action is due, on {first}.", "All that have a date are due on {first}.", many)
    if past:
        return words.gettext("The first action was due on {first}, the last on {last}.")
    if min(days) < facts.today:
        return words.gettext("The first action was due on {first}, the last is due on {last}.")
    return words.gettext("The first action is due on {first}, the last on {last}.")


def _in_words(facts: Facts, lines: Sequence[PlanLine], marks: Sequence[DayMark], stages: Sequence[Stage]) -> str:
    """The chart for whoever cannot see it: every row with its days, then the lines across and what is tight."""
    words = facts.words
    found = [words.gettext("Timeline.")]
    text = words.gettext("{number}, {title}, {owner}: {days}.")
    for line in lines:
        row = calendar_row(facts, line)
        days = row.said
        if row.start and row.due:
            begin = words.gettext("from {start} to {due}")
            days = begin.format(start=long_date(row.start, words), due=long_date(row.due, words))
            days = words.gettext(", ").join(filter(None, (days, late_text(facts, line.action))))
        found.append(text.format(number=row.number, title=row.name, owner=row.owner, days=days))
    found += [f"{sentence(mark.text)}." for mark in marks]
    stage_text = words.gettext("From {day}: {stage}.")
    found += [stage_text.format(day=long_date(stage.start, words), stage=stage.name) for stage in stages]
    return " ".join([*found, *(rub.sentence for rub in facts.rubs if rub.kind is not Kind.NO_DATE)])
