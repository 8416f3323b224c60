"""What holds of a failure mode's result whatever the answers are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from model_samples import RULES, rating

from models.diagnosis.diagnosis import Band, ModeResult, mode_result
from models.method.method import FailureMode, WarningSign
from models.values.terms import Answer, Confidence, Group

SIGNS = tuple(
    WarningSign(f"sign-{n}", "Sign", "Who?", ("a", "b", "c", "d"), ("log",), (Group.DATA,), ()) for n in range(6)
)
MODE = FailureMode("mode", "A mode", "Mode", "A finding", "A fix.", SIGNS)

answers = st.dictionaries(st.sampled_from([s.id for s in SIGNS]), st.sampled_from(list(Answer)))


def result_of(given_answers: dict[str, Answer], mode: FailureMode = MODE) -> ModeResult:
    return mode_result(mode, {s: rating(s, a, Confidence.SEEN) for s, a in given_answers.items()}, RULES.bands)


@given(answers)
def test_the_index_lies_within_the_scale_and_within_what_the_open_signs_allow(given_answers: dict[str, Answer]) -> None:
    result = result_of(given_answers)

    assert 0 <= result.lowest <= result.highest <= 100
    if result.index is not None:
        assert result.lowest <= result.index <= result.highest


@given(answers, st.sampled_from([s.id for s in SIGNS]))
def test_raising_a_level_never_lowers_the_index_or_the_urgency(given_answers: dict[str, Answer], sign: str) -> None:
    for low, high in ((0, 1), (1, 2), (2, 3)):
        before = result_of({**given_answers, sign: Answer(str(low))})
        after = result_of({**given_answers, sign: Answer(str(high))})
        assert before.index is not None
        assert after.index is not None
        assert after.index > before.index
        assert after.band.urgency >= before.band.urgency


@given(answers, st.permutations(SIGNS))
def test_the_order_of_the_signs_does_not_matter(given_answers: dict[str, Answer], order: list[WarningSign]) -> None:
    one = result_of(given_answers)
    other = result_of(given_answers, FailureMode("mode", "A mode", "Mode", "A finding", "A fix.", tuple(order)))

    assert (one.index, one.lowest, one.highest, one.band) == (other.index, other.lowest, other.highest, other.band)
    assert dict(one.confidence) == dict(other.confidence)


@given(answers)
def test_a_severe_sign_is_never_shown_below_high(given_answers: dict[str, Answer]) -> None:
    result = result_of({**given_answers, "sign-0": Answer.SEVERE})

    assert result.band in (Band.HIGH, Band.CRITICAL)


@given(answers, st.sampled_from([s.id for s in SIGNS]))
def test_turning_fine_into_not_known_never_makes_a_mode_look_better(
    given_answers: dict[str, Answer], sign: str
) -> None:
    fine = result_of({**given_answers, sign: Answer.NOT_PRESENT})
    open_ = result_of({**given_answers, sign: Answer.NOT_KNOWN})

    assert open_.highest >= fine.highest
    if fine.band in (Band.LOW, Band.MODERATE):
        assert open_.band.urgency >= fine.band.urgency


@given(answers)
def test_not_known_and_not_asked_weigh_the_same(given_answers: dict[str, Answer]) -> None:
    asked = {s.id: given_answers.get(s.id, Answer.NOT_KNOWN) for s in SIGNS}

    one, other = result_of(given_answers), result_of(asked)

    assert (one.index, one.lowest, one.highest, one.band) == (other.index, other.lowest, other.highest, other.band)


@settings(max_examples=50)
@given(answers)
def test_every_sign_is_counted_once(given_answers: dict[str, Answer]) -> None:
    result = result_of(given_answers)

    skipped = len(SIGNS) - result.applicable
    assert result.answered + result.not_known + result.not_asked + skipped == len(SIGNS)
    assert sum(result.confidence.values()) == result.answered
