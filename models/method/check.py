"""Reads a content pack, and explains what is wrong with one: file, line, place and the rule broken."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from models.method.first_format import as_second_format
from models.method.lacking import note_lacking
from models.method.limits import DEEPEST, LARGEST_PACK, LONG_KEY, MOST_NOTES
from models.method.method import Method, PackNote
from models.method.pack_format import KNOWN, SECOND, PackFormat, format_in
from models.method.pack_table import PackProblem, PackReader
from models.method.preset_check import check_presets
from models.method.reading import method_in
from models.method.references import check_references
from models.method.role_check import check_roles
from models.values.refusal import Refusal
from models.values.sentence import Sentence

FILE = "TOML"
"""The place of what is wrong with the whole file."""


class MethodError(Refusal):
    """A content pack that cannot be used. `problems` lists why, in the order of the file; str() is for people."""

    def __init__(self, name: str, problems: Sequence[PackProblem]) -> None:
        self.problems = tuple(problems)
        lines = {f"p{n}": problem_line(name, problem) for n, problem in enumerate(self.problems)}
        super().__init__("\n".join(f"{{{place}}}" for place in lines), **lines)


def problem_line(name: str, found: PackProblem | PackNote) -> Sentence:
    """Where it is in the file of that name, and what it is."""
    said = found.rule if isinstance(found, PackProblem) else found.text
    values = {"name": name, "line": found.line, "place": found.place, "said": said}
    return Sentence("{name}, line {line}: {place}: {said}", values)


def read_method(text: str, name: str) -> Method:
    """The method in a pack's TOML text. `name` is the file's name as the person knows it. Raises MethodError."""
    data = _tables(text, name)
    reader = PackReader(text, _format(text, data, name))
    root = reader.root(data)
    method = method_in(root)
    check_references(reader, method)
    if reader.form < SECOND:
        method = as_second_format(method)
    elif not reader.problems:
        check_roles(reader, method)
        check_presets(reader, method)
    if reader.problems:
        raise MethodError(name, sorted(reader.problems, key=lambda p: p.line))
    note_lacking(root, method)
    reader.forget()
    return replace(method, notes=_notes(reader))


def _notes(reader: PackReader) -> tuple[PackNote, ...]:
    """In the order of the file, and no more than anybody reads."""
    found = sorted(reader.notes, key=lambda note: note.line)
    more = len(found) - MOST_NOTES
    if more <= 0:
        return tuple(found)
    left_out = Sentence("more notes are left out from here on: {count}", {"count": more})
    return (*found[:MOST_NOTES], PackNote(found[MOST_NOTES].line, "…", left_out))


def _format(text: str, data: dict[str, Any], name: str) -> PackFormat:
    """Told first of all and alone: what else is found in a pack of another format would lead astray."""
    root = PackReader(text).root(data)
    found = format_in(root.raw("format"))
    if found is not None and found.major <= KNOWN.major:
        return found
    if found is None:
        root.problem("format", Sentence("must be a whole number, or a text with a point in it, as in 2 or “2.1”"))
    else:
        known = {"found": found.major, "known": KNOWN.major}
        rule = Sentence(
            "is {found}, and this Clearway reads up to {known}: use a newer Clearway, or an older pack", known
        )
        root.problem("format", rule)
    raise MethodError(name, root.reader.problems)


def _tables(text: str, name: str) -> dict[str, Any]:
    """The file as TOML has it, once it is known to be of a size and a shape that can be read."""
    if len(text) > LARGEST_PACK:
        raise MethodError(name, [PackProblem(1, FILE, Sentence("is larger than a content pack can be"))])
    if LONG_KEY.search(text):
        raise MethodError(name, [PackProblem(1, FILE, Sentence("is nested too deeply"))])
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = getattr(error, "lineno", None) or _line_in(str(error))
        raise MethodError(name, [PackProblem(line, FILE, _no_toml(error))]) from error
    except ValueError as error:
        raise MethodError(name, [PackProblem(1, FILE, _no_toml(error))]) from error
    except RecursionError as error:
        raise MethodError(name, [PackProblem(1, FILE, Sentence("is nested too deeply"))]) from error
    if _depth(data) > DEEPEST:
        raise MethodError(name, [PackProblem(1, FILE, Sentence("is nested too deeply"))])
    return data


def _no_toml(error: ValueError) -> Sentence:
    return Sentence("is not valid TOML: {reason}", {"reason": str(error)})


def _depth(data: Any) -> int:
    """How many tables and lists lie in one another."""
    level, depth = [data], 0
    while level:
        depth += 1
        inner = (v for item in level for v in (item.values() if isinstance(item, dict) else item))
        level = [value for value in inner if isinstance(value, (dict, list))]
    return depth


def _line_in(message: str) -> int:
    found = re.search(r"line (\d+)", message)
    return int(found[1]) if found else 1
