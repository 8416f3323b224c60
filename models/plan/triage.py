"""Proposals in an order that a room can follow: the few that matter most, then the rest by what they are about."""

from __future__ import annotations

from collections.abc import Sequence

from models.diagnosis.diagnosis import mode_results, worst_first
from models.engagement.engagement import Round
from models.frozen import frozen
from models.method.method import Method
from models.plan.proposals import Proposal, ReasonKind
from models.plan.spoken_of import shared_words
from models.plan.waves import MOST_FIRST


@frozen
class ProposalGroup:
    """Proposals about one failure mode, or about none."""

    mode_id: str
    """Empty for what is about none: gaps in the playbook, open points, the budget."""
    proposals: tuple[Proposal, ...]


@frozen
class Triage:
    """Every proposal, decided or not, once."""

    first: tuple[Proposal, ...]
    """At most seven, what matters most first."""
    groups: tuple[ProposalGroup, ...]
    """The rest, by failure mode, the worst first."""


def triage(method: Method, current: Round, proposals: Sequence[Proposal], decision_asked: str) -> Triage:
    """By what the decision asks for, then severity, then how many reasons call for it, then the lighter work.

    The order does not depend on what was decided, so that nobody is jumped over while the room goes through it.
    """
    ranked = sorted(proposals, key=lambda p: _weight(p, decision_asked))
    first, rest = ranked[:MOST_FIRST], ranked[MOST_FIRST:]
    order = [result.mode_id for result in worst_first(mode_results(method, current))]
    by_mode: dict[str, list[Proposal]] = {mode_id: [] for mode_id in (*order, "")}
    for proposal in rest:
        by_mode[_mode_of(method, proposal)].append(proposal)
    groups = (ProposalGroup(mode_id, tuple(some)) for mode_id, some in by_mode.items() if some)
    return Triage(tuple(first), tuple(groups))


def _weight(proposal: Proposal, decision_asked: str) -> tuple[bool, int, int, int]:
    asked = bool(shared_words(proposal.title, decision_asked))
    return not asked, -proposal.priority.severity, -proposal.priority.reach, -proposal.priority.score


def _mode_of(method: Method, proposal: Proposal) -> str:
    """By the gravest sign that calls for it."""
    signs = [reason for reason in proposal.because if reason.kind is ReasonKind.SIGN]
    if not signs:
        return ""
    return method.mode_of(max(signs, key=lambda reason: reason.severity).id).id
