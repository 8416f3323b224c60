"""A canvas that collects the structure of the document while it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from reports.tagging.structure import Bounds, Field, Link, Mark, Tag, Widget
from reports.type.document_font import Codes

PAGINATION = "/Artifact <</Type /Pagination>> BDC"
DECORATION = "/Artifact BMC"


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Every text and figure is drawn as `marked`; what a screen reader should pass over is an artifact."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.root = Tag("Document")
        self._codes: dict[str, Codes] = {}
        self._around = [self.root]
        self._marks = self._artifacts = 0
        self._marking = False
        super().__init__(*arguments, **options)

    def showPage(self) -> None:
        """Ends the page; the marks of the next one are counted anew."""
        super().showPage()
        self._marks = 0

    def write(self, code: str) -> None:
        """Adds to the page's code; what is set by it has to be put back."""
        self._code.append(code)

    def written(self, text: str, font: str) -> list[tuple[str, str]]:
        """(part of the font, text as it stands between brackets in the page's code), one for each part."""
        codes = self._codes.get(font)
        if codes is None:
            codes = self._codes[font] = getFont(font).codes_in(self._doc)
        return codes.written(text)

    def bounds(self, x: float, y: float, width: float, height: float) -> Bounds:
        """Where something of that size stands on the page."""
        left, bottom = self.absolutePosition(x, y)
        return left, bottom, left + width, bottom + height

    def enter(self, tag: Tag) -> None:
        """What is drawn until `leave` belongs inside the tag, with tags of its own."""
        self._place(tag)
        self._around.append(tag)

    def leave(self) -> None:
        """Goes back to what is around the tag entered last."""
        self._around.pop()

    @contextmanager
    def marked(self, tag: Tag | None) -> Iterator[None]:
        """What is drawn meanwhile is the tag's own content, unless it is part of an artifact or of another mark."""
        if tag is None or self._artifacts or self._marking:
            yield
            return
        self._place(tag)
        tag.kids.append(Mark(self.getPageNumber(), self._marks))
        self._code.append(f"/{tag.role} <</MCID {self._marks}>> BDC")
        self._marks += 1
        self._marking = True
        yield
        self._marking = False
        self._code.append("EMC")

    def begin_artifact(self, opening: str = DECORATION) -> None:
        """What is drawn until `end_artifact` is passed over by a screen reader."""
        if not self._artifacts:
            self._code.append(opening)
        self._artifacts += 1

    def end_artifact(self) -> None:
        """Ends what `begin_artifact` began; an artifact in which nothing was drawn leaves no trace."""
        self._artifacts -= 1
        if self._artifacts:
            return
        if self._code[-1] in (DECORATION, PAGINATION):
            self._code.pop()
        else:
            self._code.append("EMC")

    @contextmanager
    def artifact(self, opening: str = DECORATION) -> Iterator[None]:
        """The two together."""
        self.begin_artifact(opening)
        yield
        self.end_artifact()

    def add_field(self, tag: Tag, field: Field, left: float, bottom: float, right: float, top: float) -> None:
        """Puts a field into these bounds, in points from the origin."""
        x, y = self.absolutePosition(0, 0)
        self._place(tag)
        tag.kids.append(Widget(field, self.getPageNumber(), (x + left, y + bottom, x + right, y + top)))

    def add_link(self, tag: Tag, bounds: Bounds, target: int, tip: str) -> None:
        """Makes a place on this page lead to page `target`. The tag has been drawn there."""
        tag.kids.append(Link(self.getPageNumber(), bounds, target, tip))

    def _place(self, tag: Tag) -> None:
        if not tag.placed and not self._artifacts:
            self._around[-1].kids.append(tag)
            tag.placed = True
