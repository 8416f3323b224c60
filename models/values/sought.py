"""Takes the one that is looked for out of many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")


def the_first(among: Iterable[T]) -> T:
    """The first there is. Raises LookupError where there is none.

    A bare `next` would raise from C, which under an event handler can end the process instead of being logged.
    """
    for found in among:
        return found
    raise LookupError("what is looked for is not there")
