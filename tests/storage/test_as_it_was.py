"""An engagement as it stood after each act, and at any time."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from kill_child import random_edit
from library_samples import complete, small

from models.engagement.assembling import assembled
from models.engagement.changes import Changed
from models.engagement.edit import Edit, apply_edit
from models.engagement.engagement import Engagement, Pilot
from models.storage import Library
from models.storage.rows import records_of
from models.values.sentence import act_called

ONE = small().id


def at(library: Library, moment: datetime | int) -> Engagement | None:
    return library.asked_of_past(lambda past: past.engagement_at(ONE, moment))


def test_an_engagement_put_together_from_its_records_is_the_same() -> None:
    whole = complete()
    assert assembled((whole.client, *records_of(whole)), whole.assets) == whole


def test_after_every_act_it_stood_as_it_was_seen_then(library: Library, opened: Callable[[], Library]) -> None:
    library.add(small("other", client=small().client), act_called("Add other"))
    library.add(small(), act_called("Add"))
    chance, now, seen = random.Random(3), small(), dict[int, Engagement]()
    for number in range(120):
        edit = random_edit(chance, number, now)
        library.save(edit)
        now = apply_edit(now, edit)
        if chance.random() < 0.2:
            library.undo(ONE)
            now = library.engagement(ONE)
        if number % 20 == 0:
            client = replace(now.client, name=f"Client {number}")
            changes = (Changed(type(client), client.id, "name", now.client.name, client.name),)
            library.save(Edit(act_called("Rename the client elsewhere"), "pilot-other", changes=changes))
            now = replace(now, client=client)
            library.save(Edit(act_called("Archive"), "", (replace(now.pilot, archived=not now.pilot.archived),)))
            now = library.engagement(ONE)
        newest = library.asked_of_past(lambda past: past.newest())
        assert newest is not None
        seen[newest.id] = now
    library = opened()
    assert {act: at(library, act) for act in seen} == seen


def test_at_a_time_it_stood_as_the_acts_until_then_left_it(library: Library) -> None:
    library.add(small(), act_called("Add"))
    for name in ("first", "second"):
        pilot = replace(small().pilot, name=name)
        library.save(Edit(act_called("Rename"), ONE, (pilot,)))
    second, first = library.history(ONE)
    (added,) = library.history("")
    assert at(library, second.when) == library.engagement(ONE)
    between = at(library, second.when - timedelta(microseconds=1))
    assert between is not None
    assert between.pilot.name == "first"
    assert at(library, first.when - timedelta(microseconds=1)) == small()
    assert at(library, added.when - timedelta(microseconds=1)) is None
    assert first.kinds == frozenset({Pilot})


def test_the_history_is_read_in_pieces(library: Library) -> None:
    library.add(small(), act_called("Add"))
    for number in range(25):
        library.save(Edit(act_called(f"Rename {number}"), ONE, (replace(small().pilot, name=f"{number}"),)))
    whole = library.history(ONE, -1)
    pieces, before = [], 0
    while piece := library.history(ONE, 10, before):
        pieces += piece
        before = piece[-1].id
    assert pieces == whole
    assert len(whole) == 25
    assert library.asked_of_past(lambda past: past.people(ONE)) == {"Ann": 25}
