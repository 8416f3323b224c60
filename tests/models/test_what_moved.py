"""What is said of two rounds is honest whatever was asked in either: only what was answered both times has moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_samples import DOES_NOT_APPLY, NOT_KNOWN, WORDS, answer_of, engagement_with, round_of

from models.engagement.carrying import carried_id
from models.engagement.changes import Change, Changed
from models.engagement.engagement import Action, Assessment, Engagement, Rating, Round, rating_id
from models.engagement.judgements import Judgement, judgement_id
from models.method.check import read_method
from models.rounds.comparison import Comparison, compared, comparison, two_rounds
from models.rounds.modes import Direction
from models.rounds.pasts import Became, Past
from models.rounds.signs import BETTER, BOTH_TIMES, FOR_THE_WORSE, Movement, last_time
from models.rounds.telling import as_json, as_lines
from models.rounds.wording import (
    LONGEST_HEADLINE,
    headline,
    lead,
    mode_reason,
    neither_sentence,
    promises_sentence,
    readiness_sentence,
    signs_sentence,
    slip_text,
)
from models.values.refusal import Refusal
from models.values.terms import Answer, Decision, PointState, Progress, RoundState
from resources import resource_text

METHOD = read_method(resource_text("method/clearway.toml"), "clearway.toml")
SIGNS = [sign.id for sign in METHOD.signs]
HELD, TODAY = date(2027, 2, 10), date(2027, 2, 12)
Answers = Mapping[str, Answer]
LATER = "s" * 32

answers = st.dictionaries(st.sampled_from(SIGNS), st.sampled_from(list(Answer)))


def later_round(given_answers: Mapping[str, int | Answer], actions: tuple[Action, ...] = ()) -> Round:
    ratings = {
        sign: Rating(id=rating_id(LATER, sign), assessment_id=LATER, sign_id=sign, answer=answer_of(answer))
        for sign, answer in given_answers.items()
    }
    assessment = Assessment(id=LATER, engagement_id="e" * 32, number=2, method=METHOD.key, held_on=HELD)
    return Round(assessment, ratings, actions=actions)


def both(then: Round, now: Round) -> Engagement:
    return replace(engagement_with(then), rounds=(then, now))


def moved(
    then: Mapping[str, int | Answer],
    now: Mapping[str, int | Answer],
    actions: tuple[tuple[Action, ...], tuple[Action, ...]] = ((), ()),
) -> Comparison:
    found = compared(METHOD, both(round_of(then, actions[0]), later_round(now, actions[1])), TODAY)
    assert found is not None
    return found


def kinds(found: Comparison) -> dict[str, Movement]:
    return {one.sign.id: one.movement for one in found.signs}


A, B, C, D = SIGNS[:4]


@pytest.mark.parametrize(
    ("then", "now", "movement"),
    [
        (3, 0, Movement.CLEARED),
        (1, 0, Movement.CLEARED),
        (3, 1, Movement.EASED),
        (2, 2, Movement.SAME),
        (0, 0, Movement.SAME),
        (1, 2, Movement.WORSE),
        (0, 1, Movement.NEW),
        (NOT_KNOWN, 2, Movement.KNOWN_NOW),
        (DOES_NOT_APPLY, 0, Movement.KNOWN_NOW),
        (None, 3, Movement.FIRST_ASKED),
        (3, NOT_KNOWN, Movement.NOT_KNOWN),
        (3, DOES_NOT_APPLY, Movement.NOT_KNOWN),
        (3, None, Movement.NOT_ASKED_AGAIN),
        (NOT_KNOWN, None, Movement.NOT_ASKED_AGAIN),
        (None, None, Movement.NEVER_KNOWN),
        (None, NOT_KNOWN, Movement.NEVER_KNOWN),
    ],
)
def test_what_became_of_a_sign(then: int | Answer | None, now: int | Answer | None, movement: Movement) -> None:
    found = moved({} if then is None else {A: then}, {} if now is None else {A: now})
    assert kinds(found)[A] is movement


@given(answers, answers)
def test_what_was_answered_in_one_round_only_is_neither_better_nor_worse(then: Answers, now: Answers) -> None:
    found = moved(then, now)

    for one in found.signs:
        twice = all(level is not None for level in one.levels)
        assert (one.movement in BOTH_TIMES) == twice
        if one.movement in (*BETTER, *FOR_THE_WORSE):
            assert one.sign.id in then
            assert one.sign.id in now
    for mode in found.modes:
        levels = {one.levels for one in mode.both}
        if mode.direction is Direction.BETTER:
            assert any((before or 0) > (after or 0) for before, after in levels)
        if mode.direction is Direction.WORSE:
            assert any((before or 0) < (after or 0) for before, after in levels)
        assert (mode.direction is Direction.NOT_COMPARABLE) == (not levels)


@given(answers, answers, st.sets(st.sampled_from(SIGNS)))
def test_asking_less_makes_nothing_better(then: Answers, now: Answers, left: set[str]) -> None:
    whole, part = moved(then, now), moved(then, {s: a for s, a in now.items() if s not in left})

    assert {s.sign.id for s in part.of(*BETTER)} == {s.sign.id for s in whole.of(*BETTER)} - left
    assert {s.sign.id for s in part.of(*FOR_THE_WORSE)} == {s.sign.id for s in whole.of(*FOR_THE_WORSE)} - left


@given(answers, st.sets(st.sampled_from(SIGNS)))
def test_the_same_answers_to_fewer_questions_move_nothing(then: Answers, left: set[str]) -> None:
    found = moved(then, {s: a for s, a in then.items() if s not in left})

    assert found.of(*BETTER, *FOR_THE_WORSE) == ()
    assert {m.direction for m in found.modes} <= {Direction.SAME, Direction.NOT_COMPARABLE}
    said = f"{headline(found, WORDS)} {signs_sentence(found, WORDS) if found.both else ''}"
    assert not any(word in said for word in ("cleared", "eased", "worse", "came up"))


@given(answers, answers, answers)
def test_what_was_asked_once_changes_no_direction(then: Answers, now: Answers, other: Answers) -> None:
    """Whatever was said to a sign that the other round did not ask or could not answer."""
    once = {s for s in SIGNS if s not in then}
    changed = {**{s: a for s, a in now.items() if s not in once}, **{s: a for s, a in other.items() if s in once}}

    def directions(found: Comparison) -> list[Direction]:
        return [mode.direction for mode in found.modes]

    assert directions(moved(then, now)) == directions(moved(then, changed))


@given(answers, answers)
def test_whatever_is_said_has_its_words(then: Answers, now: Answers) -> None:
    found = moved(then, now)

    assert 0 < len(headline(found, WORDS)) <= LONGEST_HEADLINE
    for text in (lead(found, WORDS), neither_sentence(found, WORDS), *(mode_reason(m, WORDS) for m in found.modes)):
        assert "{" not in text
        assert not text or text.endswith(".")
    assert "{" not in "\n".join(as_lines(found, WORDS))
    assert as_json(found).isascii() or as_json(found)


def test_the_title_counts_what_cleared_and_says_what_stands() -> None:
    found = moved({A: 3, B: 2, C: 1, "no-maintainer": 2}, {A: 0, B: 0, C: 0, "no-maintainer": 2})
    assert headline(found, WORDS) == "Three signs cleared; one still stands"
    same = moved({"ownership-gap": 3}, {"ownership-gap": 3})
    assert headline(same, WORDS).startswith("No sign has moved; ")


def test_the_title_is_no_rosier_than_the_round() -> None:
    found = moved({A: 3, B: 0, C: 0}, {A: 0, B: 3, C: 2})
    assert headline(found, WORDS).startswith("Two signs are worse; ")
    assert signs_sentence(found, WORDS) == "Of three signs answered in both rounds one cleared and two came up."


def test_a_mode_asked_less_is_told_like_for_like() -> None:
    first, second, *_ = METHOD.modes[0].signs
    found = moved({first.id: 3, second.id: 0}, {second.id: 0}).modes[0]

    assert (found.then.index, found.now.index) == (50, 0)
    assert found.direction is Direction.SAME
    assert mode_reason(found, WORDS).endswith("Signs asked both times: 0 then, 0 now.")


def test_a_mode_that_was_left_out_says_so() -> None:
    found = moved({METHOD.modes[0].signs[0].id: 3}, {METHOD.modes[1].signs[0].id: 1})
    assert found.modes[0].not_asked_again
    assert mode_reason(found.modes[0], WORDS).startswith("Not asked again")
    assert neither_sentence(found, WORDS) == (
        "One was not asked again and one is known only now: these count neither way."
    )


def test_the_last_time_is_the_newest_round_that_asked() -> None:
    first, second = round_of({A: 3, B: 1}), later_round({B: 2})
    third = replace(second, assessment=replace(second.assessment, id="t" * 32, number=3), ratings={})
    engagement = replace(engagement_with(first), rounds=(first, second, third))

    found = [last_time(engagement, sign) for sign in (A, B, C)]
    assert [rating and rating.answer for rating in found] == [Answer.SEVERE, Answer.ESTABLISHED, None]


def action(number: int, due: date | None, **more: object) -> Action:
    fields = {"id": f"{number:032}", "assessment_id": "r" * 32, "position": number, "due": due, **more}
    return Action(**fields)  # type: ignore[arg-type]


def taken_over(one: Action, **more: object) -> Action:
    return replace(one, id=carried_id(LATER, one.id), assessment_id=LATER, **more)  # type: ignore[arg-type]


JAN, FEB, MARCH = date(2027, 1, 8), date(2027, 2, 1), date(2027, 3, 12)


def test_what_became_of_what_was_promised() -> None:
    done = action(1, JAN, progress=Progress.DONE)
    slipped, gone, rejected, waiting = action(2, JAN), action(3, JAN), action(4, JAN), action(5, MARCH)
    finished = action(6, FEB)
    now = (
        taken_over(slipped, due=MARCH),
        taken_over(rejected, decision=Decision.REJECTED),
        taken_over(waiting),
        taken_over(finished, progress=Progress.DONE),
        replace(action(7, MARCH), assessment_id=LATER),
    )
    found = moved({}, {}, ((done, slipped, gone, rejected, waiting, finished), now))

    assert [(p.action.position, p.became) for p in found.pasts] == [
        (1, Became.DONE),
        (2, Became.CARRIED),
        (3, Became.DROPPED),
        (4, Became.DROPPED),
        (5, Became.CARRIED),
        (6, Became.DONE),
    ]
    assert [p.action.position for p in found.late] == [2]
    assert (found.done, len(found.due), found.new_actions) == (2, 5, 1)
    assert [(p.slips, p.days) for p in found.slipped] == [(1, 63)]
    assert promises_sentence(found, WORDS) == "Two of five actions promised by 10 February are done."
    assert slip_text(found.pasts[1], WORDS) == "8 January, now 12 March"


def past_of(acts: list[tuple[Change, ...]], due: date) -> Past:
    """Of one action promised for January in a round that was closed, and taken over."""
    one = action(1, due)
    then = round_of({}, (one,))
    then = replace(then, assessment=replace(then.assessment, state=RoundState.CLOSED))
    engagement = both(then, later_round({}, (taken_over(one, due=MARCH),)))
    return comparison(METHOD, engagement, then, TODAY, acts).pasts[0]


def due_moved(key: str, *days: date) -> list[tuple[Change, ...]]:
    """The newest first."""
    return [(Changed(Action, key, "due", before, after),) for before, after in pairwise(days)][::-1]


CLOSED: tuple[Change, ...] = (Changed(Assessment, "r" * 32, "state", RoundState.OPEN, RoundState.CLOSED),)
FIRST, SECOND = f"{1:032}", carried_id(LATER, f"{1:032}")


def test_how_often_and_how_far_a_date_moved_is_told_by_the_history() -> None:
    acts = [*due_moved(SECOND, FEB, MARCH), *due_moved(FIRST, JAN, FEB), CLOSED, *due_moved(FIRST, MARCH, JAN)]
    past = past_of(acts, FEB)

    assert (past.promised, past.slips, past.days) == (JAN, 2, 63)
    assert slip_text(past, WORDS) == "8 January, now 12 March; moved two times"


def test_what_was_moved_and_taken_back_is_no_slip() -> None:
    acts = [*due_moved(SECOND, JAN, MARCH), *due_moved(FIRST, JAN, FEB, JAN), CLOSED]
    past = past_of(acts, JAN)
    assert (past.promised, past.slips) == (JAN, 1)


def judged(states: Mapping[str, PointState], key: str) -> dict[str, Judgement]:
    return {
        p: Judgement(id=judgement_id(key, p), assessment_id=key, point_id=p, state=state) for p, state in states.items()
    }


def test_readiness_is_never_better_because_less_was_judged() -> None:
    points = [point.id for group in METHOD.readiness for point in group.points]
    then = replace(round_of({}), judgements=judged(dict.fromkeys(points, PointState.OPEN), "r" * 32))
    now = replace(later_round({}), judgements=judged({points[0]: PointState.OPEN}, LATER))
    found = compared(METHOD, both(then, now), TODAY)

    assert found is not None
    assert readiness_sentence(found, WORDS) == (
        "It stays a no-go: one point is open, and 15 before. 14 points are not judged again yet."
    )
    assert not any(point.closed or point.opened for point in found.readiness.points)


def test_two_rounds_are_named_in_either_order_and_one_alone_is_refused() -> None:
    engagement = both(round_of({A: 3}), later_round({A: 1}))

    for named in ((None, None), (2, 1), (1, 2), (2, None)):
        seen, then = two_rounds(engagement, *named)
        assert (seen.current.assessment.number, then.assessment.number) == (2, 1)
    for named, said in (((2, 2), "another one"), ((3, None), "has no round 3"), ((1, None), "has no round 0")):
        with pytest.raises(Refusal, match=said):
            two_rounds(engagement, *named)
    with pytest.raises(Refusal, match="has one round"):
        two_rounds(engagement_with(round_of({})), None, None)
