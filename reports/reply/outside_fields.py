"""The fields of a PDF from outside, also those that programs have renamed or left out of its form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Generic

from pypdf.generic import DictionaryObject, PdfObject

from reports.reply.outside_pdf import OutsidePdf, Unreadable, direct, key_of, listed, text_in
from reports.reply.returned import FieldAnswer, Name

MOST_FIELDS = 20_000
DEEPEST = 20
"""Levels of fields within fields."""


def answers_in(pdf: OutsidePdf, parse: Callable[[str], Name | None]) -> Iterator[FieldAnswer[Name]]:
    """Every field whose name `parse` understands: those of the form, then those that stand on a page only."""
    return _Form(pdf, parse).answers()


class _Form(Generic[Name]):
    """The fields while they are gone through, each once."""

    def __init__(self, pdf: OutsidePdf, parse: Callable[[str], Name | None]) -> None:
        self._pdf, self._parse = pdf, parse
        self._pages = {key_of(found): page for page, found in reversed(pdf.on_pages)}
        self._seen: set[tuple[int, int]] = set()

    def answers(self) -> Iterator[FieldAnswer[Name]]:
        form = direct(self._pdf.root.get("/AcroForm"))
        first = listed(form.get("/Fields")) if isinstance(form, DictionaryObject) else []
        waiting = [(found, "", 0) for found in reversed(first)]
        passed = 0
        while waiting:
            if (passed := passed + 1) > MOST_FIELDS:
                raise Unreadable("more fields than any plan has")
            found, above, depth = waiting.pop()
            field = direct(found)
            if not isinstance(field, DictionaryObject) or depth > DEEPEST or key_of(found) in self._seen:
                continue
            self._seen.add(key_of(found))
            own = text_in(field.get("/T")) or ""
            name = _joined(above, own)
            kids = listed(field.get("/Kids"))
            waiting += [(kid, name, depth + 1) for kid in reversed(kids)]
            if own:
                yield from self._answer(found, field, name)
        yield from self._left_out(MOST_FIELDS - passed)

    def _left_out(self, most: int) -> Iterator[FieldAnswer[Name]]:
        """Where pages were taken from a file, some programs leave the form behind and its fields in place."""
        marks: dict[tuple[int, Name], list[str | None]] = defaultdict(list)
        for page, found in self._pdf.on_pages:
            widget = direct(found)
            if not isinstance(widget, DictionaryObject) or widget.get("/Subtype") != "/Widget":
                continue
            above = _line_above(found, widget)
            if any(key_of(one) in self._seen for one, _ in above):
                continue
            if (most := most - 1) < 0:
                raise Unreadable("more fields than any plan has")
            named = next(((one, field) for one, field in above if text_in(field.get("/T"))), None)
            if named:
                self._seen.add(key_of(named[0]))
                yield from self._answer(*named, _full_name(above))
            elif name := self._parse((text_in(widget.get("/NM")) or "").rpartition(":")[0]):
                marks[page, name].append(text_in(widget.get("/AS")))
        for (page, name), drawn in marks.items():
            yield FieldAnswer(name, "", page, None, _marked(None, None, drawn))

    def _answer(self, found: PdfObject, field: DictionaryObject, full: str) -> Iterator[FieldAnswer[Name]]:
        name = self._parse(full)
        if name is None:
            return
        kids = [(kid, direct(kid)) for kid in listed(field.get("/Kids"))]
        widgets = [(kid, one) for kid, one in kids if isinstance(one, DictionaryObject) and "/T" not in one]
        widgets = widgets or [(found, field)]
        page = next((self._pages[key_of(one)] for one, _ in widgets if key_of(one) in self._pages), 0)
        sent, value, kind = text_in(field.get("/DV")), direct(field.get("/V")), field.get("/FT")
        if kind == "/Btn":
            now: str | None = _marked(sent, text_in(value), [text_in(widget.get("/AS")) for _, widget in widgets])
        elif value is None:
            now = sent if kind == "/Ch" else ""  # a program that knows no choices says nothing about them
        else:
            now = text_in(value)
        yield FieldAnswer(name, text_in(field.get("/TU")) or "", page, sent, now)


def _marked(sent: str | None, kept: str | None, drawn: list[str | None]) -> str:
    """Which of the marks is set; empty for none.

    What is kept and what is drawn should agree. Where a program has changed only one of them, that one is the answer.
    """
    seen = next((one for one in drawn if one and one != "Off"), "")
    told = (seen, "" if kept in (None, "Off", "/Off") else str(kept).removeprefix("/"))
    return next((one for one in told if one not in ("", sent)), "" if "" in told else seen)


def _line_above(found: PdfObject, widget: DictionaryObject) -> list[tuple[PdfObject, DictionaryObject]]:
    """A widget, the field it belongs to, and what that belongs to in turn."""
    line = [(found, widget)]
    while len(line) <= DEEPEST and "/Parent" in line[-1][1]:
        above = line[-1][1].raw_get("/Parent")
        field = direct(above)
        if not isinstance(field, DictionaryObject):
            break
        line.append((above, field))
    return line


def _full_name(above: list[tuple[PdfObject, DictionaryObject]]) -> str:
    name = ""
    for _, field in reversed(above):
        name = _joined(name, text_in(field.get("/T")) or "")
    return name


def _joined(above: str, own: str) -> str:
    return f"{above}.{own}" if above and own else above or own
