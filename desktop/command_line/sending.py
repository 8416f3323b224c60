"""The commands that take a plan elsewhere and bring a reply back. Each gives the exit status."""

from __future__ import annotations

import argparse
from datetime import date
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line.files import DONE, opened, read_file, whole_id, write_file
from desktop.words import gettext, ngettext, spoken
from models.values.refusal import Refusal
from models.values.sentence import act_called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.storage import Library
    from reports.reply.reply import ActionReply, Reply
    from reports.words.facts import Facts


def export_actions(options: argparse.Namespace) -> int:
    """The actions as a workbook or a calendar, by the ending of the file's name."""
    from reports.exports.action_sheet import action_sheet
    from reports.exports.due_dates import due_dates

    ending = options.file.suffix.lower()
    if ending not in (".xlsx", ".ics"):
        raise Refusal("{file} ends in neither .xlsx (a workbook) nor .ics (a calendar).", file=options.file)
    with opened(options.library) as library:
        facts = _facts(library, options.engagement)
        changed = library.changed(facts.engagement.id)
    write_file(options.file, action_sheet(facts) if ending == ".xlsx" else due_dates(facts, changed))
    print(options.file.resolve())
    return DONE


def charts(options: argparse.Namespace) -> int:
    """Every chart as PNG and SVG, into a folder that is made if need be."""
    from desktop.chart_pictures import chart_png, paint_without_screen
    from reports.exports.chart_files import charts_of

    with opened(options.library) as library:
        found = charts_of(_facts(library, options.engagement))
    try:
        options.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(
            "The folder {folder} cannot be made: {reason}.", folder=options.folder, reason=error.strerror
        ) from error
    with paint_without_screen():
        for chart in found:
            for ending, data in ((".svg", chart.svg), (".png", chart_png(chart.drawing))):
                path: Path = options.folder / (chart.name + ending)
                write_file(path, data)
                print(path.resolve())
    return DONE


def read_a_reply(options: argparse.Namespace) -> int:
    """Says what a returned plan would change, and takes it in where that is asked for."""
    from models.engagement.edit import Edit
    from reports.reply.file import LARGEST_FILE
    from reports.reply.merge import engagements_named, news, taken, uncontested
    from reports.reply.reply import read_reply
    from reports.words.phrases import subject

    words = spoken()
    data = read_file(options.file, LARGEST_FILE + 1)
    with opened(options.library) as library:
        engagement = library.engagement(_named(library, engagements_named(data)))
        reply = news(read_reply(data, engagement, words), engagement, words)
        print(_summed_up(reply).format(subject=subject(engagement, words), n=reply.changes))
        for line in _lines(reply, words):
            print(line)
        if options.apply and (records := taken(engagement, reply, uncontested(reply), words)):
            library.save(Edit(act_called("Take in a reply"), engagement.id, put=records))
            print(gettext("Taken in. Undo in the window takes it back."))
    return DONE


def _named(library: Library, named: frozenset[str]) -> str:
    """The one engagement of this library that the reply names."""
    found = [key for key in sorted(named) if library.ids_beginning(key) == [key]]
    if not found:
        raise Refusal("This reply belongs to an engagement that is not in this library. Name another with --library.")
    if len(found) > 1:
        raise Refusal("This file mixes replies to several engagements. Read each reply from a file of its own.")
    return found[0]


def _summed_up(reply: Reply) -> str:
    if not reply.changes:
        return gettext("{subject}: the reply says nothing that the plan does not say already.")
    return ngettext("{subject}: one thing would change.", "{subject}: {n} things would change.", reply.changes)


def _lines(reply: Reply, words: NullTranslations) -> Iterator[str]:
    yield from reply.warnings
    for action in reply.actions:
        yield f"- {action.title or '–'}"
        yield from (f"    {line}" for line in _said(action, words))


def _said(action: ActionReply, words: NullTranslations) -> Iterator[str]:
    """One line for each thing; what --apply leaves says so."""
    from models.values.months import shown_date
    from reports.reply.fields import status_options
    from reports.words.text import one_line

    names = dict(status_options(words))
    if (status := action.status) is not None:
        text = gettext("status: sent {sent}, plan now {now}, reply {replied}")
        sent, now, replied = (names[value] for value in (status.sent, status.now, status.replied))
        yield text.format(sent=sent, now=now, replied=replied) + _left(status.contested)
    if (due := action.due) is not None:
        text = gettext("date: sent {sent}, plan now {now}, reply {replied}")
        sent, now, replied = (
            shown_date(value, spoken()) or gettext("no date") for value in (due.sent, due.now, due.replied)
        )
        yield text.format(sent=sent, now=now, replied=replied) + _left(due.contested)
    if action.comment:
        yield gettext("comment: {text}").format(text=one_line(action.comment))
    yield from action.problems


def _left(contested: bool) -> str:
    """Said of what `--apply` leaves as it is."""
    return gettext("; the plan was changed as well since this was sent, so it is left") if contested else ""


def _facts(library: Library, beginning: str) -> Facts:
    from desktop.library_acts import LibraryActs
    from reports.words.facts import Facts

    engagement, method = LibraryActs(library).open(whole_id(library, beginning))
    return Facts(engagement, method, date.today(), spoken())
