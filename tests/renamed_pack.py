"""The built-in pack and the sample under other ids throughout: what the product then does must be the same."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from models.plan.proposals import BUDGET, FILL_IN, FIND_OUT, SHOW
from resources import resource_text

Table = dict[str, Any]
PARTS = {FIND_OUT: "mode", FILL_IN: "activity", SHOW: "point"}
"""What the ids are of that stand after the beginnings of the product's own proposals."""


@dataclass
class Renaming:
    """Old ids with their new ones by what they are of; ids of columns by register as well. Choices are words."""

    with_choices: bool
    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    choices: dict[tuple[str, str, str], str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def fresh(self, kind: str, old: str) -> str:
        """A new id that says nothing of what it is of."""
        return self.ids.setdefault((kind, old), f"n{next(self._numbers)}")

    def fresh_choice(self, register: str, column: str, old: str) -> str:
        """A new word for a choice, or the old one."""
        new = f"Word {next(self._numbers)}" if self.with_choices else old
        return self.choices.setdefault((register, column, old), new)

    def proposal(self, old: str) -> str:
        """The id of a proposal: an action of the pack, or one that the product composes."""
        for beginning, kind in PARTS.items():
            if old.startswith(beginning):
                return beginning + self.ids[kind, old.removeprefix(beginning)]
        return old if old in ("", BUDGET) else self.ids["action", old]

    def subject(self, old: str) -> str:
        """What a contradiction is about: a sign, an item or a point."""
        return next((self.ids[kind, old] for kind in ("sign", "item", "point") if (kind, old) in self.ids), old)

    def in_old_words(self, text: str) -> str:
        """A sentence with the choices as they were called."""
        for (_, _, old), new in sorted(self.choices.items(), key=lambda pair: -len(pair[1])):
            text = text.replace(new, old)
        return text


def renamed_pack(text: str, with_choices: bool) -> tuple[str, Renaming]:
    """A pack in which every id is another one; its choices too are other words, in another order, if wanted."""
    pack, names = tomllib.loads(text), Renaming(with_choices)
    pack["id"] = "quill"
    for kind, table in _tables(pack):
        table["id"] = names.fresh(kind, table["id"])
    old = tomllib.loads(text)
    for register, own in zip(old["register"], pack["register"], strict=True):
        _rename_columns(register["id"], own, names)
    for table in _all(pack, "sign"):
        table["actions"] = [names.ids["action", key] for key in table["actions"]]
    for table in pack["action"]:
        table["phase"] = names.ids["phase", table["phase"]]
        table["confirms"] = [names.ids["point", key] for key in table["confirms"]]
    for table in _all(pack, "item"):
        columns = [names.ids[f"column of {table['register']}", key] for key in table.get("columns", [])]
        table.update({"columns": columns} if columns else {}, register=names.ids["register", table["register"]])
    for table in _all(pack, "point"):
        table.update({"items": [names.ids["item", key] for key in table["items"]]} if "items" in table else {})
    return _written(pack), names


def _rename_columns(register: str, table: Table, names: Renaming) -> None:
    for column in table["columns"]:
        own = column["id"]
        column["id"] = names.fresh(f"column of {register}", own)
        for key in ("choices", "settled", "yearly"):
            if key in column:
                column[key] = [names.fresh_choice(register, own, choice) for choice in column[key]]
        if names.with_choices and "choices" in column:
            column["choices"].reverse()
        if "source" in column:
            column["source"] = names.fresh("register", column["source"])
        if "offers" in column:
            column["offers"] = [names.fresh("register", key) for key in column["offers"]]


def _tables(pack: Table) -> Iterator[tuple[str, Table]]:
    """Every table that has an id, but for columns."""
    for kind in ("mode", "sign", "action", "register", "phase", "activity", "item", "readiness", "point", "agenda"):
        yield from ((kind, table) for table in _all(pack, kind))


def _all(tree: Any, kind: str) -> Iterator[Table]:
    for key, value in tree.items() if isinstance(tree, dict) else ():
        for table in value if isinstance(value, list) else ():
            if key == kind and isinstance(table, dict):
                yield table
            yield from _all(table, kind)


def renamed_engagement(text: str, names: Renaming) -> str:
    """An engagement's JSON under the new ids."""
    document = json.loads(text)
    for found in document["rounds"]:
        for part, key, kind in (
            *(("ratings", "sign", "sign"), ("votes", "sign", "sign"), ("notes", "sign", "sign")),
            *(("readiness", "point", "point"), ("gates", "phase", "phase"), ("conditions", "phase", "phase")),
            *(("actions", "phase", "phase"), ("evidence", "sign", "sign")),
        ):
            _replace(found.get(part, []), key, lambda old, kind=kind: names.ids[kind, old])  # type: ignore[misc]
        _replace(found["actions"], "proposal", names.proposal)
        _replace(found["agenda"], "kind", lambda old: _box_kind(old, names))
        found["playbook"] = {
            names.ids["register", register]: [_row(register, row, names) for row in rows]
            for register, rows in found["playbook"].items()
        }
    return json.dumps(document)


def _replace(entries: list[Table], key: str, new: Callable[[str], str]) -> None:
    for entry in entries:
        if entry.get(key):
            entry[key] = new(entry[key])


def _box_kind(old: str, names: Renaming) -> str:
    return f"mode:{names.ids['mode', old.removeprefix('mode:')]}" if old.startswith("mode:") else old


def _row(register: str, row: Table, names: Renaming) -> Table:
    """In a responsibility matrix the columns are people, who keep their ids."""
    cells = {
        names.ids.get((f"column of {register}", column), column): names.choices.get((register, column, value), value)
        for column, value in row["cells"].items()
    }
    return {**row, "cells": cells}


def _written(pack: Table) -> str:
    """TOML, with every table in a line of its own."""
    return "".join(f"{json.dumps(key)} = {_value(value)}\n" for key, value in pack.items())


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


PACK = resource_text("method/clearway.toml")
OLD_PACK = resource_text("method/clearway-1.1.0.toml")
SAMPLE = resource_text("sample/engagement.json")
