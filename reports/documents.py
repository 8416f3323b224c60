"""The way in: which documents there are, and the bytes of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from gettext import NullTranslations

from models.engagement import Engagement
from models.files import safe_name as _safe
from models.method import Method
from models.terms import NoteKind
from reports.action_plan import action_plan
from reports.facts import Facts
from reports.summary import summary


class DocumentKind(StrEnum):
    """A document Clearway can make."""

    ACTION_PLAN = "action-plan"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What the documents leave out because it is internal."""

    notes: int
    evidence: int

    @property
    def total(self) -> int:
        """Notes and evidence together."""
        return self.notes + self.evidence


def render(
    kind: DocumentKind,
    engagement: Engagement,
    method: Method,
    *,
    today: date,
    words: NullTranslations | None = None,
    page_size: str = "A4",
) -> bytes:
    """The finished PDF. `page_size` is "A4" or "Letter". The same input gives the same bytes."""
    facts = Facts(engagement, method, today, words or NullTranslations())
    makers = {DocumentKind.ACTION_PLAN: action_plan, DocumentKind.SUMMARY: summary}
    return makers[kind](facts, page_size)


def left_out(engagement: Engagement) -> LeftOut:
    """How many internal notes of the current round no document shows; empty ones do not count."""
    internal = [n for n in engagement.current.notes if not n.for_client and n.text.strip()]
    evidence = sum(n.kind is NoteKind.EVIDENCE for n in internal)
    return LeftOut(len(internal) - evidence, evidence)


def file_name(kind: DocumentKind, engagement: Engagement, words: NullTranslations | None = None) -> str:
    """As in "Northwind Bank - Claims triage - Action plan.pdf"; allowed on Windows, macOS and Linux."""
    _ = (words or NullTranslations()).gettext
    titles = {DocumentKind.ACTION_PLAN: _("Action plan"), DocumentKind.SUMMARY: _("Summary")}
    parts = [_safe(engagement.client.name), _safe(engagement.pilot.name), _safe(titles[kind])]
    return " - ".join(p for p in parts if p) + ".pdf"
