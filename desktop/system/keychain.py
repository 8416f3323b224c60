"""The system's own keychain, where a passphrase may be kept for this computer; never a file of ours."""

from __future__ import annotations

import logging
from pathlib import Path

SERVICE = "Clearway"
LEAST_TRUSTED = 1.0
"""What keyring says of a keychain that it recommends; files of its own making it rates lower."""


def remembered(place: Path | str) -> str | None:
    """The passphrase that is kept for the library at that place, if any. Loads the keychain's library when called."""
    try:
        import keyring

        return keyring.get_password(SERVICE, str(place)) if _trusted() else None
    except Exception:  # a keychain may fail in any way of its own
        return None


def remember(place: Path | str, passphrase: str) -> bool:
    """Keeps it there; False where this computer has no keychain, or it refuses."""
    try:
        import keyring

        if not _trusted():
            return False
        keyring.set_password(SERVICE, str(place), passphrase)
        return keyring.get_password(SERVICE, str(place)) == passphrase
    except Exception:
        return False


def forget(place: Path | str) -> None:
    """Takes it out again, where it is kept."""
    if remembered(place) is not None:
        try:
            import keyring

            keyring.delete_password(SERVICE, str(place))
        except Exception:
            logging.getLogger(__name__).warning("The keychain does not let go of a passphrase", exc_info=True)


def _trusted() -> bool:
    import keyring

    return keyring.get_keyring().priority >= LEAST_TRUSTED
