"""Sealing with age: files that the `age` program opens as well, with a passphrase or with a key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.storage.shared.errors import NotAnAgeKeyError

PLAIN, ARMOURED = b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----"


@dataclass(frozen=True, slots=True)
class Seal:
    """What closes a hand-over, or opens one: a passphrase, or keys of age."""

    passphrase: str = ""
    keys: tuple[str, ...] = ()
    """Public ones to close it, identities to open it."""


def is_sealed(beginning: bytes) -> bool:
    """Whether a file that begins like this is one that age sealed."""
    return beginning.startswith((PLAIN, ARMOURED))


def needs_passphrase(data: bytes) -> bool:
    """Whether it was sealed with a passphrase rather than to keys."""
    return data.startswith(PLAIN) and data[len(PLAIN) :].startswith(b"-> scrypt ")


def sealed(data: bytes, seal: Seal) -> bytes:
    """The data, for those alone who have the passphrase or the identity of one of the keys. Raises NotAnAgeKeyError."""
    import pyrage

    if not seal.keys:
        return bytes(pyrage.passphrase.encrypt(data, seal.passphrase))
    return bytes(pyrage.encrypt(data, [_recipient(key) for key in seal.keys]))


def opened(data: bytes, seal: Seal) -> bytes | None:
    """What was sealed; None where it does not open, or was changed or cut off. Raises NotAnAgeKeyError."""
    import pyrage

    try:
        if seal.keys:
            return bytes(pyrage.decrypt(data, _identities(seal.keys)))
        return bytes(pyrage.passphrase.decrypt(data, seal.passphrase))
    except pyrage.DecryptError:
        return None


def _recipient(key: str) -> object:
    import pyrage

    try:
        if key.startswith("ssh-"):
            return pyrage.ssh.Recipient.from_str(key)
        return pyrage.x25519.Recipient.from_str(key.strip())
    except pyrage.RecipientError as error:
        raise NotAnAgeKeyError(name=key[:80]) from error


def _identities(lines: Sequence[str]) -> list[object]:
    import pyrage

    found: list[object] = []
    for line in (text.strip() for text in lines):
        if line and not line.startswith("#"):
            try:
                found.append(pyrage.x25519.Identity.from_str(line))
            except pyrage.IdentityError as error:
                raise NotAnAgeKeyError(name=line[:12] + "…") from error
    if not found:
        raise NotAnAgeKeyError(name="")
    return found
