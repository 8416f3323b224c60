"""How an engagement stands that no library holds, as a library would count it."""

from __future__ import annotations

from datetime import date

from models.diagnosis.diagnosis import mode_results
from models.engagement.engagement import Engagement
from models.method.method import Method
from models.plan.plan import accepted_actions
from models.portfolio.counted import Counted
from models.portfolio.standing import ModeStanding, PilotStanding
from models.readiness.readiness import verdict
from models.values.terms import Progress


def standing_of(engagement: Engagement, method: Method, today: date) -> PilotStanding:
    """In its newest round: the modes, the verdict, what is late and what is next."""
    current, pilot, client = engagement.current, engagement.pilot, engagement.client
    judged = verdict(method, current.judgements, today)
    dated = [(a.due, a) for a in accepted_actions(current) if a.due and a.progress is not Progress.DONE]
    coming = min((one for one in dated if one[0] >= today), key=lambda one: one[0], default=None)
    counted = Counted(
        engagement.id, client.name, pilot.name, client.sector, method.key, current.assessment.number,
        current.assessment.held_on, pilot.target_date, overdue=sum(day < today for day, _ in dated),
        next_due=coming[0] if coming else None, next_action=(coming[1].short or coming[1].title) if coming else "",
    )  # fmt: skip
    results = mode_results(method, current)
    modes = tuple(ModeStanding(one.mode_id, one.index, one.band, one.severe, one.answered) for one in results)
    return PilotStanding(counted, modes, judged.kind, {state: count for state, count in judged.tally if count})
