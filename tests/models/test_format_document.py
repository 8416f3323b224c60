"""The page on the format names every key that is read, with the limits that hold."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from broken_packs import PACK

from models.method.lacking import WITHOUT_RULE
from models.method.limits import LIMITS
from models.method.method import COLUMN_KINDS, REGISTER_KINDS
from models.method.presets import BoxKind
from models.method.roles import COLUMNS_OF, ColumnRole, RegisterRole
from models.method.rules import AgreementRule, BandRule, EffortRule, PriorityRule, ProductionCost
from models.values.terms import Group
from resources import resource_text

PAGE = resource_text("method/FORMAT.md")
OPTIONAL = {"healthy", "finding", "glossary", "term", "meaning", "also", "private", "title"}
"""Keys that the built-in pack need not have."""


def keys_in(tree: Any) -> Iterator[str]:
    for key, value in tree.items() if isinstance(tree, dict) else ():
        yield key
        for inner in value if isinstance(value, list) else [value]:
            yield from keys_in(inner)


def section(heading: str) -> str:
    """What stands under a heading that begins like this."""
    return next(part for part in re.split(r"^##+ ", PAGE, flags=re.MULTILINE) if part.startswith(heading))


def row(heading: str, key: str) -> str:
    return next(line for line in section(heading).splitlines() if line.startswith(f"| `{key}`"))


@pytest.mark.parametrize("key", sorted({*keys_in(tomllib.loads(PACK)), *OPTIONAL}))
def test_every_key_stands_on_the_page(key: str) -> None:
    assert f"`{key}`" in PAGE


@pytest.mark.parametrize(
    ("heading", "key", "limit"),
    [
        ("`[[mode]]`", "title", LIMITS.title),
        ("`[[mode]]`", "short", LIMITS.short),
        ("`[[mode]]`", "finding", LIMITS.finding),
        ("`[[mode]]`", "fix", LIMITS.fix),
        ("`[[mode.sign]]`", "question", LIMITS.question),
        ("`[[mode.sign]]`", "anchors", LIMITS.anchor),
        ("`[[mode.sign]]`", "evidence", LIMITS.evidence),
        ("`[[mode.sign]]`", "healthy", LIMITS.healthy),
        ("`[[mode.sign]]`", "finding", LIMITS.finding),
        ("`[[action]]`", "title", LIMITS.action),
        ("`[[action]]`", "short", LIMITS.action_short),
        ("`[[action]]`", "owner_role", LIMITS.role),
        ("`[[action]]`", "done_when", LIMITS.done_when),
        ("`[[phase]]`", "short", LIMITS.item_short),
        ("`[[readiness]]`", "short", LIMITS.point_short),
        ("`[rules]`", "rating", LIMITS.rating),
        ("`[[agenda]]`", "title", LIMITS.short),
        ("`[[glossary]]`", "term", LIMITS.term),
        ("`[[glossary]]`", "meaning", LIMITS.meaning),
    ],
)
def test_a_limit_stands_beside_its_key(heading: str, key: str, limit: int) -> None:
    assert re.search(rf"\b{limit}\b", row(heading, key)), row(heading, key)


def test_every_rule_stands_there_with_every_figure() -> None:
    rules = section("`[rules]`")
    for name in WITHOUT_RULE:
        assert f"| `{name}` |" in rules
    for rule in (ProductionCost, PriorityRule, BandRule, AgreementRule, EffortRule):
        for figure in fields(rule):
            assert f"`{figure.name}`" in rules, figure.name


def test_every_role_and_every_kind_stands_there() -> None:
    roles = section("Roles")
    for role, columns in COLUMNS_OF.items():
        line = next(line for line in roles.splitlines() if line.startswith(f"| `{role}`"))
        assert all(f"`{part}`" in line for part in (*columns.needed, *columns.more))
    assert set(COLUMNS_OF) == set(RegisterRole)
    assert all(f"`{role}`" in roles for role in ColumnRole)
    for kind in (*COLUMN_KINDS, *REGISTER_KINDS, *BoxKind, *Group):
        assert f"`{kind}`" in PAGE, kind
