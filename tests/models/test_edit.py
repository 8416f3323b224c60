"""One labelled edit on a snapshot: what it changes, and that it changes nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from model_samples import NOW, rating

from models.engagement.beginning import new_engagement
from models.engagement.changes import applied, inverse
from models.engagement.edit import Edit, apply_edit, done_on, edit_on
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
)
from models.engagement.registers import RegisterCell, RegisterEntry, cell_id
from models.engagement.workshop import AgendaBox, Ballot, Vote, ballot_id, vote_id
from models.values.sentence import act_called
from models.values.terms import Answer, Group, VoteWay
from tests.built_in import KEY


@pytest.fixture
def engagement() -> Engagement:
    return new_engagement("Client", "Pilot", KEY, NOW)


def edited(engagement: Engagement, *put: Record, remove: tuple[Record, ...] = ()) -> Engagement:
    edit = Edit(act_called("Edit"), engagement.id, put=put, remove=remove)
    made, after = done_on(engagement, edit)
    assert after == apply_edit(engagement, made) == apply_edit(engagement, edit)  # by the record, and by its cells
    return after


def rated(engagement: Engagement, sign: str, answer: int | Answer) -> Rating:
    return rating(sign, answer, round_id=engagement.current.assessment.id)


def note(engagement: Engagement, text: str, position: int = 0) -> Note:
    return Note(assessment_id=engagement.current.assessment.id, text=text, position=position)


def ballot(engagement: Engagement, sign: str = "gap", number: int = 1) -> Ballot:
    round_id = engagement.current.assessment.id
    key = ballot_id(round_id, sign, number)
    return Ballot(id=key, assessment_id=round_id, sign_id=sign, number=number, way=VoteWay.NAMED)


def vote(on: Ballot, person: str, answer: Answer = Answer.EARLY) -> Vote:
    key = vote_id(on.id, person)
    return Vote(id=key, assessment_id=on.assessment_id, ballot_id=on.id, stakeholder_id=person, answer=answer)


def test_the_client_pilot_and_brand_are_replaced(engagement: Engagement) -> None:
    client, pilot = replace(engagement.client, name="Other"), replace(engagement.pilot, problem="Late letters")
    brand = replace(engagement.brand, practice="Quill")

    after = edited(engagement, client, pilot, brand)

    assert (after.client, after.pilot, after.brand) == (client, pilot, brand)
    assert (after.stakeholders, after.rounds) == (engagement.stakeholders, engagement.rounds)


def test_one_that_moves_and_one_of_several_stand_where_their_positions_say(engagement: Engagement) -> None:
    notes = [note(engagement, text, position) for position, text in enumerate("abcd")]
    before = edited(engagement, *notes)

    moved = edited(before, replace(notes[0], position=9))
    typed = edited(before, replace(notes[2], text="cc"))

    assert [n.text for n in moved.current.notes] == ["b", "c", "d", "a"]
    assert [n.text for n in typed.current.notes] == ["a", "b", "cc", "d"]


def test_people_stand_in_the_order_of_their_positions(engagement: Engagement) -> None:
    late, early = (Stakeholder(engagement_id=engagement.id, name=n, position=p) for n, p in (("Zoë", 2), ("Ana", 1)))

    after = edited(engagement, late, early)

    assert [s.name for s in after.stakeholders] == ["Ana", "Zoë"]
    assert [s.name for s in edited(after, replace(early, position=3)).stakeholders] == ["Zoë", "Ana"]
    assert edited(after, remove=(early,)).stakeholders == (late,)


def test_a_rating_is_added_replaced_and_removed_by_its_sign(engagement: Engagement) -> None:
    first, second = rated(engagement, "gap", 1), rated(engagement, "gap", 3)

    assert edited(engagement, first).current.ratings == {"gap": first}
    assert edited(edited(engagement, first), second).current.ratings == {"gap": second}
    assert edited(edited(engagement, first), remove=(first,)).current.ratings == {}


def test_notes_and_actions_are_added_changed_and_removed_by_id(engagement: Engagement) -> None:
    one, two = note(engagement, "One", 1), note(engagement, "Two", 2)
    action = Action(assessment_id=engagement.current.assessment.id, title="Name an owner")

    after = edited(engagement, two, one, action)

    assert after.current.notes == (one, two)
    assert after.current.actions == (action,)
    changed = edited(after, replace(one, for_client=True), replace(action, title="Name two"))
    assert changed.current.notes[0].for_client
    assert changed.current.actions[0].title == "Name two"
    assert edited(after, remove=(one, action)).current == Round(engagement.current.assessment, notes=(two,))


def test_a_vote_is_added_changed_and_taken_back(engagement: Engagement) -> None:
    on = ballot(engagement)
    first, second = vote(on, "ana"), vote(on, "ana", Answer.SEVERE)

    after = edited(engagement, on, first, vote(on, "ben"))

    assert {v.stakeholder_id: v.answer for v in after.current.votes_in(on)} == {
        "ana": Answer.EARLY,
        "ben": Answer.EARLY,
    }
    assert edited(after, second).current.votes[second.id] == second
    assert set(edited(after, remove=(first,)).current.votes) == {vote_id(on.id, "ben")}


def test_a_ballot_that_changes_keeps_its_votes_and_one_that_goes_takes_its_own_along(engagement: Engagement) -> None:
    first, second = ballot(engagement), ballot(engagement, number=2)
    after = edited(engagement, first, second, vote(first, "ana"), vote(second, "ana"))

    revealed = edited(after, replace(first, revealed=True))
    assert revealed.current.ballots_on("gap") == (replace(first, revealed=True), second)
    assert revealed.current.votes == after.current.votes
    gone = edited(after, remove=(first,))
    assert gone.current.ballots == {second.id: second}
    assert [v.ballot_id for v in gone.current.votes.values()] == [second.id]


def test_a_ballot_that_goes_and_comes_back_in_one_edit_has_lost_its_votes(engagement: Engagement) -> None:
    on = ballot(engagement)
    after = edited(edited(engagement, on, vote(on, "ana")), on, vote(on, "ben"), remove=(on,))

    assert [v.stakeholder_id for v in after.current.votes_in(on)] == ["ben"]


def test_a_vote_stays_when_the_stakeholder_goes(engagement: Engagement) -> None:
    ana, on = Stakeholder(engagement_id=engagement.id, name="Ana"), ballot(engagement)
    after = edited(engagement, ana, on, vote(on, ana.id))

    assert edited(after, remove=(ana,)).current.votes == after.current.votes


def test_the_agenda_stands_in_the_order_of_its_positions(engagement: Engagement) -> None:
    round_id = engagement.current.assessment.id
    plan, tea = (AgendaBox(assessment_id=round_id, title=t, position=n) for t, n in (("Plan", 2), ("Tea", 1)))
    after = edited(engagement, plan, tea)

    assert after.current.agenda == (tea, plan)
    assert [b.title for b in edited(after, replace(tea, position=3)).current.agenda] == ["Plan", "Tea"]
    assert edited(after, remove=(tea,)).current.agenda == (plan,)


def test_a_new_round_is_added_in_the_order_of_the_numbers_and_keeps_what_it_holds(engagement: Engagement) -> None:
    second = Assessment(engagement_id=engagement.id, number=2, method=KEY)
    kept = rated(engagement, "gap", 2)

    after = edited(edited(engagement, kept), second, replace(engagement.current.assessment, facilitator="Ana"))

    assert [r.assessment.number for r in after.rounds] == [1, 2]
    assert after.rounds[0].ratings == {"gap": kept}
    assert after.rounds[0].assessment.facilitator == "Ana"
    assert edited(after, remove=(second,)).rounds == after.rounds[:1]


def test_what_is_removed_goes_before_what_is_put(engagement: Engagement) -> None:
    old, new = note(engagement, "Old", 1), note(engagement, "New", 1)

    after = edited(edited(engagement, old), new, remove=(old,))

    assert after.current.notes == (new,)


@pytest.mark.parametrize(
    "stray",
    [
        Client(name="Other"),
        Pilot(client_id="x", created=NOW),
        Brand(id="x"),
        Stakeholder(engagement_id="x", name="Eve", group=Group.RISK),
        Assessment(engagement_id="x", method="m"),
        rating("gap", 3),
        Note(assessment_id="x", text="Stray"),
        Action(assessment_id="x", title="Stray"),
        Ballot(id="x/gap/1", assessment_id="x", sign_id="gap"),
        Vote(id="x/gap/1/ana", assessment_id="x", ballot_id="x/gap/1", stakeholder_id="ana", answer=Answer.EARLY),
        AgendaBox(assessment_id="x", title="Stray"),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record_of_another_engagement_is_passed_over(engagement: Engagement, stray: Record) -> None:
    assert edited(engagement, stray) == engagement
    assert edited(engagement, remove=(stray,)) == engagement


def test_an_edit_leaves_the_snapshot_before_it_as_it_was(engagement: Engagement) -> None:
    before = edited(engagement, rated(engagement, "gap", 1))

    edited(before, rated(before, "gap", 3), note(before, "New"))

    assert before.current.ratings["gap"].answer is Answer.EARLY
    assert before.current.notes == ()


def test_an_edit_says_which_kinds_of_record_it_concerns(engagement: Engagement) -> None:
    edit = Edit(
        act_called("Rate"), engagement.id, put=(rated(engagement, "gap", 1),), remove=(note(engagement, "Old"),)
    )

    assert edit.kinds == {Rating, Note}


def test_many_at_once_are_what_they_are_one_by_one(engagement: Engagement) -> None:
    """Rows with their cells, out of order, some of them twice; one of another engagement; a new round with its own."""
    current, stranger = engagement.current.assessment, new_engagement("Other", "Pilot", KEY, NOW)
    rows = [RegisterEntry(assessment_id=current.id, register_id="metrics", position=n) for n in (3, 1, 2, 2)]
    cells = [
        RegisterCell(id=cell_id(row.id, c), assessment_id=current.id, entry_id=row.id, column_id=c, value=c)
        for row in rows
        for c in ("name", "unit")
    ]
    second = replace(current, id="f" * 32, number=2)
    put: list[Record] = [
        *(record for n, row in enumerate(rows) for record in (row, *cells[2 * n : 2 * n + 2])),
        note(engagement, "Late", 2), note(engagement, "Early", 1), note(stranger, "Not ours"),
        rated(engagement, "gap", 1), second, replace(rating("gap", 2), id="a" * 32, assessment_id=second.id),
        replace(rows[0], position=0), replace(cells[0], value="changed"), rated(engagement, "gap", 3),
    ]  # fmt: skip

    together = edited(engagement, *put)
    apart = engagement
    for record in put:
        apart = edited(apart, record)

    assert together == apart
    assert [list(r.cells) for r in together.rounds] == [list(r.cells) for r in apart.rounds]
    assert together.rounds[0].entries[0].id == rows[0].id


def test_many_rows_that_go_and_come_back_at_once_leave_what_one_after_the_other_leaves(engagement: Engagement) -> None:
    round_id = engagement.current.assessment.id
    entries = [RegisterEntry(assessment_id=round_id, register_id="metrics", position=n) for n in range(6)]
    cells = [
        RegisterCell(
            id=cell_id(e.id, column), assessment_id=round_id, entry_id=e.id, column_id=column, value=f"{column} {n}"
        )
        for n, e in enumerate(entries)
        for column in ("name", "unit")
    ]
    full = edited(engagement, *entries, *cells)
    moved = [replace(entry, position=5 - n) for n, entry in enumerate(entries)]
    reworded = [replace(cell, value=cell.value.upper()) for cell in cells]
    act = edit_on(full, Edit(act_called("All at once"), full.id, (*moved, *reworded), (*cells[:2], *entries[:3])))
    at_once = apply_edit(full, act)

    one_by_one = full
    for change in act.changes:
        one_by_one = applied(one_by_one, [change])
    assert at_once == one_by_one != full
    assert applied(at_once, inverse(act.changes)) == full
