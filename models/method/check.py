"""Reads a content pack, and explains what is wrong with one: file, line, place and the rule broken."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from models.method.method import (
    COLUMN_KINDS,
    REGISTER_KINDS,
    ActionTemplate,
    Activity,
    Column,
    FailureMode,
    Method,
    Phase,
    PlaybookItem,
    ReadinessGroup,
    ReadinessPoint,
    Register,
    WarningSign,
)
from models.method.pack_table import PackProblem, PackReader, PackTable
from models.values.refusal import Refusal
from models.values.terms import Group

LARGEST_PACK = 1_000_000
"""Characters. The built-in pack has about a tenth of that."""


_LONG_KEY = re.compile(r"^\s*\[{0,2}\s*(?:[\w\-\"']+\s*\.\s*){20}", re.MULTILINE)
"""A key of many names: the parser takes time by the square of their number."""

DEEPEST = 12
"""Tables and lists in one another. A pack has half as many."""


@dataclass(frozen=True)
class _Limits:
    """Characters that the room view and the documents hold. The room's page is drawn and audited at these lengths."""

    title: int = 60
    short: int = 20
    finding: int = 50
    question: int = 110
    anchor: int = 90
    evidence: int = 90
    action: int = 80
    done_when: int = 120
    fix: int = 200
    role: int = 30


LIMITS = _Limits()


