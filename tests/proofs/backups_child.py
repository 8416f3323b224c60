"""Edits, backs up and restores a library until it is killed: `backups_child.py LIBRARY SEED`.

It prints `next DIGEST` before an act and `done DIGEST` after it, `copied DIGEST NAME` of a backup that counts, and
`restoring DIGEST` and `restored DIGEST` around a restore.
"""

from __future__ import annotations

import random
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from kill_child import ONE, digest, random_edit, say

from models.engagement.edit import apply_edit
from models.storage import Library
from models.storage.backups.kept import Backup, Backups
from models.storage.backups.restoring import restore
from models.values.refusal import Refusal

MOST_EDITS = 300
"""While one copy is made: a library that is written as fast as it is copied would grow from copy to copy, for ever."""


def run(path: Path, seed: int) -> None:
    chance, backups = random.Random(seed), Backups(path)
    number = 0
    while True:
        with Library.open(path, who="Ann") as library:
            now = library.engagement(ONE)
            say("done", digest(now))
            for _ in range(chance.randrange(1, 4)):
                number = _back_up(library, backups, chance, number)
        source = chance.choice(backups.all())
        with Library.open(source.path, who="Ann", read_only=True) as library:
            state = digest(library.engagement(ONE))
        say("restoring", state)
        restore(path, source.path)
        say("restored", state)


def _back_up(library: Library, backups: Backups, chance: random.Random, number: int) -> int:
    """Makes a backup on a thread of its own, while the library is written."""
    made: list[Backup] = []

    def copy() -> None:
        made.append(backups.keep(copying, lambda: time.sleep(0.0005)))

    copying = library.copying()
    thread = threading.Thread(target=copy, daemon=True)
    thread.start()
    now = library.engagement(ONE)
    last = number + MOST_EDITS
    while thread.is_alive():
        if number == last:
            time.sleep(0.001)
            continue
        edit = random_edit(chance, number, now)
        after = apply_edit(now, edit)
        say("next", digest(after))
        library.save(edit)
        say("done", digest(after))
        now, number = after, number + 1
    thread.join()
    with suppress(Refusal), Library.open(made[0].path, who="Ann", read_only=True) as copied:
        print("copied", made[0].path.name, digest(copied.engagement(ONE)), flush=True)
    return number


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]))
