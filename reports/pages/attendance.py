"""Who was in the room, and what the agenda was."""

from __future__ import annotations

from reportlab.platypus import Flowable

from models.diagnosis.agenda import PAUSES
from models.engagement.engagement import Stakeholder
from models.values.names import group_name
from reports.layout.page_kit import PageKit
from reports.layout.tables import Column, Row
from reports.words.facts import Facts
from reports.words.phrases import person, sentence
from reports.words.record_findings import attendance_title


def attendance(kit: PageKit, facts: Facts) -> list[Flowable]:
    """Everyone who took part, those who were missed, and the agenda as it was planned."""
    words = facts.words
    story = kit.heading(words.gettext("The workshop"), attendance_title(facts))
    about = [facts.engagement.pilot.purpose.strip(), facts.engagement.pilot.problem.strip()]
    for text in filter(None, about):
        story += kit.passage(text)
    if not any(about) and not facts.engagement.stakeholders and not facts.engagement.current.agenda:
        story.append(kit.paragraph(words.gettext("Who took part and what was planned was not written down."), "lead"))
    people = [s for s in facts.engagement.stakeholders if person(s)]
    for name, group in (
        (words.gettext("Took part"), [s for s in people if s.present is not False]),
        (words.gettext("Not present"), [s for s in people if s.present is False]),
    ):
        if group:
            story += _people(kit, facts, name, group)
    return [*story, *_agenda(kit, facts)]


def _people(kit: PageKit, facts: Facts, name: str, people: list[Stakeholder]) -> list[Flowable]:
    _ = facts.words.gettext
    columns = [Column(_("Name"), 170), Column(_("Role"), 207), Column(_("Speaks for"), 110)]
    rows = []
    for who in people:
        group = sentence(group_name(who.group, facts.words))
        rows += kit.rows([[(who.name.strip(), "cell-strong")], [(who.role.strip(), "cell")], [(group, "cell")]])
    return kit.named_table(name, columns, rows)


def _agenda(kit: PageKit, facts: Facts) -> list[Flowable]:
    """As it was planned. How the time was kept is the facilitator's own business."""
    words, boxes = facts.words, facts.engagement.current.agenda
    if not boxes:
        return []
    columns = [Column(words.gettext("Agenda"), 400), Column(words.gettext("Minutes"), 87, right=True)]
    rows: list[Row] = []
    for box in boxes:
        style = "cell-muted" if box.kind in PAUSES else "cell"
        rows += kit.rows([[(box.title.strip() or "–", style)], [(str(box.minutes), "cell-right")]])
    return kit.named_table(words.gettext("What the time was for"), columns, rows)
