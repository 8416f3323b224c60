"""What objects of a PDF are made of, and how each is written. (ISO 32000-1, 7.3.)"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from models.frozen import frozen

REGULAR = frozenset(map(chr, range(0x21, 0x7F))) - frozenset("#%()/<>[]{}")
"""What stands in a name as it is."""


@frozen
class Ref:
    """An object of the file, by its number."""

    number: int


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


Value: TypeAlias = bool | int | float | str | bytes | Name | Ref | list["Value"] | dict[str, "Value"]
"""A text is text, whatever it holds; keys of a dictionary are names without their slash."""


def written(value: Value) -> bytes:
    """The value as it stands in a file."""
    if isinstance(value, Ref):
        return b"%d 0 R" % value.number
    if isinstance(value, dict):
        return b"<<%b>>" % b"".join(b"%b %b" % (_name(key), written(one)) for key, one in value.items())
    if isinstance(value, list):
        return b"[%b]" % b" ".join(map(written, value))
    if isinstance(value, str):
        return _name(value) if isinstance(value, Name) else _text(value)
    if isinstance(value, bytes):
        return b"<%b>" % value.hex().encode()
    if isinstance(value, float):
        return f"{value:.5f}".rstrip("0").rstrip(".").encode()
    return str(value).lower().encode()  # numbers, true and false


@cache
def _name(text: str) -> bytes:
    letters = text if REGULAR.issuperset(text) else "".join(map(_escaped, text))
    return f"/{letters}".encode()


def _escaped(letter: str) -> str:
    return letter if letter in REGULAR else "".join(f"#{byte:02X}" for byte in letter.encode())


def _text(text: str) -> bytes:
    if not (text.isascii() and text.isprintable()):
        return written(b"\xfe\xff" + text.encode("utf-16-be", "replace"))
    plain = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"({plain})".encode()
