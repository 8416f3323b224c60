"""The lines that invitations and cards are made of (RFC 5545, RFC 6350, vCard 2.1), read leniently.

What is cut off or broken spoils no other line.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Mapping

from models.frozen import frozen

_HEAD = re.compile(r'((?:[^":]|"[^"]*")*+):(.*)', re.DOTALL)
_PARAMETER = re.compile(r'(?:[^";]|"[^"]*"|")+')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PART = re.compile(r"((?:[^\\;]|\\.|\\$)*)(?:;|$)", re.DOTALL)
_FOR_PARAMETERS = {"^n": " ", "^^": "^", "^'": '"'}
_LONGEST_HEAD = 1_000
_LONGEST_CODED = 5_000
"""Letters of a value that is coded for its way: names and addresses are shorter."""


@frozen
class ContentLine:
    """A property with its parameters. Names are in capitals, without the group that Apple puts before them."""

    name: str
    parameters: Mapping[str, str]
    """Of one without a value, as vCard 2.1 has them, only the name."""
    value: str
    """Escaped as it stands there, but no longer coded."""

    @property
    def text(self) -> str:
        """The value as one text."""
        return _ESCAPED.sub(_meant, self.value)

    @property
    def parts(self) -> list[str]:
        """The texts between its semicolons."""
        return [_ESCAPED.sub(_meant, part) for part in _PART.findall(self.value)]


def content_lines(text: str) -> Iterator[ContentLine | str]:
    """Every line; one that is no property comes as it stands."""
    for line in _unfolded(text):
        if line.strip():
            yield _read(line)


def _unfolded(text: str) -> Iterator[str]:
    """Lines that are continued on the next, by a space before it or by a "=" at their end, are whole again."""
    parts: list[str] = []
    soft = False
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if parts and soft and parts[-1].endswith("="):
            parts[-1] = parts[-1][:-1]
            parts.append(line)
        elif parts and line[:1] in (" ", "\t"):
            parts.append(line[1:])
        else:
            yield "".join(parts)
            parts = [line]
            soft = "QUOTED-PRINTABLE" in line[:_LONGEST_HEAD].partition(":")[0].upper()
    yield "".join(parts)


def _read(line: str) -> ContentLine | str:
    match = _HEAD.fullmatch(line)
    head, value = match.groups() if match else line.partition(":")[::2]
    if ":" not in line or len(head) > _LONGEST_HEAD:
        return line
    name, *rest = _PARAMETER.findall(head) or [""]
    parameters = dict(map(_parameter, rest))
    if not re.fullmatch(r"[\w.-]+", name):
        return line
    if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in parameters:
        value = _uncoded(value, parameters.get("CHARSET", "utf-8"))
    return ContentLine(name.rpartition(".")[2].upper(), parameters, value)


def _parameter(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    value = value.strip().strip('"')
    return name.strip().upper(), re.sub(r"\^[n^']", lambda found: _FOR_PARAMETERS[found[0]], value)


def _uncoded(value: str, charset: str) -> str:
    data = quopri.decodestring(value[:_LONGEST_CODED].encode())
    for coding in (charset, "utf-8"):
        try:
            return data.decode(coding)
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def _meant(found: re.Match[str]) -> str:
    """A line end within a value is a space to us."""
    return " " if found[1] in "nN" else found[1]
