"""The links within a document, written into the file."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from reports.tagging.structure import Link, Tag

PRINT = 1 << 2


def write_links(pdf: Pdf, root: Tag) -> dict[Link, Object]:
    """Adds every link of the structure below `root` to its page; each as an object of the file."""
    pages = [page.obj for page in pdf.pages]
    made: dict[Link, Object] = {}
    for link in _links(root):
        page = pages[link.page - 1]
        made[link] = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(edge, 2) for edge in link.bounds]),
                Border=Array([0, 0, 0]),
                F=PRINT,
                P=page,
                Contents=String(link.tip),
                Dest=Array([pages[link.target - 1], Name.Fit]),
            )
        )
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(made[link])
    return made


def _links(tag: Tag) -> Iterator[Link]:
    for kid in tag.kids:
        if isinstance(kid, Link):
            yield kid
        elif isinstance(kid, Tag):
            yield from _links(kid)
