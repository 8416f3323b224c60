"""A letter to the owner of actions: what is theirs, in the order in which it falls due, and a reply to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.engagement.engagement import Stakeholder
from models.plan.plan import PlanLine, accepted_actions, waits_for
from models.plan.progress import Standing, standing_so, tracked
from models.plan.titles import titled
from models.values.months import day_and_month, long_date
from models.values.numbers import count_word
from models.values.terms import Progress
from reports.archive.document_text import DocumentText, document_text
from reports.documents.kinds import PageSize
from reports.layout.flowables import Flowable, PageBreak
from reports.layout.grids import plain_table
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit
from reports.layout.tables import CLOSE, Column, Row
from reports.pages.status_reply import reply_cells
from reports.reply.plan_data import plan_revision
from reports.type.ink import MUTED
from reports.words.facts import Facts
from reports.words.late import late_text
from reports.words.phrases import LONGEST_NAME, order_said, person, sentence, short_day
from reports.words.plan_words import listed, short_name
from reports.words.text import Run, one_line, shortened

DATE_SIDE = 127.0
"""Points of the column on the right that has the day and who writes."""
MOST_ON_THE_PAGE = 6
"""Actions of which the reply stands on the page with the letter."""
ROOM_TO_WRITE, NUMBER_GUTTER = 18.0, 2.0
MOST_CONTACT = 4
"""Lines of the practice's address."""


def owners(facts: Facts, only_late: bool = False) -> tuple[Stakeholder, ...]:
    """Those who are written to: who owns something that is not done, or with `only_late` something overdue."""
    return tuple(who for who in facts.engagement.stakeholders if owned(facts, who.id, only_late))


def owned(facts: Facts, owner_id: str, only_late: bool = False) -> tuple[PlanLine, ...]:
    """What of the plan is theirs and not done, in the order in which it falls due; undated last."""
    late = _overdue(facts)
    lines = [
        line
        for line in facts.lines
        if line.action.owner_id == owner_id
        and line.action.progress is not Progress.DONE
        and (line.action.id in late or not only_late)
    ]
    return tuple(sorted(lines, key=lambda line: (line.action.due or date.max, line.number)))


def _overdue(facts: Facts) -> set[str]:
    return {one.action.id for one in standing_so(tracked(facts.engagement.current, facts.today), Standing.OVERDUE)}


def letter(facts: Facts, who: Stakeholder, only_late: bool = False, page_size: PageSize = PageSize.A4) -> bytes:
    """The letter as a PDF whose reply can be filled in. The same input gives the same bytes."""
    kit, lines = PageKit(facts, page_size, title_level=1), owned(facts, who.id, only_late)
    above = [
        kit.space(14),
        _heads(kit, facts, who),
        kit.space(4),
        *kit.heading("", letter_title(facts, lines))[1:],
        kit.settled(_lead(facts, who, lines, only_late), "lead"),
        _table(kit, facts, lines),
        kit.space(10),
        *_signed(kit, facts),
    ]
    reply = _reply(kit, facts, lines)
    beside = len(lines) <= MOST_ON_THE_PAGE and kit.fits([*above, kit.space(14), *reply])
    story = [*above, kit.space(14) if beside else PageBreak(), *reply]
    return build_pdf(kit, _text(facts, who), story, cover=False)


def letter_title(facts: Facts, lines: Sequence[PlanLine]) -> str:
    """How many are late; else how many there are, and by when the first. All `lines` are one owner's."""
    words, count = facts.words, len(lines)
    if late := len({line.action.id for line in lines} & _overdue(facts)):
        if len(owned(facts, lines[0].action.owner_id)) == 1:
            return words.gettext("Your one action is late")
        text = words.ngettext("{count} of your actions is late", "{count} of your actions are late", late)
        return sentence(text.format(count=count_word(late, words)))
    said = count_word(count, words)
    days = [line.action.due for line in lines if line.action.due]
    if not days:
        return words.ngettext("Your {count} action", "Your {count} actions", count).format(count=said)
    text = words.ngettext("Your {count} action, by {day}", "Your {count} actions; the first by {day}", count)
    return text.format(count=said, day=day_and_month(days[0], words))


