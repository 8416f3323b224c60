"""The commands on copies of the whole library: make one, list them, put one in the library's place."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.command_line.files import DONE, REFUSED, opened, read_file
from desktop.command_line.passphrases import asked, asked_at_terminal, given
from desktop.own_library import backups_of, default_place, restore_library
from desktop.words import gettext
from models.values.refusal import Refusal


def make(options: argparse.Namespace) -> int:
    """Writes a checked copy of the library to a file and prints where it is. Refusal for no library."""
    path: Path = options.library or default_place()
    if not path.exists():
        raise Refusal("There is no library at {path}.", path=path)
    with opened(options) as library:
        library.backup(options.file)
    print(options.file.resolve())
    return DONE


def listing(options: argparse.Namespace) -> int:
    """One backup a line, the newest first: when, bytes, whether it is sound, its file. Sets their folder if asked."""
    backups = backups_of(options.library)
    if options.folder is not None or options.beside:
        try:
            backups.choose(options.folder)
        except OSError as error:
            raise Refusal("{path} cannot be written: {reason}.", path=backups.path, reason=error.strerror) from error
        print(gettext("Backups go to {folder}").format(folder=backups.folder))
        return DONE
    status, passphrase = DONE, given(options)
    for backup in backups.all():
        if backup.locked and passphrase is None:
            passphrase = asked_at_terminal()
        sound = backup.sound(passphrase)
        status = status if sound else REFUSED
        unsound = gettext("locked") if backup.locked and passphrase is None else gettext("NOT SOUND")
        said = gettext("sound") if sound else unsound
        print(f"{backup.day:%Y-%m-%d %H:%M}\t{backup.size}\t{said}\t{backup.path}", flush=True)
    return status


def restore(options: argparse.Namespace) -> int:
    """Puts a copy of the file in the library's place and prints where what was there is kept."""
    read_file(options.file, 1)  # a name that was mistyped is not a copy that is not sound
    restored = restore_library(options.library, options.file, given(options), asked)
    if restored.kept is not None:
        print(gettext("What was there is kept as {path}").format(path=restored.kept))
    if restored.lock_gone:
        from desktop.view_models.library.backup_words import lock_gone_text

        print(lock_gone_text())
    return DONE
