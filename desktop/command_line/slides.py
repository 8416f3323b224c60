"""The command that makes slides. It gives the exit status."""

from __future__ import annotations

import argparse

from desktop.command_line.files import DONE, opened, read_file, whole_id, write_file
from desktop.words import spoken
from models.values.refusal import Refusal

ENDING = ".pptx"


def slides(options: argparse.Namespace) -> int:
    """Writes the plan or the summary as a presentation and prints where it is."""
    from datetime import date

    from desktop.library_acts import LibraryActs
    from reports.documents.kinds import DocumentKind
    from reports.slides.deck import slides
    from reports.slides.template import LARGEST
    from reports.words.facts import Facts

    if options.file.suffix.lower() != ENDING:
        raise Refusal("{file} does not end in .pptx, as a presentation has to.", file=options.file)
    template = read_file(options.template, LARGEST + 1) if options.template else None
    with opened(options.library) as library:
        engagement, method = LibraryActs(library).open(whole_id(library, options.engagement), options.round)
    facts = Facts(engagement, method, date.today(), spoken())
    write_file(options.file, slides(facts, DocumentKind(options.kind), template))
    print(options.file.resolve())
    return DONE
