"""Over all pilots: what is overdue, held up and due this week."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from models.engagement.engagement import Engagement
from models.frozen import frozen
from models.plan.progress import Standing, Tracked, standing_so, tracked
from models.portfolio.standing import PilotStanding
from models.values.working_days import this_week_until

PRESSING = (Standing.OVERDUE, Standing.BLOCKED, Standing.THIS_WEEK)


@frozen
class PlanStanding:
    """How the plan of one engagement stands."""

    engagement: Engagement
    tracked: tuple[Tracked, ...]

    @property
    def pressing(self) -> tuple[Tracked, ...]:
        """What is overdue, held up or due this week, in that order."""
        return standing_so(self.tracked, *PRESSING)


def worth_reading(pilots: Iterable[PilotStanding], today: date, most: int) -> list[str]:
    """The ids of the engagements in which something presses, those with the most overdue first."""
    until = this_week_until(today)
    found = [
        (-counted.overdue, -counted.held_up, counted.next_due or date.max, counted.id)
        for counted in (pilot.counted for pilot in pilots)
        if counted.overdue or counted.held_up or (counted.next_due and counted.next_due <= until)
    ]
    return [key for *_, key in sorted(found)[:most]]


def plan_standings(engagements: Iterable[Engagement], today: date) -> Sequence[PlanStanding]:
    """How each plan stands, in the order given."""
    return [PlanStanding(one, tracked(one.current, today)) for one in engagements]
