"""What a library remembers of its hub between two meetings, in a small file beside it: no client's word is in it.

All of it but the address is only there to save work, and to say how things stand without asking: whoever loses it, or
puts an older library in its place, meets the hub as for the first time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from models.frozen import frozen
from models.hub.people import READER
from models.values.files import read_at_most, write_whole

LARGEST = 64_000_000
"""Bytes."""


@frozen
class Remembered:
    """One engagement at the last meeting."""

    mark: str = ""
    """What the newest act here was when both had the same; empty where they had not."""
    digest: int = 0
    """Of the acts that both had."""
    part: str = ""
    people: Mapping[str, str] = field(default_factory=dict)
    waiting: int = 0
    """Acts that could not go there."""
    held: bool = False
    """Whether what came waits until somebody chooses."""

    @property
    def stays(self) -> bool:
        """Whether what is done here does not go there: this person only looks at it."""
        return self.part == READER


@dataclass(slots=True)
class Memory:
    """What is kept in the file."""

    address: str = ""
    """Empty where the library has joined no hub."""
    met: str = ""
    """When both met last: ISO, UTC."""
    engagements: dict[str, Remembered] = field(default_factory=dict)


def memory_file(library: Path) -> Path:
    """Where it is, for a library at that place."""
    return library.with_name(f"{library.name}.hub")


def recall(library: Path) -> Memory:
    """What is remembered; nothing where there is no such file, or none that can be read."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        told = json.loads(read_at_most(memory_file(library), LARGEST))
        engagements = {str(key): _remembered(one) for key, one in told["engagements"].items()}
        return Memory(str(told["address"]), str(told["met"]), engagements)
    return Memory()


def _remembered(told: Mapping[str, Any]) -> Remembered:
    people = {str(role): str(part) for role, part in told["people"].items()}
    return Remembered(
        str(told["mark"]), int(told["digest"]), str(told["part"]), people, int(told["waiting"]), bool(told["held"])
    )


def keep(library: Path, memory: Memory) -> None:
    """Writes it down, for this person alone to read; where it cannot be written, the next meeting takes longer."""
    with suppress(OSError):
        write_whole(memory_file(library), json.dumps(asdict(memory)).encode(), private=True)


def forget(library: Path) -> None:
    """The library knows no hub any more. Raises OSError."""
    memory_file(library).unlink(missing_ok=True)
