"""Every act by its name: what keys and buttons do here, and what keys do on the other pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.widgets.keys import KeyAct, cap
from desktop.words import gettext
from models.frozen import frozen

FOLDED = "folded"
"""Marks a button that stands in its place only when it is asked for, and is named here all the same."""


@frozen
class NamedAct:
    """Something that can be done."""

    text: str
    key: str
    """The key that does it where it is, as printed on a keyboard; empty for none."""
    do: Callable[[], object]
    where: str = ""
    """The page on which that key does it; empty for this one."""


def acts_of(owner: Any, acts: Iterable[KeyAct]) -> Iterator[NamedAct]:
    """What keys do. Keys told in one line, part by part, are acts of their own."""
    for act in acts:
        if act.act is None:
            continue
        parts = [part.strip() for part in gettext(act.text).split(",")]
        names = act.names
        if len(parts) != len(names):
            parts, names = [gettext(act.text)], names[:1]
        for place, (part, name) in enumerate(zip(parts, names, strict=True)):
            yield NamedAct(part[:1].upper() + part[1:], cap(name), partial(act.act, owner, place))


def buttons_of(page: QWidget) -> Iterator[NamedAct]:
    """What the buttons do that can be pressed now: those in sight, and those that are folded away."""
    for made in page.findChildren(QAbstractButton):
        name = made.accessibleName() or made.text().split("   ")[0]
        there = made.isVisible() or bool(made.property(FOLDED))
        if name.strip() and there and made.isEnabled() and not made.isCheckable():
            yield NamedAct(name.strip(), "", made.click)


def each_once(acts: Iterable[NamedAct]) -> tuple[NamedAct, ...]:
    """The first of each name: the nearest."""
    known: dict[str, NamedAct] = {}
    for act in acts:
        known.setdefault(act.text.casefold(), act)
    return tuple(known.values())
