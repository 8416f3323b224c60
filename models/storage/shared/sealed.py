"""Sealing with age: files that the `age` program opens as well, with a passphrase or with a key."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from models.frozen import frozen
from models.storage.shared.errors import NotAnAgeKeyError

PLAIN, ARMOURED = b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----"
LEAST_WORK, MOST_WORK = 16, 22
"""Powers of two: what a passphrase is sealed with at least where the machine lets us, and opened with at most."""
TRIES, PAUSE = 60, 0.05
"""How often it is tried, and the seconds in between."""
TOO_DEAR = "xcessive work"
_WORK = re.compile(rb"age-encryption\.org/v1\n-> scrypt \S+ (\d{1,2})\n")


@frozen
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

    if seal.keys:
        return bytes(pyrage.encrypt(data, [_recipient(key) for key in seal.keys]))
    # age makes trying passphrases as dear as this machine can bear just now, which under load is hardly anything.
    made = (bytes(pyrage.passphrase.encrypt(data, seal.passphrase)) for _ in range(TRIES))
    best = b""
    for one in made:
        best = max(best, one, key=work_of)
        if work_of(best) >= LEAST_WORK:
            break
        time.sleep(PAUSE)
    return best


def work_of(data: bytes) -> int:
    """How dear trying a passphrase is, as a power of two; 0 for what was not sealed with one."""
    found = _WORK.match(data)
    return int(found[1]) if found else 0


def opened(data: bytes, seal: Seal) -> bytes | None:
    """What was sealed; None where it does not open, or was changed or cut off. Raises NotAnAgeKeyError."""
    import pyrage

    for _ in range(TRIES if 0 < work_of(data) <= MOST_WORK else 1):
        try:
            if seal.keys:
                return bytes(pyrage.decrypt(data, _identities(seal.keys)))
            return bytes(pyrage.passphrase.decrypt(data, seal.passphrase))
        except pyrage.DecryptError as error:
            if TOO_DEAR not in str(error):
                return None
        time.sleep(PAUSE)  # it takes a machine under load for a slow one, which could not bear it
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
