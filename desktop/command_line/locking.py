"""The commands that set, change and remove a library's passphrase. Each gives the exit status."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from desktop.command_line.files import DONE
from desktop.command_line.passphrases import asked, given, new_passphrase
from desktop.own_library import default_place, relock
from desktop.words import gettext, ngettext, spoken
from models.values.refusal import Refusal


def lock(options: argparse.Namespace) -> int:
    """Sets or changes the passphrase; says how long it withstands, and what could not follow."""
    from models.values.strength import told_strength

    present, new = given(options), new_passphrase(options)
    keys, sheet = list(options.recovery_key), options.recovery_sheet
    if sheet is not None:
        from desktop.recovery_sheet import write_sheet

        keys.append(write_sheet(sheet, options.library or default_place(), options.page_size))
    try:
        left = relock(options.library, present, new, keys, asked)
    except Refusal:
        if sheet is not None:
            sheet.unlink(missing_ok=True)  # it would open nothing
        raise
    print(gettext("The library is locked."), told_strength(new).said(spoken()))
    if sheet is not None:
        text = gettext("Print {path}, put it where only the right people come, and delete the file.")
        print(text.format(path=sheet.resolve()))
    elif not keys:
        print(gettext("Nobody opens it without the passphrase: --recovery-sheet FILE.pdf makes a sheet that does."))
    _tell_left(left)
    from desktop.system.rescued import left_in_plain_text

    if said := left_in_plain_text(options.library or default_place()):
        print(said)
    return DONE


def unlock(options: argparse.Namespace) -> int:
    """Removes the passphrase."""
    left = relock(options.library, given(options), None, (), asked)
    print(gettext("The library is not locked any more: whoever has the file can read it."))
    _tell_left(left)
    return DONE


def _tell_left(left: Iterable[Path]) -> None:
    paths = list(left)
    if paths:
        text = ngettext(
            "{count} backup has another passphrase and stays as it is:",
            "{count} backups have another passphrase and stay as they are:",
            len(paths),
        )
        print(text.format(count=len(paths)), *paths, sep="\n")
