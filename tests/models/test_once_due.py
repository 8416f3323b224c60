"""What was to be done by a day once, worked out from the history of a real library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.engagement.edit import Edit
from models.engagement.engagement import Action, Engagement, Record
from models.plan.once_due import once_due
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import Decision, Progress

FIRST, SECOND = date(2027, 3, 1), date(2027, 4, 1)


@pytest.fixture
def library(tmp_path: Path, sample: Engagement) -> Iterator[Library]:
    with Library.open(tmp_path / "library.clearway", who="Ann") as opened:
        bare = replace(sample, rounds=(replace(sample.current, actions=(), dependencies={}),))
        opened.add(bare, act_called("Import"))
        yield opened


def save(library: Library, sample: Engagement, *put: Record, remove: tuple[Record, ...] = ()) -> None:
    library.save(Edit(act_called("Act"), sample.id, put=put, remove=remove))


def action(sample: Engagement, **fields: object) -> Action:
    made = Action(id="a" * 32, assessment_id=sample.current.assessment.id, title="Move it", owner_id="p1", due=FIRST)
    return replace(made, **fields)


def found(library: Library, sample: Engagement) -> list[tuple[str, str, date | None]]:
    past = once_due(library.engagement(sample.id), library.changes_of(sample.id, Action))
    return [(a.title, a.owner_id, a.due) for a in past]


AWAITED = [("Move it", "p1", FIRST)]


@pytest.mark.parametrize(
    "then",
    [{"due": None}, {"decision": Decision.REJECTED}, {"progress": Progress.DONE}],
    ids=["without a date", "rejected", "done"],
)
def test_what_was_awaited_once_is_known_as_it_was(
    library: Library, sample: Engagement, then: dict[str, object]
) -> None:
    save(library, sample, action(sample))
    save(library, sample, action(sample, **then))

    assert found(library, sample) == AWAITED


def test_what_was_removed_is_known_too(library: Library, sample: Engagement) -> None:
    save(library, sample, action(sample))
    save(library, sample, remove=(action(sample),))

    assert found(library, sample) == AWAITED


def test_what_was_taken_back_is_known_too_for_it_may_have_been_given_out(library: Library, sample: Engagement) -> None:
    save(library, sample, action(sample))
    library.undo(sample.id)
    assert found(library, sample) == AWAITED
    library.redo(sample.id)
    assert found(library, sample) == AWAITED


def test_it_is_known_once_for_each_owner_as_it_stood_last(library: Library, sample: Engagement) -> None:
    save(library, sample, action(sample))
    save(library, sample, action(sample, due=SECOND))
    save(library, sample, action(sample, due=SECOND, owner_id="p2"))
    save(library, sample, action(sample, due=None, owner_id="p2", title="Move it soon"))

    assert found(library, sample) == [("Move it", "p2", SECOND), ("Move it", "p1", SECOND)]


def test_what_was_never_awaited_is_none(library: Library, sample: Engagement) -> None:
    save(library, sample, action(sample, due=None))
    save(library, sample, action(sample, due=FIRST, progress=Progress.DONE))

    assert found(library, sample) == []


def test_what_came_with_the_engagement_is_known_from_the_plan_itself(tmp_path: Path, sample: Engagement) -> None:
    """It was added with the whole, not by an act on it."""
    with Library.open(tmp_path / "other.clearway", who="Ann") as opened:
        opened.add(sample, act_called("Import"))
        first = next(a for a in sample.current.actions if a.due)
        save(opened, sample, replace(first, due=None))

        assert (first.title, first.owner_id, first.due) in found(opened, sample)
