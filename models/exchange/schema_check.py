"""Finds where a document is not as a JSON schema says: the part of the standard that our schema uses, compiled once.

A general validator takes fifty times as long, which is half a minute for a file that is only meant to be refused. It
still explains what is found here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from models.frozen import frozen

Schema = Mapping[str, Any]
Place = tuple[Any, ...]
"""How a value is reached: the place around it and its key or number there; empty for the whole."""
Holds = Callable[[Any], bool]


@frozen
class Fault:
    """A value that is not as its part of the schema says; what stands in it is another's concern."""

    place: Place
    value: Any
    schema: Schema

    def path(self) -> list[str | int]:
        """Keys and numbers from the whole down to the value."""
        steps: list[str | int] = []
        place = self.place
        while place:
            place, step = place
            steps.append(step)
        return steps[::-1]


class _Enough(Exception):
    """As many faults are found as anybody wants to know of."""


class Checker:
    """One schema, ready to be held against documents."""

    def __init__(self, schema: Schema) -> None:
        """Raises ValueError for a keyword that is not known here."""
        self._defs: Mapping[str, Schema] = schema.get("$defs", {})
        self._parts: dict[str, _Part] = {}
        self._whole = self._part(schema)

    def faults(self, document: Any, most: int) -> list[Fault]:
        """What is wrong, in the document's order; no more than `most`."""
        if self._whole.fits(document):
            return []
        found = _Faults(most)
        with suppress(_Enough):
            self._whole.look(document, (), found)
        return list(found)

    def _part(self, schema: Schema) -> _Part:
        if "$ref" in schema:
            return self._referred(schema["$ref"])
        if unknown := schema.keys() - _KEYWORDS.keys() - _ELSEWHERE:
            raise ValueError(f"the schema uses what is not known here: {', '.join(sorted(unknown))}")
        rest = schema.get("additionalProperties")
        return _Part(
            schema,
            _own(schema, [self._part(part).fits for part in schema.get("anyOf", ())]),
            {key: self._part(part) for key, part in schema.get("properties", {}).items()},
            self._part(rest) if isinstance(rest, Mapping) else None,
            [self._part(part) for part in schema.get("prefixItems", ())],
            self._part(schema["items"]) if "items" in schema else None,
        )

    def _referred(self, name: str) -> _Part:
        if name not in self._parts:
            self._parts[name] = self._part(self._defs[name.removeprefix("#/$defs/")])
        return self._parts[name]


class _Part:
    """A part of the schema: what it says of a value, and of what stands in it."""

    def __init__(
        self,
        schema: Schema,
        own: Holds,
        members: Mapping[str, _Part],
        others: _Part | None,
        first: Sequence[_Part],
        every: _Part | None,
    ) -> None:
        self._schema, self._own = schema, own
        self._members, self._others, self._first, self._every = members, others, first, every
        self.fits = self._fitting()
        """Whether nothing at all is wrong: what nearly every file is asked, and a third of the work of looking."""

    def _fitting(self) -> Holds:
        own, every = self._own, self._every.fits if self._every else _anything
        members = {key: part.fits for key, part in self._members.items()}
        others = self._others.fits if self._others else _anything
        first = [part.fits for part in self._first]

        def of_members(value: Any) -> bool:
            if not own(value):
                return False
            if isinstance(value, dict):
                for key, inner in value.items():
                    if not members.get(key, others)(inner):
                        return False
            return True

        def of_items(value: Any) -> bool:
            if not own(value) or not isinstance(value, list):
                return own(value)
            begins = zip(first, value, strict=False)
            return all(fits(inner) for fits, inner in begins) and all(map(every, value[len(first) :]))

        if members or self._others:
            return of_members
        return of_items if first or self._every else own

    def look(self, value: Any, place: Place, found: list[Fault]) -> None:
        """Adds what is wrong."""
        if not self._own(value):
            found.append(Fault(place, value, self._schema))
        elif isinstance(value, dict):
            for key, inner in value.items():
                if known := self._members.get(key, self._others):
                    known.look(inner, (place, key), found)
        elif isinstance(value, list):
            for n, inner in enumerate(value):
                if known := self._first[n] if n < len(self._first) else self._every:
                    known.look(inner, (place, n), found)


def _anything(value: Any) -> bool:
    return True


def _as_it_is(value: Any) -> Any:
    return value


class _Faults(list[Fault]):
    """Ends the search with the last fault that is wanted."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def append(self, fault: Fault) -> None:
        super().append(fault)
        if len(self) >= self._most:
            raise _Enough


def _own(schema: Schema, any_of: Sequence[Holds]) -> Holds:
    """What is said of the value itself, as one expression: a function for each keyword takes several times as long."""
    known: dict[str, Any] = {"number": _number, "equal": _equal, "date": _date}
    said = []
    for key, (kind, expression) in _KEYWORDS.items():
        if key in schema:
            name = f"_{len(known)}"
            known[name] = _CONSTANTS.get(key, _as_it_is)(schema[key])
            holds = expression.format(name) if key != "type" else _TYPES[schema[key]]
            said.append(f"({holds})" if kind in (None, schema.get("type")) else f"(not {_TYPES[kind]} or {holds})")
    if schema.get("additionalProperties") is False:
        known["names"] = frozenset(schema.get("properties", {}))
        said.append(f"(not {_TYPES['object']} or value.keys() <= names)")
    for n, fits in enumerate(any_of):
        known[f"fits_{n}"] = fits
    if any_of:
        said.append(f"({' or '.join(f'fits_{n}(value)' for n in range(len(any_of)))})")
    made: Holds = eval(f"lambda value: {' and '.join(said) or True}", known)  # noqa: S307 - of what stands here alone
    return made


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_TYPES: Mapping[str, str] = {
    "string": "isinstance(value, str)",
    "object": "isinstance(value, dict)",
    "array": "isinstance(value, list)",
    "boolean": "isinstance(value, bool)",
    "number": "number(value)",
    "integer": "number(value) and (isinstance(value, int) or value.is_integer())",
}


def _equal(value: Any, other: Any) -> bool:
    """As JSON has it: 1 is 1.0, and neither is true."""
    return isinstance(value, bool) is isinstance(other, bool) and bool(value == other)


def _date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == len("2026-01-12") and value.isascii()


_KEYWORDS: Mapping[str, tuple[str | None, str]] = {
    "type": (None, ""),
    "const": (None, "equal(value, {0})"),
    "enum": (None, "(isinstance(value, str) and value in {0}) or any(equal(value, one) for one in {0})"),
    "required": ("object", "value.keys() >= {0}"),
    "maxProperties": ("object", "len(value) <= {0}"),
    "minItems": ("array", "len(value) >= {0}"),
    "maxItems": ("array", "len(value) <= {0}"),
    "minLength": ("string", "len(value) >= {0}"),
    "maxLength": ("string", "len(value) <= {0}"),
    "pattern": ("string", "{0}(value) is not None"),
    # Times are read by whoever reads the values, who takes more forms than the standard.
    "format": ("string", "{0} != 'date' or date(value)"),
    "minimum": ("number", "value >= {0}"),
    "maximum": ("number", "value <= {0}"),
    "exclusiveMinimum": ("number", "value > {0}"),
}
"""What each says, and of values of which type alone."""
_CONSTANTS: Mapping[str, Callable[[Any], Any]] = {
    "pattern": lambda text: re.compile(text).search,
    "required": frozenset,
}
_ELSEWHERE = {"properties", "additionalProperties", "items", "prefixItems", "anyOf", "$defs", "$schema", "$id"} | {
    "title",
    "description",
    "contentEncoding",
}
