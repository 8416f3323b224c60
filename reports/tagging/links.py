"""The links within a document, written into the file."""

from __future__ import annotations

from collections.abc import Iterator

from reports.pdf.file import PdfFile
from reports.pdf.values import Name, Value
from reports.tagging.notes import Note, add_note
from reports.tagging.structure import Link, Tag

PRINT = 1 << 2


def write_links(pdf: PdfFile, root: Tag) -> dict[Link, Note]:
    """Adds every link of the structure below `root` to its page."""
    made: dict[Link, Note] = {}
    for link in _links(root):
        page = pdf.pages[link.page - 1]
        entries: dict[str, Value] = {
            "Type": Name("Annot"),
            "Subtype": Name("Link"),
            "Rect": [round(edge, 2) for edge in link.bounds],
            "Border": [0, 0, 0],
            "F": PRINT,
            "P": page,
            "Contents": link.tip,
            "Dest": [pdf.pages[link.target - 1], Name("Fit")],
        }
        made[link] = add_note(pdf, page, entries)
    return made


def _links(tag: Tag) -> Iterator[Link]:
    for kid in tag.kids:
        if isinstance(kid, Link):
            yield kid
        elif isinstance(kid, Tag):
            yield from _links(kid)
