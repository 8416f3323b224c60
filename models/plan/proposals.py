"""The actions that what was found calls for, each once, with every reason for it.

Four kinds of reasons: a warning sign that is present or not known, a readiness point that is open, an activity of the
playbook with gaps, and a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from gettext import NullTranslations

from models.engagement.engagement import Engagement, Round
from models.frozen import frozen
from models.method.method import ActionTemplate, Activity, Method, Phase, ReadinessPoint
from models.method.rules import PriorityRule
from models.plan.contradiction import Contradiction, Rule
from models.plan.contradictions import contradictions
from models.plan.priority import Priority
from models.playbook.phases import ItemState, item_state
from models.readiness.readiness import points_of, state_of
from models.values.letters import within
from models.values.sought import the_first
from models.values.terms import Answer, Decision, GateDecision, Group, PointState

_SETTLED_BY_CONFIRMING = (Rule.SEVERE_BUT_CONFIRMED, Rule.CONFIRMED_AGAINST_PLAYBOOK)
FIND_OUT, FILL_IN, SHOW, BUDGET = "find-out/", "fill-in/", "show/", "budget"
"""What the ids of proposals begin with that are not actions of the method; the id of what they are about follows."""


class ReasonKind(Enum):
    """What a reason is."""

    SIGN = "sign"
    POINT = "point"
    ACTIVITY = "activity"
    CONTRADICTION = "contradiction"


@frozen
class Reason:
    """Why an action is called for."""

    kind: ReasonKind
    id: str
    """Id of the sign, the readiness point or the activity; of a contradiction, its rule and what it is about."""
    text: str
    """For people, as the end of "because"."""
    severity: int
    """0 to 3."""


@frozen
class Proposal:
    """An action that is called for, before anyone has decided on it."""

    id: str
    """The method's action id, or one that begins as above."""
    title: str
    phase: str
    owner_role: str
    owner_group: Group | None
    """Where its owner usually comes from, if that is known."""
    effort_low: Decimal
    effort_high: Decimal
    done_when: str
    because: tuple[Reason, ...]
    """At least one; signs in the order of the method, then the others."""
    rule: PriorityRule

    @property
    def priority(self) -> Priority:
        """From its reasons and its own effort."""
        return priority_of(self.because, (self.effort_low + self.effort_high) / 2, self.rule)


def priority_of(because: tuple[Reason, ...], days: Decimal, rule: PriorityRule, placed: int | None = None) -> Priority:
    """How soon something is due for these reasons, with that effort; `placed` is the impact the room gave it."""
    severity = max((reason.severity for reason in because), default=0)
    only_signs = all(reason.kind is ReasonKind.SIGN for reason in because)
    return Priority(severity, len(because), days, rule, placed, only_signs)


def propose(
    method: Method,
    engagement: Engagement,
    words: NullTranslations,
    today: date,
    against: Iterable[Contradiction] | None = None,
) -> tuple[Proposal, ...]:
    """Everything that is called for on that day, highest priority first.

    `against` is what does not add up, where that is known already.
    """
    called = _Called(method, engagement, words, today)
    called.by_signs()
    called.by_points()
    called.by_contradictions(contradictions(method, engagement, words) if against is None else against)
    rule = method.rules.priority
    found = [_from_template(method.action(key), reasons, rule) for key, reasons in called.actions.items()]
    found += _find_out(method, engagement.current, words)
    found += [made for made in called.others if made.because]
    found += _fill_in(method, engagement, words)
    return tuple(sorted(found, key=lambda p: -p.priority.score))


class _Called:
    """The reasons gathered so far, by the method's action that they call for."""

    def __init__(self, method: Method, engagement: Engagement, words: NullTranslations, today: date) -> None:
        self.method, self.engagement, self.words, self.today = method, engagement, words, today
        self.actions: dict[str, tuple[Reason, ...]] = {}
        self.others: list[Proposal] = []

    @property
    def rule(self) -> PriorityRule:
        """What a reason counts as that is no rated sign."""
        return self.method.rules.priority

    def by_signs(self) -> None:
        """A sign rated 1 to 3 calls for its actions."""
        for sign in self.method.signs:
            rating = self.engagement.current.ratings.get(sign.id)
            if rating and rating.answer.level:
                reason = Reason(ReasonKind.SIGN, sign.id, sign.title, rating.answer.level)
                for action_id in sign.actions:
                    self._call(action_id, reason)

    def by_points(self) -> None:
        """An open point calls for what confirms it; one that nobody has judged has to be judged first."""
        judgements = self.engagement.current.judgements
        for point in points_of(self.method):
            if state_of(judgements.get(point.id), self.today) is PointState.OPEN:
                text = self.words.gettext("Readiness: {point} is open").format(point=point.title)
                self._call_confirming(point, Reason(ReasonKind.POINT, point.id, text, self.rule.open_point))

    def by_contradictions(self, against: Iterable[Contradiction]) -> None:
        """Each calls for what would settle it, unless an action or another proposal does that anyway."""
        points = {point.id: point for point in points_of(self.method)}
        for found in against:
            subject = found.sign_id or found.item_id or found.point_id
            key, level = f"{found.rule.value}/{subject}", self.rule.contradiction
            reason = Reason(ReasonKind.CONTRADICTION, key, found.sentence, level)
            if found.rule is Rule.CONFIRMED_WITHOUT_EVIDENCE:
                self.others.append(_show(self.method, points[found.point_id], reason, self.words))
            elif found.rule is Rule.BUDGET_BELOW_RULE:
                self.others.append(_budget(self.method, found, reason, self.words))
            elif found.rule in _SETTLED_BY_CONFIRMING:
                self._call_confirming(points[found.point_id], reason)

    def _call(self, action_id: str, reason: Reason) -> None:
        self.actions[action_id] = (*self.actions.get(action_id, ()), reason)

    def _call_confirming(self, point: ReadinessPoint, reason: Reason) -> None:
        """Joins the actions that are called for or agreed already; else the one that is most about this point."""
        confirming = [a for a in self.method.actions if point.id in a.confirms]
        agreed = {a.proposal for a in self.engagement.current.actions if a.decision is Decision.ACCEPTED}
        joined = [a for a in confirming if a.id in self.actions or a.id in agreed]
        if not joined and confirming:
            joined = [min(confirming, key=lambda a: (len(a.confirms), a.effort_high))]
        for action in joined:
            self._call(action.id, reason)


