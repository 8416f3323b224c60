"""The plan along the calendar: what each action waits for, the time there is for it, and where the dates rub."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.console.plan.calendar_chart import CalendarAxis, CalendarChart, CalendarRow
from desktop.theme import Theme
from desktop.view_models.planning import Planning
from desktop.view_models.room.planned.calendar import Calendar
from desktop.widgets.labels import clear, label
from desktop.words import gettext, ngettext, spoken
from models.engagement.people import called
from models.plan.plan import PlanLine, start_for, waits_for
from models.plan.rubs import Kind, Rub
from models.values.months import day_and_month, shown_date
from models.values.terms import Progress
from reports.charts.timeline import by_phase

MOST_RUBS = 4
"""Sentences above the calendar, so that it stays in sight."""


class TimelineView(QScrollArea):
    """By phase and date. Up and Down go from action to action, Enter to its fields."""

    chosen = Signal(str)
    wanted = Signal()
    """The chosen action is to be edited."""

    def __init__(self, model: Planning) -> None:
        super().__init__()
        self._model, self._chosen = model, ""
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(gettext("Timeline of the agreed actions"))
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 8)
        column.setSpacing(8)
        self._rubs, self.chart = QVBoxLayout(), CalendarChart(self.accessibleName())
        self._rubs.setSpacing(2)
        column.addLayout(self._rubs)
        column.addWidget(self.chart)
        column.addStretch(1)
        self.setWidget(content)
        self.chart.pressed.connect(self.chosen)

    def refresh(self, chosen: str, theme: Theme) -> None:
        """Shows the agreed actions; `chosen` is the id of the one that stands out."""
        lines = self._model.lines()
        moved, self._chosen = chosen != self._chosen, chosen
        calendar = Calendar(self._model.session, [line.action for line in lines])
        undated = gettext("no date")
        told = (f"{e.number}  {e.action.title}: {shown_date(e.action.due, spoken()) or undated}" for e in lines)
        self.chart.show_rows(self._rows(calendar), self._axis(calendar), chosen, theme, "; ".join(told))
        self._show_rubs(self._model.rubs())
        if moved and (place := self.chart.place_of(chosen)).isValid():
            self.ensureVisible(0, self.chart.y() + place.center().y(), 0, place.height())

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

    def _rows(self, calendar: Calendar) -> list[CalendarRow]:
        session, rows = self._model.session, []
        names = called(session.people())
        due = {line.action.id: line.action.due for line in self._model.lines()}
        rubs = {rub.action_id: rub for rub in reversed(self._model.rubs()) if rub.kind is Kind.BACKWARDS}
        for phase, entries in by_phase(self._model.lines(), session.method):
            rows.append(CalendarRow("", "", phase, "", 0, 0, 0, str(len(entries)), "", dated=False))
            rows += [self._row(line, calendar, names, due, rubs.get(line.action.id)) for line in entries]
        return rows

    def _row(
        self,
        line: PlanLine,
        calendar: Calendar,
        names: Mapping[str, str],
        days: Mapping[str, date | None],
        rub: Rub | None,
    ) -> CalendarRow:
        action, session = line.action, self._model.session
        since = session.current.assessment.held_on or date.today()
        first = [day for key in waits_for(session.current, action.id) if (day := days.get(key))]
        end = action.due
        return CalendarRow(
            action_id=action.id,
            number=str(line.number),
            title=action.title,
            owner=_initials(names.get(action.owner_id, "")),
            may_begin=calendar.at(max([since, *first])),
            has_to_begin=calendar.at(start_for(action, end)) if end else 0,
            due=calendar.at(end) if end else 0,
            said=day_and_month(end, spoken(), date.today()) if end else gettext("no date yet"),
            trouble=self._trouble(line, rub),
            dated=end is not None,
        )

    def _trouble(self, line: PlanLine, rub: Rub | None) -> str:
        late = (date.today() - line.action.due).days if line.action.due else 0
        if late > 0 and line.action.progress is not Progress.DONE:
            return ngettext("{n} day overdue", "{n} days overdue", late).format(n=late)
        return rub.head(self._model.session.words) if rub else ""

    def _axis(self, calendar: Calendar) -> CalendarAxis:
        drawn, wanted = calendar.drawn(), self._model.session.engagement.pilot.target_date
        target = gettext("Target {day}").format(day=day_and_month(wanted, spoken(), date.today())) if wanted else ""
        return CalendarAxis(
            months=tuple((month.full, month.at) for month in drawn.months),
            today=(gettext("Today"), calendar.at(date.today())),
            wanted=(target, calendar.at(wanted)) if wanted else None,
        )

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


def _initials(name: str) -> str:
    """As in "PR" for Priya Raman."""
    words = name.split()
    return "".join(word[0] for word in (words[0], words[-1]) if len(words) > 1) if words else ""
