"""A library that is locked with a passphrase, side by side with the same library without one."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
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
from tests.bench.figure import Figure, alternately, median_of
from tests.bench.libraries import Shelf

PASSPHRASE = "kiln ferry harbour salt"
EDITS, STARTS, LOOKS = 100, 7, 9


def locked(shelf: Shelf) -> list[Figure]:
    """An edit, a start, search as one types, the whole list; the floor is always the plain library."""
    plain, secret = shelf.many, shelf.many.with_name("locked.clearway")
    if not secret.exists():
        copyfile(plain, secret)
        relock(secret, None, PASSPHRASE)
    key = median_of(5, partial(Key.of, PASSPHRASE, bytes(16)))
    with Library.open(plain, who="bench") as one, Library.open(secret, who="bench", passphrase=PASSPHRASE) as other:
        edits = _edits(other, one)
        typed = [text for end in range(3, 12) if (text := "harbour sal"[:end].strip())]
        found = alternately(LOOKS, partial(_search, other, typed), partial(_search, one, typed))
        listed = alternately(LOOKS, partial(other.entries, limit=-1), partial(one.entries, limit=-1))
    starts = [(_start(secret, PASSPHRASE), _start(plain)) for _ in range(STARTS)]
    started = statistics.median(s[0] for s in starts) - key, statistics.median(s[1] for s in starts)
    return [
        Figure("locked: an edit, until committed", *edits, 1.2),
        Figure("locked: start until the list, less the key", *started, 1.15),
        Figure("locked: search as you type, 10,000", *found, 1.5),
        Figure("locked: the whole list of 10,000", *listed, 1.5),
        Figure("locked: the key (floor: 100 ms)", key, 100, 2),
    ]


def _edits(other: Library, one: Library) -> tuple[float, float]:
    return alternately(EDITS, _rating(other), _rating(one))


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


def _start(library: Path, *passphrase: str) -> float:
    """Milliseconds until the list is shown."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "tests.bench.first_frame", "clearway", str(library), *passphrase]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return (float(printed[2]) - begun) * 1000
