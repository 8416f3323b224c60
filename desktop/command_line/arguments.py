"""What several commands have in common on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Protocol

from desktop.settings import PAGE_SIZE, chosen
from desktop.words import gettext
from reports.documents.kinds import PageSize

Act = Callable[[argparse.Namespace], int]


class Command(Protocol):
    """Adds a command. One about a `sealed` file leaves `--passphrase-fd` to that file."""

    def __call__(self, name: str, act: Act, text: str, *, sealed: bool = False) -> argparse.ArgumentParser: ...


def add_page_size(made: argparse.ArgumentParser) -> None:
    """The paper."""
    made.add_argument("--page-size", choices=[size.value for size in PageSize], default=chosen(PAGE_SIZE))


def add_engagement(made: argparse.ArgumentParser) -> None:
    """The engagement that the command is about."""
    made.add_argument("engagement", help=gettext("its id, or the beginning of it"))
