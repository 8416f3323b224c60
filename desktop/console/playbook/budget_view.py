"""The budget as it adds up: against the method's rule, once and every year, kind by kind."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.view_models.session import EngagementSession
from desktop.widgets.chart_view import ChartView
from desktop.widgets.labels import label
from desktop.words import gettext, spoken
from models.method.rules import ProductionCost
from models.playbook.budget import budget, doubtful_lines, kinds_text, range_text, standing_text
from models.values.numbers import shown_number
from reports.charts import budget_band, dark_colours, paper_colours, register_fonts

WIDTH = 620
"""Points the picture is drawn over."""
WIDEST = 1000
"""Pixels the picture takes at most."""


class BudgetView(QWidget):
    """The picture, the sentence on it, and the sums."""

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        register_fonts()
        self._session = session
        self._standing, self._missing = label("", "section", wrap=True), label("", "danger", wrap=True)
        self._chart = ChartView(_chart_name(session.method.rules.production_cost))
        self._chart.setMaximumWidth(WIDEST)
        self._sums = {name: label("", wrap=True) for name in ("one-off", "yearly", "first-year")}
        names = {
            "one-off": gettext("One-off"),
            "yearly": gettext("A year"),
            "first-year": gettext("Until the end of the first year"),
        }
        sums = QGridLayout()
        sums.setHorizontalSpacing(24)
        sums.setVerticalSpacing(0)
        for place, (name, shown) in enumerate(self._sums.items()):
            sums.addWidget(label(names[name], "label"), 0, place)
            sums.addWidget(shown, 1, place)
            sums.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        picture = QHBoxLayout()  # its height follows the width that the picture takes, not that of the page
        picture.addWidget(self._chart, 1)
        picture.addStretch()
        for part in (self._standing, self._missing):
            column.addWidget(part)
        column.addLayout(picture)
        column.addLayout(sums)

    def show_budget(self, theme: Theme) -> None:
        """Adds up the plan as it stands."""
        session = self._session
        found, words = budget(session.method, session.engagement), session.words
        brand = session.engagement.brand
        colours = (
            dark_colours(theme.accent, theme.accent, theme.background)
            if theme.dark
            else paper_colours(brand.primary, theme.accent)
        )
        sentence = standing_text(found, words)
        self._standing.setText(sentence)
        said = [kinds_text(found, words)] + [
            gettext("“{0}”: low, likely and high are not in that order.").format(line.title or "–")
            for line in doubtful_lines(found)
        ]
        self._missing.setText("\n".join(filter(None, said)))
        self._missing.setVisible(any(said))
        self._chart.show_drawing(budget_band(found, colours, words, WIDTH), sentence)
        sums = {"one-off": found.one_off, "yearly": found.yearly, "first-year": found.first_year}
        for name, amount in sums.items():
            self._sums[name].setText(range_text(amount, found.currency, words))


def _chart_name(rule: ProductionCost | None) -> str:
    if rule is None:
        return gettext("Budget")
    text = gettext("Budget against {low} to {high} times what the pilot cost")
    return text.format(low=shown_number(rule.low, spoken()), high=shown_number(rule.high, spoken()))
