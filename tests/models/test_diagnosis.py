"""Index, band, coverage and confidence of a failure mode: figures worked by hand from the formula."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from model_samples import DOES_NOT_APPLY, NOT_KNOWN, RULES, WORDS, answer_of, rating, round_of

from models.diagnosis.diagnosis import (
    Band,
    ModeResult,
    confidence_text,
    coverage,
    coverage_text,
    mode_result,
    mode_results,
    why_this_number,
    worst_first,
    worst_mode,
)
from models.engagement.engagement import Assessment, Round
from models.engagement.workshop import Ballot, ballot_id
from models.method.method import FailureMode, Method
from models.values.terms import Answer, Confidence

Given = int | Answer | None


def signs(count: int, method: Method) -> FailureMode:
    """A failure mode of `count` signs, taken from the method's own."""
    return FailureMode("mode", "A mode", "Mode", "A finding", "A fix.", method.signs[:count])


def result_of(method: Method, *answers: Given, confidence: Confidence | None = None) -> ModeResult:
    """The result of a mode with one sign an answer; None is a sign nobody has answered."""
    mode = signs(len(answers), method)
    given = {s.id: rating(s.id, a, confidence) for s, a in zip(mode.signs, answers, strict=True) if a is not None}
    return mode_result(mode, given, RULES.bands)


@pytest.mark.parametrize(
    ("answers", "index", "lowest", "highest"),
    [
        ((0, 0, 0, 0), 0, 0, 0),
        ((3, 3, 3, 3), 100, 100, 100),
        ((1, 2, 0, 3), 50, 50, 50),
        ((1, 1, 2, NOT_KNOWN), Fraction(400, 9), Fraction(400, 12), Fraction(700, 12)),
        ((2, NOT_KNOWN, NOT_KNOWN, None), Fraction(200, 3), Fraction(200, 12), Fraction(1100, 12)),
        ((2, 1, DOES_NOT_APPLY, DOES_NOT_APPLY), 50, 50, 50),
        ((3, DOES_NOT_APPLY, DOES_NOT_APPLY, NOT_KNOWN), 100, 50, 100),
        ((NOT_KNOWN, NOT_KNOWN, None, None), None, 0, 100),
        ((DOES_NOT_APPLY,) * 4, None, 0, 0),
    ],
)
def test_the_index_is_the_share_of_the_levels_that_could_be(
    method: Method, answers: tuple[Given, ...], index: Fraction | None, lowest: Fraction, highest: Fraction
) -> None:
    result = result_of(method, *answers)

    assert (result.index, result.lowest, result.highest) == (index, lowest, highest)


@pytest.mark.parametrize(
    ("levels", "index", "band"),
    [
        ((1, 1, 0, 0), Fraction(50, 3), Band.LOW),
        ((2, 1, 0, 0), 25, Band.MODERATE),
        ((2, 2, 1, 0), Fraction(125, 3), Band.MODERATE),
        ((2, 2, 1, 1), 50, Band.HIGH),
        ((2, 2, 2, 2), Fraction(200, 3), Band.HIGH),
        ((3, 2, 2, 1), Fraction(200, 3), Band.HIGH),
        ((3, 2, 2, 2), 75, Band.CRITICAL),
    ],
)
def test_a_band_begins_at_its_quarter_of_the_scale(
    method: Method, levels: tuple[int, ...], index: Fraction, band: Band
) -> None:
    result = result_of(method, *levels)

    assert (result.index, result.band) == (index, band)


