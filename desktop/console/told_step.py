"""What undo has just taken back, or redo made again: in one line, with where it was where that is not in front."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.console.seen_on import seen_on
from desktop.console.steps import Step
from desktop.system.long_text import shortened
from desktop.view_models.saving import Way
from desktop.words import gettext, spoken
from models.engagement.changes import Change, kind_of
from models.values.sentence import Sentence
from models.values.sought import the_first

MOST_LETTERS = 48
"""Of what the act is called, in two lines of the rail."""


def told(way: Way, label: Sentence, changes: Iterable[Change], here: Step) -> str:
    """As in "Undone: Rate …", or "Undone in Diagnose: Rate …" where another page is in front."""
    kinds = {kind_of(change) for change in changes}
    steps = seen_on(kinds) or (here,)
    undone = way is Way.UNDONE
    act = shortened(label.said(spoken()), MOST_LETTERS)
    if here in steps:
        return (gettext("Undone: {act}") if undone else gettext("Done again: {act}")).format(act=act)
    text = gettext("Undone in {page}: {act}") if undone else gettext("Done again in {page}: {act}")
    return text.format(page=the_first(steps).title, act=act)
