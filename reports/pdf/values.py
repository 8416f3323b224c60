"""What objects of a PDF are made of, and how each is written. (ISO 32000-1, 7.3.)"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, TypeAlias

REGULAR = frozenset(map(chr, range(0x21, 0x7F))) - frozenset("#%()/<>[]{}")
"""What stands in a name as it is."""


class Ref(NamedTuple):
    """An object of the file, by its number."""

    number: int


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


Value: TypeAlias = bool | int | float | str | bytes | Name | Ref | list["Value"] | dict[str, "Value"]
"""A text is text, whatever it holds; keys of a dictionary are names without their slash."""


def written(value: Value) -> bytes:
    """The value as it stands in a file."""
    return _written(value).encode("ascii")


def _written(value: Value) -> str:
    kind = type(value)  # a document has ten thousand of them, most of the first kinds
    if kind is Ref:
        return f"{value.number} 0 R"  # type: ignore[union-attr]
    if kind is Name:
        return _name(value)  # type: ignore[arg-type]
    if isinstance(value, dict):
        return f"<<{''.join([f'{_name(key)} {_written(one)}' for key, one in value.items()])}>>"
    if isinstance(value, list):
        return f"[{' '.join(map(_written, value))}]"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bytes):
        return f"<{value.hex()}>"
    if isinstance(value, float):
        return f"{value:.5f}".rstrip("0").rstrip(".")
    return str(value).lower()  # numbers, true and false


@cache
def _name(text: str) -> str:
    letters = text if REGULAR.issuperset(text) else "".join(map(_escaped, text))
    return f"/{letters}"


def _escaped(letter: str) -> str:
    return letter if letter in REGULAR else "".join(f"#{byte:02X}" for byte in letter.encode())


def _text(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        return _written(b"\xfe\xff" + text.encode("utf-16-be", "replace"))
    plain = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"({plain})"
