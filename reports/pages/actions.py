"""The plan: priorities, the actions in waves, and the calendar."""

from __future__ import annotations

from gettext import NullTranslations

from reportlab.platypus import Flowable, PageBreak

from models.plan.plan import PlanLine
from models.plan.waves import Wave
from models.values.months import long_date
from models.values.terms import Progress
from reports.charts import priority_bars, timeline
from reports.charts.timeline import HEAD, PHASE, ROW, by_phase
from reports.layout.page_kit import PageKit, stacked_height
from reports.layout.tables import Cell, Column
from reports.layout.tables import Row as TableRow
from reports.pages.overview import due_cell, owner_cell
from reports.words.facts import Facts
from reports.words.findings import priorities_title, timeline_title
from reports.words.phrases import due_text, effort_text, progress_text
from reports.words.text import one_line

MOST_BARS = 8
MOST_REASONS = 3
ROOM_FOR_SOURCE = 40


def priorities(kit: PageKit, facts: Facts) -> list[Flowable]:
    """Bars of the first eight, then every accepted action in its wave."""
    words = facts.words
    story = kit.heading(words.gettext("Priorities"), priorities_title(facts))
    if not facts.lines:
        text = words.gettext("Until one is accepted, there is nothing to put in order.")
        return kit.together([*story, kit.paragraph(text, "lead")])
    story.append(kit.paragraph(_ownership(facts), "lead"))
    chart = priority_bars(facts.lines, kit.colours, words, kit.width, MOST_BARS)
    story += kit.figure(chart, _bars_in_words(facts), _bars_source(facts))
    return [*kit.together(story), kit.table(_columns(words), _rows(kit, facts))]


def _bars_in_words(facts: Facts) -> str:
    """The chart of priorities for whoever cannot see it."""
    text = facts.words.gettext("{title}: {score} points.")
    return " ".join(
        text.format(title=one_line(entry.action.title) or "–", score=entry.priority.score)
        for entry in facts.lines[:MOST_BARS]
    )


def _ownership(facts: Facts) -> str:
    """Who owns the plan, in a sentence or two."""
    words = facts.words
    total = len(facts.lines)
    text = words.ngettext("{count} action is agreed.", "{count} actions are agreed.", total).format(count=total)
    open_owner = sum(not facts.owner(entry) for entry in facts.lines)
    undated = sum(entry.action.due is None for entry in facts.lines)
    if not open_owner and not undated:
        return text + " " + words.ngettext("It has an owner and a date.", "Each has an owner and a date.", total)
    parts = []
    if open_owner:
        parts.append(
            words.ngettext("{count} has no owner yet", "{count} have no owner yet", open_owner).format(count=open_owner)
        )
    if undated:
        parts.append(
            words.ngettext("{count} has no date yet", "{count} have no date yet", undated).format(count=undated)
        )
    return text + " " + words.gettext(", ").join(parts) + "."


def _bars_source(facts: Facts) -> str:
    words, more = facts.words, len(facts.lines) - MOST_BARS
    text = words.gettext(
        "Priority, 0 to 100: how severe the reasons for it are, how many there are, and how easy it is."
    )
    if more > 0:
        rest = words.ngettext("{count} more action is in the table.", "{count} more actions are in the table.", more)
        text += " " + rest.format(count=more)
    return text


def _columns(words: NullTranslations) -> list[Column]:
    return [
        Column(words.gettext("No."), 24),
        Column(words.gettext("Action"), 304),
        Column(words.gettext("Owner"), 88),
        Column(words.gettext("Due, effort"), 71),
        Column(words.gettext("Priority"), 34, right=True),
    ]


def _rows(kit: PageKit, facts: Facts) -> list[TableRow]:
    rows: list[TableRow] = []
    number = 0
    for wave in Wave:
        entries = facts.wave(wave)
        if not entries:
            continue
        text = facts.words.ngettext("{wave}: {count} action", "{wave}: {count} actions", len(entries))
        head = kit.paragraph(text.format(wave=wave.name_in(facts.words), count=len(entries)), "group")
        rows.append(TableRow([head], group=True))
        for entry in entries:
            number += 1
            rows += _action_rows(kit, facts, entry, number)
    return rows


