"""Whether the pilot was, and is, ready: the verdicts of two rounds, and what became of each point."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from models.engagement.judgements import Judgement
from models.frozen import frozen
from models.method.method import Method, ReadinessPoint
from models.readiness.readiness import Verdict, points_of, state_of, verdict
from models.values.terms import PointState

_SETTLED = (PointState.CONFIRMED, PointState.WAIVED, PointState.DOES_NOT_APPLY)


@frozen
class PointMoved:
    """One readiness point in two rounds."""

    point: ReadinessPoint
    then: PointState
    now: PointState

    @property
    def closed(self) -> bool:
        """Whether it was open and is settled."""
        return self.then is PointState.OPEN and self.now in _SETTLED

    @property
    def opened(self) -> bool:
        """Whether it was settled and is open."""
        return self.then in _SETTLED and self.now is PointState.OPEN

    @property
    def not_judged_again(self) -> bool:
        """Whether it was judged, and is not yet judged anew: neither better nor worse."""
        return self.then is not PointState.NOT_JUDGED and self.now is PointState.NOT_JUDGED


@frozen
class ReadinessMoved:
    """Both verdicts, and every point in the order of the method."""

    then: Verdict
    now: Verdict
    points: tuple[PointMoved, ...]

    @property
    def not_judged_again(self) -> int:
        """How many points wait for being judged anew."""
        return sum(point.not_judged_again for point in self.points)


def readiness_moved(
    method: Method, then: Mapping[str, Judgement], now: Mapping[str, Judgement], days: tuple[date, date]
) -> ReadinessMoved:
    """`then` and `now` are by point id; `days` are those on which each is looked at."""
    return ReadinessMoved(
        verdict(method, then, days[0]),
        verdict(method, now, days[1]),
        tuple(
            PointMoved(point, state_of(then.get(point.id), days[0]), state_of(now.get(point.id), days[1]))
            for point in points_of(method)
        ),
    )
