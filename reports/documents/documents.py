"""The way in: which documents there are, and the bytes of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from gettext import NullTranslations

from models.engagement.engagement import Engagement
from models.method.method import Method
from models.values.files import safe_name as _safe
from models.values.terms import NoteKind
from reports.documents.action_plan import action_plan
from reports.documents.go_no_go import go_no_go
from reports.documents.record import record
from reports.documents.summary import summary
from reports.words.facts import Facts, Progress, unwatched


class DocumentKind(StrEnum):
    """A document Clearway can make."""

    ACTION_PLAN = "action-plan"
    SUMMARY = "summary"
    RECORD = "record"
    GO_NO_GO = "go-no-go"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a document leaves out because it is internal."""

    notes: int
    evidence: int
    entries: int = 0
    """Rows of the playbook that are private, or hold something private; of a document that shows the playbook."""

    @property
    def total(self) -> int:
        """Everything together."""
        return self.notes + self.evidence + self.entries


def render(
    kind: DocumentKind,
    engagement: Engagement,
    method: Method,
    *,
    today: date,
    words: NullTranslations | None = None,
    page_size: str = "A4",
    progress: Progress = unwatched,
) -> bytes:
    """The finished PDF. `page_size` is "A4" or "Letter". The same input gives the same bytes.

    `progress` is called all along; to stop, it raises something, which comes out of here.
    """
    facts = Facts(engagement, method, today, words or NullTranslations(), progress)
    makers = {
        DocumentKind.ACTION_PLAN: action_plan,
        DocumentKind.SUMMARY: summary,
        DocumentKind.RECORD: record,
        DocumentKind.GO_NO_GO: go_no_go,
    }
    return makers[kind](facts, page_size)


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
    return LeftOut(len(internal) - evidence, evidence, len(rows) if kind is DocumentKind.RECORD else 0)


def file_name(kind: DocumentKind, engagement: Engagement, words: NullTranslations | None = None) -> str:
    """As in "Northwind Bank - Claims triage - Action plan.pdf"; allowed on Windows, macOS and Linux."""
    _ = (words or NullTranslations()).gettext
    titles = {
        DocumentKind.ACTION_PLAN: _("Action plan"),
        DocumentKind.SUMMARY: _("Summary"),
        DocumentKind.RECORD: _("Workshop record"),
        DocumentKind.GO_NO_GO: _("Go or no-go"),
    }
    parts = [_safe(engagement.client.name), _safe(engagement.pilot.name), _safe(titles[kind])]
    return " - ".join(p for p in parts if p) + ".pdf"
