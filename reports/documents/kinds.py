"""Which documents there are: each declared once, for the window, the command line, the outbox and the file's name.

Loads no library for PDFs: what makes a document is named, and loaded when one is made.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from gettext import NullTranslations
from importlib import import_module
from typing import TYPE_CHECKING

from models.frozen import frozen
from reports.type.loading import loaded
from resources.words import marked

if TYPE_CHECKING:
    from reports.words.facts import Facts

    Maker = Callable[[Facts, "PageSize"], bytes]


class PageSize(StrEnum):
    """The paper a document is laid out for."""

    A4 = "A4"
    LETTER = "Letter"


class DocumentKind(StrEnum):
    """A document Clearway can make, by the name that the command line and the outbox know it by."""

    ACTION_PLAN = "action-plan"
    SUMMARY = "summary"
    RECORD = "record"
    GO_NO_GO = "go-no-go"


@frozen
class Document:
    """What is to be known of a kind of document without making one."""

    title: str
    """Its name, to be translated."""
    short: str
    """The same among the names of the others, to be translated."""
    made_by: str
    """The module below `reports.documents` whose function of the same name makes it."""
    shows_playbook: bool = False
    """Whether the registers stand in it, and so what is private in them is left out."""
    comes_back: bool = False
    """Whether it has fields that its reader fills in and sends back."""

    def said(self, words: NullTranslations) -> str:
        """Its name in these words."""
        return words.gettext(self.title)

    def said_short(self, words: NullTranslations) -> str:
        """The same where the names of the others stand beside it."""
        return words.gettext(self.short)

    def maker(self) -> Maker:
        """What makes it."""
        loaded("reportlab.pdfgen.canvas")
        made: Maker = getattr(import_module(f"reports.documents.{self.made_by}"), self.made_by)
        return made


DOCUMENTS = {
    DocumentKind.ACTION_PLAN: Document(marked("Action plan"), marked("Plan"), "action_plan", comes_back=True),
    DocumentKind.SUMMARY: Document(marked("Summary"), marked("Summary"), "summary"),
    DocumentKind.RECORD: Document(marked("Workshop record"), marked("Record"), "record", shows_playbook=True),
    DocumentKind.GO_NO_GO: Document(marked("Go/no-go sheet"), marked("Go/no-go"), "go_no_go"),
}
"""In the order in which they are offered."""

PAGE_SIZES = {PageSize.A4: marked("A4"), PageSize.LETTER: marked("US Letter")}
"""Their names, to be translated, in the order in which they are offered."""
