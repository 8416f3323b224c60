"""What the files that are for one person each are called."""

from __future__ import annotations

from collections.abc import Iterable

from models.engagement.engagement import Stakeholder
from models.values.files import safe_name
from reports.words.phrases import LONGEST_NAME, person


def own_names(people: Iterable[Stakeholder], otherwise: str) -> dict[str, str]:
    """A name for each by id that is safe for a file; where two are the same, also but for case, with a number."""
    found: dict[str, str] = {}
    met: set[str] = set()
    for who in people:
        name = own = safe_name(person(who), LONGEST_NAME) or otherwise
        number = 1
        while name.casefold() in met:
            number += 1
            name = f"{own} {number}"
        met.add(name.casefold())
        found[who.id] = name
    return found