def _action_rows(kit: PageKit, facts: Facts, entry: PlanLine, number: int) -> list[TableRow]:
    due: list[Flowable] = [due_cell(kit, facts, entry)]
    due.append(kit.paragraph(effort_text(entry.action, facts.words), "cell-muted"))
    if entry.action.progress is not Progress.NOT_STARTED:
        due.append(kit.paragraph(progress_text(entry.action.progress, facts.words), "cell-strong"))
    parts = kit.cells(_action_texts(facts, entry))
    first: list[Cell] = [str(number), parts[0], owner_cell(kit, facts, entry), due, str(entry.priority.score)]
    rows = [TableRow(first, joined=len(parts) > 1)]
    for index, part in enumerate(parts[1:], 2):
        rows.append(TableRow(["", part, "", "", ""], joined=index < len(parts)))
    return rows


def _action_texts(facts: Facts, entry: PlanLine) -> list[tuple[str, str]]:
    """What to do, when it is done, and because of what; each with its style."""
    words = facts.words
    found = [(entry.action.title.strip() or "–", "cell-strong")]
    if done := entry.action.done_when.strip():
        found.append((words.gettext("Done when: {text}").format(text=done), "cell"))
    if entry.because:
        titles = [reason.text for reason in entry.because[:MOST_REASONS]]
        more = len(entry.because) - len(titles)
        text = words.gettext("Because: {reasons}").format(reasons="; ".join(titles))
        if more:
            text += " " + words.ngettext("and {count} more reason", "and {count} more reasons", more).format(count=more)
        found.append((text, "cell-muted"))
    elif not entry.action.proposal:
        found.append((words.gettext("Because: the room's own action"), "cell-muted"))
    return found


def calendar(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The timeline; as many charts as the pages need, each on its own page."""
    if not facts.lines:
        return []
    words = facts.words
    story = kit.heading(words.gettext("Timeline"), timeline_title(facts))
    story.append(kit.paragraph(_span(facts), "lead"))
    source = words.gettext(
        "Source: due dates and effort agreed in the workshop. A bar runs from when the work has to begin to when "
        "it is due."
    )
    pages = []
    last = max((entry.action.due for entry in facts.lines if entry.action.due), default=facts.held_on)
    for lines in _pages_of(facts, kit.height - ROOM_FOR_SOURCE, stacked_height(story, kit.width)):
        chart = timeline(lines, facts.engagement, facts.method, kit.colours, words, facts.held_on, kit.width, last)
        pages.append(kit.figure(chart, _calendar_in_words(facts, lines), source))
    further = [part for page in pages[1:] for part in (PageBreak(), *page)]
    return [*kit.together([*story, *pages[0]]), *further]


def _calendar_in_words(facts: Facts, lines: list[PlanLine]) -> str:
    """A chart of the timeline for whoever cannot see it."""
    words = facts.words
    found = []
    for _, entries in by_phase(lines, facts.method):
        for entry in entries:
            title, owner = one_line(entry.action.title) or "–", one_line(facts.owner(entry))
            parts = [title, due_text(entry.action, words), owner or words.gettext("No owner yet")]
            found.append(words.gettext(", ").join(parts) + ".")
    return " ".join(found)


def _span(facts: Facts) -> str:
    """From the first date to the last, and when the client wants to be in production."""
    words, target = facts.words, facts.engagement.pilot.target_date
    days = [entry.action.due for entry in facts.lines if entry.action.due]
    found = []
    if days and min(days) == max(days):
        found.append(words.gettext("What has a date is due on {first}.").format(first=long_date(days[0], words)))
    elif days:
        text = words.gettext("The first is due on {first}, the last on {last}.")
        found.append(text.format(first=long_date(min(days), words), last=long_date(max(days), words)))
    if target:
        text = words.gettext("The client wants to be in production by {date}.")
        found.append(text.format(date=long_date(target, words)))
    return " ".join(found) or words.gettext(
        "Agree dates before this plan is sent: nothing can slip that was never due."
    )


def _pages_of(facts: Facts, room: float, taken: float) -> list[list[PlanLine]]:
    """The actions by phase and date in portions that fit into `room` points, of which the first has `taken` less."""
    pages: list[list[PlanLine]] = [[]]
    used = taken + HEAD
    for _, entries in by_phase(facts.lines, facts.method):
        used += PHASE
        for entry in entries:
            if used + ROW > room:
                pages.append([])
                used = HEAD + PHASE
            pages[-1].append(entry)
            used += ROW
    return pages
