"""An engagement again under fresh ids: for duplicating one, and for importing one that is already in the library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from models.engagement.carrying import carried_id
from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import Client, Engagement, Round, rating_id
from models.engagement.evidence import Evidence
from models.engagement.judgements import Judgement, judgement_id
from models.engagement.registers import RegisterCell, RegisterEntry, cell_id, gate_id
from models.engagement.workshop import Ballot, Vote, ballot_id, vote_id
from models.frozen import frozen, replaced
from models.values.terms import new_id


def fresh_copy(engagement: Engagement, *, client: Client | None = None) -> Engagement:
    """The same content with new ids throughout; of `client`, or of a client of its own where none is given.

    Its outbox is empty: nothing was ever sent from it, and a reply to what was sent belongs to the other one.
    """
    owner = client or replaced(engagement.client, id=new_id())
    pilot = replaced(engagement.pilot, id=new_id(), client_id=owner.id)
    people = {s.id: replaced(s, id=new_id(), engagement_id=pilot.id) for s in engagement.stakeholders}
    owners = {old: person.id for old, person in people.items()}
    return replaced(
        engagement,
        client=owner,
        pilot=pilot,
        brand=replaced(engagement.brand, id=pilot.id),
        stakeholders=tuple(people.values()),
        rounds=tuple(_fresh_rounds(engagement, pilot.id, owners)),
        outbox=(),
    )


def duplicate(engagement: Engagement, name: str, now: datetime) -> Engagement:
    """A second engagement with the same client, called `name`, created at `now` (UTC) and not archived.

    Its clock has not begun: the time was spent once.
    """
    copy = fresh_copy(engagement, client=engagement.client)
    rounds = tuple(
        replaced(r, agenda=tuple(replaced(b, added=0, spent=0, since=None) for b in r.agenda)) for r in copy.rounds
    )
    copy = replaced(copy, rounds=rounds)
    return replaced(copy, pilot=replaced(copy.pilot, name=name, created=now, archived=False))


def _fresh_rounds(engagement: Engagement, engagement_id: str, owners: dict[str, str]) -> Iterator[Round]:
    """The actions that a round took over are those of the round before here, too."""
    known: dict[str, str] = {}
    for current in engagement.rounds:
        made = _fresh_round(current, engagement_id, owners, known)
        known = {old.id: new.id for old, new in zip(current.actions, made.actions, strict=True)}
        yield made


def _fresh_round(current: Round, engagement_id: str, owners: dict[str, str], before: dict[str, str]) -> Round:
    """`before` are the new ids of the actions of the round before, by their old ones."""
    assessment = replaced(current.assessment, id=new_id(), engagement_id=engagement_id)
    ratings = {
        sign: replaced(r, id=rating_id(assessment.id, sign), assessment_id=assessment.id)
        for sign, r in current.ratings.items()
    }
    ballots = {
        b.id: replaced(b, id=ballot_id(assessment.id, b.sign_id, b.number), assessment_id=assessment.id)
        for b in current.ballots.values()
    }
    votes = [_fresh_vote(v, ballots[v.ballot_id], owners) for v in current.votes.values() if v.ballot_id in ballots]
    carried = {carried_id(current.assessment.id, old): carried_id(assessment.id, new) for old, new in before.items()}
    actions = {
        a.id: replaced(
            a, id=carried.get(a.id) or new_id(), assessment_id=assessment.id, owner_id=owners.get(a.owner_id, "")
        )
        for a in current.actions
    }
    fresh = {old: action.id for old, action in actions.items()}
    registers = fresh_registers(current, assessment.id, owners)
    return Round(
        assessment=assessment,
        ratings=ratings,
        ballots={b.id: b for b in ballots.values()},
        votes={v.id: v for v in votes},
        judgements={j.point_id: _fresh_judgement(j, assessment.id, owners) for j in current.judgements.values()},
        agenda=tuple(replaced(b, id=new_id(), assessment_id=assessment.id) for b in current.agenda),
        notes=tuple(
            replaced(n, id=new_id(), assessment_id=assessment.id, by=owners.get(n.by, "")) for n in current.notes
        ),
        actions=tuple(actions.values()),
        dependencies=_fresh_dependencies(current, assessment.id, fresh),
        entries=registers.entries,
        cells=registers.cells,
        evidence=tuple(_fresh_evidence(e, assessment.id, registers) for e in current.evidence),
        gates={
            g.phase_id: replaced(
                g,
                id=gate_id(assessment.id, g.phase_id),
                assessment_id=assessment.id,
                decided_by=owners.get(g.decided_by, ""),
            )
            for g in current.gates.values()
        },
        conditions=tuple(
            replaced(c, id=new_id(), assessment_id=assessment.id, action_id=fresh.get(c.action_id, ""))
            for c in current.conditions
        ),
    )


@frozen
class FreshRegisters:
    """The rows of registers under new ids."""

    entries: tuple[RegisterEntry, ...]
    cells: dict[str, RegisterCell]
    ids: dict[str, str]
    """The new id of each row, by its old one."""


def fresh_registers(current: Round, assessment_id: str, people: dict[str, str]) -> FreshRegisters:
    """The rows of a round's registers with new ids, for another round. `people` are new ids of stakeholders.

    A cell may hold the id of a stakeholder or of another row, and a matrix has stakeholders for columns."""
    entries = {e.id: replaced(e, id=new_id(), assessment_id=assessment_id) for e in current.entries}
    fresh = {**people, **{old: entry.id for old, entry in entries.items()}}
    cells = [
        RegisterCell(
            id=cell_id(entries[c.entry_id].id, fresh.get(c.column_id, c.column_id)),
            assessment_id=assessment_id,
            entry_id=entries[c.entry_id].id,
            column_id=fresh.get(c.column_id, c.column_id),
            value=fresh.get(c.value, c.value),
        )
        for c in current.cells.values()
    ]
    in_order = sorted(entries.values(), key=lambda e: (e.position, e.id))
    ids = {old: entry.id for old, entry in entries.items()}
    return FreshRegisters(tuple(in_order), {cell.id: cell for cell in cells}, ids)


def _fresh_evidence(evidence: Evidence, assessment_id: str, registers: FreshRegisters) -> Evidence:
    entry = None if evidence.entry_id is None else registers.ids.get(evidence.entry_id)
    return replaced(evidence, id=new_id(), assessment_id=assessment_id, entry_id=entry)


def _fresh_dependencies(current: Round, assessment_id: str, actions: dict[str, str]) -> dict[str, Dependency]:
    ends = [(actions[d.action_id], actions[d.after_id]) for d in current.dependencies.values()]
    return {
        dependency_id(action, after): Dependency(
            id=dependency_id(action, after), assessment_id=assessment_id, action_id=action, after_id=after
        )
        for action, after in ends
    }


def _fresh_vote(vote: Vote, ballot: Ballot, people: dict[str, str]) -> Vote:
    person = people.get(vote.stakeholder_id, vote.stakeholder_id)
    return replaced(
        vote,
        id=vote_id(ballot.id, person),
        assessment_id=ballot.assessment_id,
        ballot_id=ballot.id,
        stakeholder_id=person,
    )


def _fresh_judgement(judgement: Judgement, assessment_id: str, people: dict[str, str]) -> Judgement:
    return replaced(
        judgement,
        id=judgement_id(assessment_id, judgement.point_id),
        assessment_id=assessment_id,
        owner_id=people.get(judgement.owner_id, ""),
        waived_by=people.get(judgement.waived_by, ""),
    )
