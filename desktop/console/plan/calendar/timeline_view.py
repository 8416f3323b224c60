"""The plan along the calendar: each action moved by hand or by key, and where the dates rub."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.console.plan.calendar.chart import CalendarChart
from desktop.console.plan.calendar.row import CalendarRow, PhaseRow
from desktop.console.plan.calendar.timeline_foot import TimelineFoot
from desktop.console.plan.calendar.timeline_rows import TimelineRows
from desktop.theme import Theme
from desktop.view_models.moving import Moving
from desktop.view_models.planning import Planning
from desktop.widgets.keys import KeyAct, pressed
from desktop.widgets.labels import clear, label
from desktop.widgets.parts.scrolled import scrolled
from desktop.words import gettext, ngettext, spoken
from models.engagement.engagement import Action
from models.plan.rubs import Kind, Rub
from models.plan.titles import titled
from models.values.months import shown_date
from resources.words import marked

MOST_RUBS = 4
"""Sentences below the calendar; each action says its own in its row."""
LATER, EARLIER = 1, -1


class TimelineView(QWidget):
    """By phase and date. Up and Down go from action to action, Enter to its fields."""

    chosen = Signal(str)
    wanted = Signal()
    """The chosen action is to be edited."""

    keys = (
        KeyAct(
            "Alt+Right Alt+Left",
            marked("In the timeline: the action a week later, a week earlier"),
            lambda view, n: view.move_by((LATER, EARLIER)[n], with_waiting=False),
        ),
        KeyAct(
            "Alt+Shift+Right Alt+Shift+Left",
            marked("In the timeline: the same with what waits for it"),
            lambda view, n: view.move_by((LATER, EARLIER)[n], with_waiting=True),
        ),
        KeyAct("Left Right", marked("In the timeline: fold its phase, open it"), lambda view, n: view.fold(n == 0)),
    )
    _as_everywhere = (
        KeyAct("Up Down", marked("Choose an action"), lambda view, n: view.go((-1, 1)[n])),
        KeyAct("Enter", marked("Fill in the owner"), lambda view, _: view.wanted.emit()),
    )

    def __init__(self, model: Planning) -> None:
        super().__init__()
        self._model, self._moving = model, Moving(model.session)
        self._chosen = ""
        self._theme: Theme | None = None
        self._folded: set[str] = set()
        self._made = TimelineRows(model)
        self._rows: list[CalendarRow | PhaseRow] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(gettext("Timeline of the agreed actions"))
        self._rubs, self.chart = QVBoxLayout(), CalendarChart(self.accessibleName(), model.session.still)
        self._rubs.setSpacing(2)
        self.area, self._foot = self._scrolled(), TimelineFoot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.area, 1)
        column.addWidget(self._foot)
        self.chart.pressed.connect(self.chosen)
        self.chart.phase_pressed.connect(self._turn)
        self.chart.dragged.connect(self._drag)
        self.chart.dropped.connect(self._drop)
        self._foot.move_wanted.connect(self.move_by)

    def refresh(self, chosen: str, theme: Theme) -> None:
        """Shows the agreed actions; `chosen` is the id of the one that stands out."""
        moved, self._chosen, self._theme = chosen != self._chosen, chosen, theme
        if moved or self._model.session.labels.redo is not None:
            self._foot.tell("")
        self._made = TimelineRows(self._model)
        self._draw()
        self._show_rubs(self._model.rubs())
        lines = self._model.lines()
        for part in (self.chart, self._foot):
            part.setVisible(bool(lines))
        self._foot.show_action(next((str(line.number) for line in lines if line.action.id == chosen), ""), theme)
        if moved and (place := self.chart.place_of(chosen)).isValid():
            self.area.ensureVisible(0, self.chart.y() + place.center().y(), 0, place.height())

    def go(self, steps: int) -> None:
        """To another action in sight."""
        ids = [line.action.id for phase, lines in self._made.phases() if phase not in self._folded for line in lines]
        if ids:
            place = ids.index(self._chosen) + steps if self._chosen in ids else 0
            self.chosen.emit(ids[min(max(place, 0), len(ids) - 1)])

    def move_by(self, weeks: int, *, with_waiting: bool = False) -> None:
        """The chosen action so many weeks later, or earlier."""
        self._told(self._moving.by_weeks([self._chosen], weeks, with_waiting=with_waiting))

    def fold_as(self, before: TimelineView) -> None:
        """The phases that are folded there, once it is drawn."""
        self._folded = before._folded

    def fold(self, folded: bool) -> None:
        """The phase of the chosen action, or open again."""
        phase = next((p for p, lines in self._made.phases() if any(x.action.id == self._chosen for x in lines)), "")
        if phase and folded is (phase not in self._folded):
            self._turn(phase)

    def step_out(self) -> bool:
        """What is being dragged goes back to where it was; False where nothing is."""
        if not self.chart.let_go():
            return False
        self._show_rows()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed(self, (*self.keys, *self._as_everywhere), event):
            super().keyPressEvent(event)

    def _turn(self, phase: str) -> None:
        self._folded ^= {phase}
        self._draw()

    def _drag(self, action_id: str, shift: float, with_waiting: bool) -> None:
        """Shows where it would go, and what would come along."""
        moved = self._moving.would_be(action_id, self._days(action_id, shift), with_waiting=with_waiting)
        self._show_rows(*moved.chosen, *moved.waiting)

    def _drop(self, action_id: str, shift: float, with_waiting: bool) -> None:
        days = self._days(action_id, shift)
        text = self._moving.by_days(action_id, days, with_waiting=with_waiting) if days else ""
        if text:
            self._told(text)
        else:
            self._show_rows()

    def _told(self, text: str) -> None:
        """What was done; and where a gate, which holds, asks for the action before its new day."""
        found = (r for r in self._model.rubs() if r.action_id == self._chosen and r.kind is Kind.BACKWARDS)
        gate = next((rub.sentence for rub in found if not rub.after_id), "")
        self._foot.tell(f"{text} {gate}".strip())

    def _days(self, action_id: str, shift: float) -> int:
        due = next((line.action.due for line in self._model.lines() if line.action.id == action_id), None)
        return self._made.calendar.days_between(due, shift) if due else 0

    def _draw(self) -> None:
        self._rows = list(self._made.rows(self._folded))
        words, undated = spoken(), gettext("no date")
        told = (
            f"{line.number}  {titled(line.action.title, words)}: {shown_date(line.action.due, words) or undated}"
            for line in self._model.lines()
        )
        self.chart.setAccessibleDescription("; ".join(told))
        self._show_rows()

    def _show_rows(self, *instead: Action) -> None:
        """As agreed, with some as they would be."""
        if self._theme is None:
            return
        days, rows = {action.id: action.due for action in instead}, list(self._rows)
        for action in instead:
            place = next((n for n, row in enumerate(rows) if getattr(row, "action_id", "") == action.id), None)
            if place is not None:
                rows[place] = self._made.row(action, days)
        self.chart.show_rows(rows, self._made.axis(), self._chosen, self._theme)

    def _scrolled(self) -> QScrollArea:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 8)
        column.setSpacing(12)
        column.addWidget(self.chart)
        column.addLayout(self._rubs)
        column.addStretch(1)
        return scrolled(content, on_page=True)

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
