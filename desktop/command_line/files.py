"""What the commands share: the library they work on, and files read and written with a refusal in plain words."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from models.values.files import read_at_most, write_whole
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from models.storage import Library

DONE, REFUSED = 0, 1
"""Exit status."""
LARGEST_INPUT = 32_000_001
"""Bytes: one more than the largest file that is read."""


def opened(options: argparse.Namespace) -> Library:
    """The library that was named, or the person's own, with its passphrase where it needs one; close it.

    Raises LibraryError.
    """
    from desktop.command_line.passphrases import asked, given
    from desktop.own_library import open_library

    return open_library(options.library, given(options), asked)


def whole_id(library: Library, beginning: str) -> str:
    """The id that begins like this; Refusal for none and for several."""
    found = library.ids_beginning(beginning) if beginning else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refusal(
            "No engagement has the id “{beginning}”. `clearway list` shows those there are.", beginning=beginning
        )
    raise Refusal(
        "Several engagements have an id that begins with “{beginning}”. Give more of it.", beginning=beginning
    )


def read_file(path: Path, most: int = LARGEST_INPUT) -> bytes:
    """The bytes of a file, at most so many. Raises Refusal."""
    try:
        return read_at_most(path, most)
    except OSError as error:
        raise Refusal("{path} cannot be read: {reason}.", path=path, reason=error.strerror) from error


def read_text(path: Path) -> str:
    """The UTF-8 text in a file. Raises Refusal."""
    try:
        return read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal("{path} is not UTF-8 text (byte {start}).", path=path, start=error.start) from error


def printable(text: str) -> str:
    """The text on one line: a name may hold anything, a line of output holds no controls that a terminal would obey."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def write_file(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all. Raises Refusal."""
    try:
        write_whole(path, data)
    except OSError as error:
        raise Refusal("{path} cannot be written: {reason}.", path=path, reason=error.strerror) from error


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files into a folder, which is made if need be, and prints where each is. Raises Refusal."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal("The folder {folder} cannot be made: {reason}.", folder=folder, reason=error.strerror) from error
    for name, data in files.items():
        path = folder / name
        write_file(path, data)
        print(path.resolve())


def pdfs_in(paths: Iterable[Path]) -> list[Path]:
    """Every file named and the PDFs in every folder, the one that was saved last at the end. Raises Refusal."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(one for one in path.glob("*") if one.suffix.lower() == ".pdf") if path.is_dir() else [path]
        if not inside:
            raise Refusal("There is no PDF in {folder}.", folder=path)
        found |= dict.fromkeys(inside)
    return sorted(found, key=_saved)


def _saved(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError as error:
        raise Refusal("{path} cannot be read: {reason}.", path=path, reason=error.strerror) from error
