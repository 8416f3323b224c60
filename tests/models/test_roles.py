"""What registers and columns are for: asked by role, and explained where a role lacks what it needs."""

from __future__ import annotations

import pytest
from broken_packs import PACK
from filled_registers import playbook

from models.method.check import MethodError, read_method
from models.method.method import Method
from models.method.pack_table import PackProblem
from models.method.roles import COLUMNS_OF, KINDS_OF, ColumnRole, RegisterRole
from models.playbook.budget import budget

COSTS = 'id = "running-costs"'
METRICS = 'id = "metrics"'
READINGS = 'id = "metric-readings"'
LINE, LOW = '{ id = "line", title = "Cost line", kind = "text"', '{ id = "low", title = "Low", kind = "money"'
BASIS = 'kind = "choice", choices = ["One-off", "A year"], role = "basis"'
UNIT = 'kind = "text", role = "unit"'
METRIC = 'kind = "reference", source = "metrics", role = "metric"'
CASES = {
    "a cost without likely": (
        *(COSTS, ', role = "likely"', "", "register “running-costs”, role"),
        "the role “cost” needs columns with these roles: low, likely, high. Missing: likely",
    ),
    "metrics without their ends": (
        *(METRICS, ', kind = "number", role = "baseline" },', ', kind = "number" },', "register “metrics”, role"),
        "the role “metrics” needs columns with these roles: baseline, target. Missing: baseline",
    ),
    "readings without a date": (
        *(READINGS, 'kind = "date", role = "date"', 'kind = "date"', "register “metric-readings”, role"),
        "the role “readings” needs columns with these roles: metric, date, value. Missing: date",
    ),
    "a role that stands twice": (
        *(COSTS, 'role = "likely"', 'role = "low"', "register “running-costs”, column “likely”, role"),
        "the role “low” stands twice in this register",
    ),
    "a role of another register": (
        *(COSTS, LINE, LINE + ', role = "unit"', "register “running-costs”, column “line”, role"),
        "the role “unit” counts only in a register with one of these roles: metrics",
    ),
    "a column's role without the register's": (
        *(COSTS, 'role = "cost"\n', "", "register “running-costs”, column “low”, role"),
        "the role “low” counts only in a register with one of these roles: cost",
    ),
    "money as a text": (
        *(COSTS, LOW, LOW.replace("money", "text"), "register “running-costs”, column “low”, role"),
        "the role “low” needs a column of one of these kinds, not “text”: money",
    ),
    "a unit that is a date": (
        *(
            METRICS,
            'kind = "text", role = "unit"',
            'kind = "date", role = "unit"',
            "register “metrics”, column “unit”, role",
        ),
        "the role “unit” needs a column of one of these kinds, not “date”: text, choice",
    ),
    "a basis of nothing yearly": (
        *(COSTS, ', yearly = ["A year"]', "", "register “running-costs”, column “basis”, role"),
        "the role “basis” needs `yearly`: the choices that mean every year",
    ),
    "something yearly that is no basis": (
        *(COSTS, BASIS, BASIS.replace(', role = "basis"', ""), "register “running-costs”, column “basis”, role"),
        "`yearly` counts only in a column with the role “basis”",
    ),
    "readings of what is no metric": (
        *(READINGS, METRIC, METRIC.replace("metrics", "debt"), "register “metric-readings”, column “metric”, role"),
        "the role “metric” needs a `source` that is a register with the role “metrics”",
    ),
}


def refusal(text: str) -> tuple[PackProblem, ...]:
    with pytest.raises(MethodError) as caught:
        read_method(text, "practice.toml")
    return caught.value.problems


def changed(within: str, old: str, new: str) -> str:
    """The pack in which the first `old` of a register is `new`."""
    before, after = PACK.split(within + "\n", 1)
    assert old in after.split("[[")[0]
    return f"{before}{within}\n{after.replace(old, new, 1)}"


