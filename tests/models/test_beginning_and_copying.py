"""How an engagement begins, and how one is made again under fresh ids."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from model_samples import NOW

from models.diagnosis.voting import was_asked
from models.engagement.beginning import begun_like, new_engagement, next_round
from models.engagement.copying import duplicate, fresh_copy
from models.engagement.edit import Edit, apply_edit, edit_on
from models.engagement.engagement import Brand, Engagement, Round
from models.engagement.outbox import Dispatch
from models.engagement.workshop import ballot_id, vote_id
from models.method.method import Method
from models.values.sentence import act_called
from models.values.terms import Answer, VoteWay
from tests.built_in import KEY


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

    titles = {a.id: a.title for r in engagement.rounds for a in r.actions}

    def own_part(key: str) -> str:
        """A key without the round's id, and with a person's name or an action's title for the id."""
        known = {**names, **titles}
        first, *rest = [known.get(part, part) for part in key.split("/")]
        return "/".join((first, *rest) if first in titles.values() else rest) if rest else first

    def plain(value: Any) -> Any:
        if is_dataclass(value):
            found = {f.name: plain(getattr(value, f.name)) for f in fields(value) if not f.name.endswith("id")}
            if hasattr(value, "owner_id"):
                found["owner"] = names.get(value.owner_id, "")
            for by in found.keys() & {"waived_by", "decided_by", "by"}:
                found[by] = names.get(found[by], "")
            return found
        if isinstance(value, dict):
            return {own_part(k): plain(v) for k, v in value.items()}
        return tuple(plain(v) for v in value) if isinstance(value, tuple) else value

    rounds = tuple(replace(r, entries=(), cells={}) for r in engagement.rounds)
    return plain(replace(engagement, assets={}, rounds=rounds)), [playbook_said(r, names) for r in engagement.rounds]


def playbook_said(current: Round, names: dict[str, str]) -> dict[str, list[dict[str, str]]]:
    """What stands in each register, row by row: people by name, a reference by the first cell of its row."""
    cells: dict[str, dict[str, str]] = {entry.id: {} for entry in current.entries}
    for cell in current.cells.values():
        cells[cell.entry_id][names.get(cell.column_id, cell.column_id)] = names.get(cell.value, cell.value)
    first = {entry_id: next(iter(sorted(row.items())), ("", ""))[1] for entry_id, row in cells.items()}
    said: dict[str, list[dict[str, str]]] = {}
    for entry in current.entries:
        row = {key: first.get(value, value) for key, value in cells[entry.id].items()}
        said.setdefault(entry.register_id, []).append(row)
    return said


def test_an_engagement_begins_with_two_names_and_nothing_asked() -> None:
    made = new_engagement("Client", "Pilot", KEY, NOW)

    assert (made.client.name, made.pilot.name, made.pilot.client_id) == ("Client", "Pilot", made.client.id)
    assert (made.pilot.created, made.current.assessment.held_on) == (NOW, date(2026, 11, 12))
    assert (made.brand, made.stakeholders, made.assets) == (Brand(id=made.id), (), {})
    assert len(made.rounds) == 1
    assert made.current.assessment.engagement_id == made.id
    assert made.current.assessment.method == KEY
    assert made.current.ratings == {}


def test_an_engagement_may_begin_without_names() -> None:
    assert new_engagement("", "", KEY, NOW).pilot.name == ""


def test_the_house_brand_carries_over_but_not_the_last_clients_logo() -> None:
    house = Brand(
        id="x", practice="Quill", practice_logo="a", client_logo="b", primary="#000000", accent="#111111", contact="c"
    )

    brand = new_engagement("Client", "Pilot", KEY, NOW, house).brand

    assert brand == replace(house, id=brand.id, client_logo="")
    assert brand.id != "x"


def test_a_later_round_begins_with_no_answer_and_no_vote(sample: Engagement, method: Method) -> None:
    later = NOW + timedelta(days=90)
    assert all(was_asked(sample.current, sign.id) for sign in method.signs)

    begun = next_round(sample, "clearway@9.0.0", later)

    assert (begun.ratings, begun.ballots, begun.votes) == ({}, {}, {})
    assert not any(was_asked(begun, sign.id) for sign in method.signs)
    assert (begun.assessment.number, begun.assessment.engagement_id) == (2, sample.id)
    assert (begun.assessment.method, begun.assessment.held_on) == ("clearway@9.0.0", later.date())
    assert ids_in(begun) & ids_in(sample) == set()


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
        votes, ballots = current.votes.values(), current.ballots.values()
        owned = [*current.ratings.values(), *ballots, *votes, *current.agenda, *current.notes, *current.actions]
        assert {r.assessment_id for r in owned} == {current.assessment.id}
        assert all(r.id == f"{current.assessment.id}/{sign}" for sign, r in current.ratings.items())
        assert all(
            key == b.id == ballot_id(current.assessment.id, b.sign_id, b.number) for key, b in current.ballots.items()
        )
        assert all(key == v.id == vote_id(v.ballot_id, v.stakeholder_id) for key, v in current.votes.items())
        assert {v.ballot_id for v in votes} <= set(current.ballots)
        named = {b.id for b in ballots if b.way is VoteWay.NAMED}
        assert {v.stakeholder_id for v in votes if v.ballot_id in named} <= {s.id for s in copy.stakeholders}
        assert {a.owner_id for a in current.actions} <= {s.id for s in copy.stakeholders} | {""}


