"""Finds where a document is not as a JSON schema says: the part of the standard that our schema uses, compiled once.

A general validator takes fifty times as long, which is half a minute for a file that is only meant to be refused. It
still explains what is found here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
        self._names = _Names(equal=_equal, date=_date)
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
            _own(schema, [self._part(part).said for part in schema.get("anyOf", ())], self._names),
            {key: self._part(part) for key, part in schema.get("properties", {}).items()},
            self._part(rest) if isinstance(rest, Mapping) else None,
            [self._part(part) for part in schema.get("prefixItems", ())],
            self._part(schema["items"]) if "items" in schema else None,
            self._names,
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
        own: str,
        members: Mapping[str, _Part],
        others: _Part | None,
        first: Sequence[_Part],
        every: _Part | None,
        names: _Names,
    ) -> None:
        """`own` is what has to be true of `value` itself, in Python."""
        self._schema, self._own = schema, names.function(own)
        self._members, self._others, self._first, self._every = members, others, first, every
        inner = [*self._in_an_object(names), *self._in_a_list(names)]
        self.fits = names.compiled(["value = whole", f"if not ({own}): return False", *inner]) if inner else self._own
        """Whether nothing at all is wrong: what nearly every file is asked, and a fifth of the work of looking."""
        self.said = f"{names.of(self.fits)}(value)" if inner else own
        """The same of `value`, in Python: a function for each value of thousands would be felt."""

    def _in_an_object(self, names: _Names) -> Iterator[str]:
        """What of an object's members ends the function in which this stands, where `whole` is looked at."""
        if not (self._members or self._others):
            return
        yield "if isinstance(whole, dict):"
        if self._others is None:
            for key, part in self._members.items():  # `...` stands for what is not there: JSON has no such value
                yield f" value = whole.get({key!r}, ...)"
                yield f" if value is not ... and not ({part.said}): return False"
            return
        yield " for key, value in whole.items():"
        if self._members:
            known = names.of({key: part.fits for key, part in self._members.items()})
            yield f"  if key in {known} and not {known}[key](value): return False"
            yield f"  if key not in {known} and not ({self._others.said}): return False"
        else:
            yield f"  if not ({self._others.said}): return False"

    def _in_a_list(self, names: _Names) -> Iterator[str]:
        """The same of a list."""
        if not (self._first or self._every):
            return
        yield "if isinstance(whole, list):"
        if self._first:
            yield f" for value, fits in zip(whole, {names.of([part.fits for part in self._first])}):"
            yield "  if not fits(value): return False"
        if self._every:
            yield f" for value in whole[{len(self._first)}:]:"
            yield f"  if not ({self._every.said}): return False"

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


class _Names:
    """What the functions of one schema know by names."""

    def __init__(self, **known: Any) -> None:
        self._known = known

    def of(self, value: Any) -> str:
        """A name for a value."""
        name = f"_{len(self._known)}"
        self._known[name] = value
        return name

    def function(self, said: str) -> Holds:
        """Whether that is true of a value."""
        made: Holds = eval(f"lambda value: {said}", self._known)  # noqa: S307 - of what stands here and in our schema alone
        return made

    def compiled(self, lines: Iterable[str]) -> Holds:
        """The function of `whole` with these lines, which end it with what is wrong."""
        exec("\n ".join(("def fits(whole):", *lines, "return True")), self._known)  # noqa: S102 - as above
        made: Holds = self._known.pop("fits")
        return made


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


def _own(schema: Schema, any_of: Sequence[str], names: _Names) -> str:
    """What is said of the value itself, as one expression: a function for each keyword takes several times as long."""
    said = []
    for key, (kind, expression) in _KEYWORDS.items():
        if key in schema:
            name = names.of(_CONSTANTS.get(key, _as_it_is)(schema[key]))
            holds = expression.format(name) if key != "type" else _TYPES[schema[key]]
            said.append(f"({holds})" if kind in (None, schema.get("type")) else f"(not {_TYPES[kind]} or {holds})")
    if schema.get("additionalProperties") is False:
        name = names.of(frozenset(schema.get("properties", {})))
        said.append(f"(not {_TYPES['object']} or value.keys() <= {name})")
    if any_of:
        said.append(f"({' or '.join(any_of)})")
    return " and ".join(said) or "True"


_NUMBER = "(isinstance(value, (int, float)) and not isinstance(value, bool))"
_TYPES: Mapping[str, str] = {
    "string": "isinstance(value, str)",
    "object": "isinstance(value, dict)",
    "array": "isinstance(value, list)",
    "boolean": "isinstance(value, bool)",
    "number": _NUMBER,
    "integer": f"{_NUMBER} and (isinstance(value, int) or value.is_integer())",
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