@pytest.mark.parametrize(
    ("index", "band"),
    [(24, Band.LOW), (25, Band.MODERATE), (49, Band.MODERATE), (50, Band.HIGH), (74, Band.HIGH), (75, Band.CRITICAL)],
)
def test_the_thresholds_are_met_to_the_point(method: Method, index: int, band: Band) -> None:
    """A hundred signs, so that every whole index can be reached; severe ones only where no other sum will do."""
    hundred = tuple(replace(method.signs[0], id=f"sign-{n}") for n in range(100))
    total, most = 3 * index, 2 if index <= 66 else 3
    levels = [min(most, max(0, total - most * n)) for n in range(100)]

    mode = replace(signs(1, method), signs=hundred)

    result = mode_result(mode, {f"sign-{n}": rating(f"sign-{n}", a) for n, a in enumerate(levels)}, RULES.bands)

    assert (result.index, result.band) == (index, band)


def test_one_severe_sign_makes_a_mode_at_least_high(method: Method) -> None:
    result = result_of(method, 3, 0, 0, 0)

    assert (result.index, result.band) == (25, Band.HIGH)


def test_one_severe_sign_makes_a_mode_high_even_where_the_rest_is_open(method: Method) -> None:
    assert result_of(method, 3, NOT_KNOWN, NOT_KNOWN, None).band is Band.CRITICAL
    assert result_of(method, 3, 0, 0, NOT_KNOWN).band is Band.HIGH


def test_three_severe_signs_and_one_absent_are_critical(method: Method) -> None:
    assert result_of(method, 3, 3, 3, 0).band is Band.CRITICAL


@pytest.mark.parametrize(
    "answers", [(0, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN), (0, None, NOT_KNOWN, 0, None), (NOT_KNOWN,) * 4, (None,) * 4]
)
def test_a_mode_with_more_open_than_answered_is_not_known_and_never_fine(
    method: Method, answers: tuple[Given, ...]
) -> None:
    result = result_of(method, *answers)

    assert result.band is Band.NOT_KNOWN
    assert result.band.urgency > Band.MODERATE.urgency


def test_as_much_known_as_open_is_enough_for_a_band(method: Method) -> None:
    assert result_of(method, 0, 0, NOT_KNOWN, None).band is Band.LOW


def test_a_sign_that_does_not_apply_is_neither_open_nor_fine(method: Method) -> None:
    result = result_of(method, 2, DOES_NOT_APPLY, DOES_NOT_APPLY, DOES_NOT_APPLY)

    assert (result.index, result.band) == (Fraction(200, 3), Band.HIGH)
    assert (result.answered, result.applicable, result.not_known, result.not_asked) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("answers", "text"),
    [
        ((0, 1, 2, 3), "4 of 4 answered"),
        ((0, 1, 2, NOT_KNOWN), "3 of 4 answered, 1 not known"),
        ((0, NOT_KNOWN, NOT_KNOWN, None), "1 of 4 answered, 2 not known, 1 not asked yet"),
        ((0, 1, 2, DOES_NOT_APPLY), "3 of 3 answered, 1 does not apply"),
        ((0, 1, DOES_NOT_APPLY, DOES_NOT_APPLY), "2 of 2 answered, 2 do not apply"),
        ((None,) * 4, "0 of 4 answered, 4 not asked yet"),
    ],
)
def test_coverage_says_how_much_is_known(method: Method, answers: tuple[Given, ...], text: str) -> None:
    assert coverage_text(result_of(method, *answers), WORDS) == text


def test_a_sign_that_was_voted_on_and_not_answered_was_asked(method: Method) -> None:
    mode = method.modes[0]
    voted, answered = mode.signs[0].id, mode.signs[1].id
    key = ballot_id("r", voted, 1)
    ballot = Ballot(id=key, assessment_id="r", sign_id=voted, revealed=True, count_2=4)
    current = Round(
        Assessment(id="r", engagement_id="e", method=method.key),
        ratings={answered: rating(answered, 1)},
        ballots={key: ballot},
    )

    result = mode_results(method, current)[0]

    assert (result.answered, result.unsettled, result.not_asked) == (1, 1, len(mode.signs) - 2)
    assert coverage_text(result, WORDS) == "1 of 4 answered, 1 voted on, not answered yet, 2 not asked yet"


