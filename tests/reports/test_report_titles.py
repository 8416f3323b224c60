"""Titles state a finding, in at most 50 characters, right for one, many and none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from report_cases import (
    HELD,
    TODAY,
    WORDS,
    all_not_known,
    built_in_method,
    complete,
    empty,
    full,
    hostile,
    many,
    monster,
    thai,
    wide_method,
    with_levels,
)

from models.diagnosis.voting import Agreement
from models.engagement.engagement import Engagement
from models.engagement.judgements import Judgement
from models.engagement.registers import Gate
from models.method.method import Method
from models.playbook.phases import PhaseProgress
from models.readiness.readiness import points_of
from models.values.terms import NoteKind, PointState
from reports.words import findings
from reports.words.facts import Facts
from reports.words.findings import (
    LONGEST_TITLE,
    modes_title,
    open_title,
    priorities_title,
    sign_off_title,
    signs_title,
    timeline_title,
    where_it_stands,
)
from reports.words.record_findings import attendance_title, gate_title, phase_title, playbook_title, votes_title


def facts(engagement: Engagement, method: Method | None = None) -> Facts:
    return Facts(engagement, method or built_in_method(), TODAY, WORDS)


def dated(actions: int) -> Engagement:
    """So many actions, each with an owner and a date."""
    start = many(actions, 3)
    plan = tuple(replace(a, owner_id="p1", due=HELD + timedelta(days=i)) for i, a in enumerate(start.current.actions))
    return replace(start, rounds=(replace(start.current, actions=plan),))


LOW, MODERATE = ("0",) * 24, ("1",) * 4 + ("0",) * 20

WHERE = [
    (empty(), "The diagnosis has not begun"),
    (all_not_known(), "Where the pilot stands is not known yet"),
    (full(), "Nobody owns the model after launch"),
    (with_levels(*LOW), "No failure mode stands above low"),
    (with_levels(*MODERATE), "One failure mode needs care, none is high"),
    (with_levels(*(("1",) * 8 + ("0",) * 16)), "Two failure modes need care, none is high"),
    (with_levels(*(("0",) * 20 + ("n",) * 4)), "None stands high, but one mode is not known"),
    (with_levels("0", "0", "0", "0"), "None stands high, but five modes are not known"),
]


@pytest.mark.parametrize(("engagement", "title"), WHERE)
def test_where_the_pilot_stands(engagement: Engagement, title: str) -> None:
    assert where_it_stands(facts(engagement)) == title


MODES = [
    (empty(), "No failure mode can be rated yet"),
    (with_levels(*LOW), "None of six failure modes stands high"),
    (with_levels("3", *LOW[1:]), "One of six failure modes is high or critical"),
    (full(), "Four of six failure modes are high or critical"),
    (with_levels(*("3",) * 24), "All six failure modes stand high or critical"),
]


@pytest.mark.parametrize(("engagement", "title"), MODES)
def test_how_many_modes_stand_high(engagement: Engagement, title: str) -> None:
    assert modes_title(facts(engagement)) == title


SIGNS = [
    (empty(), "No warning sign has been rated yet"),
    (with_levels("2"), "The one sign rated is not severe"),
    (with_levels("2", "1"), "None of the two signs rated is severe"),
    (with_levels("3"), "One of 24 warning signs is severe"),
    (with_levels("3", "3"), "Two of 24 warning signs are severe"),
]


@pytest.mark.parametrize(("engagement", "title"), SIGNS)
def test_how_many_signs_are_severe(engagement: Engagement, title: str) -> None:
    assert signs_title(facts(engagement)) == title


OPEN = [
    (with_levels(*LOW), "Every warning sign has an answer"),
    (with_levels(*LOW[1:]), "One of 24 warning signs is not known yet"),
    (with_levels(*LOW[2:]), "Two of 24 warning signs are not known yet"),
    (thai(), "15 of 24 warning signs are not known yet"),
    (empty(), "All 24 warning signs are still open"),
]


@pytest.mark.parametrize(("engagement", "title"), OPEN)
def test_what_is_open(engagement: Engagement, title: str) -> None:
    assert open_title(facts(engagement)) == title


ACTIONS = [
    (empty(), "No action has been agreed yet", "No action has a date yet"),
    (dated(1), "One action is agreed", "The one action is due by 12 Mar 2026"),
    (dated(2), "One of two actions comes first", "Every action is due by 13 Mar 2026"),
    (full(), "Six of 13 actions come first", "11 of 13 actions have a date"),
]


@pytest.mark.parametrize(("engagement", "order", "dates"), ACTIONS)
def test_what_the_plan_comes_to(engagement: Engagement, order: str, dates: str) -> None:
    assert priorities_title(facts(engagement)) == order
    assert timeline_title(facts(engagement)) == dates


def test_who_signs() -> None:
    titles = [sign_off_title(facts(empty()), owners) for owners in (0, 1, 2, 60)]
    assert titles == [
        "The plan still needs owners who sign it",
        "One owner is asked to sign this plan",
        "Two owners are asked to sign this plan",
        "60 owners are asked to sign this plan",
    ]


def day(**changes: object) -> Engagement:
    """The complete engagement with its current round changed."""
    start = complete()
    return replace(start, rounds=(replace(start.current, **changes),))  # type: ignore[arg-type]


def attended(count: int, minutes: int) -> Engagement:
    start = complete()
    boxes = start.current.agenda[:1] if minutes else ()
    boxes = tuple(replace(box, minutes=minutes) for box in boxes)
    people = start.stakeholders[:count]
    return replace(start, stakeholders=people, rounds=(replace(start.current, agenda=boxes),))


ATTENDED = [
    (attended(0, 90), "Nobody is recorded as present"),
    (attended(1, 0), "One person took part"),
    (attended(1, 1), "One person took part, 1 minute planned"),
    (attended(8, 90), "Eight people took part, 90 minutes planned"),
]


@pytest.mark.parametrize(("engagement", "title"), ATTENDED)
def test_who_took_part(engagement: Engagement, title: str) -> None:
    assert attendance_title(facts(engagement)) == title


P, F, S, N = Agreement.AGREED_PROBLEM, Agreement.AGREED_FINE, Agreement.SPLIT, Agreement.NOT_KNOWN
VOTED = [
    ([], "The room did not vote on any sign"),
    ([F, N, None], "No sign is an agreed problem, none is split"),
    ([P], "One sign is an agreed problem"),
    ([P, P, S], "Two signs are agreed problems, one split"),
    ([P] * 12 + [S] * 12, "12 signs are agreed problems, 12 split"),
    ([S], "The room is split on one sign"),
    ([S, S, F], "The room is split on two signs"),
]


@pytest.mark.parametrize(("found", "title"), VOTED)
def test_what_the_votes_come_to(found: list[Agreement | None], title: str) -> None:
    assert votes_title(facts(full()), found) == title


def progress(done: int, begun: int, missing: int) -> PhaseProgress:
    ids = [tuple(f"i{n}" for n in range(count)) for count in (done, begun, missing)]
    return PhaseProgress("p", *ids, gate=Gate(id="g", assessment_id="a", phase_id="p"))


PHASES = [
    (progress(10, 0, 0), "All ten items are done"),
    (progress(1, 0, 0), "The one item is done"),
    (progress(0, 1, 0), "The one item is not done yet"),
    (progress(0, 0, 1), "Nothing of this phase has been begun"),
    (progress(0, 1, 9), "None of ten items is done yet"),
    (progress(1, 0, 9), "One of ten items is done"),
    (progress(9, 1, 2), "Nine of 12 items are done"),
]


@pytest.mark.parametrize(("found", "title"), PHASES)
def test_how_far_a_phase_is(found: PhaseProgress, title: str) -> None:
    assert phase_title(facts(full()), found) == title


def test_the_plan_against_the_rule() -> None:
    start = complete()
    titles = [
        findings.budget_title(facts(replace(start, pilot=replace(start.pilot, cost=cost))))
        for cost in (None, Decimal(60_000), Decimal(180_000), Decimal(900_000))
    ]
    assert titles == [
        "The budget cannot be held against the rule yet",
        "The budget is above 5 times the pilot",
        "The budget is within 2 to 5 times the pilot",
        "The budget is below what production takes",
    ]
    assert findings.budget_title(facts(full())) == "Production has no budget yet"


def test_readiness_in_one_line() -> None:
    assert findings.readiness_title(facts(full())) == "None of 15 readiness points is judged yet"
    assert findings.readiness_title(facts(complete())) == "No-go: 5 points are open"
    apart = {
        p.id: Judgement(
            id=p.id, assessment_id="a1", point_id=p.id, state=PointState.DOES_NOT_APPLY, reason="There is none"
        )
        for p in points_of(built_in_method())
    }
    assert findings.readiness_title(facts(day(judgements=apart))) == "Go: no readiness point applies here"


def test_how_many_decisions() -> None:
    notes = [n for n in complete().current.notes if n.kind is NoteKind.DECISION and n.for_client]
    titles = [findings.decisions_title(facts(day(notes=tuple(notes[:count])))) for count in (0, 1, 2)]
    assert titles == ["No decision stands on record", "One decision was taken", "Two decisions were taken"]


TITLES: list[Callable[[Facts], str]] = [
    where_it_stands, modes_title, signs_title, priorities_title, timeline_title, open_title, findings.numbers_title,
    findings.budget_title, findings.readiness_title, findings.decisions_title, attendance_title, gate_title,
    playbook_title,
]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_titles_are_short_whatever_the_data(title: Callable[[Facts], str]) -> None:
    cases = [full(), complete(), monster(), thai(), empty(), all_not_known(), hostile(), many(300, 60)] + [
        e for e, _ in WHERE + MODES
    ]
    for engagement in cases:
        for method in (built_in_method(), wide_method()):
            text = title(facts(engagement, method))
            assert 0 < len(text) <= LONGEST_TITLE
            assert not text.endswith("…"), text
