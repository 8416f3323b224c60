"""From ratings to a plan: actions proposed, merged across signs, ordered by a priority that explains itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from gettext import NullTranslations

from models.engagement import Action, Engagement, Round, Stakeholder
from models.method import ActionTemplate, Method, WarningSign
from models.terms import Answer, Decision, Group

FIND_OUT = "find-out/"
"""What the id of a proposal to settle open signs begins with; the failure mode's id follows."""

SEVERITY_WEIGHT, REACH_WEIGHT, EASE_WEIGHT = 60, 25, 15
FULL_REACH = 4
OWN_SEVERITY = 2
LONGEST_EFFORT = 20
FIRST_WAVE, SECOND_WAVE = 60, 40


class Wave(StrEnum):
    """When an action is due to start."""

    FIRST = "first"
    NEXT = "next"
    LATER = "later"

    def name_in(self, words: NullTranslations) -> str:
        """The wave's name for people."""
        _ = words.gettext
        return {Wave.FIRST: _("First"), Wave.NEXT: _("Next"), Wave.LATER: _("Later")}[self]


@dataclass(frozen=True, slots=True)
class Priority:
    """How soon an action should be done, 0 to 100, with its three parts.

    An action of the room's own has no sign behind it: it counts as level 2, with a reach of 0. One whose signs have
    cleared has neither.

    Score = 60 × severity ÷ 3 + 25 × min(reach, 4) ÷ 4 + 15 × (1 − min(days, 20) ÷ 20). Severity weighs so much that
    an action against a severe sign is always in the first wave. The weights are the method's own convention.
    """

    severity: int
    """Highest level among the signs that call for the action, 0 to 3."""
    reach: int
    """How many signs call for it."""
    days: Decimal
    """Middle of the effort range."""

    @property
    def parts(self) -> tuple[int, int, int]:
        """Points for severity, reach and ease, each rounded."""
        ease = 1 - Fraction(min(self.days, Decimal(LONGEST_EFFORT))) / LONGEST_EFFORT
        return (
            round(Fraction(SEVERITY_WEIGHT * self.severity, 3)),
            round(Fraction(REACH_WEIGHT * min(self.reach, FULL_REACH), FULL_REACH)),
            round(EASE_WEIGHT * ease),
        )

    @property
    def score(self) -> int:
        """The sum of the parts as they are shown."""
        return sum(self.parts)

    @property
    def wave(self) -> Wave:
        """First from 60 points, next from 40, later below."""
        if self.score >= FIRST_WAVE:
            return Wave.FIRST
        return Wave.NEXT if self.score >= SECOND_WAVE else Wave.LATER

    def reason(self, words: NullTranslations) -> str:
        """The sum in words."""
        severity, reach, ease = self.parts
        if not self.reach and not self.severity:
            return words.gettext("no warning sign calls for it any more")
        own = words.gettext("the room's own, as level {level} of 3 ({severity}) + {days} ({ease}) = {score}")
        text = (
            own
            if not self.reach
            else words.ngettext(
                "severity {level} of 3 ({severity}) + {signs} sign ({reach}) + {days} ({ease}) = {score}",
                "severity {level} of 3 ({severity}) + {signs} signs ({reach}) + {days} ({ease}) = {score}",
                self.reach,
            )
        )
        return text.format(
            level=self.severity,
            severity=severity,
            signs=self.reach,
            reach=reach,
            days=words.ngettext("{days} day", "{days} days", 1 if self.days == 1 else 2).format(
                days=f"{self.days.normalize():f}"
            ),
            ease=ease,
            score=self.score,
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    """An action the ratings call for, before anyone has decided on it."""

    id: str
    """The method's action id, or `FIND_OUT` and a failure mode's id."""
    title: str
    phase: str
    owner_role: str
    owner_group: Group
    effort_low: Decimal
    effort_high: Decimal
    done_when: str
    because: tuple[str, ...]
    """Ids of the signs that call for it, in the order of the method."""
    priority: Priority


@dataclass(frozen=True, slots=True)
class PlanLine:
    """An accepted action beside the reasons for it."""

    action: Action
    because: tuple[str, ...]
    priority: Priority


def propose(method: Method, current: Round, words: NullTranslations) -> tuple[Proposal, ...]:
    """Everything the ratings call for, each action once, highest priority first.

    A sign rated 1 to 3 calls for its actions; signs answered "not known" call for finding out, once a mode.
    """
    called: dict[str, list[WarningSign]] = {}
    for sign in method.signs:
        rating = current.ratings.get(sign.id)
        if rating and rating.answer.level:
            for action_id in sign.actions:
                called.setdefault(action_id, []).append(sign)
    proposals = [_proposal(method.action(key), signs, current) for key, signs in called.items()]
    proposals += _find_out(method, current, words)
    return tuple(sorted(proposals, key=lambda p: -p.priority.score))


def open_proposals(proposals: Iterable[Proposal], current: Round) -> tuple[Proposal, ...]:
    """The proposals nobody has accepted or rejected yet."""
    decided = {a.proposal for a in current.actions if a.proposal}
    return tuple(p for p in proposals if p.id not in decided)


def _middle(low: Decimal, high: Decimal) -> Decimal:
    return (low + high) / 2


def _proposal(template: ActionTemplate, signs: list[WarningSign], current: Round) -> Proposal:
    severity = max(current.ratings[s.id].answer.level or 0 for s in signs)
    return Proposal(
        id=template.id,
        title=template.title,
        phase=template.phase,
        owner_role=template.owner_role,
        owner_group=template.owner_group,
        effort_low=template.effort_low,
        effort_high=template.effort_high,
        done_when=template.done_when,
        because=tuple(s.id for s in signs),
        priority=Priority(severity, len(signs), _middle(template.effort_low, template.effort_high)),
    )


def _find_out(method: Method, current: Round, words: NullTranslations) -> list[Proposal]:
    found = []
    for mode in method.modes:
        signs = [s for s in mode.signs if s.id in current.ratings and current.ratings[s.id].answer is Answer.NOT_KNOWN]
        if not signs:
            continue
        title = words.gettext("Find out what is not known about: {mode}").format(mode=mode.short.lower())
        done = words.ngettext(
            "The open warning sign has a level backed by evidence",
            "All {count} open warning signs have a level backed by evidence",
            len(signs),
        ).format(count=len(signs))
        low, high = Decimal("0.5"), Decimal(2)
        found.append(
            Proposal(
                id=FIND_OUT + mode.id,
                title=title,
                phase=method.phases[0].id,
                owner_role=words.gettext("pilot lead"),
                owner_group=signs[0].ask[0],
                effort_low=low,
                effort_high=high,
                done_when=done,
                because=tuple(s.id for s in signs),
                priority=Priority(1, len(signs), _middle(low, high)),
            )
        )
    return found


def accept(proposal: Proposal, current: Round, people: Iterable[Stakeholder]) -> Action:
    """The proposal as an accepted action at the end of the plan, with the likeliest owner already filled in."""
    return _decided(proposal, current, Decision.ACCEPTED, likely_owner(proposal, people))


def reject(proposal: Proposal, current: Round, reason: str = "") -> Action:
    """The proposal kept as rejected, so that it is not proposed again."""
    return _decided(proposal, current, Decision.REJECTED, "", reason)


def _decided(proposal: Proposal, current: Round, decision: Decision, owner: str, reason: str = "") -> Action:
    return Action(
        assessment_id=current.assessment.id,
        proposal=proposal.id,
        position=max((a.position for a in current.actions), default=0) + 1,
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


def likely_owner(proposal: Proposal, people: Iterable[Stakeholder]) -> str:
    """Id of the only stakeholder from the usual owner's group; empty where there is none, or a choice to make."""
    group = [s for s in people if s.group is proposal.owner_group]
    return group[0].id if len(group) == 1 else ""


def plan_lines(method: Method, engagement: Engagement, words: NullTranslations) -> tuple[PlanLine, ...]:
    """The accepted actions of the current round, highest priority first."""
    current = engagement.current
    proposals = {p.id: p for p in propose(method, current, words)}
    lines = []
    for action in current.actions:
        if action.decision is not Decision.ACCEPTED:
            continue
        proposal = proposals.get(action.proposal)
        days = _middle(action.effort_low, action.effort_high)
        fallback = 0 if action.proposal else OWN_SEVERITY
        severity = proposal.priority.severity if proposal else fallback
        because = proposal.because if proposal else ()
        lines.append(PlanLine(action, because, Priority(severity, len(because), days)))
    return tuple(sorted(lines, key=lambda line: (-line.priority.score, line.action.position)))


def rejected_actions(current: Round) -> tuple[Action, ...]:
    """The proposals the room decided against."""
    return tuple(a for a in current.actions if a.decision is Decision.REJECTED)
