"""The plan: what became of the proposals, who does what by when, what waits for what, and who carries how much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_CEILING, Decimal
from gettext import NullTranslations

from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import Action, Engagement, Round, Stakeholder
from models.frozen import frozen
from models.method.method import Method
from models.method.rules import PriorityRule
from models.plan.contradiction import Contradiction
from models.plan.priority import Priority
from models.plan.proposals import Proposal, Reason, priority_of, propose
from models.plan.waves import Wave, in_waves
from models.values.terms import Decision, Progress
from models.values.working_days import days_of_work_before


@frozen
class PlanLine:
    """An accepted action beside the reasons for it."""

    action: Action
    because: tuple[Reason, ...]
    priority: Priority
    wave: Wave

    @property
    def number(self) -> int:
        """The place at which it was agreed, which it keeps for good."""
        return self.action.position

    @property
    def done(self) -> bool:
        """Whether nothing is left to do."""
        return self.action.progress is Progress.DONE

    @property
    def start(self) -> date | None:
        """The working day on which it has to begin, by its due date and its higher effort; None without a date."""
        return start_for(self.action, self.action.due) if self.action.due else None


def start_for(action: Action, due: date) -> date:
    """The working day on which the action has to begin to be done by that day, by its higher effort."""
    return days_of_work_before(due, int(action.effort_high.to_integral_value(ROUND_CEILING)))


@frozen
class Load:
    """What one owner has taken on: accepted actions that are not done."""

    owner_id: str
    """Empty for what nobody owns."""
    actions: tuple[Action, ...]
    """By due date; undated ones last."""
    low: Decimal
    """Days of work, together."""
    high: Decimal


def accept(proposal: Proposal, current: Round, people: Iterable[Stakeholder], after: int = 0) -> Action:
    """The proposal as an accepted action at the end of the plan, with the likeliest owner already filled in.

    Its number is above `after`.
    """
    return _decided(proposal, current, Decision.ACCEPTED, next_number(current, after), likely_owner(proposal, people))


def reject(proposal: Proposal, current: Round, reason: str = "") -> Action:
    """The proposal kept as rejected, so that it is not proposed again."""
    last = max((a.position for a in current.actions), default=0)
    return _decided(proposal, current, Decision.REJECTED, last + 1, reason=reason)


def next_number(current: Round, after: int = 0) -> int:
    """The number of the action that is agreed next: no hole for what was rejected, and above `after`."""
    return max((after, *(a.position for a in accepted_actions(current)))) + 1


def highest_earlier(engagement: Engagement) -> int:
    """The highest number that an action of an earlier round has, which it keeps for good; 0 for none."""
    earlier = (one for one in engagement.rounds if one is not engagement.current)
    return max((a.position for one in earlier for a in accepted_actions(one)), default=0)


def _decided(
    proposal: Proposal, current: Round, decision: Decision, position: int, owner: str = "", reason: str = ""
) -> Action:
    return Action(
        assessment_id=current.assessment.id,
        proposal=proposal.id,
        position=position,
        decision=decision,
        title=proposal.title,
        phase=proposal.phase,
        owner_role=proposal.owner_role,
        owner_id=owner,
        effort_low=proposal.effort_low,
        effort_high=proposal.effort_high,
        done_when=proposal.done_when,
        reason=reason,
    )


def taken_back(action: Action, current: Round) -> Action:
    """A rejected action as accepted: with its number of before, unless another has that by now."""
    taken = any(a.position == action.position for a in accepted_actions(current))
    return replace(action, decision=Decision.ACCEPTED, position=next_number(current) if taken else action.position)


def likely_owner(proposal: Proposal, people: Iterable[Stakeholder]) -> str:
    """Id of the only stakeholder from the usual owner's group; empty where there is none, or a choice to make."""
    group = [s for s in people if s.group is proposal.owner_group]
    return group[0].id if len(group) == 1 else ""


def accepted_actions(current: Round) -> tuple[Action, ...]:
    """The agreed actions, in the order they were agreed."""
    return tuple(a for a in current.actions if a.decision is Decision.ACCEPTED)


def rejected_actions(current: Round) -> tuple[Action, ...]:
    """The proposals the room decided against."""
    return tuple(a for a in current.actions if a.decision is Decision.REJECTED)


