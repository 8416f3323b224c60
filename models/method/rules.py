"""The rules of a method: how its signs are rated, and the figures that the product reckons with.

Each rule may be left out. What then holds is what can be said without anyone having chosen a figure.
"""

from __future__ import annotations

from decimal import Decimal

from models.frozen import frozen

Days = tuple[Decimal, Decimal]
"""An effort, from low to high."""

WHOLE = 100
"""The top of an index and of a priority."""
HIGHEST_LEVEL = 3
"""Of a warning sign, severe."""


@frozen
class ProductionCost:
    """What production costs, in times what the pilot cost."""

    low: Decimal
    high: Decimal


@frozen
class PriorityRule:
    """How soon an action is due. Left out, severity alone gives the order.

    The three weights add up to 100. The levels are what a reason counts as that is no rated sign.
    """

    severity: int = WHOLE
    reach: int = 0
    ease: int = 0
    most_reasons: int = 1
    """So many reasons have the whole weight of reach."""
    most_days: int = 1
    """From so many days an action has nothing of the weight of ease."""
    own: int = 1
    """Level of an action of the room's own, which nothing calls for."""
    open_point: int = 1
    contradiction: int = 1
    gap: int = 1
    """Level of a gap in the playbook."""
    not_known: int = 1

    @property
    def impact(self) -> int:
        """The weight of all that is no effort."""
        return self.severity + self.reach


@frozen
class BandRule:
    """Lowest index of each band above the lowest one. Left out, a band is a quarter of the index."""

    moderate: int = WHOLE // 4
    high: int = WHOLE // 2
    critical: int = WHOLE * 3 // 4


@frozen
class AgreementRule:
    """When a vote counts as agreed, and on what. Left out, the middle of both scales tells."""

    agreed: float = 1 / 2
    """Consensus from which the room counts as agreed, 0 to 1."""
    problem: float = HIGHEST_LEVEL / 2
    """Interpolated median from which a sign counts as a problem, 0 to 3."""


@frozen
class EffortRule:
    """The work in what is proposed without an action of the pack. Left out, each is a day."""

    find_out: Days = (Decimal(1), Decimal(1))
    """To find out what is not known of a failure mode."""
    show: Days = (Decimal(1), Decimal(1))
    """To name what shows that a readiness point is confirmed."""
    budget: Days = (Decimal(1), Decimal(1))
    """To close the gap between the plan and what production costs."""
    fill_in: Days = (Decimal(1), Decimal(1))
    """To fill in one item of the playbook."""


@frozen
class Rules:
    """All of them."""

    rating: tuple[str, ...] = ()
    """How to rate what the anchors of a sign leave open, a sentence or two each."""
    production_cost: ProductionCost | None = None
    """Left out, a budget is held against nothing."""
    priority: PriorityRule = PriorityRule()
    bands: BandRule = BandRule()
    agreement: AgreementRule = AgreementRule()
    effort: EffortRule = EffortRule()
