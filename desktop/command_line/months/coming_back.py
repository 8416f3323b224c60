"""The command for whatever comes back by post: answers and replies, told apart by what is in them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line.files import DONE, REFUSED, opened, pdfs_in, printable, read_file
from desktop.command_line.months.answers import take_answers, told
from desktop.command_line.sending import tell_reply
from desktop.words import gettext
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from reports.reply.answers import AnswersBack
    from reports.reply.returned import Returned


def read_back(options: argparse.Namespace) -> int:
    """Says what files and folders bring back, and takes it in where that is asked for; the earliest file first.

    A file that cannot be read stands in no other's way.
    """
    from reports.reply.answers import AnswersBack

    found, refused = _found(pdfs_in(options.files))
    with opened(options) as library:
        answers = [back for _, back in found if isinstance(back, AnswersBack)]
        refused += take_answers(library, answers, options.apply)
        for path, back in found:
            if not isinstance(back, AnswersBack):
                print(gettext("{file}:").format(file=printable(path.name)))
                try:
                    tell_reply(library, back, take=options.apply)
                except Refusal as refusal:
                    refused += told(path.name, refusal)
    return REFUSED if refused else DONE


def _found(paths: list[Path]) -> tuple[list[tuple[Path, AnswersBack | Returned]], int]:
    """What each file is, and how many cannot be read."""
    from reports.reply.came_back import came_back
    from reports.reply.file import LARGEST_FILE

    found, refused = [], 0
    for path in paths:
        try:
            found.append((path, came_back(path.name, read_file(path, LARGEST_FILE + 1))))
        except Refusal as refusal:
            refused += told(path.name, refusal)
    return found, refused