def plan_lines(
    method: Method,
    engagement: Engagement,
    words: NullTranslations,
    today: date,
    against: Sequence[Contradiction] | None = None,
) -> tuple[PlanLine, ...]:
    """The accepted actions of the current round, in the order in which their turn comes: see `models.plan.waves`.

    `against` is what does not add up, where that is known already.
    """
    proposals = propose(method, engagement, words, today, against)
    return lines_beside(proposals, engagement.current, method.rules.priority, today)


def lines_beside(
    proposals: Iterable[Proposal], current: Round, rule: PriorityRule, today: date
) -> tuple[PlanLine, ...]:
    """The same, beside proposals that are known already."""
    known = {p.id: p.because for p in proposals}
    because = {a.id: known.get(a.proposal, ()) if a.proposal else () for a in accepted_actions(current)}
    priorities = {a.id: action_priority(a, because[a.id], rule) for a in accepted_actions(current)}
    since = current.assessment.held_on or today
    return tuple(PlanLine(a, because[a.id], priorities[a.id], wave) for a, wave in in_waves(current, priorities, since))


def action_priority(action: Action, because: tuple[Reason, ...], rule: PriorityRule) -> Priority:
    """The priority of an action by what calls for it, its own effort, and the impact the room gave it."""
    days = (action.effort_low + action.effort_high) / 2
    found = priority_of(because, days, rule, action.impact)
    return found if because or action.proposal else replace(found, severity=rule.own)


def waits_for(current: Round, action_id: str) -> tuple[str, ...]:
    """Ids of the actions that have to be done before this one begins."""
    return tuple(sorted(d.after_id for d in current.dependencies.values() if d.action_id == action_id))


def wait_in_the_end_for(current: Round, action_id: str) -> frozenset[str]:
    """Ids of the actions that cannot begin before this one is done, itself among them; it can wait for none of them."""
    after: dict[str, list[str]] = {}
    for dependency in current.dependencies.values():
        after.setdefault(dependency.after_id, []).append(dependency.action_id)
    reached, open_ends = set[str](), [action_id]
    while open_ends:
        found = open_ends.pop()
        if found not in reached:
            reached.add(found)
            open_ends += after.get(found, ())
    return frozenset(reached)


def may_wait_for(current: Round, action_id: str, after_id: str) -> bool:
    """Whether one action can wait for another: not for itself, nor for one that in the end waits for it."""
    return after_id not in wait_in_the_end_for(current, action_id)


def make_wait(current: Round, action_id: str, after_id: str) -> Dependency:
    """That an action waits for another. Raises ValueError where it would wait for itself."""
    if not may_wait_for(current, action_id, after_id):
        raise ValueError(f"{action_id} cannot wait for {after_id}, which waits for it")
    return Dependency(
        id=dependency_id(action_id, after_id),
        assessment_id=current.assessment.id,
        action_id=action_id,
        after_id=after_id,
    )


def begins_too_early(lines: Iterable[PlanLine], current: Round) -> dict[str, tuple[str, ...]]:
    """For each action that has to begin before what it waits for is due: the ids of those. By action id."""
    known = {line.action.id: line for line in lines}
    first: dict[str, list[str]] = {}
    for dependency in current.dependencies.values():
        first.setdefault(dependency.action_id, []).append(dependency.after_id)
    found = {}
    for key, line in known.items():
        if key not in first:
            continue
        start = line.start
        before = [known[k].action for k in sorted(first[key]) if k in known]
        late = tuple(a.id for a in before if a.due and start and a.due >= start)
        if late:
            found[key] = late
    return found


def loads(current: Round) -> tuple[Load, ...]:
    """Who carries how much, most days first; what nobody owns comes last."""
    owners: dict[str, list[Action]] = {}
    for action in accepted_actions(current):
        if action.progress is not Progress.DONE:
            owners.setdefault(action.owner_id, []).append(action)
    found = [
        Load(
            owner,
            tuple(sorted(actions, key=lambda a: (a.due or date.max, a.position))),
            sum((a.effort_low for a in actions), Decimal(0)),
            sum((a.effort_high for a in actions), Decimal(0)),
        )
        for owner, actions in owners.items()
    ]
    return tuple(sorted(found, key=lambda load: (not load.owner_id, -load.high)))
