"""The agenda: a preset to begin with, then boxes that can be reworded, moved and timed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.console.prepare.agenda.agenda_row import GRIP, AgendaRow
from desktop.view_models.workshop.pacing import Pacing
from desktop.widgets.flow import Flow
from desktop.widgets.labels import bring_into_sight, button, label, let_go
from desktop.widgets.parts.scrolled import OwnScroll
from desktop.words import gettext
from models.engagement.workshop import AgendaBox

_QUARTERS = {0: "", 15: "¼", 30: "½", 45: "¾"}
"""Of an hour, by their minutes."""
AFTER = 9
"""Pixels of a field behind its text: rows go out so far, so that figures stand on the page's line."""
BETWEEN_WORDS = 12
"""Pixels between what is said and what can be chosen."""
UNDER_TAB = 4
"""Pixels below the words of a tab, for what is said on one line with it."""


class AgendaForm(QWidget):
    """Enter in a line adds the next box."""

    def __init__(self, model: Pacing) -> None:
        super().__init__()
        self._model = model
        self._rows: dict[str, AgendaRow] = {}
        self._order: tuple[str, ...] = ()
        self._usual: Mapping[str, int] = {}
        self._total = label("", "muted")
        self._presets: dict[str, QPushButton] = {}
        rows = QWidget()
        self._lines = QVBoxLayout(rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.rows = OwnScroll(rows)
        add = button(gettext("Add a time box"), "quiet", key="Enter", edge="left", icon="plus")
        add.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head())
        column.addWidget(self.rows)
        below = QHBoxLayout()
        below.setContentsMargins(GRIP, 0, AFTER, 0)
        below.addWidget(add)
        below.addStretch(1)
        column.addLayout(below)
        column.addStretch(1)
        model.usual_known.connect(self._show_usual)
        model.ask_usual()

    def add(self) -> None:
        """A new box, with the cursor in its minutes."""
        row = self._rows.get(self._model.add())
        if row is None:
            return  # the round is closed, which was said
        row.minutes.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.minutes.selectAll()
        self._bring(row)

    def shift(self, box_id: str, steps: int, carried: str = "") -> None:
        """Moves a box; the keyboard goes with it. One that was taken away while the key was on its way stays away."""
        if box_id in self._rows:
            self._model.shift(box_id, steps, carried)
            self._bring(self._rows[box_id])

    def show_agenda(self, agenda: tuple[AgendaBox, ...]) -> None:
        """Shows these boxes in their order."""
        order = tuple(box.id for box in agenda)
        for box_id in self._rows.keys() - set(order):
            let_go(self._rows.pop(box_id))
        spent, began = 0, self._model.session.current.assessment.began
        for box in agenda:
            row = self._rows.get(box.id) or self._make_row(box.id)
            row.show_box(box, _time(began, spent), self._usual.get(box.kind, 0))
            spent += box.minutes
        if order != self._order:
            self._lay_out(order)
        text = gettext("{hours} hours").format(hours=_hours(spent))
        if began:
            text = gettext("{hours} hours, ends {time}").format(hours=_hours(spent), time=_time(began, spent))
        self._total.setText(text if agenda else "")
        self._total.setToolTip("" if began else gettext("Times of the clock once the day has begun."))
        chosen = self._model.preset()
        for preset_id, made in self._presets.items():
            made.setChecked(preset_id == chosen)

    def _make_row(self, box_id: str) -> AgendaRow:
        row = AgendaRow(box_id, self._model)
        row.moved.connect(lambda steps, carried: self.shift(box_id, steps, carried))
        row.next_wanted.connect(self.add)
        self._rows[box_id] = row
        return row

    def _show_usual(self, usual: Mapping[str, int]) -> None:
        self._usual = usual
        self.show_agenda(self._model.agenda)

    def _head(self) -> Flow:
        line = Flow(BETWEEN_WORDS, down=0)
        line.setContentsMargins(GRIP, 0, AFTER, 0)
        for said in (label(gettext("Agenda"), "section"), self._total):
            said.setContentsMargins(0, 0, 0, UNDER_TAB)
            line.addWidget(said)
        for preset in self._model.session.method.agenda:
            made = button(preset.title, "tab", tip=gettext("Replaces the agenda; undo brings it back"))
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, p=preset: self._model.use(p))
            add = line.addWidget if self._presets else line.add_head
            self._presets[preset.id] = made
            add(made)
        return line

    def _lay_out(self, order: tuple[str, ...]) -> None:
        self._order = order
        for place, box_id in enumerate(order):
            self._lines.insertWidget(place, self._rows[box_id])
            self._rows[box_id].show()

    def _bring(self, row: AgendaRow) -> None:
        """Later: the layout has yet to place it."""
        QTimer.singleShot(0, row, lambda: bring_into_sight(row, 80))


def _time(began: datetime | None, minutes: int) -> str:
    """By the clock once the day has begun; before that from its beginning."""
    if began is None:
        return f"{minutes // 60}:{minutes % 60:02}"
    return f"{(began + timedelta(minutes=minutes)).astimezone():%H:%M}"


def _hours(minutes: int) -> str:
    """As people say it, as in 3½; as on a clock where that is no quarter of an hour."""
    part = _QUARTERS.get(minutes % 60)
    return f"{minutes // 60}:{minutes % 60:02}" if part is None or minutes <= 60 else f"{minutes // 60}{part}"
