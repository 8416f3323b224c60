"""Dataclasses that never change, and that cost little to declare.

For each one Python writes six functions as text and compiles them: most of what a program with hundreds of them needs
to start. Here all share the same few functions. What makes an object is written for a class of which many are made;
the first ones are filled field by field.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, field, fields
from functools import cache
from operator import attrgetter
from types import MemberDescriptorType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, TypeVar, dataclass_transform, overload

    T = TypeVar("T")
MANY = 20
"""Objects of a class from which on it pays to compile what makes them."""


if TYPE_CHECKING:  # `typing` would have to be loaded for what they do, which is done by whoever checks types

    @overload
    def frozen(kind: type[T], /) -> type[T]:
        """As it stands before a class."""

    @overload
    def frozen(*, kw_only: bool = False, slots: bool = True) -> Callable[[type[T]], type[T]]:
        """The same, with something to say: a class with properties that are kept has no `slots`."""

    @dataclass_transform(frozen_default=True, field_specifiers=(field,))
    def frozen(kind: Any = None, /, *, kw_only: bool = False, slots: bool = True) -> Any:
        """Either of them."""

else:

    def frozen(kind: type[T] | None = None, /, *, kw_only: bool = False, slots: bool = True) -> Any:
        """What `dataclass(frozen=True, slots=True)` makes of a class, for `fields` and `replace` too."""
        return _made(kind, kw_only, slots) if kind else lambda declared: _made(declared, kw_only, slots)


def replaced(own: T, **changes: Any) -> T:
    """What `dataclasses.replace` makes of a frozen object, in a third of the time: of whole engagements it is felt.

    Raises KeyError for what is no field.
    """
    kind: Any = type(own)
    made: T = _copier(kind)(own, changes)
    return made


def _made(declared: Any, kw_only: bool, slots: bool) -> Any:
    known = _fields_of(declared, kw_only)
    kind: Any = _with_slots(declared) if slots else declared
    places = tuple(each.name for each in known.values() if not each.kw_only)
    compared = [each.name for each in known.values() if each.compare]
    values: Callable[[Any], Any] = attrgetter(*compared) if compared else lambda own: ()
    made = 0

    def begin(self: Any, *given: Any, **named: Any) -> None:
        nonlocal made
        made += 1
        if made < MANY and _filled(self, places, given, named):
            return
        kind.__init__ = _initialiser(kind)
        kind.__init__(self, *given, **named)

    def equal(self: Any, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or values(self) == values(other)

    shared: dict[str, Any] = {
        "__dataclass_fields__": known,
        "__match_args__": places,
        "__init__": begin,
        "__eq__": equal,
        "__hash__": lambda self: hash(values(self)),
        "__repr__": _written,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _set_state,
    }
    for name, value in shared.items():
        if name not in vars(declared):
            setattr(kind, name, value)
    return kind


def _fields_of(declared: Any, kw_only: bool) -> dict[str, Field[Any]]:
    """Those of the classes that it stands on, then its own, as Python's dataclasses keep them."""
    found: dict[str, Field[Any]] = {}
    for base in declared.__mro__[:0:-1]:
        found |= getattr(base, "__dataclass_fields__", {})
    for name, kind in vars(declared).get("__annotations__", {}).items():
        default = vars(declared).get(name, MISSING)
        each: Any = default if isinstance(default, Field) else field(default=default)
        each.name, each.type, each._field_type = name, kind, dataclasses._FIELD  # type: ignore[attr-defined]
        each.kw_only = kw_only if each.kw_only is MISSING else each.kw_only
        found[name] = each
    return found


def _with_slots(declared: Any) -> Any:
    """The class anew: what has slots has to say so from the beginning."""
    names = tuple(vars(declared).get("__annotations__", {}))
    held = {key: value for key, value in vars(declared).items() if key not in (*names, "__dict__", "__weakref__")}
    return type(declared)(declared.__name__, declared.__bases__, {**held, "__slots__": names})


def _filled(own: Any, places: tuple[str, ...], given: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Whether the object could be filled with these values; where something is wrong, what is compiled says it best."""
    values = dict(zip(places, given, strict=False))
    if len(values) < len(given) or values.keys() & named.keys() or named.keys() - own.__dataclass_fields__.keys():
        return False
    values |= named
    for name, each in own.__dataclass_fields__.items():
        if name in values:
            value = values[name]
        elif each.default is not MISSING:
            value = each.default
        elif each.default_factory is not MISSING:
            value = each.default_factory()
        else:
            return False
        object.__setattr__(own, name, value)
    return True


def _initialiser(kind: Any) -> Callable[..., None]:
    """Takes the values of all fields, by their place or name."""
    known: dict[str, Any] = {"_missing": MISSING}
    placed, named, body = ["self"], ["*"], []
    for number, each in enumerate(fields(kind)):
        name, given = each.name, each.name
        if each.default_factory is not MISSING:
            known[f"_{number}"], given = each.default_factory, f"{name}=_missing"
            body.append(f" if {name} is _missing: {name} = _{number}()")
        elif each.default is not MISSING:
            known[f"_{number}"], given = each.default, f"{name}=_{number}"
        (named if each.kw_only else placed).append(given)
        known[f"_set_{number}"] = _setter(kind, name)
        body.append(f" _set_{number}(self, {name})")
    taken = ", ".join(placed + (named if len(named) > 1 else []))
    exec("\n".join([f"def __init__({taken}):", *body, " pass"]), known)  # noqa: S102 - made of names of fields alone
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made


def _setter(kind: Any, name: str) -> Callable[[Any, Any], None]:
    """The slot itself, which `object.__setattr__` would have to look up by its name."""
    slot = getattr(kind, name, None)
    if isinstance(slot, MemberDescriptorType):
        return slot.__set__
    return lambda own, value: object.__setattr__(own, name, value)


@cache
def _copier(kind: Any) -> Callable[[Any, dict[str, Any]], Any]:
    """Gives an object with these fields of its own, and all others another's."""
    setters = {each.name: _setter(kind, each.name) for each in fields(kind)}
    known: dict[str, Any] = {"_new": lambda: object.__new__(kind), "_setters": setters}
    known |= {f"_set_{number}": setter for number, setter in enumerate(setters.values())}
    body = [f" _set_{number}(made, own.{name})" for number, name in enumerate(setters)]
    ends = (" for name in changes: _setters[name](made, changes[name])", " return made")
    exec("\n".join(["def copy(own, changes):", " made = _new()", *body, *ends]), known)  # noqa: S102 - as above
    made: Callable[[Any, dict[str, Any]], Any] = known["copy"]
    return made


def _written(self: Any) -> str:
    told = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({', '.join(told)})"


def _refuse(self: Any, name: str, value: object = None) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[Any]:
    """For copies, and for what is handed to another process."""
    return [getattr(self, each.name) for each in fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)
