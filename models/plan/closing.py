"""What has to be said before a workshop is closed: high gaps that nobody answers for by a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from gettext import NullTranslations

from models.diagnosis.diagnosis import Band, mode_results
from models.engagement.engagement import Action, Assessment, Engagement
from models.frozen import frozen
from models.method.method import Method
from models.method.rules import HIGHEST_LEVEL
from models.plan.plan import PlanLine, plan_lines
from models.plan.proposals import ReasonKind
from models.plan.titles import titled
from models.values.terms import Progress, RoundState


@frozen
class HighGap:
    """A warning sign that is high, or an action against one or that the decision rests on, without owner or date."""

    title: str
    lacks: str
    """What is missing, as in "no owner"."""
    sign_id: str = ""
    """The sign, if it is one that no action answers."""
    action_id: str = ""
    """The action that lacks something, otherwise."""


def high_gaps(method: Method, engagement: Engagement, words: NullTranslations, today: date) -> tuple[HighGap, ...]:
    """Signs first, in the order of the method, then actions by priority.

    A sign is a high gap when it is severe, or established in a failure mode that stands high or critical.
    """
    return high_gaps_among(plan_lines(method, engagement, words, today), method, engagement, words)


def high_gaps_among(
    lines: Sequence[PlanLine], method: Method, engagement: Engagement, words: NullTranslations
) -> tuple[HighGap, ...]:
    """The same, where the plan is known already."""
    answered = {reason.id for line in lines for reason in line.because if reason.kind is ReasonKind.SIGN}
    alone = [
        HighGap(method.sign(sign).title, words.gettext("no action"), sign_id=sign)
        for sign in _high_signs(method, engagement)
        if sign not in answered
    ]
    high = set(_high_signs(method, engagement))
    unsettled = [
        HighGap(titled(line.action.title, words), lacks, action_id=line.action.id)
        for line in lines
        if _counts(line, high) and (lacks := _lacks(line.action, words))
    ]
    return (*alone, *unsettled)


def _high_signs(method: Method, engagement: Engagement) -> list[str]:
    results = mode_results(method, engagement.current)
    found = []
    for result in results:
        least = 2 if result.band in (Band.HIGH, Band.CRITICAL) else 3
        found += [key for key, answer in result.answers.items() if answer is not None and (answer.level or 0) >= least]
    return found


def _counts(line: PlanLine, high: set[str]) -> bool:
    if line.action.progress is Progress.DONE:
        return False
    return line.action.decisive or line.priority.severity == HIGHEST_LEVEL or any(r.id in high for r in line.because)


def _lacks(action: Action, words: NullTranslations) -> str:
    if not action.owner_id and action.due is None:
        return words.gettext("no owner, no date")
    if not action.owner_id:
        return words.gettext("no owner")
    return words.gettext("no date") if action.due is None else ""


def close(assessment: Assessment, today: date, reason: str, gaps: int) -> Assessment:
    """The round once its workshop is closed. Raises ValueError without a reason while there are high gaps."""
    if gaps and not reason.strip():
        raise ValueError("a workshop with high gaps is closed for a reason")
    return replace(assessment, state=RoundState.CLOSED, closed_on=today, closing_reason=reason.strip() if gaps else "")


def reopen(assessment: Assessment) -> Assessment:
    """The round with its workshop open again; the reason stays to be taken up."""
    return replace(assessment, state=RoundState.OPEN, closed_on=None)
