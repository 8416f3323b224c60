"""The acts of turning proposals into a plan: accept, edit, reject, owner, due date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from desktop.view_models.session import EngagementSession
from models.engagement.dependency import dependency_id
from models.engagement.engagement import Action, Engagement
from models.plan.plan import (
    PlanLine,
    accept,
    action_priority,
    begins_too_early,
    highest_earlier,
    lines_beside,
    make_wait,
    may_wait_for,
    next_number,
    reject,
    rejected_actions,
    taken_back,
)
from models.plan.priority import Priority
from models.plan.proposals import Proposal, Reason, ReasonKind, open_proposals, propose
from models.plan.rubs import Rub, rubs
from models.plan.waves import rule_text
from models.statements.standing import why_line
from models.values.folding import folded
from models.values.sentence import act_called
from models.values.terms import Decision, Progress, new_id
from models.values.working_days import working_day


class Part(Enum):
    """The three parts of the list."""

    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    REJECTED = "rejected"


@dataclass(frozen=True)
class PlanRow:
    """One line of the list: an action, or a proposal nobody has decided on."""

    key: str
    """Stays the same while a proposal becomes an action and back."""
    part: Part
    title: str
    priority: Priority | None
    because: tuple[str, ...]
    """What calls for it, each for people."""
    action: Action | None
    proposal: Proposal | None
    line: PlanLine | None = None
    """The agreed action's place in the plan."""


