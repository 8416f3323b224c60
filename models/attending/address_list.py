"""People from what a mail program copies ("Name <mail>; "Surname, Name" <mail>, …"), or from a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.attending.found import FoundPeople, Gathering, one_line
from models.values.typed.addresses import NamedAddress, read_address

_LEAD = re.compile(r"\s*(?:[-*•·–—▪]|\d{1,3}[.)])\s+")
"""What stands before each line of a list."""
_LABEL = re.compile(r"\s*[^<>@:;,\"]{1,60}:(?!//)\s*")
"""As in "To:", or the name of a group of addresses."""
_NAME = re.compile(r"[^\W\d_][^@<>|={}\[\]]{0,120}")
_MOST_WORDS = 8
_OPENS = {"<": ">", "(": ")", "[": "]"}
_FEW = 2


def read_addresses(text: str) -> FoundPeople:
    """Everybody in it. With an address anywhere, lines are lists of them; else each is a name, perhaps with a role."""
    gathering = Gathering()
    named_only = "@" not in text
    for line in text.splitlines():
        line = _LEAD.sub("", line, count=1)
        if named_only:
            _take_named(line, gathering)
        else:
            for piece in _joined(_pieces(_LABEL.sub("", line, count=1) if "mailto:" not in line.lower() else line)):
                _take(piece, gathering)
    return gathering.found()


def _take(piece: str, gathering: Gathering) -> None:
    if "@" not in piece:
        _take_named(piece, gathering)
        return
    read = read_address(piece)
    if isinstance(read, NamedAddress):
        gathering.take(name=read.name, address=read.address, stood=piece)
    else:
        gathering.not_understood(piece)


def _take_named(line: str, gathering: Gathering) -> None:
    """ "Ana Ruiz, Head of Data" is a name and a role, "Ruiz, Ana" a name."""
    line = one_line(line.strip(' \t;,"“”'))
    first, _, rest = (part.strip() for part in line.partition(","))
    if not line:
        return
    if not _NAME.fullmatch(line) or len(first.split()) > _MOST_WORDS:
        gathering.not_understood(line)
    elif rest and len(first.split()) >= _FEW:
        gathering.take(name=first, role=rest, stood=line)
    else:
        gathering.take(name=line, stood=line)


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    """What stands between commas and semicolons, none of them in quotes or brackets, each with the mark after it."""
    begin, closes = 0, ""
    for place, sign in enumerate(line):
        if closes:
            closes = "" if sign == closes else closes
        elif sign == '"':
            closes = '"' if line.find('"', place + 1) > 0 else ""
        elif sign in _OPENS:
            closes = _OPENS[sign] if line.find(_OPENS[sign], place + 1) > 0 else ""
        elif sign in ",;":
            yield line[begin:place], sign
            begin = place + 1
    yield line[begin:], ""


def _joined(pieces: Iterator[tuple[str, str]]) -> Iterator[str]:
    """A name that a comma parts, as in "Ruiz, Ana <ana@harbour.example>", is whole again."""
    before = ""
    for piece, mark in pieces:
        if before and _completes(before, piece):
            yield f"{before}, {piece.strip()}"
            before = ""
            continue
        if before:
            yield before
        before = ""
        if mark == "," and piece.strip() and "@" not in piece:
            before = piece.strip()
        elif piece.strip():
            yield piece
    if before:
        yield before


def _completes(family: str, piece: str) -> bool:
    """Whether the piece goes on with a given name and an address; two whole names side by side are two people."""
    name, bracket, _ = piece.strip().partition("<")
    words = len(name.split())
    return bool(bracket) and words > 0 and "@" in piece and not (words >= _FEW <= len(family.split()))
