"""The person's own library: where it lies, and whose name stands in its history. Loads nothing of the windows."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.frozen import frozen
from models.values.files import keep_private, read_at_most
from models.values.places import data_place
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from typing import TypeVar

    from models.hub.steps import Plain
    from models.sharing.deciding import Choices
    from models.storage import Library
    from models.storage.backups.kept import Backups
    from models.storage.lock.recovery import RecoveryKey
    from models.storage.shared.meeting import Meeting
    from models.storage.shared.package import Package
    from models.storage.shared.sharing import Decisions, Sharing

    T = TypeVar("T")


def person() -> str:
    """The name that edits are signed with in the history, which leaves the library only where it is handed over."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


Ask = Callable[[Refusal], str | None]
"""Is told why the library is not opened, and gives its passphrase; None to leave it."""


def nobody(refusal: Refusal) -> None:
    """For `Ask`, where there is nobody to ask."""


def open_library(path: Path | None, passphrase: str | None = None, ask: Ask = nobody) -> Library:
    """The library at `path`, or the person's own. Raises LibraryError. Loads the database driver when called."""
    from models.storage import Library

    place = _place(path)
    return _with_passphrase(lambda given: Library.open(place, who=person(), passphrase=given), passphrase, ask)


def relock(
    path: Path | None,
    passphrase: str | None,
    new: str | None,
    recovery_keys: Sequence[str] = (),
    ask: Ask = nobody,
) -> tuple[Path, ...]:
    """Gives a library that nobody has open another passphrase, or none; the backups that did not follow.

    `recovery_keys` are public keys of age, which can bring it back. Raises LibraryError.
    """
    from models.storage.lock.relock import change_passphrase

    place = _place(path)
    return _with_passphrase(lambda given: change_passphrase(place, given, new, recovery_keys), passphrase, ask)


def recovered_passphrase(path: Path | None, recovery_key: str) -> str:
    """What the recovery key brings back. Raises LibraryError."""
    from models.storage.lock.recovery import recovered

    return recovered(_place(path), recovery_key)


def new_recovery_key() -> RecoveryKey:
    """One for a recovery sheet."""
    from models.storage.lock.recovery import RecoveryKey

    return RecoveryKey.new()


def _place(path: Path | None) -> Path:
    from models.storage import default_library_path

    if path is None:
        path = default_library_path()
        keep_private(path.parent)  # earlier versions made it for everybody to look into
    return path


def _with_passphrase(act: Callable[[str | None], T], passphrase: str | None, ask: Ask) -> T:
    from models.storage import PassphraseError

    while True:
        try:
            return act(passphrase)
        except PassphraseError as refusal:
            passphrase = ask(refusal)
            if passphrase is None:
                raise


def sharing(library: Library) -> Sharing:
    """What hands its engagements over and takes others in."""
    from models.storage.shared.sharing import Sharing

    return Sharing(library)


def decisions(choices: Choices, left_out: Collection[str] = ()) -> Decisions:
    """What was chosen for one engagement that is taken in."""
    from models.storage.shared.sharing import Decisions

    return Decisions(choices, left_out)


def meeting(
    library: Library, check_packs: Callable[[Mapping[str, str]], None], standing: Callable[[str, int], object]
) -> Meeting:
    """What a hub meets of it."""
    from models.storage.shared.meeting import Meeting

    return Meeting(library, check_packs, standing)


def plain() -> Plain:
    """What a meeting needs of neither library nor hub."""
    from models.hub.steps import Plain
    from models.storage.shared.meeting import files_in, package_of, packs_in
    from models.storage.shared.told import folded, unfolded

    return Plain(folded, unfolded, package_of, files_in, packs_in)


def packed(library: Library, engagement_ids: Iterable[str]) -> bytes:
    """These engagements, to be sealed. Raises LibraryError."""
    from models.storage.shared.container import written

    return written(sharing(library).package(engagement_ids, by=person()))


def seal(data: bytes, passphrase: str, keys: Sequence[str] = ()) -> bytes:
    """What was packed, sealed with a passphrase or to keys of age. Raises LibraryError."""
    from models.storage.shared.sealed import Seal, sealed

    return sealed(data, Seal(passphrase, tuple(keys)))


def unseal(data: bytes, passphrase: str, keys: Sequence[str] = ()) -> bytes | None:
    """What was sealed; None where it does not open. Raises LibraryError."""
    from models.storage.shared.sealed import Seal, opened

    return opened(data, Seal(passphrase, tuple(keys)))


