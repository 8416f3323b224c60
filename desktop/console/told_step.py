"""What undo has just taken back, or redo made again: in one line, with where it was where that is not in front."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.console.steps import Step
from desktop.system.long_text import shortened
from desktop.view_models.saving import Way
from desktop.words import gettext, spoken
from models.engagement.changes import Change, kind_of
from models.engagement.dependency import Dependency
from models.engagement.engagement import Action, Brand, Client, Note, Pilot, Rating, Record, Stakeholder
from models.engagement.judgements import Judgement
from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry
from models.engagement.workshop import Ballot, Vote
from models.values.sentence import Sentence
from models.values.sought import the_first

MOST_LETTERS = 48
"""Of what the act is called, in two lines of the rail."""

_SEEN_ON: tuple[tuple[frozenset[type[Record]], tuple[Step, ...]], ...] = (
    (frozenset({Rating, Ballot, Vote}), (Step.DIAGNOSE,)),
    (frozenset({RegisterEntry, RegisterCell, Gate, GateCondition}), (Step.PLAYBOOK,)),
    (frozenset({Judgement}), (Step.READINESS,)),
    (frozenset({Action, Dependency}), (Step.PLAN, Step.CLOSING, Step.REPORT)),
    (frozenset({Note}), (Step.DIAGNOSE, Step.RESULTS, Step.CLOSING)),
    (frozenset({Client, Pilot, Brand, Stakeholder}), (Step.PREPARE,)),
)
"""Where a person sees records of these kinds change; the first is where they are at home."""


def told(way: Way, label: Sentence, changes: Iterable[Change], here: Step) -> str:
    """As in "Undone: Rate …", or "Undone in Diagnose: Rate …" where another page is in front."""
    kinds = {kind_of(change) for change in changes}
    steps = next((steps for seen, steps in _SEEN_ON if kinds & seen), (here,))
    undone = way is Way.UNDONE
    act = shortened(label.said(spoken()), MOST_LETTERS)
    if here in steps:
        return (gettext("Undone: {act}") if undone else gettext("Done again: {act}")).format(act=act)
    text = gettext("Undone in {page}: {act}") if undone else gettext("Done again in {page}: {act}")
    return text.format(page=the_first(steps).title, act=act)
