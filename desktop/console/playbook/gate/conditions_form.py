"""What has to be true for a phase to be passed: a row for each thing, typed one after another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.system.long_text import breakable
from desktop.view_models.not_understood import Where
from desktop.view_models.playbook.conditions import Conditions
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.fields import TextField
from desktop.widgets.keys import KeyAct, take_everywhere
from desktop.widgets.labels import bring_into_sight, button, label, let_go, restyle
from desktop.widgets.parts.hints import key_hints
from desktop.widgets.typed.understood_field import DateField
from desktop.words import gettext, spoken
from models.engagement.registers import GateCondition
from models.values.lengths import LONGEST_NAME
from models.values.months import shown_date
from models.values.terms import new_id
from resources.words import marked

LONG_DAY, AROUND = date(2026, 9, 27), 28
"""A day that is long when it is written out, and the pixels around it in its field."""


def _removes(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Delete and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class _TextOfRow(TextField):
    """One line, however long: Enter and Ctrl+Del are the row's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or _removes(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class _DayOfRow(DateField):
    """As wide as a day that is written out; Ctrl+Del is the row's."""

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(shown_date(LONG_DAY, spoken())) + AROUND
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _removes(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Row(QWidget):
    """Text, day and action of one row, and below them what is wrong with its day."""

    entered = Signal()
    removed = Signal()
    moved = Signal(int)

    keys = (
        KeyAct("Alt+Up Alt+Down", marked("Move the line"), lambda row, n: row.moved.emit((-1, 1)[n]), anywhere=True),
    )

    def __init__(self, row_id: str, model: Conditions) -> None:
        super().__init__()
        self._model, self._row_id = model, row_id
        self.text = _TextOfRow("", lines=1, longest=LONGEST_NAME)
        self.day = _DayOfRow("", gettext("such as 4 dec"), date.today())
        self.day.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.action = ChoiceField("", [])
        self.action.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._clash = label("", "danger", wrap=True)
        self._remove = button(gettext("Remove"), "small")
        for field in (self.text, self.action):
            field.setProperty("bare", True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.text, 0, 0, top)
        grid.addWidget(self.day, 0, 1, top)
        below = QHBoxLayout()
        below.addWidget(self.action, 1)
        below.addWidget(self._remove)
        grid.addLayout(below, 1, 0, 1, 2)
        grid.addWidget(self.day.note.line, 2, 0, 1, 2)
        grid.addWidget(self._clash, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self._connect()

    def show_row(self, row: GateCondition | None, number: int) -> None:
        """Shows the row; without one, the line at the foot in which the next begins."""
        self.text.setAccessibleName(gettext("Condition {0}").format(number))
        self.day.setAccessibleName(gettext("By when, condition {0}").format(number))
        self.action.setAccessibleName(gettext("Action for condition {0}").format(number))
        self._remove.setAccessibleName(gettext("Remove condition {0}").format(number))
        self.text.setPlaceholderText("" if row else gettext("Something that has to be true first"))
        self.text.show_text(row.text if row else "")
        self.day.show_value(row.day if row else None, unclear=self._model.kept.text(self._where()))
        chosen = row.action_id if row else ""
        self.action.offer([("", gettext("No action")), *self._model.actions(chosen)])
        self.action.show_key(chosen)
        restyle(self.day, "bare", bool(row and row.day))
        for part in (self.day, self.action, self._remove):
            part.setVisible(row is not None)
        clash = self._model.clash(row) if row else ""
        self._clash.setText(breakable(clash))
        self._clash.setVisible(bool(clash))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif _removes(event):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _where(self) -> Where:
        return Where("playbook", self._model.phase_id, self.day.accessibleName())

    def _connect(self) -> None:
        model, row_id = self._model, self._row_id
        self.text.typed.connect(lambda text, typing: model.write(row_id, "text", text.replace("\n", " "), typing))
        self.day.settled.connect(lambda day: model.write(row_id, "day", day))
        self.day.unclear.connect(lambda text: model.kept.keep(self._where(), text))
        self.action.chosen.connect(lambda key: model.write(row_id, "action_id", key))
        self._remove.clicked.connect(lambda: self.removed.emit())
        for left in (self.text.left, self.day.editingFinished):
            left.connect(lambda: QTimer.singleShot(0, self, lambda: model.tidy(row_id)))
        take_everywhere(self, self.keys, self, Qt.ShortcutContext.WidgetWithChildrenShortcut)


class ConditionsForm(QWidget):
    """Enter goes to the next row, and from the last one to a new one."""

    keys = (
        KeyAct("Enter", marked("In what has to come first: the next line")),
        *_Row.keys,
        KeyAct("Ctrl+Del", marked("Remove the line")),
    )

    def __init__(self, model: Conditions) -> None:
        super().__init__()
        self._model = model
        self._rows: dict[str, _Row] = {}
        self._order: tuple[str, ...] = ()
        self._foot = new_id()
        self._head = label("", "section")
        self._before = label("", "muted", wrap=True)
        self._take = button(gettext("Take it as the first row"), "quiet", edge="left")
        self._take.clicked.connect(model.take_over)
        self._old = QWidget()
        old = QVBoxLayout(self._old)
        old.setContentsMargins(0, 0, 0, 8)
        old.setSpacing(2)
        old.addWidget(label(gettext("Conditions as written before"), "label"))
        old.addWidget(self._before)
        old.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._old)
        column.addLayout(self._list)
        hints = (("Enter", gettext("next line")), ("Alt+Up Alt+Down", gettext("move")), ("Ctrl+Del", gettext("remove")))
        column.addLayout(key_hints(hints))

    def show_conditions(self, heading: str) -> None:
        """Shows the rows as they stand, under that heading."""
        self._head.setText(heading)
        before = self._model.written_before()
        self._before.setText(breakable(before))
        self._old.setVisible(bool(before))
        rows = self._model.rows()
        if self._foot in (row.id for row in rows):
            self._foot = new_id()
        order = (*(row.id for row in rows), self._foot)
        for row_id in self._rows.keys() - set(order):
            let_go(self._rows.pop(row_id))
        for number, (row_id, row) in enumerate(zip(order, (*rows, None), strict=True), 1):
            if row_id not in self._rows:
                self._rows[row_id] = self._new_row(row_id)
            self._rows[row_id].show_row(row, number)
        if order != self._order:
            self._order = order
            for place, row_id in enumerate(order):
                self._list.insertWidget(place, self._rows[row_id])
                self._rows[row_id].show()

    def begin(self) -> None:
        """The keyboard goes to the first row."""
        for row_id in self._order[:1]:
            self._type_in(row_id)

    def _new_row(self, row_id: str) -> _Row:
        made = _Row(row_id, self._model)
        made.entered.connect(lambda: self._if_there(row_id, self._go_on))
        made.removed.connect(lambda: self._if_there(row_id, self._remove))
        made.moved.connect(lambda steps: self._if_there(row_id, partial(self._move, steps=steps)))
        return made

    def _if_there(self, row_id: str, act: Callable[[str], None]) -> None:
        """A row may have been taken away while a key to it was on its way."""
        if row_id in self._rows:
            act(row_id)

    def _go_on(self, row_id: str) -> None:
        place = self._order.index(row_id) + 1
        self._type_in(self._order[min(place, len(self._order) - 1)])

    def _remove(self, row_id: str) -> None:
        """The keyboard goes to the row that takes its place."""
        if row_id != self._foot:
            self._go_on(row_id)
            self._model.remove(row_id)

    def _move(self, row_id: str, steps: int) -> None:
        self._model.move(row_id, steps)
        self._type_in(row_id)

    def _type_in(self, row_id: str) -> None:
        text = self._rows[row_id].text
        text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, text, lambda: bring_into_sight(text, 80))
