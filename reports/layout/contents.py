"""The contents page of a long document: drawn once every page number is known, then put behind the cover."""

from __future__ import annotations

from dataclasses import replace

from models.frozen import frozen
from reports.layout.flowables import Cell, Flowable
from reports.layout.grids import plain_list
from reports.layout.page_kit import PageKit, stacked_height
from reports.tagging.structure import Link, Mark, Tag, Widget

LONGEST_WITHOUT = 10
"""Pages up to which a document needs no contents."""
PLACE = 2
"""The page that the contents become."""


@frozen
class Entry:
    """A title and the page it stands on, counted without the contents."""

    kicker: str
    title: str
    page: int


def contents(kit: PageKit, entries: list[Entry], pages: int) -> list[Flowable]:
    """The parts of the page; what a page has no room for is left to the outline."""
    title = kit.words.gettext("Where to find what in these {count} pages").format(count=pages)
    head = kit.heading(kit.words.gettext("Contents"), title)
    for most in range(len(entries), 0, -1):
        story = [*head, _listed(kit, entries[:most])]
        if stacked_height(story, kit.width) <= kit.height:
            return story
    return head


def _listed(kit: PageKit, entries: list[Entry]) -> Flowable:
    rows: list[list[Cell]] = []
    for entry in entries:
        page = entry.page + (entry.page >= PLACE)
        title = [kit.paragraph(entry.kicker, "contents-kicker"), kit.link(entry.title, "contents-title", page)]
        rows.append([kit.paragraph(str(page), "contents-page"), title])
    return plain_list(rows, [34, kit.width - 34], [("BOTTOMPADDING", (0, 0), (-1, -1), 7)])


def moved_behind_the_cover(root: Tag, first_new: int, last: int) -> None:
    """Sets the structure right once page `last` has become page `PLACE`.

    `first_new` is the place among the root's kids from which the tags of that page begin.
    """
    _renumber(root, last)
    added = root.kids[first_new:]
    del root.kids[first_new:]
    place = next((n for n, kid in enumerate(root.kids) if isinstance(kid, Tag) and first_page(kid) > 1), len(root.kids))
    root.kids[place:place] = added


def first_page(tag: Tag) -> int:
    """The page on which a tag begins; 0 for one that holds nothing."""
    for kid in tag.kids:
        if found := first_page(kid) if isinstance(kid, Tag) else kid.page:
            return found
    return 0


def _renumber(tag: Tag, last: int) -> None:
    for number, kid in enumerate(tag.kids):
        if isinstance(kid, Mark | Widget | Link):
            page = PLACE if kid.page == last else kid.page + (kid.page >= PLACE)
            tag.kids[number] = replace(kid, page=page)
        elif isinstance(kid, Tag):
            _renumber(kid, last)
