"""The plan: the actions that come first, each in full; where the dates rub; then those that follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, zip_longest

from models.plan.plan import PlanLine
from models.plan.rubs import Kind, Rub
from models.plan.titles import titled
from models.plan.waves import Wave
from models.values.terms import Progress
from reports.layout.flowables import Cell, Flowable
from reports.layout.page_kit import PageKit
from reports.layout.tables import CLOSE, GUTTER, PLAIN, ROOMY, SNUG, TIGHT, Column, Row, TableLook
from reports.type.ink import MUTED
from reports.words.facts import Facts
from reports.words.findings import actions_title, later_title
from reports.words.late import how_many_late, late_text
from reports.words.phrases import effort_text, progress_text, short_day
from reports.words.plan_words import first_ones, group_name, listed, ownership, why_of
from reports.words.text import Run

RowsOf = Callable[[PageKit, Facts, PlanLine, str], list[Row]]
FIRST = (21, 229, 155, 82)
LATER = (21, 136, 136, 125, 69)
"""Widths of the columns, which are shares of the page's."""
NUMBER_GUTTER = 2.0
MOST_RUBS, ALONE = 8, 2
"""Places where dates rub that are told, and undated actions of which each has a sentence of its own."""
MOST_BESIDE = 3
"""Later actions that get no page title of their own."""
RUB_HEAD = 112.0
ROOM_FOR_ROWS = 150
RUB_STYLES = {
    Kind.BACKWARDS: "cell-late", Kind.LITTLE: "cell-missing", Kind.SOME: "cell-strong", Kind.NO_DATE: "cell-missing",
}  # fmt: skip


def actions(kit: PageKit, facts: Facts) -> list[Flowable]:
    """All accepted actions, in the order in which their turn comes; a few that come later stand with the first."""
    first = facts.wave(Wave.FIRST)
    later = [line for line in facts.lines if line.wave is not Wave.FIRST]
    if first and len(later) <= MOST_BESIDE:
        first, later = [*first, *later], []
    last = [] if first else _rubs(kit, facts, CLOSE)
    last.append(kit.paragraph(_reading(facts), "source"))
    story: list[Flowable] = []
    if first:
        story += _closest(kit, (_first_part(kit, facts, first, look) for look in (ROOMY, PLAIN, SNUG)), not later, last)
    if later:
        parts = (_later_part(kit, facts, later, look, bool(first)) for look in (CLOSE, TIGHT))
        story += _closest(kit, parts, True, last)
    return story


def _closest(kit: PageKit, stories: Iterable[list[Flowable]], ends: bool, last: list[Flowable]) -> list[Flowable]:
    """The first that holds on a page, with what comes last where it ends there; else the first of all."""
    tried: list[list[Flowable]] = []
    for story in stories:
        tried.append([*story, *last] if ends else story)
        if kit.fits(tried[-1]):
            return tried[-1]
    return tried[0]


def _first_part(kit: PageKit, facts: Facts, lines: list[PlanLine], look: TableLook) -> list[Flowable]:
    """What comes first, each in full, and where the dates rub."""
    story = _head(kit, facts, actions_title(facts))
    lead = (ownership(facts), how_many_late(facts), first_ones(facts))
    story.append(kit.settled(" ".join(filter(None, lead)), "lead"))
    table = kit.table(_first_columns(facts), _rows(kit, facts, lines, look, _first_rows), look)
    return [*kit.together(story, ROOM_FOR_ROWS), table, *_rubs(kit, facts, look)]


def _later_part(kit: PageKit, facts: Facts, lines: list[PlanLine], look: TableLook, follows: bool) -> list[Flowable]:
    """What follows, closer."""
    story = _head(kit, facts, later_title(facts) if follows else actions_title(facts))
    if not follows:
        lead = (ownership(facts), how_many_late(facts))
        story.append(kit.settled(" ".join(filter(None, lead)), "lead"))
    table = kit.table(_later_columns(facts), _rows(kit, facts, lines, look, _later_rows), look)
    return [*kit.together([*story, kit.space(5)], ROOM_FOR_ROWS), table]


def _head(kit: PageKit, facts: Facts, title: str) -> list[Flowable]:
    return kit.heading(facts.words.gettext("What to do, in order"), title)


def _reading(facts: Facts) -> str:
    return facts.words.gettext(
        "Figure beside a reason: the level of the sign it rests on, 0 to 3. Votes and evidence: workshop record."
    )


def _first_columns(facts: Facts) -> list[Column]:
    _ = facts.words.gettext
    titles = (_("No."), _("Action"), _("Why"), _("Due, owner, effort"))
    return _columns(titles, FIRST)


def _later_columns(facts: Facts) -> list[Column]:
    _ = facts.words.gettext
    titles = (_("No."), _("Action"), _("Done when"), _("Why"), _("Due, owner"))
    return _columns(titles, LATER)


def _columns(titles: Sequence[str], shares: Sequence[float]) -> list[Column]:
    """The first for the number, the second for what the row is of."""
    number = Column(titles[0], shares[0], gutter=NUMBER_GUTTER)
    rest = [Column(title, share) for title, share in zip(titles[2:], shares[2:], strict=True)]
    return [number, Column(titles[1], shares[1], names_row=True), *rest]


