"""An engagement as JSON text. What is empty or not known is left out, so that the file reads as it was meant."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import UTC
from decimal import Decimal
from typing import Any

from models.engagement.engagement import Action, Asset, Brand, Engagement, Note, Pilot, Rating, Round, Stakeholder
from models.engagement.evidence import Evidence
from models.engagement.judgements import Judgement
from models.engagement.outbox import Dispatch
from models.engagement.registers import Gate, GateCondition
from models.engagement.workshop import AgendaBox, Ballot, Vote
from models.values.terms import RoundState, VoteWay

FORMAT, VERSION = "clearway-engagement", 1


def write_engagement(engagement: Engagement) -> str:
    """UTF-8 safe JSON, two spaces of indent, ending in a line break. The same engagement gives the same text."""
    people = frozenset(person.id for person in engagement.stakeholders)
    document = {
        "format": FORMAT,
        "version": VERSION,
        "client": _filled(id=engagement.client.id, name=engagement.client.name, sector=engagement.client.sector),
        "pilot": _pilot(engagement.pilot),
        "brand": _brand(engagement.brand, engagement.assets),
        "stakeholders": [_stakeholder(s) for s in engagement.stakeholders],
        "rounds": [_round(r, people) for r in engagement.rounds],
    }
    if engagement.outbox:
        document["outbox"] = [_dispatch(d) for d in engagement.outbox]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _filled(**values: Any) -> dict[str, Any]:
    """The values that say something. A name is always kept: an engagement may have an empty one for now."""
    return {key: value for key, value in values.items() if key == "name" or value not in ("", None)}


def _pilot(pilot: Pilot) -> dict[str, Any]:
    return _filled(
        id=pilot.id,
        name=pilot.name,
        purpose=pilot.purpose,
        problem=pilot.problem,
        started=pilot.started and pilot.started.isoformat(),
        currency=pilot.currency,
        cost=None if pilot.cost is None else f"{pilot.cost:f}",
        target_date=pilot.target_date and pilot.target_date.isoformat(),
        decision_asked=pilot.decision_asked,
        created=pilot.created.astimezone(UTC).isoformat(),
        archived=pilot.archived or None,
    )


def _brand(brand: Brand, assets: Mapping[str, Asset]) -> dict[str, Any]:
    return _filled(
        practice=brand.practice,
        practice_logo=_logo(assets.get(brand.practice_logo)),
        client_logo=_logo(assets.get(brand.client_logo)),
        primary=brand.primary,
        accent=brand.accent,
        contact=brand.contact,
        confidentiality=brand.confidentiality,
        closing_line=brand.closing_line,
    )


def _logo(asset: Asset | None) -> dict[str, str] | None:
    if asset is None:
        return None
    return {"name": asset.name, "media_type": asset.media_type, "data": base64.b64encode(asset.data).decode("ascii")}


def _stakeholder(person: Stakeholder) -> dict[str, Any]:
    return _filled(
        id=person.id,
        name=person.name,
        role=person.role,
        group=person.group.value,
        decides=person.decides,
        email=person.email,
        present=person.present,
        sponsor=person.sponsor or None,
    )


def _dispatch(dispatch: Dispatch) -> dict[str, Any]:
    """What was sent, without the file: a dozen plans would make this text many times as large as the work itself."""
    return _filled(
        id=dispatch.id,
        document=dispatch.document,
        title=dispatch.title,
        file_name=dispatch.file_name,
        revision=dispatch.revision,
        sha256=dispatch.sha256,
        recipients=dispatch.recipients.split("\n") if dispatch.recipients else None,
        subject=dispatch.subject,
        prepared_at=dispatch.prepared_at.astimezone(UTC).isoformat(),
    )


def _round(current: Round, people: frozenset[str]) -> dict[str, Any]:
    assessment = current.assessment
    actions = frozenset(action.id for action in current.actions)
    return _filled(
        id=assessment.id,
        method=assessment.method,
        state=assessment.state.value if assessment.state is not RoundState.OPEN else None,
        began=assessment.began and assessment.began.astimezone(UTC).isoformat(),
        held_on=assessment.held_on and assessment.held_on.isoformat(),
        facilitator=assessment.facilitator,
        closed_on=assessment.closed_on and assessment.closed_on.isoformat(),
        closing_reason=assessment.closing_reason,
        headline=assessment.headline,
        ratings=[_rating(r) for _, r in sorted(current.ratings.items())],
        votes=[_ballot(b, current, people) for _, b in sorted(current.ballots.items())] or None,
        agenda=[_box(b) for b in current.agenda] or None,
        notes=[_note(n, people) for n in current.notes],
        actions=[_action(a, current) for a in current.actions],
        playbook=_playbook(current) or None,
        conditions=[_condition(c, actions) for c in current.conditions] or None,
        gates=[_gate(g) for _, g in sorted(current.gates.items())] or None,
        readiness=[_judgement(j) for _, j in sorted(current.judgements.items())] or None,
        evidence=[_evidence(e) for e in current.evidence] or None,
    )


def _rating(rating: Rating) -> dict[str, Any]:
    level = rating.answer.level
    return _filled(
        sign=rating.sign_id,
        answer=rating.answer.value if level is None else level,
        reason=rating.reason,
        confidence=rating.confidence and rating.confidence.value,
        came=rating.came.value,
    )


def _ballot(ballot: Ballot, current: Round, people: frozenset[str]) -> dict[str, Any]:
    filled = _filled(sign=ballot.sign_id, number=ballot.number, way=ballot.way.value, revealed=ballot.revealed)
    if ballot.way is VoteWay.COUNTS:
        counts = [ballot.count_0, ballot.count_1, ballot.count_2, ballot.count_3]
        return {**filled, "counts": counts, "not_known": ballot.not_known}
    votes = [_vote(vote, people) for vote in current.votes_in(ballot)]
    if ballot.way in (VoteWay.BALLOT, VoteWay.LETTER):
        # Nobody is told who voted what: neither by a name nor by the order.
        votes = sorted(({"answer": vote["answer"]} for vote in votes), key=lambda vote: str(vote["answer"]))
    return {**filled, "votes": votes}


def _vote(vote: Vote, people: frozenset[str]) -> dict[str, Any]:
    level = vote.answer.level
    return _filled(
        stakeholder=vote.stakeholder_id if vote.stakeholder_id in people else None,
        answer=vote.answer.value if level is None else level,
    )


def _box(box: AgendaBox) -> dict[str, Any]:
    filled = _filled(id=box.id, kind=box.kind, minutes=box.minutes, added=box.added or None, spent=box.spent or None)
    since = {"since": box.since.astimezone(UTC).isoformat()} if box.since else {}
    return {**filled, "title": box.title, **since}


def _note(note: Note, people: frozenset[str]) -> dict[str, Any]:
    filled = _filled(id=note.id, sign=note.sign_id, kind=note.kind.value, for_client=note.for_client)
    filled |= _filled(by=note.by if note.by in people else None, named=note.named or None)
    return {**filled, "text": note.text}


def _judgement(judgement: Judgement) -> dict[str, Any]:
    return _filled(
        point=judgement.point_id,
        state=judgement.state.value,
        evidence=judgement.evidence,
        owner=judgement.owner_id,
        waived_by=judgement.waived_by,
        reason=judgement.reason,
        until=judgement.until and judgement.until.isoformat(),
    )


def _evidence(evidence: Evidence) -> dict[str, Any]:
    """What was shown, without the file, as with what was sent: photos would make this text too large to be read."""
    filled = _filled(
        id=evidence.id,
        sign=evidence.sign_id,
        point=evidence.point_id,
        row=evidence.entry_id,
        media_type=evidence.media_type,
        size=evidence.size,
        sha256=evidence.sha256,
        thumbnail=evidence.thumbnail,
        original=evidence.original,
        caption=evidence.caption,
        alternative=evidence.alternative,
        for_client=evidence.for_client or None,
        taken_in=evidence.taken_in.astimezone(UTC).isoformat(),
    )
    return {**filled, "name": evidence.name}


def _playbook(current: Round) -> dict[str, list[dict[str, Any]]]:
    """The rows of each register that has any."""
    cells: dict[str, dict[str, str]] = {entry.id: {} for entry in current.entries}
    for _, cell in sorted(current.cells.items()):
        cells[cell.entry_id][cell.column_id] = cell.value
    registers: dict[str, list[dict[str, Any]]] = {}
    for entry in current.entries:
        registers.setdefault(entry.register_id, []).append({"id": entry.id, "cells": cells[entry.id]})
    return dict(sorted(registers.items()))


def _gate(gate: Gate) -> dict[str, Any]:
    return _filled(
        phase=gate.phase_id,
        decision=gate.decision.value,
        decided_by=gate.decided_by,
        decided_on=gate.decided_on and gate.decided_on.isoformat(),
        conditions=gate.conditions,
    )


def _condition(condition: GateCondition, actions: frozenset[str]) -> dict[str, Any]:
    return _filled(
        id=condition.id,
        phase=condition.phase_id,
        text=condition.text,
        day=condition.day and condition.day.isoformat(),
        action=condition.action_id if condition.action_id in actions else None,
    )


def _days(days: Decimal) -> int | float:
    return int(days) if days == int(days) else float(days)


def _action(action: Action, current: Round) -> dict[str, Any]:
    after = sorted(d.after_id for d in current.dependencies.values() if d.action_id == action.id)
    filled = _filled(
        id=action.id,
        proposal=action.proposal,
        number=action.position,
        decision=action.decision.value,
        short=action.short,
        why=action.why,
        decisive=action.decisive or None,
        phase=action.phase,
        owner_role=action.owner_role,
        owner=action.owner_id,
        due=action.due and action.due.isoformat(),
        effort=[_days(action.effort_low), _days(action.effort_high)],
        done_when=action.done_when,
        progress=action.progress.value,
        reason=action.reason,
        impact=action.impact,
        after=after or None,
    )
    return {**filled, "title": action.title}
