"""What is said of answers before the meeting, alike in the window and on the command line."""

from __future__ import annotations

from desktop.words import gettext, ngettext
from models.diagnosis.leanings import Leaning, Leanings


def answered_text(found: Leanings) -> str:
    """How many have answered."""
    asked = len(found.answered) + len(found.missing)
    text = ngettext("{done} of {count} person has answered", "{done} of {count} people have answered", asked)
    return text.format(done=len(found.answered), count=asked)


def leaning_name(leaning: Leaning) -> str:
    """What the answers to a sign have in common."""
    return {
        Leaning.SPLIT: gettext("The answers differ"),
        Leaning.NOT_KNOWN: gettext("Most do not know"),
        Leaning.TOO_FEW: gettext("Fewer than three answers, so nothing is said of them"),
        Leaning.AGREED: gettext("The answers agree"),
    }[leaning]
