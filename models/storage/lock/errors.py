"""What can go wrong with a passphrase, in words for the person in front of it."""

from __future__ import annotations

from models.storage.errors import LibraryError
from resources.words import marked


class PassphraseError(LibraryError):
    """The library is not opened for want of its passphrase. Nothing has been touched."""


class PassphraseNeededError(PassphraseError):
    """No passphrase was given, and the file is not one that opens without."""

    happened = marked(
        "The library “{path}” is locked: type its passphrase. A file that is damaged, or no library, looks the same."
    )
    next_step = marked("Whoever locked it knows the passphrase; where it is forgotten, the recovery sheet opens it.")


class PassphraseWrongError(PassphraseError):
    """What was given does not open the file."""

    happened = marked("This passphrase does not open the library “{path}”.")
    next_step = marked(
        "Type it again: capitals, spaces and the keyboard's language count. If it is right, the file is damaged: "
        "open the newest copy from the folder “backups” beside it."
    )


class NotLockedError(PassphraseError):
    """A passphrase was given for a library that has none: it may not be the file that was meant."""

    happened = marked("The library “{path}” is not locked: it opens without a passphrase, and not with one.")
    next_step = marked("Leave the passphrase out, or set one first.")


class PassphraseEmptyError(PassphraseError):
    """A new passphrase without a letter in it."""

    happened = marked("An empty passphrase locks nothing.")
    next_step = marked("Choose another one; four words that do not belong together are easy to remember.")


class RelockError(LibraryError):
    """The passphrase could not be changed. The library is as it was."""

    passing = True
    happened = marked("The passphrase of “{path}” could not be changed; everything is as it was.")
    next_step = marked(
        "Check that the disk has as much room left as the library takes and that you may write there, then try again."
    )


class RecoveryError(LibraryError):
    """The recovery key could not be used or made."""


class NoRecoveryError(RecoveryError):
    """Nothing lies beside the library that a recovery key could open."""

    happened = marked("Beside the library “{path}” there is no “{name}”, which a recovery key opens.")
    next_step = marked("Put that file back beside the library, from a backup for instance, and try again.")


class RecoveryKeyWrongError(RecoveryError):
    """The recovery key is none, or another library's."""

    happened = marked("This recovery key does not open the library “{path}”.")
    next_step = marked(
        "It begins with AGE-SECRET-KEY-1 and is printed on the sheet of the day when the passphrase was set last."
    )


class RecoveryKeyUnknownError(RecoveryError):
    """What should be a practice's public key is none."""

    happened = marked("“{key}” is no public key of age.")
    next_step = marked("Give the one that begins with age1, as “age-keygen” prints it.")


class RecoveryNotKeptError(RecoveryError):
    """The passphrase was changed, and what a recovery key opens could not be written."""

    happened = marked("“{path}” has its new passphrase, but no recovery key opens it: the disk took nothing more.")
    next_step = marked("Make room on the disk, then set the passphrase once more with a recovery sheet.")
