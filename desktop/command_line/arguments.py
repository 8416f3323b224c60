"""What several commands have in common on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, Protocol

from desktop.settings import PAGE_SIZE, chosen
from desktop.words import gettext
from reports.documents.kinds import PageSize

Act = Callable[[argparse.Namespace], int]


class Command(Protocol):
    """Adds a command. One about a `sealed` file leaves `--passphrase-fd` to that file."""

    def __call__(self, name: str, act: Act, text: str, *, sealed: bool = False) -> argparse.ArgumentParser: ...


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


def add_page_size(made: argparse.ArgumentParser) -> None:
    """The paper."""
    if isinstance(made, PassedOver):
        return  # the settings are not read for it
    made.add_argument("--page-size", choices=[size.value for size in PageSize], default=chosen(PAGE_SIZE))


def add_engagement(made: argparse.ArgumentParser) -> None:
    """The engagement that the command is about."""
    made.add_argument("engagement", help=gettext("its id, or the beginning of it"))
