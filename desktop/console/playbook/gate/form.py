"""The gate of a phase: the decision that closes it, what has to come first, and what is open and missing."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.console.playbook.gate.conditions_form import ConditionsForm
from desktop.view_models.not_understood import Where
from desktop.view_models.playbook.conditions import Conditions
from desktop.view_models.playbook.stops import PlaybookStops
from desktop.view_models.session import EngagementSession
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, clear, hair, label, rule
from desktop.widgets.parts.icons import Icon
from desktop.widgets.person_field import PersonField
from desktop.widgets.typed.understood_field import DateField
from desktop.words import gettext
from models.method.method import Phase
from models.playbook.phases import PhaseProgress, decision_name, gate_gaps, progress_text
from models.values.sentence import Sentence
from models.values.terms import GateDecision

KEYS = {GateDecision.PASSED: "P", GateDecision.CONDITIONS: "C", GateDecision.HELD: "N"}


class GateForm(QWidget):
    """`item_wanted` carries the id of the playbook item that was pressed."""

    item_wanted = Signal(str)

    def __init__(self, model: PlaybookStops, phase: Phase) -> None:
        super().__init__()
        self._model, self._phase = model, phase
        self._progress, self._gaps = label("", "caption"), label("", "danger", wrap=True)
        self._listed: tuple[tuple[str, ...], ...] = ()
        self._items = QVBoxLayout()
        self._items.setSpacing(6)
        self._conditions = Conditions(model.session, phase)
        self.conditions = ConditionsForm(self._conditions)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(40)
        right = QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(label(gettext("Before this gate"), "section"), 1)
        head.addWidget(self._progress)
        right.setSpacing(8)
        right.addLayout(head)
        right.addWidget(rule())
        right.addLayout(self._items)
        right.addStretch(1)
        columns.addLayout(self._decision(), 5)
        columns.addLayout(right, 4)

    def show_gate(self) -> None:
        """Shows the phase and its decision as they stand."""
        progress, words = self._model.progress(self._phase), self._model.session.words
        gate = progress.gate
        self._progress.setText(progress_text(progress, words))
        self._show_items(progress)
        for decision, made in self._choices.items():
            made.setChecked(gate.decision is decision)
        self.by.show_person(self._model.session.people(), gate.decided_by)
        self.when.show_value(gate.decided_on, unclear=self._model.session.not_understood.text(self._where))
        on_conditions = gate.decision in (GateDecision.PASSED, GateDecision.CONDITIONS)
        self.conditions.show_conditions(gettext("Conditions") if on_conditions else gettext("What has to come first"))
        gaps = gate_gaps(gate, words, self._conditions.rows())
        self._gaps.setText(gettext("Still to say: {0}.").format(", ".join(gaps)) if gaps else "")
        self._gaps.setVisible(bool(gaps))

    def decide(self, decision: GateDecision) -> None:
        """The decision for a key that was pressed."""
        self._model.filling.decide(self._phase.id, decision)

    def _show_items(self, progress: PhaseProgress) -> None:
        if (progress.missing, progress.open) == self._listed:
            return
        self._listed = (progress.missing, progress.open)
        clear(self._items)
        items = self._model.session.method.items
        for icon, ids in (("ring", progress.missing), ("half", progress.open)):
            for item_id in ids:
                row = QHBoxLayout()
                row.setSpacing(12)
                row.addWidget(Icon(icon))
                row.addWidget(label(items[item_id].prompt, wrap=True), 1)
                go = button(gettext("Fill in"), "small")
                go.setAccessibleName(gettext("Fill in: {0}").format(items[item_id].prompt))
                go.clicked.connect(lambda _=False, i=item_id: self.item_wanted.emit(i))
                row.addWidget(go)
                self._items.addLayout(row)
                self._items.addWidget(hair())

    def _three(self) -> Flow:
        """One of three words; pressing the one that stands takes it back."""
        line, group = Flow(8), QButtonGroup(self)
        group.setExclusive(False)
        self._choices: dict[GateDecision, QPushButton] = {}
        for decision, key in KEYS.items():
            made = button(decision_name(decision, self._model.session.words), "segment", key=key)
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, d=decision: self._pressed(d))
            group.addButton(made)
            line.addWidget(made)
            self._choices[decision] = made
        return line

    def _pressed(self, decision: GateDecision) -> None:
        self.decide(decision)
        self.show_gate()

    def _decided_on(self, day: date | None) -> None:
        if day is not None and day > date.today():
            self.when.refuse(Sentence("That day is still to come. Say the day on which it was decided."))
        else:
            self._model.filling.gate(self._phase.id, "decided_on", day)

    def _decision(self) -> QVBoxLayout:
        filling, phase_id = self._model.filling, self._phase.id
        self.by = PersonField(gettext("Decided by"))
        self.by.chosen.connect(lambda key: filling.gate(phase_id, "decided_by", key))
        self.when = DateField(gettext("Decided on"), gettext("12 mar"), date.today(), past=True)
        self.when.settled.connect(self._decided_on)
        self._where = Where("playbook", phase_id, self.when.accessibleName())
        self.when.unclear.connect(lambda text: self._model.session.not_understood.keep(self._where, text))
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(self._three())
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        self.by.setProperty("bare", True)
        self.when.setProperty("bare", True)
        names = (gettext("Decided by   D"), gettext("Decided on"))
        for place, field in enumerate((self.by, self.when.note.under_field())):
            grid.addWidget(label(names[place], "label"), 0, place)
            grid.addWidget(field, 1, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
        column.addWidget(self._gaps)
        column.addSpacing(8)
        column.addWidget(self.conditions)
        column.addStretch(1)
        return column


def gate_asked(session: EngagementSession, phase: Phase) -> str:
    """The gate is a question: whether the pilot may go on, and to what."""
    pilot = session.engagement.pilot.name
    following = next((after for before, after in pairwise(session.method.phases) if before.id == phase.id), None)
    if following is None:
        return gettext("May {pilot} go on?").format(pilot=pilot)
    return gettext("May {pilot} go on to “{phase}”?").format(pilot=pilot, phase=following.title)
