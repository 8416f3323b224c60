"""The gate of a phase: what is done, open and missing, and the decision that closes it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.view_models.playbook.stops import PlaybookStops
from desktop.widgets.choice_row import ChoiceRow
from desktop.widgets.fields import DateField, TextField
from desktop.widgets.labels import button, clear, label
from desktop.widgets.person_field import PersonField
from desktop.words import gettext
from models.method.method import Phase
from models.playbook.phases import PhaseProgress, decision_name, gate_gaps, progress_text
from models.values.terms import GateDecision

KEYS = {GateDecision.PASSED: "P", GateDecision.CONDITIONS: "C", GateDecision.HELD: "H"}


class GateForm(QWidget):
    """`item_wanted` carries the id of the playbook item that was pressed."""

    item_wanted = Signal(str)

    def __init__(self, model: PlaybookStops, phase: Phase) -> None:
        super().__init__()
        self._model, self._phase = model, phase
        self._progress, self._gaps = label("", "lead"), label("", "danger", wrap=True)
        self._items = QVBoxLayout()
        self._items.setSpacing(6)
        self._choices = {decision: self._choice(decision, key) for decision, key in KEYS.items()}
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(40)
        left = QVBoxLayout()
        left.addWidget(self._progress)
        left.addLayout(self._items)
        left.addStretch(1)
        columns.addLayout(left, 4)
        columns.addLayout(self._decision(), 5)

    def show_gate(self, theme: Theme) -> None:
        """Shows the phase and its decision as they stand."""
        progress, words = self._model.progress(self._phase), self._model.session.words
        gate = progress.gate
        self._progress.setText(progress_text(progress, words))
        self._show_items(progress)
        for decision, row in self._choices.items():
            row.show_choice(decision_name(decision, words), "", gate.decision is decision, theme)
        self.by.show_person(self._model.session.people(), gate.decided_by)
        self.when.show_date(gate.decided_on)
        self.conditions.show_text(gate.conditions)
        self._conditions_name.setText(
            gettext("What comes first") if gate.decision is GateDecision.HELD else gettext("Conditions")
        )
        gaps = gate_gaps(gate, words)
        self._gaps.setText(gettext("Still to say: {0}.").format(", ".join(gaps)) if gaps else "")
        self._gaps.setVisible(bool(gaps))

    def decide(self, decision: GateDecision) -> None:
        """The decision for a key that was pressed."""
        self._model.filling.decide(self._phase.id, decision)

    def _show_items(self, progress: PhaseProgress) -> None:
        clear(self._items)
        items = self._model.session.method.items
        for title, ids in ((gettext("Missing"), progress.missing), (gettext("Open"), progress.open)):
            if not ids:
                continue
            self._items.addSpacing(10)
            self._items.addWidget(label(title, "label"))
            for item_id in ids:
                row = QHBoxLayout()
                row.setSpacing(8)
                row.addWidget(label(items[item_id].prompt, wrap=True), 1)
                go = button(gettext("Fill in"), "quiet")
                go.setAccessibleName(gettext("Fill in: {0}").format(items[item_id].prompt))
                go.clicked.connect(lambda _=False, i=item_id: self.item_wanted.emit(i))
                row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
                self._items.addLayout(row)

    def _choice(self, decision: GateDecision, key: str) -> ChoiceRow:
        row = ChoiceRow(key, None)
        row.clicked.connect(lambda: self.decide(decision))
        return row

    def _decision(self) -> QVBoxLayout:
        filling, phase_id = self._model.filling, self._phase.id
        self.by = PersonField(gettext("Decided by"))
        self.by.chosen.connect(lambda key: filling.gate(phase_id, "decided_by", key))
        self.when = DateField(gettext("Decided on"), gettext("12 mar"), date.today())
        self.when.dated.connect(lambda day: filling.gate(phase_id, "decided_on", day))
        self.conditions = TextField(gettext("Conditions"), lines=3)
        self.conditions.typed.connect(lambda text, typing: filling.gate(phase_id, "conditions", text, typing))
        self._conditions_name = label(gettext("Conditions"), "label")
        column = QVBoxLayout()
        column.setSpacing(8)
        for row in self._choices.values():
            column.addWidget(row)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        names = (gettext("Decided by   D"), gettext("Decided on"))
        for place, field in enumerate((self.by, self.when)):
            grid.addWidget(label(names[place], "label"), 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
        column.addWidget(self._conditions_name)
        column.addWidget(self.conditions)
        column.addWidget(self._gaps)
        column.addStretch(1)
        return column
