"""The page that comes back: status, date and comment of every action, to be filled in and returned."""

from __future__ import annotations

from reportlab.platypus import Flowable, PageBreak

from models.plan.plan import PlanLine
from reports.layout.page_kit import PageKit
from reports.layout.tables import Column, Row
from reports.reply.fields import FieldName, Part, status_options
from reports.reply.plan_data import plan_revision
from reports.tagging.structure import Field
from reports.words.facts import Facts
from reports.words.findings import reply_title
from reports.words.phrases import LONGEST_NAME
from reports.words.text import one_line, shortened

LONGEST_HERE = 120
"""Characters of an action's title on this page; the action table has it whole."""
COMMENT_HEIGHT = 31.0
"""Points: room for two lines and a half, so that it can be seen that more fit."""


def status_reply(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What has changed since the workshop, in the owners' own words."""
    if not facts.lines:
        return []
    words = facts.words
    story: list[Flowable] = [PageBreak(), *kit.heading(words.gettext("Status reply"), reply_title(facts))]
    lead = words.gettext("Fill in what has changed, save the file and send it back. The rest may stay as it is.")
    story.append(kit.paragraph(lead, "lead"))
    columns = [
        Column(words.gettext("No."), 24),
        Column(words.gettext("Action"), 181),
        Column(words.gettext("Status"), 86),
        Column(words.gettext("Due (year-month-day)"), 92),
        Column(words.gettext("Comment"), 138),
    ]
    revision = plan_revision(facts.engagement)
    rows = [_row(kit, facts, line, number, revision) for number, line in enumerate(facts.lines, 1)]
    return [*story, kit.table(columns, rows)]


def _row(kit: PageKit, facts: Facts, line: PlanLine, number: int, revision: str) -> Row:
    title = shortened(one_line(line.action.title), LONGEST_HERE) or "–"
    owner = shortened(one_line(facts.owner(line)), LONGEST_NAME) or facts.words.gettext("No owner yet")
    action = [kit.paragraph(title, "cell-strong"), kit.paragraph(owner, "cell-muted")]
    return Row([str(number), action, *_fields(kit, facts, line, number, revision)])


def _fields(kit: PageKit, facts: Facts, line: PlanLine, number: int, revision: str) -> list[Flowable]:
    words, action = facts.words, line.action
    title = shortened(one_line(action.title), LONGEST_HERE)

    def field(part: Part, tip: str, value: str = "", options: tuple[tuple[str, str], ...] = ()) -> Field:
        name = FieldName(facts.engagement.id, revision, action.id, part)
        told = tip.format(number=number, title=title)
        return Field(str(name), told, value, options, multiline=part is Part.COMMENT)

    due = action.due.isoformat() if action.due else ""
    return [
        kit.field(
            field(
                Part.STATUS,
                words.gettext("Status of action {number}: {title}"),
                action.progress.value,
                status_options(words),
            )
        ),
        kit.field(field(Part.DUE, words.gettext("Due date of action {number} as year-month-day: {title}"), due)),
        kit.field(field(Part.COMMENT, words.gettext("Comment on action {number}: {title}")), COMMENT_HEIGHT),
    ]