def _from_template(template: ActionTemplate, because: tuple[Reason, ...], rule: PriorityRule) -> Proposal:
    return Proposal(
        id=template.id,
        title=template.title,
        phase=template.phase,
        owner_role=template.owner_role,
        owner_group=template.owner_group,
        effort_low=template.effort_low,
        effort_high=template.effort_high,
        done_when=template.done_when,
        because=because,
        rule=rule,
    )


def _find_out(method: Method, current: Round, words: NullTranslations) -> Iterator[Proposal]:
    """Signs answered "not known" call for finding out, once a mode."""
    (low, high), rule = method.rules.effort.find_out, method.rules.priority
    for mode in method.modes:
        signs = [s for s in mode.signs if s.id in current.ratings and current.ratings[s.id].answer is Answer.NOT_KNOWN]
        if not signs:
            continue
        done = words.ngettext(
            "The open warning sign has a level backed by evidence",
            "Each of the {count} open warning signs has a level backed by evidence",
            len(signs),
        )
        yield Proposal(
            id=FIND_OUT + mode.id,
            title=words.gettext("Find out what is not known about: {mode}").format(mode=within(mode.short, words)),
            phase=method.phases[0].id,
            owner_role=words.gettext("pilot lead"),
            owner_group=signs[0].ask[0],
            effort_low=low,
            effort_high=high,
            done_when=done.format(count=len(signs)),
            because=tuple(Reason(ReasonKind.SIGN, s.id, s.title, rule.not_known) for s in signs),
            rule=rule,
        )


def _show(method: Method, point: ReadinessPoint, reason: Reason, words: NullTranslations) -> Proposal:
    low, high = method.rules.effort.show
    return Proposal(
        id=SHOW + point.id,
        title=words.gettext("Name what shows: {point}").format(point=within(point.title, words)),
        phase="",
        owner_role=words.gettext("pilot lead"),
        owner_group=None,
        effort_low=low,
        effort_high=high,
        done_when=point.evidence,
        because=(reason,),
        rule=method.rules.priority,
    )


def _budget(method: Method, found: Contradiction, reason: Reason, words: NullTranslations) -> Proposal:
    low, high = method.rules.effort.budget
    return Proposal(
        id=BUDGET,
        title=words.gettext("Close the gap between the budget and what production costs"),
        phase=_phase_of(method, found.item_id).id,
        owner_role=words.gettext("finance lead"),
        owner_group=Group.FINANCE,
        effort_low=low,
        effort_high=high,
        done_when=words.gettext("The costs left out are in the budget, or the sponsor has signed why less is enough"),
        because=(reason,),
        rule=method.rules.priority,
    )


def _fill_in(method: Method, engagement: Engagement, words: NullTranslations) -> Iterator[Proposal]:
    """Activities with gaps, in the phases that have been begun or decided and those before them."""
    begun = [n for n, phase in enumerate(method.phases) if _is_begun(method, engagement, phase)]
    for phase in method.phases[: max(begun, default=-1) + 1]:
        for activity in phase.activities:
            states = [item_state(method, engagement, item) for item in activity.items]
            gaps = sum(state is not ItemState.DONE for state in states)
            if gaps:
                yield _fill_in_activity(method, phase, activity, gaps, words)


def _fill_in_activity(method: Method, phase: Phase, activity: Activity, gaps: int, words: NullTranslations) -> Proposal:
    (low, high), rule, total = method.rules.effort.fill_in, method.rules.priority, len(activity.items)
    text = words.gettext("Playbook: {gaps} of {total} items under “{activity}” are missing or open")
    reason = text.format(gaps=gaps, total=total, activity=activity.title)
    return Proposal(
        id=FILL_IN + activity.id,
        title=words.gettext("Complete in the playbook: {activity}").format(activity=within(activity.title, words)),
        phase=phase.id,
        owner_role=words.gettext("pilot lead"),
        owner_group=None,
        effort_low=low * gaps,
        effort_high=high * gaps,
        done_when=words.ngettext("It is filled in", "All {total} items are filled in", total).format(total=total),
        because=(Reason(ReasonKind.ACTIVITY, activity.id, reason, rule.gap),),
        rule=rule,
    )


def _is_begun(method: Method, engagement: Engagement, phase: Phase) -> bool:
    gate = engagement.current.gates.get(phase.id)
    if gate is not None and gate.decision is not GateDecision.UNDECIDED:
        return True
    used = {entry.register_id for entry in engagement.current.entries}
    own = {item.register for activity in phase.activities for item in activity.items}
    shared = {i.register for p in method.phases if p is not phase for a in p.activities for i in a.items}
    return bool(used & (own - shared))


def _phase_of(method: Method, item_id: str) -> Phase:
    return the_first(p for p in method.phases if any(i.id == item_id for a in p.activities for i in a.items))


def open_proposals(proposals: Iterable[Proposal], current: Round) -> tuple[Proposal, ...]:
    """The proposals nobody has accepted or rejected yet."""
    decided = {a.proposal for a in current.actions if a.proposal}
    return tuple(p for p in proposals if p.id not in decided)
