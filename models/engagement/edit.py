"""One labelled edit: the only way anything in an engagement changes.

The same `Edit` is applied to the snapshot on the screen and, in one transaction, to the library file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from models.engagement.engagement import (
    Action,
    Assessment,
    Asset,
    Brand,
    Client,
    Dependency,
    Engagement,
    Note,
    Pilot,
    Rating,
    Record,
    Round,
    Stakeholder,
)
from models.engagement.judgements import Judgement
from models.engagement.outbox import Dispatch
from models.engagement.registers import Gate, RegisterCell, RegisterEntry
from models.engagement.workshop import AgendaBox, Ballot, Vote
from models.values.sentence import Sentence

Placed = TypeVar("Placed", Stakeholder, AgendaBox, Note, Action, RegisterEntry)
Keyed = TypeVar("Keyed", Rating, Ballot, Vote, Judgement, Dependency, RegisterCell, Gate)
InRound = (
    Rating | Ballot | Vote | AgendaBox | Note | Action | Dependency | Judgement | RegisterEntry | RegisterCell | Gate
)
"""The records that a round is made of."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person did, as data.

    `label` is what was done, for undo and the history to say; `scope` is the engagement's id. Records in `put` are
    added, or replace the record with the same id; those in `remove` go. Successive edits with the same non-empty
    `typing` token are one step of undo: a burst of typing in one field.
    """

    label: Sentence
    scope: str
    put: tuple[Record, ...] = ()
    remove: tuple[Record, ...] = ()
    typing: str = ""
    assets: tuple[Asset, ...] = ()
    """Pictures that the records refer to and the library may not hold yet."""
    files: tuple[Asset, ...] = ()
    """The same for files that no snapshot carries: the library is asked for one when it is wanted."""

    @property
    def kinds(self) -> frozenset[type[Record]]:
        """The types of the records concerned: what a screen checks before it reloads."""
        return frozenset(type(record) for record in (*self.put, *self.remove))


def apply_edit(engagement: Engagement, edit: Edit) -> Engagement:
    """The engagement as it stands after `edit`. Records of other engagements are passed over."""
    if edit.assets:
        engagement = replace(engagement, assets={**engagement.assets, **{a.id: a for a in edit.assets}})
    for record in edit.remove:
        engagement = _changed(engagement, record, gone=True)
    for record in edit.put:
        engagement = _changed(engagement, record, gone=False)
    return engagement


_PARTS: tuple[tuple[type[Record], str], ...] = (
    (Client, "client"),
    (Pilot, "pilot"),
    (Brand, "brand"),
    (Stakeholder, "stakeholders"),
    (Dispatch, "outbox"),
)
_PARTS_OF_A_ROUND: tuple[tuple[type[Record], str], ...] = (
    (Assessment, "assessment"),
    (Rating, "ratings"),
    (Note, "notes"),
    (Action, "actions"),
    (Ballot, "ballots"),
    (Vote, "votes"),
    (AgendaBox, "agenda"),
    (Judgement, "judgements"),
    (Dependency, "dependencies"),
    (RegisterEntry, "entries"),
    (RegisterCell, "cells"),
    (Gate, "gates"),
)


def changed(before: Engagement, after: Engagement) -> frozenset[type[Record]]:
    """The kinds of record that are not the same in both. An edit leaves alone what it does not change, so comparing
    which object it is says all.
    """
    kinds = {kind for kind, part in _PARTS if getattr(before, part) is not getattr(after, part)}
    if len(before.rounds) != len(after.rounds):
        kinds |= {kind for kind, _ in _PARTS_OF_A_ROUND}
    for one, other in zip(before.rounds, after.rounds, strict=False):
        kinds |= {kind for kind, part in _PARTS_OF_A_ROUND if getattr(one, part) is not getattr(other, part)}
    return frozenset(kinds)


def _changed(engagement: Engagement, record: Record, gone: bool) -> Engagement:
    match record:
        case Client() if record.id == engagement.client.id:
            return replace(engagement, client=record)
        case Pilot() if record.id == engagement.id:
            return replace(engagement, pilot=record)
        case Brand() if record.id == engagement.id:
            return replace(engagement, brand=record)
        case Stakeholder() if record.engagement_id == engagement.id:
            people = _placed(engagement.stakeholders, record, gone, lambda s: s.position)
            return replace(engagement, stakeholders=people)
        case Assessment() if record.engagement_id == engagement.id:
            return replace(engagement, rounds=_rounds(engagement.rounds, record, gone))
        case Dispatch() if record.engagement_id == engagement.id:
            return replace(engagement, outbox=_sent(engagement.outbox, record, gone))
        case Client() | Pilot() | Brand() | Stakeholder() | Assessment() | Dispatch():
            return engagement
        case _:
            rounds = tuple(
                _changed_round(r, record, gone) if r.assessment.id == record.assessment_id else r
                for r in engagement.rounds
            )
            return replace(engagement, rounds=rounds)


def _sent(outbox: tuple[Dispatch, ...], record: Dispatch, gone: bool) -> tuple[Dispatch, ...]:
    others = [d for d in outbox if d.id != record.id]
    return tuple(sorted(others if gone else [*others, record], key=lambda d: (d.prepared_at, d.id)))


def _rounds(rounds: tuple[Round, ...], assessment: Assessment, gone: bool) -> tuple[Round, ...]:
    others = [r for r in rounds if r.assessment.id != assessment.id]
    if not gone:
        known = next((r for r in rounds if r.assessment.id == assessment.id), None)
        others.append(replace(known, assessment=assessment) if known else Round(assessment))
    return tuple(sorted(others, key=lambda r: (r.assessment.number, r.assessment.id)))


def _changed_round(current: Round, record: InRound, gone: bool) -> Round:
    match record:
        case Rating():
            return replace(current, ratings=_keyed(current.ratings, record.sign_id, record, gone))
        case Ballot():
            votes = {k: v for k, v in current.votes.items() if v.ballot_id != record.id} if gone else current.votes
            return replace(current, ballots=_keyed(current.ballots, record.id, record, gone), votes=votes)
        case Vote():
            return replace(current, votes=_keyed(current.votes, record.id, record, gone))
        case Judgement():
            return replace(current, judgements=_keyed(current.judgements, record.point_id, record, gone))
        case AgendaBox():
            return replace(current, agenda=_placed(current.agenda, record, gone, lambda b: b.position))
        case Note():
            return replace(current, notes=_placed(current.notes, record, gone, lambda n: n.position))
        case Action():
            actions = _placed(current.actions, record, gone, lambda a: a.position)
            tied = current.dependencies
            if gone:
                tied = {k: d for k, d in tied.items() if record.id not in (d.action_id, d.after_id)}
            return replace(current, actions=actions, dependencies=tied)
        case Dependency():
            return replace(current, dependencies=_keyed(current.dependencies, record.id, record, gone))
        case RegisterEntry():
            cells = {k: c for k, c in current.cells.items() if c.entry_id != record.id} if gone else current.cells
            entries = _placed(current.entries, record, gone, lambda e: e.position)
            return replace(current, entries=entries, cells=cells)
        case RegisterCell():
            return replace(current, cells=_keyed(current.cells, record.id, record, gone))
        case Gate():
            return replace(current, gates=_keyed(current.gates, record.phase_id, record, gone))


def _keyed(records: Mapping[str, Keyed], key: str, record: Keyed, gone: bool) -> dict[str, Keyed]:
    kept = dict(records)
    if gone:
        kept.pop(key, None)
    else:
        kept[key] = record
    return kept


def _placed(
    records: tuple[Placed, ...], record: Placed, gone: bool, position: Callable[[Placed], int]
) -> tuple[Placed, ...]:
    if not gone and any(r is record for r in records):
        return records
    kept = [r for r in records if r.id != record.id]
    if not gone:
        kept.append(record)
    return tuple(sorted(kept, key=lambda r: (position(r), r.id)))
