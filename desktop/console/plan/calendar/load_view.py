"""The plan by owner: who carries how much, and when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.console.plan.calendar.load_chart import LoadChart
from desktop.console.plan.calendar.row import target_name
from desktop.theme import Theme
from desktop.view_models.planning import Planning
from desktop.view_models.room.planned.load import load_page
from desktop.widgets.labels import label
from desktop.widgets.parts.scrolled import PageScroll
from desktop.words import gettext
from models.engagement.people import called
from models.plan.plan import loads


class LoadView(PageScroll):
    """Days of work by owner, as the room sees them."""

    def __init__(self, model: Planning) -> None:
        super().__init__()
        self._model = model
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(gettext("Who carries how much"))
        self._lead, self.chart = label("", wrap=True), LoadChart(self.accessibleName())
        self._key = label("", "caption", wrap=True)
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 8)
        column.setSpacing(12)
        for part in (self._lead, self.chart, self._key):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(content)

    def refresh(self, theme: Theme) -> None:
        """Shows what everybody has taken on."""
        session = self._model.session
        found, page = loads(session.current), load_page(session)
        people, nobody = called(session.people()), gettext("Nobody yet")
        rows = (f"{people.get(x.owner_id, nobody)}: {', '.join(str(a.position) for a in x.actions)}" for x in found)
        self.chart.show_load(
            page, theme, "; ".join(rows), target_name(session.engagement.pilot.target_date, date.today())
        )
        self.chart.setVisible(bool(found))
        self._lead.setText(page.lead)
        self._lead.setVisible(bool(page.lead))
        days = gettext(
            "Days of work in actions that are not done: the strong part to the low estimate, all of it to the high."
        )
        numbers = gettext("Numbers: actions, at the day they are due.")
        self._key.setText(f"{days} {numbers}" if found else gettext("Nothing agreed is still to be done."))
