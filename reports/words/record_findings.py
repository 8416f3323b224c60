"""The titles of the workshop record, by the same rules as `reports.words.findings`."""

from __future__ import annotations

from models.playbook.phases import PhaseProgress
from models.statements.people import attendance_text
from models.statements.votes import votes_title as votes_text
from models.values.numbers import count_word
from reports.words.facts import Facts
from reports.words.findings import LONGEST_TITLE, as_title


def attendance_title(facts: Facts) -> str:
    """Who took part, as far as it was noted."""
    text = attendance_text(facts.attendance, facts.words)
    return as_title(text if len(text) <= LONGEST_TITLE else text.partition(";")[0])


def signs_title(facts: Facts) -> str:
    """How many warning signs are severe."""
    words, severe = facts.words, facts.severe
    if not facts.answered:
        return as_title(words.gettext("No warning sign has been rated yet"))
    if not severe:
        text = words.ngettext(
            "The one sign rated is not severe", "None of {count} signs rated is severe", facts.answered
        )
        return as_title(text.format(count=count_word(facts.answered, words)))
    text = words.ngettext("One of {total} signs is severe", "{count} of {total} signs are severe", severe)
    if severe == facts.answered:
        text = words.ngettext("The one sign rated is severe", "All {total} signs rated are severe", severe)
    elif facts.answered < facts.signs:
        text = words.ngettext(
            "One of {total} signs rated is severe", "{count} of {total} signs rated are severe", severe
        )
    return as_title(text.format(count=count_word(severe, words), total=count_word(facts.answered, words)))


def votes_title(facts: Facts) -> str:
    """What the votes came to."""
    return as_title(votes_text(facts.came, facts.words))


def playbook_title(facts: Facts) -> str:
    """Of a playbook in which nothing was written down."""
    return as_title(facts.words.gettext("The playbook has not been begun"))


def phase_title(facts: Facts, progress: PhaseProgress) -> str:
    """How many of a phase's items are written down; that says nothing of whether they are done."""
    words, written = facts.words, len(progress.done)
    total = written + len(progress.gaps)
    if written == total:
        text = words.ngettext("The one item is written down", "All {total} items are written down", total)
    elif not written and not progress.open:
        text = words.gettext("Nothing of this phase is written down yet")
    elif not written:
        text = words.ngettext("The one item has gaps", "None of {total} items is whole yet", total)
    else:
        text = words.ngettext(
            "One of {total} items is written down", "{count} of {total} items are written down", written
        )
    return as_title(text.format(count=count_word(written, words), total=count_word(total, words)))