def package_at(path: Path, open_seal: Callable[[bytes], bytes | None], passphrase: str = "") -> Package:
    """What the file holds: a hand-over, which is given to `open_seal`, or a whole library, with its passphrase.

    Raises LibraryError, OSError.
    """
    from models.storage.shared.container import LARGEST, read
    from models.storage.shared.errors import HandOverTooLargeError, WrongPassphraseError

    if not is_hand_over(path):
        return _whole_library(path, passphrase or None)
    data = read_at_most(path, LARGEST + 1)
    if len(data) > LARGEST:
        raise HandOverTooLargeError(name=path.name)
    opened = open_seal(data)
    if opened is None:
        raise WrongPassphraseError(name=path.name)
    return read(opened, path.name)


def is_hand_over(path: Path) -> bool:
    """Whether the file is a hand-over rather than a library, by how it begins. Raises OSError."""
    from models.storage.shared.sealed import ARMOURED, is_sealed

    return is_sealed(read_at_most(path, len(ARMOURED)))


def asks_for_passphrase(path: Path) -> bool:
    """Whether a hand-over was sealed with a passphrase, not to keys, or a library is locked. Raises OSError."""
    from models.storage.lock.key import looks_locked
    from models.storage.shared.sealed import needs_passphrase

    return needs_passphrase(read_at_most(path, 64)) if is_hand_over(path) else looks_locked(path)


def _whole_library(path: Path, passphrase: str | None) -> Package:
    """The file stays as it is; an older one is brought up to date as a copy. Raises LibraryError."""
    from models.storage import Library, LibraryReadOnlyError

    try:
        with Library.open(path, who=person(), passphrase=passphrase, read_only=True) as library:
            return sharing(library).package(library.ids_beginning(""))
    except LibraryReadOnlyError:
        return replace(_brought_up_to_date(path, passphrase), name=path.name)


def _brought_up_to_date(path: Path, passphrase: str | None) -> Package:
    from shutil import copyfile
    from tempfile import TemporaryDirectory

    from models.storage import Library

    beside_it = path.parent if os.access(path.parent, os.W_OK) else None
    with TemporaryDirectory(dir=beside_it, prefix=".clearway-") as folder:
        for ending in ("", "-wal"):
            beside = path.with_name(path.name + ending)
            if beside.exists():
                copyfile(beside, Path(folder, "library.clearway" + ending))
        with Library.open(Path(folder, "library.clearway"), who=person(), passphrase=passphrase) as library:
            return sharing(library).package(library.ids_beginning(""))


def default_place() -> Path:
    """Where the person's own library lies. Raises Refusal."""
    return data_place() / "library.clearway"


def backups_of(path: Path | None) -> Backups:
    """The backups of the library at `path`, or of the person's own, whether or not it can be opened."""
    from models.storage.backups.kept import Backups

    return Backups(path or default_place())


@frozen
class Restored:
    """What came of it when another file was put in the library's place."""

    kept: Path | None
    """Where the one that was there is now; None where none was."""
    lock_gone: bool
    """Whether that one was locked, and this one is not."""


def restore_library(path: Path | None, source: Path, passphrase: str | None = None, ask: Ask = nobody) -> Restored:
    """Puts a copy of `source` in the place of the library. Raises LibraryError."""
    from models.storage.backups.restoring import restore

    place = path or default_place()
    locked = place.is_file() and asks_for_passphrase(place)
    kept = _with_passphrase(lambda given: restore(place, source, given), passphrase, ask)
    return Restored(kept, locked and not asks_for_passphrase(place))


class OwnLibrary:
    """The library's file while it is closed; what the window does with its passphrase."""

    def __init__(self, path: Path | None) -> None:
        """`path` is the file to use, None for the person's own."""
        self.path = path or default_place()
        self._named = path

    def open(self, passphrase: str | None, ask: Ask) -> Library:
        """Opens it; `ask` is told why it is not, and gives the passphrase. Raises LibraryError."""
        return open_library(self._named, passphrase, ask)

    def is_plain(self, path: Path) -> bool:
        """Whether a file, this one or a copy, is there and not locked; one that cannot be read may be."""
        with suppress(OSError):
            return path.is_file() and not asks_for_passphrase(path)
        return False

    def relock(self, passphrase: str | None, new: str | None, recovery_keys: Sequence[str]) -> tuple[Path, ...]:
        """Gives it another passphrase, or none; the backups that did not follow. Raises LibraryError."""
        return relock(self._named, passphrase, new, recovery_keys)

    def recovered(self, recovery_key: str) -> str:
        """The passphrase, brought back. Raises LibraryError."""
        return recovered_passphrase(self._named, recovery_key)

    def make_sheet(self, path: Path) -> str:
        """Makes a recovery sheet; the public key of what stands on it. Raises Refusal."""
        from desktop.recovery_sheet import write_sheet

        return write_sheet(path, self.path)
