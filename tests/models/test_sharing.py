"""Copies of one engagement put together: what stands, what is asked, what is taken back."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from models.engagement.changes import Added, Changed, worked_out
from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import Action, Engagement, Note, Record
from models.engagement.registers import RegisterCell, RegisterEntry, cell_id
from models.sharing.act import stamp_of
from models.sharing.deciding import decided
from models.sharing.joining import CellConflict, Joining, RowConflict, RuleConflict
from models.sharing.known import Known
from models.sharing.rules import Rule, broken
from models.sharing.side import Side
from models.sharing.state import State
from models.sharing.whole import engagement_of, records_of
from tests.proofs.merging import run
from tests.proofs.merging_world import BEGAN, Copy, World, beginning


class Copies(RuleBasedStateMachine):
    """Three to five copies; whatever happens, they end as one and no word is lost."""

    @initialize(chance=st.randoms(use_true_random=False))
    def begin(self, chance: random.Random) -> None:
        self.world = World(chance)

    @rule(times=st.integers(1, 3))
    def something(self, times: int) -> None:
        for _ in range(times):
            self.world.play()

    @rule(one=st.integers(0, 4), other=st.integers(0, 4))
    def meet(self, one: int, other: int) -> None:
        copies = self.world.copies
        self.world.send(copies[one % len(copies)], copies[other % len(copies)])

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.settle()


TestCopies = Copies.TestCase
TestCopies.settings = settings(max_examples=60, stateful_step_count=12, deadline=None)


@pytest.mark.parametrize("seeds", [range(100, 160)])
def test_random_worlds_end_as_one(seeds: Iterable[int]) -> None:
    for seed in seeds:
        run(seed)


def test_the_proof_sees_a_cell_that_belongs_to_what_came_last() -> None:
    with pytest.raises(AssertionError, match="differ"):
        run(17, "last-arrival")


def test_the_proof_sees_an_old_copy_that_keeps_its_identity() -> None:
    with pytest.raises(AssertionError, match="differ"):
        run(57, "same-identity")


BASE = beginning()


@pytest.fixture
def ann() -> Copy:
    copy = Copy("ann", BEGAN)
    copy.act(tuple(Added(record) for record in records_of(BASE).values()), kind="import")
    put(copy, note(copy.engagement), *actions(copy.engagement))
    return copy


@pytest.fixture
def ben(ann: Copy) -> Copy:
    return Copy("ben", BEGAN - timedelta(hours=3), list(ann.acts))


def note(e: Engagement, **more: Any) -> Note:
    return Note(**{"id": "n", "assessment_id": e.current.assessment.id, "sign_id": "gap", "text": "first", **more})


def actions(e: Engagement) -> list[Action]:
    return [Action(id=name, assessment_id=e.current.assessment.id, title=name) for name in ("one", "two")]


def put(copy: Copy, *records: Record) -> None:
    copy.act(worked_out(copy.engagement, records, ()))


def drop(copy: Copy, *records: Record) -> None:
    copy.act(worked_out(copy.engagement, (), records))


def after(joining: Joining, choices: dict[str, Side] | None = None, left_out: Iterable[str] = ()) -> Engagement:
    """The engagement once everything is decided."""
    changes = decided(joining, choices or {}, set(left_out))
    both = Copy("both", datetime(2027, 1, 1, tzinfo=UTC), [*joining.state._known.acts])
    both.act(changes)
    return both.engagement


def test_a_wrong_clock_orders_nothing_before_what_it_saw() -> None:
    first = stamp_of("", BEGAN, "z")
    assert stamp_of(first, BEGAN - timedelta(days=1), "a") > first


def test_what_both_changed_is_asked_side_by_side_and_the_newer_stands(ann: Copy, ben: Copy) -> None:
    put(ann, note(ann.engagement, text="by Ann"))
    put(ben, note(ben.engagement, text="by Ben"))
    joining = Joining(ann.acts, ben.acts)
    (conflict,) = joining.conflicts
    assert isinstance(conflict, CellConflict)
    assert (conflict.mine.value, conflict.theirs.value, conflict.field) == ("by Ann", "by Ben", "text")
    shown = {side: after(joining, {conflict.key: side}).current.notes[0].text for side in Side}
    assert shown == {Side.MINE: "by Ann", Side.THEIRS: "by Ben"}
    assert after(joining).current.notes[0].text == shown[conflict.stands]
    other = Joining(ben.acts, ann.acts)
    assert other.after == joining.after
    (seen_there,) = other.conflicts
    assert isinstance(seen_there, CellConflict)
    assert (seen_there.mine.value, seen_there.stands is conflict.stands) == ("by Ben", False)


def test_what_was_seen_is_no_conflict_and_is_not_asked_again(ann: Copy, ben: Copy) -> None:
    put(ann, note(ann.engagement, text="by Ann"))
    ben.take(ann.acts)
    put(ben, note(ben.engagement, text="by Ben"))
    joining = Joining(ann.acts, ben.acts)
    assert joining.conflicts == ()
    assert after(joining).current.notes[0].text == "by Ben"
    ann.take(ben.acts)
    assert Joining(ann.acts, ben.acts).parts == ()


def test_an_edit_wins_over_a_removal_that_did_not_see_it_and_both_are_told(ann: Copy, ben: Copy) -> None:
    drop(ann, *ann.engagement.current.notes)
    put(ben, note(ben.engagement, text="still needed"))
    joining = Joining(ann.acts, ben.acts)
    (conflict,) = joining.conflicts
    assert isinstance(conflict, RowConflict)
    assert (conflict.removed_by, conflict.stands) == (Side.MINE, Side.THEIRS)
    assert [n.text for n in after(joining).current.notes] == ["still needed"]
    assert after(joining, {conflict.key: Side.MINE}).current.notes == ()


def test_what_comes_back_brings_what_it_belongs_to(ann: Copy, ben: Copy) -> None:
    round_id = ann.engagement.current.assessment.id
    entry = RegisterEntry(id="e", assessment_id=round_id, register_id="raci")
    put(ann, entry)
    ben.take(ann.acts)
    drop(ann, entry)
    cell = RegisterCell(id=cell_id("e", "c"), assessment_id=round_id, entry_id="e", column_id="c", value="typed")
    put(ben, cell)
    shown = after(Joining(ann.acts, ben.acts)).current
    assert (shown.entries, list(shown.cells.values())) == ((entry,), [cell])


def accountable(e: Engagement, person: str) -> RegisterCell:
    round_id = e.current.assessment.id
    return RegisterCell(
        id=cell_id("e", person), assessment_id=round_id, entry_id="e", column_id=person, value="accountable"
    )


def test_two_who_are_accountable_become_one(ann: Copy, ben: Copy) -> None:
    put(ann, RegisterEntry(id="e", assessment_id=ann.engagement.current.assessment.id, register_id="raci"))
    ben.take(ann.acts)
    put(ann, accountable(ann.engagement, "ana"))
    put(ben, accountable(ben.engagement, "ben"))
    joining = Joining(ann.acts, ben.acts)
    (conflict,) = joining.conflicts
    assert isinstance(conflict, RuleConflict)
    assert conflict.broken.rule is Rule.ONE_ACCOUNTABLE
    for side, person in ((Side.MINE, "ana"), (Side.THEIRS, "ben")):
        cells = after(joining, {conflict.key: side}).current.cells.values()
        assert {c.column_id: c.value for c in cells} == {
            person: "accountable",
            "ben" if person == "ana" else "ana": "responsible",
        }


def waits(e: Engagement, one: str, other: str) -> Dependency:
    return Dependency(
        id=dependency_id(one, other), assessment_id=e.current.assessment.id, action_id=one, after_id=other
    )


def test_a_circle_of_two_halves_is_opened_on_the_side_that_was_not_chosen(ann: Copy, ben: Copy) -> None:
    put(ann, waits(ann.engagement, "one", "two"))
    put(ben, waits(ben.engagement, "two", "one"))
    joining = Joining(ann.acts, ben.acts)
    (conflict,) = joining.conflicts
    assert set(after(joining, {conflict.key: Side.MINE}).current.dependencies) == {"one/two"}
    assert set(after(joining, {conflict.key: Side.THEIRS}).current.dependencies) == {"two/one"}
    assert not list(broken(after(joining)))


def test_a_second_open_round_is_kept_and_stands_behind_the_chosen_one(ann: Copy, ben: Copy) -> None:
    for copy in (ann, ben):
        round_id = f"round {copy.name}"
        base = copy.engagement.current.assessment
        put(copy, replace(base, id=round_id, number=2), note(copy.engagement, id=copy.name, assessment_id=round_id))
    joining = Joining(ann.acts, ben.acts)
    (conflict,) = joining.conflicts
    shown = after(joining, {conflict.key: Side.MINE})
    assert [(r.assessment.number, r.assessment.id) for r in shown.rounds[1:]] == [(2, "round ben"), (3, "round ann")]
    assert [n.text for n in shown.rounds[1].notes] == ["first"]


def test_an_act_of_theirs_can_be_left_out_with_what_hangs_on_it(ann: Copy, ben: Copy) -> None:
    put(ben, note(ben.engagement, id="other", text="no"))
    put(ben, note(ben.engagement, id="other", text="no, really"))
    put(ben, note(ben.engagement, text="yes"))
    joining = Joining(ann.acts, ben.acts)
    first = joining.parts[0].act.gid
    assert [n.text for n in after(joining, left_out=[first]).current.notes] == ["yes"]


def test_an_engagement_imported_twice_overrules_nothing_that_was_typed(ann: Copy) -> None:
    ben = Copy("ben", BEGAN + timedelta(days=1))
    ben.act(tuple(Added(record) for record in records_of(BASE).values()), kind="import")
    put(ann, replace(ann.engagement.pilot, problem="typed"))
    for mine, theirs in ((ann, ben), (ben, ann)):
        joining = Joining(mine.acts, theirs.acts)
        assert joining.conflicts == ()
        assert after(joining).pilot.problem == "typed"


def test_undo_takes_back_ones_own_and_leaves_what_somebody_changed_since(ann: Copy, ben: Copy) -> None:
    put(ann, note(ann.engagement, text="by Ann"), replace(ann.engagement.pilot, problem="by Ann"))
    ben.take(ann.acts)
    put(ben, note(ben.engagement, text="by Ben"))
    ann.take(ben.acts)
    ann.undo()
    assert (ann.engagement.current.notes[0].text, ann.engagement.pilot.problem) == ("by Ben", "")


def test_what_its_maker_had_seen_is_waited_for(ann: Copy) -> None:
    put(ann, note(ann.engagement, text="second"))
    known = Known([*ann.acts[:1], *ann.acts[2:]])
    assert (len(known.acts), len(known.waiting)) == (1, 1)
    assert engagement_of(State(Known(ann.acts)).records) == ann.engagement
    assert isinstance(ann.acts[-1].changes[0], Changed)
