"""The commands on what was: the history, an engagement as it stood, and one that is to be no more."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.command_line.engagements import ALL
from desktop.command_line.files import DONE, opened, whole_id
from desktop.own_library import backups_of
from desktop.words import gettext, ngettext, spoken
from models.values.months import long_date
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from models.engagement.library_entry import HistoryEntry
    from models.storage import Library


def moment(text: str) -> datetime:
    """A time as somebody types it, a day alone as its end; without a zone it is this computer's.

    Raises ArgumentTypeError.
    """
    try:
        return _named_time(text).astimezone()
    except (ValueError, OverflowError, OSError) as error:
        said = gettext("{text} is not a time such as 2026-11-30T10:00").format(text=text)
        raise argparse.ArgumentTypeError(said) from error


def _named_time(text: str) -> datetime:
    with suppress(ValueError):
        return datetime.combine(date.fromisoformat(text), time.max)
    return datetime.fromisoformat(text)


def history(options: argparse.Namespace) -> int:
    """The acts, one a line, the newest first, under their days; or the engagement as it stood, as JSON."""
    with opened(options) as library:
        engagement_id = whole_id(library, options.engagement)
        if options.at is not None:
            return _as_it_stood(library, engagement_id, options.at)
        acts = [*library.history(engagement_id, ALL), *library.asked_of_past(lambda p: p.whole_acts(engagement_id))]
    newest_first = sorted(acts, key=lambda act: act.id, reverse=True)
    sys.stdout.write("".join(_lines(newest_first)))
    return DONE


def _as_it_stood(library: Library, engagement_id: str, at: datetime) -> int:
    from models.exchange import write_engagement

    found = library.asked_of_past(lambda past: past.engagement_at(engagement_id, at))
    if found is None:
        when = f"{long_date(at.date(), spoken())}, {at:%H:%M}"
        raise Refusal("The engagement was not in this library yet on {when}.", when=when)
    sys.stdout.write(write_engagement(found))
    return DONE


def _lines(acts: list[HistoryEntry]) -> list[str]:
    from desktop.console.seen_on import seen_on
    from desktop.view_models.past.saying import act_text, day_text

    lines, today = list[str](), datetime.now(UTC).astimezone().date()
    for day, done in groupby(acts, key=lambda act: act.when.astimezone().date()):
        lines.append(f"{day_text(day, today)}\n")
        for act in done:
            place = next((step.title for step in seen_on(act.kinds)), "")
            parts = (f"{act.when.astimezone():%H:%M}", act.who, place, act_text(act))
            line = "\t".join("".join(c if c.isprintable() else " " for c in part) for part in parts)
            lines.append(f"{line}\n")
    return lines


def delete(options: argparse.Namespace) -> int:
    """Deletes an engagement for good and names the backups that hold it still. Refusal where that was not asked for."""
    with opened(options) as library:
        engagement_id = whole_id(library, options.engagement)
        name = _named(library, engagement_id)
        if not options.for_good:
            raise Refusal(
                "“{name}” would go for good, with its records, its whole history and its files. Nothing brings it "
                "back. If that is what you want, add --for-good.",
                name=name,
            )
        library.delete_for_good(engagement_id)
    print(gettext("“{name}” is deleted for good.").format(name=name))
    holding = [backup for backup in backups_of(options.library).all() if backup.holds(engagement_id)]
    if holding:
        text = ngettext("{n} backup still holds it:", "{n} backups still hold it:", len(holding))
        print(text.format(n=len(holding)))
    for backup in holding:
        print(backup.path)
    return DONE


def _named(library: Library, engagement_id: str) -> str:
    """What it is called in the list: it may be too damaged to be opened."""
    for archived in (False, True):
        for entry in library.entries(archived=archived, limit=ALL):
            if entry.id == engagement_id:
                return f"{entry.client}, {entry.pilot}"
    return engagement_id
