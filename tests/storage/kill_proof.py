"""Kills a process that edits a library, over and over, and looks for losses: `kill_proof.py [KILLS] [early | locked]`.

After each kill the library must stand exactly as the last acknowledgement said, or as the act under way would have left
it; the file must be sound, and replaying its history must give its tables. With `early` the child acknowledges before
it saves, and the proof has to find a loss. With `locked` the library has a passphrase, and nothing that was typed may
be found in any file.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kill_child import ONE, PASSPHRASE, digest
from library_samples import replayed, small, tables_of

from models.storage import Library
from models.values.sentence import act_called

CHILD = Path(__file__).with_name("kill_child.py")


def prove(kills: int, folder: Path, early: bool = False, locked: bool = False) -> list[str]:
    """Kills that many children, each at a random moment of its work, and returns what was found lost or damaged."""
    path = folder / "library.clearway"
    with Library.open(path, who="Ann", passphrase=PASSPHRASE if locked else None) as library:
        library.add(small(), act_called("Add"))
    chance = random.Random(kills)
    lost: list[str] = []
    for kill in range(kills):
        lost += [f"kill {kill}: {loss}" for loss in _one_kill(path, kill, chance, early, locked)]
    return lost


def _one_kill(path: Path, seed: int, chance: random.Random, early: bool, locked: bool) -> list[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    flags = [name for name, wanted in (("early", early), ("locked", locked)) if wanted]
    arguments = [sys.executable, str(CHILD), str(path), str(seed), *flags]
    acts = chance.randrange(1, 60)
    said: list[str] = []
    with subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        while sum(line.startswith("done") for line in said) < acts:
            line = child.stdout.readline()
            assert line, "the child ended by itself"
            said.append(line)
        if not early:
            time.sleep(chance.random() * 0.003)
        child.kill()
        said += child.stdout.readlines()
    readable = [f"{file.name} can be read" for file in path.parent.iterdir() if b"word word" in file.read_bytes()]
    lost = _losses(path, [line.split() for line in said if line.endswith("\n")], locked)
    return [*readable, *lost] if locked else lost


def _losses(path: Path, said: list[list[str]], locked: bool) -> list[str]:
    last = max(place for place, (word, _) in enumerate(said) if word == "done")
    allowed = {state for _, state in said[last:]}
    with Library.open(path, who="Ann", passphrase=PASSPHRASE if locked else None) as library:
        found = digest(library.engagement(ONE))
        problems = library.check()
    if found not in allowed:
        problems.append(f"the library is not as acknowledged after {last} lines")
    if not locked and replayed(path) != tables_of(path):
        problems.append("the history does not lead to the tables")
    return problems


def main() -> int:
    kills = next((int(argument) for argument in sys.argv[1:] if argument.isdigit()), 200)
    with tempfile.TemporaryDirectory() as folder:
        lost = prove(kills, Path(folder), early="early" in sys.argv, locked="locked" in sys.argv)
    print(*lost, f"{kills} kills, {len(lost)} losses", sep="\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
