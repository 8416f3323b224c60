"""The key of a locked library: made of its passphrase and the salt at the head of its file, as SQLCipher 4 makes it.

It is made once for an open library, since that takes a tenth of a second by intent. Any program that knows SQLCipher
opens the file with the passphrase itself.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.storage.lock.errors import NotLockedError, PassphraseEmptyError
from models.values.files import read_at_most

HEADER = b"SQLite format 3\0"
"""How a library begins that is not locked; the salt of one that is has as many bytes."""
PAGE = 4096
"""Bytes: a locked library is a whole number of them."""
_ROUNDS, _LENGTH = 256_000, 32


class Key:
    """What opens one locked library."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        """`salt` is that of the file."""
        self._key, self._salt = bytearray(key), salt

    @classmethod
    def of(cls, passphrase: str, salt: bytes) -> Key:
        """The key that a passphrase gives. One text is one passphrase, however a keyboard puts its accents together.

        Raises PassphraseEmptyError.
        """
        if not passphrase:
            raise PassphraseEmptyError
        from hashlib import pbkdf2_hmac

        text = unicodedata.normalize("NFC", passphrase).encode(errors="surrogatepass")
        return cls(pbkdf2_hmac("sha512", text, salt, _ROUNDS, _LENGTH), salt)

    @classmethod
    def new(cls, passphrase: str) -> Key:
        """The key of a file that is still to be made."""
        return cls.of(passphrase, os.urandom(len(HEADER)))

    @property
    def text(self) -> str:
        """As SQLCipher takes it."""
        return f"x'{self._key.hex()}{self._salt.hex()}'"

    def forget(self) -> None:
        """Overwrites it: it opens nothing any more."""
        self._key[:] = bytes(len(self._key))


@contextmanager
def key_of(path: Path, passphrase: str | None) -> Iterator[Key | None]:
    """What opens the file at `path`, or will once it is made, until it is done with; None without a passphrase.

    Raises NotLockedError, PassphraseEmptyError and OSError.
    """
    if passphrase is None:
        yield None
        return
    key = _made(path, passphrase)
    try:
        yield key
    finally:
        key.forget()


def _made(path: Path, passphrase: str) -> Key:
    if not path.exists() or path.stat().st_size == 0:
        return Key.new(passphrase)
    head = read_at_most(path, len(HEADER))
    if head == HEADER:
        raise NotLockedError(path=path)
    return Key.of(passphrase, head.ljust(len(HEADER), b"\0"))


def looks_locked(path: Path) -> bool:
    """Whether the file may be a locked library: nobody can tell without its passphrase. Raises OSError."""
    size = path.stat().st_size
    return size > 0 and size % PAGE == 0 and read_at_most(path, len(HEADER)) != HEADER
