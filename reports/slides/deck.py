"""The way in: the plan or the summary as slides that can be edited.

Importing this module loads the library for presentations: do so when the first slides are wanted.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO

from reports.archive.document_text import document_text
from reports.charts.colours import paper_colours
from reports.documents.kinds import DOCUMENTS, DocumentKind
from reports.slides.actions import actions
from reports.slides.area import said
from reports.slides.findings import cost, cover, decision, modes, open_signs
from reports.slides.house import house_template
from reports.slides.kit import SlideKit
from reports.slides.language import say_language
from reports.slides.logos import put_logos
from reports.slides.packed import packed_anew
from reports.slides.template import Template, read_template, with_layouts
from reports.slides.timeline import timeline
from reports.type.fonts import register_fonts
from reports.type.ink import apart_from_verdicts
from reports.words.facts import Facts

SLIDES = {
    DocumentKind.ACTION_PLAN: (cover, decision, modes, actions, timeline, cost, open_signs),
    DocumentKind.SUMMARY: (decision, modes, actions),
}
"""What there is as slides, each part in the order in which it is shown; the summary's actions are the first alone."""


def slides(facts: Facts, kind: DocumentKind = DocumentKind.ACTION_PLAN, template: bytes | None = None) -> bytes:
    """A PowerPoint file, in a template of the practice's own or else in the house's. The same input, the same bytes.

    Raises Refusal for a template that cannot be used.
    """
    register_fonts()
    brand = facts.engagement.brand
    colours = paper_colours(brand.primary, apart_from_verdicts(brand.accent, brand.primary))
    found = with_layouts(house_template(colours), house=True) if template is None else read_template(template)
    kit = SlideKit(facts, found, colours, DOCUMENTS[kind].said(facts.words), kind is DocumentKind.SUMMARY)
    for part in SLIDES[kind]:
        part(kit)
    if found.house:
        put_logos(kit)
    _sign(found, facts, kit.kind)
    say_language(found, facts.method.language)
    file = BytesIO()
    found.deck.save(file)
    return packed_anew(file.getvalue())


def _sign(template: Template, facts: Facts, kind: str) -> None:
    """What the file says of itself: whose it is and of which day, never a login name or a machine's."""
    text, own = document_text(facts, kind), template.deck.core_properties
    own.title, own.subject, own.author = (said(part)[:255] for part in (text.title, text.subject, text.author))
    own.last_modified_by, own.comments, own.keywords, own.category = own.author, "", "", ""
    own.created = own.modified = datetime.combine(text.day, time(), UTC).replace(tzinfo=None)
    own.language, own.revision = text.language, 1
