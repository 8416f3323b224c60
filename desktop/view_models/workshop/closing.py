"""Closing the workshop: what stands in the way, and going on all the same for a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.view_models.session import EngagementSession
from desktop.view_models.workshop.pacing import utc_now
from models.plan.closing import HighGap, high_gaps
from models.plan.contradiction import Contradiction
from models.plan.contradictions import contradictions
from models.plan.plan import accepted_actions
from models.readiness.readiness import Verdict, verdict
from models.rounds.turning import beginning, closing, reopening
from models.values.sentence import act_called


class Closing:
    """What is found stands for the day it is looked at."""

    def __init__(self, session: EngagementSession) -> None:
        self.session = session

    @property
    def closed_on(self) -> date | None:
        """When the workshop was closed; None while it is open."""
        return self.session.current.assessment.closed_on

    @property
    def reason(self) -> str:
        """Why it was, or is to be, closed although there are high gaps."""
        return self.session.current.assessment.closing_reason

    def gap_text(self, gap: HighGap) -> str:
        """What lacks what; an action with its number."""
        action = next((a for a in accepted_actions(self.session.current) if a.id == gap.action_id), None)
        named = f"{action.position}  {gap.title}" if action else gap.title
        return f"{named}  ·  {gap.lacks}"

    def gaps(self) -> tuple[HighGap, ...]:
        """Every high gap without an owner or a date."""
        return high_gaps(self.session.method, self.session.engagement, self.session.words, date.today())

    def contradictions(self) -> tuple[Contradiction, ...]:
        """What does not add up."""
        return contradictions(self.session.method, self.session.engagement, self.session.words)

    def verdict(self) -> Verdict:
        """What the readiness rule gives today."""
        return verdict(self.session.method, self.session.current.judgements, date.today())

    def agreed(self) -> int:
        """How many actions are agreed."""
        return len(accepted_actions(self.session.current))

    def may_close(self) -> bool:
        """Whether nothing is in the way, or a reason is given for going on."""
        return self.closed_on is None and bool(self.reason.strip() or not self.gaps())

    def write_reason(self, text: str, typing: str) -> None:
        """The reason as it is being typed."""
        label = act_called("Why the workshop is closed with gaps")
        self.session.edit(label, replace(self.session.current.assessment, closing_reason=text), typing=typing)

    def close(self) -> None:
        """Closes the workshop today: the round stays as it is. Raises Refusal where `may_close` is not so."""
        made = closing(self.session.engagement, utc_now(), date.today(), self.reason, len(self.gaps()))
        self.session.edit(made.label, *made.put)

    def reopen(self, why: str) -> None:
        """Opens it again; why stands in the history. Raises Refusal without it."""
        made = reopening(self.session.engagement, why)
        self.session.edit(made.label, *made.put)

    def begin_next(self) -> None:
        """Begins the next round with what it takes over. Raises Refusal while this one is open."""
        made = beginning(self.session.engagement, utc_now())
        self.session.edit(made.label, *made.put)
