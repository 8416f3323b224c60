"""An engagement as JSON text. What is empty or not known is left out, so that the file reads as it was meant."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import UTC
from decimal import Decimal
from typing import Any

from models.engagement import Action, Asset, Brand, Engagement, Note, Pilot, Rating, Round, Stakeholder

FORMAT, VERSION = "clearway-engagement", 1


def write_engagement(engagement: Engagement) -> str:
    """UTF-8 safe JSON, two spaces of indent, ending in a line break. The same engagement gives the same text."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "client": _filled(id=engagement.client.id, name=engagement.client.name, sector=engagement.client.sector),
        "pilot": _pilot(engagement.pilot),
        "brand": _brand(engagement.brand, engagement.assets),
        "stakeholders": [_stakeholder(s) for s in engagement.stakeholders],
        "rounds": [_round(r) for r in engagement.rounds],
    }
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
    )


def _round(current: Round) -> dict[str, Any]:
    assessment = current.assessment
    return _filled(
        id=assessment.id,
        method=assessment.method,
        held_on=assessment.held_on and assessment.held_on.isoformat(),
        facilitator=assessment.facilitator,
        ratings=[_rating(r) for _, r in sorted(current.ratings.items())],
        notes=[_note(n) for n in current.notes],
        actions=[_action(a) for a in current.actions],
    )


def _rating(rating: Rating) -> dict[str, Any]:
    level = rating.answer.level
    return _filled(
        sign=rating.sign_id,
        answer=rating.answer.value if level is None else level,
        reason=rating.reason,
        confidence=rating.confidence and rating.confidence.value,
    )


def _note(note: Note) -> dict[str, Any]:
    filled = _filled(id=note.id, sign=note.sign_id, kind=note.kind.value, for_client=note.for_client)
    return {**filled, "text": note.text}


def _days(days: Decimal) -> int | float:
    return int(days) if days == int(days) else float(days)


def _action(action: Action) -> dict[str, Any]:
    filled = _filled(
        id=action.id,
        proposal=action.proposal,
        decision=action.decision.value,
        phase=action.phase,
        owner_role=action.owner_role,
        owner=action.owner_id,
        due=action.due and action.due.isoformat(),
        effort=[_days(action.effort_low), _days(action.effort_high)],
        done_when=action.done_when,
        progress=action.progress.value,
        reason=action.reason,
    )
    return {**filled, "title": action.title}
