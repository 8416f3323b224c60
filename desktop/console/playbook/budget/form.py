"""The budget: what it comes to on one line of money, and the kinds of cost as groups of one table, one of them open."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop.console.playbook.activity_form import ActivityForm
from desktop.console.playbook.budget.axis import BudgetAxis
from desktop.console.playbook.budget.cost_table import CostTable
from desktop.console.playbook.budget.rows import CostGroup, CostHeads, CostTotal
from desktop.console.playbook.register_model import OUT
from desktop.console.playbook.register_part import RegisterPart
from desktop.console.playbook.register_table import RegisterTable
from desktop.theme import Theme
from desktop.view_models.playbook.cost_sheet import CostSheet
from desktop.view_models.playbook.stops import PlaybookStops, Sheet
from desktop.view_models.room.budget import budget_page
from desktop.widgets.evidence.strip import EvidenceStrip
from desktop.widgets.labels import label
from desktop.words import gettext
from models.method.method import Activity
from models.playbook.budget import budget, doubtful_lines, kinds_text


class CostPart(RegisterPart):
    """The lines of one kind of cost."""

    def _table(self, shown: Sheet, theme: Theme) -> RegisterTable:
        return CostTable(CostSheet(self._model.filling, shown.register, shown.columns), theme, shown.items)


class BudgetForm(ActivityForm):
    """For registers that `stand_as_one_table`."""

    def __init__(self, model: PlaybookStops, activity: Activity, theme: Theme) -> None:
        self._axis = BudgetAxis(model.session.method.rules.production_cost)
        self._groups: list[CostGroup] = []
        super().__init__(model, activity, theme)

    def begin_in(self, part: RegisterPart) -> None:
        self._open(part)
        super().begin_in(part)

    def settle(self) -> None:
        """With what all of it comes to."""
        super().settle()
        session, theme = self._model.session, self._theme
        found = budget(session.method, session.engagement)
        self._axis.show_budget(budget_page(session, self._activity.items[0], ""), theme)
        method = session.method
        kinds = {method.items[kind.item_id].register: kind for kind in found.kinds}
        for group, part in zip(self._groups, self.parts, strict=True):
            group.show_kind(found, kinds[part.table.sheet.register.id], session, theme)
        self._ask()
        self._total.show_total(found, session, theme)
        doubts = [
            gettext("“{0}”: low, likely and high are not in that order.").format(line.title or "–")
            for line in doubtful_lines(found)
        ]
        for shown, text in ((self._missing, kinds_text(found, session.words)), (self._doubts, "\n".join(doubts))):
            shown.setText(text)
            shown.setVisible(bool(text))

    def show_files(self, files: EvidenceStrip) -> None:
        """Below the total: the groups stay together."""
        if self._rows.indexOf(files) < 0:
            files.setContentsMargins(OUT, 8, OUT, 0)
            self._rows.addWidget(files)
        files.show_beside(*(self._part.beside() if self._part else (None, "")))

    def _made_parts(self) -> tuple[RegisterPart, ...]:
        return tuple(CostPart(self._model, shown, self._theme) for shown in self._model.sheets(self._activity))

    def _in_sight(self) -> RegisterPart:
        return self._opened

    def _lay_out(self) -> None:
        places = self.parts[0].table.sheet.places
        self._heads, self._total = CostHeads(places, self._theme), CostTotal(places, self._theme)
        self._missing, self._doubts = label("", "caption", wrap=True), label("", "danger", wrap=True)
        rows = self._rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(self._heads)
        for part in self.parts:
            group = CostGroup(places, self._theme)
            group.clicked.connect(lambda _=False, p=part: self._pressed(p))
            self._groups.append(group)
            rows.addWidget(group)
            rows.addWidget(part)
        rows.addWidget(self._total)
        for shown in (self._missing, self._doubts):
            shown.setContentsMargins(OUT, 4, OUT, 0)
            rows.addWidget(shown)
        above = QVBoxLayout()
        above.setContentsMargins(OUT, 0, OUT, 0)
        above.addWidget(self._axis)
        self._column.setSpacing(4)
        self._column.addLayout(above)
        self._column.addLayout(rows)
        self._column.addStretch(1)
        self._open(next((p for p in self.parts if not p.table.sheet.rows), self.parts[0]))

    def _goes_to(self, part: RegisterPart, entry_id: str, column_id: str) -> bool:
        self._open(part)
        return super()._goes_to(part, entry_id, column_id)

    def _pressed(self, part: RegisterPart) -> None:
        """Opens the group, and gives it the keyboard; one that is open stays so."""
        self.begin_in(part)

    def _open(self, opened: RegisterPart) -> None:
        """One of them at a time."""
        for group, part in zip(self._groups, self.parts, strict=True):
            group.setChecked(part is opened)
            part.setVisible(part is opened)
        self._opened = opened
        self._ask()

    def _ask(self) -> None:
        self._heads.ask(self._opened.items[0].prompt, self._theme)
