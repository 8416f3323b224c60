"""How a forgotten passphrase comes back: it lies beside the library, sealed to the public keys of age that were named.

The `age` program opens that file as well: `age --decrypt --identity KEY library.clearway.age` prints the passphrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyrage

from models.frozen import frozen
from models.storage.lock.errors import (
    NoRecoveryError,
    RecoveryKeyUnknownError,
    RecoveryKeyWrongError,
    RecoveryNotKeptError,
)
from models.values.files import put_away, read_at_most, write_whole

_ENDING = ".age"
_LARGEST = 100_000
"""Bytes: a thousand public keys."""


@frozen
class RecoveryKey:
    """A pair of keys of age."""

    secret: str
    """What stands on the sheet, and nowhere else."""
    public: str

    @classmethod
    def new(cls) -> RecoveryKey:
        """One that nobody has had before."""
        made = pyrage.x25519.Identity.generate()
        return cls(str(made), str(made.to_public()))


def sealed(passphrase: str, public_keys: Sequence[str]) -> bytes:
    """The passphrase, to be opened with the secret key of any of these. Raises RecoveryKeyUnknownError."""
    return bytes(pyrage.encrypt(passphrase.encode(), [_recipient(key) for key in public_keys], armored=True))


def _recipient(key: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(key.strip())
    except pyrage.RecipientError as error:
        raise RecoveryKeyUnknownError(key=key) from error


def keep_recovery(library: Path, seal: bytes | None) -> None:
    """Puts what was sealed beside the library, or takes away what lies there. Raises RecoveryNotKeptError."""
    place = _beside(library)
    put_away(place)
    if seal is None:
        return
    try:
        write_whole(place, seal, private=True)
    except OSError as error:
        raise RecoveryNotKeptError(path=library) from error


def recovered(library: Path, secret: str) -> str:
    """The passphrase, opened with a recovery key as somebody typed it. Raises RecoveryError and OSError."""
    place = _beside(library)
    if not place.exists():
        raise NoRecoveryError(path=library, name=place.name)
    try:
        key = pyrage.x25519.Identity.from_str("".join(secret.split()).upper())
        return bytes(pyrage.decrypt(read_at_most(place, _LARGEST), [key])).decode()
    except (pyrage.IdentityError, pyrage.DecryptError, UnicodeDecodeError) as error:
        raise RecoveryKeyWrongError(path=library) from error


def _beside(library: Path) -> Path:
    return library.with_name(library.name + _ENDING)
