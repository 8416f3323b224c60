"""The commands on engagements: add, list, import, export, print. Each gives the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop.command_line.files import DONE, opened, printable, read_file, whole_id, write_file
from desktop.words import spoken

if TYPE_CHECKING:
    from models.storage import Library


ALL = -1
"""No limit, as SQLite has it."""
TOGETHER = 500
"""Lines that are written at once."""
_PRINTABLE = bytes(range(0x20, 0x7F))


def sample(options: argparse.Namespace) -> int:
    """Adds the sample engagement and prints its id; those of all pilots of its practice where they are asked for."""
    from desktop.library_acts import LibraryActs

    with opened(options) as library:
        found = LibraryActs(library).add_sample_practice() if options.all else [sample_id(library, later=options.later)]
        for key in found:
            print(key)
    return DONE


def sample_id(library: Library, *, later: bool = False) -> str:
    """The sample's id, or that of its second round, once it is in the library."""
    from desktop.library_acts import LibraryActs

    return LibraryActs(library).add_sample(later=later)


def listing(options: argparse.Namespace) -> int:
    """One engagement a line: id, client, pilot."""
    with opened(options) as library:
        lines = None if options.search else library.whole_list(archived=options.archived)
        if lines is None and library.mend_list():
            from desktop.view_models.library.browsing_words import list_mended_text

            print(list_mended_text(), file=sys.stderr)
        if lines is None or not all(map(_printable, _together(lines))):
            entries = library.entries(options.search, archived=options.archived, limit=ALL)
            lines = ["\t".join(map(printable, (e.id, e.client, e.pilot))).encode() for e in entries]
    for some in _together(lines):
        sys.stdout.write(b"\n".join([*some, b""]).decode())
    return DONE


def _together(lines: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    """Line by line, writing would take as long as reading them did, and all at once room for each several times."""
    return (lines[first : first + TOGETHER] for first in range(0, len(lines), TOGETHER))


def _printable(lines: Sequence[bytes]) -> bool:
    """Whether nothing in any of them would be obeyed by a terminal but the two tabs between the cells of each."""
    text = b"".join(lines)
    if text.isascii():  # the same as below, in a third of the time
        return text.translate(None, _PRINTABLE) == b"\t\t" * len(lines)
    without = text.replace(b"\t", b"")
    return len(text) - len(without) == 2 * len(lines) and without.decode().isprintable()


def bring_in(options: argparse.Namespace) -> int:
    """Adds the engagement in a JSON file and prints its id."""
    from desktop.library_acts import LibraryActs

    data = read_file(options.file)
    with opened(options) as library:
        engagement_id, notes = LibraryActs(library).bring_in(data)
    print(engagement_id)
    for note in notes:
        print(note.said(spoken()), file=sys.stderr)
    return DONE


def take_out(options: argparse.Namespace) -> int:
    """Writes an engagement to a JSON file."""
    from models.exchange import write_engagement

    with opened(options) as library:
        engagement = library.engagement(whole_id(library, options.engagement))
    write_file(options.file, write_engagement(engagement).encode())
    return DONE


def report(options: argparse.Namespace) -> int:
    """Makes a PDF and prints where it is."""
    from desktop.library_acts import LibraryActs
    from models.engagement.engagement import Action, Assessment
    from models.pictures.printed import with_printed
    from reports.documents.documents import render
    from reports.documents.kinds import DocumentKind, PageSize

    with opened(options) as library:
        engagement, method = LibraryActs(library).open(whole_id(library, options.engagement), options.round)
        acts = library.changes_of(engagement.id, Action, Assessment) if len(engagement.rounds) > 1 else ()
        engagement = with_printed(engagement, library.asset)
    kind, today = DocumentKind(options.kind), date.today()
    page_size = PageSize(options.page_size)
    made = render(kind, engagement, method, today=today, words=spoken(), page_size=page_size, acts=acts)
    write_file(options.output, made)
    print(options.output.resolve())
    return DONE
