"""What waits for what in a plan."""

from __future__ import annotations

from models.frozen import frozen


@frozen(kw_only=True)
class Dependency:
    """An action that can only begin once another is done."""

    id: str
    """See `dependency_id`."""
    assessment_id: str
    action_id: str
    """The one that waits."""
    after_id: str
    """The one that comes first."""


def dependency_id(action_id: str, after_id: str) -> str:
    """The permanent id of a dependency."""
    return f"{action_id}/{after_id}"
