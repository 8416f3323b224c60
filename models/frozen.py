"""Dataclasses that never change, and that cost little to declare.

For each one Python writes six functions as text and compiles them: most of what a program with hundreds of them needs
to start. Here all share the same few functions, and what makes an object is written when the first one is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(kind: type[T], /) -> type[T]:
    """As it stands before a class."""


@overload
def frozen(*, kw_only: bool = False, slots: bool = True) -> Callable[[type[T]], type[T]]:
    """The same, with something to say: a class with properties that are kept has no `slots`."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[T] | None = None, /, *, kw_only: bool = False, slots: bool = True) -> Any:
    """What `dataclass(frozen=True, slots=True)` makes of a class, for `fields` and `replace` too."""
    return _made(kind, kw_only, slots) if kind else lambda declared: _made(declared, kw_only, slots)


def _made(declared: Any, kw_only: bool, slots: bool) -> Any:
    declared.__doc__ = declared.__doc__ or declared.__name__  # else Python reads one from a signature
    kind: Any = dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(declared)
    compared = [each.name for each in fields(kind) if each.compare]
    values: Callable[[Any], Any] = attrgetter(*compared) if compared else lambda own: ()

    def begin(self: Any, *given: Any, **named: Any) -> None:
        kind.__init__ = _initialiser(kind)
        kind.__init__(self, *given, **named)

    def equal(self: Any, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or values(self) == values(other)

    shared: dict[str, Callable[..., Any]] = {
        "__init__": begin,
        "__eq__": equal,
        "__hash__": lambda self: hash(values(self)),
        "__repr__": _written,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _set_state,
    }
    for name, function in shared.items():
        if name not in vars(declared):
            setattr(kind, name, function)
    return kind


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
        # The slot itself, which `object.__setattr__` would have to look up by its name.
        known[f"_set_{number}"] = getattr(kind, name).__set__
        body.append(f" _set_{number}(self, {name})")
    taken = ", ".join(placed + (named if len(named) > 1 else []))
    exec("\n".join([f"def __init__({taken}):", *body, " pass"]), known)  # noqa: S102 - made of names of fields alone
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
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
