"""How an engagement begins, and how one is made again under fresh ids."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from model_samples import NOW

from models.beginning import new_engagement
from models.copying import duplicate, fresh_copy
from models.engagement import Brand, Engagement


def ids_in(value: Any) -> set[str]:
    """Every id of a record anywhere in `value`, the pictures' ids apart: those follow from their bytes."""
    if is_dataclass(value):
        own = {value.id} if "id" in {f.name for f in fields(value)} else set()
        return own.union(*(ids_in(getattr(value, f.name)) for f in fields(value) if f.name != "assets"))
    if isinstance(value, dict):
        return set().union(*(ids_in(v) for v in value.values()))
    if isinstance(value, tuple):
        return set().union(*(ids_in(v) for v in value))
    return set()


def without_ids(engagement: Engagement) -> Any:
    """What the engagement says, with every id blanked and every owner by name."""
    names = {s.id: s.name for s in engagement.stakeholders}

    def plain(value: Any) -> Any:
        if is_dataclass(value):
            found = {f.name: plain(getattr(value, f.name)) for f in fields(value) if not f.name.endswith("id")}
            if hasattr(value, "owner_id"):
                found["owner"] = names.get(value.owner_id, "")
            return found
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items()}
        return tuple(plain(v) for v in value) if isinstance(value, tuple) else value

    return plain(replace(engagement, assets={}))


def test_an_engagement_begins_with_two_names_and_nothing_asked() -> None:
    made = new_engagement("Client", "Pilot", "clearway@1.0.0", NOW)

    assert (made.client.name, made.pilot.name, made.pilot.client_id) == ("Client", "Pilot", made.client.id)
    assert (made.pilot.created, made.current.assessment.held_on) == (NOW, date(2026, 11, 12))
    assert (made.brand, made.stakeholders, made.assets) == (Brand(id=made.id), (), {})
    assert len(made.rounds) == 1
    assert made.current.assessment.engagement_id == made.id
    assert made.current.assessment.method == "clearway@1.0.0"
    assert made.current.ratings == {}


def test_an_engagement_may_begin_without_names() -> None:
    assert new_engagement("", "", "clearway@1.0.0", NOW).pilot.name == ""


def test_the_house_brand_carries_over_but_not_the_last_clients_logo() -> None:
    house = Brand(
        id="x", practice="Quill", practice_logo="a", client_logo="b", primary="#000000", accent="#111111", contact="c"
    )

    brand = new_engagement("Client", "Pilot", "clearway@1.0.0", NOW, house).brand

    assert brand == replace(house, id=brand.id, client_logo="")
    assert brand.id != "x"


def test_a_fresh_copy_says_the_same_and_shares_no_id(sample: Engagement) -> None:
    copy = fresh_copy(sample)

    assert ids_in(copy) & ids_in(sample) == set()
    assert len(ids_in(copy)) == len(ids_in(sample)) > 60
    assert without_ids(copy) == without_ids(sample)
    assert copy.assets == sample.assets


def test_two_fresh_copies_share_nothing_either(sample: Engagement) -> None:
    assert ids_in(fresh_copy(sample)) & ids_in(fresh_copy(sample)) == set()


def test_in_a_fresh_copy_everything_belongs_to_the_copy(sample: Engagement) -> None:
    copy = fresh_copy(sample)

    assert copy.pilot.client_id == copy.client.id
    assert copy.brand.id == copy.id
    assert {s.engagement_id for s in copy.stakeholders} == {copy.id}
    for current in copy.rounds:
        assert current.assessment.engagement_id == copy.id
        owned = [*current.ratings.values(), *current.notes, *current.actions]
        assert {r.assessment_id for r in owned} == {current.assessment.id}
        assert all(r.id == f"{current.assessment.id}/{sign}" for sign, r in current.ratings.items())
        assert {a.owner_id for a in current.actions} <= {s.id for s in copy.stakeholders} | {""}


def test_a_duplicate_shares_the_client_and_nothing_else(sample: Engagement) -> None:
    later = NOW + timedelta(days=90)

    copy = duplicate(replace(sample, pilot=replace(sample.pilot, archived=True)), "Leak Watch, second site", later)

    assert ids_in(copy) & ids_in(sample) == {sample.client.id}
    assert copy.client == sample.client
    assert (copy.pilot.name, copy.pilot.created, copy.pilot.archived) == ("Leak Watch, second site", later, False)


def test_an_action_whose_owner_is_gone_is_copied_without_one(sample: Engagement) -> None:
    lonely = replace(sample, stakeholders=())

    assert {a.owner_id for a in fresh_copy(lonely).current.actions} == {""}
