"""The structure of a document as a screen reader follows it: tags in reading order, and the marks on the pages."""

from __future__ import annotations

from dataclasses import dataclass, field
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


@dataclass(eq=False, slots=True)
class Tag:
    """One element of the structure. `role` is a standard structure type of PDF 1.7, such as H1, P, TD, Figure.

    A tag takes its place among its parent's kids when it is first drawn; what is drawn later, on another page too,
    is added to it.
    """

    role: str
    alternative: str = ""
    """Says in words what a figure shows."""
    scope: str = ""
    """Of a table head: Column or Row. Of a list: how its labels count, Decimal or None."""
    span: int = 1
    """How many columns a table cell takes."""
    bounds: Bounds | None = None
    """Where a figure stands on its page."""
    kids: list[Tag | Mark | Widget | Link] = field(default_factory=list)
    placed: bool = False
