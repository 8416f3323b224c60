"""The commands on answers before the meeting: ask, read what comes back, say where it stands. Each gives the exit
status.
"""

from __future__ import annotations

import argparse

from desktop.command_line.files import DONE, opened, write_all
from desktop.command_line.sending import facts_of
from models.values.refusal import Refusal


def questionnaire(options: argparse.Namespace) -> int:
    """A questionnaire for each stakeholder, into a folder that is made if need be."""
    from reports.documents.kinds import PageSize
    from reports.personal.questionnaire import questionnaires

    with opened(options) as library:
        facts = facts_of(library, options.engagement)
    found = questionnaires(facts, options.asked_only, PageSize(options.page_size))
    if not found:
        raise Refusal("Nobody is to be asked yet. Add the people on Prepare, each with a name and a group.")
    write_all(options.folder, found)
    return DONE
