"""What a document says of itself beside its pages."""

from __future__ import annotations

from datetime import date

from models.frozen import frozen
from models.values.letters import headed
from reports.words.facts import Facts
from reports.words.phrases import subject
from reports.words.text import one_line, plain, shortened


@frozen
class DocumentText:
    """What stands on every page and in the file's properties."""

    title: str
    subject: str
    author: str
    about: str
    """Whose pilot it is, as the head of each page says it; `kind` follows."""
    kind: str
    confidentiality: str
    language: str
    day: date
    """The date in the file's properties, so that the same data gives the same bytes."""
    page_of: str
    """As in "{page} of {pages}"; empty for a single page without a number."""
    all_pages: str
    """What stands on a cover instead, as in "{pages} pages"."""
    cover: str
    """What the cover is called where others have a number."""


@frozen
class Attachment:
    """A file that travels inside the document: the same data for a program to read."""

    name: str
    media_type: str
    description: str
    data: bytes


def document_text(facts: Facts, kind: str, numbered: bool = True) -> DocumentText:
    """What stands on every page and in the file's properties; never a path, a login name or a machine's name."""
    words, engagement = facts.words, facts.engagement
    return DocumentText(
        title=headed(kind, shortened(plain(engagement.pilot.name).strip(), 150) or subject(engagement, words), words),
        subject=shortened(plain(engagement.client.name).strip(), 200),
        author=shortened(plain(engagement.brand.practice).strip(), 200),
        about=subject(engagement, words),
        kind=kind,
        confidentiality=one_line(engagement.brand.confidentiality),
        language=facts.method.language,
        day=facts.today,
        page_of=words.gettext("{page} of {pages}") if numbered else "",
        all_pages=words.gettext("{pages} pages"),
        cover=words.gettext("Cover"),
    )
