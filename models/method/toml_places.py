"""Where things stand in a TOML text: the standard parser keeps no line numbers, and people need them."""

from __future__ import annotations

import re

TomlPath = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\-]+)\s*\]\]?")
_KEY = re.compile(r"\s*([\w\-]+)\s*=")


def toml_lines(text: str) -> dict[TomlPath, int]:
    """Line numbers, from 1, of every table and key: `("mode", 3, "sign", 0, "question")` and the like.

    A list of tables stands where its first table does.
    """
    lines: dict[TomlPath, int] = {(): 1}
    seen: dict[TomlPath, int] = {}
    table: TomlPath = ()
    inside = ""
    for number, line in enumerate(text.split("\n"), 1):
        within, inside = inside, _still_inside(line, inside)
        if within:
            continue
        if header := _HEADER.match(line):
            table = _table_path(header[2].split("."), header[1] == "[[", seen)
            lines[table] = number
            if header[1] == "[[":
                lines.setdefault(table[:-1], number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, key[1]), number)
    return lines


def _still_inside(line: str, inside: str) -> str:
    """The mark of the text over several lines that goes on after `line`, or nothing."""
    marks = (inside,) if inside else ('"""', "'''")
    odd = next((mark for mark in marks if line.count(mark) % 2), "")
    return ("" if odd else inside) if inside else odd


def _table_path(names: list[str], repeats: bool, seen: dict[TomlPath, int]) -> TomlPath:
    path: TomlPath = ()
    for depth, name in enumerate(names):
        path = (*path, name)
        if depth == len(names) - 1 and repeats:
            seen[path] = seen.get(path, -1) + 1
        if path in seen:
            path = (*path, seen[path])
    return path


def nearest_line(lines: dict[TomlPath, int], path: TomlPath) -> int:
    """The line of `path`, or of the closest table around it."""
    while path not in lines:
        path = path[:-1]
    return lines[path]