class MethodError(Refusal):
    """A content pack that cannot be used. `problems` lists why, in the order of the file; str() is for people."""

    def __init__(self, name: str, problems: Sequence[PackProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{name}, line {p.line}: {p.place}: {p.rule}" for p in self.problems))


def read_method(text: str, name: str) -> Method:
    """The method in a pack's TOML text. `name` is the file's name as the person knows it. Raises MethodError."""
    if len(text) > LARGEST_PACK:
        raise MethodError(name, [PackProblem(1, "the file", "is larger than a content pack can be")])
    if _LONG_KEY.search(text):
        raise MethodError(name, [PackProblem(1, "the file", "is nested too deeply")])
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = getattr(error, "lineno", None) or _line_in(str(error))
        raise MethodError(name, [PackProblem(line, "the file", f"is not valid TOML: {error}")]) from error
    except ValueError as error:
        raise MethodError(name, [PackProblem(1, "the file", f"is not valid TOML: {error}")]) from error
    except RecursionError as error:
        raise MethodError(name, [PackProblem(1, "the file", "is nested too deeply")]) from error
    if _depth(data) > DEEPEST:
        raise MethodError(name, [PackProblem(1, "the file", "is nested too deeply")])
    reader = PackReader(text)
    method = _method(reader.root(data))
    _check_references(reader, method)
    if reader.problems:
        raise MethodError(name, sorted(reader.problems, key=lambda p: p.line))
    return method


def _depth(data: Any) -> int:
    """How many tables and lists lie in one another."""
    level, depth = [data], 0
    while level:
        depth += 1
        inner = (v for item in level for v in (item.values() if isinstance(item, dict) else item))
        level = [value for value in inner if isinstance(value, (dict, list))]
    return depth


def _line_in(message: str) -> int:
    found = re.search(r"line (\d+)", message)
    return int(found[1]) if found else 1


def _method(root: PackTable) -> Method:
    levels = root.texts("levels", 4, 4, limit=16)
    method = Method(
        id=root.identifier("id"),
        version=root.text("version", 20),
        language=root.text("language", 20),
        title=root.text("title", LIMITS.title),
        levels=(levels[0], levels[1], levels[2], levels[3]),
        modes=tuple(_mode(t) for t in root.tables("mode", 1, 8)),
        actions=tuple(_action(t) for t in root.tables("action", 1, 400)),
        phases=tuple(_phase(t) for t in root.tables("phase", 1, 8)),
        registers=tuple(_register(t) for t in root.tables("register", 1, 100)),
        readiness=tuple(_readiness(t) for t in root.tables("readiness", 1, 6)),
    )
    root.finish()
    return method


def _mode(table: PackTable) -> FailureMode:
    mode = FailureMode(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        short=table.text("short", LIMITS.short),
        finding=table.text("finding", LIMITS.finding),
        fix=table.text("fix", LIMITS.fix),
        signs=tuple(_sign(t) for t in table.tables("sign", 1, 6)),
    )
    table.finish()
    return mode


def _sign(table: PackTable) -> WarningSign:
    anchors = table.texts("anchors", 4, 4, limit=LIMITS.anchor)
    sign = WarningSign(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        question=table.text("question", LIMITS.question),
        anchors=(anchors[0], anchors[1], anchors[2], anchors[3]),
        evidence=table.texts("evidence", 1, 4, limit=LIMITS.evidence),
        ask=tuple(Group(g) for g in table.choices("ask", 1, 7, [g.value for g in Group])),
        actions=table.texts("actions", 2, 3, limit=60),
    )
    table.finish()
    return sign


def _action(table: PackTable) -> ActionTemplate:
    low, high = table.range_of_days("effort")
    action = ActionTemplate(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.action),
        phase=table.text("phase", 60),
        owner_role=table.text("owner_role", LIMITS.role),
        owner_group=Group(table.choice("owner_group", [g.value for g in Group])),
        effort_low=low,
        effort_high=high,
        done_when=table.text("done_when", LIMITS.done_when),
        confirms=table.texts("confirms", 1, 15, limit=60),
    )
    table.finish()
    return action


def _register(table: PackTable) -> Register:
    register = Register(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        kind=table.choice("kind", REGISTER_KINDS),
        columns=tuple(_column(t) for t in table.tables("columns", 1, 12)),
        private=table.flag("private"),
    )
    ids = [column.id for column in register.columns]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        table.problem("columns", f"the id “{twice}” stands twice")
    table.finish()
    return register


def _column(table: PackTable) -> Column:
    kind = table.choice("kind", COLUMN_KINDS)
    column = Column(
        id=table.identifier("id"),
        title=table.text("title", 40),
        kind=kind,
        choices=table.texts("choices", 2, 12, limit=40) if kind == "choice" else (),
        settled=table.texts("settled", 1, 12, limit=40) if kind == "choice" and "settled" in table else (),
        source=table.text("source", 60) if kind == "reference" and "source" in table else "",
        offers=table.texts("offers", 1, 12, limit=60) if kind == "text" and "offers" in table else (),
        private=table.flag("private"),
    )
    for choice in column.settled:
        if choice not in column.choices:
            table.problem("settled", f"“{choice}” is not one of the column's choices")
    table.finish()
    return column


def _phase(table: PackTable) -> Phase:
    phase = Phase(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        purpose=table.text("purpose", LIMITS.done_when),
        activities=tuple(_activity(t) for t in table.tables("activity", 1, 12)),
    )
    table.finish()
    return phase


def _activity(table: PackTable) -> Activity:
    activity = Activity(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        items=tuple(_item(t) for t in table.tables("item", 1, 12)),
    )
    table.finish()
    return activity


def _item(table: PackTable) -> PlaybookItem:
    item = PlaybookItem(
        id=table.identifier("id"),
        prompt=table.text("prompt", LIMITS.question),
        register=table.text("register", 60),
        columns=table.texts("columns", 0, 12, limit=60) if "columns" in table else (),
    )
    table.finish()
    return item


def _readiness(table: PackTable) -> ReadinessGroup:
    group = ReadinessGroup(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        points=tuple(_point(t) for t in table.tables("point", 1, 12)),
    )
    table.finish()
    return group


def _point(table: PackTable) -> ReadinessPoint:
    point = ReadinessPoint(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        question=table.text("question", LIMITS.question),
        evidence=table.text("evidence", LIMITS.evidence),
        items=table.texts("items", 1, 12, limit=60) if "items" in table else (),
    )
    table.finish()
    return point


def _check_references(reader: PackReader, method: Method) -> None:
    """Ids stand once among their kind, and whatever a table refers to exists."""
    phases = {p.id for p in method.phases}
    points = {p.id for g in method.readiness for p in g.points}
    registers = {r.id: {c.id for c in r.columns} for r in method.registers}
    actions = {a.id for a in method.actions}
    reader.check_unique("mode", "sign", "action", "register", "phase", "activity", "item", "readiness", "point")
    for table in reader.tables_named("sign"):
        _refer(table, "actions", table.raw("actions"), actions, "action")
    for table in reader.tables_named("action"):
        _refer(table, "phase", [table.raw("phase")], phases, "phase")
        _refer(table, "confirms", table.raw("confirms"), points, "readiness point")
    for table in reader.tables_named("point"):
        _refer(table, "items", table.raw("items"), method.items, "playbook item")
    begin = {r.id: r.columns[0].kind for r in method.registers if r.columns}
    for table in reader.tables_named("columns"):
        source = table.raw("source")
        _refer(table, "source", [source], registers, "register")
        if isinstance(source, str) and begin.get(source) == "reference":
            table.problem("source", f"refers to the register “{source}”, whose rows have no name of their own")
        _refer(table, "offers", table.raw("offers"), registers, "register")
    for table in reader.tables_named("item"):
        register = table.raw("register")
        _refer(table, "register", [register], registers, "register")
        if isinstance(register, str) and "columns" in table:
            _refer(table, "columns", table.raw("columns"), registers.get(register, set()), "column of that register")


def _refer(table: PackTable, key: str, names: Any, known: Iterable[str], what: str) -> None:
    known = set(known)
    for name in names if isinstance(names, list) else []:
        if isinstance(name, str) and name not in known:
            table.problem(key, f"refers to the {what} “{name}”, which the pack does not have")
