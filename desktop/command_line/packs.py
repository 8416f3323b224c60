"""The commands on content packs. Each gives the exit status."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desktop.command_line.files import DONE, opened, read_text
from desktop.words import gettext, spoken

if TYPE_CHECKING:
    from models.method.method import Method


def check(options: argparse.Namespace) -> int:
    """Says that a pack is sound; what is wrong with one is raised."""
    from models.method.check import read_method

    method = read_method(read_text(options.file), options.file.name)
    text = gettext("{file}: {title} {version}, {count} warning signs. Nothing is wrong.")
    count = len(method.signs)
    print(text.format(file=options.file.name, title=method.title, version=method.version, count=count))
    _print_notes(method, options.file.name)
    return DONE


def add(options: argparse.Namespace) -> int:
    """Lets new engagements start with a pack."""
    from desktop.library_acts import LibraryActs

    pack = read_text(options.file)
    with opened(options) as library:
        method = LibraryActs(library).add_method(pack, options.file.name)
    text = gettext("New engagements now start with {title} {version}.")
    print(text.format(title=method.title, version=method.version))
    _print_notes(method, options.file.name)
    return DONE


def _print_notes(method: Method, name: str) -> None:
    """What a pack does without, and what of it was passed over."""
    from models.method.check import problem_line

    for note in method.notes:
        print(problem_line(name, note).said(spoken()))
