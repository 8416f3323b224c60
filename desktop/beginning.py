"""A new engagement: with an agenda to start from and what is the practice's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from desktop.settings import PRACTICE, chosen
from desktop.words import spoken
from models.diagnosis.agenda import preset_agenda
from models.engagement.beginning import new_engagement
from models.engagement.engagement import Brand, Engagement, Round
from models.method.method import Method


def begun(client: str, pilot: str, method: Method, own: Engagement | None) -> Engagement:
    """A new engagement; brand and facilitator are those of `own`, the practice's latest."""
    made = new_engagement(client, pilot, method.key, datetime.now(UTC), _house(own))
    first = made.current.assessment
    if own:
        first = replace(first, facilitator=own.current.assessment.facilitator)
    presets = method.agenda
    boxes = preset_agenda(presets[len(presets) // 2], method, first.id, spoken()) if presets else ()
    return replace(made, rounds=(Round(first, agenda=boxes),))


def _house(own: Engagement | None) -> Brand | None:
    """The latest brand, under the practice's name where that is set."""
    latest, practice = own.brand if own else None, chosen(PRACTICE).strip()
    return replace(latest or Brand(id=""), practice=practice) if practice else latest
