"""The way in: the bytes of a document, its name as a file, and what it leaves out."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

from models.engagement.engagement import Engagement
from models.frozen import frozen
from models.method.method import Method
from models.rounds.comparison import Acts
from models.values.files import safe_name as _safe
from models.values.terms import NoteKind
from reports.documents.kinds import DOCUMENTS, DocumentKind, PageSize
from reports.words.facts import Facts, Progress, unwatched


@frozen
class LeftOut:
    """What a document leaves out because it is internal."""

    notes: int
    evidence: int
    entries: int = 0
    """Rows of the playbook that are private, or hold something private; of a document that shows the playbook."""
    files: int = 0
    """Photos and files that are internal."""

    @property
    def total(self) -> int:
        """Everything together."""
        return self.notes + self.evidence + self.entries + self.files


def render(
    kind: DocumentKind,
    engagement: Engagement,
    method: Method,
    *,
    today: date,
    words: NullTranslations | None = None,
    page_size: PageSize = PageSize.A4,
    plain_cover: bool = False,
    progress: Progress = unwatched,
    acts: Acts = (),
) -> bytes:
    """The finished PDF. The same input gives the same bytes.

    With `plain_cover` the first page shows neither what was found nor the ratings. `progress` is called all along; to
    stop, it raises something, which comes out of here. `acts` are those of the history of actions and rounds.
    """
    facts = Facts(engagement, method, today, words or NullTranslations(), progress, plain_cover, acts)
    return DOCUMENTS[kind].maker()(facts, page_size)


def left_out(kind: DocumentKind, engagement: Engagement, method: Method) -> LeftOut:
    """What was captured in the current round and no document of that kind shows; empty notes do not count."""
    current = engagement.current
    internal = [n for n in current.notes if not n.for_client and n.text.strip()]
    evidence = sum(n.kind is NoteKind.EVIDENCE for n in internal)
    private = {
        register.id: [c.id for c in register.columns if register.private or method.is_private(c)]
        for register in method.registers
    }
    rows = [e for e in current.entries if any(current.value(e.id, c).strip() for c in private.get(e.register_id, ()))]
    files = sum(not one.for_client for one in current.evidence)
    return LeftOut(len(internal) - evidence, evidence, len(rows) if DOCUMENTS[kind].shows_playbook else 0, files)


def file_name(kind: DocumentKind, engagement: Engagement, words: NullTranslations | None = None) -> str:
    """As in "Northwind Bank - Claims triage - Action plan.pdf"; allowed on Windows, macOS and Linux."""
    title = DOCUMENTS[kind].said(words or NullTranslations())
    parts = [_safe(engagement.client.name), _safe(engagement.pilot.name), _safe(title)]
    return " - ".join(p for p in parts if p) + ".pdf"
