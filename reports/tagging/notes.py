"""What lies on a page without being drawn there: a field, or a link. PDF calls it an annotation."""

from __future__ import annotations

from models.frozen import frozen
from reports.pdf.file import PdfFile
from reports.pdf.values import Ref, Value


@frozen
class Note:
    """One of them in the file."""

    at: Ref
    entries: dict[str, Value]
    """What it says; more can be added until the file is written."""


def add_note(pdf: PdfFile, page: Ref, entries: dict[str, Value]) -> Note:
    """Puts one on its page."""
    note = Note(pdf.add(entries), entries)
    of_page = pdf.entries(page)
    others = of_page.get("Annots")
    of_page["Annots"] = [*others, note.at] if isinstance(others, list) else [note.at]
    return note
