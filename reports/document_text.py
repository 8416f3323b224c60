"""What a document says of itself beside its pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DocumentText:
    """What stands on every page and in the file's properties."""

    title: str
    subject: str
    author: str
    running_head: str
    confidentiality: str
    language: str
    day: date
    """The date in the file's properties, so that the same data gives the same bytes."""
    page_of: str
    """As in "Page {page} of {pages}"; empty for a single page without a number."""


@dataclass(frozen=True)
class Attachment:
    """A file that travels inside the document: the same data for a program to read."""

    name: str
    media_type: str
    description: str
    data: bytes
