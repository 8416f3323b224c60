"""Kills a process that backs up and restores a library, fills its disk, and looks for anything lost.

    python -m tests.proofs.backups 200 [trusting]

After each kill the library opens as the last acknowledgement said, or as what was under way would have left it; what a
restore took the place of stands among the backups; every file that is listed is a sound library. `trusting` counts half
a backup as one, which the proof has to find. Exit status 1 when something was lost.
"""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kill_child import ONE, digest
from library_samples import replayed, small, tables_of

from models.storage import BackupError, Library, LibraryError
from models.storage.backups.kept import Backups
from models.values.sentence import act_called

CHILD = Path(__file__).with_name("backups_child.py")
FILLING = 2_000
"""Rounds of another engagement beside the one that is edited, so that a copy has many steps."""


def filled(path: Path) -> None:
    """A library of some megabytes."""
    with Library.open(path, who="Ann") as library:
        library.add(small(), act_called("Add"))
        library.add(small("large", rounds=FILLING), act_called("Add"))


def prove(kills: int, folder: Path, trusting: bool = False) -> list[str]:
    """Kills that many children, each at a random moment, and returns what was found lost."""
    path, chance, lost = folder / "library.clearway", random.Random(kills), list[str]()
    filled(path)
    for kill in range(kills):
        lost += [f"kill {kill}: {loss}" for loss in _one_kill(path, kill, chance, trusting)]
        if kill % 10 == 9:
            _tidy(Backups(path))
    return lost


def _one_kill(path: Path, seed: int, chance: random.Random, trusting: bool) -> list[str]:
    around = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    waits = chance.choice(("copying", "copied", "restoring", "restored"))
    said: list[str] = []
    with subprocess.Popen(
        [sys.executable, str(CHILD), str(path), str(seed)], env=around, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout
        beginning = "next" if waits == "copying" else waits
        while not (said and said[-1].startswith(beginning)):
            line = child.stdout.readline()
            assert line, "the child ended by itself"
            said.append(line)
        time.sleep(chance.random() * 0.06)
        child.kill()
        said += child.stdout.readlines()
    return _losses(path, [line.split() for line in said if line.endswith("\n")], trusting)


def _losses(path: Path, said: list[list[str]], trusting: bool) -> list[str]:
    last = max(place for place, (word, *_) in enumerate(said) if word in ("done", "restored"))
    allowed = {words[1] for words in said[last:] if words[0] != "copied"}
    if trusting:
        for half in (path.parent / "backups").glob("*.part"):
            half.rename(half.with_suffix(""))
    states, lost = _backups(path)
    # What a restore takes the place of is among the backups from before it does.
    replaced = [words[1] for words in said[:last] if words[0] == "done"][-1:]
    if said[last][0] == "restored" and replaced and replaced[0] not in states:
        lost.append("what was there before a restore is in no backup")
    lost += [f"the backup {words[1]} is gone" for words in said if words[0] == "copied" and _missing(path, words[1])]
    try:
        with Library.open(path, who="Ann") as library:
            found = digest(library.engagement(ONE))
            lost += library.check()
    except LibraryError as error:
        return [*lost, str(error)]
    if found not in allowed:
        lost.append(f"the library is not as acknowledged after {last} lines")
    if replayed(path) != tables_of(path):
        lost.append("the history does not lead to the tables")
    return lost


def _missing(path: Path, name: str) -> bool:
    """A later one of the same day takes the place of a backup."""
    known = sorted(backup.path.name for backup in Backups(path).all() if not backup.why)
    return not known or known[-1] < name


def _backups(path: Path) -> tuple[set[str], list[str]]:
    """What each of the backups holds, and which are none."""
    states, lost = set[str](), list[str]()
    for backup in Backups(path).all():
        if not backup.sound():
            lost.append(f"half a backup counts as one: {backup.path.name}")
            continue
        with Library.open(backup.path, who="Ann", read_only=True) as library:
            states.add(digest(library.engagement(ONE)))
    return states, lost


def _tidy(backups: Backups) -> None:
    """Only the newest of those that were replaced stay, so that looking at all of them stays quick."""
    for old in [backup for backup in backups.all() if backup.why][3:]:
        old.path.unlink()


def fill_the_disk(folder: Path) -> list[str]:
    """A disk that is full at ever later moments of a backup: the one before stays, the library goes on."""
    path, lost = folder / "full" / "library.clearway", list[str]()
    path.parent.mkdir()
    filled(path)
    size, backups = path.stat().st_size, Backups(path)
    with Library.open(path, who="Ann") as library:
        first = backups.keep(library.copying())
        yesterday = datetime.now(UTC) - timedelta(days=1)
        kept = first.path.with_name(f"library-{yesterday:%Y%m%dT%H%M%SZ}.clearway")
        first.path.rename(kept)
        for part in range(1, 10):
            limits = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size * part // 10, limits[1]))
            try:
                backups.keep(library.copying())
                lost.append(f"a disk that was full at {part} tenths was not noticed")
            except BackupError:
                pass
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            if [backup.path for backup in backups.all()] != [kept] or not backups.all()[0].sound():
                lost.append(f"a full disk at {part} tenths harmed the backup of before")
            if left := [file.name for file in kept.parent.iterdir() if file != kept]:
                lost.append(f"a full disk left {left}")
        lost += library.check()
    return lost


def main() -> int:
    kills = next((int(argument) for argument in sys.argv[1:] if re.fullmatch(r"\d+", argument)), 200)
    folder = Path(tempfile.mkdtemp())
    try:
        lost = prove(kills, folder, trusting="trusting" in sys.argv) + fill_the_disk(folder)
    finally:
        shutil.rmtree(folder)
    print(*lost, f"{kills} kills and 9 full disks, {len(lost)} losses", sep="\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
