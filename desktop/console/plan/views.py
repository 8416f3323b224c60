"""The plan by owner: who carries how much."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.view_models.planning import Planning
from desktop.widgets.chart_view import ChartView
from desktop.widgets.labels import label
from desktop.words import gettext
from models.engagement.people import called
from models.plan.plan import loads
from reports.charts import ChartColours, dark_colours, owner_load, paper_colours, register_fonts

CHART_TYPE = 9.0
"""Points that come out as large as the page's own type."""
LEAST_WIDTH = 440.0
"""Points that a chart needs."""


def chart_colours(model: Planning, theme: Theme) -> ChartColours:
    """The brand's colours on this theme's ground."""
    brand = model.session.engagement.brand
    if theme.dark:
        return dark_colours(theme.accent, theme.accent, theme.background)
    return paper_colours(brand.primary, theme.accent)


class ChartPane(QScrollArea):
    """A chart that scrolls where it is taller than the page, with a line of text above it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        register_fonts()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        content = QWidget()
        content.setObjectName("content")
        self.column = column = QVBoxLayout(content)
        column.setContentsMargins(8, 8, 16, 8)
        self.lead, self.chart = label("", "muted", wrap=True), ChartView(name)
        column.addWidget(self.lead)
        column.addWidget(self.chart)
        column.addStretch(1)
        self.setWidget(content)

    def width_in_points(self) -> float:
        """How wide a chart is to be drawn so that its words come out like the page's."""
        pixels = self.viewport().width() - 24
        return max(pixels * CHART_TYPE / max(self.lead.font().pixelSize(), 1), LEAST_WIDTH)


class LoadView(ChartPane):
    """Days of work by owner."""

    def __init__(self, model: Planning) -> None:
        super().__init__(gettext("Who carries how much"))
        self._model = model

    def refresh(self, theme: Theme) -> None:
        """Shows what everybody has taken on."""
        session = self._model.session
        found = loads(session.current)
        colours = chart_colours(self._model, theme)
        drawing = owner_load(found, session.engagement, colours, session.words, self.width_in_points())
        people = called(session.people())
        nobody = gettext("Nobody yet")
        rows = (f"{people.get(x.owner_id, nobody)}: {', '.join(str(a.position) for a in x.actions)}" for x in found)
        self.chart.show_drawing(drawing, "; ".join(rows))
        self.lead.setText(
            gettext("Days of work in actions that are not done: dark to the low estimate, pale to the high.")
            if found
            else gettext("Nothing agreed is still to be done.")
        )
