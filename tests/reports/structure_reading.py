"""Reads a finished PDF as a screen reader does: the structure tree, and the words that each of its elements holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf

SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = SHOWS_TEXT | {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI"}
ARTIFACT, NOTHING = -1, -2


@dataclass
class Element:
    """One structure element: its kids are elements, marks as (page index, number), and widgets."""

    role: str
    source: Any
    kids: list[Any] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    @property
    def elements(self) -> list[Element]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def marks(self) -> list[tuple[int, int]]:
        return [kid for kid in self.kids if isinstance(kid, tuple)]

    def attribute(self, name: str, otherwise: Any) -> Any:
        attributes = self.source.get("/A", {})
        return attributes.get(name, otherwise)


class SpokenDocument:
    """A file opened for reading aloud."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.pages = [page.obj for page in self.pdf.pages]
        self._numbers = {page.objgen: index for index, page in enumerate(self.pages)}

    @cached_property
    def root(self) -> Element:
        return self._element(self.pdf.Root.StructTreeRoot.K, None)

    def _element(self, source: Any, page: Any) -> Element:
        page = source.get("/Pg", page)
        made = Element(str(source.S)[1:], source)
        kids: Any = source.get("/K", pikepdf.Array([]))
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                made.kids.append((self._numbers[page.objgen], int(kid)))
            elif "/S" in kid:
                made.kids.append(self._element(kid, page))
            elif kid.Type == "/MCR":
                made.kids.append((self._numbers[kid.get("/Pg", page).objgen], int(kid.MCID)))
            else:
                made.kids.append(kid.Obj)
        return made

    @cached_property
    def words(self) -> dict[tuple[int, int], str]:
        """The words of every mark; those of a page's artifacts under ARTIFACT, those of neither under NOTHING."""
        found: dict[tuple[int, int], str] = {}
        for index, page in enumerate(self.pages):
            for number, text in self._drawn(page):
                found[index, number] = found.get((index, number), "") + text
        return found

    def text(self, element: Element) -> str:
        """All the words of an element and of what is in it, in order."""
        parts = []
        for kid in element.kids:
            if isinstance(kid, Element):
                parts.append(self.text(kid))
            elif isinstance(kid, tuple):
                parts.append(self.words.get(kid, ""))
        return " ".join(" ".join(parts).split())

    def outside(self) -> list[tuple[int, str]]:
        """(page index, operator) of whatever is painted neither under a tag nor as an artifact."""
        return [(index, op) for index, page in enumerate(self.pages) for op in self._unmarked(page)]

    def _unmarked(self, page: Any) -> Iterator[str]:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            if operator in ("BDC", "BMC"):
                depth += 1
            elif operator == "EMC":
                depth -= 1
            elif operator in PAINTS and not depth:
                yield operator
        assert depth == 0

    def _drawn(self, page: Any) -> Iterator[tuple[int, str]]:
        yield from self._of_stream(page, page.Resources, NOTHING)

    def _of_stream(self, stream: Any, resources: Any, around: int) -> Iterator[tuple[int, str]]:
        inside = [around]
        letters: dict[int, str] = {}
        for instruction in pikepdf.parse_content_stream(stream):
            operands, operator = list(instruction.operands), str(instruction.operator)
            if operator == "BMC" or (operator == "BDC" and "/MCID" not in operands[1]):
                inside.append(ARTIFACT if operands[0] == "/Artifact" else inside[-1])
            elif operator == "BDC":
                inside.append(int(operands[1].MCID))
            elif operator == "EMC":
                inside.pop()
            elif operator == "Tf":
                letters = letters_of(resources.Font[str(operands[0])])
            elif operator == "Do":
                form = resources.XObject[str(operands[0])]
                if form.Subtype == "/Form":
                    yield from self._of_stream(form, form.get("/Resources", resources), inside[-1])
            elif operator in SHOWS_TEXT:
                strings = operands[0] if operator == "TJ" else operands
                yield inside[-1], "".join(decoded(s, letters) for s in strings if isinstance(s, pikepdf.String))
            elif operator in ("T*", "Td", "TD", "Tm", "BT"):
                yield inside[-1], " "


def decoded(string: Any, letters: dict[int, str]) -> str:
    data = bytes(string)
    wide = bool(letters) and max(letters) > 255
    codes = [data[i] << 8 | data[i + 1] for i in range(0, len(data), 2)] if wide else list(data)
    return "".join(letters.get(code, "") for code in codes)


_LETTERS: dict[tuple[int, bytes], dict[int, str]] = {}


def letters_of(font: Any) -> dict[int, str]:
    """What each code of a font stands for, from its own table."""
    table = bytes(font.ToUnicode.read_bytes())
    key = (len(table), table)
    if key not in _LETTERS:
        found: dict[int, str] = {}
        for low, _, many in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*\[([^\]]*)\]", table):
            for offset, one in enumerate(re.findall(rb"<([0-9A-Fa-f]+)>", many)):
                found[int(low, 16) + offset] = bytes.fromhex(one.decode()).decode("utf-16-be", "replace")
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.S):
            for code, one in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                found[int(code, 16)] = bytes.fromhex(one.decode()).decode("utf-16-be", "replace")
        _LETTERS[key] = found
    return _LETTERS[key]
