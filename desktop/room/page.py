"""What is declared of a page of the room: how it is drawn, how it is said, and what makes it another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from desktop.room.drawing.sheet import Desk, Sheet
from desktop.view_models.room.pages import RoomBrand
from models.frozen import frozen

P = TypeVar("P")


def _same(_page: object) -> tuple[str, ...]:
    return ()


@frozen
class Declared(Generic[P]):
    """One kind of page. Adding one: a type among the room's view models, a module with its declaration, a line in
    `desktop.room.all_pages`.
    """

    type: type[P]
    sheet: Callable[[Desk, P], Sheet]
    """Lays it out."""
    said: Callable[[P, RoomBrand], Iterable[str]]
    """The page in words, part by part, for a screen reader; empty parts are left out."""
    identity: Callable[[P], tuple[str, ...]] = _same
    """What makes it another page, which comes with a cross-fade, and not the same with something changed on it."""
    family: str = ""
    """Pages of one family with the same identity are one page: a vote opens below its sign, which stays."""
