"""Files that are written whole or not at all, read only as far as is sensible, and private where they are ours."""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from contextlib import suppress
from itertools import count
from pathlib import Path

from models.values.refusal import Refusal
from models.values.sought import the_first
from resources.words import marked

_RESERVED = r"(?i)^(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))"
"""Devices of Windows, whatever ending follows: a file of that name could never be opened again."""
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
_AT_ONCE = 1_000_000
"""Bytes that are overwritten in one go."""
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
LONGEST_PATH = 259
"""Characters of a path on Windows, unless whoever looks after the computer allows more."""
LONGEST_NAME = 60
"""Bytes of each name in a file name: file systems allow 255 for the whole."""


def safe_name(text: str, longest: int = LONGEST_NAME) -> str:
    """The text without what a file system may refuse: separators, wildcards, controls, dots and spaces at the ends.

    At most `longest` bytes; empty where nothing is left.
    """
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(" " if c in '<>:"/\\|?*' or unicodedata.category(c)[0] in "CZ" else c for c in composed)
    short = " ".join(kept.split()).encode()[:longest].decode(errors="ignore").strip(" .-")
    return re.sub(_RESERVED, r"\1_", short)


def read_at_most(path: Path, most: int) -> bytes:
    """The file's bytes, and no more than `most` of them, whatever the file is. Raises OSError."""
    with path.open("rb") as file:
        return file.read(most)


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Puts `data` at `path` through a file beside it, so that no reader ever sees half of it.

    Raises OSError; OtherPathError where it could stand elsewhere.
    Who may read it is as the person's umask says; nobody else if it is `private`.
    """
    beside = path.parent / f".clearway-{os.urandom(8).hex()}"
    try:
        handle = os.open(beside, _NEW, PRIVATE_FILE if private else 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(beside, path)
    except BaseException as error:
        beside.unlink(missing_ok=True)
        if isinstance(error, OSError) and _is_too_long(path, error):
            raise PathTooLongError(path) from error
        raise


class OtherPathError(Refusal):
    """The file cannot stand there, and could stand at `other`."""

    other: Path


class FileInUseError(OtherPathError):
    """Another program has the file open and lets nobody replace it, as viewers and spreadsheets do on Windows."""

    def __init__(self, path: Path) -> None:
        """`path` is the file that stays as it was."""
        self.other = free_name(path)
        text = marked(
            "“{name}” is open in another program: close it there, or save under another name, such as “{other}”."
        )
        super().__init__(text, name=path.name, other=self.other.name)


class PathTooLongError(OtherPathError):
    """With all its folders the name is longer than the system takes, as Windows has it from 260 characters on."""

    def __init__(self, path: Path) -> None:
        """`path` is where nothing was written."""
        self.other = Path.home() / f"{safe_name(path.stem) or 'file'}{path.suffix}"
        text = marked(
            "With its folders “{name}” has {count} characters, which is more than this computer takes: save it nearer "
            "to the top, such as in “{folder}”, or under a shorter name."
        )
        super().__init__(text, name=path.name, count=len(str(path.absolute())), folder=self.other.parent)


def _is_too_long(path: Path, error: OSError) -> bool:
    """Windows says of such a path that there is none."""
    if error.errno == errno.ENAMETOOLONG:
        return True
    return os.name == "nt" and error.errno == errno.ENOENT and len(str(path.absolute())) > LONGEST_PATH


def free_name(path: Path) -> Path:
    """The path with a number after its name, as in "Plan (2).pdf", under which nothing stands yet."""
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return the_first(other for other in numbered if not os.path.lexists(other))


def _put_in_place(beside: Path, path: Path) -> None:
    """Raises FileInUseError where one may write the file that stands there, and yet not replace it."""
    try:
        beside.replace(path)
    except PermissionError as error:
        if path.is_file() and os.access(path, os.W_OK):
            raise FileInUseError(path) from error
        raise


def private_folder(folder: Path) -> None:
    """Makes a folder, and those above it that are missing, for this person alone. Raises OSError.

    One that is there stays as it is: it may be anybody's.
    """
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(PRIVATE_FOLDER, exist_ok=True)
        keep_private(place)
    folder.mkdir(exist_ok=True)  # says so where something else stands in its place


def private_file(path: Path) -> None:
    """Makes an empty file for this person alone unless there is one; one that others may read is narrowed.

    Raises OSError.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, _NEW, PRIVATE_FILE))
    keep_private(path)


def keep_private(path: Path) -> None:
    """Takes from everybody but its owner what they may do with a file or folder of ours, where the system lets us."""
    if os.name == "nt":
        return  # there a person's folders are their own already, by inheritance
    with suppress(OSError):
        mode = path.stat().st_mode
        if mode & 0o077:
            path.chmod(mode & 0o700)


def put_away(file: Path) -> None:
    """Removes a file and overwrites its bytes as far as the disk lets us; one with a second name keeps them."""
    with suppress(OSError):
        status = file.lstat()
        if stat.S_ISREG(status.st_mode) and status.st_nlink == 1:
            with suppress(OSError):
                _overwrite(file, status.st_size)
        file.unlink()


def _overwrite(file: Path, size: int) -> None:
    with file.open("rb+") as handle:
        for begin in range(0, size, _AT_ONCE):
            handle.write(bytes(min(_AT_ONCE, size - begin)))
        handle.flush()
        os.fsync(handle.fileno())
