"""Engagement files as JSON documents: a whole small one, and one with a single thing changed."""

from __future__ import annotations

import copy
import json
from typing import Any

from tests.built_in import KEY

ABSENT = object()
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="  # one pixel

WHOLE: dict[str, Any] = {
    "format": "clearway-engagement",
    "version": 1,
    "client": {"id": "client", "name": "Arken", "sector": "Water"},
    "pilot": {
        "id": "pilot",
        "name": "Leaks",
        "started": "2026-01-12",
        "currency": "EUR",
        "cost": "1200.50",
        "created": "2026-11-09T09:30:00+00:00",
        "archived": False,
    },
    "brand": {"practice": "Quill", "practice_logo": {"name": "q.png", "data": PNG}, "primary": "#0E4A52"},
    "stakeholders": [{"id": "ana", "name": "Ana", "group": "risk", "present": True}],
    "rounds": [
        {
            "id": "first",
            "method": KEY,
            "held_on": "2026-11-12",
            "ratings": [{"sign": "ownership-gap", "answer": 2, "confidence": "seen"}],
            "votes": [
                {"sign": "ownership-gap", "counts": [1, 2, 4, 2], "not_known": 1},
                {"sign": "ownership-gap", "number": 2, "votes": [{"stakeholder": "ana", "answer": 3}]},
            ],
            "agenda": [{"id": "box", "kind": "break", "title": "Tea", "minutes": 15, "added": -5, "spent": 600}],
            "notes": [{"id": "note", "sign": "ownership-gap", "text": "Nobody owns it.", "for_client": True}],
            "actions": [{"id": "act", "title": "Name one", "owner": "ana", "effort": [1, 2], "due": "2026-12-01"}],
            "readiness": [{"point": "volumes", "state": "waived", "waived_by": "ana", "until": "2026-12-31"}],
        }
    ],
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """The whole document with the value at `path` ("rounds.0.held_on") set, or gone where `value` is ABSENT."""
    document = copy.deepcopy(WHOLE)
    *around, last = [int(p) if p.isdigit() else p for p in path.split(".")]
    place: Any = document
    for step in around:
        place = place[step]
    if value is ABSENT:
        del place[last]
    else:
        place[last] = value
    return document


def text_of(document: Any) -> str:
    return json.dumps(document)
