"""The actions as a model for their list: agreed, wave by wave; proposed and rejected."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.progress_words import overdue_text
from desktop.system.long_text import as_tip
from desktop.view_models.planning import Part, PlanRow
from desktop.words import gettext, spoken
from models.plan.titles import titled
from models.values.months import short_date, shown_date
from models.values.terms import Progress

ROW = Qt.ItemDataRole.UserRole
BETWEEN = "  ·  "
"""What stands between owner and day."""
Index = QModelIndex | QPersistentModelIndex
Term = tuple[str, bool]


class ActionRows(QAbstractListModel):
    """Tells the view only of what moved: rows in another order, or the same ones with other content."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PlanRow, ...] = ()
        self._texts: dict[str, str] = {}
        self._owners: dict[str, str] = {}

        self._rule = ""

    def show(self, rows: tuple[PlanRow, ...], texts: dict[str, str], owners: dict[str, str], rule: str) -> bool:
        """Takes these rows; whether they are others, not the same ones with other content."""
        others = [(r.key, r.part) for r in rows] != [(r.key, r.part) for r in self.rows]
        if others:
            self.beginResetModel()
        self.rows, self._texts, self._owners, self._rule = rows, texts, owners, rule
        if others:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        return others

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, its title with its number, and what goes with it for a screen reader."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            title = titled(row.title, spoken())
            return f"{row.line.number}  {title}" if row.line else title
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self.rule(index.row()))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{self._texts[_part(row)]}. {self.terms(row)}"
        return None

    def heads_part(self, place: int) -> bool:
        """Whether the row is the first of its part, or of its wave, and carries its name."""
        return place == 0 or _part(self.rows[place - 1]) != _part(self.rows[place])

    def part_title(self, place: int) -> str:
        """What the part is called, and how many stand in it."""
        part = _part(self.rows[place])
        count = sum(_part(row) == part for row in self.rows)
        return f"{self._texts[part]}  {count}"

    def rule(self, place: int) -> str:
        """Of the first of the agreed actions, why they come in this order; empty for the others."""
        return self._rule if place == 0 and any(row.line for row in self.rows[:1]) else ""

    def has_terms(self, row: PlanRow) -> bool:
        """Whether an owner and a date are asked for."""
        return row.action is not None and row.part is not Part.REJECTED

    def terms(self, row: PlanRow) -> str:
        """Owner and date, or what is missing of them."""
        (owner, _), (day, _) = self.owner_and_day(row)
        # A name written from right to left must not turn the date round.
        return f"\u2068{owner}\u2069{BETWEEN}{day}" if self.has_terms(row) else ""

    def owner_and_day(self, row: PlanRow) -> tuple[Term, Term]:
        """Each with whether somebody has to see to it: it is missing, or the day has passed."""
        if row.action is None or not self.has_terms(row):
            return ("", False), ("", False)
        owner, due = self._owners.get(row.action.owner_id, ""), row.action.due
        day = shown_date(due, spoken()) or self._texts["no-date"]
        done, late = row.action.progress is Progress.DONE, (date.today() - due).days if due else 0
        if due and (done or late > 0):
            became = self._texts["done"] if done else overdue_text(late)
            day = gettext(", ").join((short_date(due, spoken()), became))
        return (owner or self._texts["no-owner"], not owner), (day, not done and (due is None or late > 0))


def _part(row: PlanRow) -> str:
    """The part of the list it stands in; of what was agreed, the wave."""
    return row.line.wave.value if row.line else row.part.value