def test_confidence_counts_the_levels_and_only_the_levels(method: Method) -> None:
    mode = signs(4, method)
    backing = (Confidence.TESTED, Confidence.SEEN, Confidence.SEEN, Confidence.CLAIMED)
    answers = (0, 1, 2, NOT_KNOWN)
    given = {s.id: rating(s.id, a, c) for s, a, c in zip(mode.signs, answers, backing, strict=True)}

    result = mode_result(mode, given, RULES.bands)

    assert confidence_text(result, WORDS) == "1 tested, 2 seen"
    assert confidence_text(result_of(method, 1, 2), WORDS) == ""


def test_the_shown_index_is_a_whole_number_or_a_dash(method: Method) -> None:
    assert result_of(method, 2, 2, 1, 0).shown_index == "42"
    assert result_of(method, NOT_KNOWN).shown_index == "–"


def test_why_this_number_gives_the_sum_and_how_far_what_is_open_could_move_it(method: Method) -> None:
    assert why_this_number(result_of(method, 1, 1, 2, NOT_KNOWN), WORDS) == (
        "2 + 1 + 1 = 4 of the 9 that three signs can reach: 44 of 100.",
        "Signs without a level are left out. Once known, they put this figure between 33 and 58.",
        "Bands: low below 25, moderate below 50, high below 75, critical from 75.",
    )


def test_why_this_number_names_the_rule_that_set_the_band(method: Method) -> None:
    assert "A single severe sign" in why_this_number(result_of(method, 3, 0, 0, 0), WORDS)[-1]
    assert "no band is claimed" in why_this_number(result_of(method, 1, NOT_KNOWN, NOT_KNOWN), WORDS)[-1]
    assert "there is no figure" in why_this_number(result_of(method, NOT_KNOWN), WORDS)[0]


def test_there_is_one_result_a_mode_in_the_order_of_the_method(method: Method) -> None:
    results = mode_results(method, round_of({"resistance": 3}))

    assert [r.mode_id for r in results] == [m.id for m in method.modes]
    assert [r.answered for r in results] == [0, 0, 0, 0, 1, 0]


def test_the_worst_mode_leads(method: Method) -> None:
    moderate = dict.fromkeys([s.id for s in method.modes[0].signs], 1)
    severe = {method.modes[1].signs[0].id: 3, method.modes[1].signs[1].id: 0}
    half = dict.fromkeys([s.id for s in method.modes[2].signs], 2)
    results = mode_results(method, round_of({**moderate, **severe, **half}))

    assert [r.mode_id for r in worst_first(results)] == [
        "data-pipelines",
        "technical-debt",  # severe, so at least high, and ahead of a moderate mode; within a band the index leads
        "operating-model",
        "change-management",
        "budget-timeline",
        "wrong-problem",
    ]
    worst = worst_mode(results)
    assert worst is not None
    assert worst.mode_id == "data-pipelines"
    assert [r.shown_index for r in worst_first(results)[:2]] == ["67", "50"]


def test_no_mode_leads_while_nothing_has_a_level(method: Method) -> None:
    assert worst_mode(mode_results(method, round_of({"resistance": NOT_KNOWN}))) is None


def test_a_level_is_a_number_from_0_to_3_and_nothing_else_has_one() -> None:
    assert [answer_of(n).level for n in range(4)] == [0, 1, 2, 3]
    assert (NOT_KNOWN.level, DOES_NOT_APPLY.level) == (None, None)


def test_every_band_has_a_name_for_people() -> None:
    assert [b.name_in(WORDS) for b in sorted(Band, key=lambda b: b.urgency)] == [
        "Low",
        "Moderate",
        "Not known",
        "High",
        "Critical",
    ]


def test_one_count_says_how_many_signs_have_a_level_of_those_that_apply(method: Method) -> None:
    results = [result_of(method, 0, 1, 2, DOES_NOT_APPLY), result_of(method, 0, NOT_KNOWN, None, 3)]
    assert coverage(results) == (5, 7)
