"""The built-in content pack against framework.md: every part, under its permanent id, in its order."""

from __future__ import annotations

import gc
from collections import Counter

import framework_facts
import pytest

from models.method.check import read_method
from models.method.method import Method, PlaybookItem, Register
from models.method.pack_table import PackTable
from resources import resource_text


def items(method: Method) -> dict[str, PlaybookItem]:
    return {item.id: item for phase in method.phases for a in phase.activities for item in a.items}


def registers(method: Method) -> dict[str, Register]:
    return {register.id: register for register in method.registers}


def test_the_six_failure_modes_and_their_signs_stand_in_the_order_of_the_framework(method: Method) -> None:
    found = {mode.id: tuple(sign.id for sign in mode.signs) for mode in method.modes}

    assert found == framework_facts.SIGNS
    assert tuple(found) == tuple(framework_facts.SIGNS)
    assert len(method.signs) == 24


def test_the_five_phases_their_activities_and_41_items_stand_in_the_order_of_the_framework(method: Method) -> None:
    found = {p.id: {a.id: tuple(i.id for i in a.items) for a in p.activities} for p in method.phases}

    assert found == framework_facts.ITEMS
    assert [(p, list(a)) for p, a in found.items()] == [(p, list(a)) for p, a in framework_facts.ITEMS.items()]
    assert len(items(method)) == 41


def test_the_15_readiness_points_stand_in_three_groups(method: Method) -> None:
    assert tuple(tuple(p.id for p in group.points) for group in method.readiness) == framework_facts.READINESS


@pytest.mark.parametrize("shared", framework_facts.SHARED_REGISTERS, ids=lambda ids: ids[0] + "…" + ids[-1])
def test_items_that_share_a_register_name_the_same_one(method: Method, shared: tuple[str, ...]) -> None:
    known = items(method)

    assert len({known[item].register for item in shared}) == 1


def test_items_that_share_a_register_fill_every_column_between_them_and_none_twice(method: Method) -> None:
    filled: dict[str, list[str]] = {}
    for item in items(method).values():
        filled.setdefault(item.register, []).extend(
            item.columns or [c.id for c in registers(method)[item.register].columns]
        )
    for name, columns in filled.items():
        if name == "data-sources":  # two items say how far the same pipelines have come
            columns = list(dict.fromkeys(columns))
        assert Counter(columns) == Counter(c.id for c in registers(method)[name].columns), name


@pytest.mark.parametrize("item", framework_facts.COLUMNS)
def test_a_register_has_the_columns_that_the_framework_asks_for(method: Method, item: str) -> None:
    register = registers(method)[items(method)[item].register]

    assert tuple(column.kind for column in register.columns) == framework_facts.COLUMNS[item]


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("track-metrics", "readings"),
        ("qualitative-feedback", "log"),
        ("learnings", "log"),
        ("volume-test", "result"),
        ("share-results", "log"),
        ("build-momentum", "log"),
        ("system-owner", "raci"),
        ("escalation", "ordered"),
        ("first-subset", "ordered"),
    ],
)
def test_an_item_is_captured_in_the_kind_of_register_that_the_framework_names(
    method: Method, item: str, kind: str
) -> None:
    assert registers(method)[items(method)[item].register].kind == kind


def test_every_sign_has_all_that_a_room_needs(method: Method) -> None:
    for sign in method.signs:
        assert sign.question.endswith("?"), sign.id
        assert len(sign.anchors) == 4, sign.id
        assert len({a.casefold() for a in sign.anchors}) == 4, f"{sign.id}: two anchors read the same"
        assert sign.evidence, sign.id
        assert sign.ask, sign.id
        assert 2 <= len(sign.actions) <= 3, sign.id
        assert len(set(sign.actions)) == len(sign.actions), f"{sign.id} calls for one action twice"


def test_no_two_signs_ask_the_room_the_same_question(method: Method) -> None:
    assert len({sign.question.casefold() for sign in method.signs}) == 24


def test_every_mode_says_how_it_is_fixed_and_what_was_found(method: Method) -> None:
    for mode in method.modes:
        assert mode.fix.endswith("."), mode.id
        assert mode.finding, mode.id
        assert mode.short, mode.id


def test_every_action_belongs_to_a_phase_and_confirms_points_that_exist(method: Method) -> None:
    phases = set(framework_facts.ITEMS)
    points = {point for group in framework_facts.READINESS for point in group}
    for action in method.actions:
        assert action.phase in phases, action.id
        assert action.confirms, action.id
        assert set(action.confirms) <= points, action.id
        assert 0 < action.effort_low <= action.effort_high, action.id
        assert action.owner_role, action.id
        assert action.done_when, action.id


def test_every_action_is_called_for_by_some_sign_and_every_call_is_answered(method: Method) -> None:
    called = {action for sign in method.signs for action in sign.actions}

    assert called == {action.id for action in method.actions}


def test_some_action_helps_to_confirm_each_readiness_point(method: Method) -> None:
    confirmed = {point for action in method.actions for point in action.confirms}

    assert confirmed == {point for group in framework_facts.READINESS for point in group}


def test_every_readiness_point_asks_a_question_and_names_its_evidence(method: Method) -> None:
    for group in method.readiness:
        for point in group.points:
            assert point.question.endswith("?"), point.id
            assert point.evidence, point.id


def test_the_gap_in_ownership_is_mended_by_one_accountable_owner(method: Method) -> None:
    action = method.action(method.sign("ownership-gap").actions[0])

    assert action.title == "Name one accountable owner and have both directors sign it"
    assert action.phase == "production-planning"
    assert {"support-model", "incident-plan"} <= set(action.confirms)
    assert (action.effort_low, action.effort_high) == (1, 2)


def test_an_unknown_sign_or_action_is_a_key_error(method: Method) -> None:
    with pytest.raises(KeyError):
        method.sign("no-such-sign")
    with pytest.raises(KeyError):
        method.action("no-such-action")


def test_saved_work_refers_to_the_pack_by_id_and_version(method: Method) -> None:
    assert method.key == f"{method.id}@{method.version}"
    assert method.id == "clearway"


def test_peoples_attitudes_and_who_said_what_are_kept_from_the_room(method: Method) -> None:
    assert [register.id for register in method.registers if register.private] == ["support-map"]
    private = [
        (register.id, column.id) for register in method.registers for column in register.columns if column.private
    ]
    assert private == [("feedback", "who")]


def test_nothing_of_its_file_is_held_once_a_pack_is_read() -> None:
    gc.collect()
    gc.disable()  # which would take away in the end what holds only one another
    try:
        before = sum(isinstance(found, PackTable) for found in gc.get_objects())
        read_method(resource_text("method/clearway.toml"), "clearway.toml")
        assert sum(isinstance(found, PackTable) for found in gc.get_objects()) == before
    finally:
        gc.enable()
