"""The structure of a document as a screen reader follows it: tags in reading order, and the marks on the pages."""

from __future__ import annotations

from typing import TypeAlias

from models.frozen import frozen

Bounds: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the page's lower left corner."""


@frozen
class Mark:
    """A stretch of one page's content that belongs to a tag. Pages count from 1, marks of a page from 0."""

    page: int
    number: int


@frozen
class Field:
    """Something the reader of a document fills in: a text of one line, or of several with `multiline`, or a mark.

    Marks of the same name are one field, of which one can be set.
    """

    name: str
    tip: str
    """What a screen reader says of it."""
    value: str = ""
    """What stands in it; of marks, which one is set."""
    sent: str = ""
    """What it is compared with when it comes back; nobody sees it."""
    multiline: bool = False
    mark: str = ""
    """What setting this mark says."""
    about: str = ""
    """What all marks of the name are about."""


@frozen
class Widget:
    """A field in its place on a page."""

    field: Field
    page: int
    bounds: Bounds


@frozen
class Link:
    """A place on a page that leads to another page of the document."""

    page: int
    bounds: Bounds
    target: int
    """The page it leads to."""
    tip: str
    """What a screen reader says of it."""


class Tag:
    """One element of the structure. `role` is a standard structure type of PDF 1.7, such as H1, P, TD, Figure.

    A tag takes its place among its parent's kids when it is first drawn; what is drawn later, on another page too,
    is added to it.
    """

    __slots__ = ("alternative", "bounds", "kids", "placed", "role", "scope", "span")

    def __init__(self, role: str, alternative: str = "", scope: str = "", span: int = 1) -> None:
        """`alternative` says in words what a figure shows. `span` is how many columns a table cell takes.

        `scope` is that of a table head, Column or Row; of a list: how its labels count, Decimal or None.
        """
        self.role, self.alternative, self.scope, self.span = role, alternative, scope, span
        self.bounds: Bounds | None = None
        """Where a figure stands on its page."""
        self.kids: list[Tag | Mark | Widget | Link] = []
        self.placed = False
