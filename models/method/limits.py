"""How much a content pack may hold: what the room view and the documents can show, and what a reader survives."""

from __future__ import annotations

import re

from models.frozen import frozen

LARGEST_PACK = 1_000_000
"""Characters. The built-in pack has about a tenth of that."""

LONG_KEY = re.compile(r"^\s*\[{0,2}\s*(?:[\w\-\"']+\s*\.\s*){20}", re.MULTILINE)
"""A key of many names: the parser takes time by the square of their number."""

DEEPEST = 12
"""Tables and lists in one another. A pack has half as many."""

MOST_NOTES = 50
"""About one pack. What a newer program wrote is passed over in a few places, or it is no pack for this one."""


@frozen
class Limits:
    """Characters that the room view and the documents hold. The room's page is drawn and audited at these lengths."""

    title: int = 60
    short: int = 20
    finding: int = 50
    question: int = 110
    anchor: int = 90
    evidence: int = 90
    action: int = 80
    action_short: int = 28
    done_when: int = 120
    fix: int = 200
    role: int = 30
    healthy: int = 60
    item_short: int = 26
    point_short: int = 30
    rating: int = 160
    term: int = 40
    meaning: int = 200


LIMITS = Limits()
