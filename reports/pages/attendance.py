"""Who took part, as far as it was noted, and what the agenda was."""

from __future__ import annotations

from collections.abc import Sequence

from models.diagnosis.agenda import PAUSES
from models.engagement.engagement import Stakeholder
from models.values.names import group_name
from reports.layout.flowables import Flowable
from reports.layout.page_kit import PageKit
from reports.layout.tables import Column, Row
from reports.words.facts import Facts
from reports.words.phrases import sentence
from reports.words.record_findings import attendance_title


def attendance(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What the pilot is for, the people by whether they took part, and the agenda as it was planned."""
    _, found = facts.words.gettext, facts.attendance
    story = kit.heading(_("The workshop"), attendance_title(facts))
    about = [text for text in (facts.engagement.pilot.purpose.strip(), facts.engagement.pilot.problem.strip()) if text]
    for text in about:
        story += kit.passage(text)
    groups = [(_("Took part"), found.took_part), (_("Not there"), found.absent), (_("Not noted"), found.not_noted)]
    everybody = [who for _, people in groups for who in people]
    rows = [row for name, people in groups if people for row in _rows(kit, facts, name, people, everybody)]
    if rows:
        story += [kit.space(4), kit.table(_columns(facts, any(who.name.strip() for who in everybody)), rows)]
    elif not about and not facts.engagement.current.agenda:
        story.append(kit.paragraph(_("Who took part and what was planned was not written down."), "lead"))
    return [*story, *_agenda(kit, facts)]


def _columns(facts: Facts, with_names: bool) -> list[Column]:
    _ = facts.words.gettext
    if not with_names:
        return [Column(_("Role"), 377, names_row=True), Column(_("Speaks for"), 110)]
    return [Column(_("Name"), 170, names_row=True), Column(_("Role"), 207), Column(_("Speaks for"), 110)]


def _rows(
    kit: PageKit, facts: Facts, name: str, people: Sequence[Stakeholder], everybody: Sequence[Stakeholder]
) -> list[Row]:
    """A group of people; without a column for names where nobody of `everybody` has one."""
    rows, with_names = [Row([kit.paragraph(name, "group")], group=True)], any(who.name.strip() for who in everybody)
    for who in people:
        group = sentence(group_name(who.group, facts.words))
        names = [[(who.name.strip(), "cell-strong")]] if with_names else []
        role = (who.role.strip(), "cell" if with_names else "cell-strong")
        rows += kit.rows([*names, [role], [(group, "cell")]])
    return rows


def _agenda(kit: PageKit, facts: Facts) -> list[Flowable]:
    """As it was planned. How the time was kept is the facilitator's own business."""
    words, boxes = facts.words, facts.engagement.current.agenda
    if not boxes:
        return []
    columns = [
        Column(words.gettext("Part of the day"), 390, names_row=True),
        Column(words.gettext("Minutes planned"), 97, right=True),
    ]
    rows: list[Row] = []
    for box in boxes:
        style = "cell-muted" if box.kind in PAUSES else "cell"
        rows += kit.rows([[(box.title.strip() or "–", style)], [(str(box.minutes), "cell-right")]])
    total = str(sum(box.minutes for box in boxes))
    rows.append(
        Row([kit.paragraph(words.gettext("All together"), "cell-strong"), kit.paragraph(total, "cell-right-strong")])
    )
    return kit.named_table(words.gettext("What the time was for"), columns, rows)
