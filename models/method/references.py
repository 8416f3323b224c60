"""Checks across the tables of a content pack: ids stand once, and whatever is referred to exists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.method.method import Method
from models.method.pack_table import PackReader, PackTable
from models.values.sentence import Sentence
from resources.words import marked


def check_references(reader: PackReader, method: Method) -> None:
    """Ids stand once among their kind, and whatever a table refers to exists."""
    phases = {p.id for p in method.phases}
    points = {p.id for g in method.readiness for p in g.points}
    registers = {r.id: {c.id for c in r.columns} for r in method.registers}
    actions = {a.id for a in method.actions}
    reader.check_unique("mode", "sign", "action", "register", "phase", "activity", "item", "readiness", "point")
    reader.check_unique("agenda")
    _check_glossary(reader)
    for table in reader.tables_named("sign"):
        _refer(table, "actions", table.raw("actions"), actions, marked("action"))
    for table in reader.tables_named("action"):
        _refer(table, "phase", [table.raw("phase")], phases, marked("phase"))
        _refer(table, "confirms", table.raw("confirms"), points, marked("readiness point"))
    for table in reader.tables_named("point"):
        _refer(table, "items", table.raw("items"), method.items, marked("playbook item"))
    begin = {r.id: r.columns[0].kind for r in method.registers if r.columns}
    for table in reader.tables_named("columns"):
        source = table.raw("source")
        _refer(table, "source", [source], registers, marked("register"))
        if isinstance(source, str) and begin.get(source) == "reference":
            named = {"name": source}
            rule = Sentence("refers to the register “{name}”, whose rows have no name of their own", named)
            table.problem("source", rule)
        _refer(table, "offers", table.raw("offers"), registers, marked("register"))
    for table in reader.tables_named("item"):
        register = table.raw("register")
        _refer(table, "register", [register], registers, marked("register"))
        if isinstance(register, str) and "columns" in table:
            _refer(
                table,
                "columns",
                table.raw("columns"),
                registers.get(register, set()),
                marked("column of that register"),
            )


def _check_glossary(reader: PackReader) -> None:
    """No word is explained twice, in whatever form."""
    seen: set[str] = set()
    for table in reader.tables_named("glossary"):
        also = table.raw("also")
        forms = [("term", table.raw("term")), *(("also", form) for form in (also if isinstance(also, list) else ()))]
        for key, form in forms:
            if isinstance(form, str) and form.casefold() in seen:
                table.problem(key, Sentence("the word “{name}” stands twice", {"name": form}))
            seen.add(str(form).casefold())


def _refer(table: PackTable, key: str, names: Any, known: Iterable[str], what: str) -> None:
    known = set(known)
    for name in names if isinstance(names, list) else []:
        if isinstance(name, str) and name not in known:
            values = {"what": Sentence(what), "name": name}
            table.problem(key, Sentence("refers to the {what} “{name}”, which the pack does not have", values))
