"""The plan seen in other ways than as a list: as a picture, along the calendar, by owner."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.view_models.planning import Planning
from desktop.widgets.chart_view import ChartView
from desktop.widgets.labels import clear, label
from desktop.words import gettext, ngettext, spoken
from models.engagement.people import called
from models.plan.plan import loads
from models.plan.rubs import Kind, Rub
from models.values.months import shown_date
from reports.charts import ChartColours, dark_colours, owner_load, paper_colours, register_fonts, timeline
from reports.charts.timeline import action_at, by_phase

CHART_TYPE = 9.0
"""Points that come out as large as the page's own type."""
LEAST_WIDTH = 440.0
"""Points that a chart needs."""
MOST_RUBS = 7
"""Sentences above the timeline, so that it stays in sight."""


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


class TimelineView(ChartPane):
    """By phase and date, with what waits for what. Up and Down go from action to action, Enter to its fields."""

    chosen = Signal(str)
    wanted = Signal()
    """The chosen action is to be edited."""

    def __init__(self, model: Planning) -> None:
        super().__init__(gettext("Timeline of the agreed actions"))
        self._model, self._chosen = model, ""
        self._rubs = QVBoxLayout()
        self._rubs.setSpacing(2)
        self.column.insertLayout(0, self._rubs)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chart.pressed.connect(self._pressed)

    def refresh(self, chosen: str, theme: Theme) -> None:
        """Shows the agreed actions; `chosen` is the id of the one that stands out."""
        session, lines = self._model.session, self._model.lines()
        self._chosen = chosen
        start = session.current.assessment.held_on or date.today()
        drawing = timeline(
            lines,
            session.engagement,
            session.method,
            chart_colours(self._model, theme),
            session.words,
            start,
            self.width_in_points(),
            chosen=chosen,
        )
        undated = gettext("no date")
        rows = (f"{e.number}  {e.action.title}: {shown_date(e.action.due, spoken()) or undated}" for e in lines)
        self.chart.show_drawing(drawing, "; ".join(rows))
        self._show_rubs(self._model.rubs())
        self.lead.setText(gettext("A bar runs from when the work has to begin to when it is due."))

    def _show_rubs(self, found: tuple[Rub, ...]) -> None:
        """Those that run backwards stand out; of many, the worst."""
        clear(self._rubs)
        if not found:
            return
        head = gettext("Where the dates rub")
        self._rubs.addWidget(label(f"{head}  {len(found)}", "section"))
        for rub in found[:MOST_RUBS]:
            self._rubs.addWidget(label(rub.sentence, "late" if rub.kind is Kind.BACKWARDS else "body", wrap=True))
        if len(found) > MOST_RUBS:
            more = len(found) - MOST_RUBS
            text = ngettext("and {n} more, with its action", "and {n} more, each with its action", more)
            self._rubs.addWidget(label(text.format(n=more), "caption"))
        self._rubs.addSpacing(8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
            return
        if (step := steps.get(Qt.Key(event.key()))) is None:
            event.ignore()
            return
        grouped = by_phase(self._model.lines(), self._model.session.method)
        ids = [entry.action.id for _, entries in grouped for entry in entries]
        if ids:
            place = ids.index(self._chosen) + step if self._chosen in ids else 0
            self.chosen.emit(ids[min(max(place, 0), len(ids) - 1)])

    def _pressed(self, x: float, y: float) -> None:
        if key := action_at(self._model.lines(), self._model.session.method, y):
            self.chosen.emit(key)


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
