"""Whether two actions of the plan are called the same."""

from __future__ import annotations

from models.engagement.engagement import Action, Round
from models.plan.plan import accepted_actions
from models.values.folding import folded


def called_the_same(current: Round, action: Action) -> Action | None:
    """The first other action of the plan with the same title, however it is written; None where there is none."""
    title = folded(action.title)
    others = (other for other in accepted_actions(current) if other.id != action.id)
    return next((other for other in others if title and folded(other.title) == title), None)
