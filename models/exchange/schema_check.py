"""Finds where a document is not as a JSON schema says: the part of the standard that our schema uses, compiled once.

A general validator takes fifty times as long, which is half a minute for a file that is only meant to be refused. It
still explains what is found here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
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


Check = Callable[[Any, Place, list[Fault]], None]


class Checker:
    """One schema, ready to be held against documents."""

    def __init__(self, schema: Schema) -> None:
        """Raises ValueError for a keyword that is not known here."""
        self._defs: Mapping[str, Schema] = schema.get("$defs", {})
        self._compiled: dict[str, Check] = {}
        self._check = self._compile(schema)

    def faults(self, document: Any, most: int) -> list[Fault]:
        """What is wrong, in the document's order; no more than `most`."""
        found = _Faults(most)
        with suppress(_Enough):
            self._check(document, (), found)
        return list(found)

    def _compile(self, schema: Schema) -> Check:
        if "$ref" in schema:
            return self._referred(schema["$ref"])
        own = [make(schema[key]) for key, make in _KEYWORDS.items() if key in schema]
        known = frozenset(schema.get("properties", {}))
        if schema.get("additionalProperties") is False:
            own.append(lambda value: not isinstance(value, dict) or value.keys() <= known)
        if "anyOf" in schema:
            own.append(_any_of([self._compile(part) for part in schema["anyOf"]]))
        if unknown := schema.keys() - _KEYWORDS.keys() - _ELSEWHERE:
            raise ValueError(f"the schema uses what is not known here: {', '.join(sorted(unknown))}")
        members, items = self._members(schema), self._items(schema)

        def check(value: Any, place: Place, found: list[Fault]) -> None:
            for holds in own:
                if not holds(value):
                    found.append(Fault(place, value, schema))
                    return
            if members and isinstance(value, dict):
                members(value, place, found)
            elif items and isinstance(value, list):
                items(value, place, found)

        return check

    def _referred(self, name: str) -> Check:
        if name not in self._compiled:
            self._compiled[name] = self._compile(self._defs[name.removeprefix("#/$defs/")])
        return self._compiled[name]

    def _members(self, schema: Schema) -> Check | None:
        checks = {key: self._compile(part) for key, part in schema.get("properties", {}).items()}
        rest = schema.get("additionalProperties")
        others = self._compile(rest) if isinstance(rest, Mapping) else None
        if not checks and others is None:
            return None

        def check(value: Any, place: Place, found: list[Fault]) -> None:
            for key, inner in value.items():
                if known := checks.get(key, others):
                    known(inner, (place, key), found)

        return check

    def _items(self, schema: Schema) -> Check | None:
        first = [self._compile(part) for part in schema.get("prefixItems", [])]
        every = self._compile(schema["items"]) if "items" in schema else None
        if not first and every is None:
            return None

        def check(value: Any, place: Place, found: list[Fault]) -> None:
            for n, inner in enumerate(value):
                if known := first[n] if n < len(first) else every:
                    known(inner, (place, n), found)

        return check


class _Faults(list[Fault]):
    """Ends the search with the last fault that is wanted."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def append(self, fault: Fault) -> None:
        super().append(fault)
        if len(self) >= self._most:
            raise _Enough


def _any_of(checks: list[Check]) -> Holds:
    def holds(value: Any) -> bool:
        for check in checks:
            faults: list[Fault] = []
            check(value, (), faults)
            if not faults:
                return True
        return False

    return holds


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_TYPES: Mapping[str, Holds] = {
    "string": lambda value: isinstance(value, str),
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "boolean": lambda value: isinstance(value, bool),
    "number": _number,
    "integer": lambda value: _number(value) and (isinstance(value, int) or value.is_integer()),
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


def _matches(pattern: str) -> Holds:
    search = re.compile(pattern).search
    return lambda value: not isinstance(value, str) or search(value) is not None


def _has_format(name: str) -> Holds:
    """Times are read by whoever reads the values, who takes more forms than the standard."""
    return (lambda value: not isinstance(value, str) or _date(value)) if name == "date" else (lambda value: True)


_KEYWORDS: Mapping[str, Callable[[Any], Holds]] = {
    "type": lambda name: _TYPES[name],
    "const": lambda only: lambda value: _equal(value, only),
    "enum": lambda those: lambda value: any(_equal(value, one) for one in those),
    "required": lambda keys: lambda value: not isinstance(value, dict) or all(key in value for key in keys),
    "maxProperties": lambda most: lambda value: not isinstance(value, dict) or len(value) <= most,
    "minItems": lambda least: lambda value: not isinstance(value, list) or len(value) >= least,
    "maxItems": lambda most: lambda value: not isinstance(value, list) or len(value) <= most,
    "minLength": lambda least: lambda value: not isinstance(value, str) or len(value) >= least,
    "maxLength": lambda most: lambda value: not isinstance(value, str) or len(value) <= most,
    "pattern": _matches,
    "format": _has_format,
    "minimum": lambda least: lambda value: not _number(value) or value >= least,
    "maximum": lambda most: lambda value: not _number(value) or value <= most,
    "exclusiveMinimum": lambda least: lambda value: not _number(value) or value > least,
}
_ELSEWHERE = {"properties", "additionalProperties", "items", "prefixItems", "anyOf", "$defs", "$schema", "$id"} | {
    "title",
    "description",
    "contentEncoding",
}
