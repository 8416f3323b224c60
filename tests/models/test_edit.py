"""One labelled edit on a snapshot: what it changes, and that it changes nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from model_samples import NOW, rating

from models.beginning import new_engagement
from models.edit import Edit, apply_edit
from models.engagement import (
    Action,
    Answer,
    Assessment,
    Brand,
    Client,
    Engagement,
    Group,
    Note,
    Pilot,
    Rating,
    Record,
    Round,
    Stakeholder,
)


@pytest.fixture
def engagement() -> Engagement:
    return new_engagement("Client", "Pilot", "clearway@1.0.0", NOW)


def edited(engagement: Engagement, *put: Record, remove: tuple[Record, ...] = ()) -> Engagement:
    return apply_edit(engagement, Edit("Edit", engagement.id, put=put, remove=remove))


def rated(engagement: Engagement, sign: str, answer: int | Answer) -> Rating:
    return rating(sign, answer, round_id=engagement.current.assessment.id)


def note(engagement: Engagement, text: str, position: int = 0) -> Note:
    return Note(assessment_id=engagement.current.assessment.id, text=text, position=position)


def test_the_client_pilot_and_brand_are_replaced(engagement: Engagement) -> None:
    client, pilot = replace(engagement.client, name="Other"), replace(engagement.pilot, problem="Late letters")
    brand = replace(engagement.brand, practice="Quill")

    after = edited(engagement, client, pilot, brand)

    assert (after.client, after.pilot, after.brand) == (client, pilot, brand)
    assert (after.stakeholders, after.rounds) == (engagement.stakeholders, engagement.rounds)


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


def test_a_new_round_is_added_in_the_order_of_the_numbers_and_keeps_what_it_holds(engagement: Engagement) -> None:
    second = Assessment(engagement_id=engagement.id, number=2, method="clearway@1.0.0")
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
    edit = Edit("Rate", engagement.id, put=(rated(engagement, "gap", 1),), remove=(note(engagement, "Old"),))

    assert edit.kinds == {Rating, Note}
