"""Titles state a finding, in at most 50 characters, right for one, many and none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from report_cases import (
    HELD,
    TODAY,
    WORDS,
    all_not_known,
    built_in_method,
    empty,
    full,
    hostile,
    many,
    thai,
    wide_method,
    with_levels,
)

from models.engagement import Engagement
from models.method import Method
from reports import findings
from reports.facts import Facts
from reports.findings import (
    LONGEST_TITLE,
    modes_title,
    open_title,
    priorities_title,
    sign_off_title,
    signs_title,
    timeline_title,
    where_it_stands,
)


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


TITLES: list[Callable[[Facts], str]] = [
    where_it_stands, modes_title, signs_title, priorities_title, timeline_title, open_title, findings.numbers_title,
]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_titles_are_short_whatever_the_data(title: Callable[[Facts], str]) -> None:
    cases = [full(), thai(), empty(), all_not_known(), hostile(), many(300, 60)] + [e for e, _ in WHERE + MODES]
    for engagement in cases:
        for method in (built_in_method(), wide_method()):
            text = title(facts(engagement, method))
            assert 0 < len(text) <= LONGEST_TITLE
            assert not text.endswith("…"), text
