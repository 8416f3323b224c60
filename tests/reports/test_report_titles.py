"""Titles state a finding, in at most 50 characters, right for one, many and none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
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

from models.engagement.dependency import Dependency, dependency_id
from models.engagement.engagement import Engagement
from models.engagement.judgements import Judgement
from models.engagement.registers import Gate, GateCondition
from models.method.method import Method
from models.playbook.phases import PhaseProgress
from models.readiness.readiness import points_of
from models.values.terms import NoteKind, PointState
from reports.words import findings
from reports.words.facts import Facts
from reports.words.findings import (
    LONGEST_TITLE,
    actions_title,
    as_title,
    calendar_title,
    later_title,
    open_title,
    reply_title,
    sign_off_title,
)
from reports.words.record_findings import attendance_title, phase_title, playbook_title, signs_title, votes_title


def facts(engagement: Engagement, method: Method | None = None) -> Facts:
    return Facts(engagement, method or built_in_method(), TODAY, WORDS)


def dated(actions: int) -> Engagement:
    """So many actions, each with an owner and a date."""
    start = many(actions, 3)
    plan = tuple(replace(a, owner_id="p1", due=HELD + timedelta(days=i)) for i, a in enumerate(start.current.actions))
    return replace(start, rounds=(replace(start.current, actions=plan),))


LOW = ("0",) * 24

SIGNS = [
    (empty(), "No warning sign has been rated yet"),
    (with_levels("2"), "The one sign rated is not severe"),
    (with_levels("2", "1"), "None of two signs rated is severe"),
    (with_levels("3"), "The one sign rated is severe"),
    (with_levels("3", "3"), "All two signs rated are severe"),
]


@pytest.mark.parametrize(("engagement", "title"), SIGNS)
def test_how_many_signs_are_severe(engagement: Engagement, title: str) -> None:
    assert signs_title(facts(engagement)) == title


OPEN = [
    (with_levels(*LOW), "Every warning sign has an answer"),
    (with_levels(*LOW[1:]), "One of 24 signs was not asked"),
    (with_levels(*LOW[2:]), "Two of 24 signs were not asked"),
    (with_levels(*LOW[1:], "n"), "One of 24 signs is not known yet"),
    (with_levels(*LOW[2:], "n"), "Two of 24 signs have no level"),
    (thai(), "15 of 24 signs are not known yet"),
    (empty(), "None of 24 signs was asked"),
]


@pytest.mark.parametrize(("engagement", "title"), OPEN)
def test_what_is_open(engagement: Engagement, title: str) -> None:
    assert open_title(facts(engagement)) == title


ACTIONS = [
    (empty(), "No action has been agreed yet", "No action has a date yet"),
    (dated(1), "One action is agreed", "The one action was due by 12 March"),
    (dated(2), "Two actions are agreed", "Every action is due by 13 March"),
    (dated(9), "Seven of nine actions come first", "Every action is due by 20 March"),
    (full(), "Seven of 13 actions come first", "Two of 13 actions have no date yet"),
]


@pytest.mark.parametrize(("engagement", "order", "dates"), ACTIONS)
def test_what_the_plan_comes_to(engagement: Engagement, order: str, dates: str) -> None:
    assert actions_title(facts(engagement)) == order
    assert calendar_title(facts(engagement)) == dates


def test_what_follows_is_said_with_its_month_or_as_later() -> None:
    assert later_title(facts(dated(9))) == "Two more are due by the end of June"
    assert later_title(facts(dated(8))) == "One more is due by the end of June"
    far = dated(9)
    plan = tuple(replace(a, due=date(2028, 1, 1)) for a in far.current.actions)
    assert later_title(facts(replace(far, rounds=(replace(far.current, actions=plan),)))) == "Two more come later"


def tied(days: int, short: str = "Nightly feed") -> Engagement:
    """Two actions of which the second waits for the first, due so many days after it."""
    start = dated(2)
    first, second = start.current.actions
    due = HELD + timedelta(days=60)
    then = replace(second, short=short, due=due + timedelta(days=days), effort_low=Decimal(1), effort_high=Decimal(1))
    waits = Dependency(
        id=dependency_id(second.id, first.id), assessment_id="a1", action_id=second.id, after_id=first.id
    )
    actions = (replace(first, due=due), then)
    return replace(start, rounds=(replace(start.current, actions=actions, dependencies={waits.id: waits}),))


TIGHT = [
    (tied(-5), "“Nightly feed” begins before it can"),
    (tied(2), "“Nightly feed” has one day to spare"),
    (tied(8), "“Nightly feed” has five days to spare"),
    (tied(8, "A name so long that no title holds it, whatever"), "Action 1 has five days to spare"),
    (tied(8, ""), "Action 1 has five days to spare"),
    (tied(60), "Every action is due by 10 July"),
]


@pytest.mark.parametrize(("engagement", "title"), TIGHT)
def test_the_calendar_says_first_where_it_is_tight(engagement: Engagement, title: str) -> None:
    assert calendar_title(facts(engagement)) == title


def test_a_day_that_a_gate_names_comes_before_all() -> None:
    start = dated(1)
    asked = GateCondition(assessment_id="a1", phase_id="pilot-design", text="The budget", day=HELD - timedelta(days=1))
    asked = replace(asked, action_id=start.current.actions[0].id)
    late = replace(start, rounds=(replace(start.current, conditions=(asked,)),))
    assert calendar_title(facts(late)) == "Action 0 comes too late"


def test_who_signs_and_who_is_asked_for_word() -> None:
    start = complete()
    named = replace(start, stakeholders=(replace(start.stakeholders[0], sponsor=True), *start.stakeholders[1:]))
    titles = [sign_off_title(facts(named), people) for people in (0, 1, 2, 60)]
    assert titles == [
        "The plan still needs people who sign it",
        "One person is asked to sign this plan",
        "Two people are asked to sign this plan",
        "60 people are asked to sign this plan",
    ]
    assert sign_off_title(facts(empty()), 3) == "Nobody is named yet to sign the decision"
    assert reply_title(facts(dated(1))) == "The owner says here how far the action is"
    assert reply_title(facts(dated(22))) == "Owners say here how far their actions are"


def day(**changes: object) -> Engagement:
    """The complete engagement with its current round changed."""
    start = complete()
    return replace(start, rounds=(replace(start.current, **changes),))  # type: ignore[arg-type]


def attended(*present: bool | None) -> Engagement:
    """The complete engagement without votes, its people marked so."""
    start = complete()
    people = tuple(replace(p, present=mark) for p, mark in zip(start.stakeholders, present, strict=False))
    return replace(start, stakeholders=people, rounds=(replace(start.current, ballots={}, votes={}),))


ATTENDED = [
    (attended(True), "One person took part"),
    (attended(*[True] * 8), "Eight people took part"),
    (attended(True, True, False), "Two people took part"),
    (attended(True, None, False), "One person took part; of one more it was not noted"),
    (attended(None, None), "Nobody noted who took part"),
    (attended(*[False] * 8), "Nobody else took part"),
    (empty(), "Nobody noted who took part"),
]


@pytest.mark.parametrize(("engagement", "title"), ATTENDED)
def test_who_took_part(engagement: Engagement, title: str) -> None:
    assert attendance_title(facts(engagement)) == title


def test_what_the_votes_came_to() -> None:
    assert votes_title(facts(full())) == "Nothing was put to the vote"
    assert votes_title(facts(complete())) == "One of three votes is split"


def progress(done: int, begun: int, missing: int) -> PhaseProgress:
    ids = [tuple(f"i{n}" for n in range(count)) for count in (done, begun, missing)]
    return PhaseProgress("p", *ids, gate=Gate(id="g", assessment_id="a", phase_id="p"))


PHASES = [
    (progress(10, 0, 0), "All ten items are written down"),
    (progress(1, 0, 0), "The one item is written down"),
    (progress(0, 1, 0), "The one item has gaps"),
    (progress(0, 0, 1), "Nothing of this phase is written down yet"),
    (progress(0, 1, 9), "None of ten items is whole yet"),
    (progress(1, 0, 9), "One of ten items is written down"),
    (progress(9, 1, 2), "Nine of 12 items are written down"),
]


@pytest.mark.parametrize(("found", "title"), PHASES)
def test_how_far_a_phase_is_written_down_is_not_called_done(found: PhaseProgress, title: str) -> None:
    assert phase_title(facts(full()), found) == title


def test_the_plan_against_what_is_usual() -> None:
    start = complete()
    titles = [
        findings.budget_title(facts(replace(start, pilot=replace(start.pilot, cost=cost))))
        for cost in (None, Decimal(60_000), Decimal(180_000), Decimal(900_000), Decimal(62_000_000))
    ]
    assert titles == [
        "What the pilot cost is not known yet",
        "The plan lies £180,000 above the usual range",
        "The plan lies within the usual range",
        "The plan lies £1.3\u00a0M below the usual range",
        "The plan lies £120\u00a0M below the usual range",
    ]
    assert findings.budget_title(facts(full())) == "No cost of going live is on record yet"


def test_readiness_in_one_line() -> None:
    assert findings.readiness_title(facts(full())) == "Not judged yet"
    assert findings.readiness_title(facts(complete())) == "No-go: four open, one not judged"
    apart = {
        p.id: Judgement(
            id=p.id, assessment_id="a1", point_id=p.id, state=PointState.DOES_NOT_APPLY, reason="There is none"
        )
        for p in points_of(built_in_method())
    }
    assert findings.readiness_title(facts(day(judgements=apart))) == "Go: no point applies"


def test_how_many_decisions() -> None:
    notes = [n for n in complete().current.notes if n.kind is NoteKind.DECISION and n.for_client]
    titles = [findings.decisions_title(facts(day(notes=tuple(notes[:count])))) for count in (0, 1, 2)]
    assert titles == ["No decision was written down", "One thing was decided", "Two things were decided"]


def headline_title(found: Facts) -> str:
    return as_title(found.headline)


TITLES: list[Callable[[Facts], str]] = [
    headline_title, signs_title, actions_title, later_title, calendar_title, open_title, findings.numbers_title,
    findings.budget_title, findings.readiness_title, findings.decisions_title, attendance_title, votes_title,
    playbook_title, reply_title,
]  # fmt: skip
UNWANTED = ("stands", "held", "consensus", "index", "USD 1", ",000,000")


@pytest.mark.parametrize("title", TITLES)
def test_titles_are_short_and_plain_whatever_the_data(title: Callable[[Facts], str]) -> None:
    cases = [full(), complete(), monster(), thai(), empty(), all_not_known(), hostile(), many(300, 60)] + [
        e for e, *_ in (*SIGNS, *ACTIONS, *TIGHT, *ATTENDED)
    ]
    for engagement in cases:
        for method in (built_in_method(), wide_method()):
            text = title(facts(engagement, method))
            assert 0 < len(text) <= LONGEST_TITLE
            assert not text.endswith("…") or title is headline_title, text
            assert title is headline_title or not [word for word in UNWANTED if word in text]
