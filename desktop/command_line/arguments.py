"""What several commands have in common on the command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.settings import PAGE_SIZE, chosen
from desktop.words import gettext, ngettext
from resources.words import PSEUDO, languages, marked

if TYPE_CHECKING:
    from typing import Any, Protocol

    class Command(Protocol):
        """Adds a command. One about a `sealed` file leaves `--passphrase-fd` to that file."""

        def __call__(self, name: str, act: Act, text: str, *, sealed: bool = False) -> argparse.ArgumentParser: ...


Act = Callable[[argparse.Namespace], int]


# Else argparse looks through the system's folders for its own words, which nobody has, as often as it says one.
vars(argparse).update(_=gettext, ngettext=ngettext)
SAID_BY_ARGPARSE = (
    marked("usage: "),
    marked("%(heading)s:"),
    marked("positional arguments"),
    marked("options"),
    marked("show this help message and exit"),
    marked("%(prog)s: error: %(message)s\n"),
    marked("argument %(argument_name)s: %(message)s"),
    marked("unrecognized arguments: %s"),
    marked("the following arguments are required: %s"),
    marked("one of the arguments %s is required"),
    marked("not allowed with argument %s"),
    marked("ignored explicit argument %r"),
    marked("ambiguous option: %(option)s could match %(matches)s"),
    marked("expected one argument"),
    marked("expected at most one argument"),
    marked("expected at least one argument"),
    marked("invalid %(type)s value: %(value)r"),
    marked("invalid choice: %(value)r (choose from %(choices)s)"),
)
"""So that the catalogues have it; what only whoever writes a command can bring about is left out."""


def set_to_width(prog: str) -> argparse.HelpFormatter:
    """Sets help as wide as the terminal is. argparse asks `shutil`, which loads all that packs files first."""
    return argparse.HelpFormatter(prog, width=_columns() - 2)


def _columns() -> int:
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns or 80
    except (ValueError, OSError):
        return 80


class PassedOver(argparse.ArgumentParser):
    """In the place of a command that was not asked for: its options would take longer than some commands do."""

    def __init__(self) -> None:
        """Nothing of what argparse keeps is needed."""

    def add_argument(self, *names: Any, **told: Any) -> argparse.Action:
        """Keeps nothing."""
        return argparse.Action([], "")

    def add_mutually_exclusive_group(self, **told: Any) -> Any:
        """Whose options are not kept either."""
        return self


def adding_to(commands: argparse._SubParsersAction[argparse.ArgumentParser], asked: str = "") -> Command:
    """What adds a command to these; the others are passed over where one is `asked` for."""
    others = PassedOver()

    def command(name: str, act: Act, text: str, *, sealed: bool = False) -> argparse.ArgumentParser:
        if asked and name != asked:
            return others
        one = commands.add_parser(name, help=text, description=text, formatter_class=set_to_width)
        add_common(one, inherited=True, opened_by="--library-passphrase-fd" if sealed else "--passphrase-fd")
        one.set_defaults(act=act)
        return one

    return command


def add_common(made: argparse.ArgumentParser, inherited: bool, opened_by: str = "--passphrase-fd") -> None:
    """The options that may stand before a command and after it; `inherited`: what stood before it holds.

    `opened_by` is the one for the library's, where the short name is that of a sealed file's.
    """
    library = gettext("the library to use instead of your own")
    spoken = ", ".join(code for code in languages() if code != PSEUDO)
    language = gettext("the language of all that is said and made: {names}").format(names=spoken)
    own = argparse.SUPPRESS
    made.add_argument("--library", type=Path, metavar="FILE", default=own if inherited else None, help=library)
    told = gettext("the file descriptor that its passphrase comes from, as a line of text")
    own_or_none = own if inherited else None
    made.add_argument(opened_by, type=int, dest="passphrase_fd", metavar="N", default=own_or_none, help=told)
    recovery = gettext("the same for its recovery key, where the passphrase is forgotten")
    made.add_argument("--recovery-key-fd", type=int, metavar="N", default=own if inherited else None, help=recovery)
    made.add_argument(
        "--language", choices=languages(), metavar="CODE", default=own if inherited else "", help=language
    )


def add_page_size(made: argparse.ArgumentParser) -> None:
    """The paper."""
    if isinstance(made, PassedOver):
        return  # the settings are not read for it
    from reports.documents.kinds import PageSize

    made.add_argument("--page-size", choices=[size.value for size in PageSize], default=chosen(PAGE_SIZE))


def add_engagement(made: argparse.ArgumentParser) -> None:
    """The engagement that the command is about."""
    made.add_argument("engagement", help=gettext("its id, or the beginning of it"))
