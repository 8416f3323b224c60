"""The commands on rounds: close one, open it again, begin the next, compare two. Each gives the exit status."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from desktop.command_line.files import DONE, opened, whole_id
from desktop.words import gettext, spoken

if TYPE_CHECKING:
    from models.engagement.edit import Edit
    from models.engagement.engagement import Engagement
    from models.method.method import Method


def begin(options: argparse.Namespace) -> int:
    """Begins the next round and prints its number."""
    from models.rounds.turning import beginning

    made = _done(options, lambda engagement, _: beginning(engagement, datetime.now(UTC)))
    print(made.current.assessment.number)
    return DONE


def close(options: argparse.Namespace) -> int:
    """Closes the newest round, and says so."""
    from models.plan.closing import high_gaps
    from models.rounds.turning import closing

    today = date.today()

    def act(engagement: Engagement, method: Method) -> Edit:
        gaps = len(high_gaps(method, engagement, spoken(), today))
        return closing(engagement, datetime.now(UTC), today, options.reason, gaps)

    made = _done(options, act)
    print(gettext("Round {number} is closed and stays as it is.").format(number=made.current.assessment.number))
    return DONE


def reopen(options: argparse.Namespace) -> int:
    """Opens the newest round again, and says so."""
    from models.rounds.turning import reopening

    made = _done(options, lambda engagement, _: reopening(engagement, options.reason))
    print(gettext("Round {number} is open again.").format(number=made.current.assessment.number))
    return DONE


def _done(options: argparse.Namespace, act: Callable[[Engagement, Method], Edit]) -> Engagement:
    """The engagement once the act is on the disk."""
    from desktop.library_acts import LibraryActs
    from models.engagement.edit import apply_edit, edit_on

    with opened(options) as library:
        engagement, method = LibraryActs(library).open(whole_id(library, options.engagement))
        edit = edit_on(engagement, act(engagement, method))
        library.save(edit)
    return apply_edit(engagement, edit)


def compare(options: argparse.Namespace) -> int:
    """Says what moved between two rounds: the newest two unless others are named."""
    from desktop.library_acts import LibraryActs
    from models.engagement.engagement import Action, Assessment
    from models.rounds.comparison import comparison, two_rounds
    from models.rounds.telling import as_json, as_lines

    with opened(options) as library:
        key = whole_id(library, options.engagement)
        seen, then = two_rounds(library.engagement(key), options.round, options.other)
        _, method = LibraryActs(library).open(key, seen.current.assessment.number)
        acts = library.changes_of(key, Action, Assessment)
    found = comparison(method, seen, then, date.today(), acts)
    print(as_json(found) if options.json else "\n".join(as_lines(found, spoken())))
    return DONE