def _rows(kit: PageKit, facts: Facts, lines: list[PlanLine], look: TableLook, make: RowsOf) -> list[Row]:
    """In groups that say what their actions have in common."""
    rows: list[Row] = []
    for name, group in groupby(lines, key=lambda line: group_name(facts, line)):
        rows.append(Row([kit.paragraph(name, "group")], group=True))
        for line in group:
            rows += make(kit, facts, line, look.cell)
    return rows


def _first_rows(kit: PageKit, facts: Facts, line: PlanLine, style: str) -> list[Row]:
    """Title and what makes it done in one cell; the effort in the last."""
    texts: list[tuple[str, str] | tuple[str, str, Run]] = [(titled(line.action.title, facts.words), f"{style}-strong")]
    if done := line.action.done_when.strip():
        texts.append((done, f"{style}-note", Run(facts.words.gettext("Done when:"), colour=MUTED)))
    width = kit.width * FIRST[2] / sum(FIRST) - GUTTER
    effort = kit.paragraph(effort_text(line.action, facts.words), f"{style}-muted")
    due = [*_due(kit, facts, line, style), effort]
    return _joined([[[_number(kit, line)]], kit.cells(texts), _why(kit, facts, line, width, style), [due]])


def _later_rows(kit: PageKit, facts: Facts, line: PlanLine, style: str) -> list[Row]:
    """The same, closer: what makes it done has a column of its own."""
    title = kit.cells([(titled(line.action.title, facts.words), f"{style}-strong")])
    done = kit.cells([(line.action.done_when.strip(), style)])
    width = kit.width * LATER[3] / sum(LATER) - GUTTER
    why = _why(kit, facts, line, width, style)
    return _joined([[[_number(kit, line)]], title, done, why, [_due(kit, facts, line, style)]])


def _joined(cells: list[list[list[Flowable]]]) -> list[Row]:
    """As many rows as the longest of the cells needs."""
    rows: list[tuple[Cell, ...]] = list(zip_longest(*cells, fillvalue=""))
    return [Row(row, joined=number < len(rows)) for number, row in enumerate(rows, 1)]


def _number(kit: PageKit, line: PlanLine) -> Flowable:
    return kit.paragraph(str(line.number), "number")


def _why(kit: PageKit, facts: Facts, line: PlanLine, width: float, style: str) -> list[list[Flowable]]:
    """The reason beside the level of the sign it rests on."""
    why = why_of(facts, line)
    parts = kit.cells([(why.text, style)])
    return [[kit.with_square(why.answer, parts[0], width)], *parts[1:]]


def _due(kit: PageKit, facts: Facts, line: PlanLine, style: str) -> list[Flowable]:
    """When, who, and how far it has come."""
    words, owner = facts.words, facts.owner(line).strip()
    found = [
        *_day(kit, facts, line, style),
        kit.paragraph(owner, style) if owner else kit.paragraph(words.gettext("No owner yet"), f"{style}-missing"),
    ]
    if line.action.progress is not Progress.NOT_STARTED:
        found.append(kit.paragraph(progress_text(line.action.progress, words), f"{style}-strong"))
    return found


def _day(kit: PageKit, facts: Facts, line: PlanLine, style: str) -> list[Flowable]:
    """The day; below it how late it is, where it is past and the action is not done."""
    words, due, late = facts.words, line.action.due, late_text(facts, line.action)
    if due is None:
        return [kit.paragraph(words.gettext("No date yet"), f"{style}-missing")]
    look = f"{style}-late" if late else f"{style}-strong"
    return [kit.paragraph(text, look) for text in (short_day(due, words, facts.held_on), late) if text]


def _rubs(kit: PageKit, facts: Facts, look: TableLook) -> list[Flowable]:
    """Where the dates rub, the worst first; nothing where they do not."""
    found = _told(facts)
    if not found:
        return []
    style, gap = ("text", 4.4) if look is ROOMY else ("cell", 3.0)
    rows = [[kit.paragraph(head, RUB_STYLES[kind]), kit.paragraph(sentence, style)] for kind, head, sentence in found]
    head = kit.paragraph(facts.words.gettext("Where the dates rub"), "section")
    return [*kit.together([head], 40), kit.lines(rows, [RUB_HEAD, kit.width - RUB_HEAD], gap)]


def _told(facts: Facts) -> list[tuple[Kind, str, str]]:
    """(kind, in a few words, in a sentence); many actions without a date are one sentence."""
    words, undated = facts.words, [rub for rub in facts.rubs if rub.kind is Kind.NO_DATE]
    dated = [rub for rub in facts.rubs if rub.kind is not Kind.NO_DATE]
    alone = undated if len(undated) <= ALONE else []
    found = [_one(rub, facts) for rub in [*dated[:MOST_RUBS], *alone]]
    if more := len(dated) - MOST_RUBS if len(dated) > MOST_RUBS else 0:
        text = words.ngettext("One more place is like these.", "{count} more places are like these.", more)
        found.append((Kind.SOME, "", text.format(count=more)))
    if len(undated) > ALONE:
        numbers = {line.action.id: line.number for line in facts.lines}
        those = listed([str(number) for number in sorted(numbers[rub.action_id] for rub in undated)], facts)
        found.append(
            (Kind.NO_DATE, words.gettext("No date yet"), words.gettext("Actions {numbers}.").format(numbers=those))
        )
    return found


def _one(rub: Rub, facts: Facts) -> tuple[Kind, str, str]:
    return rub.kind, rub.head(facts.words), rub.sentence