class Planning:
    """The list of actions and what can be done with each."""

    def __init__(self, session: EngagementSession) -> None:
        self.session = session
        self._of: Engagement | None = None
        self._on: date | None = None
        self._proposals: tuple[Proposal, ...] = ()
        self._lines: tuple[PlanLine, ...] = ()
        self._both_kept: set[frozenset[str]] = set()
        """Rows of one title, by their keys, that are both meant: for this sitting."""

    def proposals(self) -> tuple[Proposal, ...]:
        """Everything that is called for today, decided or not."""
        self._work_out()
        return self._proposals

    def lines(self) -> tuple[PlanLine, ...]:
        """The agreed actions in the order in which their turn comes."""
        self._work_out()
        return self._lines

    def rule(self) -> str:
        """Why the actions come in that order."""
        since = self.session.current.assessment.held_on or date.today()
        return rule_text(self.session.words, since)

    def numbered_as_shown(self) -> bool:
        """Whether the numbers of the actions run as their order does."""
        numbers = [line.number for line in self.lines()]
        return numbers == list(range(1, len(numbers) + 1))

    def number_as_shown(self) -> None:
        """Numbers the agreed actions from 1 in the order shown; those decided against keep theirs."""
        numbered = [replace(line.action, position=n) for n, line in enumerate(self.lines(), 1)]
        self.session.edit(act_called("Number the actions in this order"), *numbered)

    def rubs(self) -> tuple[Rub, ...]:
        """Where the dates do not hold, or hardly; the worst first."""
        session = self.session
        target = session.engagement.pilot.target_date
        return rubs(self.lines(), session.current, target, session.words, date.today())

    def next_bare(self, key: str) -> str:
        """The next agreed action after that one, round to it, that has no owner or no date; that one where all have."""
        rows = self.rows()
        after = next((n for n, row in enumerate(rows) if row.key == key), 0) + 1
        agreed = [row for row in (*rows[after:], *rows[:after]) if row.part is Part.ACCEPTED and row.action]
        bare = (row.key for row in agreed if row.action and not (row.action.owner_id and row.action.due))
        return next(bare, key)

    def usual_short(self, action: Action) -> str:
        """The pack's own name for charts; empty for an action of the room's own, and for one in words of its own."""
        return next((a.short for a in self.session.method.actions if a.title == action.title), "")

    def usual_why(self, row: PlanRow) -> str:
        """What the evidence says first of what calls for the action; empty where nothing was seen."""
        because = row.line.because if row.line else ()
        signs = (reason.id for reason in because if reason.kind is ReasonKind.SIGN)
        return next((said for key in signs if (said := why_line(self.session.current, key))), "")

    def _work_out(self) -> None:
        """Once for a snapshot and a day: a page asks several times while it draws itself."""
        session, today = self.session, date.today()
        if self._of is not session.engagement or self._on != today:
            self._proposals = propose(session.method, session.engagement, session.words, today)
            self._lines = lines_beside(self._proposals, session.current, session.method.rules.priority, today)
            self._of, self._on = session.engagement, today

    def too_early(self) -> dict[str, tuple[str, ...]]:
        """See `models.plan.plan.begins_too_early`."""
        return begins_too_early(self.lines(), self.session.current)

    def rows(self) -> tuple[PlanRow, ...]:
        """Accepted, in the order of the plan; then proposed, then rejected, by priority."""
        proposals = {p.id: p for p in self.proposals()}
        rows = [
            PlanRow(
                key=line.action.proposal or line.action.id,
                part=Part.ACCEPTED,
                title=line.action.title,
                priority=line.priority if line.because or line.action.impact is not None else None,
                because=_texts(line.because),
                action=line.action,
                proposal=proposals.get(line.action.proposal),
                line=line,
            )
            for line in self.lines()
        ]
        rows += [
            PlanRow(p.id, Part.PROPOSED, p.title, p.priority, _texts(p.because), None, p)
            for p in open_proposals(proposals.values(), self.session.current)
        ]
        for action in rejected_actions(self.session.current):
            proposal = proposals.get(action.proposal)
            because = proposal.because if proposal else ()
            priority = action_priority(action, because, self.session.method.rules.priority) if proposal else None
            key = action.proposal or action.id
            rows.append(PlanRow(key, Part.REJECTED, action.title, priority, _texts(because), action, proposal))
        return tuple(rows)

    def accept(self, row: PlanRow) -> None:
        """Takes a proposal into the plan, or a rejected action back into it."""
        label = act_called("Accept “{title}”", title=row.title)
        if row.action is not None:
            self.session.edit(label, taken_back(row.action, self.session.current))
        elif row.proposal is not None:
            after = highest_earlier(self.session.engagement)
            self.session.edit(label, accept(row.proposal, self.session.current, self.session.people(), after))

    def reject(self, row: PlanRow) -> None:
        """Decides against a proposal or an accepted action; it is kept as rejected."""
        label = act_called("Reject “{title}”", title=row.title)
        if row.action is not None:
            self.session.edit(label, replace(row.action, decision=Decision.REJECTED))
        elif row.proposal is not None:
            self.session.edit(label, reject(row.proposal, self.session.current))

    def add_own(self) -> str:
        """A new action of the room's own; its key."""
        current = self.session.current
        action = self._blank(new_id(), next_number(current, highest_earlier(self.session.engagement)))
        self.session.edit(act_called("New action"), action)
        return action.id

    def same_title(self, row: PlanRow) -> PlanRow | None:
        """The agreed action, or else the proposal, that bears the title of this agreed action too."""
        title = row.part is Part.ACCEPTED and _as_compared(row.title)
        if not title:
            return None
        others = (other for other in self.rows() if other.key != row.key and other.part is not Part.REJECTED)
        same = (other for other in others if _as_compared(other.title) == title)
        return next((other for other in same if frozenset((other.key, row.key)) not in self._both_kept), None)

    def keep_both(self, key: str, other: str) -> None:
        """That both rows are meant, although they bear one title."""
        self._both_kept.add(frozenset((key, other)))

    def drop_doubled(self, key: str) -> bool:
        """Takes away an action of the room's own that holds a title and nothing else; whether it does."""
        current = self.session.current
        action = next((a for a in current.actions if a.id == key and not a.proposal), None)
        named = any(key in (d.action_id, d.after_id) for d in current.dependencies.values())
        if action is None or named or any(condition.action_id == key for condition in current.conditions):
            return False
        if replace(action, title="") != self._blank(action.id, action.position):
            return False
        self.session.edit(act_called("Remove “{title}”, which is there already", title=action.title), remove=[action])
        return True

    def _blank(self, action_id: str, position: int) -> Action:
        """An action of the room's own as it begins."""
        scope, phase = self.session.current.assessment.id, self.session.method.phases[0].id
        return Action(id=action_id, assessment_id=scope, position=position, title="", phase=phase)

    def write(self, action_id: str, field: str, text: str, typing: str) -> None:
        """The title, short name, why, done-when or reason of an action as it is being typed."""
        changes: dict[str, Any] = {field: text}
        self._change(action_id, lambda a: replace(a, **changes), typing)

    def rest_on(self, action_id: str, decisive: bool) -> None:
        """Whether the decision that the sponsor is asked for rests on the action."""
        self._change(action_id, lambda a: replace(a, decisive=decisive))

    def own(self, action_id: str, stakeholder_id: str) -> None:
        """Who owns the action; empty for nobody."""
        self._change(action_id, lambda a: replace(a, owner_id=stakeholder_id))

    def due(self, action_id: str, day: date | None) -> None:
        """When the action is to be done; a day on a weekend becomes the Monday after."""
        self._change(action_id, lambda a: replace(a, due=day and working_day(day)))

    def place(self, action_id: str, impact: int | None, days: Decimal, typing: str = "") -> None:
        """Where the room puts the action: impact 0 to 100 (None: as it follows), effort in days in the middle.

        Both ends of the effort move along, in proportion.
        """
        self._change(action_id, lambda a: replace(_with_effort(a, days), impact=impact), typing)

    def place_anew(self, action: Action) -> None:
        """Takes back where the room put it: impact as it follows, effort as it is."""
        self.place(action.id, None, (action.effort_low + action.effort_high) / 2)

    def wait(self, action_id: str, after_id: str, waits: bool) -> None:
        """Whether an action can only begin once another is done. What would go round in a circle is left as it is."""
        current = self.session.current
        label = act_called("Order of two actions")
        known = current.dependencies.get(dependency_id(action_id, after_id))
        if waits and may_wait_for(current, action_id, after_id):
            self.session.edit(label, make_wait(current, action_id, after_id))
        elif not waits and known is not None:
            self.session.edit(label, remove=[known])

    def effort(self, action_id: str, low: Decimal, high: Decimal) -> None:
        """Days, low and high."""
        self._change(action_id, lambda a: replace(a, effort_low=low, effort_high=high))

    def phase(self, action_id: str, phase: str) -> None:
        """The playbook phase the action belongs to."""
        self._change(action_id, lambda a: replace(a, phase=phase))

    def progress(self, action_id: str, progress: Progress) -> None:
        """How far the action has come."""
        self._change(action_id, lambda a: replace(a, progress=progress))

    def _change(self, action_id: str, change: Callable[[Action], Action], typing: str = "") -> None:
        action = next((a for a in self.session.current.actions if a.id == action_id), None)
        if action is None or change(action) == action:
            return
        label = act_called("Change “{title}”", title=action.title) if action.title else act_called("Change an action")
        self.session.edit(label, change(action), typing=typing)


def _as_compared(title: str) -> str:
    """Titles that people take for the same are the same."""
    return folded(title).rstrip(".! ")


def _texts(because: tuple[Reason, ...]) -> tuple[str, ...]:
    return tuple(reason.text for reason in because)


def _with_effort(action: Action, days: Decimal) -> Action:
    """The action with its effort around `days`, in half days, its range as wide as before in proportion."""
    middle = (action.effort_low + action.effort_high) / 2
    half = Decimal("0.5")
    ends = (action.effort_low, action.effort_high)
    low, high = (max(half, (end * days / middle / half).to_integral_value() * half) for end in ends)
    return replace(action, effort_low=low, effort_high=high)
