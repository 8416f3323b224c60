"""What answers before the meeting say of the meeting, and that they never say what was answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from gettext import NullTranslations

import pytest

from models.diagnosis.agenda import preset_agenda
from models.diagnosis.by_letter import Letter, take_in
from models.diagnosis.leanings import SWEEP, Leaning, leanings, proposed_agenda
from models.engagement.beginning import new_engagement
from models.engagement.engagement import Engagement, Stakeholder
from models.engagement.workshop import Ballot, Vote
from models.method.check import read_method
from models.values.terms import Answer
from resources import resource_text

WORDS = NullTranslations()
METHOD = read_method(resource_text("method/clearway.toml"), "clearway.toml")
LAST_MODE = METHOD.modes[-1]
SPLIT_SIGN, UNKNOWN_SIGN = LAST_MODE.signs[0].id, METHOD.modes[2].signs[1].id
AGREED = [sign.id for sign in METHOD.modes[0].signs]


def engagement(preset: int = 0) -> Engagement:
    """Four people, an agenda, nothing answered."""
    made = new_engagement("Harbour Trust", "Berth planner", METHOD.key, datetime(2026, 3, 1, tzinfo=UTC), None)
    people = [Stakeholder(id=name, engagement_id=made.id, position=n, name=name) for n, name in enumerate("ABCD")]
    agenda = preset_agenda(METHOD.agenda[preset], METHOD, made.current.assessment.id, WORDS)
    return replace(made, stakeholders=tuple(people), rounds=(replace(made.current, agenda=agenda),))


def answered(one: Engagement, people: str = "ABC") -> Engagement:
    """One sign on which they are far apart, one that nobody knows, a mode in which all agree on the worst."""
    levels = {"A": Answer.NOT_PRESENT, "B": Answer.SEVERE, "C": Answer.NOT_PRESENT, "D": Answer.SEVERE}
    letters = [
        Letter(
            who,
            {SPLIT_SIGN: levels[who], UNKNOWN_SIGN: Answer.NOT_KNOWN, **dict.fromkeys(AGREED, Answer.SEVERE)},
            {},
        )
        for who in people
    ]
    records = take_in(one.current, letters).records
    ballots = {r.id: r for r in records if isinstance(r, Ballot)}
    votes = {r.id: r for r in records if isinstance(r, Vote)}
    return replace(one, rounds=(replace(one.current, ballots=ballots, votes=votes),))


def test_who_has_answered_and_what_the_answers_have_in_common() -> None:
    found = leanings(METHOD, answered(engagement()))
    assert [one.id for one in found.answered] == ["A", "B", "C"]
    assert [one.id for one in found.missing] == ["D"]
    assert found.of(Leaning.SPLIT) == (SPLIT_SIGN,)
    assert found.of(Leaning.NOT_KNOWN) == (UNKNOWN_SIGN,)
    assert found.of(Leaning.AGREED) == tuple(AGREED)
    assert len(found.of(Leaning.TOO_FEW)) == 24 - 2 - len(AGREED)


def test_of_two_answers_nothing_is_said() -> None:
    found = leanings(METHOD, answered(engagement(), "AB"))
    assert set(found.signs.values()) == {Leaning.TOO_FEW}
    assert proposed_agenda(METHOD, answered(engagement(), "AB"), WORDS) == ()


def test_what_is_split_comes_first_and_what_is_agreed_last_in_one_sweep() -> None:
    for preset in range(len(METHOD.agenda)):
        before = answered(engagement(preset))
        agenda = proposed_agenda(METHOD, before, WORDS)
        modes = [box.kind for box in agenda if box.kind.startswith("mode:")]
        assert modes[0] == f"mode:{LAST_MODE.id}"
        assert modes[1] == f"mode:{METHOD.modes[2].id}"
        assert modes[-1] == SWEEP
        assert f"mode:{METHOD.modes[0].id}" not in modes, "all of it is agreed"
        assert sum(box.minutes for box in agenda) == sum(box.minutes for box in before.current.agenda)
        others = [box.kind for box in before.current.agenda if not box.kind.startswith("mode:")]
        assert [box.kind for box in agenda if not box.kind.startswith("mode:")] == others
        assert [box.position for box in agenda] == list(range(len(agenda)))


@pytest.mark.parametrize("minutes", [1, 5, 12, 60, 240])
def test_taking_it_twice_changes_nothing_however_little_time_there_is(minutes: int) -> None:
    before = answered(engagement())
    boxes = tuple(replace(b, minutes=minutes if b.kind.startswith("mode:") else 5) for b in before.current.agenda)
    before = replace(before, rounds=(replace(before.current, agenda=boxes),))
    agenda = proposed_agenda(METHOD, before, WORDS)
    after = replace(before, rounds=(replace(before.current, agenda=agenda),))
    assert proposed_agenda(METHOD, after, WORDS) == agenda
    assert sum(box.minutes for box in agenda) == sum(box.minutes for box in boxes)


def test_a_workshop_that_has_begun_keeps_its_agenda() -> None:
    before = answered(engagement())
    first, *others = before.current.agenda
    begun = replace(before.current, agenda=(replace(first, spent=60), *others))
    assert proposed_agenda(METHOD, replace(before, rounds=(begun,)), WORDS) == ()


def test_worst_and_best_agreed_on_look_the_same() -> None:
    """Nobody is told the level before it is revealed."""
    bad = answered(engagement())
    good = replace(
        bad,
        rounds=(
            replace(
                bad.current,
                votes={
                    key: replace(vote, answer=Answer.NOT_PRESENT) if vote.ballot_id.split("/")[1] in AGREED else vote
                    for key, vote in bad.current.votes.items()
                },
            ),
        ),
    )
    assert leanings(METHOD, good) == leanings(METHOD, bad)
