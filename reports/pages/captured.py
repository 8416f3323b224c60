"""What else was said in the room and marked for the client: decisions, what was parked, why the workshop was closed."""

from __future__ import annotations

from reportlab.platypus import Flowable

from models.engagement.engagement import Note
from models.plan.closing import high_gaps
from models.values.terms import NoteKind
from reports.layout.page_kit import PageKit
from reports.words.facts import Facts
from reports.words.findings import decisions_title


def decisions(kit: PageKit, facts: Facts) -> list[Flowable]:
    """What was decided; nothing where nothing was."""
    notes = facts.captured(NoteKind.DECISION)
    if not notes:
        return []
    story = kit.heading(facts.words.gettext("Decisions"), decisions_title(facts))
    return [*kit.together(story, 60), kit.listed("■", [_placed(facts, note) for note in notes])]


def decided_and_parked(kit: PageKit, facts: Facts) -> list[Flowable]:
    """The same, with what was put off and with dissent that belongs to no sign."""
    words = facts.words
    found: list[Flowable] = []
    for head, notes in (
        (words.gettext("Parked for later"), facts.captured(NoteKind.PARKED)),
        (words.gettext("To come back to"), [n for n in facts.captured(NoteKind.RETURN) if not n.sign_id]),
        (words.gettext("Dissent, word for word"), [n for n in facts.captured(NoteKind.DISSENT) if not n.sign_id]),
    ):
        if notes:
            texts = [_placed(facts, note) for note in notes]
            found += [kit.paragraph(head, "section"), kit.listed("→", texts)]
    decided = decisions(kit, facts)
    if found and not decided:
        decided = kit.together(kit.heading(words.gettext("Decisions"), decisions_title(facts)), 60)
    return [*decided, *found]


def _placed(facts: Facts, note: Note) -> str:
    """The note, and the sign it came up under."""
    text = note.text.strip()
    if not note.sign_id or note.kind is NoteKind.DISSENT:
        return text
    sign = facts.method.sign(note.sign_id).title
    return facts.words.gettext("{text} (under “{sign}”)").format(text=text, sign=sign)


def closed_with_gaps(kit: PageKit, facts: Facts) -> list[Flowable]:
    """Why the workshop was closed although something high had no owner or no date; nothing where it was not."""
    words, assessment = facts.words, facts.engagement.current.assessment
    if assessment.closed_on is None or not assessment.closing_reason.strip():
        return []
    head = kit.paragraph(words.gettext("Why the workshop was closed with gaps"), "section")
    found: list[Flowable] = [head, kit.decision(assessment.closing_reason.strip())]
    gaps = high_gaps(facts.method, facts.engagement, words, facts.today)
    if gaps:
        text = words.gettext("{title}: {lacks}")
        found += [kit.space(8), kit.listed("☐", [text.format(title=gap.title, lacks=gap.lacks) for gap in gaps])]
    return found
