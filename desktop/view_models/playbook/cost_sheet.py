"""A register of costs as a sheet: its sums stand without the sign of the currency, which is said once."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.view_models.playbook.sheet import RegisterSheet
from desktop.view_models.playbook.stops import Sheet
from models.method.roles import ColumnRole, RegisterRole
from models.playbook.cells import figure_in
from models.values.money import shown_money

_ONE_TABLE = (None, ColumnRole.LOW, ColumnRole.LIKELY, ColumnRole.HIGH, ColumnRole.BASIS)
"""What the columns of registers are that stand as groups of one table."""


class CostSheet(RegisterSheet):
    """The lines of one kind of cost."""

    def text(self, row: int, column: int) -> str:
        figure = figure_in("money", self.value(row, column)) if self.places[column].kind == "money" else None
        if figure is None:
            return super().text(row, column)
        return shown_money(figure, "", self.session.words).strip()


def stand_as_one_table(shown: Iterable[Sheet]) -> bool:
    """Whether these are costs with the same columns: what for, low, likely, high, and whether every year."""
    return all(
        sheet.register.role is RegisterRole.COST and tuple(column.role for column in sheet.columns) == _ONE_TABLE
        for sheet in shown
    )
