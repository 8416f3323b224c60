"""What a failure mode's figure would be once the plan's first action against it is done."""

from __future__ import annotations

from fractions import Fraction

from models.diagnosis.diagnosis import ModeResult, index_of
from models.engagement.engagement import Action, Round
from models.frozen import frozen
from models.method.method import Method
from models.plan.plan import accepted_actions
from models.values.terms import Progress


@frozen
class OnceDone:
    """An action, and the index with every sign that calls for it in good order."""

    action: Action
    index: Fraction


def once_done(method: Method, current: Round, result: ModeResult) -> OnceDone | None:
    """By the first agreed action, not done, that a sign of the mode above level 0 calls for; None for none."""
    levels = {key: answer.level for key, answer in result.answers.items() if answer and answer.level is not None}
    for action in sorted(accepted_actions(current), key=lambda one: one.position):
        settled = {key for key, level in levels.items() if level and action.proposal in method.sign(key).actions}
        if settled and action.progress is not Progress.DONE:
            left = sum(level for key, level in levels.items() if key not in settled)
            index = index_of(left, len(levels))
            return None if index is None else OnceDone(action, index)
    return None
