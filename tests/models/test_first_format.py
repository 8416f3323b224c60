"""Packs of format 1, which finished work keeps: read as they always were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from broken_packs import SIGN
from filled_registers import playbook
from model_samples import WORDS
from small_pack import SMALL

from models.method.check import MethodError, read_method
from models.method.method import Method
from models.method.roles import ColumnRole, RegisterRole
from models.playbook.budget import budget
from models.playbook.readings import movement_text, movements
from resources import resource_text

OLD = resource_text("method/clearway-1.1.0.toml")
NEXT = resource_text("method/clearway-1.2.0.toml")


@pytest.fixture(scope="module")
def old() -> Method:
    return read_method(OLD, "clearway.toml")


def test_the_last_pack_of_format_1_is_the_first_of_format_2(old: Method) -> None:
    assert old.version == "1.1.0"
    assert "format" not in OLD.split("[[mode]]")[0]
    assert replace(old, version="1.2.0") == read_method(NEXT, "clearway.toml")


def test_where_there_are_no_few_words_the_many_stand(old: Method) -> None:
    assert old.action("build-pipelines").short == old.action("build-pipelines").title
    assert old.items["system-owner"].short == old.items["system-owner"].prompt
    point = old.readiness[0].points[0]
    assert point.short == point.title


def test_the_format_may_be_said(old: Method) -> None:
    assert read_method(OLD.replace('id = "clearway"', 'format = 1\nid = "clearway"', 1), "clearway.toml") == old


LOW = '  { id = "low", title = "Low", kind = "money" },\n'
HIGH = '  { id = "high", title = "High", kind = "money" },\n'


@pytest.mark.parametrize(
    ("line", "new"),
    [('id = "metrics"', 'id = "metrics"\nrole = "metrics"'), (LOW, LOW.replace(" }", ', role = "low" }'))],
)
def test_keys_of_format_2_are_out_of_place_and_it_says_where_they_belong(line: str, new: str) -> None:
    with pytest.raises(MethodError) as caught:
        read_method(OLD.replace(line, new, 1), "practice.toml")

    (problem,) = caught.value.problems
    assert str(problem.rule) == "is a key of format 2: write “format = 2” at the top of the file"
    assert problem.place.endswith(", role")


def test_an_unknown_key_is_refused_as_it_always_was() -> None:
    text = OLD.replace(SIGN, SIGN + '\nmood = "calm"', 1)

    with pytest.raises(MethodError, match="mood: is not a key that a content pack has here"):
        read_method(text, "practice.toml")


def test_a_practices_own_pack_keeps_a_budget_with_the_columns_it_has(old: Method) -> None:
    """Roles are not asked of it that it could not know of."""
    text = OLD
    for line in (
        '  { id = "low", title = "Low", kind = "money" },\n',
        '  { id = "high", title = "High", kind = "money" },\n',
    ):
        text = text.replace(line, "")
    own = read_method(text.replace('id = "clearway"', 'id = "quill"', 1), "quill.toml")

    found = budget(own, playbook({"running-costs": [{"line": "Hosting", "likely": "5", "basis": "A year"}]}))

    assert len(found.kinds) == 4
    assert (found.one_off.likely, found.yearly.high) == (0, 5)


def test_with_other_ids_it_has_no_budget_as_before_and_the_check_says_so() -> None:
    text = OLD
    for name in ("infrastructure-cost", "integration-cost", "change-cost", "running-cost"):
        text = text.replace(f'id = "{name}"', f'id = "our-{name}"')

    assert budget(read_method(text, "quill.toml"), playbook({})).kinds == ()


def test_readings_were_known_by_their_kind_and_metrics_by_being_measured() -> None:
    text = OLD.replace('"metrics"', '"measures"').replace('"metric-readings"', '"figures"')

    own = read_method(text, "quill.toml")

    assert own.register("measures").role is RegisterRole.METRICS
    assert own.register("figures").role is RegisterRole.READINGS
    target = own.register("measures").column_with(ColumnRole.TARGET)
    assert target is not None
    assert target.id == "target"


def test_a_register_of_readings_with_other_columns_is_one_of_rows() -> None:
    text = OLD.replace('  { id = "date", title = "Date", kind = "date" },\n  { id = "value"', '  { id = "value"')

    own = read_method(text, "quill.toml")

    assert own.register("metric-readings").role is None
    assert own.register("metrics").role is RegisterRole.METRICS


def test_old_rows_say_what_they_said(old: Method) -> None:
    rows = {
        "metrics": [{"metric": "Time at berth", "unit": "hours", "baseline": "12", "target": "8"}],
        "metric-readings": [{"metric": "metrics-0", "date": "2026-05-01", "value": "10"}],
    }

    (found,) = movements(old, playbook(rows).current, old.register("metric-readings"))

    assert movement_text(found, WORDS) == "12 → 10 hours on 1 May 2026. 50% of the way to 8."


def test_a_pack_without_any_of_it_is_read() -> None:
    small = read_method(SMALL, "small.toml")

    assert [register.role for register in small.registers] == [None]
