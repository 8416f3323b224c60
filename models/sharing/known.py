"""Which acts can be applied, in an order in which nothing comes before what its maker had seen, and who saw whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from models.frozen import frozen
from models.sharing.act import SharedAct


@frozen
class _Place:
    """Acts that follow one another without a fork are a chain; what was seen of each other chain is one number."""

    chain: int
    number: int
    seen: Mapping[int, int]


class Known:
    """A set of acts. Those whose makers had seen what is not here wait, and with them all that saw them."""

    def __init__(self, acts: Iterable[SharedAct]) -> None:
        """In any order, any number of times. Of a burst of typing that went on, the latest is the act."""
        self._places: dict[str, _Place] = {}
        self._lengths: list[int] = []
        newest: dict[str, SharedAct] = {}
        for act in acts:
            known = newest.get(act.gid)
            if known is None or known.stamp < act.stamp:
                newest[act.gid] = act
        self.acts = self._in_order(newest)
        """Those that can be applied, in order."""
        self.waiting = [act for gid, act in newest.items() if gid not in self._places]
        """Those that cannot, until more is here."""

    def __contains__(self, gid: str) -> bool:
        return gid in self._places

    def saw(self, later: str, earlier: str) -> bool:
        """Whether the maker of one act had seen the other."""
        one, other = self._places[later], self._places[earlier]
        if one.chain == other.chain:
            return one.number > other.number
        return one.seen.get(other.chain, -1) >= other.number

    def newest(self) -> tuple[str, ...]:
        """The names of the acts that no other had seen: what somebody who has all of these has seen."""
        seen = {gid for act in self.acts for gid in act.seen}
        return tuple(sorted(act.gid for act in self.acts if act.gid not in seen))

    def _in_order(self, acts: Mapping[str, SharedAct]) -> list[SharedAct]:
        missing = {act.gid: len(set(act.seen)) for act in acts.values()}
        waiting_for = defaultdict[str, list[SharedAct]](list)
        for act in acts.values():
            for gid in set(act.seen):
                waiting_for[gid].append(act)
        found = [act for act in acts.values() if not missing[act.gid]]
        for act in found:  # grows as it is gone through
            self._places[act.gid] = self._place(act)
            for later in waiting_for[act.gid]:
                missing[later.gid] -= 1
                if not missing[later.gid]:
                    found.append(later)
        return found

    def _place(self, act: SharedAct) -> _Place:
        before = [self._places[gid] for gid in act.seen]
        if len(before) == 1 and self._lengths[before[0].chain] == before[0].number + 1:
            self._lengths[before[0].chain] += 1
            return _Place(before[0].chain, before[0].number + 1, before[0].seen)
        seen: dict[int, int] = {}
        for place in before:
            for chain, number in (*place.seen.items(), (place.chain, place.number)):
                seen[chain] = max(seen.get(chain, -1), number)
        self._lengths.append(1)
        return _Place(len(self._lengths) - 1, 0, seen)
