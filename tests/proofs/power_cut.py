"""Cuts the power under a library again and again: `python -m tests.proofs.power_cut [CUT_POINTS]`.

A killed process leaves the kernel to write what SQLite gave it, so a kill proof passes even with syncs switched off.
This one records what SQLite gives the kernel, rebuilds the disk as a power cut between two operations may leave it, and
opens the library that lies there. It must be sound, and stand as last acknowledged or as the act under way would have
left it. Then the same with planted faults, each of which must be seen.

Prints one line a run. Ends with 1 if anything was lost or a planted loss was not seen. Needs Linux and cc.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.proofs.power_cut_child import ACKNOWLEDGEMENTS
from tests.proofs.power_cut_disk import Disk, Fate, Kind, Operation
from tests.proofs.power_cut_judge import Judge, Promise, Verdict
from tests.proofs.power_cut_recording import Sessions, Start, backup_to_start_with, compile_recorder, message, record

CUT_POINTS = 800
PLANTED_CUT_POINTS = 100
SESSIONS: Sessions = ((60, "close"), (60, "crash"), (60, "close"))
"""The crash leaves a write-ahead log that the next session has to recover and go on from."""
FIRST_OPENING: Sessions = ((3, "close"),)
"""Short enough for a cut at every operation."""
SHOWN = 20
"""How many losses of a run are told one by one."""
FATES = (Fate.DROPPED, Fate.KEPT, *[Fate.TORN] * 6)
"""The disks that are rebuilt at each cut point. A write can be torn in many ways, and few of them may do harm."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One cut after which the library was not as it had to be."""

    cut: int
    last: Operation
    disk: int
    verdict: Verdict
    reason: str

    def __str__(self) -> str:
        where = f"cut {self.cut}, after {self.last}, the rest {FATES[self.disk].value} (disk {self.disk})"
        return f"  {where}: {self.verdict.value}, {self.reason}"


@dataclass(frozen=True, slots=True)
class Run:
    """One recording and its judgement. `lie` is what the child is told to do wrong."""

    name: str
    lie: str
    most_cuts: int
    sessions: Sessions = SESSIONS
    from_backup: bool = False

    @property
    def planted(self) -> bool:
        """Whether losses are what the run has to bring to light."""
        return self.lie != "none"

    def passes(self, recorder: Path, folder: Path, cuts: int) -> bool:
        """Makes the run in the new folder `folder`, prints its line, and says whether it came out as it must."""
        began = time.monotonic()
        folder.mkdir()
        start = backup_to_start_with(folder) if self.from_backup else Start()
        recording = record(recorder, folder, self.lie, start, self.sessions)
        points = cut_points(recording, min(cuts, self.most_cuts))
        losses = list(judged(start, recording, points, Judge(folder / "rebuilt")))
        # A planted fault must cost acknowledged work, not merely upset something.
        seen = any(loss.verdict is Verdict.LOST for loss in losses)
        passed = seen if self.planted else not losses
        self._report(len(recording), len(points), losses, passed, time.monotonic() - began)
        return passed

    def _report(self, operations: int, cuts: int, losses: list[Loss], passed: bool, seconds: float) -> None:
        counts = Counter(loss.verdict for loss in losses)
        found = ", ".join(f"{counts[verdict]} {verdict.value}" for verdict in list(Verdict)[1:])
        meant = " (planted)" if self.planted else ""
        tried = f"{operations:6} operations, {cuts:3} cut points, {cuts * len(FATES):4} disks"
        outcome = "as it must be" if passed else "FAILED"
        print(f"{self.name + meant:34} {tried}: {found} - {outcome}, {seconds:.0f} s", flush=True)
        if not self.planted:
            print(*losses[:SHOWN], sep="\n", end="\n" if losses else "")


RUNS = (
    Run("the product as it is", "none", CUT_POINTS),
    # A backup is no write-ahead log library yet: its first opening turns it into one.
    Run("the same, from a restored backup", "none", CUT_POINTS, FIRST_OPENING, from_backup=True),
    Run("acknowledged too early", "early", PLANTED_CUT_POINTS),
    Run("synchronous=NORMAL", "normal", PLANTED_CUT_POINTS),
    Run("synchronous=OFF", "off", PLANTED_CUT_POINTS),
)


def cut_points(recording: list[Operation], count: int) -> list[int]:
    """After how many operations the power goes, in order; the same for the same recording.

    Most operations are plain writes into the log. At least half of the cuts are kept for the moments right before and
    after everything else: first the making of the library, and where files come, go or are cut short; then syncs,
    checkpoints and messages.
    """
    chance = random.Random(len(recording))
    places: dict[int, set[int]] = {0: set(), 1: set(), 2: set(range(len(recording) + 1))}
    # The third message says that the first act is saved: by then the library and its log have been made.
    made = [place for place, operation in enumerate(recording) if message(operation)][2]
    for place, operation in enumerate(recording):
        places[0 if place < made else _rank(operation)].update((place, place + 1))
    chosen: set[int] = set()
    for rank, until in enumerate((count // 4, count // 2, count)):
        left = sorted(places[rank] - chosen)
        chosen.update(chance.sample(left, min(len(left), until - len(chosen))))
    return sorted(chosen)


def _rank(operation: Operation) -> int:
    if operation.kind in (Kind.CREATE, Kind.UNLINK, Kind.RENAME, Kind.TRUNCATE) or not operation.name:
        return 0
    return 1 if operation.kind is Kind.SYNC or not operation.name.endswith("-wal") else 2


def judged(start: Start, recording: list[Operation], points: list[int], judge: Judge) -> Iterator[Loss]:
    """Every loss that a cut at those points brings about, under each fate of what was not synced."""
    disk, promise, place = Disk(start.image), Promise({start.state}), 0
    for cut in points:
        for operation in recording[place:cut]:
            said = message(operation)
            if said:
                promise.hear(*said)
            elif operation.name != ACKNOWLEDGEMENTS:
                disk.do(operation)
        place = cut
        for number, fate in enumerate(FATES):
            image = disk.after(fate, random.Random(f"{cut} {number}"))
            verdict, reason = judge.verdict(image, promise)
            if verdict is not Verdict.SOUND:
                yield Loss(cut, recording[cut - 1], number, verdict, reason)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.proofs.power_cut", description=__doc__.partition("\n")[0])
    parser.add_argument("cut_points", nargs="?", type=int, default=CUT_POINTS, help=f"up to {CUT_POINTS}, the default")
    cuts: int = parser.parse_args().cut_points
    if not 1 <= cuts <= CUT_POINTS:
        parser.error(f"between 1 and {CUT_POINTS} cut points")
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        print("The power cut proof needs Linux and a C compiler called cc: nothing was proved here.")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        recorder = compile_recorder(compiler, folder)
        passed = [run.passes(recorder, folder / str(number), cuts) for number, run in enumerate(RUNS)]
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
