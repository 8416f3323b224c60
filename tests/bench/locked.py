"""A library that is locked with a passphrase, side by side with the same library without one.

In time on the processor, but for the edit, which waits for the disk.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import copyfile

from desktop.own_library import relock
from models.engagement.edit import Edit
from models.storage import Library
from models.storage.lock.key import Key
from models.values.sentence import act_called
from models.values.terms import Answer
from tests.bench.figure import Figure, alternately, alternately_on_the_processor, median_on_the_processor
from tests.bench.libraries import Shelf

PASSPHRASE = "kiln ferry harbour salt"
EDITS, STARTS, LOOKS = 100, 7, 9


def locked(shelf: Shelf) -> list[Figure]:
    """An edit, a start, search as one types, the whole list; the floor is always the plain library."""
    plain, secret = shelf.few, shelf.few.with_name("locked.clearway")
    if not secret.exists():
        copyfile(plain, secret)
        relock(secret, None, PASSPHRASE)
    key = median_on_the_processor(5, partial(Key.of, PASSPHRASE, bytes(16)))
    with Library.open(plain, who="bench") as one, Library.open(secret, who="bench", passphrase=PASSPHRASE) as other:
        edits = alternately(EDITS, _rating(other), _rating(one))
        typed = [text for end in range(3, 12) if (text := "harbour sal"[:end].strip())]
        found = alternately_on_the_processor(LOOKS, partial(_search, other, typed), partial(_search, one, typed))
        listed = alternately_on_the_processor(LOOKS, partial(_list, other), partial(_list, one))
    ours, floor = alternately_on_the_processor(STARTS, partial(_start, secret, PASSPHRASE), partial(_start, plain))
    return [
        Figure("locked: an edit, until committed", *edits, 1.2),
        Figure("locked: start until the list, less the key", ours - key, floor, 1.15),
        Figure("locked: search as you type, 1,000", *found, 1.5),
        Figure("locked: the whole list of 1,000", *listed, 1.5),
        Figure("locked: the key (floor: 100 ms)", key, 100, 2),
    ]


def _rating(library: Library) -> partial[None]:
    """Rates a sign of the newest engagement, each time otherwise."""
    engagement = library.engagement(library.entries(limit=1)[0].id)
    rating = next(iter(engagement.current.ratings.values()))
    answers = [Answer.EARLY, Answer.SEVERE]

    def rate() -> None:
        answers.reverse()
        library.save(Edit(act_called("Rate"), engagement.id, (replace(rating, answer=answers[0]),)))

    return partial(rate)


def _search(library: Library, typed: list[str]) -> None:
    for text in typed:
        library.entries(text)


def _list(library: Library) -> None:
    library.entries(limit=-1)


def _start(library: Path, *passphrase: str) -> None:
    """Until the list is shown."""
    command = [sys.executable, "-m", "tests.bench.first_frame", "clearway", str(library), *passphrase]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
