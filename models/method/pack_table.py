"""Reads one table of a content pack at a time and collects every broken rule instead of stopping at the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any
from unicodedata import category

from models.frozen import frozen
from models.method.method import PackNote
from models.method.pack_format import KNOWN, SECOND, PackFormat
from models.method.toml_places import TomlPath, nearest_line, toml_lines
from models.values.numbers import tidy
from models.values.sentence import Sentence

LONGEST_WORD = 24
"""Characters that a word may have and still fit a column of the room view."""

_LONGEST = {"most": LONGEST_WORD}
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")
"""Unicode categories of controls and line ends."""

_LONG_WORD = re.compile(rf"[^\s/\-–—]{{{LONGEST_WORD + 1}}}")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@frozen
class PackProblem:
    """One broken rule."""

    line: int
    """From 1."""
    place: str
    """The table and the key, as in "sign “ownership-gap”, anchors"."""
    rule: Sentence


MISSING = Sentence("is missing")


class PackReader:
    """What is met while a pack is read: tables, broken rules, and what is worth saying though it breaks none."""

    def __init__(self, text: str, form: PackFormat = KNOWN) -> None:
        self.form = form
        self.problems: list[PackProblem] = []
        self.notes: list[PackNote] = []
        self._text = text
        self._tables: list[PackTable] = []

    @cached_property
    def _lines(self) -> dict[TomlPath, int]:
        """Looked for once something has to be told: most packs break no rule."""
        return toml_lines(self._text)

    def root(self, data: dict[str, Any]) -> PackTable:
        """The whole pack as a table. Its format was read before anything else."""
        found = PackTable(self, "pack", data, ())
        found.used.add("format")
        return found

    def refuse(self, path: TomlPath, place: str, rule: Sentence) -> None:
        """Records a broken rule at `path`."""
        self.problems.append(PackProblem(nearest_line(self._lines, path), place, rule))

    def note(self, path: TomlPath, place: str, text: Sentence) -> None:
        """Records what is worth saying about what stands at `path`."""
        self.notes.append(PackNote(nearest_line(self._lines, path), place, text))

    def met(self, table: PackTable) -> None:
        """Remembers a table for the checks across the pack."""
        self._tables.append(table)

    def forget(self) -> None:
        """Lets the tables go, once all is read: they hold the reader as well, so a megabyte would wait for Python."""
        self._tables.clear()

    def tables_named(self, name: str) -> Iterator[PackTable]:
        """The tables met under that name, in the order of the file."""
        return (t for t in self._tables if t.name == name)

    def check_unique(self, *names: str) -> None:
        """No id stands twice among the tables of one name."""
        for name in names:
            seen: set[str] = set()
            for table in self.tables_named(name):
                identifier = table.raw("id")
                if isinstance(identifier, str) and identifier in seen:
                    table.problem("id", Sentence("the id “{name}” stands twice", {"name": identifier}))
                seen.add(str(identifier))


class PackTable:
    """One TOML table, read key by key. A key that breaks a rule is noted and reads as harmless filler."""

    def __init__(self, reader: PackReader, name: str, data: dict[str, Any], path: TomlPath) -> None:
        self.reader, self.name, self.data, self.path = reader, name, data, path
        self.used: set[str] = set()
        self.is_sound = True
        """Whether no rule was broken in it so far."""

    def __contains__(self, key: str) -> bool:
        return key in self.data

    def raw(self, key: str) -> Any:
        """The value as the file has it, or None."""
        return self.data.get(key)

    def problem(self, key: str, rule: Sentence) -> None:
        """Notes a broken rule under `key`."""
        self.is_sound = False
        self.reader.refuse((*self.path, key), self._place(key), rule)

    def note(self, key: str, text: Sentence) -> None:
        """Notes what is worth saying about what stands under `key`."""
        self.reader.note((*self.path, key), self._place(key), text)

    def pass_over(self, key: str) -> None:
        """Notes that what stands under `key` was left unread, because a newer program meant it."""
        self.note(key, Sentence("is new to this Clearway, and was passed over"))

    def offers(self, key: str) -> bool:
        """Whether `key`, which format 2 may leave out, is there. In format 1 it is out of place."""
        if key in self.data and self.reader.form < SECOND:
            self.used.add(key)
            self.problem(key, Sentence("is a key of format 2: write “format = 2” at the top of the file"))
            return False
        return key in self.data

    def _place(self, key: str) -> str:
        """By the table's id, or its number in its list, as in "sign “ownership-gap”, anchors" and "boxes 3, kind"."""
        own, name = self.data.get("id"), self.name
        if isinstance(own, str):
            name = f"{name} “{own}”"
        elif self.path and isinstance(self.path[-1], int):
            name = f"{name} {self.path[-1] + 1}"
        return f"{name}, {key}" if key else name

    def text(self, key: str, limit: int) -> str:
        """A text of 1 to `limit` characters on one line."""
        value = self._take(key)
        if not isinstance(value, str) or not value.strip():
            self.problem(key, MISSING if value is None else Sentence("must be a text that is not empty"))
            return "?"
        return self._fitting(key, value, limit)

    def identifier(self, key: str) -> str:
        """An id: small letters and digits in words joined by hyphens."""
        before = len(self.reader.problems)
        value = self.text(key, 60)
        if len(self.reader.problems) == before and not _ID.fullmatch(value):
            self.problem(key, Sentence("must be small letters, digits and single hyphens, as in “ownership-gap”"))
        return value

    def texts(self, key: str, least: int, most: int, limit: int) -> tuple[str, ...]:
        """Between `least` and `most` texts of at most `limit` characters."""
        value = self._take(key)
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            self.problem(key, MISSING if value is None else Sentence("must be a list of texts, none of them empty"))
            return ("?",) * least
        if not least <= len(value) <= most:
            self.problem(key, _entries(least, most, len(value)))
            return ("?",) * least
        return tuple(self._fitting(key, v, limit) for v in value)

    def flag(self, key: str) -> bool:
        """True or false; false where the key is left out."""
        value = self._take(key)
        if value is not None and not isinstance(value, bool):
            self.problem(key, Sentence("must be true or false"))
        return value is True

    def choice(self, key: str, allowed: Sequence[str]) -> str:
        """One of `allowed`."""
        value = self._take(key)
        if value not in allowed:
            self.problem(key, MISSING if value is None else _none_of(value, allowed))
            return allowed[0]
        return str(value)

    def known_choice(self, key: str, known: Sequence[str]) -> str:
        """One of `known`; nothing where a newer program wrote one that it alone knows."""
        value = self._take(key)
        if self.reader.form > KNOWN and isinstance(value, str) and value not in known:
            self.pass_over(key)
            return ""
        return self.choice(key, known)

    def choices(self, key: str, least: int, most: int, allowed: Sequence[str]) -> tuple[str, ...]:
        """Several different ones of `allowed`."""
        before = len(self.reader.problems)
        values = self.texts(key, least, most, limit=40)
        for value in values if len(self.reader.problems) == before else ():
            if value not in allowed:
                self.problem(key, _none_of(value, allowed))
        return tuple(v for v in dict.fromkeys(values) if v in allowed)

    def whole(self, key: str, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        value = self._take(key)
        if type(value) is not int or not least <= value <= most:
            rule = Sentence("must be a whole number from {least} to {most}", {"least": least, "most": most})
            self.problem(key, MISSING if value is None else rule)
            return least
        return value

    def number(self, key: str, least: int, most: int) -> Decimal:
        """A number from `least` to `most`, with at most two figures after the point."""
        value = self._take(key)
        if type(value) not in (int, float) or not least <= value <= most:
            rule = Sentence("must be a number from {least} to {most}", {"least": least, "most": most})
            self.problem(key, MISSING if value is None else rule)
            return Decimal(least)
        number = tidy(Decimal(str(value)))
        if number != round(number, 2):
            self.problem(key, Sentence("must have at most two figures after the point"))
        return number

    def range_of_days(self, key: str, most: int = 400) -> tuple[Decimal, Decimal]:
        """Two numbers of days, low and high, from half a day to `most`."""
        value = self._take(key)
        numbers = [v for v in value if type(v) in (int, float)] if isinstance(value, list) else []
        if not isinstance(value, list) or len(value) != 2 or len(numbers) != 2:
            self.problem(key, Sentence("must be two numbers of days, low and high, as in [1, 2]"))
        elif not 0 < numbers[0] <= numbers[1] <= most:
            self.problem(key, Sentence("must run from low to high, above 0 and up to {most} days", {"most": most}))
        else:
            return Decimal(str(numbers[0])), Decimal(str(numbers[1]))
        return Decimal(1), Decimal(1)

    def table(self, key: str, name: str) -> PackTable | None:
        """The one table under `key`, which people are told of by `name`; None where something else stands there."""
        value = self._take(key)
        if not isinstance(value, dict):
            self.problem(key, Sentence("must be a table"))
            return None
        return PackTable(self.reader, name, value, (*self.path, key))

    def tables(self, key: str, least: int, most: int) -> list[PackTable]:
        """Between `least` and `most` tables under `key`."""
        value = self._take(key)
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            self.problem(key, MISSING if value is None else Sentence("must be a list of tables"))
            return []
        if not least <= len(value) <= most:
            self.problem(key, _entries(least, most, len(value)))
        found = [PackTable(self.reader, key, v, (*self.path, key, n)) for n, v in enumerate(value)]
        for table in found:
            self.reader.met(table)
        return found

    def finish(self) -> None:
        """Notes the keys that no rule knows: most often a slip of the pen, unless a newer program wrote them."""
        for key in self.data.keys() - self.used:
            if self.reader.form > KNOWN:
                self.pass_over(key)
            else:
                self.problem(key, Sentence("is not a key that a content pack has here"))

    def _take(self, key: str) -> Any:
        self.used.add(key)
        return self.data.get(key)

    def _fitting(self, key: str, value: str, limit: int) -> str:
        if len(value) > limit:
            found = {"count": len(value), "limit": limit}
            rule = Sentence("has {count} characters; the room view and the documents hold {limit}", found)
            self.problem(key, rule)
        if _LONG_WORD.search(value):
            text = Sentence("has a word of more than {most} characters, which the room view cannot break", _LONGEST)
            self.problem(key, text)
        if not value.isprintable() and any(category(c) in _UNSEEN for c in value):
            self.problem(key, Sentence("must stand on one line, without control characters"))
        return value


def _none_of(value: object, allowed: Sequence[str]) -> Sentence:
    return Sentence("“{value}” is not one of: {names}", {"value": value, "names": ", ".join(allowed)})


def _entries(least: int, most: int, found: int) -> Sentence:
    if least == most:
        return Sentence("must have {count} entries, and has {found}", {"count": least, "found": found})
    values = {"least": least, "most": most, "found": found}
    return Sentence("must have {least} to {most} entries, and has {found}", values)
