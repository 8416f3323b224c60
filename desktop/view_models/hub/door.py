"""What the window asks of the hub that its library has joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from models.hub.memory import Memory

if TYPE_CHECKING:
    from models.hub.hub import Hub
    from models.hub.syncing import Ways
    from models.storage import Library


class HubDoor(Protocol):
    """`desktop.own_hub.OwnHub`. All of it raises Refusal."""

    def recall(self) -> Memory:
        """What is remembered of it."""

    def keep(self, memory: Memory) -> None:
        """Remembers it."""

    def enter(self, patience: float = ...) -> Hub:
        """The hub, open."""

    def ways(self, hub: Hub, bring: frozenset[str] = ...) -> Ways:
        """How it is met; `bring` are engagements that are to come again."""

    def side(self, library: Library) -> Any:
        """What it meets of the open library."""

    def join(self, typed: str, password: str) -> bool:
        """Has the library meet that hub from now on; whether the password is kept."""

    def leave(self) -> None:
        """The library meets no hub any more."""
