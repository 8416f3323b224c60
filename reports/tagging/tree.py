"""Writes the structure into a file: the structure tree, the tree that leads back to it, and each page's key."""

from __future__ import annotations

from collections.abc import Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from reports.tagging.structure import Link, Mark, Tag, Widget


def write_tree(pdf: Pdf, root: Tag, widgets: Mapping[Widget, Object], links: Mapping[Link, Object]) -> None:
    """Adds the tree below `root`, and marks the file as tagged. Fields and links are given as objects of the file."""
    _TreeWriter(pdf, widgets, links).write(root)


class _TreeWriter:
    def __init__(self, pdf: Pdf, widgets: Mapping[Widget, Object], links: Mapping[Link, Object]) -> None:
        self._pdf, self._widgets, self._links = pdf, widgets, links
        self._pages = [page.obj for page in pdf.pages]
        self._parents: list[dict[int, Object]] = [{} for _ in self._pages]
        """For each page, the element that each mark belongs to."""
        self._owners: list[Object] = []
        """The elements of fields and links, which follow the pages in the parent tree."""

    def write(self, root: Tag) -> None:
        top = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = self._element(root, top)
        numbers: list[int | Object] = []
        for key, (page, parents) in enumerate(zip(self._pages, self._parents, strict=True)):
            page.StructParents, page.Tabs = key, Name.S
            numbers += [key, self._pdf.make_indirect(Array([parents[number] for number in sorted(parents)]))]
        for key, owner in enumerate(self._owners, len(self._pages)):
            numbers += [key, owner]
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        top.ParentTreeNextKey = len(self._pages) + len(self._owners)
        self._pdf.Root.StructTreeRoot = top
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, tag: Tag, parent: Object) -> Object:
        made = self._pdf.make_indirect(Dictionary({"/S": Name("/" + tag.role), "/P": parent}))
        if tag.alternative:
            made.Alt = String(tag.alternative)
        if attributes := _attributes(tag):
            made.A = Dictionary(attributes)
        page = next((kid.page for kid in tag.kids if isinstance(kid, Mark)), 0)
        if page:
            made.Pg = self._pages[page - 1]
        kids = [self._kid(kid, made, page) for kid in tag.kids]
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _kid(self, kid: Tag | Mark | Widget | Link, element: Object, page: int) -> Object | int:
        if isinstance(kid, Tag):
            return self._element(kid, element)
        if isinstance(kid, Widget | Link):
            return self._note(kid, element)
        self._parents[kid.page - 1][kid.number] = element
        if kid.page == page:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page - 1], MCID=kid.number)

    def _note(self, kid: Widget | Link, element: Object) -> Object:
        made = self._widgets[kid] if isinstance(kid, Widget) else self._links[kid]
        made.StructParent = len(self._pages) + len(self._owners)
        self._owners.append(element)
        return Dictionary(Type=Name.OBJR, Obj=made, Pg=self._pages[kid.page - 1])


def _attributes(tag: Tag) -> dict[str, Object | int]:
    if tag.bounds:
        box = Array([round(value, 2) for value in tag.bounds])
        return {"/O": Name.Layout, "/Placement": Name.Block, "/BBox": box}
    if tag.role == "L":
        return {"/O": Name.List, "/ListNumbering": Name("/" + (tag.scope or "None"))}
    found: dict[str, Object | int] = {}
    if tag.scope:
        found["/Scope"] = Name("/" + tag.scope)
    if tag.span > 1:
        found["/ColSpan"] = tag.span
    return {"/O": Name.Table, **found} if found else {}
