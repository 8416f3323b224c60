"""The agenda: a preset to begin with, then boxes that can be reworded, moved and timed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRegularExpression, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.view_models.workshop.pacing import Pacing
from desktop.widgets.fields import LineField
from desktop.widgets.labels import bring_into_sight, button, label, let_go
from desktop.widgets.parts.bare import reads_as_text
from desktop.words import gettext
from models.engagement.workshop import AgendaBox
from models.values.lengths import LONGEST_NAME

MOST_MINUTES = 480
FIGURES = "[0-9]{0,3}"
"""What can be typed for minutes. Qt's own check of numbers lets a sign and what parts thousands pass on the way."""
MINUTES_WIDTH = 64
"""Pixels."""


class _BoxField(LineField):
    """A field of a box; Alt with an arrow moves the box."""

    def __init__(self, name: str, form: AgendaForm, box_id: str) -> None:
        super().__init__(name, name, longest=LONGEST_NAME)
        self._form, self._box_id = form, box_id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._form.shift(self._box_id, steps)
        else:
            super().keyPressEvent(event)


class _BoxRow:
    """The fields of one box, laid into the grid of the form."""

    def __init__(self, box_id: str, model: Pacing, form: AgendaForm) -> None:
        self._model, self._box_id = model, box_id
        self.minutes = _BoxField(gettext("Minutes"), form, box_id)
        self.minutes.setValidator(QRegularExpressionValidator(QRegularExpression(FIGURES), self.minutes))
        self.minutes.setFixedWidth(MINUTES_WIDTH)
        self.title = _BoxField(gettext("What for"), form, box_id)
        self.usual = label("", "caption")
        self.up = button("", "icon", icon="up", tip="Alt+Up")
        self.down = button("", "icon", icon="down", tip="Alt+Down")
        self.remove = button("", "icon", icon="cross", tip=gettext("Remove"))
        self.minutes.typed.connect(self._time)
        self.title.typed.connect(lambda text, typing: model.change(box_id, "title", text, typing))
        self.up.clicked.connect(lambda: form.shift(box_id, -1))
        self.down.clicked.connect(lambda: form.shift(box_id, 1))
        self.remove.clicked.connect(lambda: model.remove(box_id))
        for field in (self.minutes, self.title):
            field.returnPressed.connect(form.add)
            reads_as_text(field)

    def widgets(self) -> tuple[QWidget, ...]:
        """In the order of Tab."""
        return (self.minutes, self.title, self.usual, self.up, self.down, self.remove)

    def show(self, box: AgendaBox, usual: int | None) -> None:
        if not (self.minutes.hasFocus() and not self.minutes.text()):
            self.minutes.show_text(str(box.minutes))
        self.title.show_text(box.title)
        self.usual.setText(gettext("usually {0} min").format(usual) if usual else "")
        for made, name in (
            (self.up, gettext("Move {0} up")),
            (self.down, gettext("Move {0} down")),
            (self.remove, gettext("Remove {0}")),
        ):
            made.setAccessibleName(name.format(box.title))

    def _time(self, text: str, typing: str) -> None:
        if text:
            self._model.change(self._box_id, "minutes", min(int(text), MOST_MINUTES), typing)


class AgendaForm(QWidget):
    """Enter in a line adds the next box."""

    def __init__(self, model: Pacing) -> None:
        super().__init__()
        self._model = model
        self._rows: dict[str, _BoxRow] = {}
        self._order: tuple[str, ...] = ()
        self._usual: Mapping[str, int] = {}
        self._total = label("", "muted")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        add = button(gettext("Add a time box"), "quiet", key="Enter", edge="left")
        add.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._presets())
        column.addLayout(self._grid)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        model.usual_known.connect(self._show_usual)
        model.ask_usual()

    def add(self) -> None:
        """A new box, with the cursor in its minutes."""
        row = self._rows.get(self._model.add())
        if row is None:
            return  # the round is closed, which was said
        minutes = row.minutes
        minutes.setFocus(Qt.FocusReason.ShortcutFocusReason)
        minutes.selectAll()
        QTimer.singleShot(0, minutes, lambda: bring_into_sight(minutes, 80))

    def shift(self, box_id: str, steps: int) -> None:
        """Moves a box; the keyboard goes with it. One that was taken away while the key was on its way stays away."""
        if box_id not in self._rows:
            return
        self._model.shift(box_id, steps)
        minutes = self._rows[box_id].minutes
        QTimer.singleShot(0, minutes, lambda: bring_into_sight(minutes, 80))

    def show_agenda(self, agenda: tuple[AgendaBox, ...]) -> None:
        """Shows these boxes in their order."""
        order = tuple(box.id for box in agenda)
        for box_id in self._rows.keys() - set(order):
            for widget in self._rows.pop(box_id).widgets():
                let_go(widget)
        for box in agenda:
            if box.id not in self._rows:
                self._rows[box.id] = _BoxRow(box.id, self._model, self)
            self._rows[box.id].show(box, self._usual.get(box.kind))
        if order != self._order:
            self._lay_out(order)
        minutes = sum(box.minutes for box in agenda)
        hours = f"{minutes // 60}:{minutes % 60:02}"
        self._total.setText(gettext("{0} minutes, {1} hours").format(minutes, hours) if agenda else "")

    def _show_usual(self, usual: Mapping[str, int]) -> None:
        self._usual = usual
        self.show_agenda(self._model.agenda)

    def _presets(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        for preset in self._model.session.method.agenda:
            made: QPushButton = button(preset.title, "segment", tip=gettext("Replaces the agenda; undo brings it back"))
            made.clicked.connect(lambda _=False, p=preset: self._model.use(p))
            line.addWidget(made)
        line.addWidget(self._total)
        line.addStretch(1)
        return line

    def _lay_out(self, order: tuple[str, ...]) -> None:
        self._order = order
        before: QWidget | None = None
        for line, box_id in enumerate(order):
            for column, widget in enumerate(self._rows[box_id].widgets()):
                self._grid.addWidget(widget, line, column)
                widget.show()
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget
