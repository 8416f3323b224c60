"""What is counted of every pilot in a few queries is what its engagement says when it is read."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from gettext import NullTranslations

import pytest

from desktop.library_acts import LibraryActs
from models.diagnosis.diagnosis import mode_results, worst_mode
from models.engagement.copying import fresh_copy
from models.engagement.engagement import Engagement
from models.method.method import Method
from models.plan.plan import accepted_actions, plan_lines
from models.plan.rubs import Kind, rubs
from models.readiness.readiness import verdict
from models.rounds.turning import beginning
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import Answer, Decision, PointState, Progress

TODAY = date(2026, 12, 1)
WORDS = NullTranslations()


def varied(sample: Engagement, chance: random.Random) -> Engagement:
    """The sample with answers, points and dates at random."""
    made = fresh_copy(sample)
    current = made.current
    ratings = {
        key: replace(rating, answer=chance.choice(list(Answer)))
        for key, rating in current.ratings.items()
        if chance.random() < 0.8
    }
    until = [None, TODAY - timedelta(days=1), TODAY, TODAY, TODAY + timedelta(days=9)]
    states = [
        PointState.CONFIRMED,
        PointState.WAIVED,
        PointState.DOES_NOT_APPLY,
        PointState.NOT_JUDGED,
        PointState.OPEN,
    ]
    points = {
        key: replace(
            judged, state=chance.choice(states[: chance.randint(1, 5)]), until=chance.choice(until),
            waived_by=chance.choice(["", "p", "p"]), reason=chance.choice(["", " \n", *["as agreed"] * 4]),
        )
        for key, judged in current.judgements.items()
        if chance.random() < 0.9
    }  # fmt: skip
    actions = tuple(
        replace(
            action, due=chance.choice([None, TODAY + timedelta(days=chance.randint(-40, 200))]),
            progress=chance.choice(list(Progress)), decision=chance.choice(list(Decision)),
        )
        for action in current.actions
    )  # fmt: skip
    last = max((action.due for action in actions if action.due), default=None)
    target = chance.choice([None, TODAY + timedelta(days=chance.randint(-9, 200)), last])
    return replace(
        made,
        pilot=replace(made.pilot, target_date=target),
        rounds=(*made.rounds[:-1], replace(current, ratings=ratings, judgements=points, actions=actions)),
    )


@pytest.fixture
def acts(library: Library) -> LibraryActs:
    return LibraryActs(library)


@pytest.fixture
def shelf(library: Library, acts: LibraryActs, sample: Engagement) -> list[Engagement]:
    """Twenty pilots, no two alike."""
    acts.add_sample()
    chance = random.Random(7)
    made = [varied(sample, chance) for _ in range(20)]
    for engagement in made:
        library.add(engagement, act_called("Import"))
    return made


def test_the_counts_are_what_the_engagements_say(shelf: list[Engagement], acts: LibraryActs, method: Method) -> None:
    found = {pilot.counted.id: pilot for pilot in acts.portfolio(TODAY)}

    assert len(found) == len(shelf) + 1
    for engagement in shelf:
        pilot, results = found[engagement.id], mode_results(method, engagement.current)
        worst, judged = worst_mode(results), verdict(method, engagement.current.judgements, TODAY)
        assert [(m.index, m.band, m.severe) for m in pilot.modes] == [(r.index, r.band, r.severe) for r in results]
        assert (pilot.worst and pilot.worst.mode_id) == (worst and worst.mode_id)
        assert pilot.verdict is judged.kind
        assert pilot.states == {state: count for state, count in judged.tally if count}
        assert pilot.counted.round == engagement.current.assessment.number
        assert pilot.counted.target == engagement.pilot.target_date
        due = [a for a in accepted_actions(engagement.current) if a.progress is not Progress.DONE and a.due]
        coming = [a for a in due if a.due and a.due >= TODAY]
        assert pilot.counted.overdue == len(due) - len(coming)
        held = [a for a in accepted_actions(engagement.current) if a.progress is Progress.BLOCKED]
        assert pilot.counted.held_up == len(held)
        assert pilot.counted.next_due == min((a.due for a in coming if a.due), default=None)
        assert pilot.counted.next_action in {a.short or a.title for a in coming if a.due == pilot.counted.next_due} | {
            "" for _ in range(not coming)
        }
        assert pilot.counted.ends_late == _late(engagement, method)


def _late(engagement: Engagement, method: Method) -> bool:
    """By the plan's own words where it rubs against a gate, and by the last day of what is not done."""
    lines = plan_lines(method, engagement, WORDS, TODAY)
    against = rubs(lines, engagement.current, None, WORDS)
    target = engagement.pilot.target_date
    open_ = [line.action for line in lines if line.action.progress is not Progress.DONE]
    after = any(a.due and target and a.due > target for a in open_)
    return after or any(rub.kind is Kind.BACKWARDS and not rub.after_id for rub in against)


def test_the_newest_round_alone_counts(library: Library, acts: LibraryActs) -> None:
    key = acts.add_sample()
    before = acts.portfolio(TODAY)[0]
    engagement, _ = acts.open(key)
    library.save(beginning(engagement, datetime.now(UTC)))
    after = acts.portfolio(TODAY)[0]

    assert (before.counted.round, after.counted.round) == (1, 2)
    assert after.states == {PointState.NOT_JUDGED: 15}


def test_the_archive_is_left_out_unless_it_is_asked_for(acts: LibraryActs) -> None:
    key = acts.add_sample()
    acts.archive(key)

    assert acts.portfolio(TODAY) == []
    assert [pilot.counted.id for pilot in acts.portfolio(TODAY, [key])] == [key]
    assert acts.portfolio(TODAY, []) == []


def test_nothing_is_written_for_it(library: Library, acts: LibraryActs) -> None:
    acts.add_sample()
    with_history = library.history("")
    acts.portfolio(TODAY)
    acts.mode_names()

    assert library.history("") == with_history
    assert library.check() == []


def test_a_library_that_is_only_looked_at_can_be_asked(library: Library) -> None:
    path = library.path
    LibraryActs(library).add_sample()
    library.close()

    with Library.open(path, who="Ann", read_only=True) as looked_at:
        acts = LibraryActs(looked_at)
        assert [pilot.counted.pilot for pilot in acts.portfolio(TODAY)] == ["Leak Watch"]
        assert acts.mode_names()["operating-model"] == "Operating model"


def test_an_empty_library_has_no_pilots_and_keeps_no_content_pack_for_the_asking(library: Library) -> None:
    acts = LibraryActs(library)
    acts.portfolio(TODAY)
    acts.mode_names()

    assert library.method_keys() == []
