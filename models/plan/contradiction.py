"""What was found not to add up, by the rule that found it."""

from __future__ import annotations

from enum import Enum

from models.frozen import frozen


class Rule(Enum):
    """The rules, by name."""

    SEVERE_BUT_CONFIRMED = "severe-but-confirmed"
    CONFIRMED_WITHOUT_EVIDENCE = "confirmed-without-evidence"
    CONFIRMED_AGAINST_PLAYBOOK = "confirmed-against-playbook"
    BUDGET_BELOW_RULE = "budget-below-rule"
    PASSED_WITH_GAPS = "passed-with-gaps"
    CONFIRMED_BEFORE_ACTION = "confirmed-before-action"
    WAIVER_ENDS_TOO_SOON = "waiver-ends-too-soon"
    CONDITION_BEFORE_ACTION = "condition-before-action"


@frozen
class Contradiction:
    """One rule broken in one place."""

    rule: Rule
    sentence: str
    point_id: str = ""
    """The readiness point it is about, if it is about one. Likewise the next three."""
    sign_id: str = ""
    phase_id: str = ""
    item_id: str = ""
    action_id: str = ""
