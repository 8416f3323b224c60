"""The commands that meet the hub, and say how both stand. Each gives the exit status."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop.command_line.files import DONE, REFUSED, opened, printable, whole_id
from desktop.command_line.hub.joining import hub_of, library_place
from desktop.view_models.hub.words import people_text
from desktop.words import gettext, ngettext, spoken

if TYPE_CHECKING:
    from models.hub.hub import Hub
    from models.hub.syncing import Report
    from models.storage import Library


def sync(options: argparse.Namespace) -> int:
    """Meets the hub: what is new there comes here, what is new here goes there."""
    with opened(options) as library, hub_of(options, library.path) as hub:
        only = whole_id(library, options.engagement) if options.engagement else ""
        return met(options, library, hub, only)


def met(options: argparse.Namespace, library: Library, hub: Hub, only: str = "") -> int:
    """The same with both open; what came is told."""
    from desktop.own_hub import library_side, ways
    from models.hub.memory import keep, recall
    from models.hub.steps import all_at_once
    from models.hub.syncing import Report, sync

    def decide(package: Any) -> Any:
        return _chosen(options, library, package)

    report = Report(recall(library.path))
    bring = frozenset({getattr(options, "bring", "")} - {""})
    try:
        all_at_once(sync(report, ways(hub.address, decide, bring), only), hub, library_side(library))
    finally:
        keep(library.path, report.memory)
    for line in _told(report, library):
        print(line)
    return REFUSED if report.refused else DONE


def status(options: argparse.Namespace) -> int:
    """Says what is shared with whom, what waits, and when both met last. Asks nobody."""
    from desktop.own_hub import library_side
    from models.hub.memory import recall

    with opened(options) as library:
        memory = recall(library_place(options))
        if not memory.address:
            print(gettext("This library has not joined a hub."))
            return DONE
        print(gettext("Hub: {address}").format(address=memory.address))
        last = f"{datetime.fromisoformat(memory.met).astimezone():%Y-%m-%d %H:%M}" if memory.met else "–"
        print(gettext("Last met: {time}").format(time=last))
        since = library_side(library).since({key: one.mark for key, one in memory.engagements.items()})
        for engagement, one in memory.engagements.items():
            state = _state(one.waiting + since.get(engagement, 0), one.held)
            people = printable(people_text(one.people))
            print(f"{engagement}\t{_name(library, engagement)}\t{people}\t{state}")
    return DONE


def _state(waiting: int, held: bool) -> str:
    if held:
        return gettext("waits for your choice")
    return gettext("waiting ({n})").format(n=waiting) if waiting else gettext("shared")


def _chosen(options: argparse.Namespace, library: Library, package: Any) -> Any:
    """What stands where both changed the same: as the options say, None where they do not."""
    from desktop.own_library import decisions, sharing

    if options.newest:
        return {}
    if options.side is None:
        return None
    return {
        incoming.engagement.id: decisions({conflict.key: options.side for conflict in incoming.joining.conflicts})
        for incoming in sharing(library).look(package)
    }


def _told(report: Report, library: Library) -> Iterator[str]:
    sent = ngettext("{n} act went.", "{n} acts went.", report.sent).format(n=report.sent)
    came = ngettext("{n} act came.", "{n} acts came.", report.came).format(n=report.came)
    yield f"{sent} {came}"
    for engagement, package in report.held.items():
        yield gettext("{name}: both changed the same. Nothing of it was taken yet:").format(
            name=_name(library, engagement)
        )
        yield from _conflicts(library, package)
        yield gettext("Sync again with --newest, --mine or --theirs.")
    for engagement, refusal in report.refused:
        yield f"{_name(library, engagement)}: {refusal.said(spoken())}"
    for engagement in report.let_go:
        text = gettext("{id} is on the hub and was taken out of this library. To have it again: hub sync --bring {id}")
        yield text.format(id=engagement)
    for engagement in report.not_shared:
        yield gettext("{name} is not shared with you any more.").format(name=_name(library, engagement))
    if report.waiting:
        yield ngettext("{n} act waits here.", "{n} acts wait here.", report.waiting).format(n=report.waiting)


def _conflicts(library: Library, package: Any) -> Iterator[str]:
    from desktop.command_line.handing import Told
    from desktop.library_acts import LibraryActs
    from desktop.own_library import sharing

    found = sharing(library).look(package)
    nothing_chosen = argparse.Namespace(leave_out=[], choose=[], side=None)
    yield from Told(found, nothing_chosen, LibraryActs(library)).lines()


def _name(library: Library, engagement_id: str) -> str:
    if library.ids_beginning(engagement_id) != [engagement_id]:
        return engagement_id
    engagement = library.engagement(engagement_id)
    return printable(f"{engagement.client.name}, {engagement.pilot.name}")
