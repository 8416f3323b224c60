"""The plan hour: one proposal at a time, agreed with owner and date in one breath, rejected, or left for later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from desktop.view_models.planning import Planning
from desktop.view_models.room.diagnosis import TINTS
from desktop.view_models.session import EngagementSession
from models.diagnosis.agenda import pace
from models.diagnosis.diagnosis import mode_results
from models.engagement.engagement import Action
from models.frozen import frozen
from models.plan.plan import accept, highest_earlier, likely_owner, next_number, reject
from models.plan.proposals import Proposal
from models.plan.triage import Triage, triage
from models.values.sentence import act_called
from models.values.terms import Decision
from models.values.working_days import working_day


@frozen
class Line:
    """A proposal and what became of it."""

    proposal: Proposal
    action: Action | None
    """None while nobody has decided."""

    @property
    def agreed(self) -> bool:
        """Whether it is in the plan."""
        return self.action is not None and self.action.decision is Decision.ACCEPTED

    @property
    def open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.action is None


OWNER, DUE = "owner", "due"
"""The fields in which a proposal is agreed."""


@frozen
class Typed:
    """Owner and day of a proposal as far as they are understood. Nothing of it is saved."""

    owner_id: str = ""
    suggested: bool = False
    """Whether that is the likely owner, whom nobody has named yet."""
    due: date | None = None
    field: str = ""
    """The one that has the keyboard."""


class Triaging:
    """What is on the screen is kept by its id; what was left for later is passed over for this sitting."""

    def __init__(self, planning: Planning) -> None:
        self._planning = planning
        self._later: set[str] = set()
        self.proposal_id = ""

    def go_on_from(self, before: Triaging) -> None:
        """Where that one is."""
        self._later, self.proposal_id = before._later, before.proposal_id

    @property
    def session(self) -> EngagementSession:
        """The engagement that is worked on."""
        return self._planning.session

    def order(self) -> Triage:
        """All proposals."""
        session = self.session
        asked = session.engagement.pilot.decision_asked
        return triage(session.method, session.current, self._planning.proposals(), asked)

    def index_of(self, mode_id: str) -> tuple[str, int] | None:
        """A mode's index as it is shown, and its step on the scale; None where there is none."""
        found = next((r for r in mode_results(self.session.method, self.session.current) if r.mode_id == mode_id), None)
        return None if found is None or found.index is None else (found.shown_index, TINTS[found.band])

    def lines(self, proposals: Iterable[Proposal]) -> tuple[Line, ...]:
        """With what became of them."""
        decided = {a.proposal: a for a in self.session.current.actions if a.proposal}
        return tuple(Line(p, decided.get(p.id)) for p in proposals)

    def first(self) -> tuple[Line, ...]:
        """The few that matter most."""
        return self.lines(self.order().first)

    def shown(self) -> Line | None:
        """The proposal on the screen; the first that is open where there is none. None once all are decided."""
        known = {line.proposal.id: line for line in self.lines(self._planning.proposals())}
        if self.proposal_id in known and known[self.proposal_id].open:
            return known[self.proposal_id]
        following = self._next()
        self.proposal_id = following.proposal.id if following else ""
        return following

    def _next(self) -> Line | None:
        """In the order of the room; what was left for later comes when nothing else is open."""
        open_ = self._open()
        waiting = [line for line in open_ if line.proposal.id not in self._later]
        if not waiting:
            self._later.clear()
        return next(iter(waiting or open_), None)

    def _open(self) -> list[Line]:
        order = self.order()
        everything = (*order.first, *(p for group in order.groups for p in group.proposals))
        return [line for line in self.lines(everything) if line.open]

    def step(self, steps: int) -> bool:
        """So many open proposals on, or back; False where there are none."""
        ids = [line.proposal.id for line in self._open()]
        place = ids.index(self.proposal_id) + steps if self.proposal_id in ids else -1
        if 0 <= place < len(ids):
            self.proposal_id = ids[place]
        return 0 <= place < len(ids)

    def suggested_owner(self, proposal: Proposal) -> str:
        """Id of the likely owner; nothing is saved until it is taken."""
        return likely_owner(proposal, self.session.people())

    def agree(self, proposal: Proposal, owner_id: str, due: date | None) -> None:
        """Into the plan, with owner and day, as one act."""
        current = self.session.current
        made = accept(proposal, current, (), highest_earlier(self.session.engagement))
        made = replace(made, owner_id=owner_id, due=working_day(due) if due else None)
        self.session.edit(act_called("Agree “{title}”", title=proposal.title), made)

    def reject(self, proposal: Proposal) -> None:
        """Kept as rejected, so that it is not proposed again."""
        self.session.edit(act_called("Reject “{title}”", title=proposal.title), reject(proposal, self.session.current))

    def leave_for_later(self, proposal: Proposal) -> None:
        """On to the next; it comes back when the others are decided."""
        self._later.add(proposal.id)
        self.proposal_id = ""

    def agree_all(self, proposals: Iterable[Proposal]) -> None:
        """Those still open into the plan, without owner and day, as one act."""
        current = self.session.current
        number = next_number(current, highest_earlier(self.session.engagement))
        open_ = [line.proposal for line in self.lines(proposals) if line.open]
        made = [replace(accept(p, current, ()), position=number + n) for n, p in enumerate(open_)]
        if made:
            self.session.edit(act_called("Agree {n} action", "Agree {n} actions", n=len(made)), *made)

    def set_aside(self, proposals: Iterable[Proposal]) -> None:
        """Those still open kept as rejected, as one act."""
        current = self.session.current
        last = max((a.position for a in current.actions), default=0)
        open_ = [line.proposal for line in self.lines(proposals) if line.open]
        made = [replace(reject(p, current), position=last + n) for n, p in enumerate(open_, 1)]
        if made:
            self.session.edit(act_called("Set {n} proposal aside", "Set {n} proposals aside", n=len(made)), *made)

    def minutes_left(self, now: datetime) -> int | None:
        """Of the time box that is running, negative where it is over; None while none runs."""
        found = pace(self.session.current.agenda, now)
        return found.left // 60 if found.running else None
