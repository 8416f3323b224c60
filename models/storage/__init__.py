"""The library file. The only place that holds SQL."""

from models.storage.errors import (
    BackupError,
    EngagementExistsError,
    EngagementMissingError,
    LibraryCorruptError,
    LibraryError,
    LibraryFullError,
    LibraryLockedError,
    LibraryLogError,
    LibraryNameError,
    LibraryNewerError,
    LibraryPlaceError,
    LibraryReadOnlyError,
    LibraryTamperedError,
    LibraryVanishedError,
    LibraryWriteError,
    MethodChangedError,
    NotALibraryError,
    StepNotPossibleError,
)
from models.storage.library import Library
from models.storage.lock.errors import PassphraseError, PassphraseNeededError, PassphraseWrongError
from models.storage.place import LIBRARY_NAME, default_library_path

__all__ = [
    "LIBRARY_NAME",
    "BackupError",
    "EngagementExistsError",
    "EngagementMissingError",
    "Library",
    "LibraryCorruptError",
    "LibraryError",
    "LibraryFullError",
    "LibraryLockedError",
    "LibraryLogError",
    "LibraryNameError",
    "LibraryNewerError",
    "LibraryPlaceError",
    "LibraryReadOnlyError",
    "LibraryTamperedError",
    "LibraryVanishedError",
    "LibraryWriteError",
    "MethodChangedError",
    "NotALibraryError",
    "PassphraseError",
    "PassphraseNeededError",
    "PassphraseWrongError",
    "StepNotPossibleError",
    "default_library_path",
]
