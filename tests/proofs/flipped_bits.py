"""Flips one bit at a time in a filled library: what is read afterwards is either what was written, or refused in words.

    python -m tests.proofs.flipped_bits 500 [blind | locked]

`blind` switches the digests off, to show that the proof sees what they are for. `locked` gives the library a
passphrase: then every flip has to be noticed, where nothing is written too. Exit status 1 when anything else than what
was written came to light without a word.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from contextlib import closing, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from desktop.command_line.main import main as clearway
from desktop.own_library import relock
from models.storage import Library, rows
from models.storage.errors import LibraryError

SOUGHT = ("arkenby", "leak", "water", "thai", "head", "r", "scr")
CASE = Path(__file__).parents[1] / "cases" / "thailand-screening.json"


def filled(path: Path) -> bytes:
    """A library with the sample and a real case, and the history of both."""
    with redirect_stdout(StringIO()):
        for command in (["sample"], ["import", str(CASE)]):
            assert clearway(["--library", str(path), *command]) == 0
    return path.read_bytes()


def everything_read(path: Path, passphrase: str | None = None) -> dict[str, Any]:
    """What any page or document could say. Raises LibraryError."""
    with Library.open(path, who="Ann", passphrase=passphrase) as library:
        whole = library.whole_list()
        library.mend_list()  # as the window does when it has shown the list
        ids = library.ids_beginning("")
        return {
            "engagements": [library.engagement(one) for one in ids],
            "list": library.entries(),
            "whole list": library.whole_list() if whole is None else whole,
            "search": [library.entries(word) for word in SOUGHT],
            "history": [library.history(one) for one in (*ids, "")],
            "steps": [library.recent_steps(one) for one in (*ids, "")],
            "content packs": [library.method_text(key) for key in library.method_keys()],
        }


def bytes_of_the_list(path: Path, data: bytes) -> list[int]:
    """Places in the file where something of the list, its index or its words stands; each has a page or two."""
    with closing(sqlcipher.connect(str(path))) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        roots = connection.execute("SELECT rootpage FROM sqlite_schema WHERE tbl_name LIKE 'entry%' AND rootpage > 0")
        begins = [(page - 1) * size for (page,) in roots]
    return [place for begin in begins for place in range(begin, begin + size) if data[place]]


def prove(count: int, seed: int = 7, passphrase: str | None = None) -> Counter[str]:
    """How many flips ended how; in a locked library with a passphrase."""
    chance, ends = random.Random(seed), Counter[str]()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.clearway"
        data = filled(path)
        of_the_list = bytes_of_the_list(path, data)
        if passphrase is not None:
            relock(path, None, passphrase)
            data, of_the_list = path.read_bytes(), []
        known = everything_read(path, passphrase)
        for number in range(count):
            damaged = bytearray(data)
            # The list is small, and would hardly ever be met.
            place = chance.choice(of_the_list) if of_the_list and number % 4 == 0 else chance.randrange(len(data))
            damaged[place] ^= 1 << chance.randrange(8)
            for beside in Path(folder).glob("library.clearway-*"):
                beside.unlink()
            path.write_bytes(damaged)
            ends[_end(path, known, passphrase)] += 1
    return ends


def _end(path: Path, known: dict[str, Any], passphrase: str | None) -> str:
    try:
        if passphrase is not None:
            return _end_of_locked(path, passphrase)
        found = everything_read(path)
    except LibraryError as error:
        return f"refused: {type(error).__name__}"
    wrong = [name for name, was in known.items() if found[name] != was]
    return f"wrong without a word: {', '.join(wrong)}" if wrong else "as written"


def _end_of_locked(path: Path, passphrase: str) -> str:
    with Library.open(path, who="Ann", passphrase=passphrase) as library:
        return "told by the check" if library.check() else "wrong without a word: the check found nothing"


if __name__ == "__main__":
    if "blind" in sys.argv:
        rows.fits = lambda *_: True  # type: ignore[attr-defined]
    found = prove(int(sys.argv[1]), passphrase="water under the bridge" if "locked" in sys.argv else None)
    for end, times in found.most_common():
        print(f"{times:5} {end}")
    sys.exit(any(end.startswith("wrong") for end in found))
