"""The commands that take a plan elsewhere and bring a reply back. Each gives the exit status."""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line.files import (
    DONE,
    REFUSED,
    opened,
    pdfs_in,
    printable,
    read_file,
    whole_id,
    write_all,
    write_file,
)
from desktop.words import gettext, ngettext, spoken
from models.values.refusal import Refusal
from models.values.sentence import act_called

if TYPE_CHECKING:
    from models.engagement.engagement import Action
    from models.storage import Library
    from reports.reply.reply import Reply
    from reports.reply.returned import Returned
    from reports.words.facts import Facts


def export_actions(options: argparse.Namespace) -> int:
    """The actions as a workbook or a calendar, by the ending of the file's name."""
    from reports.documents.kinds import PageSize

    ending = options.file.suffix.lower()
    if ending not in (".xlsx", ".ics"):
        raise Refusal("{file} ends in neither .xlsx (a workbook) nor .ics (a calendar).", file=options.file)
    with opened(options) as library:
        facts = facts_of(library, options.engagement)
        past = past_of(library, facts)
    if ending == ".xlsx":
        from reports.exports.action_sheet import action_sheet

        made = action_sheet(facts, PageSize(options.page_size))
    else:
        from reports.exports.due_dates import due_dates

        made = due_dates(facts, *past)
    write_file(options.file, made)
    print(options.file.resolve())
    return DONE


def slides(options: argparse.Namespace) -> int:
    """Writes the plan or the summary as a presentation and prints where it is."""
    from desktop.library_acts import LibraryActs
    from reports.documents.kinds import DocumentKind
    from reports.slides.deck import slides
    from reports.slides.template import LARGEST
    from reports.words.facts import Facts

    if options.file.suffix.lower() != ".pptx":
        raise Refusal("{file} does not end in .pptx, as a presentation has to.", file=options.file)
    template = read_file(options.template, LARGEST + 1) if options.template else None
    with opened(options) as library:
        engagement, method = LibraryActs(library).open(whole_id(library, options.engagement), options.round)
    facts = Facts(engagement, method, date.today(), spoken())
    write_file(options.file, slides(facts, DocumentKind(options.kind), template))
    print(options.file.resolve())
    return DONE


def calendars(options: argparse.Namespace) -> int:
    """A calendar for each owner, into a folder that is made if need be."""
    from reports.exports.due_dates import owners_due_dates

    with opened(options) as library:
        facts = facts_of(library, options.engagement)
        found = owners_due_dates(facts, *past_of(library, facts))
    write_all(options.folder, {f"{name}.ics": data for name, data in found.items()})
    return DONE


def charts(options: argparse.Namespace) -> int:
    """Every chart as PNG and SVG, into a folder that is made if need be."""
    from desktop.chart_pictures import chart_png, paint_without_screen
    from reports.exports.chart_files import charts_of

    with opened(options) as library:
        found = charts_of(facts_of(library, options.engagement))
    with paint_without_screen():
        files = {chart.name + ".svg": chart.svg for chart in found}
        files |= {chart.name + ".png": chart_png(chart.drawing) for chart in found}
    write_all(options.folder, files)
    return DONE


def past_of(library: Library, facts: Facts) -> tuple[datetime, tuple[Action, ...]]:
    """When the engagement was edited last, and what an earlier calendar may have had of its plan."""
    from models.engagement.engagement import Action
    from models.plan.once_due import once_due

    engagement = facts.engagement
    return library.changed(engagement.id), once_due(engagement, library.changes_of(engagement.id, Action))


def read_a_reply(options: argparse.Namespace) -> int:
    """Says what returned plans and letters would change, and takes it in where that is asked for.

    Of several files, one that cannot be read stands in no other's way.
    """
    files, refused = pdfs_in(options.files), 0
    with opened(options) as library:
        for path in files:
            try:
                _read_file(library, path, take=options.apply)
            except Refusal as refusal:
                if len(files) == 1:
                    raise
                refused += 1
                why = gettext("{file}: {why}").format(file=printable(path.name), why=refusal.said(spoken()))
                print(why, file=sys.stderr)
    return REFUSED if refused else DONE


def _read_file(library: Library, path: Path, take: bool) -> None:
    """What one file says. Raises Refusal."""
    from reports.reply.file import LARGEST_FILE, returned

    tell_reply(library, returned(read_file(path, LARGEST_FILE + 1)), take=take)


def tell_reply(library: Library, back: Returned, take: bool) -> None:
    """What a reply would change, taken in where that is asked for. Raises Refusal where nothing of it is known here."""
    known = [key for key in sorted(back.engagements) if library.ids_beginning(key) == [key]]
    if not known:
        raise Refusal("This reply belongs to an engagement that is not in this library. Name another with --library.")
    for key in known:
        _read_one(library, key, back, take=take)


def _read_one(library: Library, key: str, back: Returned, take: bool) -> None:
    """What the file says of the plan of one engagement."""
    from desktop.command_line.reply_lines import reply_lines
    from desktop.library_acts import engagement_names
    from models.engagement.edit import Edit
    from reports.reply.merge import news, taken, uncontested
    from reports.reply.reading import held_against
    from reports.reply.together import put_together
    from reports.words.phrases import subject

    facts, words = facts_of(library, key), spoken()
    reply = news(held_against(back, facts), facts.engagement, words)
    print(_summed_up(reply).format(subject=subject(facts.engagement, words), n=reply.changes))
    if reply.put_together:
        names = engagement_names(library, back.engagements, words)
        print(put_together(reply.put_together, facts.engagement, names, words))
    for line in reply_lines(reply, words):
        print(line)
    if take and (records := taken(facts.engagement, reply, uncontested(reply), words)):
        library.save(Edit(act_called("Take in a reply"), key, put=records))
        print(gettext("Taken in. Undo in the window takes it back."))


def _summed_up(reply: Reply) -> str:
    if not reply.changes:
        return gettext("{subject}: the reply says nothing that the plan does not say already.")
    return ngettext("{subject}: one thing to take or leave.", "{subject}: {n} things to take or leave.", reply.changes)


def facts_of(library: Library, beginning: str) -> Facts:
    """The engagement whose id begins so, with all that can be said of it today."""
    from desktop.library_acts import LibraryActs
    from reports.words.facts import Facts

    engagement, method = LibraryActs(library).open(whole_id(library, beginning))
    return Facts(engagement, method, date.today(), spoken())
