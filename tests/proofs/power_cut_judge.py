"""Judges what a power cut left: opens the rebuilt library and holds it against what was acknowledged."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from library_samples import replayed, tables_of

from models.storage import Library
from tests.proofs.power_cut_child import all_in, state_of
from tests.proofs.power_cut_disk import Image
from tests.proofs.power_cut_recording import LIBRARY


class Verdict(Enum):
    """How a library came out of a power cut, the worst last."""

    SOUND = "sound"
    LOST = "lost"
    DAMAGED = "damaged"
    UNUSABLE = "unusable"


@dataclass(slots=True)
class Promise:
    """What a library may hold after a cut: at first what it held before the work, then what the messages allow."""

    allowed: set[str]

    def hear(self, word: str, state: str) -> None:
        if word == "done":
            self.allowed.clear()
        self.allowed.add(state)


@dataclass(frozen=True, slots=True)
class Found:
    """What lay in a rebuilt folder: a library in some state, what is wrong with it, or why it could not be used."""

    state: str = ""
    problem: str = ""
    refused: str = ""


class Judge:
    """Opens rebuilt libraries in `folder`. Many cuts leave the same bytes behind; those are opened once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[bytes, Found] = {}

    def verdict(self, image: Image, promise: Promise) -> tuple[Verdict, str]:
        """The verdict on the folder `image`, and what it rests on."""
        key = _digest(image)
        if key not in self._known:
            self._known[key] = self._look(image)
        found = self._known[key]
        if found.refused:
            return Verdict.UNUSABLE, found.refused
        if found.problem:
            return Verdict.DAMAGED, found.problem
        if found.state not in promise.allowed:
            return Verdict.LOST, "the library is not as acknowledged"
        return Verdict.SOUND, ""

    def _look(self, image: Image) -> Found:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        for name, content in image.items():
            (self._folder / name).write_bytes(content)
        path = self._folder / LIBRARY
        try:
            # As the product does it: a library that is absent is made new, and then holds nothing.
            with Library.open(path, who="Ann") as library:
                state, problems = state_of(all_in(library)), library.check()
        # Whatever is raised here, a person would meet it when the power is back.
        except Exception as error:
            return Found(refused=f"{type(error).__name__}: {error}")
        return Found(state, "; ".join([*problems, *_history_problems(path)]))


def _history_problems(path: Path) -> list[str]:
    try:
        return [] if replayed(path) == tables_of(path) else ["the history does not lead to the tables"]
    # A damaged history can be unreadable in any way: other rows than it says, no JSON, no page.
    except Exception as error:
        return [f"the history cannot be replayed: {error!r}"]


def _digest(image: Image) -> bytes:
    digest = hashlib.sha256()
    for name, content in sorted(image.items()):
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.digest()