def test_the_clock_of_a_duplicate_has_not_begun(sample: Engagement) -> None:
    agenda = duplicate(sample, "Again", NOW).current.agenda
    assert [(b.title, b.minutes) for b in agenda] == [(b.title, b.minutes) for b in sample.current.agenda]
    assert {(b.added, b.spent, b.since) for b in agenda} == {(0, 0, None)}


def test_a_duplicate_shares_the_client_and_nothing_else(sample: Engagement) -> None:
    later = NOW + timedelta(days=90)

    copy = duplicate(replace(sample, pilot=replace(sample.pilot, archived=True)), "Leak Watch, second site", later)

    assert ids_in(copy) & ids_in(sample) == {sample.client.id}
    assert copy.client == sample.client
    assert (copy.pilot.name, copy.pilot.created, copy.pilot.archived) == ("Leak Watch, second site", later, False)


def test_nothing_was_sent_from_a_copy(sample: Engagement) -> None:
    sent = Dispatch(engagement_id=sample.id, document="summary", sha256="5" * 64, prepared_at=NOW)
    original = replace(sample, outbox=(sent,))

    assert fresh_copy(original).outbox == duplicate(original, "Again", NOW).outbox == ()


def test_an_action_whose_owner_is_gone_is_copied_without_one(sample: Engagement) -> None:
    lonely = replace(sample, stakeholders=())

    assert {a.owner_id for a in fresh_copy(lonely).current.actions} == {""}


def votes_by_name(engagement: Engagement) -> Counter[tuple[str, int, str, Answer]]:
    names, current = {s.id: s.name for s in engagement.stakeholders}, engagement.current
    ballots = [(current.ballots[v.ballot_id], v) for v in current.votes.values()]
    return Counter((b.sign_id, b.number, names.get(v.stakeholder_id, ""), v.answer) for b, v in ballots)


def test_votes_follow_the_people_of_the_copy(sample: Engagement) -> None:
    votes = votes_by_name(sample)

    assert votes_by_name(fresh_copy(sample)) == votes
    assert "Donna Whitfield" in {name for _, _, name, _ in votes}


def test_the_votes_of_somebody_who_is_gone_are_copied_and_counted(sample: Engagement) -> None:
    lonely = replace(sample, stakeholders=sample.stakeholders[:2])
    copy = fresh_copy(lonely)

    assert votes_by_name(copy) == votes_by_name(lonely)
    assert len(copy.current.votes) == len(sample.current.votes)
    assert ids_in(copy) & ids_in(sample) == set()
    assert ids_in(fresh_copy(copy)) & ids_in(copy) == set()


def taken_over(client: str, sample: Engagement) -> Engagement:
    """A new engagement of that client that begins like the sample."""
    here = new_engagement(client, "Pump Watch", sample.current.assessment.method, NOW)
    put, gone = begun_like(here, sample)
    return apply_edit(here, edit_on(here, Edit(act_called("Edit"), here.id, tuple(put), tuple(gone))))


@pytest.mark.parametrize("client", ["", "  ARKENBY water "])
def test_what_begins_like_another_of_its_client_has_its_people_and_nothing_answered(
    client: str, sample: Engagement
) -> None:
    begun = taken_over(client, sample)
    assert [p.name for p in begun.stakeholders] == [p.name for p in sample.stakeholders]
    assert {p.present for p in begun.stakeholders} == {None}
    assert not {p.id for p in begun.stakeholders} & {p.id for p in sample.stakeholders}
    assert [b.minutes for b in begun.current.agenda] == [b.minutes for b in sample.current.agenda]
    assert not any(b.spent or b.since for b in begun.current.agenda)
    assert begun.brand == replace(sample.brand, id=begun.id)
    assert not begun.current.ratings
    assert not begun.current.actions


def test_no_client_s_people_logo_or_lines_come_to_another_client(sample: Engagement) -> None:
    named = replace(sample, brand=replace(sample.brand, client_logo="a" * 64, confidentiality="For Arkenby alone"))
    begun = taken_over("Harbour Trust", named)
    assert begun.stakeholders == ()
    assert begun.client.name == "Harbour Trust"
    assert (begun.brand.client_logo, begun.brand.confidentiality) == ("", "")
    assert begun.brand.practice == sample.brand.practice
    assert "Arkenby" not in repr((begun.client, begun.pilot, begun.brand))
