"""The built-in content pack with one line of it changed."""

from __future__ import annotations

from resources import resource_text

PACK = resource_text("method/clearway.toml")
SIGN = 'id = "ownership-gap"'
ACTION = 'id = "name-accountable-owner"'
ITEM = 'id = "shortcuts"'
POINT = 'id = "volumes"'
REGISTER = 'id = "metrics"'
RULES = "[rules]"
PRIVATE = 'id = "support-map"'
TOP = 'id = "clearway"'


def with_line(within: str, key: str, new: str) -> tuple[str, int]:
    """The pack in which the value of `key`, in the table that has the line `within`, is `new`; and the line, from 1."""
    lines = PACK.split("\n")
    first = next(n for n in range(lines.index(within), len(lines)) if lines[n].startswith(f"{key} ="))
    last = lines.index("]", first) if lines[first].endswith("[") else first
    lines[first : last + 1] = [new]
    return "\n".join(lines), first + 1


def without_line(within: str, key: str, header: str) -> tuple[str, int]:
    """The pack in which that table lacks `key`; and the line of the table's header, which is the nearest there is."""
    text, line = with_line(within, key, "# left out")
    lines = text.split("\n")
    return text, 1 + max(n for n in range(line) if lines[n] == header)


def without_words() -> str:
    """The pack in which the sign with the line `SIGN` says no more than it must."""
    text = PACK
    for key in ("healthy", "finding"):
        head, _, tail = text.partition(SIGN)
        before, _, after = tail.partition(f"\n{key} = ")
        end = after.index("\n]") + 2 if after.startswith("[") else after.index("\n")
        text = head + SIGN + before + after[end:]
    return text
