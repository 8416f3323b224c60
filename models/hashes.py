"""SHA-256, BLAKE2 and MD5 by Python's own code.

`hashlib` loads OpenSSL, which takes 4 MB and a twentieth of a command's start. It is five times as quick, so what is
large waits for it. A Python that was made without its own has `hashlib` alone.
"""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

try:
    from _sha2 import sha256 as _sha256  # type: ignore[import-not-found, unused-ignore]
except ImportError:
    try:
        from _sha256 import sha256 as _sha256  # type: ignore[import-not-found, unused-ignore]  # before Python 3.12
    except ImportError:
        from hashlib import sha256 as _sha256

try:
    from _md5 import md5  # type: ignore[import-not-found, unused-ignore]
except ImportError:
    from hashlib import md5

__all__ = ["blake2b", "md5", "sha256"]

LARGE = 65_536
"""Bytes."""


def sha256(data: bytes) -> str:
    """In hexadecimal figures."""
    if len(data) < LARGE:
        return str(_sha256(data).hexdigest())
    from hashlib import sha256 as quick

    return quick(data).hexdigest()
