"""People from what a mail program copies ("Name <mail>; "Surname, Name" <mail>, …"), or from a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.attending.found import FoundPeople, Gathering, one_line
from models.values.typed.addresses import NamedAddress, read_address

_LEAD = re.compile(r"(?:[-*•·–—▪]|\d{1,3}[.)])\s+")
"""What stands before each line of a list."""
_LABEL = re.compile(r"[^<>@:;,\"(\[]{1,60}:(?!//)\s*")
"""As in "To:", or the name of a group of addresses."""
_NAME = re.compile(r"[^\W\d_][^@<>|={}\[\]]{0,120}(?<![.?!:])|[^\W\d_]{1,120}\.")
_MOST_WORDS, _FEW_WORDS = 8, 4
"""Of a name, in a list of names and among addresses: there a whole sentence may stand."""
_LONGEST = 1_000
"""Letters of a name with an address."""
_OPENS = {"<": ">", "(": ")", "[": "]", '"': '"'}
_TWO = 2


def read_addresses(text: str) -> FoundPeople:
    """Everybody in it. With an address anywhere, lines are lists of them; else each is a name, perhaps with a role."""
    gathering = Gathering()
    addresses = "@" in text
    for line in text.splitlines():
        if not (line := _without(_LEAD, line)):
            continue
        if not addresses:
            _take_named(line, gathering, _MOST_WORDS)
            continue
        for piece in _joined(_pieces(line)):
            _take(_without(_LABEL, piece), gathering)
    return gathering.found()


def _without(lead: re.Pattern[str], text: str) -> str:
    text = text.strip()
    found = lead.match(text)
    return text[found.end() :] if found else text


def _take(piece: str, gathering: Gathering) -> None:
    if "@" not in piece and not piece[:1].islower():
        _take_named(piece, gathering, _FEW_WORDS)
        return
    read = read_address(piece) if len(piece) <= _LONGEST else None
    if isinstance(read, NamedAddress):
        gathering.take(name=read.name, address=read.address, stood=piece)
    else:
        gathering.not_understood(piece)


def _take_named(line: str, gathering: Gathering, most_words: int) -> None:
    """ "Ana Ruiz, Head of Data" is a name and a role, "Ruiz, Ana" a name."""
    line = one_line(line[:_LONGEST].strip(' \t;,"“”'))
    first, _, rest = (part.strip() for part in line.partition(","))
    if not line:
        return
    if not _NAME.fullmatch(line) or len(first.split()) > most_words:
        gathering.not_understood(line)
    elif rest and len(first.split()) >= _TWO:
        gathering.take(name=first, role=rest, stood=line)
    else:
        gathering.take(name=line, stood=line)


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    """What stands between commas and semicolons, none of them in quotes or brackets, each with the mark after it."""
    last = {sign: line.rfind(sign) for sign in _OPENS.values()}
    begin, closes = 0, ""
    for place, sign in enumerate(line):
        if closes:
            closes = "" if sign == closes else closes
        elif sign in _OPENS and last[_OPENS[sign]] > place:
            closes = _OPENS[sign]
        elif sign in ",;":
            yield line[begin:place], sign
            begin = place + 1
    yield line[begin:], ""


def _joined(pieces: Iterator[tuple[str, str]]) -> Iterator[str]:
    """A name that a comma parts, as in "Ruiz, Ana <ana@harbour.example>", is whole again."""
    before = ""
    for piece, mark in pieces:
        piece = piece.strip()
        if before and _completes(before, piece):
            yield f"{before}, {piece}"
            before = ""
            continue
        if before:
            yield before
        before = ""
        if mark == "," and piece and "@" not in piece:
            before = piece
        elif piece:
            yield piece
    if before:
        yield before


def _completes(family: str, piece: str) -> bool:
    """Whether the piece goes on with a given name and an address; two whole names side by side are two people."""
    name, bracket, _ = piece.partition("<")
    words = len(name.split())
    return bool(bracket) and words > 0 and "@" in piece and not (words >= _TWO <= len(family.split()))
