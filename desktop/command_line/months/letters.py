"""The commands between the meetings: letters to owners, and how the plan stands. Each gives the exit status."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from desktop.command_line.files import DONE, opened, printable, whole_id
from desktop.command_line.months.parcels import send_out
from desktop.command_line.sending import facts_of, past_of
from desktop.words import gettext, spoken
from models.plan.titles import titled
from models.values.refusal import Refusal
from models.values.sentence import act_called

if TYPE_CHECKING:
    from models.engagement.engagement import Engagement
    from models.plan.progress import Tracked


def letters(options: argparse.Namespace) -> int:
    """A letter, a calendar and a message for each owner, into a folder that is made if need be."""
    from reports.documents.kinds import PageSize
    from reports.exports.letters import owners_letters

    with opened(options) as library:
        facts = facts_of(library, options.engagement)
        past = past_of(library, facts)
        found = owners_letters(facts, *past, only_late=options.late, page_size=PageSize(options.page_size))
        if not found:
            nothing = Refusal("Nothing is late.")
            raise nothing if options.late else Refusal("Nobody owns an action that is not done.")
        send_out(library, facts, found, options.folder, act_called("Write letters to owners"))
    return DONE


def progress(options: argparse.Namespace) -> int:
    """How the plan of one engagement stands, or those of all that have one."""
    from desktop.command_line.engagements import ALL

    with opened(options) as library:
        if options.engagement:
            keys = [whole_id(library, options.engagement)]
        else:
            keys = [entry.id for entry in library.entries("", archived=False, limit=ALL)]
        for key in keys:
            for line in _progress_lines(library.engagement(key), bool(options.engagement)):
                print(line)
    return DONE


def _progress_lines(engagement: Engagement, whole: bool) -> Iterator[str]:
    """One line that sums up, then what presses; with `whole` everything, and where nothing was agreed."""
    from desktop.progress_words import progress_line, standing_name
    from models.plan.progress import Standing, standing_so, tracked

    found = tracked(engagement.current, date.today())
    if not found and not whole:
        return
    names = filter(None, (engagement.pilot.name.strip(), engagement.client.name.strip()))
    about = gettext(", ").join(names) or gettext("The pilot")
    yield gettext("{subject}: {progress}").format(subject=printable(about), progress=progress_line(found))
    pressing = (Standing.OVERDUE, Standing.BLOCKED, Standing.THIS_WEEK)
    for standing in Standing if whole else pressing:
        if those := standing_so(found, standing):
            yield "  " + standing_name(standing)
            yield from (f"    {_action_line(one, engagement)}" for one in those)


def _action_line(one: Tracked, engagement: Engagement) -> str:
    from desktop.progress_words import tracked_text
    from models.engagement.people import name_of

    person = engagement.stakeholder(one.action.owner_id)
    owner = (printable(name_of(person)) if person else "") or gettext("nobody yet")
    title = titled(printable(one.action.title), spoken())
    text = gettext("{number}. {title}, {owner}: {standing}")
    return text.format(number=one.action.position, title=title, owner=owner, standing=tracked_text(one))
