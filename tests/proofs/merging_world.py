"""Several copies of one engagement in memory, and everything that can happen to them: for the proof of merging."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from models.engagement.beginning import next_round
from models.engagement.changes import Added, Change, Changed, Removed, worked_out
from models.engagement.declared import DECLARED
from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import (
    Action,
    Assessment,
    Brand,
    Client,
    Engagement,
    Note,
    Pilot,
    Rating,
    Record,
    Round,
    Stakeholder,
    rating_id,
)
from models.engagement.registers import RegisterCell, RegisterEntry, cell_id
from models.sharing.act import SharedAct, newest_stamp, stamp_of
from models.sharing.back import Touched, taken_back
from models.sharing.deciding import decided
from models.sharing.joining import Joining
from models.sharing.known import Known
from models.sharing.rules import Rule, broken
from models.sharing.side import Side
from models.sharing.state import State
from models.sharing.whole import engagement_of, records_of
from models.values.terms import Answer

BEGAN = datetime(2026, 11, 2, 9, tzinfo=UTC)
PLANTS = ("last-arrival", "same-identity")


def beginning() -> Engagement:
    """What all of them have, or each has from the same file."""
    client = Client(id="client", name="Client")
    pilot = Pilot(id="pilot", client_id=client.id, name="Pilot", created=BEGAN)
    people = tuple(Stakeholder(id=name, engagement_id=pilot.id, name=name) for name in ("ana", "ben"))
    first = Assessment(id="r", engagement_id=pilot.id, method="clearway@1.0.0")
    return Engagement(client, pilot, Brand(id=pilot.id), people, (Round(first),))


@dataclass
class Copy:
    """One library with the engagement in it."""

    name: str
    clock: datetime
    acts: list[SharedAct] = field(default_factory=list)
    """In the order in which they came here."""
    number: int = 0
    own: list[str] = field(default_factory=list)
    """The names of its own acts that can be taken back."""
    kept: tuple[list[SharedAct], int, list[str]] | None = None
    """A backup."""
    _known: Known | None = None

    @property
    def known(self) -> Known:
        if self._known is None:
            self._known = Known(self.acts)
        return self._known

    @property
    def engagement(self) -> Engagement:
        found = engagement_of(State(self.known).records)
        assert found is not None
        return found

    def act(self, changes: tuple[Change, ...], kind: str = "edit") -> None:
        if not changes:
            return
        self.number += 1
        self.clock += timedelta(seconds=1)
        gid, stamp = f"{self.name}:{self.number}", stamp_of(newest_stamp(self.acts), self.clock, self.name)
        made = SharedAct(gid=gid, stamp=stamp, seen=self.known.newest(), changes=changes, kind=kind)
        self.acts, self._known = [*self.acts, made], None
        if kind == "edit":
            self.own.append(gid)

    def take(self, acts: list[SharedAct]) -> None:
        held = {act.gid for act in self.acts}
        self.acts, self._known = [*self.acts, *(act for act in acts if act.gid not in held)], None

    def undo(self) -> None:
        if not self.own:
            return
        own, gid = {act.gid: act for act in self.acts if act.maker == self.name}, self.own.pop()
        touched, after = Touched(), False
        for act in self.acts:
            after = after or act.gid == gid
            if after and act.gid not in own:
                touched.add(act.changes)
        now = records_of(self.engagement)
        self.act(tuple(_fitting(taken_back(own[gid].changes, touched), now)), kind="undo")


def _fitting(changes: tuple[Change, ...], now: Any) -> Iterator[Change]:
    """Without what is so already, or belongs to nothing that stands."""
    for change in changes:
        if isinstance(change, Changed):
            known = now.get((change.kind, change.id))
            if known is not None and getattr(known, change.field) != change.after:
                yield replace(change, before=getattr(known, change.field))
        elif isinstance(change, Removed) == ((type(change.record), change.record.id) in now):
            yield change


class World:
    """Three to five copies; `play` does something at random, `settle` lets all meet and looks at what came of it."""

    def __init__(self, chance: random.Random, plant: str = "") -> None:
        self.chance, self.plant = chance, plant
        self.typed: set[str] = set()
        self.lost: list[SharedAct] = []
        """What stands in libraries that an older copy took the place of: restoring keeps them."""
        self.step = 0
        base = beginning()
        whole = tuple(Added(record) for record in records_of(base).values())
        clocks = (BEGAN + timedelta(seconds=chance.randrange(-20_000, 20_000)) for _ in range(chance.randrange(3, 6)))
        self.copies = [Copy(f"c{n}", clock) for n, clock in enumerate(clocks)]
        apart = chance.random() < 0.3  # each imported the same file, or all have it from the first
        for copy in self.copies:
            if apart or copy is self.copies[0]:
                copy.act(whole, kind="import")
            else:
                copy.take(self.copies[0].acts)

    def play(self) -> None:
        """One thing that happens to one of them."""
        self.step += 1
        copy = self.chance.choice(self.copies)
        copy.clock += timedelta(seconds=self.chance.choice((0, 1, 3, 50, -4000)))
        happening = self.chance.random()
        if happening < 0.55:
            self.edit(copy)
        elif happening < 0.65:
            copy.undo()
        elif happening < 0.75:
            self.back_up_or_restore(copy)
        else:
            self.send(copy, self.chance.choice(self.copies))

    def edit(self, copy: Copy) -> None:
        put, remove = self.chance.choice(_EDITS)(self, copy.engagement)
        copy.act(worked_out(copy.engagement, put, remove))

    def text(self) -> str:
        self.typed.add(text := f"text {self.step} {len(self.typed)}")
        return text

    def back_up_or_restore(self, copy: Copy) -> None:
        if copy.kept is None:
            copy.kept = (list(copy.acts), copy.number, list(copy.own))
            return
        self.lost += copy.acts
        acts, number, own = copy.kept
        copy.acts, copy.own, copy.kept, copy._known = acts, own, None, None
        if self.plant == "same-identity":
            copy.number = number
        else:
            copy.name, copy.number, copy.own = f"{copy.name}'", 0, []

    def send(self, copy: Copy, other: Copy) -> None:
        """In order, cut off anywhere; part of it twice, or again later; with somebody deciding, now and then."""
        sent = copy.known.acts[: self.chance.randrange(len(copy.known.acts) + 1)]
        again = sent[: self.chance.randrange(len(sent) + 1)]
        self.chance.shuffle(again)
        joining = Joining(other.acts, [*again, *sent])
        choices = {conflict.key: self.chance.choice(list(Side)) for conflict in joining.conflicts}
        left_out = {part.act.gid for part in joining.parts if self.chance.random() < 0.05}
        # Anybody may look at what would come of it, and leave it at that.
        changes = decided(joining, choices, left_out)
        other.take([*again, *sent])
        if self.chance.random() < 0.5:
            other.act(changes)
            known = {w.key for w in broken(copy.engagement)}
            assert all(
                w.key in known for w in broken(other.engagement) if w.rule is Rule.NO_CIRCLE and joining.new
            ) or (_broken_before(joining)), "a circle was left"

    def settle(self) -> None:
        """Everybody meets everybody. Raises AssertionError where they do not end as one."""
        for _ in range(2):
            for one in self.copies:
                for other in self.copies:
                    other.take(one.known.acts)
        assert not any(copy.known.waiting for copy in self.copies), "something waits for ever"
        shown = [self._shown(copy) for copy in self.copies]
        assert all(one == shown[0] for one in shown), "two copies differ"
        kept = {value for copy in self.copies for value in _texts(copy.acts)} | set(_texts(self.lost))
        assert self.typed <= kept, "words are lost"

    def _shown(self, copy: Copy) -> Any:
        records = State(copy.known).records
        for key, record in records.items():
            for name, owner in DECLARED[key[0]].owners.items():
                assert (owner, getattr(record, name)) in records, "something stands without what it belongs to"
        found = engagement_of(records)
        if self.plant == "last-arrival":
            last = {(c.kind, c.id, c.field): c.after for a in copy.acts for c in a.changes if isinstance(c, Changed)}
            return found, last
        return found


def _broken_before(joining: Joining) -> bool:
    found = engagement_of(joining.before)
    return found is not None and any(True for _ in broken(found))


def _texts(acts: list[SharedAct]) -> Iterator[str]:
    for act in acts:
        for change in act.changes:
            if isinstance(change, Changed):
                yield from (text for text in (change.before, change.after) if isinstance(text, str))
            else:
                yield from (str(getattr(change.record, f.name)) for f in fields(change.record))


Made = tuple[tuple[Record, ...], tuple[Record, ...]]
"""What is put and what is removed."""


def _note(world: World, e: Engagement) -> Made:
    notes = e.current.notes
    if notes and world.chance.random() < 0.6:
        return (replace(world.chance.choice(notes), text=world.text()),), ()
    number = world.chance.randrange(4)
    round_id = e.current.assessment.id
    return (Note(id=f"n{world.step}", assessment_id=round_id, sign_id="gap", position=number, text=world.text()),), ()


def _rate(world: World, e: Engagement) -> Made:
    sign, round_id = world.chance.choice("abc"), e.rounds[0].assessment.id
    answer = world.chance.choice(list(Answer))
    made = Rating(
        id=rating_id(round_id, sign), assessment_id=round_id, sign_id=sign, answer=answer, reason=world.text()
    )
    return (made,), ()


def _act(world: World, e: Engagement) -> Made:
    actions = e.rounds[0].actions
    if actions and world.chance.random() < 0.5:
        return (replace(world.chance.choice(actions), title=world.text(), position=world.chance.randrange(5)),), ()
    return (Action(id=f"a{world.step}", assessment_id=e.rounds[0].assessment.id, title=world.text()),), ()


def _wait(world: World, e: Engagement) -> Made:
    actions = e.rounds[0].actions
    if len(actions) < 2:
        return (), ()
    one, other = (a.id for a in world.chance.sample(actions, 2))
    made = Dependency(
        id=dependency_id(one, other), assessment_id=actions[0].assessment_id, action_id=one, after_id=other
    )
    would = (*records_of(e).values(), made)
    known = {(type(r), r.id): r for r in would}
    circle = any(w.rule is Rule.NO_CIRCLE for w in broken(engagement_of(known) or e))
    return ((), ()) if circle else ((made,), ())


def _register(world: World, e: Engagement) -> Made:
    current = e.rounds[0]
    round_id = current.assessment.id
    if not current.entries or world.chance.random() < 0.3:
        entry = RegisterEntry(id=f"e{world.step}", assessment_id=round_id, register_id="raci")
        return (entry, _cell(round_id, entry.id, "task", world.text())), ()
    entry = world.chance.choice(current.entries)
    person = world.chance.choice(("ana", "ben"))
    others = [c for c in current.cells.values() if c.entry_id == entry.id and c.value == "accountable"]
    put = (*(replace(c, value="responsible") for c in others), _cell(round_id, entry.id, person, "accountable"))
    return put, ()


def _cell(round_id: str, entry_id: str, column: str, value: str) -> RegisterCell:
    key = cell_id(entry_id, column)
    return RegisterCell(id=key, assessment_id=round_id, entry_id=entry_id, column_id=column, value=value)


def _remove(world: World, e: Engagement) -> Made:
    current = e.rounds[0]
    held = (*current.notes, *current.actions, *current.entries, *current.ratings.values(), *e.rounds[1:])
    if not held:
        return (), ()
    chosen = world.chance.choice(held)
    return (), (getattr(chosen, "assessment", chosen),)


def _pilot(world: World, e: Engagement) -> Made:
    return (replace(e.pilot, problem=world.text()), replace(e.client, name=world.text())), ()


def _round(world: World, e: Engagement) -> Made:
    if len(e.rounds) > 3:
        return (), ()
    begun = next_round(e, "clearway@1.0.0", BEGAN).assessment
    return (replace(begun, id=f"r{world.step}"),), ()


_EDITS: tuple[Callable[[World, Engagement], Made], ...] = (
    *(_note, _note, _rate, _act, _act, _wait, _wait, _register, _register),
    *(_remove, _remove, _pilot, _round),
)