def has_a_day(lines: Sequence[PlanLine]) -> bool:
    """Whether there is something to put into a calendar."""
    return any(line.action.due for line in lines)


def _text(facts: Facts, who: Stakeholder) -> DocumentText:
    text = document_text(facts, facts.words.gettext("Your actions"))
    title = facts.words.gettext("Letter to {name}: {pilot}").format(name=_name(who), pilot=text.about)
    return replace(text, title=title)


def _name(who: Stakeholder) -> str:
    return shortened(one_line(person(who)), LONGEST_NAME)


def _heads(kit: PageKit, facts: Facts, who: Stakeholder) -> Flowable:
    """To whom on the left; when and from whom on the right."""
    brand, led = facts.engagement.brand, facts.engagement.current.assessment.facilitator
    to = [_name(who)] if not who.name.strip() else [who.name, who.role]
    left = [text for part in (*to, facts.engagement.client.name) if (text := one_line(part))]
    contact = [one_line(line) for line in brand.contact.splitlines() if line.strip()][:MOST_CONTACT]
    right = [long_date(facts.today, facts.words), *contact]
    if (name := one_line(led)) and not any(name in line for line in contact):
        right.insert(1, name)
    cells: list[Flowable] = [kit.paragraph(t, "text" if n else "text-strong") for n, t in enumerate(left)]
    beside: list[Flowable] = [kit.paragraph(t, "text-muted" if n else "text") for n, t in enumerate(right)]
    return plain_table([[cells, beside]], [kit.width - DATE_SIDE, DATE_SIDE], [])


def _lead(facts: Facts, who: Stakeholder, lines: Sequence[PlanLine], only_late: bool) -> str:
    words, count, held = facts.words, len(lines), facts.engagement.current.assessment.held_on
    if only_late:
        text = words.ngettext(
            "Dear {name}, this action is past its day. Say below how it stands, which day it needs or what holds it "
            "up, and send this file back.",
            "Dear {name}, these actions are past their day. Say below how they stand, which day they need or what "
            "holds them up, and send this file back.",
            count,
        )
        return text.format(name=_name(who))
    if has_a_day(lines):
        yours = words.ngettext(
            "Dear {name}, this is the action that you have in the plan{held}. The file with this letter puts its day "
            "into your calendar.",
            "Dear {name}, these are the actions that you have in the plan{held}, in the order in which they fall due. "
            "The file with this letter puts their days into your calendar.",
            count,
        )
    else:
        yours = words.ngettext(
            "Dear {name}, this is the action that you have in the plan{held}. It has no date yet: give it one below.",
            "Dear {name}, these are the actions that you have in the plan{held}. None has a date yet: give each one "
            "below.",
            count,
        )
    of = words.gettext(" of {date}").format(date=_day_said(facts, held)) if held else ""
    return yours.format(name=_name(who), held=of)


def _day_said(facts: Facts, day: date) -> str:
    """With its year where it is another than this one."""
    return day_and_month(day, facts.words) if day.year == facts.today.year else long_date(day, facts.words)


