"""What has to be true for a phase to be passed: a row for each thing, typed one after another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.playbook.gate.condition_row import ConditionRow
from desktop.console.playbook.register_model import OUT
from desktop.system.long_text import breakable
from desktop.view_models.playbook.conditions import Conditions
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import bring_into_sight, button, label, let_go, section_head
from desktop.widgets.parts.hints import key_hints
from desktop.words import gettext
from models.values.terms import new_id
from resources.words import marked


class ConditionsForm(QWidget):
    """Enter goes to the next row, and from the last one to a new one."""

    keys = (
        KeyAct("Enter", marked("In what has to come first: the next line")),
        *ConditionRow.keys,
        KeyAct("Ctrl+Del", marked("Remove the line")),
    )

    def __init__(self, model: Conditions) -> None:
        super().__init__()
        self._model = model
        self._rows: dict[str, ConditionRow] = {}
        self._order: tuple[str, ...] = ()
        self._foot = new_id()
        self._head = label("", "section")
        self._before = label("", "caption", wrap=True)
        self._take = button(gettext("Take it as the first row"), "small")
        self._take.clicked.connect(model.take_over)
        self._old = self._written_before()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QVBoxLayout()
        head.setContentsMargins(OUT, 0, OUT, 0)
        head.addLayout(section_head(self._head, gettext("By when, and its action"), worked_on=True))
        head.addWidget(self._old)
        column.addLayout(head)
        column.addLayout(self._list)
        hints = (("Enter", gettext("next line")), ("Alt+Up Alt+Down", gettext("move")), ("Ctrl+Del", gettext("remove")))
        below = QHBoxLayout()
        below.setContentsMargins(OUT, 4, OUT, 0)
        below.addLayout(key_hints(hints))
        column.addLayout(below)

    def _written_before(self) -> QWidget:
        """What was one text, with the act that makes rows of it."""
        made, named = QWidget(), QHBoxLayout()
        named.addWidget(label(gettext("Conditions as written before"), "label"), 1)
        named.addWidget(self._take)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(named)
        column.addWidget(self._before)
        return made

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

    def _new_row(self, row_id: str) -> ConditionRow:
        made = ConditionRow(row_id, self._model)
        made.done.connect(lambda: self._if_there(row_id, self._go_on))
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
