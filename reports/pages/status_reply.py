"""The page that comes back: what is on its way or done, needs another day, or is held up."""

from __future__ import annotations

from models.plan.plan import PlanLine
from models.plan.titles import titled
from models.values.terms import Progress
from reports.layout.filling import used_on_pages
from reports.layout.flowables import Flowable, PageBreak
from reports.layout.page_kit import PageKit
from reports.layout.tables import Column, Row
from reports.reply.fields import MARKED, Box, FieldName
from reports.reply.plan_data import plan_revision
from reports.tagging.structure import Field
from reports.type.fonts import SANS_SEMIBOLD
from reports.type.ink import RED
from reports.words.facts import Facts
from reports.words.findings import reply_title
from reports.words.late import late_text
from reports.words.phrases import LONGEST_NAME, due_text, order_said, progress_text
from reports.words.text import Run, one_line, shortened

LONGEST_HERE, SHORTER = 110, 80
"""Characters of an action's title on this page; the action table has it whole."""
ROOM_TO_WRITE, LESS_ROOM = 42.5, 32.0
"""Points: four lines, or three; more of them scroll."""
LOOKS = ((LONGEST_HERE, ROOM_TO_WRITE), (LONGEST_HERE, LESS_ROOM), (SHORTER, LESS_ROOM))
"""How long a title may be and how high the room to write is: the first that takes fewest pages."""


def status_reply(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What has changed since the workshop, in the owners' own words."""
    if not facts.lines:
        return []
    words, revision = facts.words, plan_revision(facts.engagement)
    _, title = kit.heading(words.gettext("Status reply"), reply_title(facts))
    kicker = words.gettext("Status reply · plan {revision}, made with Clearway").format(revision=revision)
    lead = words.gettext("Fill in what has changed, save the file and send it back. The rest may stay as it is.")
    head = [kit.paragraph(kicker, "kicker"), title, kit.settled(lead, "lead")]
    day = words.gettext("Needs another day ({order})").format(order=order_said(facts.method.language, words))
    columns = [
        Column(words.gettext("No."), 24),
        Column(words.gettext("Action"), 172, names_row=True),
        Column(words.gettext("On its way"), 40),
        Column(words.gettext("Done"), 42),
        Column(day, 78),
        Column(words.gettext("Held up by, or a remark"), 131),
    ]
    looks = [
        [*head, kit.table(columns, [_row(kit, facts, line, revision, look) for line in facts.lines])] for look in LOOKS
    ]
    return [PageBreak(), *min(looks, key=lambda look: len(used_on_pages(kit, look)))]


def _row(kit: PageKit, facts: Facts, line: PlanLine, revision: str, look: tuple[int, float]) -> Row:
    words, action = facts.words, line.action
    longest, height = look
    title = shortened(titled(one_line(action.title), words), longest)
    owner = shortened(one_line(facts.owner(line)), LONGEST_NAME) or words.gettext("No owner yet")
    late = late_text(facts, action)
    standing = " · ".join(filter(None, (owner, progress_text(action.progress, words))))
    about = kit.runs([Run(f"{standing} ·" if late else standing), Run(late, SANS_SEMIBOLD, RED)], "cell-muted")
    what = [kit.paragraph(title, "cell-strong"), about]
    on_its_way, done, day, held_up = reply_cells(kit, facts, line, revision, height)
    due = kit.paragraph(due_text(action, words), "cell-late" if late else "cell-muted")
    return Row([str(line.number), what, on_its_way, done, [due, kit.space(2), day], held_up])


def reply_cells(kit: PageKit, facts: Facts, line: PlanLine, revision: str, height: float) -> tuple[Flowable, ...]:
    """Two marks, room for a day, and room to write that is so many points high."""
    _, action, number = facts.words.gettext, line.action, line.number
    title = shortened(one_line(action.title), LONGEST_HERE)

    def name(box: Box) -> str:
        return str(FieldName(facts.engagement.id, revision, action.id, box))

    def tip(text: str) -> str:
        return text.format(number=number, title=title)

    tips = {
        Progress.IN_PROGRESS: _("Action {number} is on its way: {title}"),
        Progress.DONE: _("Action {number} is done: {title}"),
    }
    about, set_now = tip(_("Status of action {number}: {title}")), action.progress if action.progress in MARKED else ""
    marks = [
        Field(name(Box.STATUS), tip(tips[mark]), set_now, action.progress, mark=mark, about=about) for mark in MARKED
    ]
    due = action.due.isoformat() if action.due else ""
    day = Field(name(Box.DAY), tip(_("Another day for action {number}, if it needs one: {title}")), sent=due)
    held_up = tip(_("What holds action {number} up, or a remark: {title}"))
    return *map(kit.field, marks), kit.field(day), kit.field(Field(name(Box.HELD_UP), held_up, multiline=True), height)
