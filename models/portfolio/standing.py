"""Every pilot side by side: where its modes stand, what the verdict is, what is due."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

from models.diagnosis.diagnosis import Band, band_for, index_of, worst_mode
from models.frozen import frozen
from models.method.method import FailureMode, Method
from models.method.rules import BandRule
from models.portfolio.counted import Counted, ModeCount
from models.readiness.readiness import VerdictKind, points_of, verdict_kind
from models.values.terms import PointState

NOTHING = ModeCount(0, 0, 0, 0)


@frozen
class ModeStanding:
    """Where one failure mode of a pilot stands."""

    mode_id: str
    index: Fraction | None
    band: Band
    severe: int
    answered: int

    @property
    def figure(self) -> int | None:
        """The index as a whole number; None where too little is known to claim one."""
        return None if self.index is None or self.band is Band.NOT_KNOWN else round(self.index)


@frozen
class PilotStanding:
    """One pilot in the portfolio."""

    counted: Counted
    modes: tuple[ModeStanding, ...]
    """In the order of its content pack."""
    verdict: VerdictKind
    states: Mapping[PointState, int]
    """How many readiness points stand how, those that nobody has judged as well."""

    @property
    def worst(self) -> ModeStanding | None:
        """The mode that leads; None while nothing has a level."""
        return worst_mode(self.modes)

    @property
    def begun(self) -> bool:
        """Whether any sign has a level."""
        return any(mode.answered for mode in self.modes)

    @property
    def holds(self) -> bool | None:
        """Whether the day that production is wanted can hold by the plan's own dates; None where there is no day."""
        return None if self.counted.target is None else not self.counted.ends_late

    def mode(self, mode_id: str) -> ModeStanding | None:
        """One of its modes; None where its content pack has no such mode."""
        return next((mode for mode in self.modes if mode.mode_id == mode_id), None)


KnownModes: TypeAlias = "dict[tuple[str, str, ModeCount], ModeStanding]"
"""By content pack, mode and counts."""


def standing(counted: Counted, method: Method, known: KnownModes | None = None) -> PilotStanding:
    """What the counts come to, by the rules of the content pack they were made with.

    Of very many pilots most modes have counts that another one has too: `known` keeps what they come to.
    """
    found = {} if known is None else known
    modes = tuple(_known(mode, counted.modes.get(mode.id, NOTHING), method, found) for mode in method.modes)
    judged = {state: count for state, count in counted.points.items() if state is not PointState.NOT_JUDGED}
    states = judged | {PointState.NOT_JUDGED: len(points_of(method)) - sum(judged.values())}
    there = {state: count for state, count in states.items() if count > 0}
    return PilotStanding(counted, modes, verdict_kind(set(there)), there)


def _known(mode: FailureMode, count: ModeCount, method: Method, known: KnownModes) -> ModeStanding:
    key = method.key, mode.id, count
    if key not in known:
        known[key] = _mode(mode, count, method.rules.bands)
    return known[key]


def _mode(mode: FailureMode, count: ModeCount, bands: BandRule) -> ModeStanding:
    index = index_of(count.total, count.answered)
    unknown = len(mode.signs) - count.not_applying - count.answered
    band = band_for(index, count.severe > 0, count.answered, unknown, bands)
    return ModeStanding(mode.id, index, band, count.severe, count.answered)
