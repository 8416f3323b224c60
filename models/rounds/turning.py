"""From one round to the next: closing what was found, opening it again for a reason, and going on from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from models.diagnosis.agenda import paused
from models.engagement.beginning import next_round
from models.engagement.carrying import carried_id
from models.engagement.copying import FreshRegisters, fresh_registers
from models.engagement.declared import records_of_round
from models.engagement.dependency import Dependency, dependency_id
from models.engagement.edit import Edit
from models.engagement.engagement import Action, Engagement, Round
from models.engagement.evidence import Evidence
from models.engagement.judgements import Judgement, judgement_id
from models.engagement.registers import Gate, gate_id
from models.engagement.workshop import AgendaBox
from models.plan.closing import close, reopen
from models.plan.plan import accepted_actions
from models.values.refusal import Refusal
from models.values.sentence import act_called
from models.values.terms import GateDecision, Progress, RoundState


def closing(engagement: Engagement, now: datetime, today: date, reason: str, gaps: int) -> Edit:
    """Freezes the current round; its clock stands still from `now` (UTC). Raises Refusal."""
    current = engagement.current
    number = current.assessment.number
    if current.assessment.state is RoundState.CLOSED:
        raise Refusal("Round {number} of “{pilot}” is closed already.", number=number, pilot=engagement.pilot.name)
    if gaps and not reason.strip():
        raise Refusal("High gaps have no owner or no date. Say why the round is closed all the same.")
    label = act_called("Close the workshop")
    return Edit(label, engagement.id, (close(current.assessment, today, reason, gaps), *_stopped(current, now)))


def _stopped(current: Round, now: datetime) -> tuple[AgendaBox, ...]:
    return paused(current.agenda, now) if any(box.since for box in current.agenda) else ()


def reopening(engagement: Engagement, reason: str) -> Edit:
    """Opens the current round again; why stands in the history. Raises Refusal."""
    assessment = engagement.current.assessment
    if assessment.closed_on is None and assessment.state is RoundState.OPEN:
        raise Refusal("Round {number} of “{pilot}” is open.", number=assessment.number, pilot=engagement.pilot.name)
    if not reason.strip():
        raise Refusal("Say why the round is opened again. The reason stands in the history.")
    label = act_called("Open round {number} again: {reason}", number=assessment.number, reason=reason.strip())
    return Edit(label, engagement.id, (reopen(assessment),))


def beginning(engagement: Engagement, now: datetime) -> Edit:
    """The round after the current one, with what it takes over. Raises Refusal while the current one is open."""
    assessment = engagement.current.assessment
    if assessment.closed_on is None and assessment.state is RoundState.OPEN:
        raise Refusal(
            "Round {number} of “{pilot}” is open. Close it first: the next one begins from what it found.",
            number=assessment.number,
            pilot=engagement.pilot.name,
        )
    begun = follow_up(engagement, now)
    label = act_called("Begin round {number}", number=begun.assessment.number)
    # One that was closed before a round could be frozen is so from now on.
    frozen = replace(assessment, state=RoundState.CLOSED)
    return Edit(label, engagement.id, (frozen, begun.assessment, *records_of_round(begun)))


def follow_up(engagement: Engagement, now: datetime | None = None) -> Round:
    """The next round as it begins: the registers, the open actions under their numbers, what was shown for each point
    and row.

    What was found is asked again: there is no rating, no vote and no judgement in it. A phase that was passed stays
    passed, on the day it was; any other is decided anew.
    """
    current = engagement.current
    begun = next_round(engagement, current.assessment.method, now or datetime.now(UTC))
    key = begun.assessment.id
    registers = fresh_registers(current, key, {})
    actions = {a.id: _carried(a, key) for a in accepted_actions(current) if a.progress is not Progress.DONE}
    among = (d for d in current.dependencies.values() if {d.action_id, d.after_id} <= {*actions})
    waiting = [_waits(one, actions, key) for one in among]
    return replace(
        begun,
        assessment=replace(begun.assessment, facilitator=current.assessment.facilitator),
        actions=tuple(actions.values()),
        dependencies={one.id: one for one in waiting},
        judgements={j.point_id: _asked_again(j, key) for j in current.judgements.values() if j.evidence or j.owner_id},
        entries=registers.entries,
        cells=registers.cells,
        evidence=tuple(_still_shown(e, key, registers) for e in current.evidence if not e.sign_id),
        gates={g.phase_id: _passed(g, key) for g in current.gates.values() if g.decision is GateDecision.PASSED},
    )


def _carried(action: Action, assessment_id: str) -> Action:
    return replace(action, id=carried_id(assessment_id, action.id), assessment_id=assessment_id)


def _still_shown(evidence: Evidence, assessment_id: str, registers: FreshRegisters) -> Evidence:
    """What backs a readiness point or a row goes along; what backs a sign was of the day on which it was asked."""
    entry = None if evidence.entry_id is None else registers.ids[evidence.entry_id]
    return replace(evidence, id=carried_id(assessment_id, evidence.id), assessment_id=assessment_id, entry_id=entry)


def _waits(one: Dependency, actions: dict[str, Action], assessment_id: str) -> Dependency:
    action, after = actions[one.action_id].id, actions[one.after_id].id
    key = dependency_id(action, after)
    return Dependency(id=key, assessment_id=assessment_id, action_id=action, after_id=after)


def _asked_again(judgement: Judgement, assessment_id: str) -> Judgement:
    """What shows it and who sees to it stay; how it stands is to be said anew."""
    return Judgement(
        id=judgement_id(assessment_id, judgement.point_id),
        assessment_id=assessment_id,
        point_id=judgement.point_id,
        evidence=judgement.evidence,
        owner_id=judgement.owner_id,
    )


def _passed(gate: Gate, assessment_id: str) -> Gate:
    return replace(gate, id=gate_id(assessment_id, gate.phase_id), assessment_id=assessment_id)
