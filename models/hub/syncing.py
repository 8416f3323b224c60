"""What is new there comes here, what is new here goes there, engagement by engagement.

Nothing is remembered of what was sent: both say what they have, and the rest follows. So it may be cut off anywhere,
an older library or an older hub may be put back, and the next meeting makes both whole. Files go before the acts that
speak of them, and an act after all those that its maker had seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from models.engagement.engagement import Asset
from models.frozen import frozen
from models.hub.errors import HubAwayError
from models.hub.hub import Hub, Shared
from models.hub.memory import Memory, Remembered
from models.hub.people import LEAD
from models.hub.standing import put_standing
from models.hub.steps import HereLike, LibrarySide, OnHub, OnLibrary, Plain, Steps
from models.sharing.act import SharedAct
from models.sharing.told import ToldAct, digest_of
from models.values.refusal import Refusal

AT_ONCE, BYTES_AT_ONCE = 200, 2_000_000
"""Acts in one transaction, and bytes of them, unless one alone has more."""
MARKS_AT_ONCE = 50


@dataclass(slots=True)
class Report:
    """What came of it."""

    memory: Memory
    sent: int = 0
    came: int = 0
    """Acts."""
    changed: set[str] = field(default_factory=set)
    """Engagements that are not as they were here."""
    held: dict[str, Any] = field(default_factory=dict)
    """What came and waits until somebody chooses: packages, by engagement."""
    refused: list[tuple[str, Refusal]] = field(default_factory=list)
    """Engagements that could not be met, and why."""
    arrived: list[str] = field(default_factory=list)
    """Engagements that are here for the first time."""
    let_go: list[str] = field(default_factory=list)
    """Engagements that are there, and were taken out of this library."""
    not_shared: list[str] = field(default_factory=list)
    """Engagements that were shared with this person, and are not any more."""

    @property
    def waiting(self) -> int:
        """Acts that could not go."""
        return sum(one.waiting for one in self.memory.engagements.values())


@frozen
class Ways:
    """What a meeting is given to do it with."""

    plain: Plain
    decide: Callable[[Any], Any]
    """Is given what needs choosing; what was chosen, None to leave it."""
    name: str
    """What the hub is called where something is said of what came."""
    program: str = ""
    bring: frozenset[str] = frozenset()
    """Engagements that are to come although they were taken out of this library."""


def sync(report: Report, ways: Ways, only: str = "") -> Steps[None]:
    """All that is shared, or that one engagement. Raises HubAwayError; what could be done by then is done, and told."""
    memory = report.memory.engagements
    maker = yield OnLibrary(lambda library: library.maker())
    yield OnHub(lambda hub: hub.meet(maker, ways.program))
    there: list[Shared] = yield OnHub(lambda hub: hub.shared(only))
    marks = yield from _marks([one.id for one in there])
    for one in there:
        if one.id not in marks and one.id in memory and one.id not in ways.bring:
            report.let_go.append(one.id)
            continue
        known = memory.get(one.id, Remembered())
        if known.mark and known.mark == marks.get(one.id) and known.digest == one.digest:
            memory[one.id] = replace(known, part=one.part, people=one.people)
            continue
        try:
            yield from _Meeting(one, ways, report).steps(here=one.id in marks)
        except HubAwayError:
            raise
        except Refusal as refusal:
            report.refused.append((one.id, refusal))
    if not only:
        report.not_shared = sorted(set(memory) - {one.id for one in there})
        for gone in report.not_shared:
            del memory[gone]
    report.memory.met = datetime.now(UTC).isoformat(timespec="seconds")


def _marks(ids: Sequence[str]) -> Steps[dict[str, str]]:
    found: dict[str, str] = {}
    for start in range(0, len(ids), MARKS_AT_ONCE):
        some = partial(_marks_of, ids[start : start + MARKS_AT_ONCE])
        found |= yield OnLibrary(some)
    return found


def _marks_of(ids: Sequence[str], library: LibrarySide) -> dict[str, str]:
    return library.marks(ids)


class _Meeting:
    """One engagement."""

    def __init__(self, there: Shared, ways: Ways, report: Report) -> None:
        self._id, self._there, self._ways, self._report = there.id, there, ways, report
        self._held = False

    def steps(self, *, here: bool) -> Steps[None]:
        """All of it."""
        engagement_id = self._id
        stamps: dict[str, str] = yield OnHub(lambda hub: hub.stamps(engagement_id))
        mine = (yield from self._here()) if here else None
        known = stamps_of(mine.acts) if mine else {}
        if new := [gid for gid, stamp in stamps.items() if known.get(gid, "") < stamp]:
            yield from self._come(new, len(known))
            mine = yield from self._here()
        if mine is None:
            return
        if not here:
            self._report.arrived.append(engagement_id)
        left = yield from self._go(mine, stamps)
        (now,) = (yield OnHub(lambda hub: hub.shared(engagement_id))) or (self._there,)
        same = now.digest == digest_of(stamps_of(mine.acts))
        self._remember(Remembered(mine.mark if same else "", now.digest, now.part, now.people, left, self._held))
        if same and now.writes and now.standing != now.digest:
            standing = yield OnLibrary(lambda library: library.standing(engagement_id, now.digest))
            if standing is not None:
                yield OnHub(lambda hub: put_standing(hub, engagement_id, standing))

    def _here(self) -> Steps[HereLike]:
        engagement_id = self._id
        found: HereLike = yield OnLibrary(lambda library: library.here(engagement_id))
        return found

    def _remember(self, one: Remembered) -> None:
        self._report.memory.engagements[self._id] = one

    def _come(self, names: Sequence[str], known: int) -> Steps[None]:
        """What is new there, page by page: each is whole by itself, so that the next meeting goes on after it.

        To take a page in, all acts that are `known` are read: the more they are, the larger it is.
        """
        assets = yield from self._files()
        methods = yield from self._packs()
        start = 0
        while start < len(names) and not self._held:
            end = start + max(AT_ONCE, (known + start) // 2)
            yield from self._take(names[start:end], assets, methods)
            start = end

    def _take(self, names: Sequence[str], assets: Sequence[Asset], methods: Mapping[str, str]) -> Steps[None]:
        engagement_id, plain, report = self._id, self._ways.plain, self._report
        told: list[ToldAct] = yield OnHub(lambda hub: hub.received(engagement_id, names))
        acts = [plain.unfold(act) for act in told]
        package = plain.package(self._ways.name, engagement_id, acts, assets, methods)
        self._held = not (yield OnLibrary(lambda library: library.take(package, self._ways.decide)))
        if self._held:
            report.held[engagement_id] = package
        else:
            report.came += len(acts)
            report.changed.add(engagement_id)

    def _files(self) -> Steps[list[Asset]]:
        engagement_id = self._id
        there: list[str] = yield OnHub(lambda hub: hub.files(engagement_id))
        lacking: list[str] = yield OnLibrary(lambda library: library.lacks(there))
        found = []
        for key in lacking:
            asset: Asset | None = yield OnHub(partial(Hub.file, engagement=engagement_id, asset_id=key))
            if asset:
                found.append(asset)
        return found

    def _packs(self) -> Steps[dict[str, str]]:
        engagement_id = self._id
        found: dict[str, str] = {}
        sums: dict[str, str] = yield OnHub(lambda hub: hub.packs(engagement_id))
        for key, pack_sum in sums.items():
            if (yield from self._own_pack(key)) is None:
                found[key] = yield OnHub(partial(Hub.pack, pack_sum=pack_sum))
        return {key: text for key, text in found.items() if text}

    def _own_pack(self, key: str) -> Steps[str | None]:
        text: str | None = yield OnLibrary(lambda library: library.pack(key))
        return text

    def _go(self, mine: HereLike, stamps: Mapping[str, str]) -> Steps[int]:
        """What is new here; how many acts cannot go."""
        engagement_id = self._id
        new = [act for act in mine.acts if stamps.get(act.gid, "") < act.stamp]
        if not (new and self._there.writes):
            return len(new) + mine.waiting
        makers = {act.maker for act in new}
        theirs: set[str] = set()
        if self._there.part != LEAD:
            theirs = yield OnHub(lambda hub: hub.makers_of_others(makers))
        going = list(sendable(new, stamps, theirs))
        if going:
            yield from self._send_files(going)
        for batch in batches(self._ways.plain.fold(act) for act in going):
            yield OnHub(partial(Hub.send, engagement=engagement_id, acts=batch))
            self._report.sent += len(batch)
        return len(new) - len(going) + mine.waiting

    def _send_files(self, acts: Sequence[SharedAct]) -> Steps[None]:
        engagement_id, plain = self._id, self._ways.plain
        there: list[str] = yield OnHub(lambda hub: hub.files(engagement_id))
        for key in sorted(plain.files(acts) - set(there)):
            asset: Asset | None = yield from self._asset(key)
            if asset is not None:
                yield OnHub(partial(Hub.put_file, engagement=engagement_id, asset=asset))
        known: dict[str, str] = yield OnHub(lambda hub: hub.packs(engagement_id))
        for key in sorted(plain.packs(acts) - set(known)):
            text = yield from self._own_pack(key)
            if text is not None:
                yield OnHub(partial(Hub.put_pack, engagement=engagement_id, key=key, text=text))

    def _asset(self, key: str) -> Steps[Asset | None]:
        asset: Asset | None = yield OnLibrary(lambda library: library.asset(key))
        return asset


def stamps_of(acts: Iterable[SharedAct]) -> dict[str, str]:
    """By their names."""
    return {act.gid: act.stamp for act in acts}


def sendable(new: Iterable[SharedAct], there: Mapping[str, str], theirs: set[str]) -> Iterator[SharedAct]:
    """Those that may go: not what others' libraries made and have not sent, nor what comes after it."""
    known = set(there)
    for act in new:
        if act.maker not in theirs and known.issuperset(act.seen):
            known.add(act.gid)
            yield act


def batches(acts: Iterable[ToldAct]) -> Iterator[list[ToldAct]]:
    """Of one transaction each, in order."""
    batch: list[ToldAct] = []
    size = 0
    for act in acts:
        if batch and (len(batch) >= AT_ONCE or size + len(act.body) > BYTES_AT_ONCE):
            yield batch
            batch, size = [], 0
        batch.append(act)
        size += len(act.body)
    if batch:
        yield batch
