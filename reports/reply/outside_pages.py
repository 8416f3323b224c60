"""What was written on the pages of a PDF from outside: in notes that lie on them, and into the pages themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from pypdf import PageObject
from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject, NameObject

from models.frozen import frozen
from reports.reply.outside_pdf import OutsidePdf, direct, key_of, text_in
from reports.reply.returned import Written

LONGEST_RICH = 100_000
"""Characters of a text with its looks."""
LARGEST_CONTENT = 500_000
"""Bytes of what a page draws; ours draw with thirty thousand."""
MOST_PRINTED = 400
"""Pages that are gone through for words where there is no field in the file."""
SILENT = frozenset({"/Widget", "/Link", "/Popup", "/PrinterMark", "/TrapNet"})
"""What lies on pages without saying anything of its own."""

_LINE_TAGS, _TAGS = re.compile("<(?:p|br|div)[^<>]*>"), re.compile("<[^<>]*>")
_STEPS = re.compile(
    rb"(?P<ours>/(?:\w{1,20}\s{0,9}<<\s{0,9}/MCID\s{1,9}\d{1,9}\s{0,9}>>\s{0,9}BDC|Artifact\s{1,9}BMC|"
    rb"Artifact\s{0,9}<<[^>]{0,200}>>\s{0,9}BDC)\b)|(?P<others>\b(?:BDC|BMC)\b)|(?P<end>\bEMC\b)|"
    rb"(?P<shows>\b(?:Tj|TJ|Do)\b|[)\]>\s]['\"]\s)"
)


@frozen
class Added:
    """What was added to the pages themselves."""

    typed: tuple[Written, ...]
    foreign: tuple[int, ...]
    """Pages that are of no plan, or cannot be read."""
    redrawn: bool
    """Whether a program has drawn all pages anew, so that what was added cannot be told from what was there."""


def notes_on(pdf: OutsidePdf) -> Iterator[Written]:
    """Sticky notes, text boxes, marked passages and the like: whatever lies on a page and was not there."""
    found = [(page, one, note) for page, one in pdf.on_pages if isinstance(note := direct(one), DictionaryObject)]
    answered = {key_of(note.raw_get("/IRT")) for _, _, note in found if "/IRT" in note}
    for page, one, note in found:
        if note.get("/Subtype") in SILENT:
            continue
        text = (text_in(note.get("/Contents")) or "").strip() or _rich(text_in(note.get("/RC")) or "")
        if text or not ("/IRT" in note or key_of(one) in answered):  # of two that belong together one has the words
            yield Written(page, text_in(note.get("/T")) or "", text)


def added_to(pdf: OutsidePdf) -> Added:
    """What was typed into the pages.

    All that our pages draw is marked as a part of their structure or as decoration. What is not was added later.
    """
    typed, foreign = [], []
    for number, page in enumerate(pdf.pages, 1):
        try:
            text, ours = _unmarked(pdf, page)
        except Exception:  # it may be odd in any way, and what stands in the fields is to be read all the same
            pdf.hurry()
            text, ours = "", False
        if not ours:
            foreign.append(number)
        elif text.strip():
            typed.append(Written(number, "", text.strip()))
    redrawn = len(foreign) == len(pdf.pages)
    return Added(tuple(typed), () if redrawn else tuple(foreign), redrawn)


def printed_words(pdf: OutsidePdf) -> str:
    """All words on the pages, without the spaces between them, which printing may move."""
    found = []
    for page in pdf.pages[-MOST_PRINTED:]:
        found += page.extract_text(visitor_operand_before=lambda *_: pdf.hurry()).split()
    return "".join(found)


def _unmarked(pdf: OutsidePdf, page: PageObject) -> tuple[str, bool]:
    """The words of a page that are under no mark of ours, and whether anything on it is under one."""
    contents = page.get_contents()
    content = b"" if contents is None else contents.get_data()
    loose, ours = _sifted(content)
    if not loose:
        return "", ours
    if len(content) > LARGEST_CONTENT:
        raise LimitReachedError("more than any page of a plan draws")
    inside: list[bool] = []
    words: list[str] = []

    def step(operator: bytes, operands: Any, *_: Any) -> None:
        nonlocal ours
        pdf.hurry()
        if operator in (b"BDC", b"BMC"):
            inside.append(_is_ours(operands))
            ours = ours or inside[-1]
        elif operator == b"EMC" and inside:
            inside.pop()

    def word(text: str, *_: Any) -> None:
        if not any(inside):
            words.append(text)

    page.extract_text(visitor_operand_before=step, visitor_text=word)
    return "".join(words), ours


def _sifted(content: bytes) -> tuple[bool, bool]:
    """Whether there may be words under no mark of ours, and whether there are marks: quicker than reading them."""
    inside: list[bool] = []
    loose = ours = False
    for step in _STEPS.finditer(content):
        if step["ours"] or step["others"]:
            inside.append(bool(step["ours"]))
            ours = ours or inside[-1]
        elif step["end"]:
            if inside:
                inside.pop()
        elif not any(inside):
            loose = True
    return loose, ours


def _is_ours(operands: Any) -> bool:
    """Decoration, or a part of the structure, whose number some programs keep apart under a name."""
    tag, about = (*operands, None, None)[:2]
    if tag == "/Artifact" or not isinstance(about, DictionaryObject):
        return tag == "/Artifact" or (isinstance(about, NameObject) and tag != "/OC")
    return "/MCID" in about


def _rich(text: str) -> str:
    """The words of a text that is kept with its looks, each paragraph on a line of its own."""
    lines = _LINE_TAGS.sub("\n", text[:LONGEST_RICH])
    return unescape(_TAGS.sub("", lines)).strip()
