"""What is longer than one can type today, and stands in a library all the same, goes out and comes in whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NoReturn

import pytest
from exchange_documents import WHOLE, changed, text_of

from models.engagement.engagement import Engagement
from models.exchange import ExchangeError, read_engagement, write_engagement
from models.exchange.reading import Surroundings
from models.method.method import Method

PLACES = {
    "client.name": "client.name",
    "pilot.name": "pilot.name",
    "stakeholders.0.name": "stakeholders[0].name",
    "stakeholders.0.role": "stakeholders[0].role",
    "brand.practice": "brand.practice",
    "rounds.0.actions.0.title": "rounds[0].actions[0].title",
    "rounds.0.actions.0.owner_role": "rounds[0].actions[0].owner_role",
    "rounds.0.agenda.0.title": "rounds[0].agenda[0].title",
}
Taken = Callable[[str], tuple[Engagement, list[str]]]


@pytest.fixture
def taken(method: Method) -> Taken:
    """Reads a file; beside the engagement what there is to know of it."""

    def no_logo(data: bytes, name: str) -> NoReturn:
        raise AssertionError("no logo here")

    def read(text: str) -> tuple[Engagement, list[str]]:
        notes: list[str] = []
        now = datetime(2026, 11, 12, 9, 0, tzinfo=UTC)
        around = Surroundings(lambda key: method, method.key, no_logo, now, lambda note: notes.append(str(note)))
        return read_engagement(text, around), notes

    return read


def without_logo(path: str, value: Any) -> str:
    document = changed(path, value)
    del document["brand"]["practice_logo"]
    return text_of(document)


@pytest.mark.parametrize("path", PLACES)
def test_a_name_that_is_too_long_to_be_typed_is_taken_as_it_is_and_told(taken: Taken, path: str) -> None:
    long = ("Name " * 100)[:412]

    engagement, notes = taken(without_logo(path, long))

    text = write_engagement(engagement)
    assert long in text
    said = "has 412 letters and was taken as it is; at most 300 can be typed."
    assert notes == [f"{PLACES[path]} {said}"]
    assert taken(text)[0] == engagement


def test_names_of_the_usual_length_are_nothing_to_tell(taken: Taken) -> None:
    assert taken(without_logo("pilot.name", "x" * 300))[1] == []


def test_what_any_library_holds_goes_out_and_comes_in_as_it_is(taken: Taken) -> None:
    engagement, _ = taken(without_logo("pilot.name", "Leaks"))
    current = engagement.current
    actions = tuple(replace(current.actions[0], id=f"{n:032x}", title=f"{n} " + "t" * 900) for n in range(100))
    notes = (replace(current.notes[0], text="n" * 120_000),)
    long = replace(engagement, rounds=(replace(current, actions=actions, notes=notes),))

    again, told = taken(write_engagement(long))

    assert [action.title for action in again.current.actions] == [action.title for action in actions]
    assert again.current.notes[0].text == "n" * 120_000
    assert len(told) == 101


def test_more_than_any_screen_draws_is_refused_with_each_place(taken: Taken) -> None:
    actions = [{"id": f"a{n}", "title": "t" * 90_000} for n in range(2)]
    with pytest.raises(ExchangeError) as caught:
        taken(without_logo("rounds.0.actions", actions))
    assert str(caught.value).splitlines() == [
        f"rounds[0].actions[{n}].title: has 90,000 characters; at most 300 may stand here" for n in range(2)
    ]


def test_what_is_wrong_besides_is_told_first(taken: Taken) -> None:
    document = changed("pilot.name", "x" * 400)
    document["rounds"][0]["notes"][0]["kind"] = "gossip"
    with pytest.raises(ExchangeError) as caught:
        taken(text_of(document))
    assert str(caught.value).splitlines()[0].startswith("rounds[0].notes[0].kind: ")


def test_an_id_is_never_longer(taken: Taken) -> None:
    assert "id" in WHOLE["pilot"]
    with pytest.raises(ExchangeError, match=r"pilot\.id: has 65 characters; at most 64 may stand here"):
        taken(without_logo("pilot.id", "i" * 65))
