"""Writes the structure into a file: the structure tree, the tree that leads back to it, and each page's key."""

from __future__ import annotations

from collections.abc import Mapping

from reports.pdf.file import PdfFile
from reports.pdf.values import Name, Ref, Value
from reports.tagging.notes import Note
from reports.tagging.structure import Link, Mark, Tag, Widget


def write_tree(pdf: PdfFile, root: Tag, widgets: Mapping[Widget, Note], links: Mapping[Link, Note]) -> None:
    """Adds the tree below `root`, and marks the file as tagged. Fields and links are in the file already."""
    _TreeWriter(pdf, widgets, links).write(root)


class _TreeWriter:
    def __init__(self, pdf: PdfFile, widgets: Mapping[Widget, Note], links: Mapping[Link, Note]) -> None:
        self._pdf, self._widgets, self._links = pdf, widgets, links
        self._pages = pdf.pages
        self._parents: list[dict[int, Ref]] = [{} for _ in self._pages]
        """For each page, the element that each mark belongs to."""
        self._owners: list[Ref] = []
        """The elements of fields and links, which follow the pages in the parent tree."""

    def write(self, root: Tag) -> None:
        top: dict[str, Value] = {"Type": Name("StructTreeRoot")}
        place = self._pdf.add(top)
        top["K"] = self._element(root, place)
        numbers: list[Value] = []
        for key, (page, parents) in enumerate(zip(self._pages, self._parents, strict=True)):
            self._pdf.entries(page).update(StructParents=key, Tabs=Name("S"))
            numbers += [key, self._pdf.add([parents[number] for number in sorted(parents)])]
        for key, owner in enumerate(self._owners, len(self._pages)):
            numbers += [key, owner]
        top["ParentTree"] = self._pdf.add({"Nums": numbers})
        top["ParentTreeNextKey"] = len(self._pages) + len(self._owners)
        self._pdf.entries(self._pdf.root).update(StructTreeRoot=place, MarkInfo={"Marked": True})

    def _element(self, tag: Tag, parent: Ref) -> Ref:
        made: dict[str, Value] = {"S": Name(tag.role), "P": parent}
        place = self._pdf.add(made)
        if tag.alternative:
            made["Alt"] = tag.alternative
        if attributes := _attributes(tag):
            made["A"] = attributes
        page = next((kid.page for kid in tag.kids if isinstance(kid, Mark)), 0)
        if page:
            made["Pg"] = self._pages[page - 1]
        kids = [self._kid(kid, place, page) for kid in tag.kids]
        if kids:
            made["K"] = kids[0] if len(kids) == 1 else kids
        return place

    def _kid(self, kid: Tag | Mark | Widget | Link, element: Ref, page: int) -> Value:
        if isinstance(kid, Tag):
            return self._element(kid, element)
        if isinstance(kid, Widget | Link):
            return self._note(kid, element)
        self._parents[kid.page - 1][kid.number] = element
        if kid.page == page:
            return kid.number
        return {"Type": Name("MCR"), "Pg": self._pages[kid.page - 1], "MCID": kid.number}

    def _note(self, kid: Widget | Link, element: Ref) -> Value:
        note = self._widgets[kid] if isinstance(kid, Widget) else self._links[kid]
        note.entries["StructParent"] = len(self._pages) + len(self._owners)
        self._owners.append(element)
        return {"Type": Name("OBJR"), "Obj": note.at, "Pg": self._pages[kid.page - 1]}


def _attributes(tag: Tag) -> dict[str, Value]:
    if tag.bounds:
        box: list[Value] = [round(value, 2) for value in tag.bounds]
        return {"O": Name("Layout"), "Placement": Name("Block"), "BBox": box}
    if tag.role == "L":
        return {"O": Name("List"), "ListNumbering": Name(tag.scope or "None")}
    found: dict[str, Value] = {}
    if tag.scope:
        found["Scope"] = Name(tag.scope)
    if tag.span > 1:
        found["ColSpan"] = tag.span
    return {"O": Name("Table"), **found} if found else {}