def line_of(text: str, within: str, key: str) -> int:
    lines = text.split("\n")
    return next(n for n in range(lines.index(within), len(lines)) if lines[n].startswith(f"{key} =")) + 1


@pytest.mark.parametrize(("within", "old", "new", "place", "rule"), CASES.values(), ids=CASES)
def test_what_a_role_lacks_is_explained_by_line_place_and_rule(
    within: str, old: str, new: str, place: str, rule: str
) -> None:
    text = changed(within, old, new)

    key = "columns" if ", column “" in place else "role"
    told = [(problem.line, problem.place, str(problem.rule)) for problem in refusal(text)]
    assert (line_of(text, within, key), place, rule) in told


def test_several_columns_that_are_missing_are_named_together() -> None:
    text = changed(COSTS, ', role = "low"', "").replace(', role = "high"', "")

    rules = [str(p.rule) for p in refusal(text) if p.place == "register “running-costs”, role"]

    assert rules == ["the role “cost” needs columns with these roles: low, likely, high. Missing: low, high"]


def test_a_register_with_a_role_is_filled_somewhere() -> None:
    text = PACK.replace('register = "running-costs"', 'register = "change-costs"')

    (problem,) = refusal(text)

    assert problem.place == "register “running-costs”, role"
    assert str(problem.rule) == "has the role “cost”, and no item of the playbook fills it"


NEWER = "format = 2", 'format = "2.1"', 1


@pytest.mark.parametrize(("old", "lacking"), [('role = "cost"', "counts only in"), ('role = "low"', "Missing: low")])
def test_an_unknown_role_is_refused_and_from_a_newer_program_it_is_none(old: str, lacking: str) -> None:
    text = changed(COSTS, old, 'role = "song"')

    (problem,) = refusal(text)

    assert str(problem.rule).startswith("“song” is not one of: ")
    assert problem.place.endswith(", role")
    assert lacking in str(refusal(text.replace(*NEWER))[0].rule)


def test_a_newer_role_where_none_was_is_passed_over_with_a_note(method: Method) -> None:
    text = PACK.replace(*NEWER).replace('id = "debt"\n', 'id = "debt"\nrole = "debt"\n', 1)

    read = read_method(text, "practice.toml")

    (note,) = (n for n in read.notes if n not in method.notes)
    assert note.place == "register “debt”, role"
    assert str(note.text) == "is new to this Clearway, and was passed over"
    assert read.register("debt").role is None


def test_every_role_of_a_column_belongs_to_a_register_and_has_a_kind() -> None:
    used = [role for columns in COLUMNS_OF.values() for role in (*columns.needed, *columns.more)]

    assert set(COLUMNS_OF) == set(RegisterRole)
    assert sorted(used) == sorted(ColumnRole)
    assert set(KINDS_OF) == set(ColumnRole)


def test_each_register_of_costs_is_one_kind_of_cost_in_the_order_of_the_playbook(method: Method) -> None:
    assert [kind.item_id for kind in budget(method, playbook({})).kinds] == [
        *("infrastructure-cost", "integration-cost", "change-cost", "running-cost")
    ]
    shared = PACK.replace('register = "running-costs"', 'register = "change-costs"')
    shared = changed_to_rows(shared)
    rows = {"change-costs": [{"line": "Training", "likely": "5", "basis": "One-off"}]}

    found = budget(read_method(shared, "practice.toml"), playbook(rows))

    assert [kind.item_id for kind in found.kinds] == ["infrastructure-cost", "integration-cost", "change-cost"]
    assert found.one_off.likely == 5, "a register that two items fill is counted once"


def changed_to_rows(text: str) -> str:
    """The pack in which the running costs, which nobody fills, are only rows."""
    before, after = text.split(COSTS, 1)
    own, rest = after.split("[[register]]", 1)
    for said in ('role = "cost"\n', ', role = "low"', ', role = "likely"', ', role = "high"'):
        own = own.replace(said, "")
    own = own.replace(', role = "basis", yearly = ["A year"]', "")
    return f"{before}{COSTS}{own}[[register]]{rest}"
