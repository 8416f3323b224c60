"""Our frozen classes are what Python's own frozen dataclasses are."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any

import pytest

from models.frozen import frozen, replaced


def declared(maker: Any) -> Any:
    class Step:
        name: str
        days: int = 3
        notes: list[str] = field(default_factory=list)
        seen: tuple[int, ...] = field(default=(), compare=False)

    return maker(Step)


OURS, THEIRS = declared(frozen), declared(dataclass(frozen=True, slots=True))


@frozen(kw_only=True)
class Named:
    """Made by names alone."""

    low: int
    high: int = 7


@pytest.mark.parametrize("kind", [OURS, THEIRS], ids=["ours", "theirs"])
def test_both_are_made_compared_changed_and_told_alike(kind: Any) -> None:
    one = kind("a", seen=(1,))

    assert (one.name, one.days, one.notes, one.seen) == ("a", 3, [], (1,))
    assert kind("a").notes is not kind("a").notes
    assert one == kind("a") != kind("b") != 1
    assert replace(one, days=4) == kind("a", 4)
    assert repr(one).endswith("Step(name='a', days=3, notes=[], seen=(1,))")
    assert asdict(one) == {"name": "a", "days": 3, "notes": [], "seen": (1,)}
    assert [each.name for each in fields(kind)] == list(kind.__match_args__)
    assert copy.deepcopy(one) == one
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        kind()
    for change in (lambda: setattr(one, "days", 1), lambda: delattr(one, "days")):
        with pytest.raises(FrozenInstanceError):
            change()


@pytest.mark.parametrize("slots", [True, False])
def test_one_with_other_values_is_made_as_python_makes_it(slots: bool) -> None:
    made = declared(frozen(slots=slots))
    one = made("a", notes=["kept"], seen=(1,))

    other = replaced(one, days=4, name="b")

    assert type(other) is made
    assert [getattr(other, each.name) for each in fields(other)] == ["b", 4, ["kept"], (1,)]
    assert other == replace(one, days=4, name="b")
    assert other.notes is one.notes
    assert (one.name, one.days) == ("a", 3)
    with pytest.raises(KeyError):
        replaced(one, nights=4)


def test_one_made_by_names_takes_no_places_and_goes_to_another_process() -> None:
    one = Named(low=1)

    assert pickle.loads(pickle.dumps(one)) == one
    assert hash(one) == hash(Named(low=1))
    assert {one: 1}[Named(low=1, high=7)] == 1
    with pytest.raises(TypeError):
        Named(1)  # type: ignore[misc]
