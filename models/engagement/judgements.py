"""How the readiness points were judged.

Records, as in `models.engagement.engagement`: each is one row of the library, small, frozen, with a permanent id.
"""

from __future__ import annotations

from datetime import date

from models.frozen import frozen
from models.values.terms import PointState


@frozen(kw_only=True)
class Judgement:
    """How one readiness point was judged. A point without one is not judged. One row of the library."""

    id: str
    """See `judgement_id`."""
    assessment_id: str
    point_id: str
    state: PointState = PointState.NOT_JUDGED
    evidence: str = ""
    """What shows it: a document, a figure, a name."""
    owner_id: str = ""
    """Id of the stakeholder who sees to it, or empty."""
    waived_by: str = ""
    """Id of the stakeholder who answers for the waiver, or empty."""
    reason: str = ""
    """Why it is waived, or does not apply."""
    until: date | None = None
    """The last day of the waiver."""


def judgement_id(assessment_id: str, point_id: str) -> str:
    """The permanent id of a point's judgement in a round."""
    return f"{assessment_id}/{point_id}"
