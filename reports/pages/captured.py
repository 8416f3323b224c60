"""What else was said in the room and marked for the client: decisions, what was parked, why the workshop was closed."""

from __future__ import annotations

from collections.abc import Sequence

from models.engagement.engagement import Note
from models.plan.closing import high_gaps_among
from models.values.terms import NoteKind
from reports.layout.flowables import Flowable
from reports.layout.page_kit import PageKit, stacked_height
from reports.pages.signs import dissent_text
from reports.words.facts import Facts
from reports.words.findings import decisions_title


def decided_and_parked(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What was decided, put off and disputed beside the signs, and why the workshop was closed with gaps."""
    _ = facts.words.gettext
    decided = facts.captured(NoteKind.DECISION)
    parts = [
        _listed(kit, "", [_placed(facts, note) for note in decided]),
        _listed(kit, _("Parked for later"), [_placed(facts, note) for note in facts.captured(NoteKind.PARKED)]),
        _listed(kit, _("To come back to"), [n.text.strip() for n in facts.captured(NoteKind.RETURN) if not n.sign_id]),
        _dissent(kit, facts),
        closed_with_gaps(kit, facts),
    ]
    found = [flowable for part in parts for flowable in part]
    if not found:
        return []
    return [*kit.together([*kit.heading(_("What was decided"), decisions_title(facts)), kit.space(4)], 60), *found]


def _listed(kit: PageKit, head: str, texts: Sequence[str]) -> list[Flowable]:
    if not texts:
        return []
    return [
        *([kit.paragraph(head, "section")] if head else []),
        kit.lines([[kit.passage(text, "text")] for text in texts]),
    ]


def _dissent(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What belongs to no sign."""
    notes = [note for note in facts.captured(NoteKind.DISSENT) if not note.sign_id]
    if not notes:
        return []
    head = kit.paragraph(facts.words.gettext("Dissent, word for word"), "section")
    parts = [part for note in notes for part in (kit.decision(dissent_text(facts, note), "dissent"), kit.space(4))]
    return [head, *parts]


def _placed(facts: Facts, note: Note) -> str:
    """The note, and the sign it came up under."""
    text = note.text.strip()
    if not note.sign_id:
        return text
    sign = facts.method.sign(note.sign_id).title
    return facts.words.gettext("{text} (under “{sign}”)").format(text=text, sign=sign)


def closed_with_gaps(kit: PageKit, facts: Facts) -> list[Flowable]:
    """Why the workshop was closed although something high had no owner or no date; nothing where it was not."""
    words, assessment = facts.words, facts.engagement.current.assessment
    if assessment.closed_on is None or not assessment.closing_reason.strip():
        return []
    head = kit.paragraph(words.gettext("Closed with gaps, because"), "section")
    found: list[Flowable] = [head, kit.decision(assessment.closing_reason.strip())]
    gaps = high_gaps_among(facts.lines, facts.method, facts.engagement, words)
    if gaps:
        text = words.gettext("{title}: {lacks}")
        rows = [[kit.passage(text.format(title=gap.title, lacks=gap.lacks), "text")] for gap in gaps]
        found += [kit.space(6), kit.lines(rows)]
    return kit.together(found) if stacked_height(found, kit.width) < kit.height / 2 else found
