"""Checks that what the method does with registers finds the roles it needs.

It looks at packs in which each table is right by itself, so that one slip of the pen is told once.
"""

from __future__ import annotations

from models.method.method import Column, Method, Register
from models.method.pack_table import PackReader
from models.method.roles import COLUMNS_OF, KINDS_OF, ColumnRole, RegisterRole
from models.method.toml_places import TomlPath
from models.values.sentence import Sentence


def check_roles(reader: PackReader, method: Method) -> None:
    """Each role has the columns it goes with, each column's role a register that uses it, each rule its roles."""
    filled = {item.register for item in method.items.values()}
    for place, register in enumerate(method.registers):
        found = _Found(reader, method, register, ("register", place))
        found.check_columns()
        if register.role is not None:
            found.check_needs(register.role)
            found.check_is_filled(register.role, register.id in filled)
    if method.rules.production_cost and not method.registers_with(RegisterRole.COST):
        columns = {"columns": ", ".join(COLUMNS_OF[RegisterRole.COST].needed)}
        rule = Sentence("needs a register with the role “cost” whose columns have these roles: {columns}", columns)
        reader.refuse(("rules", "production-cost"), "rule “production-cost”", rule)


class _Found:
    """One register and where it stands in the file."""

    def __init__(self, reader: PackReader, method: Method, register: Register, path: TomlPath) -> None:
        self._reader, self._method, self._register, self._path = reader, method, register, path

    def check_columns(self) -> None:
        """Each role stands once, in a column of a fitting kind, and counts for something."""
        met: set[ColumnRole] = set()
        role = self._register.role
        used = (*COLUMNS_OF[role].needed, *COLUMNS_OF[role].more) if role else ()
        for place, column in enumerate(self._register.columns):
            if column.role is None:
                self._refuse_yearly(place, column)
            elif column.role in met:
                rule = Sentence("the role “{role}” stands twice in this register", {"role": str(column.role)})
                self._refuse(place, column, rule)
            elif column.role not in used:
                self._refuse(place, column, _unused(column.role))
            else:
                self._check_kind(place, column, column.role)
            met.update([column.role] if column.role else [])

    def _check_kind(self, place: int, column: Column, role: ColumnRole) -> None:
        kinds = KINDS_OF[role]
        if column.kind not in kinds:
            values = {"role": str(role), "kinds": ", ".join(kinds), "kind": column.kind}
            rule = Sentence("the role “{role}” needs a column of one of these kinds, not “{kind}”: {kinds}", values)
            self._refuse(place, column, rule)
        elif role is ColumnRole.METRIC and not self._is_of_metrics(column):
            rule = Sentence("the role “metric” needs a `source` that is a register with the role “metrics”")
            self._refuse(place, column, rule)
        if role is ColumnRole.BASIS and not column.yearly:
            self._refuse(place, column, Sentence("the role “basis” needs `yearly`: the choices that mean every year"))
        if role is not ColumnRole.BASIS:
            self._refuse_yearly(place, column)

    def _refuse_yearly(self, place: int, column: Column) -> None:
        if column.yearly:
            self._refuse(place, column, Sentence("`yearly` counts only in a column with the role “basis”"))

    def _is_of_metrics(self, column: Column) -> bool:
        return bool(column.source) and self._method.register(column.source).role is RegisterRole.METRICS

    def check_needs(self, role: RegisterRole) -> None:
        """The columns without which the role means nothing."""
        lacking = [part for part in COLUMNS_OF[role].needed if self._register.column_with(part) is None]
        if lacking:
            values = {"role": str(role), "columns": ", ".join(COLUMNS_OF[role].needed), "missing": ", ".join(lacking)}
            self._say(
                Sentence("the role “{role}” needs columns with these roles: {columns}. Missing: {missing}", values)
            )

    def check_is_filled(self, role: RegisterRole, filled: bool) -> None:
        """Rows come from the playbook only."""
        if not filled:
            self._say(Sentence("has the role “{role}”, and no item of the playbook fills it", {"role": str(role)}))

    def _say(self, rule: Sentence) -> None:
        self._reader.refuse((*self._path, "role"), f"register “{self._register.id}”, role", rule)

    def _refuse(self, place: int, column: Column, rule: Sentence) -> None:
        name = f"register “{self._register.id}”, column “{column.id}”, role"
        self._reader.refuse((*self._path, "columns", place, "role"), name, rule)


def _unused(role: ColumnRole) -> Sentence:
    users = [other for other, columns in COLUMNS_OF.items() if role in (*columns.needed, *columns.more)]
    values = {"role": str(role), "users": ", ".join(users)}
    return Sentence("the role “{role}” counts only in a register with one of these roles: {users}", values)