def _table(kit: PageKit, facts: Facts, lines: Sequence[PlanLine]) -> Flowable:
    _ = facts.words.gettext
    columns = [
        Column(_("No."), 21, gutter=NUMBER_GUTTER),
        Column(_("Action"), 372, names_row=True),
        Column(_("Due"), 94),
    ]
    rows: list[Row] = []
    for line in lines:
        texts: list[tuple[str, str] | tuple[str, str, Run]] = [(titled(line.action.title, facts.words), "text-strong")]
        if done := line.action.done_when.strip():
            texts.append((done, "cell-note", Run(_("Done when:"), colour=MUTED)))
        late = late_text(facts, line.action)
        day = kit.paragraph(_due(facts, line), "text-late" if late else "text-strong")
        when = [day, *([kit.paragraph(late, "cell-late")] if late else [])]
        if beside := _beside(facts, line):
            when.append(kit.paragraph(beside, "cell-muted"))
        number = kit.paragraph(str(line.number), "number")
        for place, cell in enumerate(parts := kit.cells(texts), 1):
            first = place == 1
            row = [number if first else "", cell, when if first else ""]
            rows.append(Row(row, joined=place < len(parts)))
    return kit.table(columns, rows)


def _due(facts: Facts, line: PlanLine) -> str:
    due = line.action.due
    return short_day(due, facts.words, facts.today) if due else facts.words.gettext("No date yet")


def _beside(facts: Facts, line: PlanLine) -> str:
    """What waits for it, what it waits for, or when it has to begin."""
    words, current = facts.words, facts.engagement.current
    known = {action.id: action for action in accepted_actions(current) if action.progress is not Progress.DONE}
    waiting = [d.action_id for d in current.dependencies.values() if d.after_id == line.action.id]
    if own := sorted(known[key].position for key in waits_for(current, line.action.id) if key in known):
        text = words.ngettext("Waits for action {numbers}", "Waits for actions {numbers}", len(own))
        return text.format(numbers=listed(list(map(str, own)), facts))
    if others := sorted(known[key].position for key in waiting if key in known):
        text = words.ngettext("Action {numbers} waits for it", "Actions {numbers} wait for it", len(others))
        return text.format(numbers=listed(list(map(str, others)), facts))
    if line.start and line.start > facts.today:
        return words.gettext("Begins by {day}").format(day=day_and_month(line.start, words))
    return ""


def _signed(kit: PageKit, facts: Facts) -> list[Flowable]:
    led = one_line(facts.engagement.current.assessment.facilitator) or one_line(facts.engagement.brand.practice)
    if not led:
        return []
    thanks = kit.paragraph(facts.words.gettext("With thanks,"), "decision")
    return [thanks, kit.paragraph(shortened(led, LONGEST_NAME), "decision")]


def _reply(kit: PageKit, facts: Facts, lines: Sequence[PlanLine]) -> list[Flowable]:
    """One row an action, in the fields of the plan's own reply: it is read as that is."""
    words, revision = facts.words, plan_revision(facts.engagement)
    rule = ("LINEABOVE", (0, 0), (-1, 0), 1.2, kit.accent), ("TOPPADDING", (0, 0), (-1, -1), 8)
    lead = words.gettext("Fill it in on screen, save the file and send it back; two minutes are enough")
    half = kit.width * 0.35
    title = kit.styled(words.gettext("Your reply"), kit.styles["section-first"], "H2")
    head = plain_table([[title, kit.paragraph(lead, "cell-right-muted")]], [half, kit.width - half], list(rule))
    day = words.gettext("Needs another day ({order})").format(order=order_said(facts.method.language, words))
    columns = [
        Column(words.gettext("No."), 21, gutter=NUMBER_GUTTER),
        Column(words.gettext("Action"), 138, names_row=True),
        Column(words.gettext("On its way"), 44),
        Column(words.gettext("Done"), 38),
        Column(day, 92),
        Column(words.gettext("Held up by, or a remark"), 154),
    ]
    rows = []
    for line in lines:
        name = kit.paragraph(short_name(facts, line), "cell")
        on_its_way, done, another, held = reply_cells(kit, facts, line, revision, ROOM_TO_WRITE)
        rows.append(Row([kit.paragraph(str(line.number), "number"), name, on_its_way, done, another, held]))
    said = words.gettext("Plan {revision}, made with Clearway").format(revision=revision)
    return [head, kit.space(4), kit.table(columns, rows, replace(CLOSE, middle=True)), kit.paragraph(said, "source")]
