"""An act on its way to the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.engagement.edit import Edit
    from models.storage import Library


class Way(Enum):
    """How an act came about."""

    DONE = "edit"
    UNDONE = "undo"
    REDONE = "redo"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act, or a question that waits for its turn."""

    number: int
    scope: str
    work: Callable[[Library], Any]
    edit: Edit | None = None
    """What it does to an engagement; None for an act on the library, or a question."""
    way: Way = Way.DONE
    goes_on: bool = False
    """Whether it continues a burst of typing of which something is written already."""
    told: Callable[[Any], None] = lambda _: None
    failed: Callable[[Exception], None] = lambda _: None
