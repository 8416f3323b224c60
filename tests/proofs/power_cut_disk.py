"""The disk under a recorded process, as a power cut at any moment may leave it.

The kernel keeps what is written in memory and brings it to the disk when it likes, sector by sector; only a sync of the
file says that all of it is there. A name in a folder is likewise safe only after a sync of the folder. That is less
than most file systems give: what holds here holds on them.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

SECTOR = 512
"""Bytes: the least that a disk writes as a whole."""

_HEADER = struct.Struct("=cHHqI")
"""Kind, lengths of the two paths, offset or size, number of bytes: `struct header` of the recorder."""

Image = dict[str, bytes]
"""A folder: its files by name."""


class Kind(Enum):
    """What was done, by the recorder's letter."""

    CREATE = "C"
    WRITE = "W"
    TRUNCATE = "T"
    SYNC = "S"
    UNLINK = "U"
    RENAME = "R"


@dataclass(frozen=True, slots=True)
class Operation:
    """One call that changed or synced something. `name` is empty for the folder itself."""

    kind: Kind
    name: str
    target: str
    offset: int
    data: bytes

    def __str__(self) -> str:
        where = f" at {self.offset}, {len(self.data)} bytes" if self.kind is Kind.WRITE else ""
        return f"{self.kind.name.lower()} {self.name or 'the folder'}{where}"


def operations(recording: bytes, folder: Path) -> Iterator[Operation]:
    """What the recorder wrote about `folder`, in order."""
    place = 0

    def text(length: int) -> str:
        nonlocal place
        path, place = recording[place : place + length].decode(), place + length
        return path.removeprefix(str(folder)).removeprefix("/")

    while place < len(recording):
        letter, name, target, offset, size = _HEADER.unpack_from(recording, place)
        place += _HEADER.size
        names = text(name), text(target)
        # Only writes carry bytes; for the others the recorder says that there are none.
        yield Operation(Kind(letter.decode()), *names, offset, recording[place : place + size])
        place += size


class Fate(Enum):
    """What becomes of all that was not synced."""

    DROPPED = "dropped"
    KEPT = "kept"
    TORN = "torn"


@dataclass(slots=True)
class File:
    """One file's bytes: what is on the disk for certain, and what was done to them since."""

    synced: bytearray = field(default_factory=bytearray)
    pending: list[Operation] = field(default_factory=list)

    def sync(self) -> None:
        for operation in self.pending:
            _apply(self.synced, operation)
        self.pending.clear()

    def after(self, fate: Fate, chance: random.Random) -> bytes:
        """The bytes that a power cut now leaves."""
        left = bytearray(self.synced)
        if fate is Fate.KEPT:
            for operation in self.pending:
                _apply(left, operation)
        elif fate is Fate.TORN:
            self._tear(left, chance)
        return bytes(left)

    def _tear(self, left: bytearray, chance: random.Random) -> None:
        """A sector that reaches the disk brings all that was written to it until then, and none of its neighbours."""
        memory, share = bytearray(self.synced), chance.random()
        for operation in self.pending:
            _apply(memory, operation)
            if operation.kind is Kind.TRUNCATE:
                if chance.random() < share:
                    _resize(left, operation.offset)
                continue
            first = operation.offset // SECTOR * SECTOR
            for start in range(first, operation.offset + len(operation.data), SECTOR):
                if chance.random() < share:
                    _put(left, start, memory[start : start + SECTOR])


def _apply(content: bytearray, operation: Operation) -> None:
    if operation.kind is Kind.WRITE:
        _put(content, operation.offset, operation.data)
    else:
        _resize(content, operation.offset)


def _put(content: bytearray, offset: int, data: bytes | bytearray) -> None:
    if offset > len(content):
        _resize(content, offset)
    content[offset : offset + len(data)] = data


def _resize(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(bytes(size - len(content)))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A change of the folder: the name leads to that file from now on, or to none."""

    name: str
    file: File | None


Names = dict[str, File]


class Disk:
    """A folder and its files, safely on the disk as in `start`, then brought on operation by operation."""

    def __init__(self, start: Image) -> None:
        self._names: Names = {name: File(bytearray(content)) for name, content in start.items()}
        self._synced: Names = dict(self._names)
        self._pending: list[tuple[_Entry, ...]] = []

    def do(self, operation: Operation) -> None:
        """Goes on by one operation. Raises KeyError when it concerns a file that the recording has not seen made."""
        match operation.kind:
            case Kind.CREATE:
                self._change(_Entry(operation.name, File()))
            case Kind.UNLINK:
                self._change(_Entry(operation.name, None))
            case Kind.RENAME:
                moved = _Entry(operation.target, self._names[operation.name])
                self._change(_Entry(operation.name, None), moved)
            case Kind.SYNC if not operation.name:
                self._synced = dict(self._names)
                self._pending.clear()
            case Kind.SYNC:
                self._names[operation.name].sync()
            case _:
                self._names[operation.name].pending.append(operation)

    def _change(self, *entries: _Entry) -> None:
        # A rename is two entries that every file system in use changes together.
        self._pending.append(entries)
        _enter(self._names, entries)

    def after(self, fate: Fate, chance: random.Random) -> Image:
        """The folder that is found when the power comes back."""
        names = dict(self._synced)
        for entries in self._pending:
            if fate is Fate.KEPT or (fate is Fate.TORN and chance.random() < 0.5):
                _enter(names, entries)
        return {name: file.after(fate, chance) for name, file in names.items()}


def _enter(names: Names, entries: tuple[_Entry, ...]) -> None:
    for entry in entries:
        if entry.file is None:
            names.pop(entry.name, None)
        else:
            names[entry.name] = entry.file
