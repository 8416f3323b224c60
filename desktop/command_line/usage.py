"""What may stand on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop.command_line.arguments import Act, add_common, adding_to, set_to_width
from desktop.command_line.groups import GROUPS
from desktop.settings import LANGUAGE, chosen
from desktop.words import gettext
from resources.version import VERSION
from resources.words import languages


def first_look(arguments: Sequence[str] | None) -> tuple[str, str]:
    """The language asked for, else the one that is set: it has to be known before anything is said. And the command;
    empty where there is none, or where help is asked for.
    """
    first = argparse.ArgumentParser(add_help=False, exit_on_error=False, formatter_class=set_to_width)
    for option in ("--language", "--library", "--passphrase-fd", "--library-passphrase-fd", "--recovery-key-fd"):
        first.add_argument(option, default="")
    first.add_argument("-h", "--help", action="store_true")
    first.add_argument("command", nargs="?", default="")
    try:
        seen, _ = first.parse_known_args(arguments)
    except argparse.ArgumentError:
        return chosen(LANGUAGE), ""
    language = seen.language if seen.language in languages() else chosen(LANGUAGE)
    return language, "" if seen.help else seen.command


def parser(window: Act, asked: str = "") -> argparse.ArgumentParser:
    """Every command with its options; without a command, `window` is done.

    Where there is a command of the name `asked`, that one alone, and nothing is loaded for those that come after it:
    making all of them takes longer than some run.
    """
    made = argparse.ArgumentParser(
        prog="clearway",
        description=gettext("Find out why an AI pilot is stuck, and leave with an action plan."),
        formatter_class=set_to_width,
    )
    told = gettext("show the version and exit")
    made.add_argument("--version", action="version", version=f"Clearway {VERSION}", help=told)
    add_common(made, inherited=False)
    made.add_argument("--look-into", type=Path, help=argparse.SUPPRESS)  # what a double click on a hand-over becomes
    made.set_defaults(act=window)
    # Its name is told: else argparse measures the terminal for it.
    commands = made.add_subparsers(title=gettext("commands"), metavar="COMMAND", prog=made.prog)
    command = adding_to(commands, asked)
    for add in GROUPS:
        if asked not in commands.choices:
            add(command)
    return made if asked in commands.choices or not asked else parser(window)
