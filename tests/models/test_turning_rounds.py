"""From one round to the next: what stays as it is, what is taken over, and what is asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from model_samples import WORDS

from models.engagement.carrying import carried_id, carried_in
from models.engagement.copying import fresh_copy
from models.engagement.edit import Edit, apply_edit, edit_on
from models.engagement.engagement import Action, Engagement, Note, Pilot, Record, Round
from models.engagement.workshop import AgendaBox
from models.exchange import write_engagement
from models.method.method import Method
from models.plan.plan import accept, accepted_actions, highest_earlier
from models.plan.proposals import propose
from models.rounds.comparison import compared
from models.rounds.turning import beginning, closing, follow_up, reopening
from models.values.refusal import Refusal
from models.values.sentence import act_called
from models.values.terms import Answer, GateDecision, NoteKind, PointState, Progress, RoundState

NOW = datetime(2027, 2, 10, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 12)


@pytest.fixture
def opened(sample: Engagement) -> Engagement:
    """The sample before it was closed."""
    current = sample.current
    still_open = replace(current.assessment, closed_on=None)
    return replace(sample, rounds=(replace(current, assessment=still_open),))


@pytest.fixture
def closed(opened: Engagement) -> Engagement:
    return apply_edit(opened, closing(opened, NOW, TODAY, "The sponsor had to leave", 1))


def edited(engagement: Engagement, *put: Record, remove: tuple[Record, ...] = ()) -> Engagement:
    return apply_edit(engagement, edit_on(engagement, Edit(act_called("Act"), engagement.id, put, remove)))


def acts_on_what_was_found(engagement: Engagement) -> dict[str, tuple[tuple[Record, ...], tuple[Record, ...]]]:
    """By name: records to put, and to remove."""
    current = engagement.current
    rating, judgement = next(iter(current.ratings.values())), next(iter(current.judgements.values()))
    gate, note, action = next(iter(current.gates.values())), current.notes[0], current.actions[0]
    return {
        "rate": ((replace(rating, answer=Answer.NOT_KNOWN),), ()),
        "take back a rating": ((), (rating,)),
        "judge": ((replace(judgement, evidence="Another letter"),), ()),
        "decide a gate": ((replace(gate, decision=GateDecision.HELD),), ()),
        "rewrite a note": ((replace(note, text="Otherwise"),), ()),
        "remove a note": ((), (note,)),
        "park something": ((Note(assessment_id=current.assessment.id, kind=NoteKind.PARKED),), ()),
        "reword an action": ((replace(action, title="Something else"),), ()),
        "agree on another": ((Action(assessment_id=current.assessment.id, title="One more"),), ()),
        "reveal a vote": ((replace(next(iter(current.ballots.values())), number=9),), ()),
        "fill in a register": ((replace(next(iter(current.cells.values())), value="Otherwise"),), ()),
        "begin the clock": ((replace(current.agenda[0], added=5),), ()),
        "another day": ((replace(current.assessment, held_on=TODAY + timedelta(days=9)),), ()),
        "remove the round": ((), (current.assessment,)),
    }


NAMES = (
    *("rate", "take back a rating", "judge", "decide a gate", "rewrite a note", "remove a note"),
    *("park something", "reword an action"),
    *("agree on another", "reveal a vote", "fill in a register", "begin the clock", "another day", "remove the round"),
)


@pytest.mark.parametrize("name", NAMES)
def test_what_was_found_in_a_closed_round_stays(opened: Engagement, closed: Engagement, name: str) -> None:
    put, remove = acts_on_what_was_found(opened)[name]
    assert edited(opened, *put, remove=remove) != opened

    put, remove = acts_on_what_was_found(closed)[name]
    with pytest.raises(Refusal, match=r"Round 1 was closed on 12 November 2026 and stays as it is\. Open it again"):
        edited(closed, *put, remove=remove)


def test_every_way_to_change_a_closed_round_is_tried(opened: Engagement) -> None:
    assert tuple(acts_on_what_was_found(opened)) == NAMES


def test_what_becomes_of_the_actions_goes_on(closed: Engagement) -> None:
    action = closed.current.actions[0]
    done = replace(action, progress=Progress.DONE, due=TODAY, owner_id="")
    key = closed.current.assessment.id
    note = Note(assessment_id=key, position=999, kind=NoteKind.PARKED, text="Comment on “Owner”: signed")
    pilot: Pilot = replace(closed.pilot, target_date=TODAY)

    after = edited(closed, done, note, pilot)

    assert done in after.current.actions
    assert note in after.current.notes
    assert after.pilot.target_date == TODAY


def test_an_earlier_round_is_not_even_opened_again(closed: Engagement) -> None:
    two = apply_edit(closed, beginning(closed, NOW))
    earlier = two.rounds[0]

    for record in (replace(earlier.assessment, state=RoundState.OPEN), replace(earlier.actions[0], due=TODAY)):
        with pytest.raises(Refusal, match="A later round has begun from it"):
            edited(two, record)
    assert edited(two, replace(two.current.assessment, facilitator="Ana")).current.assessment.facilitator == "Ana"


def test_closing_stops_the_clock_and_needs_a_reason_for_gaps(opened: Engagement) -> None:
    box = AgendaBox(id="x" * 32, assessment_id=opened.current.assessment.id, since=NOW - timedelta(minutes=10))
    running = replace(opened, rounds=(replace(opened.current, agenda=(box,)),))

    after = apply_edit(running, closing(running, NOW, TODAY, "", 0)).current

    assert (after.assessment.state, after.assessment.closed_on) == (RoundState.CLOSED, TODAY)
    assert (after.agenda[0].since, after.agenda[0].spent) == (None, 600)
    with pytest.raises(Refusal, match="Say why"):
        closing(opened, NOW, TODAY, "  ", 3)


def test_a_round_is_closed_once_and_opened_again_for_a_reason(opened: Engagement, closed: Engagement) -> None:
    with pytest.raises(Refusal, match="is closed already"):
        closing(closed, NOW, TODAY, "", 0)
    with pytest.raises(Refusal, match="Say why the round is opened again"):
        reopening(closed, " ")
    with pytest.raises(Refusal, match="is open"):
        reopening(opened, "why")

    edit = reopening(closed, "A sign was rated wrongly")

    assert edit.label.said(WORDS) == "Open round 1 again: A sign was rated wrongly"
    again = apply_edit(closed, edit_on(closed, edit))
    assert (again.current.assessment.state, again.current.assessment.closed_on) == (RoundState.OPEN, None)


def test_the_next_round_waits_for_the_one_before(opened: Engagement, closed: Engagement, sample: Engagement) -> None:
    with pytest.raises(Refusal, match="Close it first"):
        beginning(opened, NOW)
    for ready in (closed, sample):  # the sample was closed before a round could be frozen
        two = apply_edit(ready, edit_on(ready, beginning(ready, NOW)))
        assert [r.assessment.state for r in two.rounds] == [RoundState.CLOSED, RoundState.OPEN]
        assert (two.stakeholders, two.brand, two.pilot) == (ready.stakeholders, ready.brand, ready.pilot)


def test_what_the_next_round_takes_over(closed: Engagement) -> None:
    before, begun = closed.current, follow_up(closed, NOW)

    assert (begun.ratings, begun.ballots, begun.votes, begun.notes, begun.agenda) == ({}, {}, {}, (), ())
    assert begun.assessment.facilitator == before.assessment.facilitator

    def said(current: Round) -> dict[str, list[list[str]]]:
        """By register: which columns of each row are filled in, in order."""
        filled: dict[str, list[str]] = {}
        for cell in current.cells.values():
            filled.setdefault(cell.entry_id, []).append(cell.column_id)
        registers: dict[str, list[list[str]]] = {}
        for entry in current.entries:
            registers.setdefault(entry.register_id, []).append(sorted(filled.get(entry.id, ())))
        return registers

    assert said(begun) == said(before) != {}
    to_do = [a for a in accepted_actions(before) if a.progress is not Progress.DONE]
    assert [(a.position, a.title, a.due, a.owner_id, a.progress) for a in begun.actions] == [
        (a.position, a.title, a.due, a.owner_id, a.progress) for a in to_do
    ]
    assert [carried_in(begun, a) for a in to_do] == list(begun.actions)
    keys = {a.id for a in to_do}
    waiting = [d for d in before.dependencies.values() if {d.action_id, d.after_id} <= keys]
    assert len(begun.dependencies) == len(waiting) > 0


def test_readiness_keeps_what_was_shown_and_asks_again(closed: Engagement) -> None:
    begun = follow_up(closed, NOW)
    shown = {j.point_id: j.evidence for j in closed.current.judgements.values() if j.evidence}

    assert {j.point_id: j.evidence for j in begun.judgements.values() if j.evidence} == shown != {}
    assert {j.state for j in begun.judgements.values()} == {PointState.NOT_JUDGED}
    assert all(not j.waived_by and not j.reason and j.until is None for j in begun.judgements.values())


def test_what_is_done_stays_behind_and_keeps_its_number(closed: Engagement, method: Method) -> None:
    last = max(accepted_actions(closed.current), key=lambda a: a.position)
    closed = edited(closed, replace(last, progress=Progress.DONE))
    two = apply_edit(closed, beginning(closed, NOW))
    proposal = propose(method, closed, WORDS, TODAY)[0]

    made = accept(proposal, two.current, (), highest_earlier(two))

    assert last.position not in {a.position for a in two.current.actions}
    assert made.position == last.position + 1


def test_a_copy_and_a_file_still_know_what_was_taken_over(closed: Engagement, method: Method, read: Any) -> None:
    two = apply_edit(closed, beginning(closed, NOW))
    found = compared(method, two, TODAY)

    for other in (fresh_copy(two), read(write_engagement(two))):
        again = compared(method, other, TODAY)
        assert found is not None
        assert again is not None
        assert [p.became for p in again.pasts] == [p.became for p in found.pasts]


def test_an_id_says_what_it_was_taken_over_from() -> None:
    assert carried_id("a" * 32, "b" * 32) != carried_id("b" * 32, "a" * 32)
    assert len(carried_id("a", "b")) == 32
