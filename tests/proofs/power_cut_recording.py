"""Recordings of real work: compiles the recorder and lets the child work under it, session after session."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from library_samples import small

from models.storage import Library
from models.values.sentence import act_called
from tests.proofs.power_cut_child import ACKNOWLEDGEMENTS, all_in, state_of
from tests.proofs.power_cut_disk import Disk, Fate, Image, Kind, Operation, operations

LIBRARY = "library.clearway"
Sessions = tuple[tuple[int, str], ...]
"""Of each session, how many acts it has and whether it ends with `close` or `crash`."""

_SOURCE = Path(__file__).with_name("power_cut_recorder.c")
_CHILD = "tests.proofs.power_cut_child"


def compile_recorder(compiler: str, folder: Path) -> Path:
    """Makes the recorder in `folder`. Raises CalledProcessError."""
    recorder = folder / "recorder.so"
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", str(_SOURCE), "-o", str(recorder), "-ldl"], check=True)
    return recorder


@dataclass(frozen=True, slots=True)
class Start:
    """A folder before the work begins, and the state of the library in it."""

    image: Image = field(default_factory=dict)
    state: str = field(default_factory=lambda: state_of({}))


def backup_to_start_with(folder: Path) -> Start:
    """A folder in which a backup lies in the library's place, as after restoring it."""
    with Library.open(folder / "original.clearway", who="Ann") as library:
        library.add(small(), act_called("Add"))
        library.backup(folder / "backup.clearway")
        state = state_of(all_in(library))
    return Start({LIBRARY: (folder / "backup.clearway").read_bytes()}, state)


def record(recorder: Path, folder: Path, lie: str, start: Start, sessions: Sessions) -> list[Operation]:
    """What those sessions do to a library in the folder `disk`, made in `folder`.

    Raises CalledProcessError, and ValueError when the recorder has missed something.
    """
    watched, recording = (folder / "disk").resolve(), folder / "recording"
    watched.mkdir()
    for name, content in start.image.items():
        (watched / name).write_bytes(content)
    environment = os.environ | {
        "LD_PRELOAD": str(recorder),
        "POWER_CUT_FOLDER": str(watched),
        "POWER_CUT_RECORD": str(recording),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    for seed, (acts, ending) in enumerate(sessions):
        arguments = [str(watched / LIBRARY), str(seed), str(acts), ending, lie]
        subprocess.run([sys.executable, "-m", _CHILD, *arguments], env=environment, check=True)
    found = list(operations(recording.read_bytes(), watched))
    _raise_for_gaps(start.image, found, watched)
    return found


def _raise_for_gaps(start: Image, found: list[Operation], folder: Path) -> None:
    disk = Disk(start)
    for operation in found:
        disk.do(operation)
    image = disk.after(Fate.KEPT, random.Random())
    real: Image = {path.name: path.read_bytes() for path in folder.iterdir()}
    if image != real:
        different = sorted(name for name in image | real if image.get(name) != real.get(name))
        raise ValueError(f"the recording does not lead to the files that are there: {', '.join(different)}")


def message(operation: Operation) -> tuple[str, str] | None:
    """The word and the state that the child said with that operation; None for what concerns the disk."""
    if operation.name != ACKNOWLEDGEMENTS or operation.kind is not Kind.WRITE:
        return None
    word, state = operation.data.decode().split()
    return word, state
