"""One thing that has to be true for a phase to be passed: what it is, by when, and the action that makes it true."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QSizePolicy

from desktop.console.playbook.gate.action_disc import ActionDisc
from desktop.system.long_text import breakable
from desktop.view_models.not_understood import Where
from desktop.view_models.playbook.conditions import Conditions
from desktop.widgets.fields import TextField
from desktop.widgets.keys import KeyAct, cap, take_everywhere
from desktop.widgets.labels import button, hair, label, restyle
from desktop.widgets.parts.act import BEFORE_KEY
from desktop.widgets.parts.line import Line
from desktop.widgets.typed.understood_field import DateField
from desktop.words import gettext, spoken
from models.engagement.registers import GateCondition
from models.values.lengths import LONGEST_NAME
from models.values.months import day_and_month, shown_date
from resources.words import marked

MOVE_KEY = "M"
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


class ConditionRow(Line):
    """In one line; below it what its action is while the keyboard is here, and what is wrong with its day whenever."""

    done = Signal()
    removed = Signal()
    moved = Signal(int)

    keys = (
        KeyAct("Alt+Up Alt+Down", marked("Move the line"), lambda row, n: row.moved.emit((-1, 1)[n]), anywhere=True),
        KeyAct(
            "Alt+1",
            marked("In what has to come first: the action that is offered"),
            lambda row, _: row.use(),
            anywhere=True,
        ),
    )

    def __init__(self, row_id: str, model: Conditions) -> None:
        super().__init__()
        self.setObjectName("condition")
        self._model, self._row_id = model, row_id
        self._row: GateCondition | None = None
        self.text = _TextOfRow("", lines=1, longest=LONGEST_NAME)
        self.day = _DayOfRow("", gettext("such as 4 dec"), date.today())
        self.day.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.action = ActionDisc()
        self.text.setProperty("bare", True)
        self._about = label("", "caption", wrap=True)
        self._use = button(gettext("Use it"), "small", key="Alt+1")
        self._remove = button(gettext("Remove"), "small", key="Ctrl+Del")
        self._clash = label("", "danger", wrap=True)
        self._move = button("", "small", key=MOVE_KEY)
        self._lay_out()
        self._connect()

    def show_row(self, row: GateCondition | None, number: int) -> None:
        """Shows the row; without one, the line at the foot in which the next begins."""
        self._row = row
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
        action = self._model.action(row) if row else None
        self.action.show_number(str(action.position) if action else "", self._model.about_action(row) if row else "")
        restyle(self.day, "bare", bool(row and row.day))
        for part in (self.day, self.action):
            part.setVisible(row is not None)
        self._show_below()

    def use(self) -> bool:
        """Takes the action that is offered; False where none is."""
        found = self._model.likely_action(self._row)[0] if self._row else ""
        if found:
            self._model.write(self._row_id, "action_id", found)
        return bool(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        elif _removes(event):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _show_below(self) -> None:
        row, typing = self._row, QApplication.focusWidget()
        restyle(self, "here", typing is not None and self.isAncestorOf(typing))
        likely = self._model.likely_action(row)[1] if row and self.at_hand else ""
        about = (likely or self._model.about_action(row)) if row and self.at_hand else ""
        self._about.setText(breakable(about))
        self._use.setVisible(bool(likely))
        self._remove.setVisible(row is not None and self.at_hand)
        self._about.setVisible(row is not None and self.at_hand)
        clash = self._model.clash(row) if row else ""
        self._clash.setText(breakable(clash))
        if clash and row and row.day:
            to = day_and_month(row.day, spoken(), date.today())
            text = gettext("Move it to {day}").format(day=to)
            self._move.setText(f"{text}{BEFORE_KEY}{cap(MOVE_KEY)}")
            self._move.setAccessibleName(text)
        for part in (self._clash, self._move):
            part.setVisible(bool(clash))

    def _where(self) -> Where:
        return Where("playbook", self._model.phase_id, self.day.accessibleName())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 3, 8, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        middle = Qt.AlignmentFlag.AlignVCenter
        for column, field in enumerate((self.text, self.day, self.action)):
            grid.addWidget(field, 0, column, middle)
        grid.addWidget(self.day.note.line, 1, 0, 1, 3)
        for number, parts in enumerate(((self._clash, self._move), (self._about, self._use, self._remove))):
            line = QHBoxLayout()
            line.setContentsMargins(9, 0, 8, 0)
            line.setSpacing(12)
            for part in parts:
                line.addWidget(part, int(part in (self._clash, self._about)), middle)
            grid.addLayout(line, 2 + number, 0, 1, 3)
        below = QHBoxLayout()
        below.setContentsMargins(9, 3, 8, 0)
        below.addWidget(hair())
        grid.addLayout(below, 4, 0, 1, 3)
        grid.setColumnStretch(0, 1)

    def _connect(self) -> None:
        model, row_id = self._model, self._row_id
        self.looked.connect(self._show_below)
        self.text.typed.connect(lambda text, typing: model.write(row_id, "text", text.replace("\n", " "), typing))
        self.day.settled.connect(lambda day: model.write(row_id, "day", day))
        self.day.unclear.connect(lambda text: model.kept.keep(self._where(), text))
        self.action.chosen.connect(lambda key: model.write(row_id, "action_id", key))
        self._use.clicked.connect(lambda: self.use())
        self._move.clicked.connect(lambda: model.move_action(self._row) if self._row else None)
        self._remove.clicked.connect(lambda: self.removed.emit())
        for left in (self.text.left, self.day.editingFinished):
            left.connect(lambda: QTimer.singleShot(0, self, lambda: model.tidy(row_id)))
        take_everywhere(self, self.keys, self, Qt.ShortcutContext.WidgetWithChildrenShortcut)
