"""Where in the console a person sees records of each kind change."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.console.steps import Step
from models.engagement.changes import Change, Changed
from models.engagement.declared import find
from models.engagement.dependency import Dependency
from models.engagement.engagement import (
    Action,
    Assessment,
    Brand,
    Client,
    Engagement,
    Note,
    Pilot,
    Rating,
    Record,
    Stakeholder,
)
from models.engagement.evidence import Evidence
from models.engagement.judgements import Judgement
from models.engagement.outbox import Dispatch
from models.engagement.registers import Gate, GateCondition, RegisterCell, RegisterEntry
from models.engagement.workshop import AgendaBox, Ballot, Vote
from models.values.sought import the_first

_SEEN_ON: tuple[tuple[frozenset[type[Record]], tuple[Step, ...]], ...] = (
    (frozenset({Rating, Ballot, Vote}), (Step.DIAGNOSE,)),
    (frozenset({RegisterEntry, RegisterCell, Gate, GateCondition}), (Step.PLAYBOOK,)),
    (frozenset({Judgement}), (Step.READINESS,)),
    (frozenset({Action, Dependency}), (Step.PLAN, Step.CLOSING, Step.REPORT)),
    (frozenset({Note}), (Step.DIAGNOSE, Step.RESULTS, Step.CLOSING)),
    (frozenset({Evidence}), (Step.DIAGNOSE, Step.READINESS, Step.PLAYBOOK)),
    (frozenset({Dispatch}), (Step.REPORT,)),
    (frozenset({Client, Pilot, Brand, Stakeholder}), (Step.PREPARE,)),
    (frozenset({AgendaBox, Assessment}), (Step.PREPARE,)),
)
"""The first is where they are at home."""


def seen_on(kinds: Iterable[type[Record]]) -> tuple[Step, ...]:
    """The pages on which a change to records of these kinds is seen; none where nobody can tell."""
    _, steps = _seen(frozenset(kinds))
    return steps


def telling(kinds: Iterable[type[Record]]) -> frozenset[type[Record]]:
    """Those of the kinds that these pages were found by: another kind's place is on another page."""
    found, _ = _seen(frozenset(kinds))
    return found


def _seen(kinds: frozenset[type[Record]]) -> tuple[frozenset[type[Record]], tuple[Step, ...]]:
    return next(((kinds & seen, steps) for seen, steps in _SEEN_ON if kinds & seen), (frozenset(), ()))


def at_home(changes: Iterable[Change], steps: tuple[Step, ...], then: Engagement) -> Step:
    """Of `steps`, the page where an act was done: what backs a point or a row is at home there."""
    for change in changes:
        record = find(then, change.kind, change.id) if isinstance(change, Changed) else change.record
        if isinstance(record, Evidence) and Step.READINESS in steps:
            return Step.READINESS if record.point_id else Step.PLAYBOOK if record.entry_id else Step.DIAGNOSE
    return the_first(steps)
