"""What a file is called: where it is shown, and where it is written to a folder."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import count
from pathlib import PurePosixPath

from models.values.files import safe_name
from models.values.sought import the_first

LONGEST_NAME = 120
"""Letters."""
_LONGEST_ENDING = 10


def shown_name(name: str) -> str:
    """A file's name on one line, without folders and without what turns or hides letters."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in last)
    short = " ".join(kept.split())
    if len(short) > LONGEST_NAME:
        stem, dot, ending = short.rpartition(".")
        cut = LONGEST_NAME - _LONGEST_ENDING - 1
        short = f"{stem[:cut]}{dot}{ending[:_LONGEST_ENDING]}" if dot and stem else short[:LONGEST_NAME]
    return short or "file"


def file_name(name: str) -> str:
    """The same as a file may be called on any system."""
    path = PurePosixPath(shown_name(name))
    ending = safe_name(path.suffix.removeprefix("."), _LONGEST_ENDING)
    stem = safe_name(path.stem, LONGEST_NAME) or "file"
    return f"{stem}.{ending}" if ending else stem


def file_names(names: Iterable[str]) -> list[str]:
    """The same of several files in one folder: each has its own, whatever a system makes of large and small letters."""
    found: list[str] = []
    taken: set[str] = set()
    for name in names:
        path = PurePosixPath(file_name(name))
        numbered = (path.with_stem(f"{path.stem} ({n})" if n > 1 else path.stem).name for n in count(1))
        found.append(the_first(other for other in numbered if other.casefold() not in taken))
        taken.add(found[-1].casefold())
    return found
