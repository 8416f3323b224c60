"""The command that lists what is set for this computer, and sets it."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.command_line.files import DONE
from desktop.own_library import backups_of
from desktop.settings import LOCK, LONGEST_LOCK, PRACTICE, SETTINGS, Setting, chosen, settings_file
from models.values.lengths import LONGEST_NAME
from models.values.refusal import Refusal

BACKUPS = "backups"
BESIDE = "beside"


def settings(options: argparse.Namespace) -> int:
    """One a line, the name first; only the one that is named; or sets it. Raises Refusal."""
    name: str = options.name.replace("-", "_")
    known = {setting.key: setting for setting in SETTINGS}
    if name and name not in known and name != BACKUPS:
        names = ", ".join((*known, BACKUPS))
        raise Refusal("“{name}” is none of the settings: {names}.", name=options.name, names=names)
    if options.value is not None:
        _set(options, known.get(name))
    for setting in SETTINGS:
        if name in ("", setting.key):
            print(f"{setting.key}\t{chosen(setting)}")
    if name in ("", BACKUPS):
        print(f"{BACKUPS}\t{backups_of(options.library).folder}")
    return DONE


def _set(options: argparse.Namespace, setting: Setting | None) -> None:
    if setting is None:
        backups = backups_of(options.library)
        try:
            backups.choose(None if options.value == BESIDE else Path(options.value))
        except OSError as error:
            raise Refusal("{path} cannot be written: {reason}.", path=backups.path, reason=error.strerror) from error
        return
    if setting is LOCK and not setting.takes(options.value):
        raise Refusal("{name} is a number of minutes up to {most}.", name=setting.key, most=LONGEST_LOCK)
    if setting is PRACTICE and not setting.takes(options.value):
        raise Refusal("{name} is a name on one line, of up to {most} letters.", name=setting.key, most=LONGEST_NAME)
    if not setting.takes(options.value):
        offered = ", ".join(setting.offered())
        raise Refusal(
            "{name} is one of {offered}, not “{value}”.", name=setting.key, offered=offered, value=options.value
        )
    from PySide6.QtCore import QSettings

    path = settings_file()
    kept = QSettings(str(path), QSettings.Format.IniFormat)
    kept.setValue(setting.key, options.value)
    kept.sync()
    if kept.status() is not QSettings.Status.NoError:
        raise Refusal("{path} cannot be written.", path=path)
